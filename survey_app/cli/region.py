"""`flask region …`: towns and micro-regions."""

import re

import click
from flask.cli import AppGroup

from survey_app import brand, language
from survey_app.cli.session import transaction
from survey_app.operations import reference
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


@group.command("list")
def show() -> None:
    """List all regions."""
    with transaction() as session:
        for region in reference_queries.regions(session):
            click.echo(f"{region.code}\t{region.name}\t{', '.join(region.languages)}")
