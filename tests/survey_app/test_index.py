"""From responses and decisions to a published index: inputs, the job, its snapshot, its publication."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.jobs import index as job
from survey_app.jobs import tallies
from survey_app.models import Comment, IndexSnapshot, MarginSet, Region, StaffMember, Wave
from survey_app.operations import collection, index, outbox, triage
from survey_app.operations.collection import Submission, Target, Verbatim
from survey_app.operations.index import NotReproducedError
from survey_app.queries import index as queries
from survey_app.queries import index_inputs, results
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Mode, Role, SnapshotState, Verdict
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person, enter, send
from tests.survey_app.publication import publish_snapshot

DAY = timedelta(days=1)
LONG_AGO = datetime(2023, 5, 1, tzinfo=UTC)
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


def inputs(wave: Wave) -> dict[str, Any]:
    tallies.add_all(wave.id)
    with db.reading() as session:
        return index_inputs.of_wave(session, wave.id).document


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


def test_inputs_hold_sums_of_responses_and_what_they_are_read_with(wave: Wave) -> None:
    answer(wave, 1, q03="S01", q04="very_good", q05="rather_bad", q06="dont_know", q07b="neither")
    answer(wave, 2, q03="other", q10=["respite"], q12=["seniors"], q16="81+")
    found = inputs(wave)
    assert [row[:6] for row in found["ratings"]] == [
        ["age=&territory=", "S01", "web", "cs", 1, 1],
        ["age=81+&territory=", "", "paper", "cs", 1, 0],
    ]
    assert found["answers"] == [
        ["q10", "", "", "age=81+&territory=", 1],
        ["q10", "respite", "", "age=81+&territory=", 1],
        ["q12", "", "", "age=81+&territory=", 1],
        ["q12", "seniors", "", "age=81+&territory=", 1],
    ]
    assert found["services"]["S03"] == ["carers", "disability", "seniors"]
    assert "other" not in found["services"]
    assert found["items"]["q10"]["options"]["respite"] == {"target_groups": ["carers"]}
    assert found["items"]["q12"]["options"]["seniors"] == {"target_groups": ["seniors"]}
    assert {code: item["dimension"] for code, item in found["items"].items()} == {
        "q10": "need_felt",
        "q11": "need_reasons",
        "q12": "need_priority",
        "q13": "need_future",
    }
    assert (found["margins"], found["before"]) == ({}, None)


def test_money_is_that_of_the_year_of_the_wave_and_of_those_before(wave: Wave) -> None:
    found = inputs(wave)
    assert ["S01", 2025, "city", 9_800_000] in found["money"]
    assert found["capacity"]["S01"] == {"capacity": 160, "unit": "clients/day", "users": 412}
    with db.transaction() as session:
        session.execute(sa.update(Wave).values(announced_at=LONG_AGO, opens_at=LONG_AGO))
    assert {row[1] for row in inputs(wave)["money"]} == {2023}


def test_margins_are_those_in_force_in_categories_that_people_could_choose(
    wave: Wave, region: Region
) -> None:
    sets = (
        {"age": {"15-18": 1, "81+": 2}},
        {"age": {"15-18": 90, "81+": 10, "0-14": 50}, "sex": {"f": 1, "m": 1}, "territory": {"podhaji": 5}},
    )
    with db.transaction() as session:
        for sequence, document in enumerate(sets, 1):
            session.add(
                MarginSet(
                    region_id=region.id,
                    sequence=sequence,
                    document=document,
                    source="a count",
                    counted_on=clock.today(),
                    loaded_at=clock.now(),
                )
            )
    assert inputs(wave)["margins"] == {"age": {"15-18": 90, "81+": 10}}


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
    found = inputs(wave)["comments"]
    assert found == [["S01", ["seniors"], "complaint"], ["S01", ["seniors"], "praise"]]
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
