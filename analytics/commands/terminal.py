"""What is said beside the answer, on standard error: notes, and on a terminal how far a long command is."""

from __future__ import annotations

import sys


def note(sentence: str) -> None:
    """Say something that whoever reads the answer should know."""
    sys.stderr.write(f"{sentence}\n")


def progress(done: int, of: int) -> None:
    """Say how many parts are done, over what was said before; nothing where nobody watches."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{done} of {of}" + ("\n" if done == of else ""))
        sys.stderr.flush()
