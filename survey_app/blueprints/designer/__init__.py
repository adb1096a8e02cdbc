"""The designer: how a methodologist makes a questionnaire in the browser."""

from flask import Blueprint

blueprint = Blueprint("designer", __name__, url_prefix="/urad/dotazniky")

from survey_app.blueprints.designer import (  # noqa: E402, F401  # views need the blueprint
    bank,
    case_forms,
    exchange,
    findings,
    history,
    items,
    outline,
    overview,
    pictures,
    preview,
    publication,
    ready_answers,
    routes,
    scales,
    sections,
    settings,
    translations,
    uploads,
    versions,
    whose_need,
)
