"""`flask wave …`: planning the time in which a questionnaire is answered."""

import contextlib
import re
from collections.abc import Iterator
from datetime import datetime

import click
from flask import current_app
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.cli.session import find_region, transaction
from survey_app.models import Wave
from survey_app.operations import waves as operations
from survey_app.operations.waves import NoExplanationError, StepError
from survey_app.operations.windows import MAX_GRACE_MINUTES, Window, WindowError, WindowProblem
from survey_app.queries import design, life, waves
from survey_app.queries.life import Refusal

group = AppGroup("wave", help="Waves: when a questionnaire is answered.")

MOMENT = click.DateTime(["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"])

_SENTENCES = {
    WindowProblem.ORDER: "A wave is announced first, then it opens, then it closes.",
    WindowProblem.GRACE: f"The grace time is 0 to {MAX_GRACE_MINUTES} minutes.",
    WindowProblem.RESULTS_TOO_EARLY: "Results cannot be promised for a day before the closing.",
    WindowProblem.ANNOUNCED_TOO_LATE: "There is too little time between the announcement and the opening "
    "(see the setting ANNOUNCEMENT_DAYS).",
    WindowProblem.NOT_LATER: "The new closing must be later than the present one.",
    WindowProblem.CODE_TAKEN: "There already is a wave with this code.",
    WindowProblem.CODE_RESERVED: "This code is the address of another page. Choose another one.",
}

_REFUSALS = {
    Refusal.WRONG_STATE: "The wave is {state}, so this step is not possible.",
    Refusal.NOT_YOUR_ROLE: "This step needs another role.",
    Refusal.SAME_PERSON: "This step needs a second person.",
}


def _code(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 60:
        raise click.BadParameter("use at most 60 lower-case letters, digits and hyphens, such as annual-2026")
    return value


def _instant(_context: click.Context, _parameter: click.Parameter, value: datetime | None) -> datetime | None:
    try:
        return clock.from_local(value) if value else None
    except clock.NonexistentTimeError:
        raise click.BadParameter("on that day clocks go forward, and this time does not exist") from None
    except OverflowError:
        raise click.BadParameter("choose a year of our time") from None


@group.command("create")
@click.argument("wave_code", callback=_code)
@click.option("--region", "region_code", required=True, help="The code of the region.")
@click.option("--questionnaire", "questionnaire_code", required=True, help="The code of the questionnaire.")
@click.option("--version", type=int, help="The number of its version; without it the newest one.")
@click.option("--announced", type=MOMENT, callback=_instant, help="When it appears; without it now.")
@click.option("--opens", type=MOMENT, callback=_instant, required=True, help='"2026-09-14 00:00"')
@click.option("--closes", type=MOMENT, callback=_instant, required=True, help='"2026-10-04 23:59:59"')
@click.option("--grace-minutes", default=60, show_default=True, help="For forms that were opened in time.")
@click.option("--results-on", type=click.DateTime(["%Y-%m-%d"]), help="The day results are promised for.")
@click.option(
    "--approve", "approved", is_flag=True, help="Approve it at once; the log names the command line."
)
def create(
    wave_code: str,
    region_code: str,
    questionnaire_code: str,
    version: int | None,
    announced: datetime | None,
    opens: datetime,
    closes: datetime,
    grace_minutes: int,
    results_on: datetime | None,
    approved: bool,
) -> None:
    """Plan the wave WAVE_CODE. Times are by the clock of the town (Europe/Prague)."""
    now = clock.now()
    promised_on = results_on.date() if results_on else None
    window = Window(announced or min(now, opens), opens, closes, grace_minutes, promised_on)
    with transaction() as session:
        region = find_region(session, region_code)
        found = design.published_version(session, region.id, questionnaire_code, version)
        if found is None:
            raise click.ClickException(
                f"There is no such version of a questionnaire {questionnaire_code} in {region_code}."
            )
        with _sentences():
            wave = operations.create_wave(session, found, region, wave_code, window, now)
            if approved:
                _approve(session, wave, now)
    click.echo(f"The wave {wave_code} is planned{' and approved' if approved else ''}.")


@group.command("approve")
@click.argument("wave_code")
def approve(wave_code: str) -> None:
    """Approve the wave WAVE_CODE: from now on it is announced, opens and closes by itself."""
    with _step(wave_code) as (session, wave):
        _approve(session, wave, clock.now())
    click.echo(f"The wave {wave_code} is approved.")


@group.command("extend")
@click.argument("wave_code")
@click.option(
    "--closes", type=MOMENT, callback=_instant, required=True, help='The new closing, "2026-10-11 23:59:59"'
)
@click.option("--reason", required=True, help="Why, in the first language of the region; everybody reads it.")
@click.option("--results-on", type=click.DateTime(["%Y-%m-%d"]), help="A later day for the results.")
def extend(wave_code: str, closes: datetime, reason: str, results_on: datetime | None) -> None:
    """Let the open wave WAVE_CODE be answered for longer."""
    with _step(wave_code) as (session, wave):
        promised_on = results_on.date() if results_on else wave.results_on
        operations.extend(session, wave, closes, promised_on, _said(wave, reason), clock.now(), by=None)
    click.echo(f"The wave {wave_code} is extended.")


@group.command("close")
@click.argument("wave_code")
@click.option("--reason", required=True, help="Why, in the first language of the region; everybody reads it.")
def close(wave_code: str, reason: str) -> None:
    """Close the open wave WAVE_CODE now."""
    with _step(wave_code) as (session, wave):
        operations.close_early(session, wave, _said(wave, reason), clock.now(), by=None)
    click.echo(f"The wave {wave_code} is closed.")


@group.command("withdraw")
@click.argument("wave_code")
@click.option(
    "--reason", default="", help="Why, in the first language of the region; needed once it is announced."
)
def withdraw(wave_code: str, reason: str) -> None:
    """Take back the wave WAVE_CODE, which has not opened yet."""
    with _step(wave_code) as (session, wave):
        operations.withdraw(session, wave, _said(wave, reason), clock.now(), by=None)
    click.echo(f"The wave {wave_code} is withdrawn.")


@group.command("archive")
@click.argument("wave_code")
def archive(wave_code: str) -> None:
    """Put the wave WAVE_CODE, whose results are published, away from the first page."""
    with _step(wave_code) as (session, wave):
        operations.archive(session, wave, clock.now(), by=None)
    click.echo(f"The wave {wave_code} is archived.")


@group.command("list")
def show() -> None:
    """List all waves with their state and the clock of the town."""
    now = clock.now()
    with transaction() as session:
        found = waves.all_waves(session)
        states = life.states(session, found, now)
        for wave in found:
            opens, closes = (clock.local(instant) for instant in (wave.opens_at, wave.closes_at))
            times = f"{opens:%Y-%m-%d %H:%M:%S}\t{closes:%Y-%m-%d %H:%M:%S}"
            click.echo(f"{wave.wave_code}\t{wave.region.code}\t{states[wave.id]}\t{times}")


@contextlib.contextmanager
def _step(wave_code: str) -> Iterator[tuple[Session, Wave]]:
    """Find a wave for a step with it; what refuses the step ends the command with one sentence."""
    with transaction() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            raise click.ClickException(f"There is no wave {wave_code}.")
        state = life.state(session, wave, clock.now())
        with _sentences(state):
            yield session, wave


@contextlib.contextmanager
def _sentences(state: str = "") -> Iterator[None]:
    try:
        yield
    except WindowError as error:
        raise click.ClickException(_SENTENCES[error.problem]) from None
    except StepError as error:
        raise click.ClickException(_REFUSALS[error.refusal].format(state=state)) from None
    except NoExplanationError:
        raise click.ClickException("The wave has been announced, so say why: --reason.") from None


def _approve(session: Session, wave: Wave, now: datetime) -> None:
    days = current_app.config["SETTINGS"].announcement_days
    operations.approve(session, wave, now, by=None, announcement_days=days, announced_elsewhere=True)


def _said(wave: Wave, reason: str) -> dict[str, str]:
    return {wave.region.languages[0]: reason}
