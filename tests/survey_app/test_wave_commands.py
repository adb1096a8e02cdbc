"""The commands that take a wave through its life."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from click.testing import Result
from flask import Flask

from survey_app import clock, db
from survey_app.models import AuditEvent, Region, WaveStep
from survey_app.operations import design
from tests.survey_app.conftest import MakeWave, questionnaire

Run = Callable[..., Result]
DAY = timedelta(days=1)
DATES = ("--opens", "2030-09-14", "--closes", "2030-10-04 23:59:59")


@pytest.fixture
def run(app: Flask, region: Region) -> Run:
    """Run one command of waves in a town with a published questionnaire."""
    with db.transaction() as session:
        design.publish_version(session, region, questionnaire(), clock.now())
    return lambda *words: app.test_cli_runner().invoke(args=("wave", *words))


def done(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.output


def plan(run: Run, *words: str) -> None:
    done(run("create", "annual-2030", "--region", "testov", "--questionnaire", "tiny", *DATES, *words))


def test_a_wave_is_a_draft_until_a_command_approves_it(run: Run) -> None:
    plan(run)
    assert "annual-2030\ttestov\tdraft\t2030-09-14 00:00:00" in done(run("list"))
    done(run("approve", "annual-2030"))
    assert "annual-2030\ttestov\tannounced" in done(run("list"))
    refused = run("withdraw", "annual-2030")
    assert refused.exit_code == 1
    assert "say why" in refused.output
    done(run("withdraw", "annual-2030", "--reason", "Dotazník má chybu."))
    assert "annual-2030\ttestov\twithdrawn" in done(run("list"))


def test_an_approval_at_once_is_logged_as_that_of_the_command_line(run: Run) -> None:
    plan(run, "--approve")
    with db.reading() as session:
        event = session.query(AuditEvent).filter_by(action="wave_approved").one()
        steps = session.query(WaveStep).all()
    assert event.staff_member_id is None
    assert {step.staff_member_id for step in steps} == {None}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("extend", "annual-2030", "--closes", "2031-01-01", "--reason", "Málo."), "The wave is draft"),
        (("close", "annual-2030", "--reason", "Málo."), "The wave is draft"),
        (("archive", "annual-2030"), "The wave is draft"),
        (("approve", "unknown"), "There is no wave unknown."),
    ],
)
def test_a_step_that_does_not_follow_is_refused_in_one_sentence(
    words: tuple[str, ...], sentence: str, run: Run
) -> None:
    plan(run)
    result = run(*words)
    assert result.exit_code == 1
    assert sentence in result.output
    assert "Traceback" not in result.output


def test_commands_extend_and_close_an_open_wave(run: Run, make_wave: MakeWave) -> None:
    make_wave(wave_code="open")
    done(run("extend", "open", "--closes", "2097-01-01", "--reason", "Málo odpovědí."))
    assert "open\ttestov\textended\t" in done(run("list"))
    done(run("close", "open", "--reason", "Dost odpovědí."))
    assert "open\ttestov\tgrace\t" in done(run("list"))


def test_an_approval_by_command_keeps_the_days_of_the_announcement(run: Run, make_wave: MakeWave) -> None:
    now = clock.now()
    make_wave(
        wave_code="soon", approved=False, announced_at=now, opens_at=now + 2 * DAY, closes_at=now + 9 * DAY
    )
    result = run("approve", "soon")
    assert result.exit_code == 1
    assert "ANNOUNCEMENT_DAYS" in result.output
