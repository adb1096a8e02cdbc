"""Answers: that there is one to give, within bounds that can be met, and no option nobody could choose."""

from __future__ import annotations

from collections.abc import Iterator

from forms.checks.finding import Finding, Severity
from forms.checks.places import asked
from forms.definition.questionnaire import Bound, Item, ItemType, Option, Questionnaire
from forms.specimens import FIRST_YEAR, LAST_YEAR, SEVERAL, as_date, is_filled, number

CHOICES = {
    ItemType.SINGLE_CHOICE,
    ItemType.MULTIPLE_CHOICE,
    ItemType.RANKING,
    ItemType.RATING,
    ItemType.RATING_BATTERY,
    ItemType.CATALOGUE_CHOICE,
}
FEWEST_RANKED = 2


def findings(questionnaire: Questionnaire, *, filled: bool) -> Iterator[Finding]:
    """Faults of what can be answered; catalogues may still be empty unless they are filled."""
    for path, item, written, _ in asked(questionnaire):
        if item is not written and item.type is ItemType.RATING:
            continue  # the battery has been looked at
        faults = list(_answers(questionnaire, item, path, filled=filled))
        yield from faults
        if item.required and any(fault.code in LEAVING_NO_ANSWER for fault in faults):
            yield Finding("dead_end", path, {"item": item.item_code})


LEAVING_NO_ANSWER = {"no_options", "unknown_scale", "bounds_crossed", "year_out_of_range", "no_such_day"}


def _answers(questionnaire: Questionnaire, item: Item, path: str, *, filled: bool) -> Iterator[Finding]:
    if item.type in CHOICES:
        yield from _choices(questionnaire, item, path, filled=filled)
    yield from _options(item, path)
    yield from _bounds(item, path)
    if item.type is ItemType.INFORMATION and item.required:
        yield Finding("required_information", path)


def _choices(questionnaire: Questionnaire, item: Item, path: str, *, filled: bool) -> Iterator[Finding]:
    if item.scale is not None and item.scale not in questionnaire.scale_index:
        yield Finding("unknown_scale", f"{path}/scale", {"scale": item.scale})
        return
    if item.source is not None and not filled and not is_filled(item):
        return
    options = questionnaire.options_for(item, questionnaire.languages[0])
    if not options:
        yield Finding("no_options", path, {"item": item.item_code})
    elif len(options) == 1:
        yield Finding("single_option", f"{path}/options", {"option": options[0].code}, Severity.WARNING)
    yield from _limits(item, options, path)
    yield from _labels(questionnaire, item, path)


def _labels(questionnaire: Questionnaire, item: Item, path: str) -> Iterator[Finding]:
    """Two options that read the same: nobody can tell which one was meant."""
    for language in (*questionnaire.languages, *questionnaire.variants):
        seen: dict[str, str] = {}
        for option in questionnaire.options_for(item, language):
            label = " ".join(option.labels.get(language, "").split()).casefold()
            if label and label in seen:
                params = {"language": language, "option": option.code, "other": seen[label]}
                yield Finding("same_label", f"{path}/options", params, Severity.WARNING, about=label)
            seen.setdefault(label, option.code)


def _limits(item: Item, options: tuple[Option, ...], path: str) -> Iterator[Finding]:
    if item.type not in SEVERAL or not options:
        return
    free = sum(not option.exclusive for option in options)
    if item.max_choices is not None and item.max_choices > free:
        params = {"maximum": str(item.max_choices), "count": str(free)}
        yield Finding("too_many_choices_allowed", f"{path}/max_choices", params)
    if item.type is ItemType.RANKING:
        if free < FEWEST_RANKED:
            yield Finding("nothing_to_rank", f"{path}/options", {"count": str(free)})
    elif item.max_choices == 1:
        yield Finding("one_choice_only", f"{path}/max_choices", severity=Severity.WARNING)
    elif not free and len(options) > 1:
        yield Finding("all_exclusive", f"{path}/options", severity=Severity.WARNING)


def _options(item: Item, path: str) -> Iterator[Finding]:
    if sum(option.write_in for option in item.options) > 1:
        yield Finding("several_write_ins", f"{path}/options")


def _bounds(item: Item, path: str) -> Iterator[Finding]:
    low, high = item.minimum, item.maximum
    if low is not None and high is not None and _is_before(high, low):
        yield Finding("bounds_crossed", path, {"minimum": str(low), "maximum": str(high)})
    for name, bound in (("minimum", low), ("maximum", high)):
        if bound is None:
            continue
        if item.type is ItemType.DATE and as_date(bound) is None:
            yield Finding("no_such_day", f"{path}/{name}", {"date": str(bound)})
        year = number(bound)
        if item.type is ItemType.YEAR and year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
            yield Finding("year_out_of_range", f"{path}/{name}", {"year": str(bound)})


def _is_before(one: Bound, other: Bound) -> bool:
    """The schema sees to it that both are dates or both are numbers."""
    if isinstance(one, str) or isinstance(other, str):
        return str(one) < str(other)
    return one < other
