"""One item in its old and its new version, and the changes that are found about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from forms.changes.kinds import BREAKING_KINDS, Change, ChangeKind
from forms.definition.questionnaire import Item, ItemType, Option, Questionnaire

UNANSWERED = frozenset({ItemType.INFORMATION, ItemType.RATING_BATTERY})
"""What is read but not answered; the rows of a battery are items of their own."""


@dataclass(frozen=True)
class Pair:
    """An item that both versions have, with the versions around it."""

    old_version: Questionnaire
    new_version: Questionnaire
    old: Item
    new: Item

    def change(self, kind: ChangeKind, option: Option | None = None, **params: Any) -> Change:
        """A change of this item, or of one of its options."""
        return change_of(self.old, kind, option, trend=self.old.trend or self.new.trend, **params)


def change_of(
    item: Item, kind: ChangeKind, option: Option | None = None, *, trend: bool | None = None, **params: Any
) -> Change:
    """A change of an item; `trend` tells whether it is compared over the years (None: as the item says)."""
    said = {"item": dict(item.texts), **({"option": dict(option.labels)} if option else {}), **params}
    compared = item.trend if trend is None else trend
    return Change(
        kind, item.item_code, option.code if option else "", said, compared and kind in BREAKING_KINDS
    )
