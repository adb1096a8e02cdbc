"""Random questionnaires answered without a script: who fills in whatever the pages show, also what is not
asked, gets stored exactly what is asked.
"""

from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forms.definition import Layout, Questionnaire
from forms.export import row
from forms.expressions import Answer
from forms.routing import on_path
from survey_app import db
from survey_app.models import Response, Wave
from tests.forms.strategies import answers, questionnaires
from tests.forms.test_same_path import accepted
from tests.publishing import in_open_wave
from tests.survey_app.walking import sound_answers, walk


@st.composite
def cases(draw: st.DrawFn) -> tuple[Questionnaire, dict[str, Answer]]:
    """A questionnaire with answers that it takes, among them all that must be given."""
    questionnaire = draw(questionnaires())
    needed = accepted(questionnaire, sound_answers(questionnaire, draw(st.integers(0, 3))))
    given = accepted(questionnaire, draw(answers(questionnaire)))
    required = {item.item_code for item in questionnaire.items if item.required} - given.keys()
    return questionnaire, given | {
        key: answer for key, answer in needed.items() if key.partition(".")[0] in required
    }


@pytest.mark.usefixtures("region")
@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(case=cases())
def test_what_is_asked_is_stored_and_exported_and_nothing_else(
    app: Flask, database: db.Database, case: tuple[Questionnaire, dict[str, Any]]
) -> None:
    questionnaire, given_answers = case
    client = app.test_client()
    with in_open_wave(database, questionnaire) as code:
        page = client.get(f"/dotaznik/{code}")
        if questionnaire.layout is not Layout.PAGE:
            page = client.get(f"/dotaznik/{code}/strana/{first_page(questionnaire)}")
        walk(client, page, questionnaire, given_answers)
        with database.reading() as session:
            stored = session.scalars(
                sa.select(Response.answers).join(Wave).where(Wave.wave_code == code)
            ).one()
    assert stored == on_path(questionnaire, given_answers)
    assert row(questionnaire, stored, texts=True) == row(questionnaire, given_answers, texts=True)


def first_page(questionnaire: Questionnaire) -> str:
    """The code of the page that everybody begins with."""
    section = questionnaire.sections[0]
    return section.section_code if questionnaire.layout is Layout.SECTION else section.asked[0].item_code
