"""Waves for the staff: planned, tried, approved, announced, open, closed, archived; and how much has come."""

from flask import Blueprint

blueprint = Blueprint("waves", __name__, url_prefix="/urad/vlny")

from survey_app.blueprints.waves import closing, overview, wave  # noqa: E402, F401  # views need the blueprint
