"""`flask responses …`: getting the responses of a closed wave as a table."""

import sys
from pathlib import Path
from typing import BinaryIO

import click
from flask.cli import AppGroup

from forms.spreadsheet import csv_lines
from survey_app import clock, db
from survey_app.cli.session import transaction
from survey_app.operations import export as operations
from survey_app.queries import export, waves

group = AppGroup("responses", help="Responses of a wave.")


@group.command("export")
@click.argument("wave_code")
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of the screen."
)
@click.option("--texts", is_flag=True, help="What people wrote in their own words, too.")
def export_responses(wave_code: str, output: Path | None, *, texts: bool) -> None:
    """Write the responses of the wave WAVE_CODE as comma-separated values (UTF-8)."""
    with transaction() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            raise click.ClickException(f"There is no wave {wave_code}.")
        try:
            operations.release_responses(session, wave, clock.now(), by=None, texts=texts)
        except operations.NotClosedError:
            raise click.ClickException(
                f"Answers are still taken in the wave {wave_code}. Export it when it has closed."
            ) from None
    if output is None:
        _write(wave_code, sys.stdout.buffer, texts=texts)
        return
    try:
        with output.open("wb") as file:
            _write(wave_code, file, texts=texts)
    except OSError as error:
        raise click.ClickException(f"The file {output} cannot be written ({error.strerror}).") from None


def _write(wave_code: str, file: BinaryIO, *, texts: bool) -> None:
    with db.reading() as session:
        wave = waves.wave_by_code(session, wave_code)
        assert wave is not None  # noqa: S101  # waves are never deleted
        table = export.responses(session, wave, texts=texts)
        for line in csv_lines(table.heading, table.rows):
            file.write(line.encode())
