"""The commands for administrators: what they do, and the sentence when they refuse."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from click.testing import Result
from flask import Flask

from survey_app import db, passwords
from survey_app.models import AuditEvent, Provider, Region, StaffMember
from survey_app.queries import staff
from survey_app.vocabulary import Role

Run = Callable[..., Result]

ADD = ("staff", "add", "jana@testov.example", "--name", "Jana Nová", "--role", "coordinator")
NEW = "pět zelených ponorek"


@pytest.fixture
def run(app: Flask) -> Run:
    def invoke(*args: str, typed: str = "") -> Result:
        return app.test_cli_runner().invoke(args=args, input=typed)

    return invoke


def jana() -> StaffMember | None:
    with db.reading() as session:
        return staff.member_by_email(session, "jana@testov.example")


def test_an_account_is_added_with_a_typed_password(run: Run, region: Region) -> None:
    result = run(*ADD, "--region", "testov", typed=f"{NEW}\n{NEW}\n")
    assert result.exit_code == 0, result.output
    member = jana()
    assert member is not None
    assert passwords.matches(member.password_hash, NEW)
    assert [(held.role, held.region.code) for held in member.assignments] == [(Role.COORDINATOR, "testov")]
    assert NEW not in result.output


def test_a_generated_password_is_shown_once_and_fits(run: Run, region: Region) -> None:
    result = run(*ADD, "--region", "testov", "--generate")
    shown = result.output.split("Password, shown only now: ")[1].strip()
    member = jana()
    assert member is not None
    assert passwords.matches(member.password_hash, shown)


def test_every_change_by_command_is_in_the_log_without_a_person(run: Run, region: Region) -> None:
    run(*ADD, "--region", "testov", "--generate")
    run("staff", "grant", "jana@testov.example", "--role", "clerk", "--region", "testov")
    run("staff", "revoke", "jana@testov.example", "--role", "clerk", "--region", "testov")
    run("staff", "set-password", "jana@testov.example", "--generate")
    run("staff", "deactivate", "jana@testov.example")
    run("staff", "activate", "jana@testov.example")
    with db.reading() as session:
        events = session.scalars(sa.select(AuditEvent).order_by(AuditEvent.happened_at)).all()
    assert [event.action for event in events] == [
        "staff_added",
        "role_granted",
        "role_granted",
        "role_revoked",
        "password_set",
        "staff_deactivated",
        "staff_activated",
    ]
    assert all(event.staff_member_id is None for event in events)
    assert all("password" not in str(event.detail) for event in events)


def test_a_provider_is_tied_to_the_organisation(run: Run, region: Region) -> None:
    with db.transaction() as session:
        session.add(Provider(region_id=region.id, code="lipka", name="Lipka"))
    add = ("staff", "add", "p@lipka.example", "--name", "P", "--role", "provider", "--region", "testov")
    refused = run(*add, "--generate")
    assert refused.exit_code == 1
    assert "The role provider needs a provider" in refused.output
    assert run(*add, "--provider", "lipka", "--generate").exit_code == 0


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        ((*ADD, "--region", "jinde"), "There is no region jinde (known regions: testov)."),
        (("staff", "deactivate", "x@y.example"), "There is no account with the e-mail x@y.example."),
        (("staff", "set-password", "x@y.example"), "There is no account with the e-mail x@y.example."),
        (("region", "add", "testov", "--name", "T"), "There already is a region testov."),
    ],
)
def test_a_refusal_is_one_sentence_and_exit_status_one(
    run: Run, region: Region, command: tuple[str, ...], sentence: str
) -> None:
    result = run(*command)
    assert result.exit_code == 1
    assert result.output == f"Error: {sentence}\n"


def test_an_account_is_added_once_and_a_role_given_once(run: Run, region: Region) -> None:
    run(*ADD, "--region", "testov", "--generate")
    again = run(*ADD, "--region", "testov", "--generate")
    assert "There already is an account with the e-mail jana@testov.example." in again.output
    role = ("--role", "coordinator", "--region", "testov")
    assert "already is coordinator in testov" in run("staff", "grant", "jana@testov.example", *role).output
    assert run("staff", "revoke", "jana@testov.example", *role).exit_code == 0
    assert "is not coordinator in testov" in run("staff", "revoke", "jana@testov.example", *role).output


def test_a_weak_password_is_refused(run: Run, region: Region) -> None:
    result = run(*ADD, "--region", "testov", typed="heslo\nheslo\n")
    assert result.exit_code == 1
    assert "The password must have at least 12 characters." in result.output
    assert jana() is None


def test_the_list_shows_who_may_do_what(run: Run, region: Region) -> None:
    run(*ADD, "--region", "testov", "--generate")
    run("staff", "deactivate", "jana@testov.example")
    output = run("staff", "list").output
    assert output == "jana@testov.example\tJana Nová\tclosed\tcoordinator@testov\n"


def test_a_region_is_added_and_listed(run: Run, database: db.Database) -> None:
    added = run("region", "add", "javorov", "--name", "Javorov", "--language", "cs", "--language", "uk")
    assert added.exit_code == 0, added.output
    assert run("region", "list").output == "javorov\tJavorov\tcs, uk\n"
    assert run("region", "add", "Špatný Kód", "--name", "X").exit_code == 2


def test_the_database_is_upgraded_and_says_its_schema(run: Run) -> None:
    result = run("database", "upgrade")
    assert result.exit_code == 0, result.output
    assert "The database has the schema" in result.output


def test_a_database_without_tables_is_explained(run: Run, database: db.Database) -> None:
    with database.transaction() as session:
        session.execute(sa.text("ALTER TABLE staff_member RENAME TO elsewhere"))
    result = run("staff", "list")
    assert result.exit_code == 1
    assert "run `flask --app wsgi database upgrade`" in result.output
