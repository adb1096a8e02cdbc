"""Providers see their own services, in the right state and region only, and reply until the day is over."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import AuditEvent, IndexSnapshot, Provider, Region, StaffMember, Wave
from survey_app.models.index import REPLY_LENGTH
from survey_app.operations import replies, staff
from survey_app.queries import reference, snapshots
from survey_app.queries import replies as queries
from survey_app.vocabulary import Role, SnapshotState, SnapshotStepKind
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import add_person, add_region, enter, send

DAY = timedelta(days=1)
OWN, OTHER = "P1", "P2"


def estimate(value: float) -> dict[str, float]:
    return {"value": value, "low": value - 4, "high": value + 4}


def cell(code: str, value: float | None) -> dict[str, Any]:
    if value is None:
        return {"kind": "service", "code": code, "band": "hidden"}
    return {
        "kind": "service",
        "code": code,
        "band": "normal",
        "n": 61,
        "index": estimate(value),
        "survey": estimate(value),
        "voice": None,
        "voice_weight": 0.0,
        "overall": None,
    }


@pytest.fixture
def wave(catalogues: None, make_wave: MakeWave) -> Wave:
    """A closed wave of a town with services."""
    now = clock.now()
    return make_wave(opens_at=now - 9 * DAY, closes_at=now - DAY)


@pytest.fixture
def snapshot(wave: Wave) -> IndexSnapshot:
    """Figures that are open for replies: S01 of P1 shown, S02 of P1 and S04 of P2 hidden."""
    with db.transaction() as session:
        services = {each.service_code: each for each in reference.services(session, wave.region_id)}
        providers = {each.id: each.code for each in session.query(Provider)}
    owners = {code: providers[each.provider_id] for code, each in services.items()}
    assert (owners["S01"], owners["S02"], owners["S03"], owners["S04"]) == (OWN, OWN, OTHER, OTHER)
    values = {"S01": 71.25, "S02": None, "S03": 63.5, "S04": None, "S05": 45.5, "S06": 55.5}
    public = {"method": {"minimum_cell": 10}, "cells": [cell(code, value) for code, value in values.items()]}
    full = {"cells": [{**cell(code, value or 12.34), "n": 7} for code, value in values.items()]}
    with db.transaction() as session:
        found = IndexSnapshot(
            wave_id=wave.id,
            method_version="2",
            inputs_hash="0",
            document=full,
            public_document=public,
            state=SnapshotState.IN_REPLY,
            reply_until=clock.today() + 14 * DAY,
            computed_at=clock.now(),
        )
        session.add(found)
    return found


def provider_person(region: Region, code: str, email: str = "") -> StaffMember:
    """Somebody who speaks for a provider of the town."""
    person = add_person(email or f"{code}@testov.example".lower())
    with db.transaction() as session:
        member = session.merge(person)
        provider = reference.provider_by_code(session, region.id, code)
        staff.grant(session, member, Role.PROVIDER, session.merge(region), provider)
        session.flush()
        session.refresh(member)
    return member


def put(snapshot: IndexSnapshot, state: SnapshotState, until: date | None = None) -> None:
    with db.transaction() as session:
        found = session.get_one(IndexSnapshot, snapshot.id)
        found.state, found.reply_until = state, until
        if state in (SnapshotState.PUBLISHED, SnapshotState.SUPERSEDED):
            found.published_at = clock.now()


def page_of(snapshot: IndexSnapshot) -> str:
    return f"/en/urad/moje-sluzby/{snapshot.id}"


def texts(snapshot: IndexSnapshot) -> list[str]:
    with db.reading() as session:
        return [reply.text for reply in queries.replies_of(session, snapshot.id)]


def test_a_provider_sees_the_own_services_and_nothing_of_others(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot
) -> None:
    office = enter(client, provider_person(region, OWN))
    assert page_of(snapshot).removeprefix("/en") in office.get("/en/urad/moje-sluzby").text
    shown = office.get(page_of(snapshot)).text
    assert "Javorov Home Care" in shown
    assert "71.2" in shown
    assert "61 people rated it." in shown
    assert "Pod Lipami" in shown
    assert "Nothing is shown of this service." in shown
    assert "Lipka" not in shown
    for foreign in ("12.3", "63.5", "45.5", "55.5"):
        assert foreign not in shown
    assert "54.8" in shown  # the mean of the three others that are shown


@pytest.mark.parametrize(
    ("state", "days", "seen"),
    [
        (SnapshotState.DRAFT, None, False),
        (SnapshotState.CHECKED, None, False),
        (SnapshotState.IN_REPLY, None, False),
        (SnapshotState.IN_REPLY, 0, True),
        (SnapshotState.IN_REPLY, -1, True),
        (SnapshotState.APPROVED, 3, False),
        (SnapshotState.PUBLISHED, None, True),
        (SnapshotState.SUPERSEDED, None, True),
    ],
)
def test_what_is_not_open_for_replies_or_published_does_not_exist_for_providers(
    client: FlaskClient,
    region: Region,
    snapshot: IndexSnapshot,
    state: SnapshotState,
    days: int | None,
    seen: bool,
) -> None:
    office = enter(client, provider_person(region, OWN))
    put(snapshot, state, None if days is None else clock.today() + days * DAY)
    assert office.get(page_of(snapshot)).status_code == (200 if seen else 404)
    listed = page_of(snapshot).removeprefix("/en") in office.get("/en/urad/moje-sluzby").text
    assert listed is (seen and state is not SnapshotState.SUPERSEDED)
    is_open = state is SnapshotState.IN_REPLY and days == 0
    answer = send(office, "/urad/heslo", {"text": "Ours."}, to=page_of(snapshot))
    assert answer.status_code == (303 if is_open else 422 if seen else 404)
    assert texts(snapshot) == (["Ours."] if is_open else [])


def test_a_provider_of_another_region_or_without_services_in_it_finds_nothing(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot
) -> None:
    elsewhere = add_region("jinde")
    for person in (
        add_person("p@jinde.example", (Role.PROVIDER, elsewhere)),
        add_person("p@nowhere.example", (Role.PROVIDER, region)),
    ):
        office = enter(client, person)
        assert str(snapshot.id) not in office.get("/en/urad/moje-sluzby").text
        assert office.get(page_of(snapshot)).status_code == 404
        assert send(office, "/urad/heslo", {"text": "Mine."}, to=page_of(snapshot)).status_code == 404
        with db.reading() as session:
            found = session.get_one(IndexSnapshot, snapshot.id)
            with pytest.raises(replies.NotConcernedError):
                replies.write(session, found, "Mine.", clock.now(), by=person.id)
    assert texts(snapshot) == []


def test_a_provider_cannot_open_the_pages_of_the_office(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot
) -> None:
    office = enter(client, provider_person(region, OWN))
    for address in ("", f"/{snapshot.id}", f"/{snapshot.id}/vse", f"/{snapshot.id}/schvaleni"):
        assert office.get(f"/urad/vysledky{address}").status_code == 403


def test_a_reply_may_be_changed_is_one_and_each_change_is_written_down(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot
) -> None:
    office = enter(client, provider_person(region, OWN))
    for words in ("First.", "Second,\r\nin two lines."):
        assert send(office, page_of(snapshot), {"text": words}).status_code == 303
    assert texts(snapshot) == ["Second,\nin two lines."]
    assert "in two lines." in office.get(page_of(snapshot)).text
    with db.reading() as session:
        (reply,) = queries.replies_of(session, snapshot.id)
        assert reply.provider.code == OWN
        taken = [step.kind for step in snapshots.steps(session, snapshot.id)]
    assert taken == [SnapshotStepKind.REPLIED] * 2


def test_a_reply_may_be_withdrawn_after_a_question_that_keeps_what_is_typed(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot
) -> None:
    office = enter(client, provider_person(region, OWN))
    page = page_of(snapshot)
    button = "Withdraw the reply"
    assert button not in office.get(page).text
    assert send(office, page, {"text": "First."}).status_code == 303
    assert button in office.get(page).text
    typed = {"text": "Typed,\nnot saved <yet>."}
    asked = send(office, page, typed | {"do": "ask"})
    assert asked.status_code == 200
    assert "First." in asked.text
    assert "not saved &lt;yet&gt;." in asked.text
    back = send(office, page, typed | {"do": "keep"})
    assert "not saved &lt;yet&gt;.</textarea>" in back.text
    assert texts(snapshot) == ["First."]
    gone = send(office, page, typed, to=f"{page}/odvolani")
    assert (gone.status_code, gone.location) == (303, f"{page}?saved=withdrawn")
    assert "Your reply is withdrawn." in office.get(gone.location).text
    assert send(office, page, to=f"{page}/odvolani").status_code == 303  # again: nothing is left to do
    assert texts(snapshot) == []
    with db.reading() as session:
        taken = [step.kind for step in snapshots.steps(session, snapshot.id)]
        logged = [each.action for each in session.query(AuditEvent).filter_by(object_id=str(snapshot.id))]
        found = session.get_one(IndexSnapshot, snapshot.id)
        waiting = {each.code for each in queries.unanswered(session, found)}
    assert taken == [SnapshotStepKind.REPLIED, SnapshotStepKind.REPLY_WITHDRAWN]
    assert sorted(logged) == ["snapshot_replied", "snapshot_reply_withdrawn"]
    assert OWN in waiting


def test_no_reply_is_withdrawn_when_the_day_is_over_nor_by_others(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot
) -> None:
    office = enter(client, provider_person(region, OWN))
    page = page_of(snapshot)
    assert send(office, page, {"text": "Ours."}).status_code == 303
    other = enter(client, provider_person(region, OTHER))
    assert send(other, page, to=f"{page}/odvolani").status_code == 303
    assert texts(snapshot) == ["Ours."]
    office = enter(client, provider_person(region, OWN, "second@testov.example"))
    put(snapshot, SnapshotState.IN_REPLY, clock.today() - DAY)
    refused = send(office, "/urad/heslo", {"text": "Typed."}, to=f"{page}/odvolani")
    assert refused.status_code == 422
    assert "Typed.</textarea>" in refused.text
    put(snapshot, SnapshotState.APPROVED, clock.today() + DAY)
    assert send(office, "/urad/heslo", to=f"{page}/odvolani").status_code == 404
    assert texts(snapshot) == ["Ours."]


@pytest.mark.parametrize("words", ["", "   ", "á" * (REPLY_LENGTH + 1)])
def test_a_reply_that_is_empty_or_too_long_is_refused_at_its_field(
    client: FlaskClient, region: Region, snapshot: IndexSnapshot, words: str
) -> None:
    office = enter(client, provider_person(region, OWN))
    refused = send(office, page_of(snapshot), {"text": words})
    assert refused.status_code == 422
    assert 'href="#text"' in refused.text
    assert words.strip() in refused.text
    assert texts(snapshot) == []


def test_a_reply_is_printed_with_the_results_and_never_before(
    client: FlaskClient, region: Region, wave: Wave, snapshot: IndexSnapshot
) -> None:
    words = "We have hired <b>two</b> more people."
    office = enter(client, provider_person(region, OWN))
    assert send(office, page_of(snapshot), {"text": words}).status_code == 303
    for state in (SnapshotState.IN_REPLY, SnapshotState.APPROVED):
        put(snapshot, state, clock.today() + DAY)
        with db.reading() as session:
            assert queries.published_replies(session, snapshot.id) == ()
    put(snapshot, SnapshotState.PUBLISHED)
    with db.reading() as session:
        said = queries.published_replies(session, snapshot.id)
        assert [(each.provider.code, each.text) for each in said] == [(OWN, words)]
    with client.application.test_request_context("/en/vysledky"):
        partial = client.application.jinja_env.get_template("results/replies.html").render(replies=said)
    assert "&lt;b&gt;two&lt;/b&gt;" in partial
    assert "Javorovská péče" in partial
