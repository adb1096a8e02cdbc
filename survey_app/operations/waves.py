"""The steps of a wave: planned, approved, given another version or time, extended, closed, withdrawn …

`queries.life` says which step may be taken when and by whom; here it is taken, in the wave's own list of
steps and in the log of changes. Trials are begun and ended in `operations.trials`. `by` is None for the
command line. Knows no answers.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import QuestionnaireVersion, Region, Wave, WaveStep
from survey_app.operations import audit
from survey_app.operations.windows import Window, WindowError, WindowProblem, window_of
from survey_app.queries import life, staff, waves
from survey_app.queries.life import Refusal
from survey_app.vocabulary import Role, WaveState, WaveStepKind

RESERVED_CODES = frozenset({"metoda", "nova"})  # /vysledky/metoda and /urad/vlny/nova are other pages


class StepError(Exception):
    """A step cannot be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal


class VersionMovedError(Exception):
    """Somebody else has let the wave ask another version meanwhile."""


class NoExplanationError(Exception):
    """The public is owed a reason in the region's first language and got none."""


def create_wave(
    session: Session,
    version: QuestionnaireVersion,
    region: Region,
    wave_code: str,
    window: Window,
    now: datetime,
    *,
    announcement_days: int = 0,
    made_up: bool = False,
    by: UUID | None = None,
) -> Wave:
    """Plan a wave in which `version` is answered. It is a draft that no clock opens until it is approved.

    Raises:
        StepError: `by` does not look after the waves of the region.
        WindowError: the window makes no sense, or the code is taken or belongs to another page.
    """
    if by is not None and by not in staff.holders(session, region.id, Role.METHODOLOGIST):
        raise StepError(Refusal.NOT_YOUR_ROLE)
    window.check(announcement_days)
    if wave_code in RESERVED_CODES:
        raise WindowError(WindowProblem.CODE_RESERVED, "wave_code")
    if waves.wave_by_code(session, wave_code) is not None:
        raise WindowError(WindowProblem.CODE_TAKEN, "wave_code")
    wave = Wave(
        region_id=region.id,
        questionnaire_version_id=version.id,
        wave_code=wave_code,
        made_up=made_up,
        created_by_id=by,
        **window.columns(),
    )
    with db.unless_taken(session, WindowError(WindowProblem.CODE_TAKEN, "wave_code")):
        session.add(wave)
    record(session, wave, WaveStepKind.CREATED, now, by, {"version": version.version, **window.written()})
    return wave


def change_version(
    session: Session, wave: Wave, version: QuestionnaireVersion, now: datetime, *, by: UUID | None
) -> None:
    """Let another published version be answered in a wave that has not opened.

    Raises:
        StepError: it has opened, or it is approved and `by` may not approve it.
    """
    if version.id == wave.questionnaire_version_id:
        return
    check_step(session, wave, WaveStepKind.VERSION_CHANGED, now, by)
    _let_answer(session, wave, version, now, by)


def switch_version(
    session: Session,
    wave: Wave,
    version: QuestionnaireVersion,
    now: datetime,
    *,
    by: UUID | None,
    instead_of: UUID | None = None,
) -> None:
    """Let another published version be answered from this moment, in an open wave too.

    Responses keep the version that they were given under; who is in the middle of answering goes on in the
    new one. What that does to answers must have been shown to `by` and confirmed (see `queries.changes`).

    Args:
        instead_of: the version with which `version` was compared then.

    Raises:
        VersionMovedError: the wave asks another one than `instead_of` by now.
        StepError: the wave has closed, or `by` planned an approved wave and is not alone.
    """
    _one_at_a_time(session, wave)
    if instead_of not in (None, wave.questionnaire_version_id):
        raise VersionMovedError
    if version.id == wave.questionnaire_version_id:
        return
    is_open = life.state(session, wave, now) in life.TAKES_NEW_ANSWERS
    rule = life.LIVE_CHANGE if is_open else None
    check_step(session, wave, WaveStepKind.VERSION_CHANGED, now, by, rule)
    _let_answer(session, wave, version, now, by)


def _let_answer(
    session: Session, wave: Wave, version: QuestionnaireVersion, now: datetime, by: UUID | None
) -> None:
    before = session.get_one(QuestionnaireVersion, wave.questionnaire_version_id).version
    wave.questionnaire_version_id = version.id
    session.expire(wave, ["questionnaire_version"])
    detail = {"version": {"from": before, "to": version.version}}
    record(session, wave, WaveStepKind.VERSION_CHANGED, now, by, detail)


def change_window(
    session: Session,
    wave: Wave,
    window: Window,
    now: datetime,
    *,
    by: UUID | None,
    announcement_days: int = 0,
) -> None:
    """Move the window of `wave`; what has happened already cannot be moved, an open wave is extended instead.

    Raises:
        StepError: it was withdrawn.
        WindowError: the new window makes no sense, or moves something that is over.
    """
    check_step(session, wave, WaveStepKind.WINDOW_CHANGED, now, by)
    before, state = window_of(wave), waves.wave_state(wave, now)
    if window == before:
        return
    _check_movable(before, window, state, now)
    window.check(announcement_days if state in life.BEFORE_OPENING else 0)
    _move(wave, window)
    record(session, wave, WaveStepKind.WINDOW_CHANGED, now, by, window.moved_from(before))


def approve(
    session: Session,
    wave: Wave,
    now: datetime,
    *,
    by: UUID | None,
    announcement_days: int,
    announced_elsewhere: bool = False,
) -> None:
    """Let the clock announce and open `wave`; a trial that runs ends here.

    A planned announcement that is over becomes one of this moment, unless the wave was `announced_elsewhere`
    (on the town's notice board, say) at that time.

    Raises:
        StepError: it is not waiting for approval, or `by` is the one who planned it and is not alone.
        WindowError: too little time would be left between the announcement and the opening.
    """
    check_step(session, wave, WaveStepKind.APPROVED, now, by)
    before = window_of(wave)
    announced_at = before.announced_at if announced_elsewhere else max(before.announced_at, now)
    window = replace(before, announced_at=announced_at)
    window.check(announcement_days)
    alone = (
        by is not None and by == wave.created_by_id
    )  # `check_step` lets this pass where there is nobody else
    if wave.trial_key:
        wave.trial_key = None
        record(session, wave, WaveStepKind.TRIAL_ENDED, now, by)
    _move(wave, window)
    wave.approved_at = now
    detail = {**window.moved_from(before), **({"alone": True} if alone else {})}
    record(session, wave, WaveStepKind.APPROVED, now, by, detail)


def take_approval_back(session: Session, wave: Wave, now: datetime, *, by: UUID | None) -> None:
    """Make an approved wave a draft again, as long as it has not been announced.

    Raises:
        StepError: it is not approved, or announced already.
    """
    check_step(session, wave, WaveStepKind.APPROVAL_TAKEN_BACK, now, by)
    wave.approved_at = None
    record(session, wave, WaveStepKind.APPROVAL_TAKEN_BACK, now, by)


def extend(
    session: Session,
    wave: Wave,
    closes_at: datetime,
    results_on: date | None,
    explanations: Mapping[str, str],
    now: datetime,
    *,
    by: UUID | None,
) -> None:
    """Let an open wave be answered for longer, and tell everybody why.

    Raises:
        StepError: it is not open.
        WindowError: the new closing is not later, or the results are promised for a day before it.
        NoExplanationError: there is no reason in the region's first language.
    """
    check_step(session, wave, WaveStepKind.EXTENDED, now, by)
    before = window_of(wave)
    if closes_at <= before.closes_at:
        raise WindowError(WindowProblem.NOT_LATER, "closes_at")
    window = replace(before, closes_at=closes_at, results_on=results_on)
    window.check()
    said = _explained(wave, explanations)
    _move(wave, window)
    record(session, wave, WaveStepKind.EXTENDED, now, by, window.moved_from(before), said)


def close_early(
    session: Session, wave: Wave, explanations: Mapping[str, str], now: datetime, *, by: UUID | None
) -> None:
    """Close an open wave at this very moment; forms that are open already are taken in the grace time.

    Raises:
        StepError: the wave is not open.
        NoExplanationError: there is no reason in the region's first language.
    """
    check_step(session, wave, WaveStepKind.CLOSED_EARLY, now, by)
    said = _explained(wave, explanations)
    before = window_of(wave)
    window = replace(before, closes_at=now)
    _move(wave, window)
    record(session, wave, WaveStepKind.CLOSED_EARLY, now, by, window.moved_from(before), said)


def withdraw(
    session: Session, wave: Wave, explanations: Mapping[str, str], now: datetime, *, by: UUID | None
) -> None:
    """Take back a wave that has not opened; one that was announced goes on explaining why at its address.

    Raises:
        StepError: it has opened, or was withdrawn before.
        NoExplanationError: it was announced, and there is no reason in the region's first language.
    """
    check_step(session, wave, WaveStepKind.WITHDRAWN, now, by)
    said = _explained(wave, explanations) if waves.is_public(wave, now) else _worded(explanations)
    wave.withdrawn_at, wave.trial_key = now, None
    record(session, wave, WaveStepKind.WITHDRAWN, now, by, explanations=said)


def archive(session: Session, wave: Wave, now: datetime, *, by: UUID | None) -> None:
    """Put a wave with published results away: it leaves the first page, its addresses stay.

    Raises:
        StepError: its results are not published.
    """
    check_step(session, wave, WaveStepKind.ARCHIVED, now, by)
    wave.archived_at = now
    record(session, wave, WaveStepKind.ARCHIVED, now, by)


def bring_back(session: Session, wave: Wave, now: datetime, *, by: UUID | None) -> None:
    """Show an archived wave on the first page again.

    Raises:
        StepError: it is not archived.
    """
    check_step(session, wave, WaveStepKind.BROUGHT_BACK, now, by)
    wave.archived_at = None
    record(session, wave, WaveStepKind.BROUGHT_BACK, now, by)


def check_step(
    session: Session,
    wave: Wave,
    kind: WaveStepKind,
    now: datetime,
    by: UUID | None,
    rule: life.Rule | None = None,
) -> None:
    """Raise `StepError` unless `by` may take this step now; two people at once come one after the other.

    `rule` stands in for the step's own one.
    """
    _one_at_a_time(session, wave)
    refusal = life.refusal(session, wave, kind, now, by, rule)
    if refusal is not None:
        raise StepError(refusal)


def record(
    session: Session,
    wave: Wave,
    kind: WaveStepKind,
    now: datetime,
    by: UUID | None,
    detail: Mapping[str, Any] | None = None,
    explanations: Mapping[str, str] | None = None,
) -> None:
    """Write a step into the life of the wave and into the log of changes."""
    written = dict(detail or {})
    step = WaveStep(
        wave_id=wave.id,
        kind=kind,
        happened_at=now,
        staff_member_id=by,
        detail=written,
        explanations=dict(explanations or {}),
    )
    session.add(step)
    session.flush()
    audit.record(
        session,
        staff_id=by,
        region_id=wave.region_id,
        action=f"wave_{kind}",
        object_type="wave",
        object_id=wave.id,
        **{"wave_code": wave.wave_code, **written},
    )


def _one_at_a_time(session: Session, wave: Wave) -> None:
    session.flush()
    locked = sa.select(Wave).where(Wave.id == wave.id).with_for_update()
    session.scalars(locked.execution_options(populate_existing=True)).one()  # only what is fetched is renewed


def _check_movable(before: Window, window: Window, state: WaveState, now: datetime) -> None:
    if window.announced_at != before.announced_at:
        if state not in (*life.BEFORE_APPROVAL, WaveState.APPROVED):
            raise WindowError(WindowProblem.ALREADY_ANNOUNCED, "announced_at")
        _to_come(window.announced_at, now, "announced_at")
    if window.opens_at != before.opens_at:
        if state not in life.BEFORE_OPENING:
            raise WindowError(WindowProblem.ALREADY_OPEN, "opens_at")
        _to_come(window.opens_at, now, "opens_at")
    if window.closes_at != before.closes_at:
        if state not in life.BEFORE_OPENING:
            over = WindowProblem.ALREADY_OPEN if state is WaveState.OPEN else WindowProblem.ALREADY_CLOSED
            raise WindowError(over, "closes_at")
        _to_come(window.closes_at, now, "closes_at")
    if window.grace_minutes != before.grace_minutes and state in (WaveState.CLOSED, WaveState.ARCHIVED):
        raise WindowError(WindowProblem.ALREADY_CLOSED, "grace_minutes")


def _to_come(new: datetime, now: datetime, field: str) -> None:
    if new < now:
        raise WindowError(WindowProblem.IN_THE_PAST, field)


def _move(wave: Wave, window: Window) -> None:
    for column, value in window.columns().items():
        setattr(wave, column, value)


def _explained(wave: Wave, explanations: Mapping[str, str]) -> dict[str, str]:
    said = _worded(explanations)
    if wave.region.languages[0] not in said:
        raise NoExplanationError
    return said


def _worded(explanations: Mapping[str, str]) -> dict[str, str]:
    return {tag: text.strip() for tag, text in explanations.items() if text.strip()}
