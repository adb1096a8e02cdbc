"""The always-open form."""

import pytest
from werkzeug.datastructures import MultiDict

from forms.build import answers_from
from forms.checks.structure import findings
from forms.definition import Option
from forms.feedback import CONTACT, SERVICE, TEXT, feedback_form

SERVICES = [Option("S01", {"cs": "Pečovatelská služba", "en": "Home care"})]


def test_a_text_is_enough() -> None:
    form = feedback_form(SERVICES, "cs")(MultiDict([(TEXT, "Obědy prosím i v sobotu.")]))
    assert form.validate()
    assert answers_from(form) == {TEXT: "Obědy prosím i v sobotu."}


def test_a_service_and_a_contact_may_be_added() -> None:
    pairs = {TEXT: "Díky!", SERVICE: "S01", CONTACT: "jana@example.com"}
    form = feedback_form(SERVICES, "uk")(MultiDict(pairs))
    assert form.validate()
    assert answers_from(form) == pairs


@pytest.mark.parametrize(
    ("pairs", "errors"),
    [
        ({}, {TEXT: ["Write an answer."]}),
        (
            {TEXT: "x" * 4_001},
            {TEXT: ["Shorten the text: there is room for 4000 characters, you wrote 4001."]},
        ),
        ({TEXT: "x", SERVICE: "S99"}, {SERVICE: ["Choose one of the options on offer."]}),
    ],
)
def test_what_is_wrong_is_said(pairs: dict[str, str], errors: dict[str, list[str]]) -> None:
    form = feedback_form(SERVICES, "en")(MultiDict(pairs))
    assert not form.validate()
    assert {field.name: list(field.errors) for field in form.error_fields} == errors


def test_without_services_the_question_is_left_out() -> None:
    form = feedback_form([], "cs")()
    assert [field.name for field in form] == [TEXT, CONTACT]


def test_the_form_is_made_once_and_is_sound() -> None:
    assert feedback_form(SERVICES, "cs") is feedback_form(list(SERVICES), "cs")
    assert findings(feedback_form([], "cs").questionnaire) == []
