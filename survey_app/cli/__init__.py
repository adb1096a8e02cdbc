"""Commands for administrators: `flask --app wsgi staff …`, `region …`, `wave …` and others.

One module per group. Every refusal is one sentence on standard error and exit status 1.
"""

from flask import Flask

from survey_app.cli import (
    coder,
    coding_frame,
    database,
    index,
    questionnaire,
    reference,
    region,
    responses,
    staff,
    wave,
)


def register(app: Flask) -> None:
    """Add the command groups to `app`."""
    for module in (
        staff,
        region,
        reference,
        questionnaire,
        wave,
        responses,
        index,
        coding_frame,
        coder,
        database,
    ):
        app.cli.add_command(module.group)
