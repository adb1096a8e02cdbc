"""`flask coding-frame …`: versions of the list by which the machine codes comments."""

from pathlib import Path

import click
from flask.cli import AppGroup

from survey_app.cli import files
from survey_app.cli.session import transaction
from survey_app.operations import reference
from survey_app.queries import reference as queries

group = AppGroup("coding-frame", help="Versions of the coding frame.")

LONGEST_VERSION = 40


@group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def bring_in(file: Path) -> None:
    """Freeze the coding frame in FILE as the newest one; new comments are coded by it."""
    document = files.read(file)
    version = document.get("version")
    if not isinstance(version, str) or not 0 < len(version) <= LONGEST_VERSION:
        raise click.ClickException(
            f"{file.name}: the frame needs a version of 1 to {LONGEST_VERSION} letters."
        )
    with transaction() as session:
        is_new = reference.import_coding_frame(session, version, document)
    click.echo(f"The coding frame {version} is " + ("in force." if is_new else "there already."))


@group.command("export")
def export() -> None:
    """Print the coding frame in force as JSON."""
    with transaction() as session:
        frame = queries.newest_coding_frame(session)
        if frame is None:
            raise click.ClickException("There is no coding frame yet.")
        files.write(frame.document)
