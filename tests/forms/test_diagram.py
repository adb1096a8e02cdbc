"""The routing of a questionnaire as a picture, and conditions in a few signs."""

from itertools import pairwise

import pytest

from forms import definition
from forms.diagram import BOX_WIDTH, MARGIN, Diagram, decisions, diagram
from forms.expressions import parse
from forms.expressions.brief import brief
from tests.survey_app.conftest import annual, questionnaire


def rows(picture: Diagram) -> dict[str, tuple[int, str]]:
    return {row.code: (row.middle, row.note) for box in picture.boxes for row in box.rows}


def test_a_line_leads_from_the_item_that_decides_to_what_it_decides_about() -> None:
    picture = diagram(definition.load(questionnaire()), "en")
    (lane,) = picture.lanes
    places = rows(picture)
    assert lane.item_code == "used"
    assert lane.start == places["used"][0]
    assert lane.ends == (places["rating"][0],)
    assert places["rating"][1] == "used: yes"
    assert lane.x > MARGIN + BOX_WIDTH


def test_boxes_and_rows_stand_below_one_another_inside_the_picture() -> None:
    picture = diagram(definition.load(annual()), "cs")
    assert all(upper.top + upper.height < lower.top for upper, lower in pairwise(picture.boxes))
    for box in picture.boxes:
        assert all(upper.top + upper.height == lower.top for upper, lower in pairwise(box.rows))
        assert box.rows[-1].top + box.rows[-1].height <= box.top + box.height <= picture.height
    assert max(lane.x for lane in picture.lanes) < picture.width


def test_lines_side_by_side_never_share_a_lane() -> None:
    picture = diagram(definition.load(annual()), "cs")
    spans = [(lane.x, min(lane.start, *lane.ends), max(lane.start, *lane.ends)) for lane in picture.lanes]
    for number, (x, low, high) in enumerate(spans):
        for other_x, other_low, other_high in spans[number + 1 :]:
            assert x != other_x or high < other_low or other_high < low


def test_a_row_of_a_battery_decides_from_the_row_of_its_battery() -> None:
    document = questionnaire()
    battery = {
        "item_code": "block",
        "type": "rating_battery",
        "scale": "grades",
        "texts": {"cs": "Jak hodnotíte"},
        "rows": [{"item_code": "row_a", "texts": {"cs": "ochotu"}}],
    }
    document["sections"][0]["items"].append(battery)
    document["sections"][2]["items"][0]["visible_if"] = {"op": "answered", "item": "row_a"}
    picture = diagram(definition.load(document), "cs")
    assert {lane.item_code for lane in picture.lanes} == {"used", "block"}


def test_faulty_conditions_still_make_a_picture() -> None:
    document = questionnaire()
    document["sections"][0]["items"][0]["visible_if"] = {"op": "answered", "item": "nobody"}
    document["sections"].append(document["sections"][0])
    assert len(diagram(definition.load(document), "cs").boxes) == 4
    assert diagram(definition.load(questionnaire(sections=[])), "cs").boxes == ()


def test_what_an_item_decides_about_is_listed_by_code() -> None:
    found = decisions(definition.load(annual()))
    assert found["q02"] == ("service", "rating", "missing")
    assert found["q03"] == ("q07a", "q07b")


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ({"op": "in", "item": "used", "options": ["yes", "gone"]}, "used: ano nebo gone"),
        ({"op": "in", "item": "used", "options": ["a", "b", "c", "d"]}, "used: a nebo b nebo další (2)"),
        ({"op": "compare", "item": "visits", "relation": "ge", "value": 3}, "visits ≥ 3"),
        ({"op": "count", "item": "used", "relation": "lt", "value": 2}, "počet u used < 2"),
        ({"op": "not", "of": {"op": "answered", "item": "used"}}, "ne (used: jakákoli odpověď)"),
        (
            {
                "op": "and",
                "of": [
                    {"op": "answered", "item": "used"},
                    {
                        "op": "or",
                        "of": [{"op": "attribute", "item": "s", "attribute": "forms", "any_of": ["field"]}]
                        * 2,
                    },
                ],
            },
            "used: jakákoli odpověď a (s: forms field nebo s: forms field)",
        ),
    ],
)
def test_a_condition_is_said_in_a_few_signs(condition: dict[str, object], said: str) -> None:
    assert brief(parse(condition), definition.load(questionnaire()), "cs-easy") == said


def test_facts_of_a_catalogue_are_said_in_the_words_that_are_known_for_them() -> None:
    condition = parse(
        {"op": "attribute", "item": "s", "attribute": "forms", "any_of": ["field", "residential"]}
    )
    words = {"field": "přijdou domů", "residential": "bydlí se tam"}
    said = brief(condition, definition.load(questionnaire()), "cs", lambda _, value: words[value])
    assert said == "s: přijdou domů nebo bydlí se tam"
