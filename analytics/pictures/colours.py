"""Colours of pictures, as the names the stylesheet gives them."""

MARK = "var(--ohlas-picture-mark)"
FAINT = "var(--ohlas-picture-faint)"
LINE = "var(--ohlas-picture-line)"
TEXT = "var(--ohlas-picture-text)"
SOFT = "var(--ohlas-picture-soft)"
PAGE = "var(--ohlas-picture-page)"
