"""Published results as open data: one document for programs, and where what is published lies for good.

Holds what the public document of a snapshot holds, and names of its cells. Computes nothing. Tables are in
`sheets`, what their columns mean in `data_dictionary`, the list of all data sets in `data_catalogue`.
"""

from collections.abc import Mapping
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from forms.languages import Texts
from survey_app import clock
from survey_app.blueprints.results import licence
from survey_app.models import Wave
from survey_app.queries import design, results
from survey_app.queries.results import PublicSnapshot

Document = dict[str, Any]


def document(session: Session, found: PublicSnapshot) -> Document:
    """Everything that is published of a snapshot, with the names of its cells in every language."""
    wave = found.wave
    names = results.cell_names(session, wave)
    return {
        **_where_from(session, found),
        "names": [
            {"kind": cell["kind"], "code": cell["code"], "names": dict(names.get(_key(cell), {}))}
            for cell in found.document["cells"]
            if cell["code"] is not None
        ],
        "results": found.document,
    }


def _where_from(session: Session, found: PublicSnapshot) -> Document:
    wave = found.wave
    return {
        "wave": wave.wave_code,
        "region": wave.region.name,
        "titles": dict(titles(session, wave)),
        "answered_from": clock.local(wave.opens_at).date().isoformat(),
        "answered_to": clock.local(wave.closes_at).date().isoformat(),
        "made_up": is_made_up(wave),
        "snapshot": str(found.id),
        "address": address(".cited_results", found),
        "published_at": found.published_at.isoformat(),
        "replaced": found.replaced,
        "method_version": found.method_version,
        "inputs_hash": found.inputs_hash,
        "licence": licence.in_force().page,
    }


def is_made_up(wave: Wave) -> bool:
    """Whether nobody has really answered."""
    return wave.made_up or wave.region.made_up


def address(endpoint: str, found: PublicSnapshot, **parts: str) -> str:
    """Where something of a snapshot lies for good."""
    return url_for(endpoint, wave_code=found.wave.wave_code, snapshot_id=found.id, _external=True, **parts)


def titles(session: Session, wave: Wave) -> Texts:
    """What the questionnaire of a wave is called."""
    return design.questionnaire(session, wave.questionnaire_version_id).titles


def in_languages(texts: Texts) -> list[Document]:
    """Texts as JSON-LD has them; easy reading is no language of its own there."""
    return [{"@language": tag, "@value": text} for tag, text in texts.items() if not tag.endswith("-easy")]


def _key(cell: Mapping[str, Any]) -> tuple[str, str]:
    return cell["kind"], cell["code"]
