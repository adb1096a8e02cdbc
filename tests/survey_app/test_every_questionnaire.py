"""Every tiny questionnaire is published and answered over HTTP, from its first page to the receipt."""

import json
import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from forms.definition import load
from forms.routing import on_path
from survey_app import db
from survey_app.models import Comment, Response
from tests.survey_app.conftest import MakeWave
from tests.survey_app.walking import sound_answers, walk

FILES = sorted((Path(__file__).parent.parent / "questionnaires").glob("*.json"))


@pytest.mark.usefixtures("catalogues")
@pytest.mark.parametrize("pick", [0, 1])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_it_is_answered_from_the_first_page_to_the_receipt(
    path: Path, pick: int, client: FlaskClient, make_wave: MakeWave, database: db.Database
) -> None:
    wave = make_wave(json.loads(path.read_text(encoding="utf-8")))
    with database.reading() as session:
        version = session.merge(wave, load=True).questionnaire_version
        questionnaire = load(version.document)
    answers = sound_answers(questionnaire, pick)
    landing = client.get("/dotaznik/tiny-1", follow_redirects=True)
    start = re.search(r'href="([^"]*/strana/[^"]*)"', landing.text)
    page = client.get(start[1]) if start else landing  # one page is the landing itself
    receipt = walk(client, page, questionnaire, answers)
    assert receipt.status_code == 200
    with database.reading() as session:
        (response,) = session.scalars(sa.select(Response))
        verbatims = {comment.item_code: comment.text for comment in session.scalars(sa.select(Comment))}
    assert response.answers | verbatims == on_path(questionnaire, answers)
    for tag in (*questionnaire.languages, *questionnaire.variants):
        prefix = "" if tag == "cs" else f"/{tag}"
        assert client.get(f"{prefix}/dotaznik/tiny-1").status_code == 200
