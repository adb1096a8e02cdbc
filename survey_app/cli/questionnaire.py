"""`flask questionnaire …`: publishing versions and getting them back."""

from pathlib import Path

import click
from flask.cli import AppGroup

from survey_app import clock
from survey_app.cli import files
from survey_app.cli.session import find_region, transaction
from survey_app.operations import design
from survey_app.queries import design as queries

group = AppGroup("questionnaire", help="Versions of questionnaires.")

_region = click.option("--region", "region_code", required=True, help="The code of the region.")


@group.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_region
def publish(file: Path, region_code: str) -> None:
    """Publish the questionnaire in FILE; it is frozen with the services of the region as they are now."""
    document = files.read(file)
    with transaction() as session:
        region = find_region(session, region_code)
        version = design.publish_version(session, region, document, clock.now())
        code, number = document["questionnaire_code"], version.version
    click.echo(f"The questionnaire {code} is published in {region_code} as version {number}.")


@group.command("export")
@click.argument("code")
@_region
@click.option("--version", type=int, help="The number of the version; without it the newest one.")
def export(code: str, region_code: str, version: int | None) -> None:
    """Print version of the questionnaire CODE as JSON."""
    with transaction() as session:
        region = find_region(session, region_code)
        found = queries.published_version(session, region.id, code, version)
        if found is None:
            raise click.ClickException(
                f"There is no such version of a questionnaire {code} in {region_code}."
            )
        files.write(found.document)
