"""The page of quality: honest while there is nothing, figures with intervals, slips of own regions only."""

import json
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import AuditEvent, Comment, OutboxMessage, Region, StaffMember
from survey_app.operations import coders, reviews
from survey_app.queries import releases
from survey_app.queries import reviews as queries
from survey_app.vocabulary import ReviewOccasion, Role
from tests.survey_app import coding_town as town
from tests.survey_app import office

PAGE = "/urad/kodovani/kvalita"
NOTHING = {"value": None, "low": None, "high": None}


@pytest.fixture
def desk(client: FlaskClient, methodologist: StaffMember) -> FlaskClient:
    town.import_frame()
    return office.enter(client, methodologist)


def between(value: float) -> dict[str, float]:
    return {"value": value, "low": value - 0.03, "high": value + 0.03}


def measured(n: int) -> dict[str, Any]:
    """What was measured on n decisions."""
    if n < queries.FEWEST:
        return {"n": n}
    label = {"predicted": 40, "precision": between(0.81), "recall": between(0.72), "f1": between(0.76)}
    return {
        "n": n,
        "texts": n,
        "abstained": {"n": n, **between(0.08)},
        "relevance": {"n": n, **between(0.91)},
        "groups": {"n": n, **between(0.66)},
        "kind": {"n": n, **between(0.77)},
        "labels": [
            {"key": "relevant", "n": n, **label},
            {"key": "group:seniors", "n": 12, **label},
            {"key": "kind:praise", "n": 35, **label},
        ],
    }


def document(**changes: Any) -> dict[str, Any]:
    """Return what a review may find, as `analytics.text.quality.review` writes it."""
    nobody = {"n": 0, "observed": NOTHING, "kappa": NOTHING, "alpha": NOTHING, "f1": NOTHING}
    return {
        "version": "review-1",
        "decisions": 0,
        "sample": measured(0),
        "all": measured(0),
        "languages": [],
        "diacritics": [{"diacritics": True, "n": 0}, {"diacritics": False, "n": 0}],
        "months": [],
        "reliability": {},
        "people": {"n": 0, "relevance": nobody, "kind": nobody, "labels": {}},
        "curves": {},
        "slips": [],
        "drift": {"n": 0, "languages": {}, "unknown_words": 0.0, "months": [], "verdict": None},
        **changes,
    }


def store(found: dict[str, Any], version: str = releases.DAY_ONE) -> None:
    with db.transaction() as session:
        reviews.store(
            session,
            found,
            clock.now(),
            occasion=ReviewOccasion.SCHEDULED,
            model_version=version,
            coding_frame_version=town.frame()["version"],
        )


def slip(comment: Comment, **changes: Any) -> dict[str, Any]:
    return {
        "comment": str(comment.id),
        "about": "relevance",
        "said": "irrelevant",
        "machine": "relevant",
        "probability": 0.93,
        "margin": 0.86,
        **changes,
    }


def test_before_the_first_look_the_page_says_so(desk: FlaskClient) -> None:
    page = desk.get(f"/en{PAGE}").text
    assert "The quality has not been looked at yet." in page
    assert "Likely slips" not in page
    assert f'href="/en{PAGE}"' in desk.get("/en/urad/kodovani").text


def test_a_look_is_asked_for_once_and_logged(desk: FlaskClient) -> None:
    answer = office.send(desk, f"/en{PAGE}")
    assert answer.status_code == 303
    page = desk.get(answer.location).text
    assert "The quality is being looked at anew." in page
    assert "The work waits for its turn." in page
    assert "Look again" not in page
    with db.transaction() as session:
        session.execute(sa.update(OutboxMessage).values(attempts=1))
        assert "review_requested" in session.scalars(sa.select(AuditEvent.action)).all()
    assert "The machine is working on it." in desk.get(f"/en{PAGE}").text
    again = office.send(desk, "/en/urad/heslo", to=f"/en{PAGE}")
    assert "being looked at already" in desk.get(again.location).text


def test_the_state_changes_when_the_page_would(desk: FlaskClient) -> None:
    before = desk.get(f"{PAGE}/stav").json
    store(document())
    after = desk.get(f"{PAGE}/stav").json
    assert before != after
    assert f'data-stamp="{after["stamp"]}"' in desk.get(PAGE).text


def test_a_coordinator_reads_but_does_not_ask(client: FlaskClient, region: Region) -> None:
    town.import_frame()
    office.enter(client, office.add_person("koordinatorka@testov.cz", (Role.COORDINATOR, region)))
    assert "Look again" not in client.get(f"/en{PAGE}").text
    assert office.send(client, "/en/urad/heslo", to=f"/en{PAGE}").status_code == 403


def test_under_thirty_decisions_no_figure_is_told(desk: FlaskClient) -> None:
    store(document(all=measured(29), decisions=29))
    page = desk.get(f"/en{PAGE}").text
    assert "29 decisions can be measured, and below 30 nothing is told" in page
    assert "No comment has been read by two people without sight of each other yet" in page
    assert "It cannot be told: at least 30 comments" in page
    assert "Too few decisions to tell anything label by label." in page


def test_the_random_sample_speaks_first(desk: FlaskClient) -> None:
    people = document()["people"]
    people = people | {"n": 60, "relevance": people["relevance"] | {"n": 60, "observed": between(0.93)}}
    store(document(sample=measured(412), all=measured(700), people=people))
    page = desk.get(f"/en{PAGE}").text
    assert "Of 412 randomly chosen comments the machine judged 412, and there it agreed" in page
    assert "with people on relevance in 91\u00a0% (88–94\u00a0%)." in page
    assert "Two people agreed with each other in 93\u00a0% (90–96\u00a0%)." in page
    assert "In 8\u00a0% (5–11\u00a0%) the machine gave no answer." in page


def test_without_a_sample_the_page_says_that_nothing_was_drawn(desk: FlaskClient) -> None:
    store(document(sample=measured(4), all=measured(90)))
    page = desk.get(f"/en{PAGE}").text
    assert "Of 90 comments that people decided about" in page
    assert "These comments were not chosen at random." in page


def test_small_numbers_are_named_and_greyed(desk: FlaskClient) -> None:
    store(document(all=measured(90)))
    page = desk.get(f"/en{PAGE}").text
    assert page.count("few comments: only a hint") == 1
    assert "0.76 (0.73" in page


@pytest.mark.usefixtures("catalogues")
def test_pictures_have_tables_with_the_same_figures(desk: FlaskClient) -> None:
    points = [{"n": n, **between(value)} for n, value in ((60, 0.5), (120, 0.61), (240, 0.68))]
    gains = [{"more": 200, **between(0.06), "verdict": "gain"}]
    bins = [{"low": 0.7, "high": 0.8, "n": 44, "probability": 0.74, "share": between(0.7)}]
    store(
        document(
            all=measured(240),
            months=[{"month": "2026-10", **measured(200)}, {"month": "2026-11", **measured(7)}],
            curves={"relevance": {"labels": ["relevant"], "points": points, "gains": gains}},
            reliability={"relevance": {"n": 44, "ece": 0.04, "bins": bins}},
        )
    )
    page = desk.get(f"/en{PAGE}").text
    assert "91 of 100; with 95 % certainty between 88 and 94" in page
    assert "October 2026" in page
    assert "too few decisions to tell" in page
    assert "200 more decisions would bring about 6.0 points of macro F1 (between 3.0 and 9.0)." in page
    assert "the machine said 74 of 100" in page
    assert page.count("in figures</span></summary>") == 3


def test_drift_is_told_in_words(desk: FlaskClient) -> None:
    difference = {"value": 0.9, "by_chance": 0.5, "p": 0.001}
    month = {
        "month": "2026-11",
        "n": 80,
        "languages": {"uk": 0.7, "cs": 0.3},
        "unknown_words": 0.4,
        "differences": {"wording": difference, "languages": difference, "length": difference},
        "verdict": "strong",
    }
    found = {"n": 200, "languages": {"cs": 1.0}, "unknown_words": 0.1, "months": [month], "verdict": "strong"}
    store(document(drift=found))
    page = desk.get(f"/en{PAGE}").text
    assert "Yes, strongly" in page
    assert "Ukrainian 70 %, Czech 30 %" in page


def test_slips_show_comments_of_own_regions_and_go_when_decided_anew(
    desk: FlaskClient, region: Region, methodologist: StaffMember
) -> None:
    mine = office.add_comment(region, "Babička čeká na péči.")
    foreign = office.add_comment(office.add_region("jinde"), "Cizí podnět.")
    store(
        document(slips=[slip(foreign), slip(mine, about="group:seniors", said="not_given", machine="given")])
    )
    page = desk.get(f"/en{PAGE}").text
    assert "Babička čeká na péči." in page
    assert "Cizí podnět." not in page
    assert "given (93" in page
    assert f"/urad/podnety/{mine.id}" not in page  # a methodologist does not decide
    town.decide([mine.id], methodologist)
    assert "Babička čeká na péči." not in desk.get(f"/en{PAGE}").text


def test_a_coordinator_can_open_a_likely_slip(client: FlaskClient, region: Region) -> None:
    town.import_frame()
    office.enter(client, office.add_person("koordinatorka@testov.cz", (Role.COORDINATOR, region)))
    comment = office.add_comment(region, "Babička čeká na péči.")
    store(document(slips=[slip(comment)]))
    page = client.get(f"/en{PAGE}").text
    assert f"/urad/podnety/{comment.id}" in page
    assert "Not relevant" in page


def test_slips_leave_personal_data_out(desk: FlaskClient, region: Region) -> None:
    comment = office.add_comment(region, "Paní Nováková, 777 123 456, čeká.")
    office.classify(comment.id, personal_data=[["name", 5, 13], ["phone", 15, 26]])
    store(document(slips=[slip(comment)]))
    page = desk.get(f"/en{PAGE}").text
    assert "Paní [name], [telephone number], čeká." in page
    assert "Nováková" not in page


def test_figures_of_a_coder_that_is_not_in_force_any_more_say_so(desk: FlaskClient) -> None:
    store(document())
    coder = town.store_coder()
    with db.transaction() as session:
        coders.release(session, session.merge(coder), clock.now(), instead_of=0, note="", by=None)
    assert "These figures are not about it." in desk.get(f"/en{PAGE}").text


def test_the_command_line_tells_the_same(app: Flask, region: Region) -> None:
    def run(*arguments: str) -> str:
        return str(app.test_cli_runner().invoke(args=["coder", *arguments]).output)

    town.import_frame()
    assert "The quality has not been looked at yet" in run("quality")
    assert "is promised." in run("review")
    assert "is promised already." in run("review")
    store(document(sample=measured(3), all=measured(90), decisions=95))
    told = run("quality")
    assert "random sample: n=3  (below 30 nothing is told)" in told
    assert "all measured: n=90  agreed on relevance 0.910 [0.880, 0.940]" in told
    assert "group:seniors  n=12  F1 0.760 [0.730, 0.790]" in told
    assert json.loads(run("quality", "--json"))["decisions"] == 95
