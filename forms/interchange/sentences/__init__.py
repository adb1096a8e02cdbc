"""Why a file is refused and what is lost from it, in plain sentences: Czech, English, Ukrainian."""
