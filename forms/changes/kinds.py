"""The kinds of change, and the class of each: what it does to answers that are recorded already.

A kind belongs to one class always, so the class needs no judgement where a change is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ChangeClass(StrEnum):
    """What a change does to recorded answers, from harmless to grave."""

    NOTHING_CHANGES = "nothing_changes"
    LABEL_CHANGED = "label_changed"
    ANSWERS_AT_RISK = "answers_at_risk"


class ChangeKind(StrEnum):
    """What is different. Everything that a definition can say has a kind here."""

    # the questionnaire and its sections
    SERIES = "series"
    VERSION_NAME = "version_name"
    TITLE = "title"
    INTRODUCTION = "introduction"
    THANKS = "thanks"
    LAYOUT = "layout"
    LANGUAGES = "languages"
    SCALES_ARRANGED = "scales_arranged"
    SECTION_ADDED = "section_added"
    SECTION_REMOVED = "section_removed"
    SECTION_TITLE = "section_title"
    SECTION_CONDITION_WRITTEN = "section_condition_written"
    ORDER = "order"
    TRANSLATION_ADDED = "translation_added"
    TRANSLATION_REMOVED = "translation_removed"
    # items
    ITEM_ADDED = "item_added"
    ITEM_REMOVED = "item_removed"
    INFORMATION_REMOVED = "information_removed"
    ITEM_RECODED = "item_recoded"
    ITEM_MOVED = "item_moved"
    ITEM_TYPE = "item_type"
    ITEM_TEXT = "item_text"
    INFORMATION_TEXT = "information_text"
    STEM_TEXT = "stem_text"
    HINT = "hint"
    INTERVIEWER_NOTES = "interviewer_notes"
    PICTURE = "picture"
    BECAME_REQUIRED = "became_required"
    BECAME_OPTIONAL = "became_optional"
    DIMENSION = "dimension"
    COMMENTS_ON = "comments_on"
    COMMENTS_OFF = "comments_off"
    TREND_BEGINS = "trend_begins"
    TREND_ENDS = "trend_ends"
    UNIT = "unit"
    RANGE_NARROWED = "range_narrowed"
    RANGE_WIDENED = "range_widened"
    CHOICES_LOWERED = "choices_lowered"
    CHOICES_RAISED = "choices_raised"
    LENGTH_LOWERED = "length_lowered"
    LENGTH_RAISED = "length_raised"
    OPTION_ORDER_FIXED = "option_order_fixed"
    OPTION_ORDER_RANDOM = "option_order_random"
    SOURCE = "source"
    CONDITION_CHANGED = "condition_changed"
    CONDITION_REMOVED = "condition_removed"
    CONDITION_WRITTEN = "condition_written"
    INFORMATION_CONDITION = "information_condition"
    # options
    SCALE_RENAMED = "scale_renamed"
    SCALE_REPLACED = "scale_replaced"
    SCALE_TURNED = "scale_turned"
    SCALE_POINT_ADDED = "scale_point_added"
    OPTION_ADDED = "option_added"
    OPTION_REMOVED = "option_removed"
    OPTION_RECODED = "option_recoded"
    OPTION_LABEL = "option_label"
    OPTION_TAKES_OVER = "option_takes_over"
    OPTION_SCORE = "option_score"
    OPTION_CASES = "option_cases"
    OPTION_PICTURE = "option_picture"
    OPTION_ATTRIBUTES = "option_attributes"
    OPTIONS_ORDERED = "options_ordered"
    BECAME_EXCLUSIVE = "became_exclusive"
    NO_LONGER_EXCLUSIVE = "no_longer_exclusive"
    WRITE_IN_ADDED = "write_in_added"
    WRITE_IN_REMOVED = "write_in_removed"
    EASY_POINTS = "easy_points"
    EASY_LABEL = "easy_label"


LABEL_KINDS = frozenset(
    {
        ChangeKind.SECTION_TITLE,
        ChangeKind.ITEM_TEXT,
        ChangeKind.INFORMATION_TEXT,
        ChangeKind.STEM_TEXT,
        ChangeKind.OPTION_LABEL,
        ChangeKind.EASY_LABEL,
        ChangeKind.SCALE_TURNED,
        ChangeKind.CONDITION_REMOVED,
    }
)
RISK_KINDS = frozenset(
    {
        ChangeKind.ITEM_REMOVED,
        ChangeKind.ITEM_RECODED,
        ChangeKind.ITEM_TYPE,
        ChangeKind.DIMENSION,
        ChangeKind.COMMENTS_ON,
        ChangeKind.COMMENTS_OFF,
        ChangeKind.UNIT,
        ChangeKind.RANGE_NARROWED,
        ChangeKind.CHOICES_LOWERED,
        ChangeKind.LENGTH_LOWERED,
        ChangeKind.SOURCE,
        ChangeKind.CONDITION_CHANGED,
        ChangeKind.SCALE_REPLACED,
        ChangeKind.SCALE_POINT_ADDED,
        ChangeKind.OPTION_REMOVED,
        ChangeKind.OPTION_RECODED,
        ChangeKind.OPTION_TAKES_OVER,
        ChangeKind.OPTION_SCORE,
        ChangeKind.BECAME_EXCLUSIVE,
        ChangeKind.WRITE_IN_REMOVED,
        ChangeKind.EASY_POINTS,
    }
)
BREAKING_KINDS = (LABEL_KINDS | RISK_KINDS | {ChangeKind.OPTION_ADDED}) - {ChangeKind.DIMENSION}
"""What breaks a series: the question is put otherwise, to others, or answered on another scale. A dimension
only says where the answer counts.
"""


@dataclass(frozen=True)
class Change:
    """One difference. `item_code` and `option_code` are those of the old version where it has them.

    `params` is JSON for the sentences: "item", "option", "before", "after" are texts by language or plain
    values, "to" a code, "languages" tags. `trend` says that the change breaks the series of a trend item.
    """

    kind: ChangeKind
    item_code: str = ""
    option_code: str = ""
    params: Mapping[str, Any] = field(default_factory=dict)
    trend: bool = False

    @property
    def klass(self) -> ChangeClass:
        """What this does to recorded answers."""
        if self.kind in RISK_KINDS:
            return ChangeClass.ANSWERS_AT_RISK
        if self.kind in LABEL_KINDS:
            return ChangeClass.LABEL_CHANGED
        return ChangeClass.NOTHING_CHANGES


def worst(changes: Iterable[Change]) -> ChangeClass:
    """The gravest class among the changes; without any, nothing changes."""
    return max((change.klass for change in changes), key=list(ChangeClass).index, default=_LEAST)


def broken_trends(changes: Iterable[Change]) -> list[str]:
    """Codes of the trend items whose series breaks, each once, in the order of the changes."""
    return list(dict.fromkeys(change.item_code for change in changes if change.trend))


def to_document(change: Change) -> dict[str, Any]:
    """The JSON form of a change, as it is kept with a version; its class is written for other programs."""
    return {
        "kind": change.kind.value,
        "class": change.klass.value,
        "item_code": change.item_code,
        "option_code": change.option_code,
        "params": dict(change.params),
        "trend": change.trend,
    }


def from_document(document: Mapping[str, Any]) -> Change:
    """The change in a document that `to_document` made; other keys are left aside.

    Raises ValueError for an unknown kind.
    """
    return Change(
        ChangeKind(document["kind"]),
        document["item_code"],
        document["option_code"],
        document["params"],
        document["trend"],
    )


_LEAST = ChangeClass.NOTHING_CHANGES
