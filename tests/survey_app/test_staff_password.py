"""Changing the own password."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import passwords
from survey_app.models import Region, StaffMember
from survey_app.passwords import Weakness
from survey_app.vocabulary import Role
from tests.survey_app.office import PASSWORD, add_person, enter, send

FORM = "/en/urad/heslo"
NEW = "pět zelených ponorek v Javorově"


@pytest.fixture
def jana(region: Region) -> StaffMember:
    return add_person("jana@testov.example", (Role.COORDINATOR, region), name="Jana Nová")


def change(client: FlaskClient, current: str = PASSWORD, new: str = NEW, again: str = NEW) -> TestResponse:
    return send(client, FORM, {"current": current, "new": new, "again": again})


def test_it_ends_every_other_session_and_keeps_this_one(app: Flask, jana: StaffMember) -> None:
    here, elsewhere = enter(app.test_client(), jana), enter(app.test_client(), jana)
    assert change(here).location == "/en/urad/heslo?changed=1"
    assert "Your password is changed." in here.get("/en/urad/heslo?changed=1").text
    assert elsewhere.get(FORM).status_code == 303


def test_afterwards_only_the_new_password_opens(app: Flask, jana: StaffMember) -> None:
    change(enter(app.test_client(), jana))
    for password, status in ((PASSWORD, 422), (NEW, 303)):
        answer = send(app.test_client(), "/urad/prihlaseni", {"email": jana.email, "password": password})
        assert answer.status_code == status


def test_a_wrong_present_password_changes_nothing(client: FlaskClient, jana: StaffMember) -> None:
    answer = change(enter(client, jana), current="wrong")
    assert answer.status_code == 422
    assert "This is not your present password." in answer.text


def test_the_present_password_cannot_be_guessed_for_long(client: FlaskClient, jana: StaffMember) -> None:
    enter(client, jana)
    assert [change(client, current="wrong").status_code for _ in range(6)] == [422] * 5 + [429]


@pytest.mark.parametrize(
    ("new", "again", "sentence"),
    [
        ("krátké", "krátké", "Use at least 12 characters."),
        ("jana nová jana", "jana nová jana", "This is too easy to guess."),
        (NEW, NEW + "?", "The two new passwords differ."),
    ],
)
def test_a_weak_or_mistyped_password_is_refused_with_a_sentence(
    client: FlaskClient, jana: StaffMember, new: str, again: str, sentence: str
) -> None:
    answer = change(enter(client, jana), new=new, again=again)
    assert answer.status_code == 422
    assert sentence in answer.text


def test_a_generated_password_is_strong_and_never_the_same() -> None:
    first, second = passwords.generate(), passwords.generate()
    assert first != second
    assert passwords.weakness(first, "jana@testov.example", "Jana") is None


def test_a_password_longer_than_two_hundred_characters_is_refused() -> None:
    assert passwords.weakness("ab cd ef gh " * 20) is Weakness.TOO_LONG
