"""Computed results for the staff: what was computed, and its way to the public, a page for each step."""

from importlib import import_module

from flask import Blueprint

blueprint = Blueprint("publication", __name__, url_prefix="/urad/vysledky")

for view in ("overview", "snapshot", "steps", "everything"):
    import_module(f"{__name__}.{view}")  # views need the blueprint
