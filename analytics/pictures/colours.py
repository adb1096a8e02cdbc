"""Colours of pictures, as the names the stylesheet gives them."""

MARK = "var(--ohlas-plot-mark)"
FAINT = "var(--ohlas-plot-faint)"
LINE = "var(--ohlas-plot-line)"
TEXT = "var(--ohlas-plot-text)"
SOFT = "var(--ohlas-plot-soft)"
PAGE = "var(--ohlas-plot-page)"
