"""Whatever an author does, the document stays one that is read, and the one before is left as it was."""

import copy
from collections.abc import Callable
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from forms.definition import Questionnaire, dump, load
from forms.editing import EditError, beginnings, codes, items, scales, sections, settings
from forms.editing.parts import Document
from forms.routing import visible_items
from tests.forms.strategies import answers, questionnaires

NEW_ITEM = {"item_code": "fresh", "type": "yes_no", "texts": {"cs": "Nová otázka?"}}
NEW_SECTION = {"section_code": "fresh", "titles": {"cs": "Nový oddíl"}, "items": []}
NEW_SCALE = {
    "code": "fresh",
    "options": [{"code": "a", "labels": {"cs": "ano"}}, {"code": "b", "labels": {"cs": "ne"}}],
}


def edits(questionnaire: Questionnaire) -> st.SearchStrategy[Callable[[Document], Document]]:
    """Anything that an author may do to this questionnaire."""
    item = st.sampled_from([item.item_code for item in questionnaire.items])
    section = st.sampled_from([section.section_code for section in questionnaire.sections])
    place = st.integers(0, 3)

    def do(function: Callable[..., Any], *args: Any) -> Callable[[Document], Document]:
        def edit(document: Document) -> Document:
            changed = function(document, *args)
            return changed[0] if isinstance(changed, tuple) else changed

        return edit

    def made(function: Callable[..., Any], *args: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return st.tuples(*args).map(lambda drawn: do(function, *drawn))

    return st.one_of(
        made(items.add, section, st.just(NEW_ITEM), place),
        made(items.move, item, section, place),
        made(items.copy, item),
        made(items.remove, item),
        made(items.rename, item, st.sampled_from(["renamed", "q0", "q1"])),
        made(sections.add, st.just(NEW_SECTION), place),
        made(sections.move, section, place),
        made(sections.remove, section),
        made(scales.add, st.just(NEW_SCALE)),
        made(scales.remove, st.sampled_from(["scale_1", "scale_2", "fresh"])),
        made(settings.speak, st.sampled_from([["de"], ["uk", "cs"]]), st.sampled_from([[], ["cs-easy"]])),
    )


@given(st.data())
def test_every_edit_leaves_a_document_that_is_read_and_never_touches_the_one_before(
    data: st.DataObject,
) -> None:
    questionnaire = data.draw(questionnaires())
    document = dump(questionnaire)
    before = copy.deepcopy(document)
    try:
        after = data.draw(edits(questionnaire))(document)
    except EditError:
        after = document
    assert document == before
    assert load(dump(load(after))) == load(after)


@given(st.data())
def test_an_item_moved_there_and_back_is_where_it_was(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    document = dump(questionnaire)
    section = data.draw(st.sampled_from(questionnaire.sections))
    place = data.draw(st.integers(0, len(section.items) - 1))
    target = data.draw(st.sampled_from(questionnaire.sections))
    code = section.items[place].item_code
    there = items.move(document, code, target.section_code, data.draw(st.integers(0, 2)))
    assert items.move(there, code, section.section_code, place) == document
    up = items.move_by_one(document, code, up=True)
    if up != document:
        assert items.move_by_one(up, code, up=False) == document


@given(st.data())
def test_another_code_changes_nobodys_path(data: st.DataObject) -> None:
    questionnaire = data.draw(questionnaires())
    said = data.draw(answers(questionnaire))
    old = data.draw(st.sampled_from([item.item_code for item in questionnaire.items]))
    renamed = load(items.rename(dump(questionnaire), old, "renamed"))

    def new(code: str) -> str:
        first, dot, rest = code.partition(".")
        return ("renamed" if first == old else first) + dot + rest

    path = [new(item.item_code) for item in visible_items(questionnaire, said)]
    answers_renamed = {new(code): answer for code, answer in said.items()}
    assert [item.item_code for item in visible_items(renamed, answers_renamed)] == path


@given(st.text(max_size=80), st.sets(st.sampled_from(["a", "b", "option", "option_2"])))
def test_a_code_is_proposed_for_every_text(text: str, taken: set[str]) -> None:
    code = codes.proposed(text, taken, otherwise="option")
    assert code not in taken
    document = {**NEW_ITEM, "item_code": code}
    load(
        beginnings.empty("x", "1", {"cs": "X"}, ["cs"]) | {"sections": [{**NEW_SECTION, "items": [document]}]}
    )
