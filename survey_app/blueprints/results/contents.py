"""Everything that a page of published results shows, gathered in one place. Computes no statistics."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from forms.languages import spoken_language
from survey_app.blueprints import labels
from survey_app.blueprints.results import licence, needs, report
from survey_app.blueprints.results.report import Report
from survey_app.blueprints.results.sentences import crowns
from survey_app.blueprints.results.sheets import SHEETS
from survey_app.queries import clearing, pictures_of_results, replies, results
from survey_app.queries.clearing import ClearedText
from survey_app.queries.results import PublicSnapshot

TYPICAL = 5


def of(session: Session, snapshot: PublicSnapshot, tag: str) -> dict[str, Any]:
    """Return what the templates of results expect, in the language `tag`.

    report, margins (what answers are weighted to), needs, pictures (name → SVG; empty before they are drawn),
    comments, before (the report that changes are told from, where it is public), replies, crowns (amount →
    words), names of kinds of comments and of services, sheets (tables of open data that have rows), and
    licence (the terms of their use).
    """
    shown = report.of(session, snapshot, tag)
    weighting = shown.weighting or {}
    return {
        "report": shown,
        "margins": [labels.MARGINS.get(code, code) for code in weighting.get("margins", ())],
        "needs": needs.of(session, shown, tag),
        "pictures": pictures_of_results.drawn(session, snapshot.id, spoken_language(tag)),
        "comments": _comments(session, shown),
        "before": _before(session, shown, tag),
        "replies": replies.published_replies(session, snapshot.id),
        "crowns": crowns,
        "sheets": [sheet for sheet in SHEETS.values() if sheet.has_rows(snapshot.document)],
        "licence": licence.in_force(),
        "kinds": labels.KINDS,
        "service_names": {figure.code: figure.label for figure in shown.services},
    }


def _comments(session: Session, shown: Report) -> list[ClearedText]:
    """A few cleared comments that stand for all; none where not even the total may be shown."""
    if shown.total.hidden:
        return []
    return clearing.typical(
        clearing.cleared_of_wave(session, shown.wave.id),
        clearing.mix_of_wave(session, shown.wave.id),
        nameable={figure.code for figure in shown.services if figure.code and not figure.hidden},
        number=TYPICAL,
    )


def _before(session: Session, shown: Report, tag: str) -> Report | None:
    known = shown.compared_with
    if known is None:
        return None
    found = results.cited_snapshot(session, known["wave_code"], UUID(known["snapshot_id"]))
    return report.of(session, found, tag) if found else None
