"""Wordings that look like faults of method and are none: the checks keep silent."""

import pytest

from forms.checks import method
from tests.checks.frames import Document, questionnaire

CZECH = [
    "Jak jste spokojen(a) s odborem sociálních věcí a zdravotnictví?",
    "Jste pro, nebo proti zrušení parkoviště?",
    "Jak hodnotíte služby pro seniory a rodiny?",
    "Jak se vám bydlí v Javorově a okolí?",
    "Jak hodnotíte to, co a kdy se ve městě staví?",
    "Nevíme, kde všude sportujete. Jak hodnotíte nabídku hřišť?",
    "Když přijdete na úřad a potřebujete poradit, jak snadné je někoho najít?",
    "Jak hodnotíte pracovníky, kteří vás přijali a poradili vám?",
    "Jak dobře znáte své okolí?",
    "Jak hodnotíte práci neziskových organizací?",
    "Jak vám nemocnice pomohla?",
    "Jak nebezpečná, nebo bezpečná je podle vás křižovatka?",
    "Jak hodnotíte nejbližší zastávku?",
    "Jak hodnotíte bezbariérovost (rampy, výtahy a toalety)?",
    "Jak se vám daří sladit rodinu a práci?",
    "Jak jste spokojeni se spoluprací mezi školou a rodinou?",
    "Jak hodnotíte ochotu lékaře nebo lékařky?",
    "Jak hodnotíte kvalitu ovzduší (CO2, PM10)?",
    "Nakolik souhlasíte s tím, že je ve městě dost laviček?",
]
ENGLISH = [
    "Considering everything, how satisfied are you with your life?",
    "Since the last survey, how has your street changed?",
    "How optimistic are you about the future?",
    "How clearly did the staff explain your rights?",
    "How do you rate the Department for Work and Pensions?",
    "Are you in favour of or against the new crossing?",
    "How do you rate services for children and families?",
    "How do you rate the help you get with your unpaid caring?",
    "When you contact us and need help, how easy is it to find someone?",
    "How likely or unlikely are you to move within a year?",
    "How do you rate the balance between work and family?",
    "How do you feel about the time and place of the meetings?",
    "How well do you understand the United Nations goals?",
    "How easy was it for you or someone in your household to register?",
]


def case(text: str, language: str, kind: str) -> Document:
    """One question as a questionnaire."""
    item: Document = {"type": kind, "text": text, **({"scale": "good"} if kind == "rating" else {})}
    return {"language": language, "items": [item]}


@pytest.mark.parametrize(
    ("text", "language"), [*((text, "cs") for text in CZECH), *((text, "en") for text in ENGLISH)]
)
def test_a_sound_rating_question_raises_no_finding(text: str, language: str) -> None:
    found = method.findings(questionnaire(case(text, language, "rating")))
    assert [(finding.code, dict(finding.params)) for finding in found] == []


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Jakou mobilní aplikaci používáte nejvíc?", "cs", "short_text"),
        ("Kolik e-mailů denně dostanete?", "cs", "number"),
        ("Jak se jmenuje obec, ve které žijete?", "cs", "short_text"),
        ("Co by mělo město dělat pro lidi s duševním onemocněním?", "cs", "open_ended"),
        ("Co vám vadí na telefonních linkách úřadu?", "cs", "open_ended"),
        ("Kolikrát jste se v životě přestěhovali?", "cs", "number"),
        ("Bydlíte v Javorově?", "cs", "yes_no"),
        ("Navštívil(a) jste letos knihovnu nebo muzeum?", "cs", "yes_no"),
        ("Co se vám ve městě líbí a co nelíbí?", "cs", "open_ended"),
        ("What should the city do for people with long-term illnesses?", "en", "open_ended"),
        ("How many e-mails do you get a day?", "en", "number"),
        ("Have you or any member of your household used the library this year?", "en", "yes_no"),
        ("Do you have a garden or a balcony?", "en", "yes_no"),
        ("Would you agree to be contacted again?", "en", "yes_no"),
        ("What is the name of your town?", "en", "short_text"),
        ("Are you 18 or older?", "en", "yes_no"),
    ],
)
def test_a_sound_question_of_another_kind_raises_no_finding(text: str, language: str, kind: str) -> None:
    found = method.findings(questionnaire(case(text, language, kind)))
    assert [(finding.code, dict(finding.params)) for finding in found] == []
