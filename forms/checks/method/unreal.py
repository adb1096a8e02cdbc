"""What has not happened, and what is hardly ever true.

People can say what they would like, whom they would turn to and what they would choose; they cannot say
whether they would do what they never had the chance to do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.checks.method.reading import Fault, Question
from forms.checks.method.scales import is_scale

_BECAME_CS = (
    r"(?:zdarma|zadarmo|levnejsi|blize|castej|postavil|otevrel|zavedl|zrusil|zavrel|opravil|vyhral|zdrazil|"
    r"zlevnil|starost|primator|bohat|neexistoval|rozsiril|prodlouzil|jezdil)\w*"
)
_BECAME_EN = (
    r"(?:free|cheaper|closer|nearer|built|opened|closed|introduced|abolished|stopped|won|rich|mayor|"
    r"millionaire|did not exist|extended|existed|repaired|open on \w+|more often)"
)
HYPOTHETICAL = {
    "cs": re.compile(
        rf"\b(?:predstavte si|dejme tomu)\b|"
        rf"\b(?:kdyby\w*|pokud by(?!ste)\w*|jestlize by\w*)\b[^.?!]*\b{_BECAME_CS}"
    ),
    "en": re.compile(
        rf"\b(?:imagine|suppose|supposing|hypothetically)\b|"
        rf"\bwould you (?!still\b|come\b|stay\b|leave\b|"
        rf"return\b)[^.?!]*\bif\b[^.?!]*\b{_BECAME_EN}\b(?! (?:earlier|"
        rf"later|longer))|"
        rf"\bif\b[^.?!]*\b{_BECAME_EN}\b[^.?!]*\bwould\b"
    ),
}
"""A world that is not: prices, buildings and timetables that nobody has seen."""

KNOWN_TO_PEOPLE = {
    "cs": re.compile(
        r"\b(?:vite|vedel\w*(?:\(a\)|/a)? byste|mate (?:\w+ ){0,3}(?:nekoho|koho|na koho|komu|zajem)|"
        r"mel\w* (?:\w+ ){0,4}zajem|na koho|ke komu|obratil\w*|doporuc\w+|je (?:\w+ ){0,3}nekdo|"
        r"prihlasil\w*|zucastnil\w*)\b|\bkdybyste (?:\w+ ){0,4}?(?:potreboval|onemocnel|chtel|mel|"
        r"meli zajem|se ocitl|si chtel|mohl|musel|meli moznost)\w*|\bkdyby (?:\w+ ){0,4}?(?:k dispozici|"
        r"dostupn\w+|nabizen\w*)\b|\bjak (?:pravdepodobn|uzitecn|dulezit|se vam|by se vam hodil)"
    ),
    "en": re.compile(
        r"^(?:who|whom|to whom|where) would you\b|\bwould you know\b|\bdo you know\b|\bis there (?:someone|"
        r"anyone|anybody)\b|\bhow (?:likely|useful|important)\b|\bwould you (?:recommend|sign up|take part|"
        r"join)\b|\bif you (?:\w+ ){0,3}?(?:needed|wanted|were (?:\w+ )?(?:ill|unhappy|worried|unwell)|"
        r"fell|had a|became|could|lost)\b|\bif (?:\w+ ){1,4}?(?:available|on offer)\b"
    ),
}
"""What people would do in need, or with what is on offer: whom they have and what they want, they know."""

SETTLED = re.compile(r"\bjak casto\b|\bhow often\b")
ABSOLUTE = {
    "cs": re.compile(
        r"\b(?:vzdy|vzdycky|pokazde|za vsech okolnosti|bez vyjimky|(?:uplne|naprosto) (?:vsichni|kazdy))\b|"
        r"^vsichni (?:(?:moji|nasi|mi) )?(?:spoluzac|ucitel|zamestnan|pracovn|koleg|kolegyn|sester|ridic|"
        r"urednic|trener)\w*"
    ),
    "en": re.compile(
        r"\b(?:do|does) (?:you|your \w+) always\b|\b(?:staff|they|he|she|people|\w+s|"
        r"the \w+) always (?!available\b|"
        r"open\b|on\b|at\b|with\b|there\b|a\b|an\b|the\b)\w+|\bevery single \w+|\bwithout exception\b|\bat "
        r"all times\b|"
        r"\babsolutely every\w*|^(?:all (?:of )?(?:the |my |our )?(?:staff|teachers|drivers|nurses|"
        r"colleagues|"
        r"classmates|trainers|coaches|carers)|every (?:teacher|driver|nurse|colleague|carer)) (?!in my "
        r"(?:home|house))"
    ),
}
ALLOWED = {
    "cs": re.compile(
        r"\b(?:nekdy|nekdo|s kym|obcas|nebo nikdy|zpravidla|vsichni (?:\w+ )?(?:clen|v rodin|v domac|doma|"
        r"lid\w+ v|dospel|spolubydl)\w*)|\bbydl\w+ (?:\w+ )?vzdy|vzdy (?:\w+ )?(?:bydl|zil)\w*|"
        r"\bmel[aiyo]? by\b"
    ),
    "en": re.compile(
        r"\b(?:someone|sometimes|once|often|or never|always (?:lived|been|worked)|almost always|"
        r"nearly always|not always|should|belt|helmet|inhaler|medicines?|passport|(?<!by )phone|"
        r"(?:everyone|nobody) (?:else )?in (?:your|the) (?:household|home|family|house|flat))\b"
    ),
}
"""Frequencies offered side by side, and words that count people instead of exaggerating."""


def unreal(question: Question) -> Iterator[Fault]:
    """Questions about what would be, and statements that allow no exception."""
    family, text = question.family, question.folded
    hypothetical = HYPOTHETICAL[family].search(text)
    settled = question.is_yes_no or SETTLED.search(text)
    if hypothetical and settled and not KNOWN_TO_PEOPLE[family].search(text):
        yield Fault("hypothetical", hypothetical.group())
    absolute = ABSOLUTE[family].search(text)
    closed = question.is_yes_no or question.is_row or is_scale(question)
    if absolute and closed and not ALLOWED[family].search(text):
        yield Fault("absolute_words", absolute.group())
