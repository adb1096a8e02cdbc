"""Triage: the queue of comments and the pages on which coordinators read them, one after the other."""

from flask import Blueprint

blueprint = Blueprint("triage", __name__, url_prefix="/urad")

from survey_app.blueprints.triage import (  # noqa: E402  # views need the blueprint
    comment,  # noqa: F401  # views need the blueprint
    keys,  # noqa: F401  # views need the blueprint
    queue,  # noqa: F401  # views need the blueprint
    settings,  # noqa: F401  # views need the blueprint
    turns,  # noqa: F401  # views need the blueprint
    undoing,  # noqa: F401  # views need the blueprint
)
