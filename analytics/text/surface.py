"""The surface of words:

What stays the same when somebody writes without accents, in capitals, or with another apostrophe.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_LONGEST_RUN = 8
_UNREADABLE = re.compile("[\x00\ud800-\udfff]")
_PUNCTUATION_RUN = re.compile(rf"[^\w\s]{{{_LONGEST_RUN + 1},}}")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'"})


class _Folded(dict[int, str]):
    """Code point → folded character, worked out when a character is first met."""

    def __missing__(self, code_point: int) -> str:
        decomposed = unicodedata.normalize("NFKD", chr(code_point))
        plain = "".join(character for character in decomposed if not unicodedata.combining(character))
        # Lower case again: compatibility forms such as "ℌ" become capitals only when they are decomposed.
        self[code_point] = plain.lower()
        return self[code_point]


_FOLDED = _Folded(_APOSTROPHES)


def fold(text: str) -> str:
    """Lower case without accents:

    "Přeštice" → "prestice", "їжа" → "іжа". Idempotent; the length may change.
    """
    return text.lower().translate(_FOLDED)


def folded_lines(lines: Iterable[str]) -> list[str]:
    """`fold` of each of many lines, none with a line break in it: letter by letter for all at once."""
    text = "\n".join(lines).lower()
    for letter in set(text):
        if fold(letter) != letter:
            text = text.replace(letter, fold(letter))
    return text.split("\n")


def accents_fit(typed: str, written: str) -> bool:
    """Whether `typed` may stand for `written`: accents may be missing, never different.

    "byt" may stand for "být", but "být" may not stand for "byt". Both in lower case.
    """
    left = unicodedata.normalize("NFC", typed.translate(_APOSTROPHES))
    right = unicodedata.normalize("NFC", written.translate(_APOSTROPHES))
    return len(left) == len(right) and all(a == b or a == fold(b) for a, b in zip(left, right, strict=True))


def readable(text: str) -> str:
    """The text made safe for a tokeniser, replaced one for one, so that offsets stay true.

    NUL and lone surrogates become replacement characters; of a long run of punctuation the rest becomes
    spaces, because spaCy takes such a run apart in quadratic time.
    """
    encodable = _UNREADABLE.sub("\ufffd", text)
    return _PUNCTUATION_RUN.sub(lambda run: run[0][:_LONGEST_RUN].ljust(len(run[0])), encodable)
