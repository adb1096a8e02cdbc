"""Each number in the plane of groups is read with its own cross; lines are named, and unlike crosses."""

import math
import random
import re
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from analytics import pictures
from analytics.pictures import PHONE, WIDE, Form, Group, Words
from analytics.pictures.labelling import Box, Mark, Spot, along, beside

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Words("want the town to focus here", "satisfaction", "Všichni dohromady: 68", "průměr skupin")
DEMO = [
    Group(1, (37.9, 33.6, 42.4), (66.2, 62.2, 70.2), 18_550_000),
    Group(2, (20.9, 17.5, 24.9), (64.0, 58.3, 69.2), 13_050_000),
    Group(3, (24.6, 20.9, 28.7), (53.5, 45.9, 60.8), 1_350_000, faint=True),
    Group(4, (22.1, 18.6, 26.1), (73.6, 64.6, 82.7), 1_280_000, faint=True),
    Group(5, (7.5, 5.4, 10.3), (76.2, 73.0, 79.4), 2_160_000),
    Group(6, (8.9, 6.6, 11.9), (66.6, 58.4, 74.7), 2_850_000, faint=True),
    Group(7, (7.8, 5.7, 10.7), (77.1, 73.9, 80.3), 880_000),
    Group(9, (5.6, 3.8, 8.0), (70.3, 61.9, 78.8), 690_000),
    Group(10, (2.6, 1.5, 4.5), (74.4, 69.0, 80.1), 880_000),
]
"""The groups of the demo's last wave."""
BASELINE = 0.3 * WIDE.font
"""From the middle of a text down to where its letters stand."""
BETWEEN = {"index": 68.3, "need": 15.3}
PLANES = {"wide": Box(0, 0, 662, 276), "phone": Box(0, 0, 230, 316)}
forms = pytest.mark.parametrize("form", [WIDE, PHONE], ids=lambda form: str(form.name))


def drawn(form: Form, groups: Sequence[Group] = DEMO) -> ET.Element:
    svg = pictures.draw({"q": pictures.quadrant(groups, form, WORDS, **BETWEEN)})["q"]
    return ET.fromstring(svg)  # noqa: S314  # our own


def place(element: ET.Element) -> tuple[float, float]:
    x, y = re.findall(r"-?[\d.]+", str(element.get("transform")))[:2]
    return float(x), float(y)


def numbers(root: ET.Element) -> dict[str, tuple[float, float]]:
    found = [each for each in root.iter(f"{SVG}text") if each.get("font-weight") in {"700", "bold"}]
    return {str(each.text): (place(each)[0], place(each)[1] - BASELINE) for each in found}


def centres(root: ET.Element, groups: Sequence[Group]) -> dict[str, tuple[float, float]]:
    """Dots of the text's colour are drawn last and in the order of the groups."""
    dots = [each for each in root.iter(f"{SVG}path") if "plot-text" in str(each.get("fill"))]
    return {str(group.number): place(dot) for group, dot in zip(groups, dots, strict=True)}


@forms
def test_in_the_demo_each_number_is_nearest_to_its_own_cross(form: Form) -> None:
    root = drawn(form)
    spots, middles = numbers(root), centres(root, DEMO)
    assert set(spots) == set(middles)
    for number, spot in spots.items():
        assert min(middles, key=lambda other: math.dist(spot, middles[other])) == number
        assert all(math.dist(spot, middle) > 8 for middle in middles.values())


@forms
def test_in_the_demo_no_number_stands_on_another(form: Form) -> None:
    spots = list(numbers(drawn(form)).values())
    for number, (x, y) in enumerate(spots):
        assert all(abs(x - x2) > 12 or abs(y - y2) > 12 for x2, y2 in spots[:number])


@forms
def test_both_lines_are_named_and_dotted_where_crosses_of_few_answers_are_dashed(form: Form) -> None:
    root = drawn(form)
    said = " ".join("".join(each.itertext()) for each in root.iter(f"{SVG}text"))
    for words in (WORDS.together, WORDS.mean):
        assert all(word in said for word in words.split())
    dashes = [each.get("stroke-dasharray") for each in root.iter(f"{SVG}line")]
    assert dashes.count("1,5") == 2
    assert dashes.count("5,4") == 2 * sum(group.faint for group in DEMO)


def marks_of(seed: int, plane: Box) -> list[Mark]:
    """Crosses as crowded as a town's: most groups needed by few, all of them rated alike."""
    rnd = random.Random(seed)  # noqa: S311  # no secret
    found = []
    for number in range(1, rnd.randint(6, 12) + 1):
        x = plane.right * rnd.triangular(0.03, 0.95, 0.12)
        y = plane.bottom * min(0.9, max(0.1, rnd.gauss(0.5, 0.2)))
        across, up = plane.right * rnd.uniform(0.02, 0.08), rnd.uniform(10, 50)
        arms = (Box(x - across, y, x + across, y), Box(x, y - up, x, y + up))
        found.append(Mark((x, y), rnd.uniform(7, 24), arms, (11.0 * len(str(number)) + 2, 16.0)))
    return found


def labelled(seed: int, plane: Box) -> tuple[list[Mark], Spot, list[Spot]]:
    marks = marks_of(seed, plane)
    _, name = along(plane.bottom / 2, [(190, 20), (120, 40)], plane, marks, [])
    return marks, name, beside(marks, plane, taken=[name], lines=[])


seeds = pytest.mark.parametrize("seed", range(12))
planes = pytest.mark.parametrize("plane", PLANES.values(), ids=PLANES)


@planes
@seeds
def test_a_label_is_nearest_to_its_own_mark_or_has_a_line_to_it(seed: int, plane: Box) -> None:
    marks, _, spots = labelled(seed, plane)
    for mark, spot in zip(marks, spots, strict=True):
        nearest = min(marks, key=lambda other: math.dist(other.middle, spot.box.middle))
        assert nearest is mark or spot.lead
        assert plane.holds(spot.box)
        assert spot.lead is None or spot.lead[0] == mark.middle


@planes
@seeds
def test_labels_stand_on_no_label_no_name_and_no_centre(seed: int, plane: Box) -> None:
    marks, name, spots = labelled(seed, plane)
    for number, spot in enumerate(spots):
        assert not any(spot.box.meets(other.box) for other in [name, *spots[:number]])
        assert not any(spot.box.gap(mark.middle) < 4 for mark in marks)


@planes
@seeds
def test_the_name_of_the_line_stands_on_no_cross(seed: int, plane: Box) -> None:
    marks, name, _ = labelled(seed, plane)
    assert plane.holds(name.box)
    assert not any(mark.is_under(name.box) for mark in marks)


def test_a_mark_shut_in_by_others_gets_a_line() -> None:
    ring = [(100 + 12 * math.cos(turn), 100 + 12 * math.sin(turn)) for turn in (0, 1.26, 2.51, 3.77, 5.03)]
    marks = [Mark((x, y), 7, (), (13, 16)) for x, y in [(100, 100), *ring]]
    spots = beside(marks, Box(0, 0, 200, 200), taken=[], lines=[])
    assert spots[0].lead
    assert not any(spots[0].box.gap(middle) < 4 for middle in ring)


@forms
def test_the_same_groups_give_the_same_bytes(form: Form) -> None:
    described: list[dict[str, Any]] = [pictures.quadrant(DEMO, form, WORDS, **BETWEEN) for _ in range(2)]
    first, second = (pictures.draw({"q": spec})["q"] for spec in described)
    assert first == second
