"""Names of variables that SPSS and Stata take, unique whatever the codes of items are.

Stata allows 32 letters, digits and underscores, SPSS takes names that differ in case alone for the same.
"""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 28  # what writes Stata files puts a number of up to four digits behind, and names labels so
_OF_SPSS = ("all", "and", "by", "eq", "ge", "gt", "le", "lt", "ne", "not", "or", "to", "with")
_OF_STATA = ("byte", "double", "e", "float", "if", "in", "int", "long", "strl", "using")
RESERVED = frozenset((*_OF_SPSS, *_OF_STATA))
_STRING_TYPE = re.compile(r"str[0-9]+")  # of Stata
_OTHER = re.compile(r"[^a-z0-9]+")


def names(headings: Iterable[str], are_labelled: Iterable[bool]) -> list[str]:
    """A name for each heading, in their order: ASCII, in small letters, at most 28 long, no two the same.

    Nor is the name of one whose values are labelled, with its place among those behind it, that of another.
    """
    taken: set[str] = set()
    found: list[str] = []
    place = 0
    for heading, is_labelled in zip(headings, are_labelled, strict=True):
        wanted = _legal(heading)
        name, number = wanted, 1
        while name in taken or f"{name}{place}" in taken:
            number += 1
            ending = f"_{number}"
            name = wanted[: LONGEST - len(ending)] + ending
        taken |= {name, f"{name}{place}"} if is_labelled else {name}
        found.append(name)
        place += is_labelled
    return found


def _legal(heading: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", heading.lower()).encode("ascii", "ignore").decode()
    name = _OTHER.sub("_", ascii_only).strip("_") or "v"
    if name[0].isdigit():
        name = f"v_{name}"
    if name in RESERVED or _STRING_TYPE.fullmatch(name):
        name = f"{name}_v"
    return name[:LONGEST].rstrip("_")
