"""Which translations are older than their originals after a change."""

import copy
from typing import Any

from forms import definition, translation
from tests.forms.test_translation import rich
from tests.survey_app.conftest import questionnaire

KEY = "item.used.texts"


def document(**texts: str) -> dict[str, Any]:
    """The tiny questionnaire in which the first question says this."""
    changed = questionnaire()
    changed["sections"][0]["items"][0]["texts"] = {"cs": "Využili jste službu?", "en": "Used it?", **texts}
    return changed


def test_a_translation_is_outdated_once_its_original_changes_without_it() -> None:
    marks = translation.outdated_after(document(), {}, document(cs="Využili jste ji letos?"))
    assert marks == {"en": {KEY: "Využili jste službu?"}}


def test_it_stays_outdated_and_remembers_the_first_original() -> None:
    once = document(cs="Využili jste ji letos?")
    marks = translation.outdated_after(document(), {}, once)
    marks = translation.outdated_after(once, marks, document(cs="Využili jste ji letos někdy?"))
    assert marks == {"en": {KEY: "Využili jste službu?"}}


def test_it_is_settled_by_a_new_translation_by_the_old_original_and_by_going() -> None:
    changed = document(cs="Využili jste ji letos?")
    marks = translation.outdated_after(document(), {}, changed)
    assert (
        translation.outdated_after(changed, marks, document(cs="Využili jste ji letos?", en="This year?"))
        == {}
    )
    assert translation.outdated_after(changed, marks, document()) == {}
    gone = copy.deepcopy(changed)
    del gone["sections"][0]["items"][0]
    assert translation.outdated_after(changed, marks, gone) == {}
    emptied = copy.deepcopy(changed)
    del emptied["sections"][0]["items"][0]["texts"]["en"]
    assert translation.outdated_after(changed, marks, emptied) == {}


def test_both_changed_at_once_and_white_space_are_no_matter() -> None:
    assert translation.outdated_after(document(), {}, document(cs="Letos?", en="This year?")) == {}
    assert translation.outdated_after(document(), {}, document(cs="Využili  jste\u00a0službu? ")) == {}


def test_white_space_in_a_translation_does_not_settle_it() -> None:
    changed = document(cs="Letos?")
    marks = translation.outdated_after(document(), {}, changed)
    assert translation.outdated_after(changed, marks, document(cs="Letos?", en=" Used  it?")) == marks


def test_an_easy_variant_is_compared_with_its_own_language() -> None:
    easy = {"cs-easy": "Byl jste tam?", "en-easy": "Been there?"}
    before = {**document(**easy), "variants": ["cs-easy", "en-easy"]}
    after = {**document(**easy, cs="Letos?"), "variants": ["cs-easy", "en-easy"]}
    marks = translation.outdated_after(before, {}, after)
    assert set(marks) == {"en", "cs-easy"}
    later = {**document(**easy, cs="Letos?", en="This year?"), "variants": ["cs-easy", "en-easy"]}
    assert set(translation.outdated_after(after, marks, later)) == {"cs-easy", "en-easy"}


def test_a_mark_goes_with_a_part_that_gets_another_code_or_place() -> None:
    changed = document(cs="Letos?")
    marks = translation.outdated_after(document(), {}, changed)
    moved = copy.deepcopy(changed)
    item = moved["sections"][0]["items"].pop(0)
    moved["sections"][1]["items"].append({**item, "item_code": "visited"})
    assert translation.outdated_after(changed, marks, moved) == {
        "en": {"item.visited.texts": "Využili jste službu?"}
    }


def test_what_still_holds_is_taken_out_in_one_language_only() -> None:
    marks = {"en": {KEY: "a", "item.x.texts": "b"}, "uk": {KEY: "a"}}
    assert translation.without(marks, "en", [KEY, "item.x.texts"]) == {"uk": {KEY: "a"}}


def test_every_text_has_a_pointer_that_leads_to_it() -> None:
    written = rich()
    read = definition.load(written)
    for place in translation.places(written):
        part: Any = written
        for step in translation.pointer(read, place).strip("/").split("/"):
            part = part[int(step)] if isinstance(part, list) else part[step]
        assert part == place.texts, place.key
