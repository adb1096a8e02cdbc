"""Triage: the queue of comments and the pages on which coordinators read them, one after the other."""

from flask import Blueprint

blueprint = Blueprint("triage", __name__, url_prefix="/urad")

from survey_app.blueprints.triage import comment, keys, queue, settings, turns, undoing  # noqa: E402, F401  # they need it
