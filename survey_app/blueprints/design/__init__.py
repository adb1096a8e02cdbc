"""Waves and drafts for the staff: when people are asked, how much has come, and what to publish of it."""

from flask import Blueprint

blueprint = Blueprint("design", __name__, url_prefix="/urad")

from survey_app.blueprints.design import closing, drafts, waves  # noqa: E402, F401  # views need the blueprint
