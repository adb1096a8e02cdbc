"""Anybody writes at any time, and finds out what became of it."""

import sqlalchemy as sa
from flask.testing import FlaskClient

from survey_app import clock, db, sealing
from survey_app.config import Settings
from survey_app.models import Comment, OutboxMessage, Region
from tests.survey_app.walking import follow, send

FORM = "/napiste-nam/testov"


def comments() -> list[Comment]:
    with db.reading() as session:
        return list(session.scalars(sa.select(Comment)))


def test_a_comment_is_stored_with_the_promise_to_classify_it(client: FlaskClient, region: Region) -> None:
    page = follow_redirect(client, "/napiste-nam")
    receipt = follow(client, send(client, page, {"text": "Obědy jsou studené."}))
    (comment,) = comments()
    assert (comment.text, comment.received_on) == ("Obědy jsou studené.", clock.today())
    with db.reading() as session:
        (message,) = session.scalars(sa.select(OutboxMessage))
    assert message.payload == {"comment_id": str(comment.id)}
    code = receipt.text.split('class="ohlas-code">')[1].split("<")[0]
    assert sealing.receipt_hash(code) == comment.receipt_hash


def test_a_contact_is_stored_sealed(client: FlaskClient, region: Region, settings: Settings) -> None:
    send(client, client.get(FORM), {"text": "Zavolejte mi.", "contact": "jana@example.com"})
    sealed = comments()[0].contact_sealed
    assert sealed is not None
    assert b"jana" not in sealed
    assert sealing.unseal_contact(sealed, settings.signing_key) == "jana@example.com"


def test_sending_twice_stores_once(client: FlaskClient, region: Region) -> None:
    page = client.get(FORM)
    first, second = (follow(client, send(client, page, {"text": "Jednou"})) for _ in range(2))
    assert first.text == second.text
    assert len(comments()) == 1


def test_different_text_under_the_same_submission_is_refused(client: FlaskClient, region: Region) -> None:
    page = client.get(FORM)
    send(client, page, {"text": "Jedno"})
    assert send(client, page, {"text": "Druhé"}).status_code == 409


def test_an_empty_text_is_asked_for_and_the_contact_is_kept(client: FlaskClient, region: Region) -> None:
    refused = send(client, client.get(FORM), {"text": " ", "contact": "602 000 000"})
    assert refused.status_code == 422
    assert 'href="#text"' in refused.text
    assert "602 000 000" in refused.text


def test_the_code_shows_what_became_of_a_comment(client: FlaskClient, region: Region) -> None:
    receipt = follow(client, send(client, client.get(FORM), {"text": "Kdy přijdete?"}))
    code = receipt.text.split('class="ohlas-code">')[1].split("<")[0]
    page = client.get("/podnet")
    token = page.text.split('name="csrf_token" value="')[1].split('"')[0]
    asked = client.post("/podnet", data={"csrf_token": token, "code": code.lower().replace("-", " ")})
    assert "Kdy přijdete?" in asked.text
    unknown = client.post("/podnet", data={"csrf_token": token, "code": "AAAA-AAAA-AAAA"})
    assert unknown.status_code == 422
    assert "Kdy přijdete?" not in unknown.text


def follow_redirect(client: FlaskClient, path: str):  # a TestResponse
    response = client.get(path)
    return client.get(response.headers["Location"])
