"""`flask wave …`: planning the time in which a questionnaire is answered."""

import re
from datetime import datetime

import click
from flask.cli import AppGroup

from survey_app import clock
from survey_app.cli.session import find_region, transaction
from survey_app.operations import waves as operations
from survey_app.operations.waves import Window, WindowError, WindowProblem
from survey_app.queries import design, waves

group = AppGroup("wave", help="Waves: when a questionnaire is answered.")

MOMENT = click.DateTime(["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"])

_SENTENCES = {
    WindowProblem.ORDER: "A wave is announced first, then it opens, then it closes.",
    WindowProblem.GRACE: f"The grace time is 0 to {operations.MAX_GRACE_MINUTES} minutes.",
    WindowProblem.RESULTS_TOO_EARLY: "Results cannot be promised for a day before the closing.",
    WindowProblem.CODE_TAKEN: "There already is a wave with this code.",
    WindowProblem.CODE_RESERVED: "This code is the address of another page. Choose another one.",
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
) -> None:
    """Plan the wave WAVE_CODE. Times are by the clock of the town (Europe/Prague)."""
    promised_on = results_on.date() if results_on else None
    window = Window(announced or min(clock.now(), opens), opens, closes, grace_minutes, promised_on)
    with transaction() as session:
        region = find_region(session, region_code)
        found = design.published_version(session, region.id, questionnaire_code, version)
        if found is None:
            raise click.ClickException(
                f"There is no such version of a questionnaire {questionnaire_code} in {region_code}."
            )
        try:
            operations.create_wave(session, found, region, wave_code, window)
        except WindowError as error:
            raise click.ClickException(_SENTENCES[error.problem]) from None
    click.echo(f"The wave {wave_code} is planned.")


@group.command("list")
def show() -> None:
    """List all waves with their state and the clock of the town."""
    now = clock.now()
    with transaction() as session:
        for wave in waves.all_waves(session):
            opens, closes = (clock.local(instant) for instant in (wave.opens_at, wave.closes_at))
            times = f"{opens:%Y-%m-%d %H:%M:%S}\t{closes:%Y-%m-%d %H:%M:%S}"
            click.echo(f"{wave.wave_code}\t{wave.region.code}\t{waves.wave_state(wave, now)}\t{times}")
