"""What was sent after the session had ended is not lost at the sign-in, and nobody else can have it sent."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app.models import Comment, Region, StaffMember
from survey_app.vocabulary import Role
from tests.survey_app.office import PASSWORD, add_comment, add_person, enter, token_in
from tests.survey_app.reading import steps

FORM = "/en/urad/prihlaseni"
NOTE = "\nZavolat zítra & „hned“ <b>"
DECIDED = {
    "based_on": "0",
    "verdict": "relevant",
    "target_groups": ["seniors", "families"],
    "kind": "complaint",
    "note": NOTE,
}
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}

pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.fixture
def jana(region: Region) -> StaffMember:
    return add_person("jana@testov.example", (Role.COORDINATOR, region), name="Jana")


@pytest.fixture
def comment(region: Region) -> Comment:
    return add_comment(region, "Obědy jsou studené.")


def page_of(comment: Comment) -> str:
    return f"/en/urad/podnety/{comment.id}?service=testov:S01"


def hidden(page: TestResponse) -> dict[str, list[str]]:
    """Return the hidden fields of the form in a page, as a browser reads them."""
    form = page.text.partition("<main")[2].partition("<form")[2].partition("</form>")[0]
    inputs = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    areas = re.findall(r'<textarea hidden name="([^"]+)">\n?([^<]*)</textarea>', form)
    found: dict[str, list[str]] = {}
    for name, value in [*inputs, *areas]:
        found.setdefault(unescape(name), []).append(unescape(value))
    return found


def signed_in_with(client: FlaskClient, page: TestResponse, password: str = PASSWORD) -> TestResponse:
    """Fill in the page of signing in that came instead of an answer."""
    return client.post(FORM, data={**hidden(page), "email": "jana@testov.example", "password": password})


def test_a_note_sent_after_the_session_had_ended_is_saved_after_signing_in(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    kept = client.post(page_of(comment), data=DECIDED, headers=FROM_HERE)
    assert kept.status_code == 401
    assert "What you wrote is kept" in kept.text
    wrong = signed_in_with(client, kept, "not the password")
    assert wrong.status_code == 422
    page = signed_in_with(client, wrong)
    assert page.status_code == 200
    assert "signed in again as Jana" in page.text
    assert "Zavolat zítra" in page.text.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert steps(comment) == []  # nothing without the person
    (address,) = re.findall(r'<form method="post" action="([^"]+)"', page.text.partition("<main")[2])
    assert unescape(address) == page_of(comment)
    assert client.post(unescape(address), data=hidden(page)).status_code == 303
    (step,) = steps(comment)
    assert (step.note, step.target_groups, step.decided_by_id) == (
        NOTE.strip(),
        ["seniors", "families"],
        jana.id,
    )


def test_who_has_signed_in_in_another_window_meanwhile_loses_nothing(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    kept = client.post(page_of(comment), data=DECIDED, headers=FROM_HERE)
    enter(client, jana)
    assert "Zavolat zítra" in signed_in_with(client, kept).text


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "https://localhost"},
    ],
)
def test_what_another_site_sends_is_not_carried(
    client: FlaskClient, comment: Comment, headers: dict[str, str]
) -> None:
    answer = client.post(page_of(comment), data=DECIDED, headers=headers)
    assert answer.status_code == 303
    assert "Zavolat" not in answer.text


def test_a_browser_that_tells_only_the_origin_is_understood(client: FlaskClient, comment: Comment) -> None:
    answer = client.post(page_of(comment), data=DECIDED, headers={"Origin": "http://localhost"})
    assert answer.status_code == 401


def test_what_is_carried_needs_the_token_of_the_page_and_an_address_of_this_service(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    forged = {"unsent": "note=x", "unsent_to": page_of(comment), "email": jana.email, "password": PASSWORD}
    assert client.post(FORM, data=forged).status_code == 400
    token = token_in(client.get(FORM))
    for address in ("https://evil.example/", "//evil.example", "javascript:alert(1)"):
        answer = client.post(FORM, data={**forged, "unsent_to": address, "csrf_token": token})
        assert "evil" not in answer.text
        with client.session_transaction() as session:
            session.clear()
        token = token_in(client.get(FORM))


@pytest.mark.parametrize("path", ["/en/urad/heslo", "/en/urad/odhlaseni"])
def test_passwords_are_never_carried(client: FlaskClient, path: str) -> None:
    sent = {"current": PASSWORD, "new": "nové heslo", "again": "nové heslo"}
    answer = client.post(path, data=sent, headers=FROM_HERE)
    assert answer.status_code == 303
    assert PASSWORD not in answer.text


def test_a_form_with_nothing_typed_leads_to_the_sign_in_as_before(
    client: FlaskClient, comment: Comment
) -> None:
    leave = page_of(comment).replace("?", "/pustit?")
    assert client.post(leave, data={"csrf_token": "x"}, headers=FROM_HERE).status_code == 303
