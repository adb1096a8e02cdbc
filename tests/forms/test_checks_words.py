"""Words and turns of phrase that a rule must know, each beside one that only looks like it."""

import pytest

from forms.checks import method
from tests.checks.frames import questionnaire

YES_NO = ["yes", "no", "don't know"]
ANO_NE = ["ano", "ne", "nevím"]
PAIRS: list[tuple[str, str, str, str, list[str]]] = [
    (
        "jargon",
        "en",
        "Do you know of the peri-urban bus lines?",
        "Do you know of the night bus lines?",
        YES_NO,
    ),
    ("jargon", "en", "Did you see the dendrological survey?", "Did you see the biological garden?", YES_NO),
    ("jargon", "en", "Was the walkability measured?", "Was your disability considered?", YES_NO),
    ("jargon", "cs", "Znáte místní akční skupinu?", "Znáte místní taneční skupinu?", ANO_NE),
    ("jargon", "cs", "Využili jste případovou konferenci?", "Využili jste dluhovou poradnu?", ANO_NE),
    (
        "loaded_words",
        "en",
        "Have you seen the plague of scooters?",
        "Have you seen the plague column?",
        YES_NO,
    ),
    (
        "loaded_words",
        "en",
        "Did you see an invasion of tourists?",
        "Did you see the flood of February?",
        YES_NO,
    ),
    ("loaded_words", "cs", "Všimli jste si zaplavy reklam?", "Všimli jste si po záplavě škod?", ANO_NE),
    (
        "leading_question",
        "en",
        "As a good citizen, do you vote?",
        "As a tenant, do you get a newsletter?",
        YES_NO,
    ),
    (
        "leading_question",
        "cs",
        "Čtete jako dobrý občan zpravodaj?",
        "Čtete jako dobrovolník zpravodaj?",
        ANO_NE,
    ),
    (
        "missing_dont_know",
        "en",
        "Has crime gone up?",
        "Has your rent gone up?",
        ["gone up", "the same", "gone down"],
    ),
    (
        "missing_dont_know",
        "cs",
        "Zvýšil se počet turistů?",
        "Zvýšil se příjem vaší domácnosti?",
        ["ano", "ne"],
    ),
    ("personal_data", "en", "Have you been convicted?", "Have you been informed?", YES_NO),
    ("personal_data", "cs", "Jakou nemoc máte?", "Jakou knihu máte?", ["první", "druhou", "jinou [w]"]),
]


def _codes(language: str, text: str, options: list[str]) -> set[str]:
    item = {"type": "single_choice", "text": text, "options": options}
    return {
        finding.code for finding in method.findings(questionnaire({"language": language, "items": [item]}))
    }


@pytest.mark.parametrize(("code", "language", "faulty", "sound", "options"), PAIRS)
def test_a_word_that_is_a_fault_is_told_from_its_look_alike(
    code: str, language: str, faulty: str, sound: str, options: list[str]
) -> None:
    assert code in _codes(language, faulty, options)
    assert code not in _codes(language, sound, options)


@pytest.mark.parametrize(("least", "found"), [("a little", True), ("not at all", False)])
def test_degrees_take_for_granted_what_they_ask_unless_one_is_none(least: str, found: bool) -> None:
    options = ["a lot", "somewhat", least, "don't know"]
    assert ("leading_question" in _codes("en", "How much does the noise disturb you?", options)) is found
