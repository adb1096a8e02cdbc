"""What holds for every questionnaire, every answer and every posted form."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from forms import routing
from forms.build import answers_from, form_class, merged_answers
from forms.checks.finding import Severity
from forms.checks.structure import findings
from forms.definition import ItemType, Layout, Questionnaire, digest, dump, load
from forms.expressions import describe, evaluate, lowered, parse, to_document
from forms.languages import text_in
from forms.piping import placeholders
from forms.wording import question_text
from tests.forms.strategies import answers, posts, questionnaires

FILES = sorted((Path(__file__).parent.parent / "questionnaires").glob("*.json"))
relaxed = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def answered(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Any]]:
    found = draw(questionnaires())
    return found, draw(answers(found))


@st.composite
def posted(draw: st.DrawFn) -> tuple[Questionnaire, list[tuple[str, str]], dict[str, Any]]:
    found = draw(questionnaires())
    return found, draw(posts(found)), draw(answers(found))


@relaxed
@given(questionnaires())
def test_a_questionnaire_survives_its_document(questionnaire: Questionnaire) -> None:
    document = dump(questionnaire)
    assert load(document) == questionnaire
    assert load(json.loads(json.dumps(document))) == questionnaire
    assert digest(dump(load(document))) == digest(document)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_tiny_questionnaire_is_sound_and_survives_its_document(path: Path) -> None:
    questionnaire = load(json.loads(path.read_text(encoding="utf-8")))
    assert [fault for fault in findings(questionnaire) if fault.severity is Severity.ERROR] == []
    assert load(dump(questionnaire)) == questionnaire


@relaxed
@given(answered())
def test_what_is_on_the_path_stays_on_the_path(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, given_answers = case
    once = routing.on_path(questionnaire, given_answers)
    assert routing.on_path(questionnaire, once) == once
    assert routing.visible_items(questionnaire, once) == routing.visible_items(questionnaire, given_answers)


@relaxed
@given(answered())
def test_only_visible_items_count_as_answered(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, given_answers = case
    visible = {item.item_code for item in routing.visible_items(questionnaire, given_answers)}
    counted = {key.partition(".")[0] for key in routing.on_path(questionnaire, given_answers)}
    assert counted <= visible


@relaxed
@given(answered())
def test_pages_hold_the_visible_items_and_those_their_own_answers_may_reveal(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, given_answers = case
    pages = routing.pages(questionnaire, given_answers)
    visible = [item.item_code for item in routing.visible_items(questionnaire, given_answers)]
    on_pages = [item.item_code for page in pages for item in page.items]
    undecided = {
        code for page in pages for code in routing.page_conditions(questionnaire, page.items, given_answers)
    }
    assert [code for code in on_pages if code in visible] == visible
    assert set(on_pages) - set(visible) <= undecided
    assert all(page.items for page in pages)
    if questionnaire.layout is Layout.ITEM:
        assert on_pages == visible
        assert not undecided


@relaxed
@given(answered())
def test_what_a_page_decides_agrees_with_the_whole_condition(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, given_answers = case
    facts = routing.on_path(questionnaire, given_answers)
    visible = {item.item_code for item in routing.visible_items(questionnaire, given_answers)}
    for page in routing.pages(questionnaire, given_answers):
        for code, rest in routing.page_conditions(questionnaire, page.items, given_answers).items():
            assert evaluate(rest, questionnaire, facts) is (code in visible)
            assert evaluate(lowered(rest, questionnaire), questionnaire, facts) is (code in visible)


@relaxed
@given(answered())
def test_walking_forwards_and_backwards_meets_the_same_pages(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, given_answers = case
    codes = [page.page_code for page in routing.pages(questionnaire, given_answers)]
    for here, there in pairwise(codes):
        following = routing.next_page(questionnaire, given_answers, here)
        preceding = routing.previous_page(questionnaire, given_answers, there)
        assert following is not None
        assert preceding is not None
        assert (following.page_code, preceding.page_code) == (there, here)


@relaxed
@given(questionnaires(), st.sampled_from(["cs", "cs-easy", "en", "uk", "de"]))
def test_every_condition_can_be_said_and_written(questionnaire: Questionnaire, language: str) -> None:
    for condition in questionnaire.conditions.values():
        assert describe(condition, questionnaire, language).endswith(".")
        assert parse(to_document(condition)) == condition


@relaxed
@given(posted(), st.sampled_from(["cs", "cs-easy", "en", "uk"]))
def test_no_post_breaks_a_form_and_hidden_items_are_never_read(
    case: tuple[Questionnaire, list[tuple[str, str]], dict[str, Any]], language: str
) -> None:
    questionnaire, pairs, before = case
    pages = routing.pages(questionnaire, before)
    for page in pages:
        form = form_class(questionnaire, page.items, language)(MultiDict(pairs), answers=before, seed=3)
        valid = form.validate()
        after = merged_answers(form)
        read = {key.partition(".")[0] for key in answers_from(form)}
        assert read <= {item.item_code for item in routing.visible_items(questionnaire, after)}
        assert valid is (not form.error_fields)
        if valid:
            here = {item.item_code for item in page.items}
            missing = routing.unanswered_required(questionnaire, after)
            assert not here & {item.item_code for item in missing}
        for field in form:
            assert len({row.id for row in field.options}) == len(field.options)
            assert (field.visible_if_json == "") is (field.visible_if_description == "")


@relaxed
@given(answered())
def test_an_accepted_answer_shown_and_sent_again_is_the_same_answer(
    case: tuple[Questionnaire, dict[str, Any]],
) -> None:
    questionnaire, given_answers = case
    whole = form_class(questionnaire, questionnaire.items, "cs")
    shown = whole(answers=given_answers)
    pairs = [
        (f"{field.name}{suffix}", value)
        for field in shown
        for suffix, values in field.typed.items()
        for value in values
    ]
    sent = whole(MultiDict(pairs))
    sent.validate()
    for field in sent:
        if field.found and field.item.type not in (ItemType.SHORT_TEXT, ItemType.OPEN_ENDED):
            stored = given_answers[field.item.item_code]
            in_any_order = field.item.type is ItemType.MULTIPLE_CHOICE
            assert field.data == stored or (in_any_order and sorted(field.data) == sorted(stored))


@relaxed
@given(answered(), st.sampled_from(["cs", "cs-easy", "en", "uk", "de"]))
def test_no_answer_breaks_a_text_that_repeats_it(
    case: tuple[Questionnaire, dict[str, Any]], language: str
) -> None:
    questionnaire, given_answers = case
    counted = routing.on_path(questionnaire, given_answers)
    for item in questionnaire.items:
        text = text_in(item.texts, language)
        asked = question_text(questionnaire, item, counted, language)
        assert asked or not text
        if not placeholders(text):
            assert asked == text
        for place in placeholders(text):
            if place.item_code not in counted and place.fallback:
                assert place.fallback in asked
