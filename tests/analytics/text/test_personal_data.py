"""Personal data in comments is found, and what only looks like it is left alone."""

import pytest

from analytics.text.day_one.coder import DayOneCoder
from tests.analytics.text.personal_data.labelled import ROUNDS, tally


@pytest.mark.parametrize("name", ROUNDS)
def test_nine_of_ten_are_found_and_hardly_anything_else(coder: DayOneCoder, name: str) -> None:
    labels, found, false, wrong = tally(
        lambda texts: [coding.personal_data for coding in coder.code(texts)],
        (f"{name}_with", f"{name}_without"),
    )
    assert found.total() >= 0.9 * labels.total(), wrong
    assert false.total() <= 0.05 * labels.total(), wrong


@pytest.mark.parametrize(
    "text",
    [
        "Na odlehčovací službu se čeká 180 dní a stojí to 3 500 Kč.",
        "V roce 2026 přibylo 12 lůžek v Domově Pod Lipami.",
        "Pan starosta slíbil lavičky u polikliniky.",
        "",
        "\x00\ufeff\u202e",
    ],
)
def test_prices_years_offices_and_services_are_no_personal_data(coder: DayOneCoder, text: str) -> None:
    assert coder.code([text])[0].personal_data == ()


def test_places_are_given_by_position_in_the_text(coder: DayOneCoder) -> None:
    text = "Volejte prosím 777 123 456, nebo pište na jana@example.cz."
    finds = coder.code([text])[0].personal_data
    assert [(kind, text[start:end]) for kind, start, end in finds] == [
        ("phone", "777 123 456"),
        ("email", "jana@example.cz"),
    ]
