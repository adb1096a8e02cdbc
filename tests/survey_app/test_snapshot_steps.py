"""The way of a snapshot to the public: every step in its order, by whom it may be taken, by nobody else."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Barrier, Thread
from typing import Any
from uuid import uuid4

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import AuditEvent, IndexSnapshot, Region, SocialService, StaffMember, Wave
from survey_app.operations import replies, snapshots, staff
from survey_app.operations.snapshots import NoReasonError, ReplyTimeError, StepError, UnreadWarningsError
from survey_app.queries import index, life, method_warnings, results
from survey_app.queries import snapshots as queries
from survey_app.queries.snapshots import Refusal
from survey_app.vocabulary import Role, SnapshotState, SnapshotStepKind, WaveState
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import add_person, enter, send
from tests.survey_app.publication import publish_snapshot

DAY = timedelta(days=1)
Take = Callable[..., None]


def document() -> dict[str, Any]:
    """A document of the first method with one shown, one weak and one hidden service."""
    bands = {"S01": "normal", "S02": "indicative", "S03": "hidden"}
    estimate = {"value": 71.0, "low": 66.0, "high": 76.0}
    cells = [
        {
            "kind": "service",
            "code": code,
            "band": band,
            "n": 40,
            "n_eff": 40.0,
            "index": estimate,
            "survey": estimate,
            "voice": None,
            "voice_weight": 0.0,
            "praise": 1,
            "complaint": 2,
            "overall": None,
            "hidden_because": "small" if band == "hidden" else None,
        }
        for code, band in bands.items()
    ]
    return {"method": {"minimum_cell": 10}, "cells": cells}


@pytest.fixture
def wave(catalogues: None, make_wave: MakeWave) -> Wave:
    """A closed wave."""
    now = clock.now()
    return make_wave(opens_at=now - 9 * DAY, closes_at=now - DAY)


def store(wave: Wave, computed_at: datetime | None = None) -> IndexSnapshot:
    with db.transaction() as session:
        snapshot = IndexSnapshot(
            wave_id=wave.id,
            method_version="1",
            inputs_hash=uuid4().hex,
            document=document(),
            public_document=document(),
            state=SnapshotState.DRAFT,
            computed_at=computed_at or clock.now(),
        )
        session.add(snapshot)
    return snapshot


@pytest.fixture
def draft(wave: Wave) -> IndexSnapshot:
    """What was just computed."""
    return store(wave)


@pytest.fixture
def coordinator(region: Region) -> StaffMember:
    """Who approves."""
    return add_person("k@testov.example", (Role.COORDINATOR, region))


def take(operation: Take, snapshot: IndexSnapshot, *arguments: Any, by: StaffMember, after: int = 0) -> None:
    """Take a step some days from now."""
    with db.transaction() as session:
        found = session.get_one(IndexSnapshot, snapshot.id)
        operation(session, found, *arguments, clock.now() + after * DAY, by=by.id)


def reasons(snapshot: IndexSnapshot) -> dict[str, str]:
    with db.reading() as session:
        found = session.get_one(IndexSnapshot, snapshot.id)
        return {each.code: "It is known." for each in method_warnings.of_snapshot(session, found)}


def check(snapshot: IndexSnapshot, by: StaffMember) -> None:
    take(snapshots.check, snapshot, reasons(snapshot), by=by)


def open_for_replies(snapshot: IndexSnapshot, by: StaffMember, days: int = 14) -> None:
    take(snapshots.open_for_replies, snapshot, clock.today() + days * DAY, by=by)


def refusal_of(operation: Take, snapshot: IndexSnapshot, *arguments: Any, **options: Any) -> Refusal:
    with pytest.raises(StepError) as refused:
        take(operation, snapshot, *arguments, **options)
    return refused.value.refusal


def state(snapshot: IndexSnapshot) -> SnapshotState:
    with db.reading() as session:
        return session.get_one(IndexSnapshot, snapshot.id).state


def kinds(snapshot: IndexSnapshot) -> list[SnapshotStepKind]:
    with db.reading() as session:
        return [step.kind for step in queries.steps(session, snapshot.id)]


def test_a_snapshot_walks_to_the_public_and_every_step_is_written_down(
    draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    check(draft, methodologist)
    open_for_replies(draft, methodologist)
    take(snapshots.approve, draft, by=coordinator, after=15)
    assert state(draft) is SnapshotState.APPROVED
    take(snapshots.publish, draft, by=methodologist)
    assert state(draft) is SnapshotState.PUBLISHED
    expected = ["checked", "opened_for_replies", "published", "approved"]  # the approval is 15 days from now
    assert kinds(draft) == expected
    with db.reading() as session:
        logged = {e.action for e in session.query(AuditEvent).filter_by(object_type="index_snapshot")}
        first = queries.steps(session, draft.id)[0]
    assert logged == {f"snapshot_{kind}" for kind in expected}
    assert [read["code"] for read in first.detail["warnings"]] == ["hidden_cells", "indicative_cells"]
    assert {read["reason"] for read in first.detail["warnings"]} == {"It is known."}


def test_no_step_can_be_skipped(
    draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    both = {"by": coordinator}, {"by": methodologist}
    for options in both:
        assert refusal_of(snapshots.approve, draft, **options) is Refusal.WRONG_STATE
        assert refusal_of(snapshots.publish, draft, **options) is Refusal.WRONG_STATE
    check(draft, methodologist)
    assert refusal_of(snapshots.check, draft, {}, by=methodologist) is Refusal.WRONG_STATE
    assert refusal_of(snapshots.approve, draft, by=coordinator) is Refusal.WRONG_STATE
    open_for_replies(draft, methodologist)
    assert refusal_of(snapshots.publish, draft, by=methodologist) is Refusal.WRONG_STATE
    assert state(draft) is SnapshotState.IN_REPLY


def test_steps_belong_to_roles_of_the_region(draft: IndexSnapshot, coordinator: StaffMember) -> None:
    with db.transaction() as session:
        elsewhere = Region(code="jinde", name="Jinde", languages=["cs"])
        session.add(elsewhere)
    stranger = add_person("m@jinde.example", (Role.METHODOLOGIST, elsewhere))
    for person in (coordinator, stranger):
        assert refusal_of(snapshots.check, draft, reasons(draft), by=person) is Refusal.NOT_YOUR_ROLE


def test_a_warning_without_a_reason_stops_the_check(draft: IndexSnapshot, methodologist: StaffMember) -> None:
    with pytest.raises(UnreadWarningsError) as refused:
        take(
            snapshots.check, draft, {"hidden_cells": "Small town.", "indicative_cells": " "}, by=methodologist
        )
    assert refused.value.codes == ("indicative_cells",)
    assert state(draft) is SnapshotState.DRAFT


def test_who_checked_does_not_approve_unless_there_is_nobody_else(
    draft: IndexSnapshot, region: Region, methodologist: StaffMember
) -> None:
    check(draft, methodologist)
    take(snapshots.leave_replies_out, draft, "Repeated figures.", by=methodologist)
    second = add_person("m2@testov.example", (Role.METHODOLOGIST, region))
    assert refusal_of(snapshots.approve, draft, by=methodologist) is Refusal.SAME_PERSON
    with db.transaction() as session:
        session.get_one(StaffMember, second.id).active = False
    take(snapshots.approve, draft, by=methodologist)
    with db.reading() as session:
        assert queries.steps(session, draft.id)[-1].detail == {"alone": True}


def test_nobody_approves_while_providers_may_reply(
    draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    check(draft, methodologist)
    open_for_replies(draft, methodologist, days=7)
    for after in (0, 7):  # the last day counts
        assert refusal_of(snapshots.approve, draft, by=coordinator, after=after) is Refusal.STILL_IN_REPLY
    take(snapshots.approve, draft, by=coordinator, after=8)


def test_when_all_providers_have_replied_nobody_waits_longer(
    draft: IndexSnapshot, region: Region, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    with db.transaction() as session:
        ours = session.query(SocialService).filter(SocialService.service_code.in_(("S01", "S02", "S03")))
        providers = list({service.provider for service in ours})
    check(draft, methodologist)
    open_for_replies(draft, methodologist)
    for number, provider in enumerate(providers):
        assert refusal_of(snapshots.approve, draft, by=coordinator) is Refusal.STILL_IN_REPLY
        take(replies.write, draft, "Noted.", by=speaker(region, provider, number))
    take(snapshots.approve, draft, by=coordinator)


def speaker(region: Region, provider: Any, number: int) -> StaffMember:
    person = add_person(f"p{number}@testov.example")
    with db.transaction() as session:
        staff.grant(session, session.merge(person), Role.PROVIDER, region, provider)
    return person


def test_the_time_for_replies_is_real_and_leaving_it_out_needs_words(
    draft: IndexSnapshot, methodologist: StaffMember
) -> None:
    check(draft, methodologist)
    for days in (-1, 0, 4, 91):
        with pytest.raises(ReplyTimeError):
            open_for_replies(draft, methodologist, days=days)
    with pytest.raises(NoReasonError):
        take(snapshots.leave_replies_out, draft, "  ", by=methodologist)
    assert state(draft) is SnapshotState.CHECKED


def test_what_is_given_back_is_a_draft_again_and_says_why(
    draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    assert refusal_of(snapshots.give_back, draft, "Why not.", by=coordinator) is Refusal.WRONG_STATE
    check(draft, methodologist)
    with pytest.raises(NoReasonError):
        take(snapshots.give_back, draft, "", by=coordinator)
    take(snapshots.give_back, draft, "A comment was decided wrongly.", by=coordinator)
    assert state(draft) is SnapshotState.DRAFT
    with db.reading() as session:
        assert queries.steps(session, draft.id)[-1].detail["reason"] == "A comment was decided wrongly."


def test_figures_computed_before_others_were_published_go_no_further(
    wave: Wave, draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    other = store(wave)
    for snapshot in (draft, other):
        check(snapshot, methodologist)
        take(snapshots.leave_replies_out, snapshot, "Twice.", by=methodologist)
        take(snapshots.approve, snapshot, by=coordinator)
    take(snapshots.publish, other, by=methodologist)
    assert refusal_of(snapshots.publish, draft, by=methodologist) is Refusal.OUTDATED
    take(snapshots.give_back, draft, "Compute anew.", by=methodologist)


def test_no_clock_decides_what_was_published_when_figures_were_computed(
    wave: Wave, methodologist: StaffMember
) -> None:
    first, ahead, behind = store(wave), store(wave, clock.now() + DAY), store(wave, clock.now() - DAY)
    with db.transaction() as session:
        session.get_one(IndexSnapshot, behind.id).published_before = [str(first.id)]
        publish_snapshot(session, session.get_one(IndexSnapshot, first.id), clock.now(), by=methodologist.id)
    assert refusal_of(snapshots.check, ahead, reasons(ahead), by=methodologist) is Refusal.OUTDATED
    check(behind, methodologist)


def test_two_people_at_once_pass_one_after_the_other(
    draft: IndexSnapshot, region: Region, methodologist: StaffMember
) -> None:
    second = add_person("m2@testov.example", (Role.METHODOLOGIST, region))
    start, said = Barrier(2), reasons(draft)
    outcomes: list[object] = []

    def press(person: StaffMember) -> None:
        start.wait()
        try:
            take(snapshots.check, draft, said, by=person)
        except StepError as error:
            outcomes.append(error.refusal)
        else:
            outcomes.append("taken")

    threads = [Thread(target=press, args=(person,)) for person in (methodologist, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["taken", "wrong_state"]
    assert kinds(draft) == [SnapshotStepKind.CHECKED]


def test_on_its_way_a_snapshot_is_nobodys_business_and_the_wave_is_in_processing(
    client: FlaskClient,
    wave: Wave,
    draft: IndexSnapshot,
    methodologist: StaffMember,
    coordinator: StaffMember,
) -> None:
    address = f"/vysledky/{wave.wave_code}/{draft.id}"

    def hidden() -> bool:
        with db.reading() as session:
            assert life.state(session, wave, clock.now()) is WaveState.PROCESSING
            return results.cited_snapshot(session, wave.wave_code, draft.id) is None

    assert hidden()
    for step, person in ((check, methodologist), (open_for_replies, methodologist)):
        step(draft, person)
        assert hidden()
        assert client.get(address).status_code == 404
    take(snapshots.approve, draft, by=coordinator, after=15)
    assert hidden()
    assert client.get(address).status_code == 404


def test_the_page_says_where_it_stands_what_is_next_and_who_may_do_it(
    client: FlaskClient, draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    page = f"/en/urad/vysledky/{draft.id}"
    office = enter(client, methodologist)
    assert f"Who may do it: {methodologist.name}." in office.get(page).text
    shown = office.get(f"{page}/kontrola").text
    assert "1 cell is hidden." in shown
    refused = send(office, f"{page}/kontrola", {"reason_hidden_cells": "Small town."})
    assert refused.status_code == 422
    assert "Small town." in refused.text
    assert 'href="#reason_indicative_cells"' in refused.text
    said = {"reason_hidden_cells": "Small town.", "reason_indicative_cells": "Marked as a hint."}
    assert send(office, f"{page}/kontrola", said).status_code == 303
    assert send(office, f"{page}/vyjadreni", {"reply_until": "tomorrow"}).status_code == 422
    assert send(office, f"{page}/vyjadreni").status_code == 422
    until = (clock.today() + 14 * DAY).isoformat()
    assert send(office, f"{page}/vyjadreni", {"reply_until": until}).status_code == 303
    shown = office.get(page).text
    assert "Small town." in shown
    assert "Who may do it: k." in shown
    assert "Providers may still reply." in office.get(f"{page}/schvaleni").text
    assert send(office, "/urad/heslo", to=f"{page}/zverejneni").status_code == 422
    assert state(draft) is SnapshotState.IN_REPLY
    desk = enter(client, coordinator)
    assert send(desk, "/urad/heslo", to=f"{page}/schvaleni").status_code == 422
    assert send(desk, f"{page}/vraceni", {"reason": "Recount."}).status_code == 303
    assert "Recount." in desk.get(page).text


def test_who_may_approve_reads_it_in_the_list(
    client: FlaskClient, draft: IndexSnapshot, methodologist: StaffMember, coordinator: StaffMember
) -> None:
    check(draft, methodologist)
    take(snapshots.leave_replies_out, draft, "Repeated.", by=methodologist)
    words = "Waiting for your approval"
    assert words in enter(client, coordinator).get("/en/urad/vysledky").text
    assert words not in enter(client, methodologist).get("/en/urad/vysledky").text


def test_everything_is_shown_of_a_document_of_the_first_method(
    client: FlaskClient, draft: IndexSnapshot, coordinator: StaffMember
) -> None:
    shown = enter(client, coordinator).get(f"/en/urad/vysledky/{draft.id}/vse")
    assert shown.status_code == 200
    assert "every answer counts the same" in shown.text
    assert "only a hint" in shown.text


def test_the_newest_are_listed_first(wave: Wave, draft: IndexSnapshot) -> None:
    older = store(wave, clock.now() - DAY)
    with db.reading() as session:
        assert [each.id for each in index.snapshots_of(session, wave.id)] == [draft.id, older.id]
