"""The surface of words:

What stays the same when somebody writes without accents, in capitals, or with another apostrophe.
"""

from __future__ import annotations

import unicodedata

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "´": "'", "‘": "'"})


def fold(text: str) -> str:
    """Lower case without accents:

    "Přeštice" → "prestice", "їжа" → "іжа". Idempotent; the length may change.
    """
    plain = text.translate(_APOSTROPHES)
    if plain.isascii():
        return plain.lower()
    decomposed = unicodedata.normalize("NFKD", plain.lower())
    # Lower case again: compatibility forms such as "ℌ" become capitals only when they are decomposed.
    return "".join(character for character in decomposed if not unicodedata.combining(character)).lower()


def accents_fit(typed: str, written: str) -> bool:
    """Whether `typed` may stand for `written`: accents may be missing, never different.

    "byt" may stand for "být", but "být" may not stand for "byt". Both in lower case.
    """
    left = unicodedata.normalize("NFC", typed.translate(_APOSTROPHES))
    right = unicodedata.normalize("NFC", written.translate(_APOSTROPHES))
    return len(left) == len(right) and all(a == b or a == fold(b) for a, b in zip(left, right, strict=True))


def readable(text: str) -> str:
    """The text with characters that no tokeniser can take (NUL, lone surrogates) replaced one for one:

    Offsets stay true.
    """
    if text.isascii() and "\x00" not in text:
        return text
    return "".join(
        "\ufffd" if character == "\x00" or "\ud800" <= character <= "\udfff" else character
        for character in text
    )
