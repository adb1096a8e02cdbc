"""What an index is computed from, and the snapshots that were computed.

Inputs are plain rows: scores come from the frozen questionnaire version, groups of a service from its
catalogue, so a later change of the town's services changes no number. Knows no statistics.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from forms.definition import ItemType, Questionnaire
from survey_app.models import Comment, IndexSnapshot, OutboxMessage, Response, Wave
from survey_app.queries import comments, design
from survey_app.vocabulary import OutboxStatus, Verdict

JOB = "compute_index"
SERVICES = "services"
GROUPS = "target_groups"


@dataclass(frozen=True)
class IndexInputs:
    """Rows for the frames of `analytics.estimation`.

    `responses`: service_code (None: none of the catalogue), mode, language, and one score from 0 to 100 for
    each dimension that was answered. `comments`: service_code, target_groups, kind, of those that a person
    found relevant. `services`: service code → codes of its target groups.
    """

    responses: list[dict[str, Any]]
    comments: list[dict[str, Any]]
    services: dict[str, tuple[str, ...]]


def inputs(session: Session, wave_id: UUID) -> IndexInputs:
    """Return what the index of a wave is computed from."""
    wave = session.get_one(Wave, wave_id)
    questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    services = service_catalogue(questionnaire)
    rows = session.execute(
        sa.select(Response.mode, Response.language, Response.answers).where(Response.wave_id == wave_id)
    )
    responses = [
        {
            "mode": mode.value,
            "language": language,
            "service_code": _rated_service(questionnaire, services, answers),
            **_scores(questionnaire, answers),
        }
        for mode, language, answers in rows
    ]
    return IndexInputs(responses, _relevant_comments(session, wave_id), services)


def service_catalogue(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return the target groups of each service that the questionnaire lets people rate."""
    return {
        option.code: tuple(option.attributes[GROUPS])
        for item in questionnaire.items
        if item.source == SERVICES
        for option in questionnaire.options[item.item_code].values()
        if GROUPS in option.attributes
    }


def undecided_comments(session: Session, wave_id: UUID) -> int:
    """Count the comments of a wave that wait for a decision; they are in no index yet."""
    count: int = session.execute(_undecided(wave_id, sa.func.count())).scalar_one()
    return count


def undecided_verbatims(session: Session, wave_id: UUID) -> list[tuple[UUID, str]]:
    """Return id and text of the comments of a wave that wait for a decision."""
    return [(row.id, row.text) for row in session.execute(_undecided(wave_id, Comment.id, Comment.text))]


def _undecided(wave_id: UUID, *columns: Any) -> sa.Select[Any]:
    decisions = comments.decisions_in_force()
    return (
        sa.select(*columns)
        .select_from(Comment)
        .outerjoin(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.wave_id == wave_id, decisions.c.verdict.is_(None))
    )


@dataclass(frozen=True)
class Computation:
    """Work on an index that was promised: `failed` waits for a person, otherwise it goes on by itself."""

    message_id: UUID
    attempts: int
    failed: bool


def computation(session: Session, wave_id: UUID) -> Computation | None:
    """Return the promised computation of a wave, None where none is under way."""
    message = session.scalars(
        sa.select(OutboxMessage)
        .where(OutboxMessage.kind == JOB, OutboxMessage.payload["wave_id"].as_string() == str(wave_id))
        .limit(1)
    ).first()
    if message is None:
        return None
    return Computation(message.id, message.attempts, message.status is OutboxStatus.DEAD)


def snapshots(session: Session, region_ids: frozenset[UUID]) -> list[IndexSnapshot]:
    """Return the snapshots of some regions, the newest first, each with its wave."""
    return list(session.scalars(_snapshots().where(Wave.region_id.in_(region_ids))))


def snapshots_of(session: Session, wave_id: UUID) -> list[IndexSnapshot]:
    """Return the snapshots of one wave, the newest first."""
    return list(session.scalars(_snapshots().where(Wave.id == wave_id)))


def snapshot(session: Session, snapshot_id: UUID, region_ids: frozenset[UUID]) -> IndexSnapshot | None:
    """Return a snapshot of one of these regions; None for a foreign one as for one that does not exist."""
    return session.scalar(_snapshots().where(IndexSnapshot.id == snapshot_id, Wave.region_id.in_(region_ids)))


def _snapshots() -> sa.Select[IndexSnapshot]:
    return (
        sa.select(IndexSnapshot)
        .join(Wave)
        .options(joinedload(IndexSnapshot.wave).joinedload(Wave.region))
        .order_by(IndexSnapshot.computed_at.desc())
    )


def _rated_service(
    questionnaire: Questionnaire, services: Mapping[str, object], answers: Mapping[str, Any]
) -> str | None:
    chosen = (answers.get(item.item_code) for item in questionnaire.items if item.source == SERVICES)
    return next((code for code in chosen if code in services), None)


def _scores(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> dict[str, float]:
    """Score each dimension that was rated; "don't know" has no score and is left out.

    Of several items on one dimension (environment; reliability for services without one) the mean counts.
    """
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for item in questionnaire.items:
        if item.type is ItemType.RATING and item.dimension is not None:
            option = questionnaire.options[item.item_code].get(answers.get(item.item_code, ""))
            if option is not None and option.score is not None:
                scores[item.dimension].append(float(option.score))
    return {dimension: sum(found) / len(found) for dimension, found in scores.items()}


def _relevant_comments(session: Session, wave_id: UUID) -> list[dict[str, Any]]:
    decisions = comments.decisions_in_force()
    rows = session.execute(
        sa.select(Comment.service_code, decisions.c.target_groups, decisions.c.kind)
        .join(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.wave_id == wave_id, decisions.c.verdict == Verdict.RELEVANT)
    )
    return [
        {"service_code": service_code, "target_groups": tuple(target_groups), "kind": str(kind)}
        for service_code, target_groups, kind in rows
    ]
