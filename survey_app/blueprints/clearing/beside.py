"""An edited text beside the original: what was left out, what was put in its place. Knows no comment."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECE = re.compile(r"\[[^\[\]]*\]|\s+|[^\s\[\]]+|[\[\]]")


@dataclass(frozen=True)
class Piece:
    """Some words of either text. `how`: "kept", "left_out" (of the original) or "put_in" (of the new one)."""

    text: str
    how: str


def pieces(original: str, text: str) -> list[Piece]:
    """Return both texts in one row of pieces: those kept or left out joined are `original`."""
    before, after = _PIECE.findall(original), _PIECE.findall(text)
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    found: list[Piece] = []
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal":
            found.append(Piece("".join(before[start:end]), "kept"))
            continue
        if end > start:
            found.append(Piece("".join(before[start:end]), "left_out"))
        if new_end > new_start:
            found.append(Piece("".join(after[new_start:new_end]), "put_in"))
    return found
