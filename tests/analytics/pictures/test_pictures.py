"""Pictures hold what was handed in and nothing else: no words, no styles, nothing to load, no overlap."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from analytics import pictures
from analytics.pictures import PHONE, WIDE, Form, Group, Row, Words

FORMS = (WIDE, PHONE)
HOSTILE = '<script>alert("1")</script> & co'
LONG = "People who care at home for somebody close to them and their families, wherever they live"
ROWS = [
    Row("Seniors", 81.0, 78.0, 84.0, "81"),
    Row(LONG, 62.0, 50.0, 74.0, "62", faint=True),
    Row(HOSTILE, figure="–"),
]
WORDS = Words("want the town to focus here", "satisfaction", "all together 75", "mean of groups")
GROUPS = [
    Group(1, (30.0, 26.0, 34.0), (70.0, 66.0, 74.0), 4_000_000),
    Group(2, (31.0, 27.0, 35.0), (71.0, 66.0, 75.0), 1_000_000),
    Group(3, (12.0, 9.0, 15.0), (88.0, 80.0, 96.0), None, faint=True),
]


def every(form: Form) -> dict[str, dict[str, Any]]:
    return {
        "intervals": pictures.intervals(ROWS, form, worst="worst", best="best", together=(75.0, "all 75")),
        "changes": pictures.changes(ROWS[:1] + ROWS[2:], form, worse="worse", better="better", same="same"),
        "need": pictures.need_beside_satisfaction(
            [(row, row) for row in ROWS], form, need="Need", satisfaction="Satisfaction"
        ),
        "quadrant": pictures.quadrant(GROUPS, form, WORDS, index=75.0, need=24.0),
        "voices": pictures.voices(ROWS, form, complaints="complaints", praise="praise", equal="as many"),
    }


@pytest.fixture(scope="module", params=FORMS, ids=lambda form: str(form.name))
def drawn(request: pytest.FixtureRequest) -> tuple[Form, dict[str, ET.Element]]:
    svgs = pictures.draw(every(request.param))
    return request.param, {name: ET.fromstring(svg) for name, svg in svgs.items()}  # noqa: S314  # our own


Drawn = tuple[Form, dict[str, ET.Element]]


def texts(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_picture_is_as_wide_as_its_form(drawn: Drawn) -> None:
    form, found = drawn
    assert {root.get("width") for root in found.values()} == {str(form.width)}


def test_a_strict_policy_allows_every_picture_inside_a_page(drawn: Drawn) -> None:
    for root in drawn[1].values():
        for element in root.iter():
            assert element.tag.rpartition("}")[2] in {"svg", "g", "path", "line", "text", "tspan", "rect"}
            assert not {"style", "href", "onclick", "role", "aria-label"} & set(element.attrib)


def test_screen_readers_hear_the_page_and_not_the_picture(drawn: Drawn) -> None:
    assert {root.get("aria-hidden") for root in drawn[1].values()} == {"true"}


def test_colours_are_those_of_the_page(drawn: Drawn) -> None:
    for root in drawn[1].values():
        used = {element.get(part) for element in root.iter() for part in ("fill", "stroke")}
        assert all(colour in {None, "none"} or "var(--ohlas-plot-" in str(colour) for colour in used), used


def test_every_name_stands_in_the_picture_as_text_and_never_as_markup(drawn: Drawn) -> None:
    said = " ".join(texts(drawn[1]["intervals"]))
    assert "Seniors" in said
    assert LONG.rsplit(maxsplit=1)[-1] in said
    assert "<script>" in said


def test_no_word_comes_from_the_library(drawn: Drawn) -> None:
    for name in ("quadrant", "changes"):
        words = re.findall(r"[^\W\d]{3,}", " ".join(texts(drawn[1][name])))
        known = " ".join([*vars(WORDS).values(), "worse better same", *(row.label for row in ROWS)])
        assert set(words) <= set(re.findall(r"[^\W\d]{3,}", known))


def test_a_hint_has_another_shape(drawn: Drawn) -> None:
    lines = [each for each in drawn[1]["intervals"].iter() if each.get("stroke-dasharray") == "4,5"]
    assert len(lines) == 1


def test_the_same_figures_give_the_same_picture() -> None:
    assert pictures.draw(every(PHONE)) == pictures.draw(every(PHONE))


def test_nothing_is_loaded() -> None:
    spec = {"data": {"url": "http://127.0.0.1:9/figures.json"}, "mark": "point", "encoding": {}}
    with pytest.raises(ValueError, match=r"(?i)not allowed|allowed base|permission"):
        pictures.draw({"stolen": spec})
