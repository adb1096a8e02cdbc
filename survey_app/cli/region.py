"""`flask region …`: towns and micro-regions."""

import re
from datetime import datetime
from pathlib import Path

import click
from flask.cli import AppGroup

from survey_app import brand, clock, language
from survey_app.cli.session import find_region, transaction
from survey_app.models.population import SOURCE_LENGTH
from survey_app.operations import margin_files, reference
from survey_app.operations import margins as operations
from survey_app.queries import reference as reference_queries

group = AppGroup("region", help="Towns and micro-regions.")


def _code(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value) or len(value) > 40:
        raise click.BadParameter("use at most 40 lower-case letters, digits and hyphens, such as javorov")
    return value


def _colour(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise click.BadParameter(f"use a colour such as {brand.DEFAULT}")
    return value


@group.command("add")
@click.argument("code", callback=_code)
@click.option("--name", required=True, help="The name as citizens know it.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    type=click.Choice(list(language.OWN_NAMES)),
    default=("cs",),
    show_default=True,
    help="A language of the public pages; may be repeated.",
)
@click.option("--phone", default="", help="The phone number on every public page.")
@click.option("--email", default="", help="The e-mail on every public page.")
@click.option("--address", default="", help="The postal address.")
@click.option("--brand-colour", default="", callback=_colour, help="The town's colour, #rrggbb.")
def add(code: str, name: str, languages: tuple[str, ...], **contact: str) -> None:
    """Add the region CODE."""
    with transaction() as session:
        reference.add_region(session, code=code, name=name.strip(), languages=list(languages), **contact)
    click.echo(f"Added the region {code}.")


def _source(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if not 0 < len(value.strip()) <= SOURCE_LENGTH:
        raise click.BadParameter(f"say in 1 to {SOURCE_LENGTH} characters who counted the people")
    return value.strip()


@group.command("margins")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--region", "region_code", required=True, help="The code of the region.")
@click.option("--source", required=True, callback=_source, help="Who counted the people.")
@click.option(
    "--counted-on", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day of the count, 2025-12-31."
)
def margins(file: Path, region_code: str, source: str, counted_on: datetime) -> None:
    """Load how many people live in a region from the CSV FILE with the columns margin, category, people."""
    if counted_on.date() > clock.today():
        raise click.BadParameter("the day of the count is still to come", param_hint="--counted-on")
    try:
        found = margin_files.read(file.read_bytes())
    except margin_files.MarginFileError as error:
        raise click.ClickException(f"{file.name}: {error}") from None
    with transaction() as session:
        region = find_region(session, region_code)
        operations.load(
            session, region, found, clock.now(), source=source, counted_on=counted_on.date(), by=None
        )
    for margin, categories in found.items():
        click.echo(f"{margin}: {len(categories)} categories, {sum(categories.values())} people")


@group.command("list")
def show() -> None:
    """List all regions."""
    with transaction() as session:
        for region in reference_queries.regions(session):
            click.echo(f"{region.code}\t{region.name}\t{', '.join(region.languages)}")
