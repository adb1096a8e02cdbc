"""Codes of another program made into codes of ours, the original kept wherever it can be.

One namespace gives out each code once. Knows nothing of the format that the names come from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from forms.checks.structure.codes import RESERVED_CODES
from forms.definition.schema import LONGEST_QUESTIONNAIRE_CODE

LONGEST = 64
_NOT_IN_ITEM = re.compile(r"[^A-Za-z0-9_]+")
_NOT_IN_OPTION = re.compile(r"[^A-Za-z0-9_.+-]+")
_NOT_IN_QUESTIONNAIRE = re.compile(r"[^a-z0-9]+")
_NOT_IN_VERSION = re.compile(r"[^A-Za-z0-9_.-]+")


class Codes:
    """The codes given out so far, so that no two are alike.

    `reserved` are names that only what bears them gets for a code.
    """

    def __init__(self, taken: Iterable[str] = (), reserved: Iterable[str] = ()) -> None:
        self.taken = set(taken)
        self.reserved = frozenset(reserved)
        self._numbers: dict[str, int] = {}

    def item(self, name: str, fallback: str = "item") -> str:
        """A code for an item, a section or a scale: a letter first, then letters, digits and "_"."""
        code = _NOT_IN_ITEM.sub("_", plain(name)).strip("_") or fallback
        if name[:1] == "_" or not code[0].isalpha():
            code = f"{fallback[0]}_{code}"
        return self.distinct(_kept(name, code, r"[A-Za-z][A-Za-z0-9_]{0,63}"))

    def option(self, name: str) -> str:
        """A code for an option: a letter or digit first, then letters, digits, "_", ".", "+" and "-"."""
        code = _NOT_IN_OPTION.sub("_", plain(name)).strip("_.+-") or "option"
        kept = _kept(name, code, r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}")
        return self.distinct(kept, own=kept == name)

    def distinct(self, code: str, *, own: bool = False) -> str:
        """This code, or with a number behind it when it is taken; taken from now on.

        Args:
            own: whether it is the name of what it is for, and so may be a reserved one.
        """
        found, number = code[:LONGEST], self._numbers.get(code, 2)
        while found in self.taken or (found in self.reserved and not (own and found == code)):
            ending = f"_{number}"
            found, number = code[: LONGEST - len(ending)] + ending, number + 1
        self._numbers[code] = number
        self.taken.add(found)
        return found


def item_codes() -> Codes:
    """A namespace for items: names that pages use themselves are taken already."""
    return Codes(RESERVED_CODES)


def questionnaire_code(*names: str) -> str:
    """The code of a questionnaire from the first of these names that yields one: lower case and hyphens."""
    for name in names:
        code = _NOT_IN_QUESTIONNAIRE.sub("-", plain(name).lower()).strip("-")
        code = code[:LONGEST_QUESTIONNAIRE_CODE].strip("-")
        if code:
            return code
    return "imported"


def version(name: str) -> str:
    """The name of a version, "1" when nothing of it can be kept."""
    return _NOT_IN_VERSION.sub("_", plain(name)).strip("_.-")[:LONGEST] or "1"


def plain(name: str) -> str:
    """The name in ASCII letters, accents dropped; other scripts are left out."""
    decomposed = unicodedata.normalize("NFKD", name)
    return decomposed.encode("ascii", "ignore").decode("ascii").strip()


def _kept(name: str, code: str, pattern: str) -> str:
    return name if re.fullmatch(pattern, name) else code
