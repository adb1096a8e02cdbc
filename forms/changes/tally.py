"""Counting the recorded answers that changes touch, one response after another in constant memory.

One response is one person. What is counted depends on the kind of change: who answered the item, who chose
the option, whose number is out of the new range, who would not be asked any more.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from forms.changes.kinds import Change, ChangeClass, ChangeKind
from forms.definition.questionnaire import Questionnaire
from forms.expressions.evaluation import Answer, Answers, is_answered
from forms.languages import is_easy
from forms.routing import on_path, write_in_key


class Touch(StrEnum):
    """In which way a recorded answer is touched; each has its sentence."""

    ANSWERED = "answered"
    CHOSEN = "chosen"
    REFUSED = "refused"
    OFF_PATH = "off_path"


@dataclass(frozen=True)
class _Given:
    """The answers of one response, as the new version would see them."""

    new: Questionnaire
    answers: Answers
    language: str

    @cached_property
    def kept(self) -> Mapping[str, Answer]:
        return on_path(self.new, self.answers)

    def chosen(self, change: Change) -> list[str]:
        answer = self.answers.get(change.item_code)
        return answer if isinstance(answer, list) else [str(answer)]


Rule = Callable[[Change, _Given], bool]


def _is_chosen(change: Change, given: _Given) -> bool:
    return change.option_code in given.chosen(change)


def _is_combined(change: Change, given: _Given) -> bool:
    return _is_chosen(change, given) and len(given.chosen(change)) > 1


def _has_words(change: Change, given: _Given) -> bool:
    return _is_chosen(change, given) and is_answered(given.answers.get(write_in_key(change.item_code)))


def _is_out_of_range(change: Change, given: _Given) -> bool:
    answer = given.answers[change.item_code]
    if isinstance(answer, list):  # of an early version, in which the item was of another type
        return False
    low, high = change.params["after"]
    return any(
        bound is not None and _is_text(bound) is _is_text(answer) and beyond(answer, bound)
        for bound, beyond in ((low, operator.lt), (high, operator.gt))
    )


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_too_many(change: Change, given: _Given) -> bool:
    most: int = change.params["after"]
    return len(given.chosen(change)) > most


def _is_too_long(change: Change, given: _Given) -> bool:
    longest: int = change.params["after"]
    return len(str(given.answers[change.item_code])) > longest


def _is_off_path(change: Change, given: _Given) -> bool:
    return change.item_code not in given.kept


def _is_from_easy(_change: Change, given: _Given) -> bool:
    return is_easy(given.language)


def _always(_change: Change, _given: _Given) -> bool:
    return True


RULES: Mapping[ChangeKind, tuple[Touch, Rule]] = {
    **dict.fromkeys(
        (
            ChangeKind.ITEM_REMOVED,
            ChangeKind.ITEM_RECODED,
            ChangeKind.ITEM_TYPE,
            ChangeKind.ITEM_TEXT,
            ChangeKind.STEM_TEXT,
            ChangeKind.DIMENSION,
            ChangeKind.COMMENTS_ON,
            ChangeKind.COMMENTS_OFF,
            ChangeKind.UNIT,
            ChangeKind.SOURCE,
            ChangeKind.SCALE_REPLACED,
            ChangeKind.SCALE_POINT_ADDED,
            ChangeKind.SCALE_TURNED,
        ),
        (Touch.ANSWERED, _always),
    ),
    **dict.fromkeys(
        (
            ChangeKind.OPTION_REMOVED,
            ChangeKind.OPTION_RECODED,
            ChangeKind.OPTION_LABEL,
            ChangeKind.OPTION_TAKES_OVER,
            ChangeKind.OPTION_SCORE,
        ),
        (Touch.CHOSEN, _is_chosen),
    ),
    ChangeKind.EASY_POINTS: (Touch.ANSWERED, _is_from_easy),
    ChangeKind.EASY_LABEL: (Touch.ANSWERED, _is_from_easy),
    ChangeKind.WRITE_IN_REMOVED: (Touch.CHOSEN, _has_words),
    ChangeKind.BECAME_EXCLUSIVE: (Touch.REFUSED, _is_combined),
    ChangeKind.RANGE_NARROWED: (Touch.REFUSED, _is_out_of_range),
    ChangeKind.CHOICES_LOWERED: (Touch.REFUSED, _is_too_many),
    ChangeKind.LENGTH_LOWERED: (Touch.REFUSED, _is_too_long),
    ChangeKind.CONDITION_CHANGED: (Touch.OFF_PATH, _is_off_path),
}
"""Kinds that touch recorded answers, what it is called, and whether an answered item is touched. Other kinds
touch none and are not counted.
"""


class Tally:
    """Counts people by change. `counts` runs along `changes`; None where there is nothing to count.

    `at_risk` is the number of people with at least one answer that could be lost or change its meaning.
    """

    def __init__(self, changes: Sequence[Change], new: Questionnaire) -> None:
        self._changes, self._new = changes, new
        self.counts: list[int | None] = [0 if change.kind in RULES else None for change in changes]
        self.at_risk = 0

    @property
    def is_needed(self) -> bool:
        """Whether there is anything to count."""
        return any(count is not None for count in self.counts)

    def add(self, answers: Answers, language: str) -> None:
        """Count one recorded response."""
        given = _Given(self._new, answers, language)
        at_risk = False
        for place, change in enumerate(self._changes):
            count = self.counts[place]
            if count is not None and _is_touched(change, given):
                self.counts[place] = count + 1
                at_risk = at_risk or change.klass is ChangeClass.ANSWERS_AT_RISK
        self.at_risk += at_risk


def touched(changes: Sequence[Change], new: Questionnaire, answers: Answers, language: str) -> list[Change]:
    """The changes that touch the answers of one response."""
    given = _Given(new, answers, language)
    return [change for change in changes if change.kind in RULES and _is_touched(change, given)]


def _is_touched(change: Change, given: _Given) -> bool:
    if not is_answered(given.answers.get(change.item_code)):
        return False
    return RULES[change.kind][1](change, given)
