"""Computed indices for the staff: what was computed and what to publish of it."""

from flask import Blueprint

blueprint = Blueprint("design", __name__, url_prefix="/urad")

from survey_app.blueprints.design import drafts  # noqa: E402, F401  # views need the blueprint
