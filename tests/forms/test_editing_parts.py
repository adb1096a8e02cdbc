"""One thing that an author does, and what it does to a questionnaire."""

import pytest

from forms import definition
from forms.definition import load
from forms.editing import (
    EditError,
    EditProblem,
    Place,
    batteries,
    beginnings,
    codes,
    conditions,
    items,
    scales,
    sections,
    settings,
    usual,
)
from forms.editing.parts import item_of
from forms.expressions import And, Answered, In, Not, Or, parse
from tests.survey_app.conftest import annual, questionnaire


def test_an_item_that_decides_about_others_is_not_removed() -> None:
    with pytest.raises(EditError) as refused:
        items.remove(annual(), "q02")
    assert refused.value.problem is EditProblem.REFERRED_TO
    assert Place("section", "service", "condition") in refused.value.places
    with pytest.raises(EditError):
        sections.remove(annual(), "start")


def test_a_text_that_repeats_an_answer_keeps_its_item() -> None:
    document = questionnaire()
    item_of(document, "change")["texts"]["cs"] = "Zvolili jste {{ used |genitive|službu}}. Proč?"
    renamed = items.rename(document, "used", "use_of_service")
    assert (
        item_of(renamed, "change")["texts"]["cs"]
        == "Zvolili jste {{ use_of_service |genitive|službu}}. Proč?"
    )
    assert renamed["sections"][1]["visible_if"]["item"] == "use_of_service"
    with pytest.raises(EditError) as refused:
        sections.remove(document | {"sections": [document["sections"][0], document["sections"][2]]}, "use")
    assert refused.value.places == (Place("item", "change", "text"),)


def test_an_option_that_a_condition_names_stays_or_is_renamed() -> None:
    document = annual()
    item = {**item_of(document, "q10"), "options": item_of(document, "q10")["options"][:-1]}
    gone = {option["code"] for option in item_of(document, "q10")["options"]} - {
        option["code"] for option in item["options"]
    }
    with pytest.raises(EditError) as refused:
        items.change(document, "q10", item)
    assert (refused.value.code, refused.value.places) == (
        ", ".join(gone),
        (Place("item", "q11", "condition"),),
    )
    renamed = {**item_of(document, "q02")}
    renamed["options"] = [{**renamed["options"][0], "code": "used"}, *renamed["options"][1:]]
    after = items.change(document, "q02", renamed, renamed_options={"yes": "used"})
    assert after["sections"][1]["visible_if"]["options"] == ["used"]


def test_rating_items_become_a_battery_and_are_asked_as_before() -> None:
    document = annual()
    together = batteries.group(document, ["q06", "q04", "q05"], "service_rated", {"cs": "Jak hodnotíte…"})
    before, after = load(document), load(together)
    assert [item.item_code for item in after.items if item.battery] == ["q04", "q05", "q06"]
    for code in ("q04", "q05", "q06"):
        assert after.item(code).dimension == before.item(code).dimension
        assert after.options[code] == before.options[code]
    apart = batteries.ungroup(together, "service_rated")
    assert item_of(apart, "q05") == item_of(document, "q05")
    assert item_of(apart, "service_rated")["type"] == "information"


@pytest.mark.parametrize("chosen", [["q04"], ["q04", "q10"], ["q04", "q07a"]])
def test_what_has_no_common_scale_condition_or_section_is_not_put_together(chosen: list[str]) -> None:
    with pytest.raises(EditError) as refused:
        batteries.group(annual(), chosen, "together", {"cs": "Jak hodnotíte…"})
    assert refused.value.problem is EditProblem.NOT_TOGETHER


def test_a_hint_is_not_lost_in_a_battery() -> None:
    document = annual()
    item_of(document, "q04")["hints"] = {"cs": "Myslete na první měsíc."}
    with pytest.raises(EditError) as refused:
        batteries.group(document, ["q04", "q05"], "together", {"cs": "Jak hodnotíte…"})
    assert refused.value.problem is EditProblem.WOULD_LOSE
    assert refused.value.places == (Place("item", "q04"),)


def test_a_scale_in_use_is_not_removed_and_its_items_follow_its_code() -> None:
    with pytest.raises(EditError) as refused:
        scales.remove(annual(), "rating5")
    assert Place("item", "q04", "scale") in refused.value.places
    scale = {**annual()["scales"][0], "code": "quality"}
    assert item_of(scales.change(annual(), "rating5", scale), "q04")["scale"] == "quality"


def test_scores_are_proposed_at_even_distances() -> None:
    assert scales.even_scores(5, best_first=True) == [100, 75, 50, 25, 0]
    assert scales.even_scores(4, best_first=False) == [0, 33.33, 66.67, 100]


def test_every_condition_of_the_annual_questionnaire_is_a_list() -> None:
    document = annual()
    for part in (*load(document).sections, *load(document).items):
        listed = conditions.part_list(part.visible_if)
        assert listed is not None
        assert conditions.condition_of(listed) == part.visible_if


def test_a_nested_condition_is_no_list() -> None:
    nested = And((Answered("a"), Or((Answered("b"), Answered("c")))))
    assert conditions.part_list(nested) is None
    assert conditions.part_list(Not(nested)) is None


def test_a_condition_is_set_and_taken_back() -> None:
    item, condition = item_of(questionnaire(), "change"), In("used", ("no",))
    asked = conditions.set_on(item, condition, {"cs": "Jen kdo nevyužil."})
    assert parse(asked["visible_if"]) == condition
    assert asked["visible_if_texts"] == {"cs": "Jen kdo nevyužil."}
    assert conditions.set_on(asked, None, {"cs": "Jen kdo nevyužil."}) == item
    assert conditions.readable_before(annual(), "section", "rating") == ["q01", "q02", "q03"]


def test_a_language_goes_with_its_texts_and_nothing_falls_silent() -> None:
    document = questionnaire()
    document["sections"][2]["items"][0]["texts"] = {"en": "What should change?"}
    assert settings.text_count(document, "en") == 15
    czech = settings.speak(document, ["cs"], [])
    assert settings.text_count(czech, "en") == 0
    assert item_of(czech, "change")["texts"] == {"cs": "What should change?"}
    with pytest.raises(EditError):
        settings.speak(document, [], [])


def test_codes_are_made_of_words_in_any_alphabet() -> None:
    assert codes.proposed("Pečovatelská služba", set(), otherwise="option") == "pecovatelska_sluzba"
    assert codes.proposed("Дуже добре", set(), otherwise="option") == "duzhe_dobre"
    assert codes.proposed("🙂", {"option"}, otherwise="option") == "option_2"
    assert codes.proposed("2 roky", set(), otherwise="option") == "option_2_roky"
    assert codes.next_item({"q01", "q02"}) == "q03"


@pytest.mark.parametrize(
    ("label", "following"), [("2026", "2027"), ("pilot-2", "pilot-3"), ("zkouska", "zkouska-2")]
)
def test_the_label_of_a_version_moves_on(label: str, following: str) -> None:
    assert beginnings.next_label(label) == following


def test_going_on_takes_out_what_catalogues_had_filled_in() -> None:
    sources = {"services": [{"code": "S01", "labels": {"cs": "Pečovatelská služba"}}]}
    others = {"target_groups": [{"code": "seniors", "labels": {"cs": "senioři"}}], "territories": []}
    filled = definition.materialise(annual(), {**sources, **others})
    assert beginnings.for_next_year(filled, {**sources, **others})["sections"] == annual()["sections"]


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        ({}, False),
        ({"labels": {"cs": "určitě"}}, True),
        ({"labels": {"cs": "rozhodně ano", "de": "ja"}}, True),
        ({"score": 99}, True),
    ],
)
def test_only_a_ready_made_scale_without_anybodys_work_goes_when_it_is_idle(
    changes: dict[str, object], stays: bool
) -> None:
    document = questionnaire()
    for best_first in (True, False):
        scale = usual.usual_scale("yes_no4", ["cs", "en"], best_first=best_first)
        point = 0 if best_first else 3
        scale["options"][point] = {**scale["options"][point], **changes}
        idle = scales.add(document, scale)
        assert (usual.without_idle(idle, ["yes_no4", "grades"]) == idle) is stays
        assert usual.without_idle(idle, ["grades"]) == idle, "another one is meant"
