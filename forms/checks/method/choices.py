"""Options: a place for what is not listed, and words that mean the same to everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forms.checks.method.polarity import is_judgement
from forms.checks.method.ranges import ranges, span_of
from forms.checks.method.reading import Fault, Question
from forms.definition.questionnaire import ItemType

SEVERAL = {ItemType.MULTIPLE_CHOICE}
REASONS = re.compile(
    r"\b(?:z jakeho duvodu|z jakych duvodu|z ktereho duvodu|jak\w* (?:je|byl|"
    r"jsou) (?:\w+ )?(?:hlavni )?duvod|odkud jste se|jak jste se (?:o \w+ )?(?:\w+ )?dozved\w*|"
    r"co vam (?:\w+ )?brani|^co (?:je|bylo) (?:\w+ )?duvodem,? proc|what (?:is|was) the (?:main )?reason|"
    r"for what reason|"
    r"how did you (?:first )?(?:hear|find out|learn)|what (?:prevents|stops|prevented|stopped) you|"
    r"which (?:problems|difficulties|barriers))\b|^(?:proc|why)\b"
)
MAIN_REASON = re.compile(r"^(?:what|which) (?:is|was) (?:the|your) (?:main|most important|chief) reason\b")
"""Somebody always has another one, and knows it."""

HABITS = re.compile(
    r"^(?:jak (?:se )?(?!casto|dlouho|daleko|moc|dobre|rychle|brzy|pozde|mnoho|velk|star)|cim |kde |odkud |"
    r"kam |od koho )(?=.*\b(?:doprav\w+|cestuj\w+|jezdi\w+|dostan\w*|dostav\w+|dozvid\w+|nakup\w+|kup\w+|"
    r"hled\w+|zjist\w+|ziskav\w+|chodi\w+|tridi\w+|odklad\w+|trav\w+|topi\w+)\b)[^?]*\b(?:nejcasteji|"
    r"obvykle|vetsinou|zpravidla|hlavne|prevazne)\b|^(?:how|where) (?:do|did|"
    r"does) (?=.*\b(?:travel|get|go|come|hear|find|learn|shop|buy|look|spend|reach)\b)[^?]*\b(?:usually|"
    r"mostly|mainly|normally|typically|most often)\b"
)
"""How or where something is usually done: a list of ways is never complete."""

TRAVELLED = re.compile(
    r"^how did (?:you|your \w+) (?:travel|get|come|reach)\b|"
    r"^(?:jak|cim) (?:jste|ses|se) (?:\w+ ){0,4}?(?:dostal|prijel|jel|cestoval|dopravil|prisel|dorazil)"
)
BY_MEANS = re.compile(
    r"^(?:(?:by|on) (?:car|bus|train|tram|bike|bicycle|foot)|pesky|autem|autobusem|vlakem|tramvaji|na kole|"
    r"mhd)\b"
)
FEWEST_MEANS = 2
"""Ways to travel: of two that are listed more can be thought of."""

COMPLETE = re.compile(r"\b(?:plat\w+|u nas|od nas|k nam|pay|from us|to us|with us|our|nas\w*)\b")
"""Ways to pay, and ways that one offers oneself, are few and known."""

REMAINDER = re.compile(
    r"\b(?:jin[yaeoy]\w*|jinde|jinam|jinudy|odjinud|jinak|jindy|neco jineho|ostatni|dalsi|zadn\w+|nic|nikdo|"
    r"neuved|other|something else|someone else|elsewhere|another|none|nothing|varies|about the same)\b"
)
NONE_OF_THEM = re.compile(
    r"^(?:zadn\w+(?: z (?!oboru)| [a-z]+$|$)|nic(?: z|$| nevyuziv| nepotreb| nechyb| mi ne| nam ne)|nikde$|"
    r"nikdo$|nevyuzil\w* jsem (?:zadn|nic)|nevim$|none(?: of (?:these|those|the above|the following|them|"
    r"it)\b|$)|nothing$|no one$|nobody$|nowhere$|don'?t know$|i don'?t know$|not applicable$|netyka se me$|"
    r"prefer not to say$)|^(?:s |se |o |v |na |k |z |za |pro |do |od )?(?:zadn\w+|nic(?:im|emu|eho|em)?|"
    r"nikym|nikomu|nikam)(?: z (?:toho|nich|uvedeny\w+|techto \w+|nabizeny\w+))?$|"
    r"^ani jed(?:no|nu|en|na|noho)\b|^(?:nechodi\w+|nevyuziv\w+|neznam\w*|nepouziv\w+|nectu|necteme|"
    r"neodebir\w+|nenavstev\w+|nesleduj\w+|netrid\w+) (?:\w{1,2} )?(?:zadn\w+|nic\w*)|"
    r"^zadn\w+ (?:\w+ ){1,2}ne\w+(?:am|im|ame|ime|uji|ujeme|ji)$|^(?:i|we) (?:do not|don't|did not|didn't|"
    r"have not|haven't) (?:use|go to|know|read|visit|attend|sort|take|do|belong to|recycle) (?:\w+ )?(?:any|"
    r"anything|one)\b(?! other)(?<!know of any)(?<!know of one)"
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
    r"nepravidelne|nekdy|prilezitostne|vyjimecne|malo|hodne|often|sometimes|rarely|seldom|occasionally|"
    r"regularly|frequently|usually|a lot|not much|now and then|irregularly)$"
)
COUNTABLE_EN = re.compile(
    r"^how (?:often|frequently|regularly) (?:do|does|did) (?:you|your \w+) (?:\w+ly )?(?:visit|use|go|"
    r"travel|come|shop|buy|eat|read|watch|listen|exercise|walk|cycle|drive|swim|borrow|attend|volunteer|"
    r"recycle|sort|cook|play|take|contact|see)\b(?!.*\b(?:because|when|enough|hard|difficult|trouble|"
    r"problems?)\b)"
)
"""Habits that can be counted; how often one worries, or things go wrong, is told as well by "sometimes"."""
WHOLE = re.compile(r"^(?:vzdy|vzdycky|pokazde|always|every time|all the time)\b")
"""A scale from always to never counts by itself: often means more than half."""

MASCULINE_WORD = re.compile(
    r"^(?:(?:velmi|spise|zcela|rozhodne|docela|mirne|plne|naprosto|uplne) )?(?:ne)?(?:spokojen|informovan|"
    r"zamestnan|ochoten|rad|schopen|presvedcen)$|\b(?:byl|mel|vedel|nevedel|nemohl|chtel|nechtel|slysel|"
    r"potreboval|nepotreboval|vyuzil|nevyuzil|nasel|nenasel|dostal|nedostal|znal|neznal) (?:jsem|bych)\b|"
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


def faults(question: Question) -> Iterator[Fault]:
    """Faults of the options written for one question."""
    item = question.place.item
    labels = question.labels
    if item.battery is not None or len(labels) < 2 or item.source is not None:
        return
    if question.type is ItemType.SINGLE_CHOICE and not HOURS.search(question.folded):
        yield from ranges(labels)
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
    if _is_about_a_journey(question):
        return True
    if question.family == "en" and _is_long_or_left_open(question):
        is_short = len(question.points) <= MOST_REASONS
        return is_short and bool(MAIN_REASON.search(question.folded))
    if REASONS.search(question.folded):
        return True
    is_listed = not (is_judgement(question.points) or any(map(_is_measured, question.points)))
    is_habit = HABITS.search(question.folded) and not COMPLETE.search(question.folded)
    return is_listed and not question.is_yes_no and bool(is_habit)


def _is_about_a_journey(question: Question) -> bool:
    means = sum(bool(BY_MEANS.match(label)) for label in question.points)
    return means >= FEWEST_MEANS and bool(TRAVELLED.search(question.folded))


def _is_long_or_left_open(question: Question) -> bool:
    """Whether the list is long enough to be complete, or lets people out."""
    return len(question.points) > MOST_REASONS or len(question.points) < len(question.labels)


def _is_measured(label: str) -> bool:
    return bool(span_of(label) or re.search(r"\d", label))
