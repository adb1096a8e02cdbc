"""Waves: what is open, announced or closed by the clock, what was done with them, and how much has come in.

A wave's state is computed from its row and the clock, never stored: nothing has to run to open or close it.
Knows counts of responses; does not know answers.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, joinedload

from survey_app.models import QuestionnaireVersion, Response, Wave, WaveStep
from survey_app.vocabulary import Mode, WaveState, WaveStepKind

EXPLAINED = (WaveStepKind.EXTENDED, WaveStepKind.CLOSED_EARLY, WaveStepKind.WITHDRAWN)
"""Steps that tell the public why."""


def grace_ends_at(wave: Wave) -> datetime:
    """Return the instant (UTC) from which nothing is accepted any more."""
    return wave.closes_at + timedelta(minutes=wave.grace_minutes)


def wave_state(wave: Wave, now: datetime) -> WaveState:
    """Return where the wave's own row and the clock have brought it: open until just before its closing.

    Without approval no clock opens anything. What other tables know (extended, processing, published) is told
    by `life.state`; here such a wave is open or closed.
    """
    if wave.withdrawn_at is not None:
        return WaveState.WITHDRAWN
    if wave.approved_at is None:
        return WaveState.TRIAL if wave.trial_key else WaveState.DRAFT
    if wave.archived_at is not None:
        return WaveState.ARCHIVED
    milestones = (
        (wave.announced_at, WaveState.APPROVED),
        (wave.opens_at, WaveState.ANNOUNCED),
        (wave.closes_at, WaveState.OPEN),
        (grace_ends_at(wave), WaveState.GRACE),
    )
    return next((state for instant, state in milestones if now < instant), WaveState.CLOSED)


def is_public(wave: Wave, now: datetime) -> bool:
    """Tell whether the public knows of `wave`: it was approved, announced and not withdrawn before."""
    until = now if wave.withdrawn_at is None else min(now, wave.withdrawn_at)
    return wave.approved_at is not None and wave.announced_at <= until


def takes_no_more_answers(wave: Wave, now: datetime) -> bool:
    """Tell whether the last late answer to `wave` has come, so that results may be computed and shown."""
    return wave_state(wave, now) in (WaveState.CLOSED, WaveState.ARCHIVED)


def all_waves(session: Session, region_ids: frozenset[UUID] | None = None) -> list[Wave]:
    """Return the waves of the given regions (None: of all), the latest opening first."""
    latest_first = (Wave.opens_at.desc(), Wave.wave_code)
    statement = sa.select(Wave).options(joinedload(Wave.region)).order_by(*latest_first)
    if region_ids is not None:
        statement = statement.where(Wave.region_id.in_(region_ids))
    return list(session.scalars(statement))


def codes(session: Session) -> frozenset[str]:
    """Return the codes of all waves; they are unique among all towns."""
    return frozenset(session.scalars(sa.select(Wave.wave_code)))


def waves_of_series(session: Session, questionnaire_id: UUID) -> list[Wave]:
    """Return the waves of all versions of a series, the latest opening first."""
    of_series = Wave.questionnaire_version.has(QuestionnaireVersion.questionnaire_id == questionnaire_id)
    statement = (
        sa.select(Wave)
        .options(joinedload(Wave.region), joinedload(Wave.questionnaire_version))
        .where(of_series)
        .order_by(Wave.opens_at.desc(), Wave.wave_code)
    )
    return list(session.scalars(statement))


def codes_by_version(session: Session, version_ids: Sequence[UUID]) -> Mapping[UUID, list[str]]:
    """Return the codes of the waves of each version, the latest opening first."""
    statement = (
        sa.select(Wave.questionnaire_version_id, Wave.wave_code)
        .where(Wave.questionnaire_version_id.in_(version_ids))
        .order_by(Wave.opens_at.desc())
    )
    codes: dict[UUID, list[str]] = {}
    for version_id, wave_code in session.execute(statement):
        codes.setdefault(version_id, []).append(wave_code)
    return codes


def announced_waves(session: Session, now: datetime, region_id: UUID | None = None) -> list[Wave]:
    """Return the waves that are announced and not open yet, the next to open first."""
    return _in_force(session, region_id, Wave.opens_at, Wave.announced_at <= now, Wave.opens_at > now)


def open_waves(session: Session, now: datetime, region_id: UUID | None = None) -> list[Wave]:
    """Return the waves that can be answered, the next to close first."""
    return _in_force(session, region_id, Wave.closes_at, Wave.opens_at <= now, Wave.closes_at > now)


def closed_waves(session: Session, now: datetime, region_id: UUID | None = None) -> list[Wave]:
    """Return the waves whose closing has come (grace may still run), the last to close first.

    Archived ones are left out: their results stay in the list of results.
    """
    return _in_force(
        session, region_id, Wave.closes_at.desc(), Wave.closes_at <= now, Wave.archived_at.is_(None)
    )


def withdrawn_waves(session: Session, now: datetime, region_id: UUID | None = None) -> list[Wave]:
    """Return the waves that were announced, then withdrawn, and would not have closed yet."""
    announced = Wave.announced_at <= Wave.withdrawn_at
    return _approved(session, region_id, Wave.opens_at, announced, Wave.closes_at > now)


def _in_force(
    session: Session,
    region_id: UUID | None,
    order: sa.ColumnExpressionArgument[datetime],
    *conditions: sa.ColumnElement[bool],
) -> list[Wave]:
    return _approved(session, region_id, order, Wave.withdrawn_at.is_(None), *conditions)


def _approved(
    session: Session,
    region_id: UUID | None,
    order: sa.ColumnExpressionArgument[datetime],
    *conditions: sa.ColumnElement[bool],
) -> list[Wave]:
    statement = (
        sa.select(Wave)
        .options(joinedload(Wave.region))
        .where(Wave.approved_at.is_not(None), *conditions)
        .order_by(order, Wave.wave_code)
    )
    if region_id is not None:
        statement = statement.where(Wave.region_id == region_id)
    return list(session.scalars(statement))


def wave_by_code(session: Session, wave_code: str) -> Wave | None:
    """Return the wave with `wave_code`, its region loaded."""
    return session.scalar(sa.select(Wave).options(joinedload(Wave.region)).where(Wave.wave_code == wave_code))


def wave_in_trial(session: Session, trial_key: str) -> Wave | None:
    """Return the wave that may be tried with `trial_key`, its region loaded; None once its trial is over."""
    found = session.scalar(
        sa.select(Wave).options(joinedload(Wave.region)).where(Wave.trial_key == trial_key)
    )
    return found if found and found.approved_at is None and found.withdrawn_at is None else None


def steps(session: Session, wave_id: UUID) -> list[WaveStep]:
    """Return the steps of a wave's life, the first one first, each with who took it."""
    found = session.scalars(
        sa.select(WaveStep).options(joinedload(WaveStep.staff_member)).where(WaveStep.wave_id == wave_id)
    )
    in_order = tuple(WaveStepKind)  # of steps at one instant: a trial ends before the approval that ends it
    return sorted(found, key=lambda step: (step.happened_at, in_order.index(step.kind)))


def explained_steps(session: Session, wave_ids: Sequence[UUID]) -> dict[UUID, dict[WaveStepKind, WaveStep]]:
    """Return of each wave what was said to everybody: by kind of step the last one, for that one counts."""
    rows = session.scalars(
        sa.select(WaveStep)
        .where(WaveStep.wave_id.in_(wave_ids), WaveStep.kind.in_(EXPLAINED))
        .order_by(WaveStep.happened_at)
    )
    found: dict[UUID, dict[WaveStepKind, WaveStep]] = {}
    for step in rows:
        found.setdefault(step.wave_id, {})[step.kind] = step
    return found


def closing_before(steps: Iterable[WaveStep]) -> datetime | None:
    """Return the closing (UTC) that the last extension among `steps` moved; None where there is none."""
    moved = [step.detail["closes_at"]["from"] for step in steps if step.kind is WaveStepKind.EXTENDED]
    return datetime.fromisoformat(moved[-1]) if moved else None


def response_totals(session: Session, waves: Sequence[Wave]) -> Counter[UUID]:
    """Count the responses of each wave, by the wave's key; none is 0."""
    rows = session.execute(
        sa.select(Response.wave_id, sa.func.count())
        .where(Response.wave_id.in_([wave.id for wave in waves]))
        .group_by(Response.wave_id)
    )
    return Counter({row[0]: row[1] for row in rows})


@dataclass(frozen=True)
class ResponseCounts:
    """How many responses of a wave have come: in all, late ones, and by day, mode and language."""

    total: int
    late: int
    by_day: Mapping[date, int]
    by_mode: Mapping[Mode, int]
    by_language: Mapping[str, int]


def response_counts(session: Session, wave_id: UUID) -> ResponseCounts:
    """Count the responses of a wave."""
    features = (Response.received_on, Response.mode, Response.language, Response.late)
    rows = session.execute(
        sa.select(*features, sa.func.count()).where(Response.wave_id == wave_id).group_by(*features)
    )
    by_day: Counter[date] = Counter()
    by_mode: Counter[Mode] = Counter()
    by_language: Counter[str] = Counter()
    late = 0
    for received_on, mode, language, was_late, n in rows:
        by_day[received_on] += n
        by_mode[mode] += n
        by_language[language] += n
        late += n * was_late
    return ResponseCounts(
        by_day.total(), late, dict(sorted(by_day.items())), dict(by_mode), dict(by_language)
    )
