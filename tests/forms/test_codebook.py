"""What columns mean to programs of statisticians: names, numbers, labels, and the DDI codebook."""

from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from forms.codebook import Circumstances, Kind, Variable, ddi, variables, words
from forms.codebook.names import LONGEST, RESERVED, names
from forms.codebook.shortening import shortened, shortened_pair
from forms.definition import Questionnaire, load

from .strategies import questionnaires

NOBODY = Circumstances((1,), ("paper", "web"), ("cs", "cs-easy", "uk"))
DDI = {"d": ddi.NAMESPACE}


def option(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "labels": {"cs": f"možnost {code}", "en": f"option {code}"}, **more}


def item(item_code: str, item_type: str, **more: Any) -> dict[str, Any]:
    return {"item_code": item_code, "type": item_type, "texts": {"cs": f"Otázka {item_code}?"}, **more}


def asking(*items: dict[str, Any], version: str = "1") -> Questionnaire:
    scale = {"code": "grades", "options": [option("good", score=100), option("dk")]}
    section = {"section_code": "all", "titles": {"cs": "Vše"}, "items": list(items)}
    return load(
        {
            "questionnaire_code": "whole",
            "version": version,
            "titles": {"cs": "Žluťoučký & kůň", "en": "A <whole> one"},
            "languages": ["cs", "en"],
            "scales": [scale],
            "sections": [section],
        }
    )


def of(*found: Questionnaire, texts: bool = False) -> dict[str, Variable]:
    return {each.heading: each for each in variables(found, NOBODY, texts=texts)}


@given(st.lists(st.tuples(st.text(max_size=60), st.booleans()), unique_by=lambda pair: pair[0]))
def test_names_are_legal_and_no_two_are_the_same(headings: list[tuple[str, bool]]) -> None:
    found = names([heading for heading, _ in headings], [labelled for _, labelled in headings])

    assert len({name.casefold() for name in found}) == len(headings)
    for name in found:
        assert name.isascii()
        assert name.isidentifier()
        assert len(name) <= LONGEST
        assert name not in RESERVED
    numbered = [f"{name}{place}" for place, name in enumerate(n for n, (_, y) in zip(found, headings) if y)]  # noqa: B905  # as long as each other, seen above
    assert len(set(numbered)) == len(numbered)


def test_names_stay_what_they_were_where_that_is_legal() -> None:
    assert names(["q01", "with", "q02/Žlutá", "9", "str12"], [True] * 5) == [
        "q01",
        "with_v",
        "q02_zluta",
        "v_9",
        "str12_v",
    ]


def test_two_names_that_are_the_same_when_cut_stay_two() -> None:
    long = "a" * 40

    first, second = names([long + "x", long + "y"], [True, True])

    assert first == "a" * LONGEST
    assert second.endswith("_2")


def test_a_label_is_cut_between_letters_and_what_tells_it_apart_stays() -> None:
    question, detail = "Příliš žluťoučký kůň úpěl ďábelské ódy? " * 50, "pomoc s bydlením"

    found = shortened_pair(question, detail, most_bytes=255)

    assert len(found.encode()) <= 255
    assert found.endswith(f"… – {detail}")
    assert shortened("  dva\nřádky ", most_bytes=80) == "dva řádky"


@given(st.text(max_size=300), st.text(max_size=300), st.integers(30, 260))
def test_no_label_is_longer_than_it_may_be(stem: str, detail: str, most: int) -> None:
    stem, detail = (text.encode(errors="ignore").decode() for text in (stem, detail))

    assert len(shortened_pair(stem, detail, most_bytes=most).encode()) <= most


def test_an_option_has_its_place_as_number_unless_all_codes_are_numbers() -> None:
    found = of(
        asking(
            item("colour", "single_choice", options=[option("red"), option("blue")]),
            item("grade", "single_choice", options=[option("0"), option("10"), option("5")]),
        )
    )

    assert [(each.code, each.number) for each in found["colour"].categories] == [("red", 1), ("blue", 2)]
    assert [each.number for each in found["grade"].categories] == [0, 10, 5]


def test_a_dont_know_without_score_is_a_value_and_not_missing() -> None:
    rating = of(asking(item("rating", "rating", scale="grades")))["rating"]

    assert ("dk", 2) in [(each.code, each.number) for each in rating.categories]
    assert set(rating.missing.values()) == {-1, -2, -3, -4}
    assert rating.ordered


def test_ways_of_missing_are_no_number_that_can_be_typed() -> None:
    found = of(asking(item("cold", "number", minimum=-50, maximum=50), item("years", "number", minimum=0)))

    assert max(found["cold"].missing.values()) < -999_999_999_999_999
    assert found["years"].missing["NOT_ASKED"] == -1
    assert float(found["cold"].missing["RARE"]) == found["cold"].missing["RARE"]


def test_words_are_variables_only_when_asked_for() -> None:
    whole = asking(item("words", "open_ended"))

    assert "words" not in of(whole)
    assert of(whole, texts=True)["words"].kind is Kind.TEXT


def test_options_of_two_versions_stand_together_and_keep_their_numbers() -> None:
    first = asking(item("colour", "single_choice", options=[option("red"), option("blue")]))
    second = asking(
        item("colour", "single_choice", options=[option("green"), option("blue")]),
        item("more", "yes_no"),
        version="2",
    )

    found = of(first, second)

    assert [(each.code, each.number) for each in found["colour"].categories] == [
        ("red", 1),
        ("blue", 2),
        ("green", 3),
    ]
    assert list(found)[-2:] == ["colour", "more"]


def test_an_item_whose_kind_changed_is_read_as_text() -> None:
    found = of(asking(item("age", "number")), asking(item("age", "yes_no"), version="2"))

    assert found["age"].kind is Kind.TEXT


def test_the_codebook_has_questions_labels_routes_and_ways_of_missing() -> None:
    whole = asking(
        item("used", "yes_no"),
        item(
            "help",
            "multiple_choice",
            options=[option("a"), option("b")],
            visible_if={"op": "in", "item": "used", "options": ["yes"]},
        ),
    )
    modes = [words.MODES["web"], words.OTHER]
    study = ddi.Study("w-1", whole.titles, {}, "Měřín", date(2026, 1, 1), date(2026, 1, 9), modes, 7)

    root = ET.fromstring(ddi.document(study, whole, variables([whole], NOBODY, texts=False)))  # noqa: S314  # our own

    assert root.findtext(".//d:titl", namespaces=DDI) == "Žluťoučký & kůň"
    assert root.findtext(".//d:parTitl", namespaces=DDI) == "A <whole> one"
    assert root.findtext(".//d:caseQnty", namespaces=DDI) == "7"
    by = [each.text for each in root.findall(".//d:collMode", DDI)]
    assert by == [*words.MODES["web"].values(), *words.OTHER.values()]
    found = root.find(".//d:var[@name='help_a']", DDI)
    assert found is not None
    assert found.findtext("d:qstn/d:qstnLit", namespaces=DDI) == "Otázka help?"
    assert [each.text for each in found.findall("d:labl", DDI)] == ["možnost a", "option a"]
    assert len(found.findall("d:universe", DDI)) == 2
    assert [each.findtext("d:catValu", namespaces=DDI) for each in found.findall("d:catgry", DDI)] == [
        "0",
        "1",
        "-1",
        "-2",
        "-3",
        "-4",
    ]
    assert {each.get("missing") for each in found.findall("d:catgry", DDI)} == {None, "Y"}
    notes = {each.get("subject"): each.text for each in found.findall("d:notes", DDI)}
    assert notes == {"heading in tables": "help/a", "item code": "help"}


@given(questionnaires())
def test_every_questionnaire_has_a_codebook(questionnaire: Questionnaire) -> None:
    study = ddi.Study("w", questionnaire.titles, {}, "", date(2026, 1, 1), date(2026, 1, 9), [], 0)
    found = variables([questionnaire], NOBODY, texts=True)

    root = ET.fromstring(ddi.document(study, questionnaire, found))  # noqa: S314  # our own

    assert [each.get("name") for each in root.findall(".//d:var", DDI)] == [each.name for each in found]
