"""What people know of themselves needs no "don't know"; what nobody can be sure of does. More look-alikes."""

from typing import Any

import pytest

from forms.checks import method
from tests.checks.frames import Document, questionnaire

Case = tuple[str, str, list[Any]]

YES_NO = {"cs": ["ano", "ne"], "en": ["yes", "no"]}
UNSURE: list[Case] = [
    ("cs", "Má se na náměstí zakázat parkování?", []),
    ("cs", "Jak se má naložit se starou sýpkou?", ["zbourat", "opravit", "prodat"]),
    ("cs", "Kolik obec ročně zaplatí za úklid?", ["do 1 milionu", "1 až 2 miliony", "více než 2 miliony"]),
    ("cs", "Kdo vlastní pozemek pod tržnicí?", ["město", "kraj", "někdo jiný [w]"]),
    ("cs", "Jsou chodníky ve vaší ulici bezpečné?", []),
    ("cs", "Zvládne sběrný dvůr více odpadu?", []),
    ("cs", "Jste spokojeni s prací starosty?", []),
    ("cs", "Je vstupné přiměřené?", ["je příliš nízké", "je přiměřené", "je příliš vysoké"]),
    ("en", "Are there enough benches in your street?", []),
    ("en", "Has traffic got worse?", []),
    ("en", "Should the town sell the old school?", []),
    ("en", "Which local service works best?", ["library", "pool", "another [w]"]),
    ("en", "Do you know who owns the castle?", ["the state", "the town", "a private owner"]),
    ("en", "What share of our income goes to salaries?", ["a quarter", "a half", "three quarters"]),
]
SURE: list[Case] = [
    ("cs", "Má vaše dítě kde si po škole hrát?", []),
    ("cs", "Víte, kde je sběrný dvůr?", []),
    ("cs", "Kdo v rodině rozhoduje o penězích?", ["já", "partner", "společně"]),
    ("cs", "Souhlasíte s tím, abychom vás kontaktovali?", []),
    ("cs", "Který den je pro vás nejlepší?", ["pondělí", "středa", "pátek"]),
    ("cs", "Je váš byt bezbariérový?", []),
    ("cs", "Potřebuje dítě při vyučování podporu?", []),
    ("en", "Is your home warm enough in winter?", []),
    ("en", "Was the building easy to find?", []),
    ("en", "How should we contact you?", ["by phone", "by letter"]),
    ("en", "Do you support any local charity?", []),
    ("en", "Who in your family is responsible for shopping?", ["me", "my partner", "someone else [w]"]),
    ("en", "What is the best time to call you?", ["morning", "afternoon"]),
    ("en", "Are your cats neutered?", ["all of them", "some of them", "none of them"]),
    ("cs", "Jak snadno platíte nájem?", ["velmi snadno", "snadno", "těžko", "velmi těžko", "hradí ho jiní"]),
    ("cs", "Kdy chodíte plavat?", ["ráno (6–9 h)", "dopoledne (9–12 h)", "večer (17–22 h)"]),
    ("cs", "Jaký máte úvazek?", ["nejvýše 0,25", "nad 0,25 do 0,5", "nad 0,5 do 0,75", "nad 0,75"]),
    ("en", "How many children do you have?", ["0", "1", "2", "3", "4"]),
    ("cs", "Jak mluvíte česky?", ["mluvím dobře", "mluvím obstojně", "mluvím trochu", "nemluvím"]),
    ("cs", "Volili jste v posledních volbách do obce?", ["ano", "ne", "nechci odpovědět"]),
]
FAULTY: list[tuple[str, Case]] = [
    ("unbalanced_scale", ("cs", "Jaká byla polévka?", ["skvělá", "výborná", "chutná", "nechutná", "nevím"])),
    (
        "unbalanced_scale",
        ("cs", "Jak hodnotíte výuku?", ["výborná", "chvalitebná", "dobrá", "špatná", "nevím"]),
    ),
    (
        "unlabelled_scale",
        ("en", "How well does the school teach?", ["5", "4", "3", "2", "1", "don't know"]),
    ),
    ("options_overlap", ("cs", "Jak jste přijeli?", ["autem", "autobusem", "hromadnou dopravou"])),
    ("personal_data", ("en", "What is your ethnic origin?", ["White", "Asian", "prefer not to say"])),
    (
        "personal_data",
        ("cs", "Jakého jste náboženského vyznání?", ["katolického", "žádného", "nechci uvést"]),
    ),
]


def _found(case: Case) -> set[str]:
    language, text, options = case
    item: Document = {"type": "single_choice", "text": text, "options": options or YES_NO[language]}
    return {
        finding.code for finding in method.findings(questionnaire({"language": language, "items": [item]}))
    }


@pytest.mark.parametrize("case", UNSURE)
def test_what_not_everybody_can_know_needs_a_way_out(case: Case) -> None:
    assert "missing_dont_know" in _found(case)


@pytest.mark.parametrize("case", SURE)
def test_what_people_know_of_themselves_needs_none(case: Case) -> None:
    assert _found(case) == set()


@pytest.mark.parametrize(("code", "case"), FAULTY)
def test_a_fault_in_words_of_its_own_is_found(code: str, case: Case) -> None:
    assert code in _found(case)


@pytest.mark.parametrize("text", ["Jak se jmenuje vaše dítě?", "Jaký je váš přesný čistý měsíční příjem?"])
def test_names_of_others_and_exact_income_are_personal_data(text: str) -> None:
    item = {"type": "short_text", "text": text}
    found = method.findings(questionnaire({"language": "cs", "items": [item]}))
    assert [finding.code for finding in found] == ["personal_data"]


@pytest.mark.parametrize(("rows", "found"), [(8, False), (26, True)])
def test_a_hundred_and_thirty_ratings_are_too_long_and_forty_are_not(rows: int, found: bool) -> None:
    items = [
        {
            "type": "rating_battery",
            "text": f"How satisfied are you with these sides of place {number}?",
            "scale": "satisfied",
            "rows": [
                {"item_code": f"q{number}_{row}", "text": f"how soon one is served at desk {row}"}
                for row in range(rows)
            ],
        }
        for number in range(5)
    ]
    said = method.findings(questionnaire({"language": "en", "items": items}))
    assert ("too_long" in {finding.code for finding in said}) is found
