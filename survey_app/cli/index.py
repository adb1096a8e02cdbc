"""`flask index …`: computing an index, proving its tallies, and computing an old one again byte for byte.

Statistics run in a process of their own: this one has none.
"""

import itertools
import subprocess
import sys
from uuid import UUID

import click
from flask.cli import AppGroup

from survey_app import clock
from survey_app.cli.session import reading, transaction
from survey_app.jobs import tallies
from survey_app.operations import index as operations
from survey_app.operations.tallies import ChangedMeanwhileError
from survey_app.queries import index as queries
from survey_app.queries import waves
from survey_app.queries.contributions import AnswerKey
from survey_app.queries.tallies import Difference

group = AppGroup("index", help="The satisfaction index of a wave.")

MOST_SHOWN = 20
EVERY = 100_000  # responses between two lines of progress


@group.command("rebuild")
@click.argument("wave_code")
@click.option("--check", is_flag=True, help="Only compare; exit with 1 where something differs.")
def rebuild(wave_code: str, *, check: bool) -> None:
    """Count all responses of the wave WAVE_CODE anew, and replace its tallies by what comes out."""
    wave_id = _wave(wave_code)
    try:
        found = tallies.check(wave_id, _told) if check else tallies.rebuild(wave_id, _told)
    except ChangedMeanwhileError:
        raise click.ClickException(
            "Responses were counted by the worker meanwhile, again and again. Try once more later."
        ) from None
    if not found:
        click.echo(f"The tallies of {wave_code} are what its responses add up to.")
        return
    for difference in itertools.islice(found, MOST_SHOWN):
        click.echo(_in_words(difference))
    if len(found) > MOST_SHOWN:
        click.echo(f"… and {len(found) - MOST_SHOWN} more.")
    if check:
        raise click.ClickException(
            f"{len(found)} sums of {wave_code} differ; `index rebuild {wave_code}` puts them right."
        )
    click.echo(f"{len(found)} sums of {wave_code} were wrong and are right now.")


@group.command("compute")
@click.argument("wave_code")
def compute(wave_code: str) -> None:
    """Compute the index of the closed wave WAVE_CODE now. It is a draft until people have published it."""
    with transaction() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            raise click.ClickException(f"There is no wave {wave_code}.")
        try:
            operations.request_computation(session, wave, clock.now(), by=None)
        except operations.NotClosedError:
            raise click.ClickException(f"Answers are still taken in the wave {wave_code}.") from None
        promised = queries.computation(session, wave.id)
    if promised is not None:
        _statistics("run", str(promised.message_id))
    with reading() as session:
        left = queries.computation(session, wave.id)
        newest = next(iter(queries.snapshots_of(session, wave.id)), None)
    if left is not None or newest is None:
        raise click.ClickException("The index could not be computed; see what was said above.")
    computed_at = clock.local(newest.computed_at)
    click.echo(f"The newest computation of {wave_code} is {newest.id} of {computed_at:%Y-%m-%d %H:%M}.")


@group.command("reproduce")
@click.argument("snapshot_id", type=click.UUID)
def reproduce(snapshot_id: UUID) -> None:
    """Compute the snapshot SNAPSHOT_ID again from its stored inputs, and compare every byte."""
    sys.exit(_statistics("reproduce", str(snapshot_id)))


def _wave(wave_code: str) -> UUID:
    with reading() as session:
        wave = waves.wave_by_code(session, wave_code)
    if wave is None:
        raise click.ClickException(f"There is no wave {wave_code}.")
    return wave.id


def _told(done: int) -> None:
    if done % EVERY == 0:
        click.echo(f"{done} responses", err=True)


def _in_words(difference: Difference) -> str:
    if isinstance(difference.place, AnswerKey):
        item, option, service, stratum = difference.place
        where = f"item {item}, option {option or '(any)'}, service {service or '(none)'}, {stratum or 'all'}"
    else:
        stratum, service, mode, language = difference.place
        where = f"service {service or '(none)'}, {mode}, {language}, {stratum or 'all'}"
    return f"{where}: {difference.name} is {difference.stored}, should be {difference.counted}."


def _statistics(*arguments: str) -> int:
    command = [sys.executable, "-m", "survey_app.jobs.by_hand", *arguments]
    return subprocess.run(command, check=False).returncode  # noqa: S603  # our own command
