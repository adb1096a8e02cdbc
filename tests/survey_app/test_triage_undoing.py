"""Undo takes back the last thing done, whatever it was, and gives back what the person had decided."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from survey_app import clock, db
from survey_app.models import Comment, Region, StaffMember, TriageSkip
from survey_app.operations import second_looks
from tests.survey_app.office import add_comment, classify, enter, send, token_in
from tests.survey_app.reading import add_for_two, every_look, looks, read_blind, speak, steps

QUEUE = "/en/urad/podnety"
HERE_AGAIN = "What was chosen and written is here again."
DECIDED: dict[str, Any] = {
    "based_on": 0,
    "verdict": "relevant",
    "target_groups": ["families", "disability"],
    "kind": "praise",
    "note": "Zavolat\nznovu",
}

pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.fixture
def at_work(client: FlaskClient, jana: StaffMember) -> FlaskClient:
    return enter(client, jana)


def page_of(comment: Comment) -> str:
    return f"{QUEUE}/{comment.id}"


def undo_first(client: FlaskClient, page: TestResponse) -> TestResponse:
    """Press the first button that undoes in the list of what was done last."""
    listed = page.text.partition("data-last-steps")[2]
    form = re.search(r'action="([^"]+/zpet)" data-undo>(.*?)</form>', listed, re.DOTALL)
    assert form
    hidden = dict(re.findall(r'type="hidden" name="(based_on|aside)" value="([^"]*)"', form[2]))
    return client.post(form[1], data={"csrf_token": token_in(page), **hidden}, follow_redirects=True)


def chosen(page: TestResponse) -> set[str]:
    """Return the values of what is ticked in the form of the decision."""
    form = page.text.partition("data-triage")[2].partition("</form>")[0]
    return set(re.findall(r'value="([^"]+)" checked', form))


def skips() -> list[Any]:
    with db.reading() as session:
        return [skip.comment_id for skip in session.query(TriageSkip)]


def test_undo_after_putting_off_takes_that_back_and_leaves_the_decision_before(
    at_work: FlaskClient, region: Region
) -> None:
    decided, put_off, _ = (add_comment(region, f"Podnět {number}") for number in range(3))
    send(at_work, page_of(decided), DECIDED)
    page = at_work.get(send(at_work, page_of(put_off), to=f"{page_of(put_off)}/odlozit").location)
    notice = page.text.partition("ohlas-saved")[2].partition("</form>")[0]
    assert "Podnět 1" in notice
    assert "put off" in notice
    assert f'action="{page_of(put_off)}/zpet"' in notice
    assert 'name="aside" value="put_off"' in notice
    undone = undo_first(at_work, page)
    assert undone.headers["Content-Location"] == page_of(put_off)
    assert "Taken back: put off." in undone.text
    assert HERE_AGAIN not in undone.text
    assert skips() == []
    assert len(steps(decided)) == 1
    assert "Taken back: Relevant." in undo_first(at_work, undone).text
    assert len(steps(decided)) == 2


def test_undo_after_asking_takes_the_question_back_and_gives_its_words(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    comment, _ = add_comment(region, "Podnět"), add_comment(region, "Další")
    answer = send(at_work, page_of(comment), {"question": "Patří to nám?"}, to=f"{page_of(comment)}/oznacit")
    page = at_work.get(answer.location)
    assert "a colleague is asked" in page.text.partition("ohlas-saved")[2].partition("</form>")[0]
    undone = undo_first(at_work, page)
    assert undone.headers["Content-Location"] == page_of(comment)
    assert "Taken back: a colleague is asked." in undone.text
    assert HERE_AGAIN in undone.text
    assert "Patří to nám?</textarea>" in undone.text
    assert looks(comment, petr) == {}
    assert every_look(comment) == []
    assert "Patří to nám?</textarea>" not in at_work.get(page_of(comment)).text


def test_who_asked_twice_takes_back_one_question_at_a_time_the_last_one_first(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    comment = add_comment(region, "Podnět")
    for question in ("Patří to nám?", "A komu to předat?"):
        send(at_work, page_of(comment), {"question": question}, to=f"{page_of(comment)}/oznacit")
    undone = undo_first(at_work, at_work.get(page_of(comment)))
    assert "A komu to předat?</textarea>" in undone.text
    assert [look.note for look in every_look(comment)] == ["Patří to nám?"]
    assert looks(comment, petr)
    undone = undo_first(at_work, undone)
    assert "Patří to nám?</textarea>" in undone.text
    assert every_look(comment) == []


@pytest.mark.parametrize("aside", ["put_off", "asked"])
def test_what_was_not_done_is_not_taken_back(at_work: FlaskClient, region: Region, aside: str) -> None:
    comment = add_comment(region, "Podnět")
    sent = {"based_on": 0, "aside": aside}
    answer = send(at_work, page_of(comment), sent, to=f"{page_of(comment)}/zpet")
    assert answer.status_code == 409
    assert "Taken back" not in answer.text


def test_a_question_that_a_colleague_has_answered_is_not_taken_back(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    comment = add_comment(region, "Podnět")
    send(at_work, page_of(comment), {"question": "Patří to nám?"}, to=f"{page_of(comment)}/oznacit")
    with db.transaction() as session:
        second_looks.settle(
            session, [session.merge(look) for look in every_look(comment)], clock.now(), by=petr.id
        )
    sent = {"based_on": 0, "aside": "asked"}
    answer = send(at_work, page_of(comment), sent, to=f"{page_of(comment)}/zpet")
    assert answer.status_code == 409
    assert answer.headers["Content-Location"] == page_of(comment)
    assert [look.settled_by_id for look in every_look(comment)] == [petr.id]


def test_undo_gives_back_the_own_ticks_and_the_note_not_what_the_machine_suggests(
    at_work: FlaskClient, region: Region
) -> None:
    comment = add_comment(region, "Obědy jsou studené.")
    classify(comment.id)
    send(at_work, page_of(comment), DECIDED)
    undone = undo_first(at_work, at_work.get(page_of(comment)))
    assert [step.verdict for step in steps(comment)] == [None, "relevant"]
    assert "Taken back: Relevant." in undone.text
    assert HERE_AGAIN in undone.text
    assert chosen(undone) == {"relevant", "praise", "families", "disability"}
    assert "Zavolat\nznovu</textarea>" in undone.text.replace("\r\n", "\n")


def test_what_somebody_else_took_back_is_not_filled_in(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    comment = add_comment(region, "Obědy jsou studené.")
    classify(comment.id)
    send(at_work, page_of(comment), DECIDED)
    other = enter(at_work.application.test_client(), petr)
    answer = send(other, page_of(comment), {"based_on": 1}, to=f"{page_of(comment)}/zpet")
    told = other.get(answer.location)
    assert "Taken back: Relevant." in told.text
    assert HERE_AGAIN not in told.text
    assert "ohlas-saved" not in at_work.get(answer.location).text  # it was not this person who did it
    for client in (at_work, other):
        assert chosen(client.get(page_of(comment))) == {"relevant", "complaint", "seniors"}


def test_a_reading_taken_back_leaves_no_trace_and_is_given_back_all_the_same(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    comment = add_for_two(region, "Pro dva")
    send(at_work, page_of(comment), DECIDED)
    undone = undo_first(at_work, at_work.get(page_of(comment)))
    assert undone.status_code == 200
    assert undone.headers["Content-Location"] == page_of(comment)
    assert "Taken back: Relevant." in undone.text
    assert chosen(undone) == {"relevant", "praise", "families", "disability"}
    assert "znovu</textarea>" in undone.text
    assert read_blind(comment) == []
    speak(comment, petr)
    assert len(read_blind(comment)) == 1


def test_addresses_cannot_make_the_page_say_what_did_not_happen(at_work: FlaskClient, region: Region) -> None:
    comment, other = add_comment(region, "Podnět"), add_comment(region, "Jiný")
    for told in (f"put_off={other.id}", f"asked={other.id}", "put_off=x", "undone=<b>", "undone=nonsense"):
        assert "ohlas-saved" not in at_work.get(f"{page_of(comment)}?{told}").text, told
    for told in ("undone=relevant", "undone=put_off", "undone=asked"):
        assert "ohlas-saved" not in at_work.get(f"{page_of(comment)}?{told}").text, told
