"""The service that a citizen chose reaches the machine's suggestion, and the page can say that it did."""

import pytest
from flask import Flask
from flask_babel import force_locale

from survey_app import db
from survey_app.blueprints.triage.suggestion import suggestion
from survey_app.config import PROJECT_ROOT
from survey_app.jobs import work
from survey_app.models import Classification, Region
from survey_app.operations import coders, outbox, reference
from survey_app.queries import classification
from survey_app.queries import reference as reference_queries
from tests.survey_app import coding_town as town
from tests.survey_app import office

TEXT = "Takových lidí je málo."
HOME, HOME_CARE, FOR_MANY = "S02", "S01", "S03"


@pytest.fixture
def catalogued(region: Region) -> Region:
    """A region with the services of the demo and a coding frame."""
    town.import_frame()
    with db.transaction() as session:
        reference.import_directory(session, region, PROJECT_ROOT / "survey_app" / "content" / "javorov")
    return region


def work_off(kind: str) -> None:
    """Do in this process what waits."""
    work.run([str(message.id) for message in town.promised(kind)])


def coded(region: Region, service_code: str | None, text: str = TEXT) -> Classification:
    """A comment beside which a service was chosen, as the worker codes it."""
    comment = office.add_comment(region, text, service_code=service_code)
    with db.transaction() as session:
        outbox.promise(session, "classify_comment", comment_id=str(comment.id))
    work_off("classify_comment")
    with db.reading() as session:
        found = classification.coding_in_force(session, comment.id)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("service_code", "relevant", "groups"),
    [
        (HOME, True, ["seniors"]),
        (HOME_CARE, True, ["seniors", "disability"]),
        (FOR_MANY, True, []),
        ("S99", None, []),
        (None, None, []),
    ],
)
def test_a_comment_that_says_nothing_is_coded_by_its_service(
    catalogued: Region, service_code: str | None, relevant: bool | None, groups: list[str]
) -> None:
    found = coded(catalogued, service_code)
    assert found.coding["relevant"] is relevant
    assert found.abstained is (relevant is None)
    assert found.coding["suggested_groups"] == groups


def test_a_comment_is_coded_anew_with_its_service(catalogued: Region) -> None:
    comment = office.add_comment(catalogued, TEXT, service_code=HOME)
    with db.transaction() as session:
        assert coders.promise_reclassification(session)
    work_off("reclassify")
    with db.reading() as session:
        found = classification.coding_in_force(session, comment.id)
    assert found is not None
    assert found.coding["suggested_groups"] == ["seniors"]


def test_the_service_is_the_reason_that_the_page_gives(app: Flask, catalogued: Region) -> None:
    stored = coded(catalogued, HOME)
    with db.reading() as session:
        groups = reference_queries.target_groups(session)
    with app.test_request_context(), force_locale("en"):
        said = suggestion(stored, groups, "en")
    assert said is not None
    reasons = {reason.about_the_whole: reason.speaks_for for reason in said.reasons}
    assert reasons["the service chosen with the comment"] == ("a matter of social services", "seniors (65+)")
    assert (said.relevance, [strength for _, strength in said.group_lines]) == (
        "likely about social services",
        ["some signs"],
    )
