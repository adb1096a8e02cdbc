"""A provider's own services: what is and will be published of them, and the right of reply."""

from importlib import import_module

from flask import Blueprint

blueprint = Blueprint("replies", __name__, url_prefix="/urad/moje-sluzby")

for view in ("overview", "reply"):
    import_module(f"{__name__}.{view}")  # views need the blueprint
