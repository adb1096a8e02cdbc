"""The browser, the server and the export agree on which way was taken and what was answered on it."""

import json
from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from forms import routing
from forms.build import PageForm, form_class, merged_answers
from forms.definition import Item, Questionnaire
from forms.export import NOT_ASKED, columns, row
from forms.expressions import Answer, evaluate
from forms.expressions.tree import from_document
from forms.fields import WRITE_IN
from forms.item_types import HANDLERS
from tests.forms.strategies import answers, questionnaires


@st.composite
def cases(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Any]]:
    found = draw(questionnaires())
    return found, draw(answers(found))


def typed(item: Item, wanted: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What somebody types who wants to give this answer."""
    if item.item_code in wanted:
        for suffix, values in HANDLERS[item.type].typed(wanted[item.item_code], "cs").items():
            yield from ((item.item_code + suffix, value) for value in values)
    if words := wanted.get(routing.write_in_key(item.item_code)):
        yield item.item_code + WRITE_IN, words


def accepted(questionnaire: Questionnaire, wanted: dict[str, Any]) -> dict[str, Answer]:
    """The answers that the items take, however they came to be asked."""
    found: dict[str, Answer] = {}
    for item in questionnaire.items:
        form = form_class(questionnaire, (item,), "cs")(MultiDict(typed(item, wanted)))
        found |= form.field(item.item_code).found
    return found


def shown(page: PageForm, wanted: dict[str, Answer]) -> list[str]:
    """Codes of the items that the script leaves in sight: one hidden counts as unanswered for later ones."""
    here = {item.item_code for item in page.page_items}
    facts: dict[str, Answer] = {}
    found = []
    for field in page:
        condition = field.visible_if_json
        if condition and not evaluate(from_document(json.loads(condition)), page.questionnaire, facts):
            continue
        found.append(field.name)
        if field.name in wanted and field.name in here:
            facts[field.name] = wanted[field.name]
    return found


def walked(questionnaire: Questionnaire, wanted: dict[str, Answer]) -> tuple[list[str], dict[str, Answer]]:
    """The items seen page by page, and the answers kept in the end."""
    seen: list[str] = []
    kept: dict[str, Answer] = {}
    pages = routing.pages(questionnaire, {})
    page = pages[0] if pages else None
    while page is not None:
        page_form = form_class(questionnaire, page.items, "cs")
        in_sight = shown(page_form(answers=kept), wanted)
        seen += in_sight
        items = [item for item in page.items if item.item_code in in_sight]
        form = page_form(MultiDict(pair for item in items for pair in typed(item, wanted)), answers=kept)
        form.validate()
        kept = merged_answers(form)
        page = routing.next_page(questionnaire, kept, page.page_code)
    return seen, kept


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_the_browser_the_server_and_the_export_agree(case: tuple[Questionnaire, dict[str, Any]]) -> None:
    questionnaire, drawn = case
    wanted = accepted(questionnaire, drawn)
    seen, kept = walked(questionnaire, wanted)
    assert seen == [item.item_code for item in routing.visible_items(questionnaire, wanted)]
    assert kept == routing.on_path(questionnaire, wanted)
    exported = row(questionnaire, wanted, texts=True)
    assert exported == row(questionnaire, kept, texts=True)
    for column in columns(questionnaire, texts=True):
        assert (exported[column.name] == NOT_ASKED) is (column.item_code not in seen)
        if column.item_code in kept and column.name == column.item_code:
            assert exported[column.name] == kept[column.item_code]
