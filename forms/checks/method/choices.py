"""Options: ranges that meet, a place for what is not listed, and words that mean the same to everybody."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forms.checks.method.polarity import is_judgement
from forms.checks.method.reading import DONT_KNOW, Fault, Question
from forms.definition.questionnaire import ItemType

SEVERAL = {ItemType.MULTIPLE_CHOICE}
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

REASONS = re.compile(
    r"\b(?:z jakeho duvodu|z jakych duvodu|z ktereho duvodu|jak\w* (?:je|byl|jsou) (?:\w+ )?(?:hlavni "
    r")?duvod|odkud jste se|jak jste se "
    r"(?:o \w+ )?(?:\w+ )?dozved|co vam (?:\w+ )?brani|what (?:is|was) the (?:main )?reason|for what reason|"
    r"how did you "
    r"(?:first )?(?:hear|find out|learn)|what (?:prevents|stops|prevented|stopped) you|which (?:problems|"
    r"difficulties|barriers))\b|^(?:proc|why)\b"
)
HABITS = re.compile(
    r"^(?:jak (?:se )?(?!casto|dlouho|daleko|moc|dobre|rychle|brzy|pozde|mnoho|velk|star)|cim |kde |"
    r"odkud |kam |od koho )(?=.*\b(?:doprav\w+|cestuj\w+|jezdi\w+|dostan\w*|dostav\w+|dozvid\w+|nakup\w+|"
    r"kup\w+|hled\w+|zjist\w+|ziskav\w+|chodi\w+|tridi\w+|odklad\w+|trav\w+|topi\w+)\b)[^?]*"
    r"\b(?:nejcasteji|obvykle|vetsinou|zpravidla|hlavne|prevazne)\b|"
    r"^(?:how|where) (?:do|did|does) "
    r"(?=.*\b(?:travel|get|go|come|hear|find|learn|shop|buy|look|spend|reach)\b)"
    r"[^?]*\b(?:usually|mostly|mainly|normally|typically|most "
    r"often)\b"
)
"""How or where something is usually done: a list of ways is never complete."""

COMPLETE = re.compile(r"\b(?:plat\w+|u nas|od nas|k nam|pay|from us|to us|with us|our|nas\w*)\b")
"""Ways to pay, and ways that one offers oneself, are few and known."""

REMAINDER = re.compile(
    r"\b(?:jin[yaeoy]\w*|jinde|jinam|jinudy|odjinud|jinak|jindy|neco jineho|ostatni|dalsi|zadn\w+|nic|nikdo|"
    r"neuved|other|something else|someone "
    r"else|elsewhere|another|none|nothing|varies|about the same)\b"
)
NONE_OF_THEM = re.compile(
    r"^(?:zadn\w+(?: z (?!oboru)| [a-z]+$|$)|"
    r"nic(?: z|$| nevyuziv| nepotreb| nechyb| mi ne| nam ne)|nikde$|nikdo$|"
    r"nevyuzil\w* jsem (?:zadn|nic)|nevim$|none(?: of (?:these|those|the above|the following|them|it)\b|$)|"
    r"nothing$|no one$|nobody$|nowhere$|don'?t know$|i don'?t know$|not applicable$|netyka se me$|prefer "
    r"not to say$)|"
    r"^(?:s |se |o |v |na |k |z |za |pro |do |od )?(?:zadn\w+|nic(?:im|emu|eho|em)?|nikym|nikomu|"
    r"nikam)(?: z (?:toho|nich|uvedeny\w+|techto \w+|nabizeny\w+))?$|^ani jed(?:no|nu|en|na|noho)\b|"
    r"^(?:nechodi\w+|nevyuziv\w+|neznam\w*|nepouziv\w+|nectu|necteme|neodebir\w+|nenavstev\w+|nesleduj\w+|"
    r"netrid\w+) "
    r"(?:\w{1,2} )?(?:zadn\w+|nic\w*)|^zadn\w+ (?:\w+ ){1,2}ne\w+(?:am|im|ame|ime|uji|ujeme|ji)$|"
    r"^(?:i|we) (?:do not|don't|did not|didn't|have not|haven't) (?:use|go to|know|read|visit|attend|sort|"
    r"take|do|belong "
    r"to|recycle) (?:\w+ )?(?:any|anything|one)\b(?! other)(?<!know of any)(?<!know of one)"
)
EVERYTHING = re.compile(
    r"^(?:vse(?:chno|chny|chna)? (?:z )?(?:vyse|uveden|predchoz)|all of (?:the above|these|them)|vse "
    r"uvedene|both of the above)"
)
WHOLES = (
    (
        r"^(?!.*\b(?:jin\w+|other)\b).*\b(?:(?:verejn|hromadn)\w+ doprav\w+|mhd|public trans\w+)",
        (
            r"\b(?:autobus\w*|tramvaj\w*|trolejbus\w*|metr\w*|(?<!school )bus|buses|trams?|"
            r"underground|subway|metro)\b"
        ),
    ),
    (
        r"^(?:na |ze |z |on |from |via )?(?:socialni\w* sit\w*|social media|social networks?)$",
        r"\b(?:facebook\w*|instagram\w*|tiktok\w*|twitter|youtube\w*)\b",
    ),
    (
        r"^(?:s |od |with |from )?(?:my )?(?:rodin\w*|family)$",
        r"\b(?:rodic\w*|sourozen\w*|parents?|siblings?)\b",
    ),
    (r"^(?:domaci )?(?:zvire|zvirata|pets?|an animal)$", r"\b(?:pes|psa|kock\w*|dogs?|cats?)\b"),
    (
        r"^(?:v |ze |do )?zahranic\w*$|^abroad$",
        r"\b(?:slovensk\w*|nemeck\w*|polsk\w*|rakousk\w*|germany|france|poland)\b",
    ),
    (
        r"^(?:pracuj\w+|zamestnan\w*(?:[(/]\w[)]?)?|employed|working|in work)$",
        r"\b(?:(?:plny|castecny|polovicni|zkraceny) uvazek|(?:full|part)[- ]time)\b",
    ),
    (
        r"^(?:sport|sports|sportem)$",
        r"\b(?:fotbal\w*|hokej\w*|plavan\w*|tenis\w*|football|hockey|swimming|tennis)\b",
    ),
    (
        r"^(?:tisk|noviny|the press|newspapers?)$",
        r"\b(?:(?:mistni|celostatni) (?:noviny|tisk)|local (?:paper|newspaper))\b",
    ),
)
"""Answers that take in others on the list."""

SOME = re.compile(r"^(?:some|most|a few|one|nekter\w+|vetsina|par|jedn[aou]\w*)(?: z| of|$)")
"""All, some, none: how many of them, not which."""

HOW_OFTEN = re.compile(r"\b(?:jak casto|how often|how frequently|kolikrat|jak pravidelne|how regularly)\b")
VAGUE = re.compile(
    r"^(?:(?:velmi|docela|pomerne|spise|very|quite|fairly) )?(?:casto|obcas|zridka|malokdy|pravidelne|"
    r"nepravidelne|nekdy|prilezitostne|vyjimecne|malo|hodne|"
    r"often|sometimes|rarely|seldom|occasionally|regularly|frequently|usually|a lot|not much|now and then|"
    r"irregularly)$"
)
COUNTABLE_EN = re.compile(
    r"^how (?:often|frequently|regularly) (?:do|does|did) (?:you|your \w+) (?:\w+ly )?(?:visit|use|go|travel|"
    r"come|"
    r"shop|buy|eat|read|watch|listen|exercise|walk|cycle|drive|swim|borrow|attend|volunteer|recycle|sort|"
    r"cook|"
    r"play|take|contact|see)\b(?!.*\b(?:because|when|enough|hard|difficult|trouble|problems?)\b)"
)
"""Habits that can be counted; how often one worries, or things go wrong, is told as well by "sometimes"."""
WHOLE = re.compile(r"^(?:vzdy|vzdycky|pokazde|always|every time|all the time)\b")
"""A scale from always to never counts by itself: often means more than half."""

MASCULINE_WORD = re.compile(
    r"^(?:(?:velmi|spise|zcela|rozhodne|docela|mirne|plne|naprosto|uplne) )?(?:ne)?(?:spokojen|informovan|"
    r"zamestnan|ochoten|rad|schopen|presvedcen)$|"
    r"\b(?:byl|mel|vedel|nevedel|nemohl|chtel|nechtel|slysel|potreboval|nepotreboval|vyuzil|nevyuzil|nasel|"
    r"nenasel|dostal|nedostal|znal|neznal) (?:jsem|bych)\b|"
    r"\b(?:jsem|bych) (?:\w+ )?(?:\w{2,}(?:al|el|il)|spokojen|nespokojen|zamestnan|rad|sam)\b(?!\s?[(/])|"
    r"^(?:(?:velmi|spise|zcela|rozhodne|docela|mirne|plne|naprosto|uplne) )?(?:ne)?(?:spokojeny|informovany|"
    r"ochotny|schopny|presvedceny|svobodny|zenaty|rozvedeny|ovdovely)$"
)
BOTH_FORMS = re.compile(r"\b(\w{2,}[^aeiouy\W])\b.*\b\1a\b")
HOURS = re.compile(
    r"\b(?:ktera (?:\w+ )?doba|otevirac\w+ dob|v kolik hodin|v jakou dobu|what time|which (?:times|hours)|"
    r"opening (?:hours|times))\b"
)
"""Hours of the day may meet: 8 to 12, 12 to 16."""

FEWEST_REASONS = 3
MOST_REASONS = 6
FEWEST_RANGES = 2
MOST_BETWEEN = 1.01
"""From 5 to 6 nothing is left out, and neither is from "under 5" to 6."""


class Span(NamedTuple):
    """The numbers that a label covers, both ends included."""

    low: float
    high: float


def faults(question: Question) -> Iterator[Fault]:
    """Faults of the options written for one question."""
    item = question.place.item
    labels = question.labels
    if item.battery is not None or len(labels) < 2 or item.source is not None:
        return
    if question.type is ItemType.SINGLE_CHOICE and not HOURS.search(question.folded):
        yield from _ranges(labels)
    if question.type in (ItemType.SINGLE_CHOICE, ItemType.MULTIPLE_CHOICE):
        yield from _listed(question)
    if question.family == "cs":
        masculine = next((label for label in labels if _is_masculine(label)), "")
        feminine = re.compile(rf"\b(?:vdana|vdova|{re.escape(masculine[:-1])}a)\b")
        if masculine and not any(map(feminine.search, labels)):
            below = "scale" if item.scale is not None else "options"
            yield Fault("masculine_only", masculine, below)


def _is_masculine(label: str) -> bool:
    """Whether a label speaks of men only: "dozvěděl jsem se", but not "dozvěděl nebo dozvěděla jsem se"."""
    return bool(MASCULINE_WORD.search(label)) and not BOTH_FORMS.search(label)


def _listed(question: Question) -> Iterator[Fault]:
    labels, options = question.labels, question.options
    has_rest = any(option.write_in for option in options) or any(REMAINDER.search(label) for label in labels)
    if len(question.points) >= FEWEST_REASONS and not has_rest and _is_endless(question):
        yield Fault("missing_other", ", ".join(labels), "options")
    if HOW_OFTEN.search(question.folded):
        vague = [label for label in labels if VAGUE.match(label)]
        is_counted = question.family != "en" or COUNTABLE_EN.search(question.folded)
        if len(vague) >= 2 and is_counted and not any(map(WHOLE.match, labels)):
            yield Fault("vague_quantifiers", ", ".join(vague), "options")
    for number, label in enumerate(labels):
        is_several = question.type is ItemType.MULTIPLE_CHOICE
        if is_several and NONE_OF_THEM.match(label) and not options[number].exclusive:
            yield Fault("none_not_exclusive", label, f"options/{number}")
        if question.type is ItemType.SINGLE_CHOICE and _is_whole(label, labels):
            yield Fault("options_overlap", label, f"options/{number}")
        if EVERYTHING.match(label) and not any(map(SOME.match, labels)):
            yield Fault("options_overlap", label, f"options/{number}")


def _is_whole(label: str, labels: Sequence[str]) -> bool:
    """Whether another answer on the list is a part of this one: by bus, by public transport."""
    parts = [part for whole, part in WHOLES if re.search(whole, label)]
    return any(re.search(part, other) for part in parts for other in labels if other != label)


def _is_endless(question: Question) -> bool:
    """Whether people may well have an answer that is not listed."""
    if question.family == "en" and _is_long_or_left_open(question):
        return False
    if REASONS.search(question.folded):
        return True
    is_listed = not (is_judgement(question.points) or any(map(_is_measured, question.points)))
    is_habit = HABITS.search(question.folded) and not COMPLETE.search(question.folded)
    return is_listed and not question.is_yes_no and bool(is_habit)


def _is_long_or_left_open(question: Question) -> bool:
    """Whether the list is long enough to be complete, or lets people out."""
    return len(question.points) > MOST_REASONS or len(question.points) < len(question.labels)


def _is_measured(label: str) -> bool:
    return bool(_span(label) or re.search(r"\d", label))


def _ranges(labels: Sequence[str]) -> Iterator[Fault]:
    spans: dict[frozenset[str], list[Span]] = {}
    if any(map(CLOCK.search, labels)):
        return
    for label in labels:
        if not DONT_KNOW.search(label) and (span := _span(label)):
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


def _span(label: str) -> Span | None:
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
