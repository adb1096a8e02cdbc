"""`flask responses …`: getting the responses of a closed wave as a file."""

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import click
from flask.cli import AppGroup

from survey_app import clock, db
from survey_app.cli.session import transaction
from survey_app.config import PROJECT_ROOT
from survey_app.operations import export as operations
from survey_app.operations.export import Options
from survey_app.queries import waves
from survey_app.vocabulary import ExportFormat

group = AppGroup("responses", help="Responses of a wave.")

WRITER = "survey_app.jobs.responses"


@group.command("export")
@click.argument("wave_code")
@click.option(
    "--format",
    "form",
    type=click.Choice([each.value for each in ExportFormat]),
    default=ExportFormat.CSV.value,
    show_default=True,
    help="csv, xlsx, sav (SPSS), dta (Stata), or ddi: the codebook alone.",
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen."
)
@click.option("--texts", is_flag=True, help="What people wrote in their own words, too.")
@click.option("--coarse", is_flag=True, help="Months for days, bands for ages and years, merged extremes.")
@click.option("--without-rare", is_flag=True, help="Without answers that fewer than ten people gave.")
def export_responses(
    wave_code: str, form: str, output: Path | None, *, texts: bool, coarse: bool, without_rare: bool
) -> None:
    """Write the responses of the wave WAVE_CODE into a file."""
    options = Options(texts, coarse, without_rare)
    with transaction() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            raise click.ClickException(f"There is no wave {wave_code}.")
        try:
            operations.release_responses(
                session, wave, clock.now(), by=None, form=ExportFormat(form), options=options
            )
        except operations.NotClosedError:
            raise click.ClickException(
                f"Answers are still taken in the wave {wave_code}. Export it when it has closed."
            ) from None
    wanted = {"wave_code": wave_code, "format": form, "options": options.document()}
    with _opened(output) as file:
        _write(wanted, file)


@contextlib.contextmanager
def _opened(output: Path | None) -> Iterator[BinaryIO]:
    if output is None:
        yield sys.stdout.buffer
        return
    try:
        with output.open("wb") as file:
            yield file
    except OSError as error:
        raise click.ClickException(f"The file {output} cannot be written ({error.strerror}).") from None


def _write(wanted: Mapping[str, object], file: BinaryIO) -> None:
    """Let a process of its own write the file: libraries of statisticians stay out of this one."""
    database = db.current().engine.url.render_as_string(hide_password=False)
    with subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-m", WRITER], cwd=PROJECT_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdin is not None  # noqa: S101  # both are pipes
        assert writer.stdout is not None  # noqa: S101  # both are pipes
        writer.stdin.write(json.dumps({**wanted, "database": database}).encode())
        writer.stdin.close()
        while piece := writer.stdout.read(1 << 20):
            file.write(piece)
    if writer.returncode != 0:
        raise click.ClickException("The file could not be made.")
