"""Every kind of change is found, classed and said; nothing that touches an answer is called harmless."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from forms.changes import (
    Change,
    ChangeClass,
    ChangeKind,
    broken_trends,
    class_name,
    compare,
    describe,
    from_document,
    to_document,
    worst,
)
from forms.definition import Questionnaire, load

from .strategies import questionnaires

Document = dict[str, Any]
Edit = Callable[[Document], object]

DIGEST = "0" * 64


def option(code: str, label: str, **more: Any) -> Document:
    return {"code": code, "labels": {"cs": label, "en": f"{label} (en)"}, **more}


def base() -> Document:
    """A questionnaire that has something of everything."""
    used = {"op": "in", "item": "used", "options": ["yes"]}
    texts = {"cs": "Otázka?", "en": "Question?"}
    return {
        "questionnaire_code": "whole",
        "version": "1",
        "titles": {"cs": "Celý"},
        "languages": ["cs", "en"],
        "variants": ["cs-easy"],
        "scales": [
            {
                "code": "grades",
                "options": [
                    option("good", "dobře", score=100),
                    option("fair", "ujde", score=50),
                    option("bad", "špatně", score=0),
                    option("dk", "nevím"),
                ],
                "easy_options": [option("good", "🙂"), option("bad", "🙁")],
            },
            {"code": "spare", "options": [option("a", "a", score=0), option("b", "b", score=100)]},
        ],
        "sections": [
            {
                "section_code": "first",
                "titles": {"cs": "Úvod"},
                "items": [
                    {
                        "item_code": "used",
                        "type": "single_choice",
                        "texts": {"cs": "Využili jste službu?", "en": "Have you used it?"},
                        "trend": True,
                        "options": [option("yes", "ano"), option("no", "ne")],
                    },
                    {
                        "item_code": "help",
                        "type": "multiple_choice",
                        "texts": {"cs": "Co pomohlo?"},
                        "max_choices": 3,
                        "visible_if": used,
                        "options": [
                            option("people", "lidé"),
                            option("place", "místo", attributes={"kind": ["near"]}),
                            option("other", "jiné", write_in=True),
                            option("none", "nic", exclusive=True),
                        ],
                    },
                    {
                        "item_code": "visits",
                        "type": "number",
                        "minimum": 0,
                        "maximum": 99,
                        "unit": {"cs": "návštěv"},
                        "texts": texts,
                    },
                    {"item_code": "note", "type": "information", "texts": {"cs": "Teď k lidem."}},
                ],
            },
            {
                "section_code": "second",
                "titles": {"cs": "Hodnocení"},
                "items": [
                    {
                        "item_code": "rate",
                        "type": "rating",
                        "scale": "grades",
                        "dimension": "staff",
                        "trend": True,
                        "texts": {"cs": "Jak se chovají?"},
                    },
                    {
                        "item_code": "all",
                        "type": "rating_battery",
                        "scale": "grades",
                        "texts": {"cs": "Jak jste spokojeni?"},
                        "rows": [
                            {"item_code": "row_1", "texts": {"cs": "čistota"}, "trend": True},
                            {"item_code": "row_2", "texts": {"cs": "jídlo"}},
                        ],
                    },
                    {
                        "item_code": "words",
                        "type": "open_ended",
                        "max_length": 500,
                        "texts": {"cs": "Co změnit?"},
                    },
                ],
            },
        ],
    }


def item(document: Document, code: str) -> Document:
    return next(i for s in document["sections"] for i in s["items"] if i["item_code"] == code)


def options_of(document: Document, code: str) -> list[Document]:
    found: list[Document] = item(document, code)["options"]
    return found


def grades(document: Document) -> list[Document]:
    found: list[Document] = document["scales"][0]["options"]
    return found


def changed(edit: Edit) -> tuple[Questionnaire, list[Change]]:
    """Return the edited questionnaire and how it differs from the base."""
    document = base()
    edit(document)
    new = load(document)
    return new, compare(load(base()), new)


EDITS: list[tuple[ChangeKind, Edit]] = [
    (ChangeKind.SERIES, lambda d: d.update(questionnaire_code="other")),
    (ChangeKind.VERSION_NAME, lambda d: d.update(version="2")),
    (ChangeKind.TITLE, lambda d: d["titles"].update(cs="Jiný")),
    (ChangeKind.INTRODUCTION, lambda d: d.update(introductions={"cs": "Dobrý den."})),
    (ChangeKind.THANKS, lambda d: d.update(thanks={"cs": "Díky."})),
    (ChangeKind.LAYOUT, lambda d: d.update(layout="page")),
    (ChangeKind.LANGUAGES, lambda d: d["languages"].append("uk")),
    (ChangeKind.SCALES_ARRANGED, lambda d: d["scales"].pop()),
    (ChangeKind.SCALES_ARRANGED, lambda d: d["scales"][1]["options"][0].update(score=10)),
    (
        ChangeKind.SECTION_ADDED,
        lambda d: d["sections"].append({"section_code": "x", "titles": {}, "items": []}),
    ),
    (ChangeKind.SECTION_REMOVED, lambda d: d["sections"].pop()),
    (ChangeKind.SECTION_TITLE, lambda d: d["sections"][0]["titles"].update(cs="Jinak")),
    (
        ChangeKind.SECTION_CONDITION_WRITTEN,
        lambda d: d["sections"][1].update(visible_if={"op": "answered", "item": "used"}),
    ),
    (ChangeKind.ORDER, lambda d: d["sections"].reverse()),
    (ChangeKind.ORDER, lambda d: item(d, "all")["rows"].reverse()),
    (ChangeKind.TRANSLATION_ADDED, lambda d: item(d, "rate")["texts"].update(en="How do they behave?")),
    (
        ChangeKind.TRANSLATION_REMOVED,
        lambda d: (d["languages"].remove("en"), item(d, "used")["texts"].pop("en")),
    ),
    (
        ChangeKind.ITEM_ADDED,
        lambda d: d["sections"][0]["items"].append(
            {"item_code": "new", "type": "yes_no", "texts": {"cs": "Nová?"}}
        ),
    ),
    (ChangeKind.ITEM_REMOVED, lambda d: d["sections"][1]["items"].pop()),
    (ChangeKind.ITEM_REMOVED, lambda d: item(d, "all")["rows"].pop()),
    (ChangeKind.INFORMATION_REMOVED, lambda d: d["sections"][0]["items"].pop()),
    (ChangeKind.ITEM_RECODED, lambda d: item(d, "words").update(item_code="wishes")),
    (ChangeKind.ITEM_MOVED, lambda d: d["sections"][0]["items"].append(d["sections"][1]["items"].pop())),
    (ChangeKind.ITEM_TYPE, lambda d: item(d, "used").update(type="multiple_choice")),
    (ChangeKind.ITEM_TEXT, lambda d: item(d, "rate")["texts"].update(cs="Jak se chovají lidé?")),
    (ChangeKind.ITEM_TEXT, lambda d: item(d, "used")["texts"].pop("en")),
    (ChangeKind.INFORMATION_TEXT, lambda d: item(d, "note")["texts"].update(cs="A teď k lidem.")),
    (ChangeKind.STEM_TEXT, lambda d: item(d, "all")["texts"].update(cs="Jak jste nespokojeni?")),
    (ChangeKind.HINT, lambda d: item(d, "rate").update(hints={"cs": "Za celý rok."})),
    (ChangeKind.INTERVIEWER_NOTES, lambda d: item(d, "rate").update(interviewer_notes={"cs": "Čtěte."})),
    (
        ChangeKind.PICTURE,
        lambda d: item(d, "rate").update(picture={"digest": DIGEST, "alternatives": {"cs": "Dům"}}),
    ),
    (ChangeKind.BECAME_REQUIRED, lambda d: item(d, "rate").update(required=True)),
    (ChangeKind.DIMENSION, lambda d: item(d, "rate").update(dimension="access")),
    (ChangeKind.COMMENTS_ON, lambda d: item(d, "words").update(creates_comment=True)),
    (ChangeKind.TREND_BEGINS, lambda d: item(d, "visits").update(trend=True)),
    (ChangeKind.TREND_ENDS, lambda d: item(d, "used").update(trend=False)),
    (ChangeKind.UNIT, lambda d: item(d, "visits")["unit"].update(cs="tisíc návštěv")),
    (ChangeKind.RANGE_NARROWED, lambda d: item(d, "visits").update(maximum=50)),
    (ChangeKind.RANGE_NARROWED, lambda d: item(d, "visits").update(minimum=-5, maximum=50)),
    (ChangeKind.RANGE_WIDENED, lambda d: item(d, "visits").pop("maximum")),
    (ChangeKind.CHOICES_LOWERED, lambda d: item(d, "help").update(max_choices=2)),
    (ChangeKind.CHOICES_RAISED, lambda d: item(d, "help").pop("max_choices")),
    (ChangeKind.LENGTH_LOWERED, lambda d: item(d, "words").update(max_length=100)),
    (ChangeKind.LENGTH_RAISED, lambda d: item(d, "words").pop("max_length")),
    (ChangeKind.OPTION_ORDER_RANDOM, lambda d: item(d, "help").update(randomise=True)),
    (ChangeKind.SOURCE, lambda d: item(d, "help").update(source="services")),
    (
        ChangeKind.CONDITION_CHANGED,
        lambda d: item(d, "help")["visible_if"].update(options=["no"]),
    ),
    (
        ChangeKind.CONDITION_CHANGED,
        lambda d: d["sections"][1].update(visible_if={"op": "answered", "item": "used"}),
    ),
    (ChangeKind.CONDITION_REMOVED, lambda d: item(d, "help").pop("visible_if")),
    (
        ChangeKind.CONDITION_WRITTEN,
        lambda d: item(d, "help").update(
            visible_if={"op": "and", "of": [{"op": "in", "item": "used", "options": ["yes"]}]}
        ),
    ),
    (
        ChangeKind.INFORMATION_CONDITION,
        lambda d: item(d, "note").update(visible_if={"op": "answered", "item": "used"}),
    ),
    (
        ChangeKind.SCALE_RENAMED,
        lambda d: (
            d["scales"].append({**copy.deepcopy(d["scales"][0]), "code": "same"}),
            item(d, "rate").update(scale="same"),
        ),
    ),
    (ChangeKind.SCALE_REPLACED, lambda d: item(d, "rate").update(scale="spare")),
    (ChangeKind.SCALE_TURNED, lambda d: grades(d).reverse()),
    (ChangeKind.SCALE_POINT_ADDED, lambda d: grades(d).append(option("poor", "nic moc", score=25))),
    (ChangeKind.OPTION_ADDED, lambda d: grades(d).append(option("refused", "nechci říct"))),
    (ChangeKind.OPTION_ADDED, lambda d: options_of(d, "help").append(option("luck", "štěstí"))),
    (ChangeKind.OPTION_REMOVED, lambda d: options_of(d, "help").pop(0)),
    (ChangeKind.OPTION_RECODED, lambda d: options_of(d, "help")[0].update(code="persons")),
    (ChangeKind.OPTION_LABEL, lambda d: options_of(d, "used")[0]["labels"].update(cs="jo")),
    (ChangeKind.OPTION_TAKES_OVER, lambda d: options_of(d, "used")[0]["labels"].update(cs="Ne")),
    (ChangeKind.OPTION_SCORE, lambda d: grades(d)[1].update(score=60)),
    (ChangeKind.OPTION_CASES, lambda d: options_of(d, "help")[0].update(cases={"genitive": {"cs": "lidí"}})),
    (
        ChangeKind.OPTION_PICTURE,
        lambda d: options_of(d, "help")[0].update(picture={"digest": DIGEST, "alternatives": {"cs": "Dav"}}),
    ),
    (ChangeKind.OPTION_ATTRIBUTES, lambda d: options_of(d, "help")[1].pop("attributes")),
    (ChangeKind.OPTIONS_ORDERED, lambda d: options_of(d, "help").reverse()),
    (ChangeKind.BECAME_EXCLUSIVE, lambda d: options_of(d, "help")[0].update(exclusive=True)),
    (ChangeKind.NO_LONGER_EXCLUSIVE, lambda d: options_of(d, "help")[3].pop("exclusive")),
    (ChangeKind.WRITE_IN_REMOVED, lambda d: options_of(d, "help")[2].pop("write_in")),
    (ChangeKind.EASY_POINTS, lambda d: d["scales"][0]["easy_options"].append(option("fair", "😐"))),
    (ChangeKind.EASY_LABEL, lambda d: d["scales"][0]["easy_options"][0]["labels"].update(cs="👍")),
    (
        ChangeKind.EASY_POINTS,
        lambda d: d["scales"][0]["easy_options"][0].update(d["scales"][0]["easy_options"][1], code="good"),
    ),
]
OPPOSITES = {
    ChangeKind.BECAME_OPTIONAL: ChangeKind.BECAME_REQUIRED,
    ChangeKind.COMMENTS_OFF: ChangeKind.COMMENTS_ON,
    ChangeKind.OPTION_ORDER_FIXED: ChangeKind.OPTION_ORDER_RANDOM,
    ChangeKind.WRITE_IN_ADDED: ChangeKind.WRITE_IN_REMOVED,
}


@pytest.mark.parametrize(("kind", "edit"), EDITS, ids=lambda value: getattr(value, "value", ""))
def test_each_edit_is_found_as_its_kind_and_said_in_three_languages(kind: ChangeKind, edit: Edit) -> None:
    _, changes = changed(edit)

    assert kind in {change.kind for change in changes}
    for change in changes:
        for language in ("cs", "en", "uk", "de"):
            sentence = describe(change, language)
            assert sentence.endswith((".", "?"))
            assert "{" not in sentence
            assert class_name(change.klass, language)
        assert from_document(to_document(change)) == change


@pytest.mark.parametrize("kind", OPPOSITES, ids=lambda kind: kind.value)
def test_what_is_taken_back_is_found_as_its_opposite(kind: ChangeKind) -> None:
    document = base()
    next(edit for found, edit in EDITS if found is OPPOSITES[kind])(document)

    assert kind in {change.kind for change in compare(load(document), load(base()))}


def test_every_kind_is_tried() -> None:
    assert {kind for kind, _ in EDITS} | OPPOSITES.keys() == set(ChangeKind)


def test_a_swapped_pair_of_labels_is_a_swapped_meaning() -> None:
    def swap(document: Document) -> None:
        yes, no = options_of(document, "used")
        yes["labels"], no["labels"] = no["labels"], yes["labels"]

    _, changes = changed(swap)

    assert [change.kind for change in changes] == [ChangeKind.OPTION_TAKES_OVER] * 2
    assert worst(changes) is ChangeClass.ANSWERS_AT_RISK


@pytest.mark.parametrize(
    ("edit", "broken"),
    [
        (lambda d: item(d, "used")["texts"].update(cs="Byli jste tam?"), ["used"]),
        (lambda d: grades(d)[0].update(score=90), ["rate", "row_1"]),
        (lambda d: item(d, "all")["texts"].update(cs="Jinak?"), ["row_1"]),
        (lambda d: options_of(d, "used").append(option("dk", "nevím")), ["used"]),
        (lambda d: item(d, "used").update(hints={"cs": "Loni."}), []),
        (lambda d: item(d, "used")["texts"].update(uk="Чи були ви там?"), []),
        (lambda d: item(d, "rate").update(dimension="access"), []),
        (lambda d: item(d, "visits").update(maximum=1), []),
        (lambda d: (item(d, "used")["texts"].update(cs="Jinak?"), item(d, "used").pop("trend")), ["used"]),
    ],
)
def test_a_series_breaks_where_its_question_options_or_scale_change(edit: Edit, broken: list[str]) -> None:
    _, changes = changed(edit)

    assert broken_trends(changes) == broken


def test_a_service_that_joins_the_catalogue_breaks_no_series() -> None:
    def from_catalogue(document: Document) -> None:
        item(document, "used").update(source="services")

    document = base()
    from_catalogue(document)
    old = load(document)
    options_of(document, "used").append(option("new", "Nová služba"))

    assert broken_trends(compare(old, load(document))) == []


@given(questionnaires())
def test_nothing_differs_from_itself(questionnaire: Questionnaire) -> None:
    assert compare(questionnaire, copy.deepcopy(questionnaire)) == []


@given(questionnaires(), questionnaires())
def test_any_two_that_differ_are_told_apart_and_every_difference_is_said(
    old: Questionnaire, new: Questionnaire
) -> None:
    changes = compare(old, new)

    assert bool(changes) is (old != new)
    assert all(describe(change, "cs") for change in changes)
