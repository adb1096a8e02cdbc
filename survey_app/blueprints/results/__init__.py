"""What came of it, for everybody: published results, how they were computed, and the figures as a file.

Reads published snapshots only. The results of an open wave cannot be shown here, because there are none.
"""

from flask import Blueprint

blueprint = Blueprint("results", __name__, url_prefix="/vysledky")

from survey_app.blueprints.results import download, pages  # noqa: E402, F401  # views need the blueprint
