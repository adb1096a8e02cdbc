"""Ranges of numbers among the options: whether they meet without overlap or gap."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forms.checks.method.measures import IN_WORDS, NUMBER, WORDS, in_one_unit, units_of, value_of
from forms.checks.method.reading import DONT_KNOW, Fault

RANGE = re.compile(rf"{NUMBER}\s*(?:[a-z%]*\s*)?(?:-|–|—|az|to|do|a[zž])\s*{NUMBER}")
FROM = re.compile(
    rf"{NUMBER}(?: \w+)?(?:\s*\+| a vice| a starsi| nebo vice| a vyse|(?: \w+)? (?:and|or) (?:over|more|"
    rf"older|above))"
)
ABOVE = re.compile(rf"(?:vice nez|nad|pres|more than|over|above) {NUMBER}")
BELOW = re.compile(rf"(?:mene nez|pod|less than|under|below|fewer than|before|pred rokem) {NUMBER}")
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
    r"pat(?:ek|ky|ku)|sobot\w*|nedel\w*|morning|afternoon|evening|noon|night|midnight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|a\.?m\.?|p\.?m\.?|o'clock|pulno[cd]\w*|"
    r"od \d{1,2} do \d{1,2} hodin|\d{1,2}\. ?hodin\w*|\d{1,2}\. a \d{1,2}\.)\b"
)
"""Times of day end where the next ones begin."""

MONEY = re.compile(r"[$€£]|\b(?:kc|czk|eur|usd|gbp|euros?|dollars?|pounds?|korun\w*)\b")
MONEY_AND_DEGREES = re.compile(
    r"[$€£°×]|(?<=\d),-|\b(?:kc|czk|eur|usd|gbp|pln|chf|euros?|dollars?|pounds?|korun\w*)\b(?= ?\d)"
)
"""Signs beside a number that are no part of it."""

RANGE_IN_WORDS = re.compile(
    rf"\b(?:{WORDS}) (?:to|az|-|–) (?:{WORDS})\b|^(?:{WORDS}) (?:or more|or over|a vice|a vic|nebo vice)$"
)
ONE_OR_THE_OTHER = re.compile(rf"^{NUMBER} (?:or|nebo|ci) {NUMBER}(?: [a-z]+)?$")
FROM_TO = re.compile(rf"\b(?:between|mezi) {NUMBER}\.? (?:and|a) {NUMBER}")

DIRECTION = re.compile(
    r"\b(?:(?:nizs|vyss|mens|vets|hors|leps|drivejs|pozdejs|levnejs|drazs)i|lower|higher|smaller|larger|bigger|worse|"
    r"better|earlier|later|cheaper|dearer)\b"
)
"""By how much something is lower, and by how much higher, are two rows of ranges."""

FEWEST_RANGES = 2
FEWEST_DIRECTIONS = 2
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
    told = in_one_unit([label for label in labels if not DONT_KNOW.search(label)])
    directions = [frozenset(DIRECTION.findall(label)) for label in told.labels]
    if len(set().union(*directions)) < FEWEST_DIRECTIONS:
        directions = [frozenset()] * len(directions)
    for label, direction in zip(told.labels, directions, strict=True):
        if span := span_of(label):
            spans.setdefault(units_of(label) | direction, []).append(span)
    if len(spans) == 2 and frozenset() in spans:
        spans = {frozenset(): [span for several in spans.values() for span in several]}
    for several in spans.values():
        if fault := _fault_between(several, told.step, is_money=any(map(MONEY.search, labels))):
            yield fault
            return


def _fault_between(spans: Sequence[Span], step: int, *, is_money: bool) -> Fault | None:
    """The first overlap or gap among ranges that count the same; None where they meet, or are no ranges.

    Money is counted: between "up to $5" and "$5 to $10" it overlaps, where metres and minutes only touch.
    """
    closed = sum(map(_is_closed, spans))
    if closed == 0 or len(spans) < FEWEST_RANGES:
        return None
    for former, later in itertools.pairwise(sorted(spans)):
        both_closed = _is_closed(former) and _is_closed(later)
        is_met = later.high == float("inf") and _is_closed(former)  # up to 15, from 15 on
        if later.low <= former.high and (
            both_closed if step else is_money or is_met or closed >= FEWEST_RANGES
        ):
            return Fault("ranges_overlap", _number(former.high), "options")
        if former.high != float("-inf") and _is_between(former.high, later.low, step):
            return Fault("ranges_gap", f"{_number(former.high)} – {_number(later.low)}", "options")
    return None


def _is_closed(span: Span) -> bool:
    return float("-inf") < span.low < span.high < float("inf")


def _is_between(high: float, low: float, step: int) -> bool:
    """Whether something is left out: more than one, or the 60 between "40 to 59" and "over 60"."""
    if step and high % step == low % step == 0:
        return low - high > step
    return low - high > MOST_BETWEEN or math.floor(high + 0.002) + 1 < low


def span_of(label: str) -> Span | None:
    """Dates are no ranges of numbers; "500 m – 1 km" counts two things; up to 3 years is not yet 3."""
    if re.search(r"\d:\d|\d\.\s?\d{1,2}\.", label):
        return None
    bare = RANGE_IN_WORDS.sub(_in_digits, MONEY_AND_DEGREES.sub(" ", label))
    plain = re.sub(r" {2,}", " ", bare).strip()
    return _closed_span(plain)


def _closed_span(label: str) -> Span | None:
    """The span of a label with two numbers; else what `_open_span` makes of it."""
    if found := FROM_TO.search(label):
        return Span(value_of(found[1]), value_of(found[2]))
    if found := BETWEEN.search(label):
        return Span(value_of(found[1]) + 0.001, value_of(found[2]))
    if found := UNDER.search(label):
        is_above = ABOVE.search(label[: found.end(1)])
        return Span(value_of(found[1]) + (0.001 if is_above else 0), value_of(found[2]) - 0.001)
    if found := RANGE.search(label) or ONE_OR_THE_OTHER.search(label):
        low, high = value_of(found[1]), value_of(found[2])
        return Span(low, high) if low <= high else None
    return _open_span(label)


def _open_span(label: str) -> Span | None:
    """The span of a label with one number: from it, above it, below it, up to it, or just it."""
    if found := FROM.search(label):
        return Span(value_of(found[1]), float("inf"))
    if found := ABOVE.search(label):
        return Span(value_of(found[1]) + 0.001, float("inf"))
    if found := BELOW.search(label):
        return Span(float("-inf"), value_of(found[1]) - 0.01)
    if found := UP_TO.search(label):
        is_age = re.search(r"^do .*\blet\b", label)
        return Span(float("-inf"), value_of(found[1]) - (0.001 if is_age else 0))
    if found := re.search(rf"^{NUMBER}(?: [a-z]+)?$", label):
        return Span(value_of(found[1]), value_of(found[1]))
    return None


def _in_digits(found: re.Match[str]) -> str:
    """Three to five as 3 to 5."""
    return " ".join(IN_WORDS.get(word, word) for word in found.group().split())


def _number(value: float) -> str:
    """The number as people write it: 30 000."""
    return f"{round(value, 2):,.10g}".replace(",", "\N{NO-BREAK SPACE}")
