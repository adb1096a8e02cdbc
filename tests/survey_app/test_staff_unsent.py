"""What was sent after the session had ended is not lost at the sign-in, and nobody else can have it sent."""

import re
from html import unescape
from secrets import token_urlsafe
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import db
from survey_app.blueprints.designer.case_forms import FORMS
from survey_app.blueprints.designer.field_names import IN_LANGUAGES
from survey_app.blueprints.staff import unsent
from survey_app.config import PROJECT_ROOT
from survey_app.models import Comment, Region, StaffMember
from survey_app.operations import staff
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


def target(page: TestResponse) -> str:
    """Return where the form in a page is sent to."""
    (address,) = re.findall(r'<form method="post"[^>]* action="([^"]+)"', page.text.partition("<main")[2])
    return unescape(address)


def signed_in_with(
    client: FlaskClient, page: TestResponse, password: str = PASSWORD, email: str = "jana@testov.example"
) -> TestResponse:
    """Fill in the page of signing in that came instead of an answer."""
    sent = {**hidden(page), "email": email, "password": password}
    return client.post(target(page), data=sent, headers=FROM_HERE)


def end_sessions_of(member: StaffMember) -> None:
    """End the sessions of a person, as an administrator does; the browser knows nothing of it."""
    with db.transaction() as session:
        staff.end_sessions(session, member.id)


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
    assert "Send it now as Jana" in page.text
    assert "Zavolat zítra" in page.text.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert steps(comment) == []  # nothing without the person
    assert target(page) == page_of(comment)
    assert client.post(target(page), data=hidden(page)).status_code == 303
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


def test_only_what_this_service_has_sealed_is_carried(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    sealed = hidden(client.post(page_of(comment), data=DECIDED, headers=FROM_HERE))["unsent"][0]
    signs_in = {"email": jana.email, "password": PASSWORD}
    for forged in ("note=x", "x" + sealed, sealed[:-1]):
        token = token_in(client.get(FORM))
        answer = client.post(FORM, data={**signs_in, "unsent": forged, "csrf_token": token})
        assert answer.status_code == 303
        client.delete_cookie("ohlas")


def test_another_site_cannot_have_anything_shown_that_is_carried(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    sealed = hidden(client.post(page_of(comment), data=DECIDED, headers=FROM_HERE))["unsent"][0]
    for signed_in in (False, True):
        if signed_in:
            enter(client, jana)
        answer = client.post(FORM, data={"unsent": sealed}, headers={"Sec-Fetch-Site": "cross-site"})
        assert answer.status_code == 400
        assert sealed not in answer.text
        assert "Zavolat" not in answer.text


def test_the_page_that_asks_can_be_loaded_again(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    kept = client.post(page_of(comment), data=DECIDED, headers=FROM_HERE)
    assert "Zavolat" in signed_in_with(client, kept).text
    again = signed_in_with(client, kept)
    assert again.status_code == 200
    assert client.post(target(again), data=hidden(again)).status_code == 303
    assert len(steps(comment)) == 1


def test_a_sign_in_with_the_token_of_an_older_session_is_asked_for_anew_with_the_words(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    kept = client.post(page_of(comment), data=DECIDED, headers=FROM_HERE)
    client.delete_cookie("ohlas")
    anew = signed_in_with(client, kept)
    assert anew.status_code == 401
    assert "Zavolat" in signed_in_with(client, anew).text


def test_what_one_person_typed_is_neither_shown_nor_offered_to_another(
    client: FlaskClient, region: Region, jana: StaffMember, comment: Comment
) -> None:
    petr = add_person("petr@testov.example", (Role.COORDINATOR, region), name="Petr")
    enter(client, jana)
    end_sessions_of(jana)
    kept = client.post(page_of(comment), data=DECIDED, headers=FROM_HERE)
    assert kept.status_code == 401
    shown = signed_in_with(client, kept, email=petr.email)
    assert "belongs to another account" in shown.text
    assert "Zavolat" not in shown.text
    assert "Send it now" not in shown.text
    client.delete_cookie("ohlas")
    anew = client.post(page_of(comment), data=DECIDED, headers=FROM_HERE)  # nobody knows whose it is
    assert "Send it now as Petr" in signed_in_with(client, anew, email=petr.email).text


def test_the_person_whose_session_has_ended_gets_the_own_words_back_and_the_way_to_their_page(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    enter(client, jana)
    end_sessions_of(jana)
    came = {**FROM_HERE, "Referer": f"http://localhost{page_of(comment)}#note"}
    page = signed_in_with(client, client.post(page_of(comment), data=DECIDED, headers=came))
    assert "Zavolat" in page.text
    assert f'href="{page_of(comment)}">Open the page where it was written' in unescape(page.text)


@pytest.mark.parametrize("typed", ["duplikat", "ok", "12", "a:b=c"])
def test_a_note_is_shown_whatever_it_looks_like_and_choices_are_not(
    client: FlaskClient, jana: StaffMember, comment: Comment, typed: str
) -> None:
    sent = {**DECIDED, "note": typed, "reason": "not_social"}
    page = signed_in_with(client, client.post(page_of(comment), data=sent, headers=FROM_HERE))
    assert re.findall(r"<blockquote[^>]*>([^<]*)</blockquote>", page.text) == [typed]


ACTS = [
    ("/en/urad/vlny/x/zkouska", {"action": "delete"}),
    ("/en/urad/dotazniky/banka/00000000-0000-0000-0000-000000000000", {"do": "remove", "code": "vek"}),
    ("/en/urad/kodovani/koder/1/nasazeni", {"note": " ", "sure": "y", "instead_of": "0"}),
    ("/en/urad/vlny/x/stazeni", {"reason_cs": "", "reason_uk": ""}),
    ("/en/urad/podnety/00000000-0000-0000-0000-000000000000", {"verdict": "irrelevant", "reason": "vulgar"}),
]


@pytest.mark.parametrize(("path", "sent"), ACTS)
def test_an_act_without_words_is_not_carried_and_leads_back_to_its_page(
    client: FlaskClient, path: str, sent: dict[str, str]
) -> None:
    came = {**FROM_HERE, "Referer": f"http://localhost{path}?x=1"}
    answer = client.post(path, data=sent, headers=came)
    assert answer.status_code == 303
    assert parse_qs(urlsplit(answer.location).query)["next"] == [f"{path}?x=1"]
    strange = {**FROM_HERE, "Referer": f"https://evil.example{path}"}
    assert "next" not in client.post(path, data=sent, headers=strange).location


def test_what_is_too_long_to_be_carried_is_shown_at_once_to_be_copied(
    client: FlaskClient, jana: StaffMember, comment: Comment
) -> None:
    for length, fits in (
        (900_000, True),
        (998_000, False),
    ):  # of 1,000,000; packing does not help
        note = token_urlsafe(length)[:length]
        kept = client.post(page_of(comment), data={**DECIDED, "note": note}, headers=FROM_HERE)
        assert ("unsent" in hidden(kept)) == fits
        assert ("too long to be kept" in kept.text) != fits
        assert (note in kept.text) != fits
        assert signed_in_with(client, kept).status_code == (200 if fits else 303)
        client.delete_cookie("ohlas")


def test_every_long_text_that_staff_write_is_known_as_words() -> None:
    forms = [
        path.read_text()
        for path in (PROJECT_ROOT / "survey_app" / "blueprints").glob("*/*.py")
        if path.parent.name not in ("answering", "results")
    ]
    long = {name for form in forms for name in re.findall(r"(\w+) = TextAreaField\(", form)}
    assert len(long) > 3
    dotted = {f"rows.0.{part}.cs" for part in [*IN_LANGUAGES, *FORMS]}
    names = long | dotted | {"reason_few", "options.pasted", "t.item/q1", "lines.item/q1/option"}
    for name in names:
        assert unsent.Unsent([(name, "slovo")], "/", "", "").words == ["slovo"], name
    assert unsent.Unsent([("lines.item/q1/option.was", "a b")], "/", "", "").words == []


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
