"""Triage: the queue of comments and the page on which a coordinator decides about one."""

from flask import Blueprint

blueprint = Blueprint("triage", __name__, url_prefix="/urad")

from survey_app.blueprints.triage import comment, queue  # noqa: E402, F401  # views need the blueprint
