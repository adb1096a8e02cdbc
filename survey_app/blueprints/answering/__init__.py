"""Answering a questionnaire: landing, pages, check-your-answers, receipt.

The server works the path out anew on every request; the browser holds a key and a token, never the state.
"""

from flask import Blueprint

blueprint = Blueprint("answering", __name__, url_prefix="/dotaznik")

from survey_app.blueprints.answering import calendar_file, landing, pages, pictures, submission  # noqa: E402, F401  # views need the blueprint
