"""Storing a submission: once, whole, whatever happens at the same time."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from flask import Flask

from survey_app import clock, db, sealing
from survey_app.models import (
    AnswerTally,
    Classification,
    ClearedComment,
    Comment,
    OutboxMessage,
    PartialResponse,
    RatingTally,
    Response,
    Wave,
)
from survey_app.operations import collection
from survey_app.vocabulary import Mode
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.walking import read

AT_ONCE = 20
SUBMISSION = collection.Submission(
    submission_id="one",
    receipt_hash=sealing.receipt_hash("ABCD"),
    language="cs",
    mode=Mode.WEB,
    answers={"used": "yes"},
    verbatims=(collection.Verbatim("change", "Teplé obědy"),),
)


def submit(wave: Wave, submission: collection.Submission) -> bool:
    target = collection.Target(wave.id, wave.region_id, wave.questionnaire_version_id)
    with db.transaction() as session:
        return collection.submit_response(session, target, submission, clock.now(), late=False)


def counts() -> tuple[int, ...]:
    with db.reading() as session:
        models = (Response, Comment, OutboxMessage)
        return tuple(session.scalar(sa.select(sa.func.count()).select_from(model)) or 0 for model in models)


def test_the_same_submission_many_times_at_once_is_stored_once(make_wave: MakeWave) -> None:
    wave = make_wave()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        stored = list(pool.map(lambda _: submit(wave, SUBMISSION), range(AT_ONCE)))
    assert sum(stored) == 1
    assert counts() == (1, 1, 1)


def test_different_contents_at_once_under_one_identity_store_one_and_refuse_the_others(
    make_wave: MakeWave,
) -> None:
    wave = make_wave()
    different = [replace(SUBMISSION, answers={"used": "yes", "visits": number}) for number in range(AT_ONCE)]

    def outcome(submission: collection.Submission) -> str:
        try:
            return "stored" if submit(wave, submission) else "repeated"
        except collection.ConflictingSubmissionError:
            return "refused"

    with ThreadPoolExecutor(AT_ONCE) as pool:
        outcomes = list(pool.map(outcome, different))
    assert sorted(outcomes) == ["refused"] * (AT_ONCE - 1) + ["stored"]
    assert counts() == (1, 1, 1)


def test_a_form_sent_twenty_times_at_once_gives_twenty_receipts_and_one_row(
    app: Flask, make_wave: MakeWave
) -> None:
    make_wave(questionnaire("page"))
    visitor = app.test_client()
    form = read(visitor.get("/dotaznik/tiny-1"))
    cookie = visitor.get_cookie("ohlas")
    assert cookie is not None
    fields = {**form.hidden, "action": "next", "used": "yes", "change": "Teplé obědy"}

    def send(_: int) -> str:
        impatient = app.test_client()
        impatient.set_cookie("ohlas", cookie.value)
        answer = impatient.post(form.action, data=fields, follow_redirects=True)
        assert answer.status_code == 200, answer.text
        return answer.text

    with ThreadPoolExecutor(AT_ONCE) as pool:
        receipts = set(pool.map(send, range(AT_ONCE)))
    assert len(receipts) == 1
    assert "ohlas-code" in receipts.pop()
    assert counts() == (1, 1, 1)


def test_a_transaction_that_fails_leaves_nothing_behind(make_wave: MakeWave) -> None:
    wave = make_wave()
    target = collection.Target(wave.id, wave.region_id, wave.questionnaire_version_id)

    class PowerCutError(Exception):
        pass

    def interrupted() -> None:
        with db.transaction() as session:
            collection.submit_response(session, target, SUBMISSION, clock.now(), late=False)
            raise PowerCutError

    with pytest.raises(PowerCutError):
        interrupted()
    assert counts() == (0, 0, 0)


def test_expired_partial_responses_are_swept_away(make_wave: MakeWave) -> None:
    wave = make_wave()
    today = date(2026, 11, 22)
    with db.transaction() as session:
        for name, days in (("old", -1), ("last day", 0), ("fresh", 14)):
            expires_on = today + timedelta(days=days)
            collection.change_partial_response(session, name, wave.id, expires_on, lambda _: b"sealed")
    with db.transaction() as session:
        assert collection.delete_expired_partial_responses(session, today) == 1
    with db.reading() as session:
        assert set(session.scalars(sa.select(PartialResponse.lookup_hash))) == {"last day", "fresh"}


def test_the_hash_of_a_contact_cannot_be_tried_out() -> None:
    feedback = collection.Feedback(
        submission_id="one",
        receipt_hash="",
        language="cs",
        mode=Mode.WEB,
        text="Volejte",
        contact="777123456",
    )
    assert feedback.content_hash() == replace(feedback).content_hash()
    assert feedback.content_hash() != replace(feedback, submission_id="two").content_hash()
    assert feedback.content_hash() != replace(feedback, contact="777123457").content_hash()


def test_answers_stored_in_sqlite_say_nothing_about_their_order() -> None:
    sent = (Response, Comment, PartialResponse)
    made_of_it = (Classification, OutboxMessage, RatingTally, AnswerTally, ClearedComment)
    for model in sent + made_of_it:
        assert model.__table__.dialect_options["sqlite"]["with_rowid"] is False  # type: ignore[attr-defined]  # a Table
