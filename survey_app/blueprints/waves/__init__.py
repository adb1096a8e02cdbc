"""Waves for the staff: planned, tried, approved, announced, open, closed, archived; and how much has come."""

from importlib import import_module

from flask import Blueprint

blueprint = Blueprint("waves", __name__, url_prefix="/urad/vlny")

for view in ("missing", "overview", "plan", "poster", "responses", "steps", "trial", "version", "wave"):
    import_module(f"{__name__}.{view}")  # views need the blueprint
