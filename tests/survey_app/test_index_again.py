"""Snapshots computed again from what they keep, and compared with the wave before."""

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from click.testing import Result
from flask import Flask

from survey_app import clock, db
from survey_app.jobs import by_hand, tallies
from survey_app.jobs import index as job
from survey_app.models import AnswerTally, IndexSnapshot, RatingTally, Region, Response, Wave
from survey_app.queries import index as queries
from survey_app.queries import index_inputs, snapshots
from survey_app.vocabulary import Role, SnapshotState
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person
from tests.survey_app.publication import publish_snapshot
from tests.survey_app.test_tallies import made_up, put

DAY = timedelta(days=1)


@pytest.fixture
def wave(catalogues: None, make_wave: MakeWave) -> Wave:
    """A closed wave of the annual questionnaire that a hundred people answered."""
    now = clock.now()
    wave = make_wave(annual(), wave_code="annual", opens_at=now - 9 * DAY, closes_at=now - 2 * DAY)
    put(wave, *made_up(wave, 100))
    return wave


def compute(wave: Wave) -> IndexSnapshot:
    computed = job.of_wave(wave.id)
    with db.transaction() as session:
        job.store(session, wave.id, computed, clock.now())
    with db.reading() as session:
        newest = queries.snapshots_of(session, wave.id)[0]
        found = queries.stored_inputs(session, newest.id)
    assert found is not None
    return found


def publish(snapshot: IndexSnapshot, region: Region) -> None:
    person = add_person(f"m{snapshot.id}@testov.example", (Role.METHODOLOGIST, region))
    with db.transaction() as session:
        stored = session.get_one(IndexSnapshot, snapshot.id)
        publish_snapshot(session, stored, clock.now(), by=person.id)


def kept(snapshot: IndexSnapshot) -> dict[str, Any]:
    assert snapshot.inputs is not None
    return index_inputs.unpacked(snapshot.inputs)


def differences(snapshot: IndexSnapshot) -> list[str]:
    with db.reading() as session:
        return job.differences(session, snapshot.id)


def test_a_snapshot_is_reproduced_after_its_responses_and_tallies_are_gone(wave: Wave) -> None:
    snapshot = compute(wave)
    with db.transaction() as session:
        for table in (Response, RatingTally, AnswerTally):
            session.execute(sa.delete(table))
    assert differences(snapshot) == []


def test_a_figure_that_was_changed_by_hand_is_not_reproduced(wave: Wave) -> None:
    snapshot = compute(wave)
    changed = snapshot.public_document | {"received": 101}
    with db.transaction() as session:
        session.execute(sa.update(IndexSnapshot).values(public_document=changed))
    assert differences(snapshot) == ["the public document"]


def test_inputs_that_were_changed_by_hand_are_not_reproduced(wave: Wave) -> None:
    snapshot = compute(wave)
    inputs = kept(snapshot)
    inputs["ratings"][0][4] += 1
    packed = index_inputs.packed(json.dumps(inputs))
    with db.transaction() as session:
        session.execute(sa.update(IndexSnapshot).values(inputs=packed))
    assert "the fingerprint of the inputs" in differences(snapshot)


def test_a_paper_form_that_comes_late_makes_another_snapshot(wave: Wave, region: Region) -> None:
    first = compute(wave)
    publish(first, region)
    assert kept(first)["published_before"] == []
    put(wave, *made_up(wave, 1, seed=9))
    second = compute(wave)
    assert second.inputs_hash != first.inputs_hash
    assert second.document["received"] == first.document["received"] + 1 == 101
    (before,) = kept(second)["published_before"]
    assert before["ratings"] == kept(first)["ratings"]
    assert before["shown"] == first.document["shown"]
    assert differences(second) == differences(first) == []


def test_what_is_published_between_reading_and_storing_makes_a_draft_outdated(
    wave: Wave, region: Region
) -> None:
    first = compute(wave)
    put(wave, *made_up(wave, 20, seed=9))
    read_too_early = job.of_wave(wave.id)
    publish(first, region)
    with db.transaction() as session:
        job.store(session, wave.id, read_too_early, clock.now())
    assert [outdated(each) for each in stored(wave)] == [True, False]
    second = compute(wave)
    assert second.published_before == [str(first.id)]
    assert not outdated(second)


def test_the_same_figures_computed_beside_more_that_is_published_are_not_outdated(
    wave: Wave, region: Region
) -> None:
    first = compute(wave)
    with db.transaction() as session:
        old = IndexSnapshot(
            wave_id=wave.id,
            method_version="2",  # which kept no inputs
            inputs_hash="old",
            document=first.document,
            public_document=first.public_document,
            state=SnapshotState.PUBLISHED,
            computed_at=clock.now() - DAY,
            published_at=clock.now(),
        )
        session.add(old)
    assert outdated(first)
    early = replace(job.of_wave(wave.id), published_before=frozenset())
    for computed in (job.of_wave(wave.id), early):
        with db.transaction() as session:
            assert not job.store(session, wave.id, computed, clock.now())
        with db.reading() as session:
            assert not snapshots.is_outdated(session, session.get_one(IndexSnapshot, first.id))


def stored(wave: Wave) -> list[IndexSnapshot]:
    with db.reading() as session:
        return list(queries.snapshots_of(session, wave.id))


def outdated(snapshot: IndexSnapshot) -> bool:
    with db.reading() as session:
        return snapshots.is_outdated(session, snapshot)


def test_a_wave_is_compared_with_the_last_published_one_of_its_series(
    wave: Wave, make_wave: MakeWave, region: Region
) -> None:
    now = clock.now()
    reworded = annual() | {"version": "next"}
    item = next(
        item for section in reworded["sections"] for item in section["items"] if item["item_code"] == "q13"
    )
    item["texts"] = {tag: f"Něco úplně jiného: {text}" for tag, text in item["texts"].items()}
    later = make_wave(reworded, wave_code="later", opens_at=now - 2 * DAY, closes_at=now - DAY)
    put(later, *made_up(later, 100, seed=3))
    assert kept(compute(later))["before"] is None
    first = compute(wave)
    publish(first, region)
    before = kept(compute(later))["before"]
    assert (before["snapshot_id"], before["wave_code"], before["method"]) == (str(first.id), "annual", "3")
    assert before["breaks"] == ["q13"]
    assert before["cells"] == first.document["cells"]
    assert kept(compute(wave))["before"] is None


@pytest.fixture
def run(app: Flask, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a command; what it starts uses the same database."""
    monkeypatch.setenv("DATABASE_URL", database_url)

    def run(*arguments: str) -> Result:
        return app.test_cli_runner().invoke(args=["index", *arguments])

    return run


def test_commands_compute_and_reproduce(wave: Wave, run: Any, capfd: pytest.CaptureFixture[str]) -> None:
    computed = run("compute", "annual")
    assert computed.exit_code == 0, computed.output
    with db.reading() as session:
        (snapshot,) = queries.snapshots_of(session, wave.id)
    assert str(snapshot.id) in computed.output
    assert run("reproduce", str(snapshot.id)).exit_code == 0
    assert "is reproduced byte for byte" in capfd.readouterr().out
    with db.transaction() as session:
        session.execute(sa.update(IndexSnapshot).values(inputs=None, method_version="2"))
    assert by_hand.reproduce(str(snapshot.id)) == 1
    assert "version 2 of the method, which kept nothing" in capfd.readouterr().err


def test_commands_refuse_in_one_sentence(wave: Wave, make_wave: MakeWave, run: Any) -> None:
    make_wave()
    assert run("compute", "nothing").output == "Error: There is no wave nothing.\n"
    assert run("rebuild", "nothing").output == "Error: There is no wave nothing.\n"
    assert run("compute", "tiny-1").output == "Error: Answers are still taken in the wave tiny-1.\n"


def test_the_command_checks_and_mends_tallies(wave: Wave, run: Any) -> None:
    tallies.add_all(wave.id)
    right = "The tallies of annual are what its responses add up to.\n"
    assert run("rebuild", "annual", "--check").output == right
    with db.transaction() as session:
        one = AnswerTally.item_code == "q01", AnswerTally.option_code == ""
        session.execute(sa.update(AnswerTally).where(*one).values(responses=AnswerTally.responses + 1))
    checked = run("rebuild", "annual", "--check")
    assert checked.exit_code == 1
    assert "item q01, option (any), service " in checked.output
    assert "and" in checked.output
    mended = run("rebuild", "annual")
    assert (mended.exit_code, mended.output.splitlines()[-1].endswith("were wrong and are right now.")) == (
        0,
        True,
    )
    assert run("rebuild", "annual", "--check").output == right
