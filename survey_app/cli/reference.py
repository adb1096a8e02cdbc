"""`flask reference …`: services, providers, money and other catalogues from CSV files."""

from pathlib import Path

import click
from flask.cli import AppGroup

from survey_app.cli.session import find_region, transaction
from survey_app.operations import reference

group = AppGroup("reference", help="Catalogues of a region from CSV files.")


@group.command("import")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--region", "region_code", required=True, help="The code of the region.")
def bring_in(directory: Path, region_code: str) -> None:
    """Bring in the files of DIRECTORY: add what is new, update what is known, delete nothing."""
    with transaction() as session:
        counts = reference.import_directory(session, find_region(session, region_code), directory)
        if not counts:
            raise click.ClickException(
                f"The directory {directory} holds none of the files, such as services.csv."
            )
    for name, rows in counts.items():
        click.echo(f"{name}: {rows}")
