"""How many people live in the town: what is in force, a newer count, and a sample of the file."""

from importlib import import_module

from flask import Blueprint

blueprint = Blueprint("population", __name__, url_prefix="/urad/obyvatelstvo")

for view in ("page", "sample"):
    import_module(f"{__name__}.{view}")  # views need the blueprint
