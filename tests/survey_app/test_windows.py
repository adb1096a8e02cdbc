"""Windows by the clock of Europe/Prague: exact to the second, also on the two days when clocks are moved."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from survey_app import clock, db
from survey_app.models import AuditEvent, Region, StaffMember, Wave
from survey_app.operations import waves as operations
from survey_app.operations.waves import StepError
from survey_app.operations.windows import Window, WindowError, WindowProblem, window_of
from survey_app.queries import waves as queries
from survey_app.vocabulary import WaveState
from tests.survey_app.conftest import MakeWave

SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


def prague(*parts: int) -> datetime:
    return clock.from_local(datetime(*parts))  # type: ignore[misc, arg-type]  # a year, a month, a day …  # noqa: DTZ001


def wave(announced: datetime, opens: datetime, closes: datetime, grace_minutes: int = 60) -> Wave:
    return Wave(
        approved_at=announced,
        announced_at=announced,
        opens_at=opens,
        closes_at=closes,
        grace_minutes=grace_minutes,
    )


def test_a_wave_passes_through_its_states_to_the_second() -> None:
    opens, closes = prague(2026, 9, 14), prague(2026, 10, 4, 23, 59, 59)
    found = wave(prague(2026, 9, 7), opens, closes)
    states = {
        prague(2026, 9, 7) - SECOND: WaveState.APPROVED,
        prague(2026, 9, 7): WaveState.ANNOUNCED,
        opens - SECOND: WaveState.ANNOUNCED,
        opens: WaveState.OPEN,
        closes - SECOND: WaveState.OPEN,
        closes: WaveState.GRACE,
        closes + timedelta(minutes=60) - SECOND: WaveState.GRACE,
        closes + timedelta(minutes=60): WaveState.CLOSED,
    }
    assert {now: queries.wave_state(found, now) for now in states} == states


def test_a_wave_without_grace_closes_at_once() -> None:
    closes = prague(2026, 10, 4)
    found = wave(prague(2026, 9, 7), prague(2026, 9, 14), closes, grace_minutes=0)
    assert queries.wave_state(found, closes) is WaveState.CLOSED


def test_a_window_over_the_spring_change_is_an_hour_shorter() -> None:
    opens, closes = prague(2026, 3, 29), prague(2026, 3, 30)
    assert closes - opens == timedelta(hours=23)
    assert (opens, closes) == (
        datetime(2026, 3, 28, 23, tzinfo=UTC),
        datetime(2026, 3, 29, 22, tzinfo=UTC),
    )
    found = wave(opens, opens, closes)
    assert queries.wave_state(found, prague(2026, 3, 29, 23, 59, 59)) is WaveState.OPEN
    assert queries.wave_state(found, closes) is WaveState.GRACE


def test_a_window_over_the_autumn_change_is_an_hour_longer() -> None:
    opens, closes = prague(2026, 10, 25), prague(2026, 10, 26)
    assert closes - opens == timedelta(hours=25)
    found = wave(opens, opens, closes)
    assert queries.wave_state(found, closes - SECOND) is WaveState.OPEN
    assert queries.wave_state(found, closes) is WaveState.GRACE


def test_grace_over_the_autumn_change_lasts_as_long_as_promised() -> None:
    closes = prague(2026, 10, 25, 2, 30)  # the first of the two half past twos
    found = wave(prague(2026, 10, 1), prague(2026, 10, 1), closes)
    assert clock.local(queries.grace_ends_at(found)).strftime("%H:%M") == "02:30"  # the second one
    assert queries.wave_state(found, closes + timedelta(minutes=59)) is WaveState.GRACE
    assert queries.wave_state(found, closes + timedelta(minutes=60)) is WaveState.CLOSED


def test_a_time_that_clocks_skip_is_no_time() -> None:
    with pytest.raises(clock.NonexistentTimeError):
        prague(2026, 3, 29, 2, 30)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (prague(2026, 3, 1) - SECOND, ([], [], [])),
        (prague(2026, 3, 1), (["spring"], [], [])),
        (prague(2026, 3, 29), ([], ["spring"], [])),
        (prague(2026, 3, 29, 3), ([], ["spring"], [])),
        (prague(2026, 3, 30) - SECOND, ([], ["spring"], [])),
        (prague(2026, 3, 30), ([], [], ["spring"])),
    ],
)
def test_the_database_knows_the_states_to_the_second(
    now: datetime, expected: tuple[list[str], ...], make_wave: MakeWave, region: Region
) -> None:
    make_wave(
        wave_code="spring",
        announced_at=prague(2026, 3, 1),
        opens_at=prague(2026, 3, 29),
        closes_at=prague(2026, 3, 30),
    )
    with db.reading() as session:
        lists = (queries.announced_waves, queries.open_waves, queries.closed_waves)
        found = tuple([each.wave_code for each in of(session, now, region.id)] for of in lists)
    assert found == expected


def test_a_window_must_follow_the_order_of_time() -> None:
    start = prague(2026, 9, 1)
    day = timedelta(days=1)
    wrong = {
        "opens_at": Window(start + day, start, start + 2 * day),
        "closes_at": Window(start, start + day, start + day),
        "grace_minutes": Window(start, start, start + day, grace_minutes=1441),
        "results_on": Window(start, start, start + day, results_on=date(2026, 9, 1)),
    }
    for field, window in wrong.items():
        with pytest.raises(WindowError) as refusal:
            window.check()
        assert refusal.value.field == field


def test_the_closing_moves_before_the_opening_and_the_log_says_how(
    make_wave: MakeWave, region: Region, methodologist: StaffMember
) -> None:
    now = clock.now()
    found = make_wave(announced_at=now, opens_at=now + DAY, closes_at=now + 2 * DAY)
    later = found.closes_at + timedelta(days=3)
    with db.transaction() as session:
        mine = session.merge(found)
        new = replace(window_of(mine), closes_at=later, grace_minutes=30)
        operations.change_window(session, mine, new, now, by=methodologist.id)
    with db.reading() as session:
        stored = session.get_one(Wave, found.id)
        assert (stored.closes_at, stored.grace_minutes) == (later, 30)
        event = session.query(AuditEvent).filter_by(action="wave_window_changed").one()
    assert event.staff_member_id == methodologist.id
    assert event.region_id == region.id
    assert event.detail["grace_minutes"] == {"from": 60, "to": 30}
    assert set(event.detail) == {"wave_code", "closes_at", "grace_minutes"}


def moved(found: Wave, now: datetime, **parts: Any) -> WindowProblem:
    new = replace(window_of(found), **parts)
    with pytest.raises(WindowError) as refusal, db.transaction() as session:
        operations.change_window(session, session.merge(found), new, now, by=None)
    return refusal.value.problem


def test_what_has_happened_cannot_be_moved(make_wave: MakeWave) -> None:
    now = clock.now()
    found = make_wave()
    before, after = found.opens_at - SECOND, found.closes_at + SECOND
    assert moved(found, now, announced_at=now) is WindowProblem.ALREADY_ANNOUNCED
    assert moved(found, now, opens_at=found.opens_at + SECOND) is WindowProblem.ALREADY_OPEN
    assert moved(found, now, closes_at=found.closes_at + DAY) is WindowProblem.ALREADY_OPEN
    assert moved(found, before - DAY, closes_at=before - 2 * DAY) is WindowProblem.IN_THE_PAST
    assert moved(found, after, closes_at=found.closes_at + DAY) is WindowProblem.ALREADY_CLOSED
    assert moved(found, after + DAY, grace_minutes=1440) is WindowProblem.ALREADY_CLOSED


def test_an_open_wave_closes_now_and_still_takes_what_was_opened(
    make_wave: MakeWave, methodologist: StaffMember
) -> None:
    found, now = make_wave(), clock.now()
    with db.transaction() as session:
        reason = {"cs": "Sešlo se dost odpovědí."}
        operations.close_early(session, session.merge(found), reason, now, by=methodologist.id)
    with db.reading() as session:
        stored = session.get_one(Wave, found.id)
    assert stored.closes_at == now
    assert queries.wave_state(stored, now) is WaveState.GRACE


def test_a_wave_can_be_withdrawn_until_it_opens(
    make_wave: MakeWave, region: Region, methodologist: StaffMember
) -> None:
    found, why = make_wave(), {"cs": "Dotazník má chybu."}
    before, after = found.opens_at - SECOND, found.opens_at
    with pytest.raises(StepError), db.transaction() as session:
        operations.withdraw(session, session.merge(found), why, after, by=methodologist.id)
    with db.transaction() as session:
        operations.withdraw(session, session.merge(found), why, before, by=methodologist.id)
    with db.reading() as session:
        stored = session.get_one(Wave, found.id)
        assert queries.wave_state(stored, after) is WaveState.WITHDRAWN
        assert queries.open_waves(session, after, region.id) == []
    new = replace(window_of(stored), grace_minutes=5)
    with pytest.raises(StepError), db.transaction() as session:
        operations.change_window(session, session.merge(stored), new, after, by=None)
