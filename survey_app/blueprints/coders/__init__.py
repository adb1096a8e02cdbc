"""Coding by machine: which coder is in force, what was learned, and a person's way to release it."""

from flask import Blueprint

blueprint = Blueprint("coders", __name__, url_prefix="/urad/kodovani")

from survey_app.blueprints.coders import card, overview, quality, release  # noqa: E402, F401  # they need it
