"""Signing in: who gets in, who has to wait, and what ends a session."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.blueprints.staff.unsent import is_own_address
from survey_app.models import Region, SignInFailure, StaffMember
from survey_app.operations import sign_in, staff
from survey_app.vocabulary import Role
from tests.survey_app.office import PASSWORD, add_person, enter, send

FORM = "/en/urad/prihlaseni"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
KEY = "key of the test"


@pytest.fixture
def jana(region: Region) -> StaffMember:
    return add_person("jana@testov.example", (Role.COORDINATOR, region), name="Jana")


def signed_in(client: FlaskClient) -> bool:
    return client.get("/urad/").status_code == 200


def failures() -> list[SignInFailure]:
    with db.reading() as session:
        return list(session.scalars(sa.select(SignInFailure)))


def fail(email: str, address: str, now: datetime) -> timedelta | None:
    with db.transaction() as session:
        return sign_in.begin_attempt(session, sign_in.attempt_of(email, address, KEY), email, now)


def test_the_right_password_opens_the_page_that_was_asked_for(client: FlaskClient, jana: StaffMember) -> None:
    asked = client.get("/en/urad/podnety?state=waiting")
    assert asked.status_code == 303
    answer = send(client, asked.location, {"email": " JANA@testov.example", "password": PASSWORD})
    assert (answer.status_code, answer.location) == (303, "/en/urad/podnety?state=waiting")
    assert signed_in(client)


@pytest.mark.parametrize(
    ("email", "password"),
    [("jana@testov.example", "not the password"), ("nobody@testov.example", PASSWORD)],
)
def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(
    client: FlaskClient, jana: StaffMember, email: str, password: str
) -> None:
    answer = send(client, FORM, {"email": email, "password": password})
    assert answer.status_code == 422
    assert "The e-mail or the password is not right." in answer.text
    assert f'value="{email}"' in answer.text
    assert password not in answer.text
    assert not signed_in(client)


def test_a_closed_account_cannot_sign_in(client: FlaskClient, jana: StaffMember) -> None:
    with db.transaction() as session:
        staff.deactivate(session, session.get_one(StaffMember, jana.id))
    assert send(client, FORM, {"email": jana.email, "password": PASSWORD}).status_code == 422


def test_signing_in_throws_away_what_the_session_held_before(client: FlaskClient, jana: StaffMember) -> None:
    with client.session_transaction() as session:
        session["planted"] = "by a stranger"
    before = client.get(FORM)
    send(client, FORM, {"email": jana.email, "password": PASSWORD})
    with client.session_transaction() as session:
        assert "planted" not in session
        assert session["staff_id"] == str(jana.id)
    assert before.status_code == 200


def test_signing_out_needs_a_post_and_ends_the_session(client: FlaskClient, jana: StaffMember) -> None:
    enter(client, jana)
    assert client.get("/urad/odhlaseni").status_code == 405
    assert send(client, "/urad/", to="/urad/odhlaseni").status_code == 303
    assert not signed_in(client)


def test_an_old_hash_is_renewed_at_sign_in(client: FlaskClient, jana: StaffMember) -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    with db.transaction() as session:
        session.get_one(StaffMember, jana.id).password_hash = old
    send(client, FORM, {"email": jana.email, "password": PASSWORD})
    with db.reading() as session:
        renewed = session.get_one(StaffMember, jana.id).password_hash
    assert renewed != old
    assert "m=65536" in renewed
    assert signed_in(client)


def test_whatever_changes_what_a_person_may_do_ends_the_sessions(
    client: FlaskClient, jana: StaffMember, region: Region
) -> None:
    changes = [
        lambda session, member: staff.grant(session, member, Role.CLERK, region),
        lambda session, member: staff.revoke(session, member, Role.CLERK, region),
        lambda session, member: staff.set_password(session, member, member.password_hash),
        staff.deactivate,
    ]
    for change in changes:
        with db.reading() as session:
            enter(client, session.get_one(StaffMember, jana.id))
        assert signed_in(client)
        with db.transaction() as session:
            change(session, session.get_one(StaffMember, jana.id))
        assert not signed_in(client)


def test_the_sixth_attempt_waits_and_says_how_long(client: FlaskClient, jana: StaffMember) -> None:
    for _ in range(sign_in.PAIR.free):
        assert send(client, FORM, {"email": jana.email, "password": "wrong"}).status_code == 422
    refused = send(client, FORM, {"email": jana.email, "password": PASSWORD})
    assert refused.status_code == 429
    assert "Too many attempts. Try again in" in refused.text
    assert 0 < int(refused.headers["Retry-After"]) <= 30
    assert not signed_in(client)


def test_a_colleague_behind_the_same_address_is_not_slowed_down(
    client: FlaskClient, app: Flask, jana: StaffMember, region: Region
) -> None:
    petr = add_person("petr@testov.example", (Role.CLERK, region))
    for _ in range(sign_in.PAIR.free + 1):
        send(client, FORM, {"email": jana.email, "password": "wrong"})
    colleague = app.test_client()
    send(colleague, FORM, {"email": petr.email, "password": PASSWORD})
    assert signed_in(colleague)


def test_thirty_colleagues_who_each_mistype_four_times_all_get_in(database: db.Database) -> None:
    for person in range(30):
        for typo in range(5):
            assert fail(f"{person}@x.example", "192.0.2.1", NOON + timedelta(seconds=typo)) is None


def test_the_wait_doubles_up_to_a_quarter_of_an_hour_and_ends_by_itself(database: db.Database) -> None:
    now, waits = NOON, []
    for _ in range(16):
        wait = fail("a@x.example", "192.0.2.1", now)
        if wait is not None:
            waits.append(round(wait.total_seconds()))
            now += wait
            assert fail("a@x.example", "192.0.2.1", now) is None
    assert waits[:6] == [30, 60, 120, 240, 480, 900]


def test_a_waiting_attempt_does_not_make_the_wait_longer(database: db.Database) -> None:
    for _ in range(5):
        fail("a@x.example", "192.0.2.1", NOON)
    for second in range(29):
        fail("a@x.example", "192.0.2.1", NOON + timedelta(seconds=second))
    assert fail("a@x.example", "192.0.2.1", NOON + timedelta(seconds=30)) is None


def test_an_account_attacked_from_many_addresses_slows_down_for_a_minute_at_most(
    database: db.Database,
) -> None:
    for number in range(60):
        fail("a@x.example", f"192.0.2.{number}", NOON + timedelta(seconds=number * 60))
    wait = fail("a@x.example", "198.51.100.1", NOON + timedelta(minutes=59, seconds=1))
    assert wait is not None
    assert wait <= timedelta(minutes=1)


def test_an_address_that_tries_hundreds_of_accounts_slows_down(database: db.Database) -> None:
    waits = [fail(f"{number}@x.example", "192.0.2.1", NOON) for number in range(301)]
    assert waits[299] is None
    assert waits[300] is not None


def test_a_network_of_ipv6_is_one_address() -> None:
    one, other = (sign_in.attempt_of("a@x.example", f"2001:db8:1:2::{end}", KEY) for end in ("1", "ffff"))
    assert one == other
    assert one != sign_in.attempt_of("a@x.example", "2001:db8:1:3::1", KEY)


def test_neither_account_nor_address_can_be_read_from_the_table(database: db.Database) -> None:
    fail("a@x.example", "192.0.2.1", NOON)
    (row,) = failures()
    assert "a@x" not in row.account_hash + row.address_hash
    assert row.account_hash != sign_in.attempt_of("a@x.example", "192.0.2.1", "another key").account_hash


def test_failures_are_forgotten_after_an_hour_and_at_success(client: FlaskClient, jana: StaffMember) -> None:
    fail("a@x.example", "192.0.2.1", clock.now() - timedelta(minutes=61))
    send(client, FORM, {"email": jana.email, "password": "wrong"})
    assert len(failures()) == 1
    send(client, FORM, {"email": jana.email, "password": PASSWORD})
    assert failures() == []


@pytest.mark.parametrize("address", ["/urad/podnety", "/en/urad/?a=1", "/"])
def test_a_path_of_this_site_is_gone_to(address: str) -> None:
    assert is_own_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
    ],
)
def test_another_site_is_never_gone_to(address: str) -> None:
    assert not is_own_address(address)


def test_a_foreign_next_leads_to_the_first_page(client: FlaskClient, jana: StaffMember) -> None:
    answer = send(client, f"{FORM}?next=//evil.example", {"email": jana.email, "password": PASSWORD})
    assert answer.location == "/en/urad"
