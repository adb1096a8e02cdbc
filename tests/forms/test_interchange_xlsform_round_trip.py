"""What goes out as an XLSForm comes back equal, and other programs can read it.

All of a questionnaire comes back: what the format has no place for travels in columns of our own. Two things
do not: a part that a cell is too small for (32 000 characters of JSON), and unused codes that stand twice.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyxform.xls2xform import convert

from forms.definition import (
    GrammaticalCase,
    Item,
    ItemType,
    Layout,
    Option,
    Picture,
    Questionnaire,
    Row,
    Scale,
    Section,
    dump,
    load,
    read_document,
)
from forms.definition.schema import DEFINITIONS
from forms.interchange import read, xlsform
from forms.interchange.sentences import said_loss, xlsform_export
from forms.interchange.xlsform.rows import SAID
from survey_app.config import PROJECT_ROOT
from tests.forms import strategies

PRINTABLE = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t\r"),
    max_size=30,
)
WORDS = PRINTABLE | st.sampled_from(
    [
        "=1+1",
        "-5",
        "@cmd",
        "+1",
        "{{a}}",
        "{{a|genitive|toho}}",
        "{{nobody}}",
        "${a}",
        "**bold** _x_",
        "<b>x</b> & y",
        "v\u00a0Praze",
        " x ",
        "_x0041_",
        "# nadpis",
        "&lt;p&gt;",
    ]
)
TEXTS = st.dictionaries(st.sampled_from(["cs", "en", "uk", "cs-easy", "pt-BR"]), WORDS, max_size=4)
NEEDED = st.dictionaries(st.sampled_from(["cs", "en", "cs-easy"]), WORDS, min_size=1, max_size=3)
PICTURES = st.none() | st.builds(Picture, st.just("ab" * 32), TEXTS)
OPTION_CODES = ("a", "A", "yes", "1", "1.5", "x-y", "x+y", "other")
ITEM_CODES = (
    "a",
    "A",
    "b",
    "data",
    "meta",
    "introduction",
    "thanks",
    "a_other",
    "name",
    "s",
    "q1",
    "q2",
    "Q2",
)


def _options(least: int) -> st.SearchStrategy[tuple[Option, ...]]:
    made = st.builds(
        Option,
        code=st.sampled_from(OPTION_CODES),
        labels=TEXTS,
        score=st.none() | st.integers(0, 100) | st.just(12.5),
        exclusive=st.booleans(),
        write_in=st.booleans(),
        attributes=st.just({}) | st.just({"forms": ("field", "home")}),
        cases=st.just({}) | TEXTS.map(lambda texts: {GrammaticalCase.GENITIVE.value: texts}),
        picture=PICTURES,
    )
    return st.lists(made, min_size=least, max_size=4, unique_by=lambda option: option.code).map(tuple)


CHOICE: dict[str, st.SearchStrategy[Any]] = {
    "options": _options(0),
    "randomise": st.booleans(),
    "source": st.none() | st.just("services"),
}
TEXT: dict[str, st.SearchStrategy[Any]] = {
    "max_length": st.none() | st.integers(1, 20_000),
    "creates_comment": st.booleans(),
}
SETTINGS: dict[ItemType, dict[str, st.SearchStrategy[Any]]] = {
    ItemType.SINGLE_CHOICE: CHOICE,
    ItemType.CATALOGUE_CHOICE: CHOICE,
    ItemType.MULTIPLE_CHOICE: {**CHOICE, "max_choices": st.none() | st.integers(1, 4)},
    ItemType.RANKING: {**CHOICE, "max_choices": st.none() | st.integers(1, 4)},
    ItemType.RATING: {"scale": st.sampled_from(["scale_1", "Scale_1", "missing"])},
    ItemType.NUMBER: {
        "minimum": st.none() | st.sampled_from([-1e15, -3, 0, 0.25, 1e-5]),
        "maximum": st.none() | st.sampled_from([5, 7.5, 1e15]),
        "unit": TEXTS,
    },
    ItemType.DATE: {
        "minimum": st.none() | st.just("2020-01-31"),
        "maximum": st.none() | st.just("2026-13-99"),
    },
    ItemType.YEAR: {"minimum": st.none() | st.just(1900), "maximum": st.none() | st.just(2026)},
    ItemType.SHORT_TEXT: TEXT,
    ItemType.OPEN_ENDED: TEXT,
}


@st.composite
def _items(draw: st.DrawFn, codes: list[str], earlier: list[str]) -> Item:
    kind = draw(st.sampled_from(list(ItemType)))
    more = {name: draw(strategy) for name, strategy in SETTINGS.get(kind, {}).items()}
    code = codes.pop()
    if kind is ItemType.RATING_BATTERY:
        more["scale"] = draw(st.sampled_from(["scale_1", "Scale_1", "missing"]))
        count = draw(st.integers(1, max(1, min(3, len(codes)))))
        rows = [codes.pop() if codes else f"r{number}" for number in range(count)]
        more["rows"] = tuple(
            Row(row, draw(NEEDED), draw(st.none() | st.just("access")), draw(st.booleans())) for row in rows
        )
    return Item(
        item_code=code,
        type=kind,
        texts=draw(NEEDED),
        hints=draw(TEXTS),
        required=draw(st.booleans()),
        dimension=draw(st.none() | st.just("access")),
        visible_if=draw(st.none() | strategies.expressions(earlier)) if earlier else None,
        visible_if_texts=draw(TEXTS),
        interviewer_notes=draw(TEXTS),
        picture=draw(PICTURES),
        trend=draw(st.booleans()),
        **more,
    )


@st.composite
def rich(draw: st.DrawFn) -> Questionnaire:
    """A questionnaire with any feature in any combination, sensible or not."""
    codes = list(draw(st.permutations(ITEM_CODES)))
    known: list[str] = []
    sections = []
    for name in draw(st.sampled_from([("s",), ("s", "S", "a")])):
        inside = []
        for _ in range(draw(st.integers(0, 3))):
            if len(codes) > 4:
                item = draw(_items(codes, [*known, "unknown"]))
                inside.append(item)
                known += [part.item_code for part in item.asked()]
        condition = draw(st.none() | strategies.expressions(known)) if known else None
        sections.append(Section(name, draw(TEXTS), tuple(inside), condition))
    scales = tuple(
        Scale(code, draw(_options(2)), draw(st.none() | _options(2))) for code in ("scale_1", "Scale_1")
    )
    return Questionnaire(
        questionnaire_code=draw(st.sampled_from(["x", "rocni-2026", "a--b"])),
        version=draw(st.sampled_from(["1", "2026.11_final"])),
        titles=draw(NEEDED),
        languages=draw(st.sampled_from([("cs",), ("cs", "en", "uk"), ("en", "pt-BR", "qaa")])),
        introductions=draw(TEXTS),
        thanks=draw(TEXTS),
        variants=draw(st.sampled_from([(), ("cs-easy",)])),
        layout=draw(st.sampled_from(list(Layout))),
        scales=draw(st.sampled_from([(), scales])),
        sections=tuple(sections),
    )


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(rich())
def test_a_questionnaire_comes_back_equal(questionnaire: Questionnaire) -> None:
    exported = xlsform.write(questionnaire)
    imported = read("anything.xlsx", exported.content)
    assert imported.document == dump(questionnaire)
    assert load(imported.document) == questionnaire
    for loss in exported.losses:
        assert said_loss(loss, "cs")


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(rich())
def test_other_programs_can_read_it(questionnaire: Questionnaire) -> None:
    if questionnaire.items:
        content = xlsform.write(questionnaire).content
        assert "<h:html" in convert(xlsform=io.BytesIO(content), file_type=".xlsx").xform


@pytest.mark.parametrize(
    "path",
    [
        *sorted((PROJECT_ROOT / "tests" / "questionnaires").glob("*.json")),
        *sorted((PROJECT_ROOT / "survey_app" / "content").glob("*/*2026.json")),
    ],
    ids=lambda path: path.stem,
)
def test_every_questionnaire_here_travels_whole(path: Any) -> None:
    questionnaire = load(read_document(path.read_bytes()))
    content = xlsform.write(questionnaire).content
    imported = read(path.name, content)
    assert imported.document == dump(questionnaire)
    assert imported.losses == ()
    assert convert(xlsform=io.BytesIO(content), file_type=".xlsx").warnings == []


def _tiny() -> Questionnaire:
    text = {"cs": "=HYPERLINK(1)", "en": "Age"}
    items = (
        Item("age", ItemType.NUMBER, text, minimum=18, dimension="access"),
        Item("why", ItemType.OPEN_ENDED, {"cs": "Proč {{age}}?", "en": "Why {{age}}?"}),
    )
    return Questionnaire("tiny", "1", {"cs": "Malý", "en": "Tiny"}, ("cs", "en"), (Section("s", {}, items),))


def test_no_cell_is_a_formula() -> None:
    content = xlsform.write(_tiny()).content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content))["survey"] for cell in row]
    assert any(cell.value == "=HYPERLINK(1)" and cell.data_type == "s" for cell in cells)


def test_a_cell_that_somebody_changed_counts_and_the_rest_is_kept() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsform.write(_tiny()).content))
    sheet = book["survey"]
    headers = {cell.value: cell.column for cell in sheet[1]}
    sheet.cell(3, headers["label::Čeština (cs)"]).value = "Kolik je vám let?"
    sheet.cell(3, headers["constraint"]).value = ". >= 15"
    sheet.cell(1, len(headers) + 1).value = "label::Українська (uk)"
    sheet.cell(3, len(headers) + 1).value = "Скільки вам років?"
    target = io.BytesIO()
    book.save(target)
    document = read("x.xlsx", target.getvalue()).document
    age = document["sections"][0]["items"][0]
    assert age["texts"] == {"cs": "Kolik je vám let?", "en": "Age", "uk": "Скільки вам років?"}
    assert age["minimum"] == 15
    assert age["dimension"] == "access"
    assert document["languages"] == ["cs", "en", "uk"]


def test_what_other_programs_do_not_see_is_listed() -> None:
    losses = {(loss.where, loss.code) for loss in xlsform.write(_tiny()).losses}
    assert ("age", "ours_dimension") in losses


def test_every_part_of_a_questionnaire_that_is_only_ours_has_words() -> None:
    parts = [*DEFINITIONS["option"]["properties"], *DEFINITIONS["row"]["properties"]]
    parts += [key for item in DEFINITIONS["item"]["oneOf"] for key in item["properties"]]
    assert {key for key in parts if key not in SAID} <= xlsform_export.THINGS.keys()


NAMES = {"cs-easy": "snadná čeština"}


def test_what_is_only_ours_is_said_in_words_not_in_keys() -> None:
    path = PROJECT_ROOT / "survey_app" / "content" / "javorov" / "annual-2026.json"
    exported = xlsform.write(load(read_document(path.read_bytes())))
    said = {said_loss(loss, "cs", lambda tag: NAMES.get(tag, tag)) for loss in exported.losses}
    assert "Jen pro tento program, jiné to nečtou: skóre možností." in said
    assert "Jen pro tento program, jiné to nečtou: texty v jazyce „snadná čeština“." in said
    assert not [sentence for sentence in said if "_" in sentence or "score" in sentence]
