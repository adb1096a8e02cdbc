"""The responses of a wave as a table, each read by the version it was given under.

Nothing but those versions and the responses goes into it, so a wave exported again gives the same bytes,
whatever was published or changed meanwhile. Knows no file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms import export
from forms.definition import Questionnaire
from survey_app.models import QuestionnaireVersion, Response, Wave
from survey_app.queries import changes, design

CIRCUMSTANCES = ("version", "mode", "language", "received_on", "late")


@dataclass(frozen=True)
class Table:
    """Headings, and the rows as they are read; the session must stay open meanwhile."""

    heading: list[str]
    rows: Iterator[list[export.Value]]


def responses(session: Session, wave: Wave, *, texts: bool) -> Table:
    """Return the responses of `wave` in the order of their random keys; words of respondents with `texts`.

    Where versions changed while the wave was open, the columns of later versions follow those of the first.
    """
    versions = _versions(session, wave)
    names = list(
        dict.fromkeys(
            column.name
            for _, questionnaire in versions.values()
            for column in export.columns(questionnaire, texts=texts)
        )
    )
    return Table([*CIRCUMSTANCES, *names], _rows(session, wave, versions, names, texts=texts))


def _versions(session: Session, wave: Wave) -> dict[UUID, tuple[int, Questionnaire]]:
    used = sa.select(Response.questionnaire_version_id).where(Response.wave_id == wave.id).distinct()
    found = session.execute(
        sa.select(QuestionnaireVersion.id, QuestionnaireVersion.version)
        .where(QuestionnaireVersion.id.in_(used))
        .order_by(QuestionnaireVersion.version)
    ).all()
    numbers = {row.id: row.version for row in found} or {
        wave.questionnaire_version_id: 0
    }  # without rows none needs a number
    return {
        version_id: (number, design.questionnaire(session, version_id))
        for version_id, number in numbers.items()
    }


def _rows(
    session: Session,
    wave: Wave,
    versions: dict[UUID, tuple[int, Questionnaire]],
    names: list[str],
    *,
    texts: bool,
) -> Iterator[list[export.Value]]:
    for response in changes.recorded(session, Response.wave_id == wave.id):
        number, questionnaire = versions[response.version_id]
        values = export.row(questionnaire, response.answers, texts=texts)
        yield [
            number,
            response.mode.value,
            response.language,
            response.received_on.isoformat(),
            int(response.late),
            *(values.get(name, export.NOT_IN_VERSION) for name in names),
        ]
