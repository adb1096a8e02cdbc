"""What a database holds of one questionnaire, its only draft and its only wave, in one view."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from forms import definition
from survey_app import db
from survey_app.models import AuditEvent, DraftStep, QuestionnaireDraft, QuestionnaireVersion, Wave
from survey_app.queries import waves
from survey_app.vocabulary import WaveStepKind


@dataclass(frozen=True)
class Stored:
    """Texts are titles of the questionnaire, versions and steps count from 1."""

    revision: int
    step: int
    steps: tuple[str, ...]
    versions: tuple[str, ...]
    based_on: int
    asked: int
    switches: tuple[tuple[int, int], ...]
    logged: tuple[str, ...]


def read() -> Stored:
    """Read it, and see that numbers have no gap and each published version is what was frozen."""
    with db.reading() as session:
        draft = session.scalars(sa.select(QuestionnaireDraft)).one()
        wave = session.scalars(sa.select(Wave)).one()
        steps = session.scalars(sa.select(DraftStep).order_by(DraftStep.number)).all()
        in_order = sa.select(QuestionnaireVersion).order_by(QuestionnaireVersion.version)
        versions = session.scalars(in_order).all()
        assert [step.number for step in steps] == list(range(1, len(steps) + 1))
        assert [version.version for version in versions] == list(range(1, len(versions) + 1))
        for version in versions:
            assert version.digest == definition.digest(version.document)
            assert version.changes or version.version == 1
        number = {version.id: version.version for version in versions}
        changed = [
            step.detail["version"]
            for step in waves.steps(session, wave.id)
            if step.kind is WaveStepKind.VERSION_CHANGED
        ]
        return Stored(
            revision=draft.revision,
            step=draft.step,
            steps=tuple(_title(step.document) for step in steps),
            versions=tuple(_title(version.document) for version in versions),
            based_on=number[draft.based_on_id],
            asked=number[wave.questionnaire_version_id],
            switches=tuple((change["from"], change["to"]) for change in changed),
            logged=tuple(sorted(session.scalars(sa.select(AuditEvent.action)))),
        )


def newest_version() -> UUID:
    """The key of the version that was published last."""
    with db.reading() as session:
        versions = sa.select(QuestionnaireVersion.id).order_by(QuestionnaireVersion.version.desc())
        return session.scalars(versions.limit(1)).one()


def _title(document: dict[str, Any]) -> str:
    return str(document["titles"]["cs"])
