"""Ranges of numbers among the options: whether they meet without overlap or gap."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forms.checks.method.reading import DONT_KNOW, Fault

NUMBER = r"(\d+(?:[ \u00a0.,]\d{3})*(?:[.,]\d+)?)"
RANGE = re.compile(rf"{NUMBER}\s*(?:[a-z%]*\s*)?(?:-|–|—|az|to|do|a[zž])\s*{NUMBER}")
FROM = re.compile(
    rf"{NUMBER}(?: \w+)?(?:\s*\+| a vice| a starsi| nebo vice| a vyse|(?: \w+)? (?:and|or) (?:over|more|"
    rf"older|above))"
)
ABOVE = re.compile(rf"(?:vice nez|nad|pres|more than|over|above) {NUMBER}")
BELOW = re.compile(rf"(?:mene nez|pod|less than|under|below|fewer than) {NUMBER}")
UP_TO = re.compile(rf"^(?:do|nejvyse|maximalne|up to|at most|no more than) {NUMBER}")
BETWEEN = re.compile(
    rf"(?:nad|pres|vice nez|dele nez|starsi nez|over|above|more than|longer than|older than) {NUMBER}[^\d]*?"
    rf"(?:\b(?:do|az|nejvyse|maximalne|ale ne vice nez|to|up to|at most|but not more than|but no more than)) "
    rf"(?:[a-z]+ )?{NUMBER}"
)
UNDER = re.compile(
    rf"{NUMBER}[^\d]*?(?:az|do|ale|to|but|and)? ?(?:mene nez|kratsi nez|less than|fewer than|under|"
    rf"below) {NUMBER}"
)
"""Ranges whose lower or upper end is left out."""

CLOCK = re.compile(
    r"\b(?:rano|dopoledne|odpoledne|vecer|v noci|v poledne|pondel\w*|uter\w*|stred[aeuy]|ctvrt(?:ek|ky|ku)|"
    r"pat(?:ek|ky|ku)|"
    r"sobot\w*|nedel\w*|morning|afternoon|evening|noon|night|midnight|(?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)days?|a\.?m\.?|p\.?m\.?|o'clock|pulno[cd]\w*|od \d{1,2} do \d{1,2} hodin)\b"
)
"""Times of day end where the next ones begin."""

UNITS = {
    "minute": r"\bmin(?:ut\w*|\.|\b)|\bminutes?\b",
    "hour": r"\bhodin\w*|\bhours?\b",
    "day": r"\b(?:den\w*|dn[iyue]\w*)\b|\bdays?\b|\bdaily\b",
    "week": r"\btyd\w+|\bweek\w*",
    "month": r"\bmesi[cč]\w*|\bmonth\w*",
    "year": r"\b(?:rok\w*|roc\w+|let\w*)\b|\byear\w*",
    "metre": r"\b(?:m|metr\w*|met(?:re|er)s?)\b",
    "kilometre": r"\b(?:km|kilomet\w+)\b|\bmiles?\b",
}
"""What a range counts: three times a week is no neighbour of three times a month."""

FEWEST_RANGES = 2
MOST_BETWEEN = 1.01
"""From 5 to 6 nothing is left out, and neither is from "under 5" to 6."""


class Span(NamedTuple):
    """The numbers that a label covers, both ends included."""

    low: float
    high: float


def ranges(labels: Sequence[str]) -> Iterator[Fault]:
    """The first fault among the ranges of the labels: two that overlap, or a gap between them."""
    spans: dict[frozenset[str], list[Span]] = {}
    if any(map(CLOCK.search, labels)):
        return
    for label in labels:
        if not DONT_KNOW.search(label) and (span := span_of(label)):
            spans.setdefault(_units(label), []).append(span)
    if len(spans) == 2 and frozenset() in spans:
        spans = {frozenset(): [span for several in spans.values() for span in several]}
    for several in spans.values():
        if fault := _fault_between(several):
            yield fault
            return


def _units(label: str) -> frozenset[str]:
    return frozenset(unit for unit, pattern in UNITS.items() if re.search(pattern, label))


def _fault_between(spans: Sequence[Span]) -> Fault | None:
    """The first overlap or gap among ranges that count the same; None where they meet, or are no ranges."""
    if sum(float("-inf") < span.low < span.high < float("inf") for span in spans) < FEWEST_RANGES:
        return None
    ordered = sorted(spans)
    for former, later in itertools.pairwise(ordered):
        if later.low <= former.high:
            return Fault("ranges_overlap", _number(former.high), "options")
        if later.low - former.high > MOST_BETWEEN and former.high != float("-inf"):
            return Fault("ranges_gap", f"{_number(former.high)} – {_number(later.low)}", "options")
    return None


def span_of(label: str) -> Span | None:
    """Dates are no ranges of numbers; "500 m – 1 km" counts two things; up to 3 years is not yet 3."""
    if re.search(r"\d:\d|\d\.\s?\d{1,2}\.", label):
        return None
    if found := BETWEEN.search(label):
        return Span(_value(found[1]) + 0.001, _value(found[2]))
    if found := UNDER.search(label):
        is_above = ABOVE.search(label[: found.end(1)])
        return Span(_value(found[1]) + (0.001 if is_above else 0), _value(found[2]) - 0.001)
    if found := RANGE.search(label):
        low, high = _value(found[1]), _value(found[2])
        return Span(low, high) if low <= high else None
    if found := FROM.search(label):
        return Span(_value(found[1]), float("inf"))
    if found := ABOVE.search(label):
        return Span(_value(found[1]) + 0.001, float("inf"))
    if found := BELOW.search(label):
        return Span(float("-inf"), _value(found[1]) - 0.001)
    if found := UP_TO.search(label):
        is_age = re.search(r"^do .*\blet\b", label)
        return Span(float("-inf"), _value(found[1]) - (0.001 if is_age else 0))
    if found := re.search(rf"^{NUMBER}(?: [a-z]+)?$", label):
        return Span(_value(found[1]), _value(found[1]))
    return None


def _number(value: float) -> str:
    """The number as people write it: 30 000."""
    return f"{round(value, 2):,.10g}".replace(",", "\N{NO-BREAK SPACE}")


def _value(text: str) -> float:
    plain = re.sub(r"[ \u00a0.,](?=\d{3}(?!\d))", "", text)
    return float(plain.replace(",", ".").replace(" ", ""))
