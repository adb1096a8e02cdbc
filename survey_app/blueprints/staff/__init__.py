"""Staff: signing in and out, the own password, the first page, and the log of changes."""

from flask import Blueprint

blueprint = Blueprint("staff", __name__, url_prefix="/urad")

from survey_app.blueprints.staff import first_page, log, menu, password, sign_in  # noqa: E402, F401  # views need the blueprint
