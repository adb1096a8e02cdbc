"""Commands for administrators: `flask --app wsgi staff …`, `region …`, `database …`.

One module per group. Every refusal is one sentence on standard error and exit status 1.
"""

from flask import Flask

from survey_app.cli import database, region, staff


def register(app: Flask) -> None:
    """Add the command groups to `app`."""
    for module in (staff, region, database):
        app.cli.add_command(module.group)
