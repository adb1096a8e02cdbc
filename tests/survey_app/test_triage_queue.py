"""The queue: its order, its filters, its pages, and whose comments it shows."""

from datetime import date
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from survey_app import db
from survey_app.models import CodingFrameVersion, Comment, Region, StaffMember
from survey_app.operations import triage
from survey_app.queries import classification, queue_list
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Role, Verdict
from tests.survey_app.office import add_comment, add_person, add_region, classify, enter, send

QUEUE = "/en/urad/podnety"


def decide(comment: Comment, jana: StaffMember, verdict: Verdict) -> None:
    reason = IrrelevanceReason.NO_CONTENT if verdict is Verdict.IRRELEVANT else None
    with db.transaction() as session:
        triage.decide(
            session,
            comment.id,
            0,
            verdict=verdict,
            reason=reason,
            target_groups=["general"],
            kind=CommentKind.PRAISE,
            note="",
            staff_id=jana.id,
        )


def shown(page: str) -> list[str]:
    """Return the texts in the table, in their order."""
    table = page.partition("<tbody")[2]
    return [part.partition("</a>")[0] for part in table.split('">Comment ')[1:]]


def test_danger_comes_first_then_likely_relevance_then_the_decided_ones(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    texts = {"Comment unlikely": 0.1, "Comment likely": 0.9, "Comment danger": 0.2, "Comment decided": 0.99}
    for text, relevance in texts.items():
        comment = add_comment(region, text)
        classify(comment.id, relevance=relevance, urgent="danger" in text)
        if "decided" in text:
            decide(comment, jana, Verdict.RELEVANT)
    add_comment(region, "Comment unread")
    page = enter(client, jana).get(QUEUE)
    assert shown(page.text) == ["danger", "likely", "unread", "unlikely", "decided"]


def test_the_states_can_be_chosen(client: FlaskClient, region: Region, jana: StaffMember) -> None:
    add_comment(region, "Comment waiting")
    for verdict in Verdict:
        decide(add_comment(region, f"Comment {verdict}"), jana, verdict)
    enter(client, jana)
    for state in ("waiting", *Verdict):
        assert shown(client.get(f"{QUEUE}?state={state}").text) == [state]
    assert len(shown(client.get(f"{QUEUE}?state=nonsense").text)) == 3


def test_a_decision_taken_back_waits_again(client: FlaskClient, region: Region, jana: StaffMember) -> None:
    comment = add_comment(region, "Comment returned")
    decide(comment, jana, Verdict.RELEVANT)
    with db.transaction() as session:
        triage.take_back(session, comment.id, 1, staff_id=jana.id)
    assert shown(enter(client, jana).get(f"{QUEUE}?state=waiting").text) == ["returned"]


@pytest.mark.usefixtures("catalogues")
def test_the_comments_of_one_service_can_be_chosen(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    add_comment(region, "Comment home-care", service_code="S01")
    add_comment(region, "Comment shelter", service_code="S07")
    page = enter(client, jana).get(f"{QUEUE}?service=testov:S07")
    assert shown(page.text) == ["shelter"]
    assert '<option value="testov:S07" selected>' in page.text


def test_a_coordinator_of_two_regions_never_sees_a_third(client: FlaskClient, region: Region) -> None:
    second, third = add_region("druhy"), add_region("treti")
    petr = add_person("p@x.example", (Role.COORDINATOR, region), (Role.COORDINATOR, second))
    for town in (region, second, third):
        add_comment(town, f"Comment {town.code}", received_on=date(2026, 1, 1))
    enter(client, petr)
    assert sorted(shown(client.get(QUEUE).text)) == ["druhy", "testov"]
    assert shown(client.get(f"{QUEUE}?region=druhy").text) == ["druhy"]
    assert sorted(shown(client.get(f"{QUEUE}?region=treti").text)) == ["druhy", "testov"]
    assert sorted(shown(client.get(f"{QUEUE}?service=treti:S01").text)) == ["druhy", "testov"]


def test_another_role_in_a_region_does_not_open_its_comments(client: FlaskClient, region: Region) -> None:
    second = add_region("druhy")
    petr = add_person("p@x.example", (Role.COORDINATOR, region), (Role.METHODOLOGIST, second))
    foreign = add_comment(second, "Comment foreign")
    enter(client, petr)
    assert shown(client.get(QUEUE).text) == []
    assert client.get(f"{QUEUE}/{foreign.id}").status_code == 404


def test_a_long_queue_has_pages_that_keep_the_choice(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    for number in range(queue_list.PAGE_SIZE + 3):
        add_comment(region, f"Comment {number}")
    enter(client, jana)
    first, second = client.get(f"{QUEUE}?state=waiting"), client.get(f"{QUEUE}?state=waiting&page=2")
    assert len(shown(first.text)) == queue_list.PAGE_SIZE
    assert len(shown(second.text)) == 3
    assert set(shown(first.text)).isdisjoint(shown(second.text))
    assert f"{QUEUE}?page=2&amp;state=waiting" in first.text


def test_progress_and_abstention_are_said(client: FlaskClient, region: Region, jana: StaffMember) -> None:
    for number, text in enumerate(("Comment a", "Comment b", "Comment c")):
        comment = add_comment(region, text)
        if number:
            classify(comment.id, relevance=0.5, relevant=None, abstained=True)
    page = enter(client, jana).get(QUEUE)
    assert "The machine has read 2 of 3 comments." in page.text
    assert page.text.count("not sure") == 2


def test_the_newest_coding_counts(client: FlaskClient, region: Region, jana: StaffMember) -> None:
    comment = add_comment(region, "Comment twice")
    classify(comment.id, relevance=0.1, model_version="test-1")
    classify(comment.id, relevance=0.9, model_version="test-2")
    page = enter(client, jana).get(QUEUE)
    assert shown(page.text) == ["twice"]
    assert "very likely about social services" in page.text


def test_of_one_days_codings_that_by_the_newest_frame_counts(
    region: Region, jana: StaffMember, client: FlaskClient
) -> None:
    with db.transaction() as session:
        session.add_all(CodingFrameVersion(version=v, sequence=int(v), document={}) for v in ("9", "10"))
    comment = add_comment(region, "Comment twice")
    classify(comment.id, relevance=0.1, coding_frame_version="9")
    classify(comment.id, relevance=0.9, coding_frame_version="10")
    with db.reading() as session:
        newest = classification.coding_in_force(session, comment.id)
    assert newest is not None
    assert newest.coding_frame_version == "10"
    assert "very likely about social services" in enter(client, jana).get(QUEUE).text


def test_what_a_person_puts_off_comes_again_when_nothing_else_waits(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    found = {add_comment(region, f"Comment {number}").id for number in range(3)}
    enter(client, jana)
    handed_out = [client.get(f"{QUEUE}/dalsi").location]
    for _ in range(3):
        answer = send(client, handed_out[-1], to=f"{handed_out[-1]}/odlozit")
        handed_out.append(answer.location.partition("?")[0])
    assert {UUID(address.rpartition("/")[2]) for address in handed_out[:3]} == found
    assert handed_out[3] == handed_out[0]


def test_the_overview_leads_straight_to_reading(
    client: FlaskClient, region: Region, jana: StaffMember
) -> None:
    add_comment(region, "Čeká")
    main = enter(client, jana).get("/en/urad").text.partition("<main")[2].partition("</main>")[0]
    assert main.count("Read the comments") == 1
    assert f'href="{QUEUE}/dalsi"' in main
    assert f'href="{QUEUE}"' in main
