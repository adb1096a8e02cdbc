"""Labels cut to what a format takes, in whole characters, so that what tells labels apart stays."""

ELLIPSIS = "…"
BETWEEN = " – "


def shortened(text: str, *, most_bytes: int) -> str:
    """The text on one line, in at most so many bytes of UTF-8; "…" stands where it was cut."""
    line = " ".join(text.split())
    if len(line.encode()) <= most_bytes:
        return line
    kept = line.encode()[: most_bytes - len(ELLIPSIS.encode())].decode(errors="ignore")
    return kept.rstrip() + ELLIPSIS


def shortened_pair(stem: str, detail: str, *, most_bytes: int) -> str:
    """A question and what the column is about within it; the question is cut first, to half at the most."""
    if not stem or not detail:
        return shortened(stem or detail, most_bytes=most_bytes)
    most_for_both = most_bytes - len(BETWEEN.encode())
    whole_stem, whole_detail = (len(" ".join(text.split()).encode()) for text in (stem, detail))
    for_stem = max(most_for_both - whole_detail, min(whole_stem, most_for_both // 2))
    begun = shortened(stem, most_bytes=for_stem)
    left = most_for_both - len(begun.encode())
    return begun + BETWEEN + shortened(detail, most_bytes=left)
