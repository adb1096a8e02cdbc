"""From responses and decisions to a published index: inputs, the job, its snapshot, its publication."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.jobs import index as job
from survey_app.models import Comment, IndexSnapshot, Region, StaffMember, Wave
from survey_app.operations import collection, index, outbox, triage
from survey_app.operations.collection import Submission, Target, Verbatim
from survey_app.operations.index import NotReproducedError
from survey_app.queries import index as queries
from survey_app.queries import results
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Mode, Role, SnapshotState, Verdict
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person, enter, send
from tests.survey_app.publication import publish_snapshot

DAY = timedelta(days=1)
Answer = Callable[..., None]


@pytest.fixture
def wave(catalogues: None, make_wave: MakeWave) -> Wave:
    """A closed wave of the annual questionnaire."""
    now = clock.now()
    return make_wave(annual(), wave_code="annual", opens_at=now - 9 * DAY, closes_at=now - DAY)


def answer(wave: Wave, number: int, verbatim: str = "", **answers: Any) -> None:
    submission = Submission(
        submission_id=f"{wave.wave_code} {number}",
        receipt_hash="0",
        language="cs",
        mode=Mode.WEB if number % 2 else Mode.PAPER,
        answers=answers,
        verbatims=(Verbatim("q15", verbatim),) if verbatim else (),
        service_code=answers.get("q03"),
    )
    with db.transaction() as session:
        target = Target(wave.id, wave.region_id, wave.questionnaire_version_id)
        collection.submit_response(session, target, submission, wave.opens_at, late=False)


def rate(wave: Wave, number: int, service: str, grade: str, **others: Any) -> None:
    answer(wave, number, q03=service, q04=grade, q05=grade, q06=grade, q07a=grade, q08=grade, **others)


def inputs(wave: Wave) -> queries.IndexInputs:
    with db.reading() as session:
        return queries.inputs(session, wave.id)


def compute(wave: Wave) -> None:
    with db.transaction() as session:
        index.request_computation(session, session.merge(wave), clock.now(), by=None)
        promised = queries.computation(session, wave.id)
        assert promised is not None
        claim = outbox.claim(session, promised.message_id, clock.now())
    assert claim is not None
    job.compute_index(claim)
    with db.reading() as session:
        assert queries.computation(session, wave.id) is None


def snapshots(wave: Wave) -> list[IndexSnapshot]:
    with db.reading() as session:
        return queries.snapshots(session, frozenset({wave.region_id}))


def cell(document: dict[str, Any], kind: str, code: str | None) -> dict[str, Any]:
    found: dict[str, Any] = next(c for c in document["cells"] if (c["kind"], c["code"]) == (kind, code))
    return found


def test_ratings_become_scores_and_not_knowing_becomes_nothing(wave: Wave) -> None:
    answer(
        wave, 1, q03="S01", q04="very_good", q05="rather_bad", q06="dont_know", q07b="neither", q09="very_bad"
    )
    (row,) = inputs(wave).responses
    assert row == {
        "service_code": "S01",
        "mode": "web",
        "language": "cs",
        "access": 100.0,
        "availability": 25.0,
        "environment": 50.0,
        "overall": 0.0,
    }


def test_a_service_outside_the_catalogue_counts_for_the_town_only(wave: Wave) -> None:
    answer(wave, 1, q03="other", q04="very_good")
    answer(wave, 2, q12=["seniors"])
    found = inputs(wave)
    assert [row["service_code"] for row in found.responses] == [None, None]
    assert found.services["S03"] == ("seniors", "disability", "carers")
    assert "other" not in found.services


def decided(wave: Wave, region: Region) -> None:
    person = add_person("k@testov.example", (Role.COORDINATOR, region))
    words = {"good": "praise", "bad": "complaint", "idea": "suggestion", "off": None, "later": None}
    for number, word in enumerate(words):
        answer(wave, number, verbatim=word, q03="S01")
    with db.transaction() as session:
        comments: dict[str, UUID] = {each.text: each.id for each in session.query(Comment)}
        for word, kind in words.items():
            if word == "later":
                continue
            triage.decide(
                session,
                comments[word],
                0,
                verdict=Verdict.RELEVANT if kind else Verdict.IRRELEVANT,
                reason=None if kind else IrrelevanceReason.NO_CONTENT,
                target_groups=["seniors"] if kind else [],
                kind=CommentKind(kind) if kind else None,
                note="",
                staff_id=person.id,
            )
        triage.take_back(session, comments["idea"], 1, staff_id=person.id)


def test_only_what_a_person_found_relevant_has_a_voice(wave: Wave, region: Region) -> None:
    decided(wave, region)
    found = inputs(wave).comments
    assert sorted(row["kind"] for row in found) == ["complaint", "praise"]
    assert found[0]["service_code"] == "S01"
    assert found[0]["target_groups"] == ("seniors",)
    with db.reading() as session:
        assert queries.undecided_comments(session, wave.id) == 2


def fill(wave: Wave) -> None:
    for number in range(40):
        rate(wave, number, "S02", "very_good" if number % 2 else "rather_good")
    for number in range(40, 44):
        rate(wave, number, "S06", "very_bad")


def test_the_job_stores_a_draft_and_settles_its_promise(wave: Wave) -> None:
    fill(wave)
    compute(wave)
    (found,) = snapshots(wave)
    assert found.state is SnapshotState.DRAFT
    assert cell(found.document, "service", "S02")["survey"]["value"] == 87.5
    assert cell(found.document, "service", "S06")["n"] == 4
    assert cell(found.public_document, "service", "S06") == {
        "kind": "service",
        "code": "S06",
        "band": "hidden",
    }


def test_computing_again_gives_the_same_and_stores_nothing(wave: Wave) -> None:
    fill(wave)
    compute(wave)
    compute(wave)
    (found,) = snapshots(wave)
    rate(wave, 99, "S02", "very_bad")
    compute(wave)
    assert len(snapshots(wave)) == 2
    assert len({each.inputs_hash for each in snapshots(wave)}) == 2
    assert found.id in {each.id for each in snapshots(wave)}


def test_another_result_from_the_same_inputs_is_an_alarm(wave: Wave) -> None:
    fill(wave)
    compute(wave)
    (found,) = snapshots(wave)
    with pytest.raises(NotReproducedError), db.transaction() as session:
        index.store_snapshot(
            session,
            wave.id,
            method_version=found.method_version,
            inputs_hash=found.inputs_hash,
            document={**found.document, "received": 0},
            public_document=found.public_document,
            computed_at=clock.now(),
        )


def test_a_job_that_lost_its_claim_stores_nothing(wave: Wave) -> None:
    fill(wave)
    with db.transaction() as session:
        index.request_computation(session, session.merge(wave), clock.now(), by=None)
        promised = queries.computation(session, wave.id)
        assert promised is not None
        slow = outbox.claim(session, promised.message_id, clock.now())
        outbox.claim(session, promised.message_id, clock.now())
    assert slow is not None
    with pytest.raises(outbox.ClaimLostError):
        job.compute_index(slow)
    assert snapshots(wave) == []


def test_an_empty_wave_has_an_index_that_shows_nothing(wave: Wave) -> None:
    compute(wave)
    (found,) = snapshots(wave)
    assert {each["band"] for each in found.public_document["cells"]} == {"hidden"}


def test_a_draft_is_nobodys_business_until_it_is_published(
    client: FlaskClient, wave: Wave, region: Region
) -> None:
    fill(wave)
    compute(wave)
    (draft,) = snapshots(wave)
    with db.reading() as session:
        assert results.published_snapshot(session, wave.wave_code) is None
        assert results.cited_snapshot(session, wave.wave_code, draft.id) is None
    office = enter(client, add_person("m@testov.example", (Role.METHODOLOGIST, region)))
    page = f"/en/urad/vysledky/{draft.id}"
    shown = office.get(f"{page}/vse").text
    assert "87.5" in shown
    assert "hidden: too few" in shown
    assert send(office, "/urad/heslo", to=f"{page}/zverejneni").status_code == 422
    with db.transaction() as session:
        assert results.published_snapshot(session, wave.wave_code) is None
        by = session.query(StaffMember).filter_by(email="m@testov.example").one().id
        publish_snapshot(session, session.get_one(IndexSnapshot, draft.id), clock.now(), by=by)
    with db.reading() as session:
        found = results.published_snapshot(session, wave.wave_code)
    assert found is not None
    assert found.document == draft.public_document


def test_newer_results_replace_older_ones_which_stay_at_their_address(
    client: FlaskClient, wave: Wave, region: Region
) -> None:
    person = add_person("m@testov.example", (Role.METHODOLOGIST, region))
    fill(wave)
    for number in (0, 90):
        if number:
            rate(wave, number, "S02", "very_bad")
        compute(wave)
        with db.transaction() as session:
            newest = queries.snapshots(session, frozenset({region.id}))[0]
            publish_snapshot(session, newest, clock.now(), by=person.id)
    new, old = snapshots(wave)
    assert (new.state, old.state) == (SnapshotState.PUBLISHED, SnapshotState.SUPERSEDED)
    with db.reading() as session:
        cited = results.cited_snapshot(session, wave.wave_code, old.id)
        assert results.published_wave_codes(session) == {wave.wave_code}
    assert cited is not None
    assert cited.replaced
    assert client.get(f"/vysledky/{wave.wave_code}/{old.id}").status_code == 200


def test_a_snapshot_of_another_region_does_not_exist(client: FlaskClient, wave: Wave, region: Region) -> None:
    compute(wave)
    (draft,) = snapshots(wave)
    with db.transaction() as session:
        elsewhere = Region(code="jinde", name="Jinde", languages=["cs"])
        session.add(elsewhere)
    office = enter(client, add_person("m@jinde.example", (Role.METHODOLOGIST, elsewhere)))
    assert office.get(f"/urad/vysledky/{draft.id}").status_code == 404
    answer = send(office, "/urad/heslo", to=f"/urad/vysledky/{draft.id}/zverejneni")
    assert answer.status_code == 404
