"""A change that is called harmless leaves every recorded answer valid and on its path."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forms.changes import ChangeClass, compare, worst
from forms.definition import Item, ItemType, Questionnaire, Section
from forms.expressions import And, Answers, Not
from forms.item_types import HANDLERS, Refusal
from forms.routing import on_path

from .strategies import answers, expressions, questionnaires

WAYS = ("order", "scale", "section", "options", "condition", "limits", "marks")


@st.composite
def edits(draw: st.DrawFn, old: Questionnaire, way: str) -> Questionnaire:
    """One change of the kind that people make."""
    if way == "order":
        return replace(old, sections=tuple(draw(st.permutations(old.sections))))
    if way == "scale":
        place = draw(st.integers(0, len(old.scales) - 1))
        scale = old.scales[place]
        changed = replace(scale, options=draw(_options(scale.options)))
        return replace(old, scales=(*old.scales[:place], changed, *old.scales[place + 1 :]))
    if way == "section":
        place = draw(st.integers(0, len(old.sections) - 1))
        earlier = [item.item_code for before in old.sections[:place] for item in before.asked]
        section = old.sections[place]
        section = replace(section, visible_if=draw(_condition(section.visible_if, earlier)))
        return replace(old, sections=(*old.sections[:place], section, *old.sections[place + 1 :]))
    item = draw(st.sampled_from(old.items).filter(lambda found: way != "options" or bool(found.options)))
    codes = [found.item_code for found in old.items]
    changed_item = draw(_item(item, codes[: codes.index(item.item_code)], way))
    return replace(old, sections=tuple(_with(section, item, changed_item) for section in old.sections))


def _with(section: Section, item: Item, changed: Item) -> Section:
    return replace(section, items=tuple(changed if found is item else found for found in section.items))


@st.composite
def _item(draw: st.DrawFn, item: Item, earlier: list[str], way: str) -> Item:
    if way == "options":
        return replace(item, options=draw(_options(item.options)))
    if way == "condition":
        return replace(item, visible_if=draw(_condition(item.visible_if, earlier)))
    marks: list[dict[str, Any]] = [
        {"required": not item.required},
        {"hints": {"cs": "Nově."}},
        {"trend": not item.trend},
        {"texts": {**item.texts, "cs": "Jinak?"}},
    ]
    limits: list[dict[str, Any]] = []
    if item.type is ItemType.MULTIPLE_CHOICE:
        limits.append({"max_choices": draw(st.none() | st.integers(1, 4))})
    if item.type in (ItemType.OPEN_ENDED, ItemType.SHORT_TEXT):
        limits.append({"max_length": draw(st.none() | st.integers(1, 60))})
    if item.type in (ItemType.NUMBER, ItemType.YEAR):
        limits.append({"minimum": draw(st.none() | st.integers(0, 100))})
    if item.type in (ItemType.OPEN_ENDED, ItemType.NUMBER):
        limits.append({"type": ItemType.SHORT_TEXT})
    return replace(item, **draw(st.sampled_from(limits if way == "limits" and limits else marks)))


@st.composite
def _options(draw: st.DrawFn, options: tuple[Any, ...]) -> tuple[Any, ...]:
    place = draw(st.integers(0, len(options) - 1))
    option = options[place]
    others = (*options[:place], *options[place + 1 :])
    changed = draw(
        st.sampled_from(
            [
                replace(option, score=None if option.score else 30.0),
                replace(option, exclusive=not option.exclusive),
                replace(option, write_in=not option.write_in),
                replace(option, code="z"),
                replace(option, labels={"cs": "jinak"}),
                replace(option, attributes={"forms": ("residential",)}),
                replace(option, cases={"genitive": {"cs": "volby"}}),
            ]
        )
    )
    return draw(
        st.sampled_from(
            [(*options[:place], changed, *options[place + 1 :]), (*others, option), (*options, changed)]
            + ([others] if others else [])
        ).filter(lambda found: len({one.code for one in found}) == len(found))
    )


@st.composite
def _condition(draw: st.DrawFn, condition: Any, earlier: list[str]) -> Any:
    ways: list[Any] = [None]
    if earlier:
        ways.append(draw(expressions(earlier)))
    if condition is not None:
        ways += [And((condition,)), Not(condition), Not(Not(condition))]
    return draw(st.sampled_from(ways))


def _is_valid(version: Questionnaire, item: Item, answer: Any) -> bool:
    """Whether the version would take the answer as it is."""
    handler = HANDLERS[item.type]
    try:
        typed = handler.typed(answer, "cs")
        return handler.read(item, version.options[item.item_code], typed) == answer
    except (Refusal, KeyError, ValueError, AttributeError):
        return False


def _recorded(version: Questionnaire, given_answers: Answers) -> dict[str, Any]:
    """What would be recorded of these answers: valid ones on the path."""
    valid = {
        code: answer
        for code, answer in given_answers.items()
        if code in version.index and _is_valid(version, version.index[code], answer)
    }
    words = {code: text for code, text in given_answers.items() if code.endswith(".write_in")}
    return on_path(version, {**valid, **words})


@pytest.mark.parametrize("way", WAYS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_what_is_not_called_a_risk_leaves_answers_valid_and_on_their_path(
    way: str, data: st.DataObject
) -> None:
    old = data.draw(questionnaires().filter(lambda found: way != "options" or _has_options(found)))
    new = data.draw(edits(old, way))
    changes = compare(old, new)
    assert bool(changes) is (old != new)
    if worst(changes) is ChangeClass.ANSWERS_AT_RISK:
        return
    for given_answers in data.draw(st.lists(answers(old), min_size=4, max_size=4)):
        _assert_kept(old, new, given_answers)


def _has_options(questionnaire: Questionnaire) -> bool:
    return any(item.options for item in questionnaire.items)


def _assert_kept(old: Questionnaire, new: Questionnaire, given_answers: Answers) -> None:
    recorded = _recorded(old, given_answers)
    kept = on_path(new, recorded)
    assert set(kept) == set(recorded)
    for code, answer in kept.items():
        if code in new.index and new.index[code].type is not ItemType.MULTIPLE_CHOICE:
            assert _is_valid(new, new.index[code], answer)
        elif code in new.index:  # the order in which options are listed is no part of what was chosen
            chosen = [option for option in new.options[code] if option in answer]
            assert len(chosen) == len(answer)
            assert _is_valid(new, new.index[code], chosen)
