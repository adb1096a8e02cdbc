"""The pages of taking turns: the next comment, what another one holds, leaving, similar ones together."""

from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import Comment, Region, StaffMember
from survey_app.operations import queue_places, turns
from survey_app.queries import turns as queries
from tests.survey_app.office import add_comment, add_region, classify, enter, send
from tests.survey_app.reading import IRRELEVANT, looks, speak, steps

QUEUE = "/en/urad/podnety"
RELEVANT: dict[str, Any] = {
    "based_on": 0,
    "verdict": "relevant",
    "target_groups": ["seniors"],
    "kind": "complaint",
}

pytestmark = pytest.mark.usefixtures("catalogues")


@pytest.fixture
def at_work(client: FlaskClient, jana: StaffMember) -> FlaskClient:
    return enter(client, jana)


def page_of(comment: Comment) -> str:
    return f"{QUEUE}/{comment.id}"


def ranked(region: Region, *texts: str, together: bool = False) -> list[Comment]:
    """Comments in the order in which they are to be read; `together`: they resemble each other."""
    found = [add_comment(region, text) for text in texts]
    places = [
        queue_places.Place(
            each.id, 0.5 if together else 1 - number / 10, found[0].id if together else each.id
        )
        for number, each in enumerate(found)
    ]
    with db.transaction() as session:
        queue_places.store(session, region.id, places, clock.today())
    return found


def held_by(comment: Comment) -> str:
    with db.reading() as session:
        holder = queries.holder(session, comment.id, clock.now())
    return holder.name if holder else ""


def test_comments_are_handed_out_by_rank_and_each_decision_leads_to_the_next(
    at_work: FlaskClient, region: Region
) -> None:
    first, second = ranked(region, "První", "Druhý")
    assert at_work.get(f"{QUEUE}/dalsi").location == page_of(first)
    assert held_by(first) == "Jana"
    told = send(at_work, page_of(first), RELEVANT)
    assert told.location == f"{page_of(second)}?previous={first.id}"
    assert (held_by(first), held_by(second)) == ("", "Jana")
    told = send(at_work, page_of(second), RELEVANT)
    assert told.location == f"{QUEUE}?previous={second.id}"
    assert at_work.get(f"{QUEUE}/dalsi").location == QUEUE


def test_two_at_work_are_handed_different_comments(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    first, second = ranked(region, "První", "Druhý")
    one, other = (enter(app.test_client(), person) for person in (jana, petr))
    assert one.get(f"{QUEUE}/dalsi").location == page_of(first)
    assert other.get(f"{QUEUE}/dalsi").location == page_of(second)
    assert "on the screen of Petr" in one.get(QUEUE).text


def test_the_one_after_can_be_fetched_and_is_then_the_next(at_work: FlaskClient, region: Region) -> None:
    first, second, _third = ranked(region, "První", "Druhý", "Třetí")
    at_work.get(f"{QUEUE}/dalsi")
    ahead = at_work.get(f"{QUEUE}/dalsi?after={first.id}").location
    assert ahead.partition("?")[0] == page_of(second)
    told = send(at_work, page_of(first), RELEVANT)
    assert told.location.partition("?")[0] == page_of(second)


def test_who_opens_what_another_one_holds_is_told_and_overwrites_nothing_by_mistake(
    app: Flask, region: Region, jana: StaffMember, petr: StaffMember
) -> None:
    [comment] = ranked(region, "Jediný")
    one, other = (enter(app.test_client(), person) for person in (jana, petr))
    one.get(page_of(comment))
    page = other.get(page_of(comment))
    assert "Jana has this comment on the screen now." in page.text
    assert held_by(comment) == "Jana"
    typed = {**RELEVANT, "note": "Petrova poznámka"}
    refused = send(other, page_of(comment), typed)  # as from a page that was opened before Jana came
    assert refused.status_code == 409
    assert "Jana has this comment on the screen now." in refused.text
    assert "Petrova poznámka" in refused.text
    assert steps(comment) == []
    meant = send(other, page_of(comment), {**typed, "despite": str(jana.id)})
    assert meant.status_code == 303
    late = send(one, page_of(comment), {**RELEVANT, "verdict": "irrelevant", "reason": "abusive"})
    assert late.status_code == 409
    assert "Petr has decided meanwhile: Relevant." in late.text
    assert [step.decided_by_id for step in steps(comment)] == [petr.id]


def test_a_lease_that_has_ended_loses_nothing_where_nobody_came(
    at_work: FlaskClient, region: Region, jana: StaffMember
) -> None:
    [comment] = ranked(region, "Jediný")
    at_work.get(page_of(comment))
    with db.transaction() as session:
        turns.forget_ended(session, clock.now() + timedelta(minutes=11))
    assert held_by(comment) == ""
    assert send(at_work, page_of(comment), RELEVANT).status_code == 303
    assert len(steps(comment)) == 1


def test_leaving_and_signing_out_let_others_have_it(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    first, second = ranked(region, "První", "Druhý")
    assert send(at_work, page_of(first), to=f"{page_of(first)}/pustit").location == QUEUE
    assert held_by(first) == ""
    at_work.get(page_of(second))
    assert held_by(second) == "Jana"
    send(at_work, "/en/urad/heslo", to="/en/urad/odhlaseni")
    assert held_by(second) == ""


def test_a_page_in_use_goes_on_holding_until_somebody_else_has_it(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    [comment] = ranked(region, "Jediný")
    assert send(at_work, page_of(comment), to=f"{page_of(comment)}/drzet").status_code == 204
    with db.transaction() as session:
        turns.release_all(session, petr.id)
        turns.forget_ended(session, clock.now() + timedelta(minutes=11))
        assert turns.hold(session, comment.id, petr.id, clock.now())
    assert send(at_work, page_of(comment), to=f"{page_of(comment)}/drzet").status_code == 409


def test_a_decided_comment_is_held_by_nobody_who_only_looks(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    [comment] = ranked(region, "Jediný")
    speak(comment, petr)
    assert at_work.get(page_of(comment)).status_code == 200
    assert held_by(comment) == ""


def test_similar_comments_follow_each_other_and_the_page_says_so(
    at_work: FlaskClient, region: Region
) -> None:
    alike = ranked(region, "Oběd studený", "Obědy studené", together=True)
    other = add_comment(region, "Něco jiného")
    with db.transaction() as session:
        queue_places.store(session, region.id, [queue_places.Place(other.id, 0.9, other.id)], clock.today())
    told = send(at_work, page_of(alike[0]), RELEVANT)
    assert told.location.partition("?")[0] == page_of(alike[1])
    assert "It is similar to the previous one." in at_work.get(told.location).text


def test_the_same_decision_goes_to_similar_comments_that_were_ticked_and_to_no_other(
    at_work: FlaskClient, region: Region, jana: StaffMember
) -> None:
    first, second, third = ranked(region, "Oběd A", "Oběd B", "Oběd C", together=True)
    page = at_work.get(page_of(first))
    assert f'value="{second.id}:0"' in page.text
    assert "checked" not in page.text.partition("data-similar")[2].partition("</fieldset>")[0]
    told = send(at_work, page_of(first), {**RELEVANT, "together": [f"{second.id}:0"]})
    assert [len(steps(each)) for each in (first, second, third)] == [1, 1, 0]
    assert held_by(second) == ""
    after = at_work.get(told.location)
    assert "The same was saved for 1 similar comment." in after.text
    undo = {"based_on": 1, "together": [f"{second.id}:1"]}
    assert send(at_work, told.location, undo, to=f"{page_of(first)}/zpet").status_code == 303
    assert [step.verdict for each in (first, second) for step in steps(each)][::2] == [None, None]


def test_a_similar_comment_that_somebody_was_at_meanwhile_is_left_alone(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    first, second, third = ranked(region, "Oběd A", "Oběd B", "Oběd C", together=True)
    at_work.get(page_of(first))
    speak(second, petr, IRRELEVANT)
    with db.transaction() as session:
        turns.hold(session, third.id, petr.id, clock.now())
    ticked = [f"{each.id}:0" for each in (second, third)]
    told = send(at_work, page_of(first), {**RELEVANT, "together": ticked})
    assert [step.decided_by_id for step in steps(second)] == [petr.id]
    assert steps(third) == []
    assert "2 similar comments were left as they are" in at_work.get(told.location).text


def test_only_similar_comments_of_the_own_region_get_the_same(at_work: FlaskClient, region: Region) -> None:
    [first] = ranked(region, "Oběd A")
    foreign = add_comment(add_region("jinde"), "Oběd cizí")
    unlike = add_comment(region, "Něco jiného")
    ticked = [f"{foreign.id}:0", f"{unlike.id}:0", "nonsense", f"{UUID(int=0)}:0"]
    assert send(at_work, page_of(first), {**RELEVANT, "together": ticked}).status_code == 303
    assert steps(foreign) == steps(unlike) == []


def test_a_chosen_service_and_lane_are_kept_from_comment_to_comment(
    at_work: FlaskClient, region: Region, petr: StaffMember
) -> None:
    add_comment(region, "Jiná služba", service_code="S07")
    mine = [add_comment(region, f"Oběd {number}", service_code="S01") for number in range(2)]
    kept = "service=testov:S01&lane=waiting"
    told = at_work.get(f"{QUEUE}/dalsi?{kept}")
    for _ in mine:
        assert "S01" in told.location
        path = told.location.partition("?")[0]
        assert UUID(path.rpartition("/")[2]) in {each.id for each in mine}
        told = send(at_work, told.location, RELEVANT)
    assert told.location.partition("?")[0] == QUEUE


def test_at_the_end_of_a_lane_reading_goes_on_with_the_others(at_work: FlaskClient, region: Region) -> None:
    [comment] = ranked(region, "Jediný")
    ended = at_work.get(f"{QUEUE}/dalsi?lane=danger&service=testov:S01")
    page = at_work.get(ended.location)
    assert "lane=danger" not in page.text.split("<main")[1].split("<form")[0]
    assert "service=testov:S01" in unescape(page.text)
    assert at_work.get(f"{QUEUE}/dalsi").location.startswith(page_of(comment))


def test_who_begins_with_danger_goes_on_to_the_next_one_and_then_to_the_queue(
    at_work: FlaskClient, region: Region
) -> None:
    urgent = {add_comment(region, text).id for text in ("Bije mě.", "Bojím se ho.")}
    for each in urgent:
        classify(each, urgent=True)
    ordinary = add_comment(region, "Oběd")
    told, read = at_work.get(f"{QUEUE}/dalsi?lane=danger"), list[UUID]()
    for _ in range(3):
        page = at_work.get(told.location)
        read.append(UUID(told.location.partition("?")[0].rpartition("/")[2]))
        is_danger = read[-1] in urgent
        assert ('href="tel:158"' in page.text and 'href="tel:112"' in page.text) is is_danger
        told = send(at_work, told.location, RELEVANT)
    assert (set(read[:2]), read[2]) == (urgent, ordinary.id)
    assert told.location.partition("?")[0] == QUEUE


def test_addresses_that_mean_nothing_hand_out_something_all_the_same(
    at_work: FlaskClient, region: Region
) -> None:
    [comment] = ranked(region, "Jediný")
    for nonsense in ("after=x", "previous=x", "lane=nonsense", "region=jinde", f"previous={UUID(int=1)}"):
        assert at_work.get(f"{QUEUE}/dalsi?{nonsense}").location.startswith(page_of(comment)), nonsense


def test_who_is_alone_and_asks_is_told_honestly(
    at_work: FlaskClient, region: Region, jana: StaffMember
) -> None:
    [comment] = ranked(region, "Jediný")
    send(at_work, page_of(comment), {"question": "Nevím"}, to=f"{page_of(comment)}/oznacit")
    assert list(looks(comment, jana).values()) == [False]
    assert "You are the only one here who reads comments." in at_work.get(page_of(comment)).text


def test_what_is_no_key_of_a_similar_comment_is_passed_over(at_work: FlaskClient, region: Region) -> None:
    comment = add_comment(region, "Oběd")
    ticked = [f"{'-' * 36}:0", f"{'a' * 36}:0", "\0"]
    assert send(at_work, page_of(comment), {**RELEVANT, "together": ticked}).status_code == 303
    assert [step.sequence for step in steps(comment)] == [1]
