"""Which side of a scale a label stands on, by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum


class Side(Enum):
    """The sides of a scale with two ends."""

    POSITIVE = 1
    NEUTRAL = 0
    NEGATIVE = -1


_CS = (
    r"dobr\w*|vyborn\w*|skvel\w*|vynikajic\w*|chvalitebn\w*|spokojen\w*|souhlas\w*|snadn\w*|jednoduch\w*|"
    r"dulezit\w*|bezpecn\w*|pravdepodobn\w*|prijemn\w*|vyhovuj\w*|vyhovujic\w*|libi|dostatecn\w*|duveruj\w*|"
    r"uzitecn\w*|pratelsk\w*|kvalitn\w*|ochotn\w*|spolehliv\w*|srozumiteln\w*|prehledn\w*|podporuj\w*|"
    r"priznive|hezk\w*|pekn\w*|krasn\w*|mil[eayi]|chutn\w*|libil\w*|vyhovuje|zajimav\w*|prinosn\w*|pomohl\w*|"
    r"vhodn\w*|primeren\w*|spravedliv\w*|slusn\w*|zdvoril\w*|laskav\w*|vstricn\w*|pozorn\w*|odborn\w*|"
    r"rychl[eaoyi]|cist[eaoyi]|klidn\w*|pohodln\w*|bavi|zabavn\w*|jasn\w*|pestr\w*|cerstv\w*|doporuc\w*|"
    r"schvaluj\w*|vitam\w*|fungovala?|funguje|zdaril\w*|podaril\w*|ucinn\w*|efektivn\w*|ferov\w*|dostupn\w*|"
    r"vyhodn\w*|nadsen\w*|oblibe\w*|prospesn\w*|pouziteln\w*|odpovidajic\w*|pecliv[eyai]|dustojn\w*|"
    r"lidsk[yeai]|snesiteln\w*|dostacujic\w*|postacujic\w*|uspokojiv\w*|obstojn\w*|prijateln\w*|uchazejic\w*|"
    r"solidn\w*|dobre|povedl\w*|povedl\w+"
)
_EN = (
    r"good|satisf\w*|agree|easy|important|safe|likely|pleasant|useful|helpful|friendly|reliable|clear|"
    r"acceptable|comfortable|happy|support|favou?rabl\w*|approve|fair(?=$)|confident|willing|adequate|"
    r"suitable|nice|nicely|tasty|kind|polite|courteous|attentive|professional|quick|fast|clean|tidy|quiet|"
    r"peaceful|interesting|enjoyable|fun|fresh|trustworthy|welcoming|warm|respectful|effective|efficient|"
    r"affordable|accessible|convenient|appropriate|successful|love|like|fine|lovely|competent|"
    r"(?<!the )patient|accurate|punctual|beneficial|bearable|tolerable|valuable|informative|well|enjoyed|"
    r"liked|loved|secure|reasonable|sufficient|thorough"
)
NEUTRAL = re.compile(
    r"\bani\b.*\bani\b|\bneither\b|napul|stredn\w*|(?<!nad)(?<!pod)prumern\w*|neutral\w*|"
    r"(?<!above )(?<!below )(?<!above-)(?<!below-)average|stejn\w*|the same|no change|"
    r"^(ujde( to)?|ok|okay|fair|so-so|jak kdy|nekdy ano)$|nekdy\b.*\bnekdy|sometimes\b.*\bsometimes|"
    r"obe|mixed|bez(?:e)? (?:zmen\w*|vlivu)|\bnezmenil\w*|\b(?:nema|nemel\w*) (?:\w+ ){0,4}vliv\b|"
    r"\bno (?:effect|impact|influence|difference)\b|\bunchanged\b|\bnot changed\b|tak akorat|about right|"
    r"undecided|nerozhodn\w*"
)
NEGATIVE = re.compile(
    rf"\bne({_CS})|\b(spatn\w*|hrozn\w*|otresn\w*|mizern\w*|obtizn\w*|tezk\w*|slozit\w*|nedostatecn\w*|"
    r"nejhor\w*|nevydar\w*|nepodar\w*|neuspe\w*|neprijateln\w*|horsi(?:mu)?|zhorsil\w*|negativn\w*|slab[eaoyi]|"
    r"bidn\w*|strasn\w*|hruzn\w*|desn\w*|hnusn\w*|oskliv[eyai]|hrub[eyai]|otravn\w*|odporn\w*|pomal[euyai]|"
    r"spinav\w*|nudn\w*|zklam\w*|skodliv\w*|hlucn\w*|nebezpecn\w*|katastrof\w*|tragick\w*|odmit\w*|"
    r"podprumern\w*|nic moc|nic extra|nesnas\w*|nenavid\w*|desi|mizer\w*|nicotn\w*|"
    r"(?<!\bna )(?<!\bpro )(?<!\bza )(?<!\bo )ne|rozhodne ne|spise ne|urcite ne)\b|"
    rf"\b(?:un|in|im|dis|non)-?(?:{_EN})(?:ly)?\b|"
    r"\b(below[ -]average|bad|badly|poor\w*|terrible|awful|difficult|hard|dissatisf\w*|disagree|oppose|"
    r"worse|worst|disapprove|no|inadequate|negative|dangerous(?:ly)?|unsafe|not|weak|rude(?:ly)?|"
    r"slow(?:ly)?|dirty|boring|horrible|dreadful|appalling|annoying|disgusting|bland|disappoint\w*|nasty|"
    r"noisy|ugly|useless|harmful|hated?|disliked?|didn't|don't|wasn't|isn't)\b"
)
POSITIVE = re.compile(
    rf"\b({_CS}|nadprumern\w*|miluj\w*|zboznuj\w*|above[ -]average|passable|passably|ano|lepsi(?:mu)?|"
    rf"zlepsil\w*|"
    rf"lehk\w*|pozitivn\w*|"
    rf"uzasn\w*|perfektn\w*|bajecn\w*|nadhern\w*|super|"
    rf"(?:{_EN})(?:ly)?|excellent|great|wonderfully|excellently|brilliantly|"
    rf"outstanding|delicious|spotless|brilliant|fascinating|perfect(?:ly)?|super|delight\w*|thrilled|"
    rf"impeccable|certain|"
    r"superb|wonderful|amazing|fantastic|better|best|yes|positive|exceptional)\b"
)
ONE_SIDED = re.compile(r"\b(not at all|slightly|moderately|a little|not very|vubec|trochu|malo|castecne)\b")
"""Words of scales that begin at nothing: these have no two sides to balance."""

DEGREE = re.compile(
    r"^(?:rozhodne|spise|urcite|velmi|zcela|naprosto|docela|pomerne|definitely|rather|very|fairly|quite|"
    r"strongly|somewhat|completely|probably|extremely|not at all|vubec ne\w*)\b"
    r"(?!.*\b(?:casto|zridka|often|rarely|seldom))"
)
"""Degrees of whatever is judged; how often is no judgement."""

BARE_DEGREE = re.compile(r"^(?:velmi|moc|hodne|docela|celkem|pomerne|very(?: much)?|quite|fairly|rather)$")
"""A degree alone speaks for what is asked."""

TOO = re.compile(r"\b(?:prilis|moc|too)\b")

_SCHOOL_MARKS = ("vyborn", "chvalitebn", "dobr", "dostatecn", "nedostatecn")

_FAIR_IS_NOT_GOOD = {"excellent", "good", "fair", "poor"}
"""Two good marks and two bad ones, as Americans use them."""

BARE = re.compile(r"^[^a-z]*(ano|ne|yes|no)\b")
"""Yes or no with what belongs to it is a choice, no scale."""


NOT_AT_ALL = re.compile(r"^(?:vubec ne|not at all|not) (?=\w)")
NOT_MY_CASE = re.compile(
    r"^(?:i|we) (?:get|have|had|got|use|used|receive|received|need|needed) (?:no|none)\b|"
    r"^there (?:is|was|are|were) (?:no|none)\b"
)
LESS = re.compile(r"\b(?:mene|less) (?=\w)")
"""Turn what follows into its opposite."""


def side(label: str) -> Side | None:
    """The side of a folded label; None where its words do not tell."""
    if NOT_MY_CASE.search(label):
        return None
    if NEUTRAL.search(label):
        return Side.NEUTRAL
    bare = LESS.sub("", NOT_AT_ALL.sub("", label))
    if bare != label and (other := side(bare)):
        return {Side.POSITIVE: Side.NEGATIVE, Side.NEGATIVE: Side.POSITIVE}.get(other)
    if NEGATIVE.search(label):
        return Side.NEGATIVE
    return Side.POSITIVE if POSITIVE.search(label) else None


def is_school_marks(labels: Sequence[str]) -> bool:
    """Whether these are the marks of Czech schools: four good ones and a bad one, as everybody knows."""
    bare = [re.sub(r"^[^a-z]+", "", label) for label in labels]
    return all(any(label.startswith(mark) for label in bare) for mark in _SCHOOL_MARKS)


def is_best_in_the_middle(labels: Sequence[str]) -> bool:
    """Whether a scale goes from too little to too much."""
    return len(labels) > 2 and bool(TOO.search(labels[0]) and TOO.search(labels[-1]))


def uneven_around_the_middle(labels: Sequence[str]) -> tuple[int, int] | None:
    """How many labels say too much and too little, where one side has more of them; else None."""
    marks = [bool(TOO.search(label)) for label in labels]
    if all(marks):
        return None
    before, after = marks.index(False), marks[::-1].index(False)
    return (before, after) if before != after else None


def sides(labels: Sequence[str]) -> tuple[int, int] | None:
    """How many labels are positive and negative; None where they are no scale with two sides."""
    if is_best_in_the_middle(labels) or is_school_marks(labels) or set(labels) == _FAIR_IS_NOT_GOOD:
        return None
    found = [side(label) for label in labels]
    if Side.POSITIVE in found:  # "wonderful, very, quite, did not like it"
        found = [
            Side.POSITIVE if BARE_DEGREE.match(label) else known
            for label, known in zip(labels, found, strict=True)
        ]
    negative = found.count(Side.NEGATIVE) + found.count(None)
    if (
        any(BARE.match(label) for label in labels)
        or len(found) < 3
        or (None in found and not _is_uneven_anyhow(found))
        or Side.POSITIVE not in found
    ):
        return None
    compares = any(re.search(r"\b(?:better|worse|lepsi|horsi)\b", label) for label in labels)
    if negative <= 1 and not compares and any(ONE_SIDED.search(label) for label in labels):
        return None
    if found.count(Side.POSITIVE) <= 1 and not compares and any(map(NOT_AT_ALL.match, labels)):
        return None
    return found.count(Side.POSITIVE), negative


def _is_uneven_anyhow(found: Sequence[Side | None]) -> bool:
    """Whether most labels are good ones, even if the one that we do not know were a bad one."""
    good, bad = found.count(Side.POSITIVE), found.count(Side.NEGATIVE)
    return bad > 0 and found.count(None) == 1 and good > bad + 1


def is_judgement(labels: Sequence[str]) -> bool:
    """Whether the labels judge something: at least three of them, most on a side of a scale or in degrees."""
    told = [not BARE.match(label) and side(label) is not None for label in labels]
    degrees = [bool(DEGREE.match(label)) for label in labels]
    return any(sum(found) >= max(3, len(labels) - 1) for found in (told, degrees))
