"""Shares of comments: from decisions and draws to a stored estimate, and the page that shows it."""

import csv
import html
import io
import re
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.jobs import shares as job
from survey_app.models import Comment, Region, ShareEstimate, StaffMember, TriageDraw
from survey_app.operations import outbox, shares, triage
from survey_app.queries import comment_shares as queries
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Role, Verdict
from tests.survey_app.office import add_comment, add_person, add_region, classify, enter, send

KINDS = ("praise", "complaint", "complaint", "suggestion")


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page)))


@pytest.fixture
def coordinator(region: Region) -> StaffMember:
    return add_person("k@testov.example", (Role.COORDINATOR, region))


def decide(comment: Comment, person: StaffMember, kind: str | None, *groups: str) -> None:
    with db.transaction() as session:
        triage.decide(
            session,
            comment.id,
            0,
            verdict=Verdict.RELEVANT if kind else Verdict.IRRELEVANT,
            reason=None if kind else IrrelevanceReason.NO_CONTENT,
            target_groups=list(groups) if kind else [],
            kind=CommentKind(kind) if kind else None,
            note="",
            staff_id=person.id,
        )


def draw(comment: Comment, share: float, *, drawn: bool) -> None:
    with db.transaction() as session:
        session.merge(
            TriageDraw(
                comment_id=comment.id, in_sample=drawn, double_coded=False, sample_share=share, double_share=0
            )
        )


def write(region: Region, number: int, **columns: Any) -> Comment:
    service = ("S01", "S02", None)[number % 3]
    return add_comment(region, f"Oběd {number} byl studený.", **{"service_code": service, **columns})


def fill(region: Region, person: StaffMember, n: int = 60, *, read: int | None = None) -> list[Comment]:
    """Write `n` comments and decide about the first `read` of them: every fifth is not relevant."""
    comments = [write(region, number) for number in range(n)]
    for number, comment in enumerate(comments[:read]):
        kind = None if number % 5 == 4 else KINDS[number % 4]
        decide(comment, person, kind, "seniors" if number % 2 else "carers")
    return comments


def estimate(region: Region) -> None:
    with db.transaction() as session:
        shares.request_estimation(session, region.id, by=None)
    with db.transaction() as session:
        (claim,) = outbox.claim_untried(session, outbox_ids(), clock.now())
    job.estimate_shares(claim)


def outbox_ids() -> list[UUID]:
    with db.reading() as session:
        return [row.id for row in session.query(outbox.OutboxMessage).filter_by(kind=queries.JOB)]


def newest(region: Region) -> ShareEstimate:
    with db.reading() as session:
        found = queries.newest(session, region.id)
    assert found is not None
    return found


def cell(document: dict[str, Any], kind: str, code: str | None = None, period: str = "all") -> dict[str, Any]:
    found: dict[str, Any] = next(
        each
        for each in document["cells"]
        if (each["kind"], each["code"], each["period"]) == (kind, code, period)
    )
    return found


def test_what_people_have_read_is_counted(region: Region, coordinator: StaffMember) -> None:
    fill(region, coordinator)
    estimate(region)
    found = cell(newest(region).document, "total")
    assert (found["comments"], found["decided"], found["basis"]) == (60, 60, "counted")
    assert found["shares"]["relevant"]["value"] == 0.8
    assert found["shares"]["kind:complaint"]["value"] == 0.5
    assert found["shares"]["kind:complaint"]["n"] == 48
    assert found["shares"]["group:seniors"]["value"] == 0.5
    with db.reading() as session:
        assert queries.estimation(session, region.id) is None


def test_services_groups_and_periods_have_cells_of_their_own(
    region: Region, coordinator: StaffMember
) -> None:
    fill(region, coordinator)
    late = write(region, 100, received_on=date(2027, 1, 9))
    decide(late, coordinator, "praise", "seniors")
    estimate(region)
    document = newest(region).document
    assert cell(document, "service", "S02")["comments"] == 21
    assert cell(document, "target_group", "seniors")["shares"]["kind:complaint"]["n"] == 25
    assert cell(document, "total", period="2026-Q4")["comments"] == 60
    january = cell(document, "total", period="2027-01")
    assert (january["basis"], january["shares"]) == ("few", {})


def test_a_small_town_is_asked_to_read_the_rest(region: Region, coordinator: StaffMember) -> None:
    fill(region, coordinator, read=30)
    estimate(region)
    found = cell(newest(region).document, "total")
    assert (found["basis"], found["decided"], found["shares"]) == ("read_all", 30, {})


@pytest.fixture
def large_town(region: Region, coordinator: StaffMember) -> Region:
    """Of 300 comments every fifth was drawn and read, ten more were read in the order of the queue."""
    for number in range(300):
        comment = write(region, number)
        drawn = number % 5 == 0
        draw(comment, 0.2, drawn=drawn)
        complains = number % 3 == 0
        coding = {"relevance": 0.9, "kind_scores": {"complaint": 0.8 if complains else 0.1}}
        classify(comment.id, model_version="day-one-2", **coding)
        if drawn or number < 10:
            decide(comment, coordinator, "complaint" if complains else "praise", "seniors")
    return region


def test_a_large_town_is_estimated_from_what_chance_drew(large_town: Region) -> None:
    estimate(large_town)
    document = newest(large_town).document
    found = cell(document, "total")
    assert (found["basis"], found["drawn"], found["drawn_read"]) == ("estimated", 60, 60)
    complaint = found["shares"]["kind:complaint"]
    assert complaint["value"] == pytest.approx(1 / 3, abs=0.02)
    assert 0.0 < complaint["high"] - complaint["low"] < 0.25
    assert complaint["lambda"] > 0.5
    assert (complaint["n"], complaint["rest"]) == (60, 240)
    assert document["learned"] is False


def test_what_was_read_in_the_order_of_the_queue_is_no_gold(
    large_town: Region, coordinator: StaffMember
) -> None:
    estimate(large_town)
    before = cell(newest(large_town).document, "total")["shares"]["kind:complaint"]
    with db.reading() as session:
        unread = [
            comment
            for comment in session.query(Comment)
            if int(comment.text.split()[1]) % 5 and int(comment.text.split()[1]) >= 10
        ]
    for comment in unread[:40]:
        decide(comment, coordinator, "complaint", "seniors")
    estimate(large_town)
    after = cell(newest(large_town).document, "total")["shares"]["kind:complaint"]
    assert after == before


def test_an_unread_part_of_the_sample_widens_the_interval(
    large_town: Region, coordinator: StaffMember
) -> None:
    estimate(large_town)
    before = cell(newest(large_town).document, "total")["shares"]["kind:complaint"]
    for number in range(3):
        draw(write(large_town, 1000 + number), 0.2, drawn=True)
    estimate(large_town)
    found = cell(newest(large_town).document, "total")
    after = found["shares"]["kind:complaint"]
    assert (found["drawn"], found["drawn_read"]) == (63, 60)
    assert after["low"] < before["low"]
    assert after["high"] > before["high"]


def test_comments_that_nobody_drew_and_nobody_read_leave_no_figure(large_town: Region) -> None:
    write(large_town, 2000)
    estimate(large_town)
    found = cell(newest(large_town).document, "total")
    assert (found["basis"], found["shares"]) == ("not_drawn", {})


def test_estimating_again_from_the_same_stores_nothing(region: Region, coordinator: StaffMember) -> None:
    comments = fill(region, coordinator)
    estimate(region)
    first = newest(region)
    estimate(region)
    assert newest(region).id == first.id
    with db.transaction() as session:
        triage.take_back(session, comments[0].id, 1, staff_id=coordinator.id)
    estimate(region)
    assert newest(region).sequence == 2


def test_another_result_from_the_same_comments_is_an_alarm(region: Region, coordinator: StaffMember) -> None:
    fill(region, coordinator)
    estimate(region)
    found = newest(region)
    with pytest.raises(shares.NotReproducedError), db.transaction() as session:
        shares.store_estimate(
            session,
            region.id,
            method_version=found.method_version,
            inputs_hash=found.inputs_hash,
            document={**found.document, "cells": []},
            estimated_at=clock.now(),
        )


def test_asking_twice_is_one_piece_of_work(region: Region) -> None:
    for _ in range(2):
        with db.transaction() as session:
            shares.request_estimation(session, region.id, by=None)
    assert len(outbox_ids()) == 1


PAGE = "/urad/podnety/podily"


def test_the_page_shows_the_chosen_figures_and_what_they_stand_on(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    office = enter(client, coordinator)
    assert "Nothing has been estimated yet." in office.get(f"/en{PAGE}").text
    fill(region, coordinator)
    estimate(region)
    shown = text_of(office.get(f"/en{PAGE}").text)
    assert "All comments, All time" in shown
    assert "60 comments came. People decided about 60 of them." in shown
    assert "They are counted." in shown
    (complaint,) = re.findall(r"Complaint (\d+ %) \(([\d.]+)–([\d.]+)\) (\d+)", shown)
    assert complaint[0] == "50 %"
    assert complaint[3] == "48"
    of_service = text_of(office.get(f"/en{PAGE}?cell=service:S01&period=2026-11").text)
    assert "S01, November 2026" in of_service
    assert "20 comments came." in of_service


def test_a_group_with_too_few_comments_is_said_to_have_too_few(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    for number, comment in enumerate(fill(region, coordinator, n=12, read=0)):
        decide(comment, coordinator, "praise", "carers" if number else "seniors")
    estimate(region)
    shown = text_of(enter(client, coordinator).get(f"/en{PAGE}").text)
    assert "carers 12 12 100 % " in shown
    assert "seniors 12 12 – – – – too few" in shown


def test_small_shares_of_few_comments_have_no_tenths(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    for number, comment in enumerate(fill(region, coordinator, n=60, read=0)):
        decide(comment, coordinator, "praise" if number else "question", "carers")
    estimate(region)
    page = enter(client, coordinator).get(f"/en{PAGE}").text
    (low, high) = re.findall(
        r'aria-label="2 of 100 comments; with 95 % certainty between (\S+) and ([^"]+)"', page
    )[0]
    assert (low.isdecimal(), high.isdecimal()) == (True, True)


def test_every_figure_of_a_picture_is_said_in_words(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    fill(region, coordinator)
    estimate(region)
    page = enter(client, coordinator).get(f"/en{PAGE}").text
    found = cell(newest(region).document, "total")["shares"]["relevant"]
    low, high = (round(100 * found[limit]) for limit in ("low", "high"))
    assert f'aria-label="80 of 100 comments; with 95 % certainty between {low} and {high}"' in page


def test_without_a_figure_the_page_says_what_to_read(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    fill(region, coordinator, read=30)
    estimate(region)
    shown = text_of(enter(client, coordinator).get(f"/en{PAGE}").text)
    assert "Read them all." in shown
    assert "30 comments wait for a decision." in shown


def test_the_page_opens_with_the_first_period_that_has_figures(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    fill(region, coordinator)
    for number in range(30):
        write(region, 500 + number, received_on=date(2027, 1, 9))
    estimate(region)
    shown = text_of(enter(client, coordinator).get(f"/en{PAGE}").text)
    assert "All comments, quarter 4 of 2026" in shown


def test_a_coordinator_asks_for_new_figures_and_sees_how_far_they_are(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    office = enter(client, coordinator)
    answer = send(office, PAGE)
    assert (answer.status_code, answer.location) == (303, f"{PAGE}?saved=asked")
    waiting = office.get(f"/en{answer.location}").text
    assert "The work waits for its turn." in waiting
    assert "Estimate anew" not in waiting
    with db.transaction() as session:
        (claim,) = outbox.claim_untried(session, outbox_ids(), clock.now())
    assert "The machine is working on it." in office.get(f"/en{PAGE}").text
    job.estimate_shares(claim)
    assert "Estimate anew" in office.get(f"/en{PAGE}").text


def test_a_councillor_reads_and_does_not_ask(client: FlaskClient, region: Region) -> None:
    office = enter(client, add_person("z@testov.example", (Role.COUNCILLOR, region)))
    assert "Estimate anew" not in office.get(f"/en{PAGE}").text


def test_figures_of_another_region_do_not_exist(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    fill(region, coordinator)
    estimate(region)
    elsewhere = add_region("jinde")
    office = enter(client, add_person("k@jinde.example", (Role.COORDINATOR, elsewhere)))
    assert office.get(f"{PAGE}?region={region.code}").status_code == 404
    assert office.get(f"{PAGE}.csv?region={region.code}").status_code == 404
    assert "Nothing has been estimated yet." in office.get(f"/en{PAGE}").text


def test_the_table_holds_every_share_and_no_formula(
    client: FlaskClient, region: Region, coordinator: StaffMember
) -> None:
    for number in range(12):
        comment = write(region, number, service_code="=1+1")
        decide(comment, coordinator, "praise", "seniors")
    estimate(region)
    answer = enter(client, coordinator).get(f"{PAGE}.csv")
    assert answer.content_type == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"), newline="")))
    service = [row for row in rows if row["cell_kind"] == "service" and row["period"] == "all"]
    assert {row["cell_code"] for row in service} == {"'=1+1"}
    praise = next(row for row in service if row["share_of"] == "kind:praise")
    assert (praise["share"], praise["n"], praise["basis"]) == ("1.0", "12", "counted")
