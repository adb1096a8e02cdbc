"""Background work on the page of staff: what waits, what failed, and trying again."""

from uuid import UUID

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from survey_app import db
from survey_app.blueprints.work import error_in_words
from survey_app.models import AuditEvent, OutboxMessage, Region, StaffMember
from survey_app.operations import outbox
from survey_app.vocabulary import OutboxStatus, Role
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import add_comment, add_person, add_region, classify, enter, send

PAGE = "/en/urad/ukoly"


def failed(kind: str, error: str = "TimeoutError at day_one/coder.py:1", **payload: str) -> UUID:
    with db.transaction() as session:
        message = OutboxMessage(
            kind=kind,
            payload=payload,
            status=OutboxStatus.DEAD,
            attempts=6,
            due_at=outbox.AT_ONCE,
            last_error=error,
        )
        session.add(message)
        session.flush()
        return message.id


def test_failures_are_said_in_words_with_the_details_beside(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    failed("classify_comment", comment_id=str(add_comment(region, "Text").id))
    page = enter(client, jana).get(PAGE)
    assert "It took too long." in page.text
    assert "It was tried 6 times." in page.text
    assert "TimeoutError at day_one/coder.py:1" in page.text


def test_trying_again_revives_the_work_and_is_logged(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    message_id = failed("classify_comment", comment_id=str(add_comment(region, "Text").id))
    answer = send(enter(client, jana), PAGE, to=f"{PAGE}/{message_id}/znovu")
    assert answer.location == f"{PAGE}?retried=1"
    with db.reading() as session:
        message = session.get_one(OutboxMessage, message_id)
        (event,) = session.scalars(sa.select(AuditEvent).where(AuditEvent.action == "work_retried"))
    assert (message.status, message.attempts) == (OutboxStatus.PENDING, 0)
    assert (event.staff_member_id, event.region_id) == (jana.id, region.id)
    assert send(client, PAGE, to=f"{PAGE}/{message_id}/znovu").status_code == 404


def test_everything_that_failed_can_be_tried_again_at_once(
    client: FlaskClient, region: Region, jana: StaffMember, make_wave: MakeWave
) -> None:
    for text in "ab":
        failed("classify_comment", comment_id=str(add_comment(region, text).id))
    failed("compute_index", wave_id=str(make_wave().id))
    assert send(enter(client, jana), PAGE, to=f"{PAGE}/znovu").location == f"{PAGE}?retried=3"
    assert "3 pieces of work will be tried again at once." in client.get(f"{PAGE}?retried=3").text
    assert client.get(f"{PAGE}/stav").json["failed"] == 0


def test_work_of_a_foreign_region_is_neither_seen_nor_revived(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    foreign = failed("classify_comment", comment_id=str(add_comment(add_region("jinde"), "Text").id))
    enter(client, jana)
    assert str(foreign) not in client.get(PAGE).text
    assert send(client, "/urad/heslo", to=f"{PAGE}/{foreign}/znovu").status_code == 404


def test_work_about_something_deleted_waits_for_an_administrator(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    homeless = failed("from_a_newer_release", "UnknownKindError at survey_app/jobs/work.py:1")
    assert str(homeless) not in enter(client, jana).get(PAGE).text
    administrator = add_person("a@x.example", (Role.ADMINISTRATOR, region))
    page = enter(client, administrator).get(PAGE)
    assert str(homeless) in page.text
    assert "The program does not know this kind of work" in page.text


def test_progress_and_waiting_work_are_counted(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    for number in range(3):
        comment = add_comment(region, f"Text {number}")
        if number:
            classify(comment.id)
        else:
            with db.transaction() as session:
                outbox.promise(session, "classify_comment", comment_id=str(comment.id))
    page = enter(client, jana).get(PAGE)
    assert '<progress id="read" max="3" value="2">' in page.text
    assert client.get(f"{PAGE}/stav").json == {"total": 3, "coded": 2, "waiting": 1, "failed": 0}


def test_nothing_to_do_is_said(client: FlaskClient, jana: StaffMember) -> None:
    page = enter(client, jana).get(PAGE)
    assert "Nothing waits." in page.text
    assert "Nothing has failed." in page.text


@pytest.mark.parametrize("error", ["OperationalError at x.py:1", "sqlite3.OperationalError", "KeyError", ""])
def test_every_error_has_words(client: FlaskClient, error: str) -> None:
    with client.application.test_request_context("/en/"):
        client.application.preprocess_request()
        assert str(error_in_words(error)).endswith(".")


@pytest.mark.parametrize("payload", [[], "text", {"comment_id": "no id"}, {"comment_id": 5}])
def test_a_message_that_nobody_understands_hides_no_others(
    client: FlaskClient, region: Region, payload: object
) -> None:
    message_id = failed("classify_comment")
    with db.transaction() as session:
        session.execute(
            sa.update(OutboxMessage).where(OutboxMessage.id == message_id).values(payload=payload)
        )
    administrator = add_person("alena@testov.example", (Role.ADMINISTRATOR, region))
    assert "TimeoutError" in enter(client, administrator).get(PAGE).text
