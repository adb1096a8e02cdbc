"""Coding by machine: which coder is in force, what was learned, and a person's way to release it."""

from flask import Blueprint

blueprint = Blueprint("coders", __name__, url_prefix="/urad/kodovani")

from survey_app.blueprints.coders import (  # noqa: E402  # views need the blueprint
    card,  # noqa: F401
    overview,  # noqa: F401
    quality,  # noqa: F401
    release,  # noqa: F401
)
