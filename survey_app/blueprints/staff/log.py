"""The log of what staff changed, for administrators; its details in words, its times by the town's clock."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from flask import g, render_template, request
from flask_babel import LazyString, format_date, format_datetime, format_percent, gettext

from survey_app import access, db
from survey_app.blueprints import labels
from survey_app.blueprints.staff import blueprint
from survey_app.queries import audit, reference
from survey_app.vocabulary import Role

WORDS: dict[str, Mapping[Any, LazyString]] = {
    "role": labels.ROLES,
    "verdict": labels.VERDICTS,
    "kind": labels.WORK_KINDS,
    "why": labels.SECOND_LOOKS,
}


@blueprint.get("/zaznam")
@access.roles(Role.ADMINISTRATOR)
def log() -> str:
    """Show one page of the log: the person's own regions, and what belongs to no region."""
    region_ids = g.staff.regions(Role.ADMINISTRATOR)
    with db.reading() as reading:
        events = audit.events(reading, region_ids, request.args.get("page", 1, int))
        regions = {region.id: region.name for region in reference.regions(reading)}
    return render_template(
        "staff/log.html", events=events, regions=regions, labels=labels, value_in_words=_value_in_words
    )


def _value_in_words(code: str, value: Any) -> str:
    """Say the value of a detail; one that was changed as {"from": …, "to": …} says both."""
    if isinstance(value, dict):
        return " → ".join(_value_in_words(code, value[end]) for end in ("from", "to"))
    if isinstance(value, list):
        return ", ".join(_value_in_words(code, each) for each in value) or "–"
    if value is None:
        return "–"
    if value is True:
        return str(gettext("yes"))
    if code in ("announced_at", "opens_at", "closes_at"):
        return str(format_datetime(datetime.fromisoformat(value), "medium"))
    if code in ("results_on", "reply_until"):
        return str(format_date(date.fromisoformat(value), "medium"))
    if code.endswith("_share"):
        return str(format_percent(value, "#,##0.##%"))
    return str(WORDS.get(code, {}).get(value, value))
