"""JSON documents in and out of commands."""

import json
from pathlib import Path
from typing import Any

import click

from forms.definition import DefinitionError, read_document


def read(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file, or end the command with a sentence."""
    try:
        return read_document(path.read_bytes())
    except DefinitionError as error:
        raise click.ClickException(f"{path.name}: {error}.") from None


def write(document: dict[str, Any]) -> None:
    """Print a JSON object that people can read and compare."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=1))
