"""The pages about coding: a methodologist trains and releases, a coordinator reads, others see nothing."""

import re

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import OutboxMessage, Region, StaffMember
from survey_app.operations import coders
from survey_app.queries import coders as queries
from survey_app.queries import releases
from survey_app.vocabulary import Role
from tests.survey_app import coding_town as town
from tests.survey_app import office

PAGE = "/urad/kodovani"
CARD = f"{PAGE}/koder/learned-1-abc"
RELEASE = f"{CARD}/nasazeni"
SURE = {"note": "Je lepší.", "sure": "y"}


@pytest.fixture
def desk(client: FlaskClient, methodologist: StaffMember) -> FlaskClient:
    return office.enter(client, methodologist)


def release(version: str | None, instead_of: int) -> None:
    with db.transaction() as session:
        coder = next((c for c in queries.all_coders(session) if c.version == version), None)
        coders.release(session, coder, clock.now(), instead_of=instead_of, note="", by=None)


def in_force() -> str | None:
    with db.reading() as session:
        coder = releases.coder_in_force(session)
    return coder.version if coder else None


def test_before_anything_is_learned_the_page_says_so(desk: FlaskClient) -> None:
    page = desk.get(f"/en{PAGE}").text
    assert "Nobody has released a learned coder yet." in page
    assert "200 more decisions are needed" in page
    assert "Train a coder now" not in page
    assert "There is no coding frame yet" in page


def test_a_training_is_asked_for_once(desk: FlaskClient, region: Region, methodologist: StaffMember) -> None:
    town.decided_town(region, methodologist, 201)
    answer = office.send(desk, f"/en{PAGE}", to=f"/en{PAGE}/uceni")
    assert answer.status_code == 303
    page = desk.get(answer.location).text
    assert "A coder is going to be trained." in page
    assert "A training waits for its turn." in page
    assert "Train a coder now" not in page
    with db.transaction() as session:
        session.execute(sa.update(OutboxMessage).values(attempts=1))
    assert "A coder is being trained." in desk.get(f"/en{PAGE}").text


def test_too_few_decisions_are_refused_by_the_server_too(desk: FlaskClient) -> None:
    answer = office.send(desk, "/en/urad/heslo", to=f"/en{PAGE}/uceni")
    assert "too few decisions" in desk.get(answer.location).text


def test_a_trained_coder_waits_for_a_person(desk: FlaskClient) -> None:
    town.import_frame()
    town.store_coder()
    assert "A trained coder waits for release." in desk.get("/en/urad").text
    assert "waits for release" in desk.get(f"/en{PAGE}").text
    release("learned-1-abc", 0)
    assert "A trained coder waits for release." not in desk.get("/en/urad").text


def test_the_card_says_what_was_compared_and_an_old_one_that_the_service_was_left_out(
    desk: FlaskClient,
) -> None:
    town.import_frame()
    town.store_coder()
    new = town.release_learned_coder()
    of_old, of_new = (desk.get(f"/en{PAGE}/koder/{version}").text for version in ("learned-1-abc", new))
    assert "compared with the coding frame by the words alone" in of_old
    assert "not counted" in of_old
    assert "where these decide nothing by the service chosen with the comment" in of_new
    assert "by the words alone" not in of_new


@pytest.mark.usefixtures("catalogues")
def test_the_card_says_in_words_what_the_coder_is(desk: FlaskClient) -> None:
    town.import_frame()
    town.store_coder(handed_over=("relevant", "group:seniors"))
    page = desk.get(f"/en{CARD}").text
    assert "it would take over from the coding frame:</p>" not in page
    for words in (
        "Relevance, seniors (65+)",
        "0.90 (0.86",
        "0.70 (0.65",
        "Czech (320), Ukrainian (10)",
        "between 35% and 65%",
        "there were 120 decisions",
        "Too few examples to learn from:",
        "by the coding frame",
        "Fingerprint of what it learned from:",
    ):
        assert words in page, words


def test_a_release_needs_a_note_and_a_confirmation(desk: FlaskClient) -> None:
    town.import_frame()
    town.store_coder()
    refused = office.send(desk, f"/en{RELEASE}", {"note": "Proto", "instead_of": "0"})
    assert refused.status_code == 422
    assert "Tick that you have read the card." in refused.text
    assert "Proto" in refused.text
    assert "Write why." in office.send(desk, f"/en{RELEASE}", {"sure": "y", "instead_of": "0"}).text
    assert in_force() is None
    done = office.send(desk, f"/en{RELEASE}", SURE | {"instead_of": "0"})
    assert done.status_code == 303
    page = desk.get(done.location).text
    assert "The coder is in force." in page
    assert "metodik" in page
    assert "Je lepší." in page
    assert in_force() == "learned-1-abc"


def test_the_coder_of_day_one_can_be_put_back(desk: FlaskClient) -> None:
    town.import_frame()
    town.store_coder()
    release("learned-1-abc", 0)
    page = desk.get(f"/en{PAGE}").text
    assert "Put the coder before it back" in page
    assert f"{PAGE}/koder/day-one-2/nasazeni" in page
    office.send(desk, f"/en{PAGE}/koder/day-one-2/nasazeni", SURE | {"instead_of": "1"})
    assert in_force() is None


def test_who_is_late_sees_what_is_in_force_now(desk: FlaskClient) -> None:
    town.import_frame()
    town.store_coder()
    town.store_coder("learned-1-def")
    release("learned-1-def", 0)
    refused = office.send(desk, f"/en{RELEASE}", SURE | {"instead_of": "0"})
    assert refused.status_code == 422
    assert "Somebody has put a coder in force meanwhile." in refused.text
    assert "Now in force: coder 2." in refused.text
    (shown,) = re.findall(r'<input[^>]*name="instead_of"[^>]*>', refused.text)
    assert 'value="1"' in shown
    assert in_force() == "learned-1-def"


def test_a_coder_that_is_better_at_nothing_cannot_be_released(desk: FlaskClient) -> None:
    town.import_frame()
    town.store_coder(handed_over=())
    assert "Put this coder in force" not in desk.get(f"/en{CARD}").text
    refused = office.send(desk, "/en/urad/heslo", SURE | {"instead_of": "0"}, to=f"/en{RELEASE}")
    assert refused.status_code == 422
    assert "not better than the coding frame" in refused.text


def test_the_progress_of_coding_is_shown_and_can_be_started_again(desk: FlaskClient, region: Region) -> None:
    town.import_frame()
    comment_ids = town.add_comments(region, ["jedna", "dvě", "tři"])
    office.classify(comment_ids[0], model_version="day-one-2", coding_frame_version=town.frame()["version"])
    assert desk.get(f"{PAGE}/stav").json == {"total": 3, "coded": 1, "stamp": "-0"}
    office.send(desk, f"/en{PAGE}", to=f"/en{PAGE}/prekodovani")
    assert len(town.promised("reclassify")) == 1
    assert "Code the missing comments" not in desk.get(f"/en{PAGE}").text


def test_coordinators_read_and_release_nothing(client: FlaskClient, region: Region) -> None:
    town.import_frame()
    town.store_coder()
    desk = office.enter(client, office.add_person("k@testov.cz", (Role.COORDINATOR, region)))
    page = desk.get(f"/en{PAGE}").text
    assert "waits for release" in page
    assert "<form" not in page.partition("<main")[2]
    assert "Put this coder in force" not in desk.get(f"/en{CARD}").text
    assert desk.get(f"/en{RELEASE}").status_code == 403


def test_a_coder_that_does_not_exist_is_not_found(desk: FlaskClient) -> None:
    assert desk.get(f"{PAGE}/koder/learned-1-zzz").status_code == 404
    assert desk.get(f"{PAGE}/koder/learned-1-zzz/nasazeni").status_code == 404
