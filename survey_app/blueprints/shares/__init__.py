"""Shares of comments for the staff: what people write about, with intervals, and what a figure stands on."""

from flask import Blueprint

blueprint = Blueprint("shares", __name__, url_prefix="/urad/podnety")

from survey_app.blueprints.shares import views  # noqa: E402, F401  # views need the blueprint
