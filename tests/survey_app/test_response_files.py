"""Files of responses: asked for, made by the worker, taken, begun anew after a crash, deleted in time."""

import io
import signal
import subprocess
import sys
import zipfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pyreadstat
import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.jobs import responses as job
from survey_app.jobs import work
from survey_app.jobs.relay import Relay
from survey_app.models import (
    AuditEvent,
    ExportChunk,
    OutboxMessage,
    Response,
    ResponseExport,
    StaffMember,
    Wave,
)
from survey_app.operations import collection, export, outbox
from survey_app.operations.export import Options
from survey_app.queries import export as queries
from survey_app.queues import Bell
from survey_app.vocabulary import ExportFormat, Mode, OutboxStatus
from tests import service

from . import office
from .conftest import MakeWave
from .test_versions_export import answer, close, exported

PAGE = "/en/urad/vlny/tiny-1/odpovedi"
WORKER = """
import sys
from survey_app import db
from survey_app.jobs import work
from survey_app.jobs.relay import Relay

if __name__ == "__main__":
    db.connect(sys.argv[1])
    work.run(sys.argv[2:])
"""


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    found = make_wave()
    for number in range(12):
        answer(found, number, "=cmd()", used="yes", staff="dk", visits=3)
    answer(found, 99, used="no")
    return found


@pytest.fixture
def signed_in(client: FlaskClient, methodologist: StaffMember) -> FlaskClient:
    return office.enter(client, methodologist)


def ask(wave: Wave, by: StaffMember, form: ExportFormat = ExportFormat.CSV) -> ResponseExport:
    with db.transaction() as session:
        found = session.get_one(Wave, wave.id)
        return export.ask_for(session, found, clock.now(), by=by.id, form=form, options=Options())


def messages() -> list[str]:
    with db.reading() as session:
        ours = sa.select(OutboxMessage.id).where(OutboxMessage.kind == queries.JOB)
        return [str(found) for found in session.scalars(ours)]


def only_export() -> ResponseExport:
    with db.reading() as session:
        return session.scalars(sa.select(ResponseExport)).one()


def count(model: type[db.Base]) -> int:
    with db.reading() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(model)) or 0


def test_a_file_is_asked_for_made_and_taken(
    app: Flask, signed_in: FlaskClient, wave: Wave, methodologist: StaffMember, tmp_path: Path
) -> None:
    close(wave)

    asked = office.send(signed_in, PAGE, {"format": "csv"})

    assert (asked.status_code, asked.location) == (303, f"{PAGE}?saved=asked")
    assert "A file waits for its turn." in signed_in.get(asked.location).text
    work.run(messages())
    made = only_export()
    assert (made.done, made.total) == (13, 13)
    page = signed_in.get(PAGE).text
    address = f"{PAGE}/{made.id}"
    assert f'href="{address}"' in page
    taken = signed_in.get(address)
    assert taken.headers["Content-Disposition"] == 'attachment; filename="tiny-1.csv"'
    assert int(taken.headers["Content-Length"]) == made.size == len(taken.data)
    assert taken.data == exported(app, tmp_path)
    with db.reading() as session:
        events = session.query(AuditEvent).filter_by(action="responses_exported").all()
        assert {event.staff_member_id for event in events} == {methodologist.id, None}
        assert {event.detail["format"] for event in events} == {"csv"}


def test_what_is_chosen_on_the_page_is_what_the_file_tells(signed_in: FlaskClient, wave: Wave) -> None:
    close(wave)

    office.send(signed_in, PAGE, {"format": "csv", "texts": "y", "coarse": "y", "without_rare": "y"})
    work.run(messages())
    lines = signed_in.get(f"{PAGE}/{only_export().id}").text.splitlines()

    assert lines[0].endswith(",used,staff,visits,change")
    assert {line.partition(",late")[0].split(",")[5] for line in lines[1:]} == {"RARE"}
    assert all("'=cmd()" in line or "NO_ANSWER" in line for line in lines[1:])
    assert "with own words, coarser, without rare answers" in signed_in.get(PAGE).text


@pytest.mark.parametrize("how", ["--coarse", "--without-rare"])
def test_a_rare_mode_is_not_named_in_the_codebook_of_a_safer_file(
    app: Flask, wave: Wave, tmp_path: Path, how: str
) -> None:
    with db.transaction() as session:
        one = session.scalars(sa.select(Response)).first()
        assert one is not None
        one.mode = Mode.MEETING
        for number in range(20, 30):
            target = collection.Target(wave.id, wave.region_id, wave.questionnaire_version_id)
            paper = collection.Submission(str(number), f"r{number}", "cs", Mode.PAPER, {"used": "no"}, ())
            collection.submit_response(session, target, paper, clock.now(), late=False)
    close(wave)

    told = exported(app, tmp_path, "--format", "ddi").decode()
    safe = exported(app, tmp_path, "--format", "ddi", how).decode()

    assert "na setkání" in told
    assert "na setkání" not in safe
    assert "na webu</collMode>" in safe
    assert "<caseQnty>23</caseQnty>" in safe


@pytest.mark.parametrize("form", list(ExportFormat))
def test_every_format_comes_from_the_command_and_from_the_worker(
    app: Flask,
    signed_in: FlaskClient,
    wave: Wave,
    methodologist: StaffMember,
    tmp_path: Path,
    form: ExportFormat,
) -> None:
    close(wave)
    made = ask(wave, methodologist, form)
    work.run(messages())

    taken = signed_in.get(f"{PAGE}/{made.id}").data
    written = exported(app, tmp_path, "--format", form.value)

    if form is ExportFormat.XLSX:
        parts = [zipfile.ZipFile(io.BytesIO(content)) for content in (taken, written)]
        assert len({part.read("xl/worksheets/sheet1.xml") for part in parts}) == 1
    elif form in (ExportFormat.SPSS, ExportFormat.STATA):
        assert len(taken) == len(written)  # each says when it was made
    else:
        assert taken == written
    if form is ExportFormat.SPSS:
        path = tmp_path / "taken.sav"
        path.write_bytes(taken)
        frame, meta = pyreadstat.read_sav(path)
        assert (len(frame), meta.column_names_to_labels["visits"]) == (13, "Kolikrát?")


def test_a_file_of_several_pieces_comes_out_whole(
    app: Flask, signed_in: FlaskClient, wave: Wave, methodologist: StaffMember
) -> None:
    close(wave)
    made = ask(wave, methodologist)
    (waiting,) = messages()
    with db.transaction() as session:
        claim = outbox.claim(session, UUID(waiting), clock.now())
    assert claim is not None
    with db.transaction() as session:
        export.begin(session, claim, made, 13, clock.now())
        for position, piece in enumerate((b"first ", b"second ", b"third")):
            export.add_chunk(session, claim, made, position, piece, clock.now())
    assert signed_in.get(f"{PAGE}/{made.id}").status_code == 404
    with db.transaction() as session:
        export.finish(session, claim, made, 18, clock.now())

    assert signed_in.get(f"{PAGE}/{made.id}").data == b"first second third"


def test_the_state_tells_the_script_how_far_it_is(
    signed_in: FlaskClient, wave: Wave, methodologist: StaffMember
) -> None:
    close(wave)
    before = signed_in.get(f"{PAGE}/stav").json
    ask(wave, methodologist)
    waiting = signed_in.get(f"{PAGE}/stav").json
    work.run(messages())
    done = signed_in.get(f"{PAGE}/stav").json

    assert before == {"total": 0, "coded": 0, "stamp": ""}
    assert waiting is not None
    assert done is not None
    assert waiting["stamp"] != done["stamp"]


def test_a_worker_that_was_killed_leaves_no_half_file_and_the_next_one_makes_it(
    app: Flask, wave: Wave, methodologist: StaffMember, database_url: str, tmp_path: Path
) -> None:
    close(wave)
    made = ask(wave, methodologist)
    with db.transaction() as session:
        session.add(ExportChunk(export_id=made.id, position=7, data=b"of an attempt that was ended"))
    with subprocess.Popen(
        [sys.executable, "-c", WORKER, database_url, *messages()], cwd=PROJECT_ROOT
    ) as worker:
        service.wait_until(lambda: attempts() == 1, 60)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert attempts() >= 1 or only_export().finished_at is not None

    work.run(messages())

    with db.reading() as session:
        pieces = session.scalars(sa.select(ExportChunk.data).order_by(ExportChunk.position)).all()
    assert b"".join(pieces) == exported(app, tmp_path)
    assert messages() == []


def test_a_long_export_is_not_given_to_a_second_worker(wave: Wave, methodologist: StaffMember) -> None:
    close(wave)
    ask(wave, methodologist)
    (waiting,) = messages()
    with db.transaction() as session:
        outbox.claim(session, UUID(waiting), clock.now())

    with db.transaction() as session:
        assert UUID(waiting) not in outbox.hand_out(session, clock.now() + timedelta(minutes=15), 100)


def attempts() -> int:
    with db.reading() as session:
        ours = sa.select(OutboxMessage.attempts).where(OutboxMessage.kind == queries.JOB)
        return session.scalar(ours) or 0


def test_an_attempt_that_was_overtaken_writes_nothing(wave: Wave, methodologist: StaffMember) -> None:
    close(wave)
    made = ask(wave, methodologist)
    ids = [UUID(message_id) for message_id in messages()]
    with db.transaction() as session:
        first = outbox.claim(session, ids[0], clock.now())
    with db.transaction() as session:
        second = outbox.claim(session, ids[0], clock.now())
    assert first is not None
    assert second is not None

    with pytest.raises(outbox.ClaimLostError), db.transaction() as session:
        export.add_chunk(session, first, made, 0, b"late", clock.now())

    assert count(ExportChunk) == 0


def test_a_file_that_was_deleted_meanwhile_is_not_made(
    signed_in: FlaskClient, wave: Wave, methodologist: StaffMember
) -> None:
    close(wave)
    made = ask(wave, methodologist)

    gone = office.send(signed_in, PAGE, to=f"{PAGE}/{made.id}/smazani")
    work.run(messages())

    assert gone.location.endswith("saved=deleted")
    assert (count(ResponseExport), count(ExportChunk), messages()) == (0, 0, [])
    with db.reading() as session:
        assert session.query(AuditEvent).filter_by(action="export_deleted").count() == 1


def test_a_file_is_deleted_when_its_week_is_over(wave: Wave, methodologist: StaffMember) -> None:
    close(wave)
    ask(wave, methodologist)
    work.run(messages())

    with db.transaction() as session:
        assert export.delete_expired(session, clock.now() + timedelta(days=6, hours=23)) == 0
        assert export.delete_expired(session, clock.now() + timedelta(days=7, minutes=1)) == 1

    assert (count(ResponseExport), count(ExportChunk)) == (0, 0)


def test_the_relay_sweeps_files_whose_week_is_over(
    wave: Wave, methodologist: StaffMember, tmp_path: Path
) -> None:
    close(wave)
    ask(wave, methodologist)
    asked = ask(wave, methodologist)
    with db.transaction() as session:
        session.get_one(ResponseExport, asked.id).expires_at = clock.now() - timedelta(seconds=1)
        session.add(ExportChunk(export_id=asked.id, position=0, data=b"old"))

    Relay(Bell(f"unix://{tmp_path}/nobody.sock")).turn()

    assert (count(ResponseExport), count(ExportChunk)) == (1, 0)


def test_work_that_failed_is_said_on_the_page(
    signed_in: FlaskClient, wave: Wave, methodologist: StaffMember
) -> None:
    close(wave)
    ask(wave, methodologist)
    with db.transaction() as session:
        session.execute(sa.update(OutboxMessage).values(status=OutboxStatus.DEAD))

    assert "failed; see background work" in signed_in.get(PAGE).text


def test_an_unknown_format_is_refused_at_the_field(signed_in: FlaskClient, wave: Wave) -> None:
    close(wave)

    refused = office.send(signed_in, PAGE, {"format": "exe", "texts": "y"})

    assert refused.status_code == 422
    assert "Something needs your attention" in refused.text
    assert 'id="texts" name="texts" type="checkbox" value="y" checked' in refused.text
    assert count(ResponseExport) == 0


def test_an_open_wave_gives_no_file(signed_in: FlaskClient, wave: Wave) -> None:
    page = signed_in.get(PAGE)
    assert "Answers are still taken." in page.text
    token = office.token_in(signed_in.get("/urad/heslo"))

    refused = signed_in.post(PAGE, data={"csrf_token": token, "format": "csv"})

    assert refused.status_code == 422
    assert (count(ResponseExport), messages()) == (0, [])


def test_nothing_of_a_file_lies_in_the_temporary_directory(
    wave: Wave, methodologist: StaffMember, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    close(wave)
    own = tmp_path / "own"
    own.mkdir()
    monkeypatch.setenv("TMPDIR", str(own))
    ask(wave, methodologist, ExportFormat.SPSS)

    work.run(messages())

    assert only_export().finished_at is not None
    assert list(own.iterdir()) == []


def test_progress_is_noted_while_responses_are_read(
    wave: Wave, methodologist: StaffMember, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    close(wave)
    monkeypatch.setattr(job, "PROGRESS", 5)
    noted: list[int] = []

    with (tmp_path / "file").open("w+b") as file:
        job.make_file("tiny-1", ExportFormat.CSV, Options(), file, noted.append)

    assert noted == [5, 10]


def test_a_promise_is_found_by_the_page(wave: Wave, methodologist: StaffMember) -> None:
    close(wave)
    ask(wave, methodologist)

    with db.reading() as session:
        (found,) = queries.files(session, wave.id)

    assert (found.started, found.failed, found.asked_for_by) == (False, False, methodologist.name)
