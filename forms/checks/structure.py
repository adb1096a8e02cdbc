"""Does a questionnaire hold together: codes, conditions, translations.

Reads a loaded questionnaire, so shapes are sound already. Each finding here stands in the way of publication;
whether the questions are good ones is not this module's business. A draft with a `source` must be
materialised first.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from forms.definition.questionnaire import Bound, Item, ItemType, Option, Questionnaire, Section
from forms.expressions.evaluation import Facts, evaluate, residual
from forms.expressions.tree import Attribute, Compare, Count, Expression, In, leaves
from forms.languages import Texts

RESERVED_CODES = frozenset({"action", "csrf_token", "submission"})
"""Names that web pages use for inputs of their own beside those of the items."""

MAXIMUM_TRIALS = 5_000

CHOICES = {
    ItemType.SINGLE_CHOICE,
    ItemType.MULTIPLE_CHOICE,
    ItemType.RATING,
    ItemType.CATALOGUE_CHOICE,
}
COMPARABLE = {ItemType.NUMBER: (int, float), ItemType.YEAR: (int, float), ItemType.DATE: (str,)}


@dataclass(frozen=True)
class Finding:
    """One fault: its kind, a JSON pointer to the part of the document, and what a sentence about it needs."""

    code: str
    path: str
    params: Mapping[str, str] = field(default_factory=dict)


def findings(questionnaire: Questionnaire) -> list[Finding]:
    """Everything that stands in the way of publication, in the order of the document."""
    return [
        *_texts(questionnaire, questionnaire.titles, "/titles", needed=True),
        *_texts(questionnaire, questionnaire.introductions, "/introductions"),
        *_texts(questionnaire, questionnaire.thanks, "/thanks"),
        *_variants(questionnaire),
        *_scales(questionnaire),
        *_sections(questionnaire),
    ]


def _variants(questionnaire: Questionnaire) -> Iterator[Finding]:
    for number, variant in enumerate(questionnaire.variants):
        if variant.removesuffix("-easy") not in questionnaire.languages:
            yield Finding("variant_without_language", f"/variants/{number}", {"variant": variant})


def _scales(questionnaire: Questionnaire) -> Iterator[Finding]:
    yield from _repeated((scale.code for scale in questionnaire.scales), "/scales")
    for number, scale in enumerate(questionnaire.scales):
        path = f"/scales/{number}"
        yield from _options(questionnaire, scale.options, f"{path}/options")
        codes = {option.code for option in scale.options}
        yield from _repeated((option.code for option in scale.easy_options or ()), f"{path}/easy_options")
        for place, option in enumerate(scale.easy_options or ()):
            if option.code not in codes:
                yield Finding("unknown_option", f"{path}/easy_options/{place}/code", {"option": option.code})


def _sections(questionnaire: Questionnaire) -> Iterator[Finding]:
    yield from _repeated((section.section_code for section in questionnaire.sections), "/sections")
    if not questionnaire.items:
        yield Finding("no_items", "/sections")
    first_places: dict[str, str] = {}
    for number, section in enumerate(questionnaire.sections):
        path = f"/sections/{number}"
        yield from _texts(questionnaire, section.titles, f"{path}/titles")
        if section.visible_if is not None:
            yield from _condition(questionnaire, section.visible_if, set(first_places), f"{path}/visible_if")
        yield from _items(questionnaire, section, path, first_places)


def _items(
    questionnaire: Questionnaire, section: Section, section_path: str, first_places: dict[str, str]
) -> Iterator[Finding]:
    for number, item in enumerate(section.items):
        path = f"{section_path}/items/{number}"
        code = item.item_code
        if code in first_places:
            yield Finding("duplicate_code", path, {"code": code, "first": first_places[code]})
        if code in RESERVED_CODES:
            yield Finding("reserved_code", path, {"code": code})
        yield from _texts(questionnaire, item.texts, f"{path}/texts", needed=True)
        for name in ("hints", "unit", "visible_if_texts"):
            yield from _texts(questionnaire, getattr(item, name), f"{path}/{name}")
        yield from _answers(questionnaire, item, path)
        if item.visible_if is not None:
            yield from _condition(questionnaire, item.visible_if, set(first_places), f"{path}/visible_if")
        if _is_unreachable(questionnaire, item, frozenset(first_places)):
            yield Finding("unreachable_item", path, {"item": code})
        first_places.setdefault(code, path)


def _answers(questionnaire: Questionnaire, item: Item, path: str) -> Iterator[Finding]:
    """What can be answered at all."""
    if item.type in CHOICES and not questionnaire.options[item.item_code]:
        if item.scale is not None and item.scale not in questionnaire.scale_index:
            yield Finding("unknown_scale", f"{path}/scale", {"scale": item.scale})
        else:
            yield Finding("no_options", path, {"item": item.item_code})
    yield from _options(questionnaire, item.options, f"{path}/options")
    if item.minimum is not None and item.maximum is not None and _is_before(item.maximum, item.minimum):
        yield Finding("bounds_crossed", path, {"minimum": str(item.minimum), "maximum": str(item.maximum)})


def _is_before(one: Bound, other: Bound) -> bool:
    """The schema sees to it that both are dates or both are numbers."""
    if isinstance(one, str) or isinstance(other, str):
        return str(one) < str(other)
    return one < other


def _options(questionnaire: Questionnaire, options: tuple[Option, ...], path: str) -> Iterator[Finding]:
    yield from _repeated((option.code for option in options), path)
    if sum(option.write_in for option in options) > 1:
        yield Finding("several_write_ins", path)
    for number, option in enumerate(options):
        yield from _texts(questionnaire, option.labels, f"{path}/{number}/labels", needed=True)


def _condition(
    questionnaire: Questionnaire, condition: Expression, earlier: set[str], path: str
) -> Iterator[Finding]:
    for leaf in leaves(condition):
        if leaf.item not in questionnaire.index:
            yield Finding("unknown_item", path, {"item": leaf.item})
        elif leaf.item not in earlier:
            yield Finding("later_item", path, {"item": leaf.item})
        elif isinstance(leaf, In):
            known = questionnaire.options[leaf.item]
            for code in leaf.options:
                if code not in known:
                    yield Finding("unknown_option", path, {"item": leaf.item, "option": code})
        elif not _can_be_asked(questionnaire, leaf):
            yield Finding("condition_does_not_fit", path, {"item": leaf.item})


def _can_be_asked(questionnaire: Questionnaire, leaf: object) -> bool:
    """Whether the part of a condition asks something that the item's answers can tell."""
    match leaf:
        case Attribute(item, attribute):
            return any(attribute in option.attributes for option in questionnaire.options[item].values())
        case Count(item):
            return questionnaire.index[item].type in CHOICES
        case Compare(item, _, value):
            options = questionnaire.options[item].values()
            if options:
                return not isinstance(value, str) and any(option.score is not None for option in options)
            return isinstance(value, COMPARABLE.get(questionnaire.index[item].type, ()))
        case _:
            return True


def _is_unreachable(questionnaire: Questionnaire, item: Item, earlier: frozenset[str]) -> bool:
    """Whether no answers to the items before this one make its condition hold.

    Never wrong when it says so. It tries all answers where the condition reads a few choices of one option;
    of other conditions it finds only those that need no answer to be refuted.
    """
    condition = questionnaire.conditions.get(item.item_code)
    if condition is None:
        return False
    decided = residual(condition, Facts(questionnaire, {}, earlier))
    if isinstance(decided, bool):
        return not decided
    choices = {leaf.item: questionnaire.options.get(leaf.item, {}) for leaf in leaves(decided)}
    too_many = math.prod(len(options) + 1 for options in choices.values()) > MAXIMUM_TRIALS
    if too_many or not all(options and _takes_one(questionnaire, code) for code, options in choices.items()):
        return False
    trials = itertools.product(*([None, *options] for options in choices.values()))
    return not any(
        evaluate(
            decided,
            questionnaire,
            {code: answer for code, answer in zip(choices, trial, strict=True) if answer},
        )
        for trial in trials
    )


def _takes_one(questionnaire: Questionnaire, item_code: str) -> bool:
    return questionnaire.index[item_code].type is not ItemType.MULTIPLE_CHOICE


def _texts(
    questionnaire: Questionnaire, texts: Texts, path: str, *, needed: bool = False
) -> Iterator[Finding]:
    """A text that is there in one language must be there in all; easy variants may fall back."""
    if needed or any(text.strip() for text in texts.values()):
        for language in questionnaire.languages:
            if not texts.get(language, "").strip():
                yield Finding("missing_translation", path, {"language": language})


def _repeated(codes: Iterable[str], path: str) -> Iterator[Finding]:
    for code, times in Counter(codes).items():
        if times > 1:
            yield Finding("duplicate_code", path, {"code": code})
