"""What has changed in an item that both versions have."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

from forms.changes.conditions import Paths
from forms.changes.kinds import Change, ChangeKind
from forms.changes.options import option_changes
from forms.changes.pairs import UNANSWERED, Pair
from forms.changes.wordings import Wordings
from forms.definition.questionnaire import Bound, Item, Questionnaire
from forms.expressions.description import describe
from forms.item_types import HANDLERS, OpenEnded
from forms.languages import Texts

PAGE_LANGUAGES = ("cs", "en", "uk")
"""Languages of the pages on which changes are read."""

INHERITED = frozenset({ChangeKind.BECAME_REQUIRED, ChangeKind.BECAME_OPTIONAL, ChangeKind.CONDITION_WRITTEN})
"""Said once of a battery, not of each of its rows."""


def item_changes(pair: Pair, wordings: Wordings, paths: Paths) -> Iterator[Change]:
    """Changes of an item and its options, except its place in the questionnaire."""
    for change in _all(pair, wordings, paths):
        if pair.new.battery is None or change.kind not in INHERITED:
            yield change


def _all(pair: Pair, wordings: Wordings, paths: Paths) -> Iterator[Change]:
    old, new = pair.old, pair.new
    yield from _texts(pair, wordings)
    yield from _marks(pair)
    yield from _condition(pair, paths)
    if old.type is not new.type:
        yield pair.change(ChangeKind.ITEM_TYPE, before=old.type.value, after=new.type.value)
        return
    yield from _limits(pair)
    if said := wordings.changed(old.unit, new.unit):
        yield pair.change(ChangeKind.UNIT, **said)
    if old.type not in UNANSWERED:
        yield from option_changes(pair, wordings)


def _texts(pair: Pair, wordings: Wordings) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if said := wordings.changed(old.texts, new.texts):
        unanswered = old.type in UNANSWERED
        yield pair.change(ChangeKind.INFORMATION_TEXT if unanswered else ChangeKind.ITEM_TEXT, **said)
    before, after = _stem(pair.old_version, old), _stem(pair.new_version, new)
    if said := Wordings(frozenset()).changed(before, after) or _lost(before, after):
        yield pair.change(ChangeKind.STEM_TEXT, **said)
    for kind, differs in (
        (ChangeKind.HINT, old.hints != new.hints),
        (ChangeKind.INTERVIEWER_NOTES, old.interviewer_notes != new.interviewer_notes),
        (ChangeKind.PICTURE, old.picture != new.picture),
    ):
        if differs:
            yield pair.change(kind)


def _stem(version: Questionnaire, row: Item) -> Texts:
    stem = version.index.get(row.battery) if row.battery else None
    return stem.texts if stem else {}


def _lost(before: Texts, after: Texts) -> dict[str, Any] | None:
    """A question that is no longer, or only now, asked under a common stem."""
    if bool(before) is bool(after):
        return None
    return {"languages": [*before, *after], "before": dict(before), "after": dict(after)}


def _marks(pair: Pair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if old.dimension != new.dimension:
        yield pair.change(ChangeKind.DIMENSION, before=old.dimension, after=new.dimension)
    if old.source != new.source:
        yield pair.change(ChangeKind.SOURCE, before=old.source, after=new.source)
    for was, now, begins, ends in (
        (old.required, new.required, ChangeKind.BECAME_REQUIRED, ChangeKind.BECAME_OPTIONAL),
        (old.trend, new.trend, ChangeKind.TREND_BEGINS, ChangeKind.TREND_ENDS),
        (old.creates_comment, new.creates_comment, ChangeKind.COMMENTS_ON, ChangeKind.COMMENTS_OFF),
        (old.randomise, new.randomise, ChangeKind.OPTION_ORDER_RANDOM, ChangeKind.OPTION_ORDER_FIXED),
    ):
        if was is not now:
            yield pair.change(begins if now else ends)


def _condition(pair: Pair, paths: Paths) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if paths.agree(old.item_code):
        if old.visible_if != new.visible_if or old.visible_if_texts != new.visible_if_texts:
            yield pair.change(ChangeKind.CONDITION_WRITTEN)
        return
    kind = ChangeKind.CONDITION_CHANGED
    if old.type in UNANSWERED:
        kind = ChangeKind.INFORMATION_CONDITION
    elif new.item_code not in pair.new_version.conditions:
        kind = ChangeKind.CONDITION_REMOVED
    before, after = _said(pair.old_version, old), _said(pair.new_version, new)
    yield pair.change(kind, before=before, after=after)


def _said(version: Questionnaire, item: Item) -> Texts:
    condition = version.conditions.get(item.item_code, True)
    return {language: describe(condition, version, language) for language in PAGE_LANGUAGES}


def _limits(pair: Pair) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if (old.minimum, old.maximum) != (new.minimum, new.maximum):
        narrowed = _cuts(old.minimum, new.minimum, operator.lt) or _cuts(
            old.maximum, new.maximum, operator.gt
        )
        yield pair.change(
            ChangeKind.RANGE_NARROWED if narrowed else ChangeKind.RANGE_WIDENED,
            before=[old.minimum, old.maximum],
            after=[new.minimum, new.maximum],
        )
    if old.max_choices != new.max_choices:
        lowered = _cuts(old.max_choices, new.max_choices, operator.gt)
        yield pair.change(
            ChangeKind.CHOICES_LOWERED if lowered else ChangeKind.CHOICES_RAISED,
            before=old.max_choices,
            after=new.max_choices,
        )
    if old.max_length != new.max_length:
        before, after = _longest(old), _longest(new)
        lowered = _cuts(before, after, operator.gt)
        kind = ChangeKind.LENGTH_LOWERED if lowered else ChangeKind.LENGTH_RAISED
        yield pair.change(kind, before=before, after=after)


def _cuts(old: Bound | None, new: Bound | None, cuts: Callable[[Any, Any], bool]) -> bool:
    """Whether the new bound refuses what the old one took; None takes everything."""
    return new is not None and (old is None or cuts(old, new))


def _longest(item: Item) -> int | None:
    handler = HANDLERS[item.type]
    return item.max_length or (handler.longest if isinstance(handler, OpenEnded) else None)
