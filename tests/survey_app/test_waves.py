"""The life of a wave: which step leads where, who may take it, and what the clock does in between."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from survey_app import clock, db
from survey_app.models import AuditEvent, IndexSnapshot, Region, StaffMember, Wave, WaveStep
from survey_app.operations import design, outbox, trials
from survey_app.operations import index as index_operations
from survey_app.operations import waves as operations
from survey_app.operations.waves import NoExplanationError, StepError
from survey_app.operations.windows import Window, WindowError, WindowProblem, window_of
from survey_app.queries import index, life
from survey_app.queries import waves as queries
from survey_app.queries.life import Refusal
from survey_app.vocabulary import Role, SnapshotState, WaveState, WaveStepKind
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.office import add_person, add_region
from tests.survey_app.publication import publish_snapshot

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)
WHY = {"cs": "Přišlo málo odpovědí.", "uk": " ", "en": "Few have answered."}

Take = Callable[..., Any]


@pytest.fixture
def coordinator(region: Region) -> StaffMember:
    """The second person."""
    return add_person("koordinator@testov.example", (Role.COORDINATOR, region))


@pytest.fixture
def planned(region: Region, methodologist: StaffMember) -> Wave:
    """A draft: announced in three days, opening in ten."""
    now = clock.now()
    window = Window(now + 3 * DAY, now + 10 * DAY, now + 30 * DAY)
    with db.transaction() as session:
        version = design.publish_version(session, region, questionnaire(), now)
        return operations.create_wave(session, version, region, "tiny-1", window, now, by=methodologist.id)


def step(operation: Take, wave: Wave, *words: Any, **more: Any) -> Any:
    with db.transaction() as session:
        return operation(session, session.get_one(Wave, wave.id), *words, **more)


def refusal_of(operation: Take, wave: Wave, *words: Any, **more: Any) -> Refusal:
    with pytest.raises(StepError) as refused:
        step(operation, wave, *words, **more)
    return refused.value.refusal


def approve(wave: Wave, by: StaffMember | None = None, *, days: int = 7) -> None:
    step(operations.approve, wave, clock.now(), by=by.id if by else None, announcement_days=days)


def state(wave: Wave, after: timedelta = timedelta()) -> WaveState:
    with db.reading() as session:
        return life.state(session, session.get_one(Wave, wave.id), clock.now() + after)


def kinds(wave: Wave) -> list[WaveStepKind]:
    with db.reading() as session:
        return [found.kind for found in queries.steps(session, wave.id)]


def test_a_wave_goes_all_the_way_and_every_step_is_written_down(
    planned: Wave, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    assert state(planned) is WaveState.DRAFT
    step(trials.start_trial, planned, clock.now(), by=methodologist.id)
    assert state(planned) is WaveState.TRIAL
    approve(planned, coordinator)
    assert state(planned) is WaveState.APPROVED
    assert state(planned, 3 * DAY) is WaveState.ANNOUNCED
    assert state(planned, 10 * DAY) is WaveState.OPEN
    later = planned.closes_at + 7 * DAY
    opened = clock.now() + 20 * DAY
    step(operations.extend, planned, later, None, WHY, opened, by=methodologist.id)
    assert state(planned, 20 * DAY) is WaveState.EXTENDED
    assert state(planned, 37 * DAY) is WaveState.GRACE
    assert state(planned, 38 * DAY) is WaveState.CLOSED
    closed = clock.now() + 38 * DAY
    step(index_operations.request_computation, planned, closed, by=methodologist.id)
    assert state(planned, 38 * DAY) is WaveState.PROCESSING
    publish(planned, methodologist)
    assert state(planned, 38 * DAY) is WaveState.PUBLISHED
    step(operations.archive, planned, closed, by=methodologist.id)
    assert state(planned, 38 * DAY) is WaveState.ARCHIVED
    assert kinds(planned) == [
        WaveStepKind.CREATED,
        WaveStepKind.TRIAL_STARTED,
        WaveStepKind.TRIAL_ENDED,
        WaveStepKind.APPROVED,
        WaveStepKind.EXTENDED,
        WaveStepKind.ARCHIVED,
    ]
    with db.reading() as session:
        logged = {event.action for event in session.query(AuditEvent).filter_by(object_type="wave")}
    assert logged == {f"wave_{kind}" for kind in kinds(planned)} | {"index_requested"}
    step(operations.bring_back, planned, closed, by=methodologist.id)
    assert state(planned, 38 * DAY) is WaveState.PUBLISHED


def publish(wave: Wave, by: StaffMember) -> None:
    with db.transaction() as session:
        promised = index.computation(session, wave.id)
        assert promised is not None
        claim = outbox.claim(session, promised.message_id, clock.now())
        assert claim is not None
        outbox.settle(session, claim)
        stored = index_operations.store_snapshot(
            session,
            wave.id,
            method_version="1",
            inputs_hash="0",
            document={},
            public_document={},
            computed_at=clock.now(),
        )
        assert stored
    with db.transaction() as session:
        snapshot = session.query(IndexSnapshot).filter_by(wave_id=wave.id).one()
        assert snapshot.state is SnapshotState.DRAFT
        publish_snapshot(session, snapshot, clock.now(), by=by.id)


def test_no_clock_announces_or_opens_what_nobody_approved(make_wave: MakeWave, region: Region) -> None:
    draft = make_wave(approved=False)
    now = clock.now()
    assert state(draft) is WaveState.DRAFT
    with db.reading() as session:
        for of in (queries.announced_waves, queries.open_waves, queries.closed_waves):
            assert of(session, now, region.id) == []
            assert of(session, now + 9 * DAY, region.id) == []


def test_who_planned_a_wave_needs_a_second_person_to_approve_it(
    planned: Wave, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    now = clock.now()
    by_hand = {"by": methodologist.id, "announcement_days": 7}
    assert refusal_of(operations.approve, planned, now, **by_hand) is Refusal.SAME_PERSON
    assert state(planned) is WaveState.DRAFT
    approve(planned, coordinator)
    assert state(planned) is WaveState.APPROVED


def test_who_is_alone_in_the_region_approves_and_the_log_says_so(
    planned: Wave, methodologist: StaffMember
) -> None:
    approve(planned, methodologist)
    with db.reading() as session:
        last = queries.steps(session, planned.id)[-1]
        event = session.query(AuditEvent).filter_by(action="wave_approved").one()
    assert (last.kind, last.detail["alone"]) == (WaveStepKind.APPROVED, True)
    assert event.detail["alone"] is True


def test_a_closed_account_is_no_second_person(
    planned: Wave, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    with db.transaction() as session:
        session.merge(coordinator).active = False
    approve(planned, methodologist)
    assert state(planned) is WaveState.APPROVED


def test_roles_are_asked_for_where_the_step_is_taken(planned: Wave, region: Region) -> None:
    clerk = add_person("p@testov.example", (Role.CLERK, region))
    elsewhere = add_person("m@jinde.example", (Role.METHODOLOGIST, add_region("jinde")))
    coordinator = add_person("k@testov.example", (Role.COORDINATOR, region))
    now = clock.now()
    for person in (clerk, elsewhere):
        by_hand = {"by": person.id, "announcement_days": 0}
        assert refusal_of(operations.approve, planned, now, **by_hand) is Refusal.NOT_YOUR_ROLE
    for operation in (
        trials.start_trial,
        lambda *words, by: operations.withdraw(*words[:2], WHY, *words[2:], by=by),
    ):
        assert refusal_of(operation, planned, now, by=coordinator.id) is Refusal.NOT_YOUR_ROLE
    window = replace(window_of(planned), grace_minutes=5)
    assert (
        refusal_of(operations.change_window, planned, window, now, by=coordinator.id) is Refusal.NOT_YOUR_ROLE
    )


def test_approval_comes_seven_days_before_the_opening_or_is_refused(make_wave: MakeWave) -> None:
    now = clock.now()
    soon = make_wave(approved=False, announced_at=now, opens_at=now + 6 * DAY, closes_at=now + 9 * DAY)
    with pytest.raises(WindowError) as refused:
        approve(soon)
    assert refused.value.problem is WindowProblem.ANNOUNCED_TOO_LATE
    assert state(soon) is WaveState.DRAFT
    approve(soon, days=6)
    assert state(soon) is WaveState.ANNOUNCED


def test_an_announcement_that_was_missed_happens_at_the_approval(make_wave: MakeWave) -> None:
    now = clock.now()
    late = make_wave(
        approved=False, announced_at=now - 5 * DAY, opens_at=now + 9 * DAY, closes_at=now + 19 * DAY
    )
    approve(late)
    with db.reading() as session:
        assert session.get_one(Wave, late.id).announced_at >= now
    assert state(late) is WaveState.ANNOUNCED


def test_days_of_the_announcement_are_counted_by_the_calendar_of_the_town() -> None:
    announced = clock.from_local(
        clock.local(clock.now()).replace(tzinfo=None, month=3, day=25, hour=18, year=2027)
    )
    opens = clock.from_local(clock.local(announced).replace(tzinfo=None, month=4, day=1, hour=0))
    window = Window(announced, opens, opens + DAY)
    window.check(announcement_days=7)
    with pytest.raises(WindowError):
        window.check(announcement_days=8)


def test_an_approval_is_taken_back_only_before_the_announcement(
    planned: Wave, coordinator: StaffMember
) -> None:
    approve(planned, coordinator)
    after = clock.now() + 4 * DAY
    refused = refusal_of(operations.take_approval_back, planned, after, by=coordinator.id)
    assert refused is Refusal.WRONG_STATE
    step(operations.take_approval_back, planned, clock.now(), by=coordinator.id)
    assert state(planned, 11 * DAY) is WaveState.DRAFT


def test_a_window_moved_before_the_opening_keeps_the_days_of_the_announcement(
    planned: Wave, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    approve(planned, coordinator)
    window = replace(window_of(planned), opens_at=planned.announced_at + 2 * DAY)
    with pytest.raises(WindowError) as refused:
        step(operations.change_window, planned, window, clock.now(), by=methodologist.id, announcement_days=7)
    assert refused.value.problem is WindowProblem.ANNOUNCED_TOO_LATE


@pytest.mark.parametrize(
    ("closes_after", "results_on", "said", "error"),
    [
        (-DAY, None, WHY, WindowError),
        (timedelta(), None, WHY, WindowError),
        (DAY, date(2020, 1, 1), WHY, WindowError),
        (DAY, None, {"cs": " ", "en": "Why not."}, NoExplanationError),
        (DAY, None, {}, NoExplanationError),
    ],
)
def test_an_extension_is_later_and_explained(
    closes_after: timedelta,
    results_on: date | None,
    said: dict[str, str],
    error: type[Exception],
    make_wave: MakeWave,
) -> None:
    wave = make_wave()
    with pytest.raises(error):
        step(operations.extend, wave, wave.closes_at + closes_after, results_on, said, clock.now(), by=None)
    assert state(wave) is WaveState.OPEN


def test_an_extension_keeps_what_was_promised_before_and_why(make_wave: MakeWave) -> None:
    wave = make_wave()
    first, then = wave.closes_at + DAY, wave.closes_at + 2 * DAY
    for closes_at in (first, then):
        step(operations.extend, wave, closes_at, None, WHY, clock.now(), by=None)
    with db.reading() as session:
        said = queries.explained_steps(session, [wave.id])[wave.id]
    assert said[WaveStepKind.EXTENDED].explanations == {"cs": WHY["cs"], "en": WHY["en"]}
    assert queries.closing_before(said.values()) == first


def test_a_wave_that_closed_is_not_extended(make_wave: MakeWave) -> None:
    wave = make_wave()
    after = wave.closes_at + SECOND
    refused = refusal_of(operations.extend, wave, after + DAY, None, WHY, after, by=None)
    assert refused is Refusal.WRONG_STATE


def test_only_a_wave_with_published_results_is_archived(make_wave: MakeWave) -> None:
    wave = make_wave()
    after = wave.closes_at + DAY
    assert refusal_of(operations.archive, wave, after, by=None) is Refusal.WRONG_STATE


def test_a_withdrawal_is_explained_once_the_public_knows(planned: Wave, make_wave: MakeWave) -> None:
    now = clock.now()
    step(operations.withdraw, planned, {}, now, by=None)
    assert state(planned) is WaveState.WITHDRAWN
    announced = make_wave(
        wave_code="known", announced_at=now - DAY, opens_at=now + DAY, closes_at=now + 9 * DAY
    )
    with pytest.raises(NoExplanationError):
        step(operations.withdraw, announced, {}, now, by=None)
    step(operations.withdraw, announced, WHY, now, by=None)
    with db.reading() as session:
        shown = queries.withdrawn_waves(session, now + 2 * DAY)
        later = queries.withdrawn_waves(session, now + 10 * DAY)
    assert [wave.wave_code for wave in shown] == ["known"]
    assert later == []


def test_another_version_is_chosen_until_the_opening(
    planned: Wave, region: Region, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    with db.transaction() as session:
        changed = questionnaire(titles={"cs": "Jiný", "en": "Another"})
        second = design.publish_version(session, region, changed, clock.now())
    now = clock.now()
    step(operations.change_version, planned, second, now, by=methodologist.id)
    with db.reading() as session:
        assert session.get_one(Wave, planned.id).questionnaire_version_id == second.id
        last = queries.steps(session, planned.id)[-1]
        first = queries.steps(session, planned.id)[0]
    assert last.detail == {"version": {"from": 1, "to": 2}}
    assert first.detail["version"] == 1
    approve(planned, coordinator)
    with db.transaction() as session:
        third = design.publish_version(
            session, region, questionnaire(titles={"cs": "Třetí", "en": "Third"}), clock.now()
        )
    alone = refusal_of(operations.change_version, planned, third, now, by=methodologist.id)
    assert alone is Refusal.SAME_PERSON  # what a second person approved is not exchanged by the first
    step(operations.change_version, planned, third, now, by=coordinator.id)
    opened = refusal_of(operations.change_version, planned, second, now + 11 * DAY, by=coordinator.id)
    assert opened is Refusal.WRONG_STATE


def test_steps_of_one_wave_are_not_those_of_another(make_wave: MakeWave) -> None:
    first, second = make_wave(wave_code="first"), make_wave(wave_code="second")
    step(operations.extend, first, first.closes_at + DAY, None, WHY, clock.now(), by=None)
    with db.reading() as session:
        waves = [session.get_one(Wave, wave.id) for wave in (first, second)]
        found = life.states(session, waves, clock.now())
        assert session.query(WaveStep).filter_by(wave_id=second.id).count() == 2
    assert found == {first.id: WaveState.EXTENDED, second.id: WaveState.OPEN}
