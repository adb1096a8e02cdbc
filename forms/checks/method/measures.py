"""Labels that count in two units, or in words, brought to one: half an hour and an hour are 30 and 60.

Reads folded labels. Knows nothing of ranges; how often a thing is done ("once a week") is no measure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

NUMBER = r"(\d+(?:[ \u00a0.,]\d{3})*(?:[.,]\d+)?)"
UNITS = {
    "minute": r"\bmin(?:ut\w*|\.|\b)|\bminutes?\b",
    "hour": r"\bhodin\w*|\bhours?\b",
    "day": r"\b(?:den\w*|dn[iyue]\w*)\b|\bdays?\b|\bdaily\b",
    "week": r"\btyd\w+|\bweek\w*",
    "month": r"\bmesi[cč]\w*|\bmonth\w*",
    "year": r"\b(?:rok\w*|roc\w+|let\w*)\b|\byear\w*",
    "metre": r"\b(?:m|metr\w*|met(?:re|er)s?)\b",
    "coin": r"\b(?:cents?|pence|hal[ei]r\w*)\b",
    "money": r"\b(?:euros?|dollars?|pounds?)\b",
    "kilometre": r"\b(?:km|kilomet\w+)\b|\bmiles?\b",
}
"""What a range counts: three times a week is no neighbour of three times a month."""

IN_WORDS = {
    word: str(number)
    for number, words in enumerate(
        (
            "one jeden jedna jedno",
            "two dva dve",
            "three tri",
            "four ctyri",
            "five pet",
            "six sest",
            "seven sedm",
            "eight osm",
            "nine devet",
            "ten deset",
        ),
        start=1,
    )
    for word in words.split()
}
WORDS = "|".join(IN_WORDS)

_HOLDS = {
    ("minute", "hour"): (60, 60),
    ("metre", "kilometre"): (1000, 100),
    ("day", "week"): (7, 7),
    ("month", "year"): (12, 12),
}
"""How many of the smaller the larger holds, and how much may lie between two ranges that are rounded to that.

Between 2 years and 3 years nothing is missing, between 1 km and 1.1 km neither. Weeks and months go into
nothing evenly.
"""

_OFTEN = re.compile(
    r"\b(?:once|twice|times|every|each|daily|weekly|monthly|yearly|per|jednou|dvakrat|\w*krat|kazd\w+|za|"
    r"denne|tydne|mesicne|rocne|hodinove)\b"
)
_PARTS = (
    (re.compile(r"\b(?:tri ctvrte hodiny|three quarters of an hour)\b"), "45 minut"),
    (re.compile(r"\b(?:pul hodin[uy]|pulhodin\w*|half an hour|half hour)\b"), "30 minut"),
    (re.compile(r"\b(?:ctvrt hodin[uy]|ctvrthodin\w*|(?:a )?quarter of an hour)\b"), "15 minut"),
    (re.compile(r"\b(?:pul roku|pulrok\w*|half a year)\b"), "6 months"),
)
_A_SINGLE_ONE = re.compile(
    r"\b(?:an? (?=(?:hour|day|week|month|year|kilomet\w+|met(?:re|er))\b)|"
    r"(?<!\d )(?=(?:hodinu|hodiny?|den|dne|tyden|tydne|mesic|mesice|rok|roku|kilometr)\b))"
)
_WORD_BEFORE_UNIT = re.compile(rf"\b({WORDS}) (?={'|'.join(UNITS.values())})")


def units_of(label: str) -> frozenset[str]:
    """The units that a label names."""
    return frozenset(unit for unit, pattern in UNITS.items() if re.search(pattern, label))


class Counted(NamedTuple):
    """Labels that count in one unit; `step`: to what they may be rounded, 0 where no two units were mixed."""

    labels: list[str]
    step: int


def in_one_unit(labels: Sequence[str]) -> Counted:
    """The labels in the smaller of two units, without its name; as they were where they do not mix two."""
    counted = [label if _OFTEN.search(label) else _in_digits(label) for label in labels]
    named = frozenset[str]().union(*map(units_of, counted))
    for units, (holds, step) in _HOLDS.items():
        if named == set(units):
            return Counted([_converted(label, units[1], holds) for label in counted], step)
    return Counted(list(labels), 0)


def _in_digits(label: str) -> str:
    for pattern, digits in _PARTS:
        label = pattern.sub(digits, label)
    label = _WORD_BEFORE_UNIT.sub(lambda found: f"{IN_WORDS[found[1]]} ", label)
    return _A_SINGLE_ONE.sub("1 ", label)


def _converted(label: str, large: str, holds: int) -> str:
    """Each number belongs to the unit that follows it, or else to that of the next number."""
    pieces = re.split(NUMBER, label)
    is_large = False
    for place in range(len(pieces) - 2, 0, -2):
        if units := units_of(pieces[place + 1]):
            is_large = large in units
        pieces[place + 1] = re.sub("|".join(UNITS.values()), "", pieces[place + 1])
        if is_large:
            pieces[place] = f"{value_of(pieces[place]) * holds:g}"
    return re.sub(r"\s{2,}", " ", "".join(pieces)).strip()


def value_of(digits: str) -> float:
    """The number that is written: 30 000, 1,5."""
    plain = re.sub(r"[ \u00a0.,](?=\d{3}(?!\d))", "", digits)
    return float(plain.replace(",", ".").replace(" ", ""))
