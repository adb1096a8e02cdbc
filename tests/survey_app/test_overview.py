"""The results page and the sheet for councillors: need, money, change, words, pictures."""

import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.blueprints.results.report import Estimate
from survey_app.jobs import work
from survey_app.models import ClearedComment, IndexSnapshot, Region, SnapshotPicture, StaffMember, Wave
from survey_app.operations import index, outbox, triage
from survey_app.queries import index as queries
from survey_app.queries import pictures_of_results
from survey_app.vocabulary import CommentKind, Role, Source, Verdict
from tests.survey_app.office import add_comment, add_person
from tests.survey_app.publication import publish_snapshot
from tests.survey_app.results_document import document, estimate
from tests.survey_app.test_results import text_of

SHEET = "/en/vysledky/annual-1/prehled"
PAGE = "/en/vysledky/annual-1"


def publish(wave: Wave, by: UUID, public: dict[str, Any]) -> UUID:
    """Store a snapshot with this public document and publish it."""
    whole = [{"hidden_because": "small", "n": 3, "n_eff": 3.0} | cell for cell in public["cells"]]
    inputs_hash = uuid4().hex
    with db.transaction() as session:
        index.store_snapshot(
            session,
            wave.id,
            method_version="3",
            inputs_hash=inputs_hash,
            document=public | {"cells": whole, "warnings": []},
            public_document=public,
            computed_at=clock.now(),
            published_before=[
                each.id for each in queries.snapshots_of(session, wave.id) if each.published_at
            ],
        )
    with db.transaction() as session:
        (found,) = (
            each for each in queries.snapshots_of(session, wave.id) if each.inputs_hash == inputs_hash
        )
        publish_snapshot(session, found, clock.now(), by=by)
    return found.id


@pytest.fixture
def published(closed: Wave, methodologist: StaffMember) -> UUID:
    return publish(closed, methodologist.id, document())


def test_the_sheet_names_the_group_that_stands_out_and_what_it_costs(
    client: FlaskClient, published: UUID
) -> None:
    said = text_of(client.get(SHEET).text)
    assert "People want the town to focus most on: families" in said
    assert "47 of 100 say so, give or take 4. 412 people answered this question." in said
    assert (
        "Wanted more than the mean of groups (27 of 100) and rated worse than all together (78 of 100),"
        " both beyond chance: families with children – need 47, satisfaction 54." in said
    )
    assert said.index("Wanted more than the mean") < said.index("People want the town to focus most on")
    assert "In 2025 the town paid: families" in said
    assert "6,400,000" in said
    assert "40,000" in said


def test_the_sheet_answers_three_questions_and_says_what_it_does_not_say(
    client: FlaskClient, published: UUID
) -> None:
    said = text_of(client.get(SHEET).text)
    need, sure, cost, end = (
        said.index(words)
        for words in (
            "Which group needs more?",
            "How sure is it?",
            "What does it cost?",
            "Need, satisfaction and money",
        )
    )
    assert need < sure < cost < end
    assert "not a count of people in need" in said[need:sure]
    assert "Rated worse than all together beyond chance: families with children" in said[sure:cost]
    assert "1 group is rated better. 3 groups cannot be told apart from all together." in said[sure:cost]
    assert "give or take 3 to 3 points" in said[sure:cost]
    assert "who wanted to answered" in said[sure:cost]
    assert "A service for several groups counts in each." in said[cost:end]
    cost_of_all = said[cost:end].replace("\N{NO-BREAK SPACE}", " ")
    assert "52,000,000 CZK in 2025, for one user 325,000 CZK." in cost_of_all
    assert "not what more help would cost" in said[cost:end]


def test_the_sheet_says_where_it_has_no_answer(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    publish(closed, methodologist.id, document() | {"priorities": [], "money": []})
    said = text_of(client.get(SHEET).text)
    assert (
        "Which group needs more? This cannot be told: nobody was asked, or too few people answered." in said
    )
    assert "What does it cost? This cannot be told: no money is recorded." in said
    assert "not what more help would cost" not in said


def test_what_crosses_mean_is_told_only_with_the_picture(client: FlaskClient, published: UUID) -> None:
    assert "The crosses are" not in text_of(client.get(SHEET).text)
    draw(published)
    assert "A dashed cross: fewer than 30 answers." in text_of(client.get(SHEET).text)


def test_figures_in_wide_tables_say_on_a_phone_what_they_are(client: FlaskClient, published: UUID) -> None:
    page = client.get(PAGE).text
    for heading in ("Index", "Satisfaction (0–100)", "Share"):
        assert f'data-label="{heading}"' in page, heading


def test_the_page_leads_to_the_sheet_and_names_what_it_answers(client: FlaskClient, published: UUID) -> None:
    page = client.get(PAGE).text
    link = page.index(f'href="{SHEET}"')
    assert link < page.index("<h2"), "before the first section"
    assert "Which group needs more, how sure it is, and what it costs." in text_of(page)


def test_no_group_comes_first_where_intervals_overlap(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    given = document()
    for share in given["priorities"]:
        share.update(estimate(30.0 + len(share["option"]) / 10, 4.0))
    for cell in given["cells"]:
        if cell["kind"] == "target_group":
            cell["index"] = estimate(78.0 + len(cell["code"]) / 10)
    publish(closed, methodologist.id, given)
    said = text_of(client.get(SHEET).text)
    assert "focus on most cannot be told apart" in said
    assert "No group is rated worse than all together beyond chance" in said
    assert "No group is at once much wanted and rated worse" in said
    assert "focus most on" not in said


def test_money_stands_beside_need_and_satisfaction_in_the_table(client: FlaskClient, published: UUID) -> None:
    said = text_of(client.get(SHEET).text)
    for figure in ("31,000,000", "47 % (43–51)", "54 (51–57)", "193,750"):
        assert figure in said.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " "), figure


def few_carers() -> dict[str, Any]:
    """Carers are much wanted and rated worst, by 28 answers; a group without a service is wanted as much."""
    given = document()
    for share in given["priorities"]:
        share.update(estimate({"seniors": 51.0, "carers": 40.0}.get(share["option"], 15.0), 4.0))
    given["priorities"].append(
        {
            "item": "q12",
            "option": "children_at_risk",
            "target_groups": ["children_at_risk"],
            "n": 412,
            **estimate(40.0),
        }
    )
    for cell in given["cells"]:
        if cell["code"] == "seniors":
            cell["index"] = estimate(79.0)
        if cell["code"] == "carers":
            cell.update(band="indicative", n=28, index=estimate(60.0, 12.0))
        if cell["code"] == "families":
            cell["index"] = estimate(80.0)
    return given


def test_words_are_careful_where_few_people_answered(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    publish(closed, methodologist.id, few_carers())
    page = client.get(SHEET).text
    bold = [text_of(each) for each in re.findall(r"<strong>(.*?)</strong>", page, re.DOTALL)]
    need = next(each for each in bold if each.startswith("It seems so, by few answers"))
    assert "carers" in need
    assert "(only 28 answers, indicative) – need 40, satisfaction 60." in need
    sure = next(each for each in bold if each.startswith("Perhaps rated worse than all together"))
    assert "(only 28 answers, indicative)" in sure
    said = text_of(page)
    assert "beyond chance: carers" not in said
    assert "People want the town to focus most on: seniors" in said
    assert "Its satisfaction cannot be told apart from that of all together." in said
    assert 'data-label="Answers">28<' in page


def test_a_group_without_a_rated_service_is_named_where_it_is_much_wanted(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    publish(closed, methodologist.id, few_carers())
    assert "Among those wanted most without a rated service: " in text_of(client.get(SHEET).text)
    for address in (SHEET, PAGE):
        rows = re.findall(r"<tr.*?</tr>", client.get(address).text, re.DOTALL)
        (row,) = (said for said in map(text_of, rows) if "40 % (37–43)" in said.replace("&nbsp;", " "))
        assert row.strip().endswith("– –"), "neither satisfaction nor money"


def test_the_sheet_knows_two_counts_of_people_and_one_of_questionnaires(
    client: FlaskClient, published: UUID
) -> None:
    said = text_of(client.get(SHEET).text)
    assert "430 questionnaires came in all. 412 people rated a service." in said
    assert "as if 317" not in said
    assert "match the town by: age, sex" in said


def test_the_printed_address_is_short_until_newer_figures_replace_them(
    client: FlaskClient, closed: Wave, published: UUID, methodologist: StaffMember
) -> None:
    assert f"{SHEET}</a>" in client.get(SHEET).text
    publish(closed, methodologist.id, document())
    assert f"/{published}/prehled</a>" in client.get(f"{PAGE}/{published}/prehled").text


def test_old_documents_without_need_or_money_still_have_a_sheet(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    kept = ("method", "cells", "modes", "languages", "received")
    publish(closed, methodologist.id, {name: value for name, value in document().items() if name in kept})
    for address in (SHEET, PAGE):
        page = client.get(address)
        assert page.status_code == 200
        assert (
            "78 of 100, give or take 3. 430 questionnaires came in all. 412 people rated a service."
            in text_of(page.text)
        )


def test_a_change_is_told_with_its_interval_and_a_broken_series_is_marked(
    client: FlaskClient, closed: Wave, published: UUID, methodologist: StaffMember
) -> None:
    known = {"snapshot_id": str(published), "wave_code": "annual-1"}
    publish(closed, methodologist.id, document(compared_with=known))
    page = client.get(PAGE).text
    said = text_of(page)
    assert "+4 points (+2 to +6). That is more than chance would do." in said
    assert "−1 (−6 – +4)" in said
    assert f">{closed.wave_code}</a>" not in page
    assert "the questions have changed: not comparable" in said
    assert "a change of 4.6 points" in said
    assert f'href="/en/vysledky/annual-1/{published}"' in page
    assert "Since the time before. All together: +4 points" in text_of(client.get(SHEET).text)


def test_the_page_says_what_answers_are_weighted_to(client: FlaskClient, published: UUID) -> None:
    said = text_of(client.get(PAGE).text)
    assert "match the town by: age, sex" in said
    assert "as if 317 of the 430 questionnaires had come" in said
    assert "Every answer counts the same" not in said


def test_help_that_was_missed_stands_in_words_of_the_questionnaire(
    client: FlaskClient, published: UUID
) -> None:
    said = text_of(client.get(PAGE).text).replace("&nbsp;", " ")
    assert "someone to take over care so I can rest" in said
    assert "it was full, a long wait 51 % (47–55) 412" in said


def test_a_comment_about_the_group_that_needs_more_comes_first(
    client: FlaskClient, published: UUID, closed: Wave, region: Region
) -> None:
    reader = add_person("reader@testov.example", (Role.COORDINATOR, region)).id
    for number, (kind, group) in enumerate(
        (
            (CommentKind.COMPLAINT, "carers"),
            (CommentKind.PRAISE, "seniors"),
            (CommentKind.SUGGESTION, "families"),
            (CommentKind.PRAISE, "seniors"),
        )
    ):
        said = f"{number}. What somebody wrote of {group}."
        found = add_comment(region, said, wave_id=closed.id, service_code="S01", source=Source.QUESTIONNAIRE)
        with db.transaction() as session:
            triage.decide(
                session,
                found.id,
                0,
                verdict=Verdict.RELEVANT,
                reason=None,
                target_groups=(group,),
                kind=kind,
                note="",
                staff_id=reader,
            )
            session.add(ClearedComment(comment_id=found.id, text=said, cleared_on=clock.now().date()))
    page = client.get(SHEET).text
    assert "families" in page.partition("<blockquote")[2].partition("</blockquote>")[0]
    assert "families" not in client.get(PAGE).text.partition("<blockquote")[2].partition("</blockquote>")[0]


def draw(snapshot_id: UUID) -> None:
    """Do what the worker does."""
    with db.transaction() as session:
        message_id = next(
            message.id
            for message in session.query(outbox.OutboxMessage)
            if message.payload.get("snapshot_id") == str(snapshot_id)
        )
    work.run([str(message_id)])


def test_pictures_are_promised_with_the_snapshot_and_drawn_for_three_languages(
    client: FlaskClient, published: UUID
) -> None:
    before = client.get(PAGE).text
    assert "<figure" not in before
    assert before.count('<details class="govuk-details ohlas-twin" open>') >= 3
    draw(published)
    with db.reading() as session:
        found = {
            language: pictures_of_results.drawn(session, published, language)
            for language in ("cs", "en", "uk")
        }
        assert session.query(SnapshotPicture).count() == sum(map(len, found.values()))
        assert session.query(outbox.OutboxMessage).filter_by(kind="draw_pictures").count() == 0
    names = {"parts", "services", "groups", "need", "quadrant", "voices"}
    assert {frozenset(pictures) for pictures in found.values()} == {
        frozenset(f"{name}-{form}" for name in names for form in ("wide", "phone"))
    }
    assert "families" in found["en"]["groups-wide"]
    assert "rodiny" in found["cs"]["groups-wide"]
    page = client.get(PAGE).text
    assert found["en"]["services-phone"] in page
    assert 'role="img" aria-label="Index by service.' in page
    assert found["cs"]["quadrant-wide"] in client.get("/cs-easy/vysledky/annual-1/prehled").text
    assert "style=" not in page


def test_a_hidden_figure_is_in_no_picture(client: FlaskClient, published: UUID) -> None:
    draw(published)
    with db.reading() as session:
        names = {cell["code"] for cell in session.get_one(IndexSnapshot, published).public_document["cells"]}
        assert "S03" in names
        drawn = pictures_of_results.drawn(session, published, "en")
    hidden = text_of(client.get(PAGE).text).partition("Not shown: ")[2].partition(".")[0]
    assert hidden
    assert hidden.split()[0] not in text_of(drawn["services-wide"])


@pytest.mark.parametrize(("low", "high", "margin"), [(84.0, 90.0, 3), (80.0, 88.2, 7), (86.9, 87.1, 1)])
def test_give_or_take_is_the_wider_side(low: float, high: float, margin: int) -> None:
    assert Estimate(87.0, low, high).margin == margin
