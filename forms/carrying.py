"""Answers begun in one version of a questionnaire, carried over into another.

What the other version would take stays. What it would refuse is kept as it was typed, to be looked at again;
what it does not ask at all stays among the answers off the path, where it counts for nothing. Knows neither
waves nor storage.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from forms import routing
from forms.changes import ChangeKind, compare, touched
from forms.definition.questionnaire import Item, Questionnaire
from forms.expressions.evaluation import Answer, Answers, is_answered
from forms.item_types import HANDLERS, WRITE_IN_LENGTH, Refusal, read_text
from forms.routing import WITHOUT_ANSWER, write_in_key


@dataclass(frozen=True)
class Carried:
    """`answers` fit the version; `typed` holds, by page, all inputs [name, value] of a page with a misfit."""

    answers: dict[str, Answer]
    typed: dict[str, list[list[str]]] = field(default_factory=dict)


MEANINGS = frozenset(
    {ChangeKind.ITEM_TYPE, ChangeKind.OPTION_TAKES_OVER, ChangeKind.UNIT, ChangeKind.EASY_POINTS}
)
"""Changes after which an answer may still be valid and yet say something else."""


def carried_over(
    questionnaire: Questionnaire,
    answers: Answers,
    language: str,
    begun: Questionnaire | None = None,
    *,
    typed: Sequence[Sequence[str]] = (),
    settled: Collection[str] = (),
) -> Carried:
    """What becomes of answers given to another version of `questionnaire`, `begun` where it is known.

    Args:
        typed: inputs [name, value] that the other version did not take; they wait on the pages of this one.
        settled: codes of items whose answers were given to this version already.
    """
    misfits = _misfits(questionnaire, answers, language, begun) - set(settled)
    gone = misfits | {write_in_key(code) for code in misfits}
    kept = {key: answer for key, answer in answers.items() if key not in gone}
    waiting: dict[str, list[list[str]]] = {}
    for name, value in typed:
        waiting.setdefault(name.partition(".")[0], []).append([name, value])
    unsettled = misfits | waiting.keys()
    pages = {
        page.page_code: [
            pair
            for item in page.items
            for pair in waiting.get(item.item_code) or _inputs(item, answers, language)
        ]
        for page in routing.pages(questionnaire, kept)
        if unsettled.intersection(item.item_code for item in page.items)
    }
    return Carried(kept, pages)


def no_longer_asked(questionnaire: Questionnaire, answers: Answers, begun: Questionnaire) -> list[Item]:
    """The items of `begun` that were answered and that `questionnaire` does not have, in order."""
    return [
        item
        for item in begun.items
        if item.item_code not in questionnaire.index and is_answered(answers.get(item.item_code))
    ]


def _misfits(
    questionnaire: Questionnaire, answers: Answers, language: str, begun: Questionnaire | None
) -> set[str]:
    """Codes of the items whose answers this version would refuse or read as something else."""
    refused = {
        item.item_code
        for item in questionnaire.items
        if item.item_code in answers and not fits(questionnaire, item, answers)
    }
    if begun is None:
        return refused
    changes = [change for change in compare(begun, questionnaire) if change.kind in MEANINGS]
    return refused | {change.item_code for change in touched(changes, questionnaire, answers, language)}


def fits(questionnaire: Questionnaire, item: Item, answers: Answers) -> bool:
    """Whether this version would take the answer to one of its items, the words beside it included."""
    answer, options = answers[item.item_code], questionnaire.options[item.item_code]
    handler = HANDLERS[item.type]
    try:
        read = handler.read(item, options, handler.typed(answer, questionnaire.languages[0]))
        read_text(str(answers.get(write_in_key(item.item_code), "")), WRITE_IN_LENGTH)
    except (Refusal, ValueError):
        return False
    return _as_a_set(read) == _as_a_set(answer)


def _as_a_set(answer: Answer | None) -> object:
    """Options may stand in another order now; that is no other answer (a ranking is read as it was typed)."""
    return sorted(answer) if isinstance(answer, list) else answer


def _inputs(item: Item, answers: Answers, language: str) -> list[list[str]]:
    code, found = item.item_code, []
    if code in answers and item.type not in WITHOUT_ANSWER:
        inputs = HANDLERS[item.type].typed(answers[code], language)
        found = [[code + suffix, value] for suffix, values in inputs.items() for value in values]
    if words := answers.get(write_in_key(code)):
        found.append([write_in_key(code), str(words)])
    return found
