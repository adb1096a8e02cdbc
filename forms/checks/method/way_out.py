"""Whether a question needs "don't know": people know about themselves, but not all of them about the rest.

What is asked decides: what should be done, how things are in the town, what the law says, who pays for what.
A fact of one's own life needs no way out, and neither does "Do you know where…?", whose "no" is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.checks.method.knowledge import CHANGED_LATELY, COMPARES, DIRECTION, DOES_SO, UNSEEN, WHO_DOES_BEST
from forms.checks.method.polarity import is_best_in_the_middle, is_judgement
from forms.checks.method.reading import DONT_KNOW, Fault, Question
from forms.checks.method.world import (
    BY_THE_WAY,
    CHANGED,
    DIFFERENT_ANSWER,
    GENERAL,
    IN_MY_VIEW,
    JUDGED,
    LAW,
    OF_THE_TOWN,
    OWN_EN,
    OWN_PEOPLE,
    OWN_PLAN,
    PUBLIC,
    QUANTITY,
    RESPONSIBLE,
    SATISFIED,
    SHOULD,
    SIDES_TAKEN,
    SUPERLATIVE,
    THIRD_PERSON,
    WAS_IT_RIGHT,
    WHOSE,
    WORLD,
    ZEROTH,
)
from forms.definition.questionnaire import ItemType

KNOWS = re.compile(
    r"^(?:vite|vis|znate|znas|tusite|slyseli|slysel\w*|do you know|have you heard|are you aware)\b"
)
"""Here "no" says as much as "don't know"."""

SEEN = re.compile(
    r"^have there been\b|^(?:bylo|byly|byl|byla|probihal\w*|konal\w*) .*\b(?:v poslednich|za poslednich|"
    r"letos|loni)\b|\b(?:in|during|over) the (?:last|past) \w+ (?:days|weeks|months)\b"
)
"""What has happened lately, people have seen or have not."""

OWN_TOO = re.compile(
    r"\b(?:your (?!neighbours?\b|town|city|village|district|street|area)|you\b|vas|vam|vase)"
)

OWN_CS = re.compile(
    r"\b(?:vy|v[aá]s|v[aá]m|v[aá]mi|va[sš][eií]\w*|v[aá][sš]|ty|t[eě]|ti|tob[eě]|tebe|tv[uůoáée]\w*|jste|"
    r"byste|jsi|bys|js[ií]|sis|ses|\w+[aáeéiíy]te|(?!n[aá]š\b)\w+[aáií]š|\w{2,}eš)\b"
)
"""Whoever answers is spoken to; read with diacritics, which tell "máte" from "městě"."""


def faults(question: Question) -> Iterator[Fault]:
    """Whether a question that some people cannot answer forces them to."""
    if question.type not in (ItemType.SINGLE_CHOICE, ItemType.YES_NO) or question.is_row:
        return
    if question.place.item.scale is not None or question.place.item.source is not None:
        return
    is_scale = is_judgement(question.points) or is_best_in_the_middle(question.points)
    if is_scale or any(map(_is_way_out, question.labels)):
        return
    if needs_way_out(question):
        below = "options" if question.type is ItemType.SINGLE_CHOICE else "texts"
        yield Fault("missing_dont_know", question.text, below)


def _is_way_out(label: str) -> bool:
    return bool(DONT_KNOW.search(label) or DIFFERENT_ANSWER.search(label))


def needs_way_out(question: Question) -> bool:
    """Whether it asks for an opinion, or for something that not everybody knows."""
    text = question.folded
    if ZEROTH.search(text) or OWN_PLAN.search(text) or (question.is_yes_no and KNOWS.search(text)):
        return False
    if IN_MY_VIEW.search(text):
        return True
    if SHOULD.search(text) or (question.is_yes_no and SIDES_TAKEN.search(text)):
        return True
    return _is_general_knowledge(question) or _is_judgement_of_the_town(question)


def _is_general_knowledge(question: Question) -> bool:
    text = BY_THE_WAY.sub(" ", question.folded).strip()
    if RESPONSIBLE.search(text) or WHO_DOES_BEST.search(text):
        return True
    is_seen = bool(SEEN.search(text))
    if DOES_SO.search(text) and not OWN_TOO.search(text) and not is_seen:
        return True
    if _is_own(question):
        return False
    if not is_seen and UNSEEN.search(text):
        return True
    if (not is_seen or CHANGED_LATELY.search(text)) and _compares(question, text):
        return True
    if LAW.search(text) or WHOSE.search(text):
        return True
    if question.is_yes_no:
        return False
    if CHANGED.search(text) and (PUBLIC.search(text) or OF_THE_TOWN.search(text)):
        return True
    return bool((QUANTITY.search(text) and WORLD.search(text)) or SUPERLATIVE.search(text))


def _compares(question: Question, text: str) -> bool:
    """Whether most answers tell where something is heading, or how it stands to something else."""
    heading = sum(bool(DIRECTION.match(label)) for label in question.points)
    return heading >= 2 and heading >= len(question.points) - 1 and bool(COMPARES.search(text))


def _is_judgement_of_the_town(question: Question) -> bool:
    """How things are in general, not how they were when one came."""
    text = question.folded
    if not question.is_yes_no:
        return False
    if SEEN.search(text):
        return False
    if WAS_IT_RIGHT.search(text) or (SATISFIED.search(text) and PUBLIC.search(text)):
        return True
    is_general = GENERAL.search(text) and JUDGED.search(text)
    return bool(is_general or (THIRD_PERSON.search(text) and PUBLIC.search(text))) and not _is_own(question)


def _is_own(question: Question) -> bool:
    """Whether it asks about the one who answers; "your street" and "do you think" are no such thing."""
    if question.family == "en":
        return bool(OWN_EN.search(OF_THE_TOWN.sub(" ", BY_THE_WAY.sub(" ", question.folded))))
    return bool(OWN_CS.search(_stripped(question)) or OWN_PEOPLE.search(question.folded))


def _stripped(question: Question) -> str:
    """The question with diacritics, without what only looks as if it were about the one who answers."""
    text = question.text.lower()
    plain = question.folded
    for pattern in (BY_THE_WAY, OF_THE_TOWN):
        for found in reversed(list(pattern.finditer(plain))):
            text = text[: found.start()] + " " * (found.end() - found.start()) + text[found.end() :]
    return text
