"""What is asked of the database: as much for ten rows as for two, and what takes long before others wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import Region
from survey_app.operations import bank, collection, design
from survey_app.queries import design as queries
from survey_app.vocabulary import Mode, Role
from tests.survey_app import drafting
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.office import add_person, enter

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements of a block."""
    said: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        said.append(statement)

    engine = db.current().engine
    sa.event.listen(engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        sa.event.remove(engine, "before_cursor_execute", note)


def add_row(region: Region, make_wave: MakeWave, number: int) -> None:
    """One more of everything: a draft, a version with a wave of its own, an entry of the bank."""
    document = questionnaire() | {"questionnaire_code": f"other-{number}"}
    drafting.begin(region, document)
    make_wave(document, wave_code=f"wave-{number}")
    with db.transaction() as session:
        design.publish_version(session, region, document | {"version": f"{number}.2"}, clock.now())
        bank.keep_scale(session, region, document["scales"][0] | {"code": f"scale_{number}"})


@pytest.mark.parametrize("address", ["/urad", "/urad/dotazniky", "/urad/dotazniky/banka", "/urad/vlny", "/"])
def test_a_longer_list_takes_no_more_statements(
    client: FlaskClient, region: Region, make_wave: MakeWave, address: str
) -> None:
    office = enter(client, add_person("marek@testov.example", (Role.METHODOLOGIST, region)))
    counts = []
    for numbers in (range(2), range(2, 6)):
        for number in numbers:
            add_row(region, make_wave, number)
        office.get(address)  # versions are read once per process
        with counted() as said:
            assert office.get(address).status_code == 200
        counts.append(len(said))
    assert counts[0] == counts[1], said
    assert 0 < counts[0] < 20


def test_a_command_that_publishes_reads_answers_once_and_before_it_keeps_others_from_writing(
    app: Flask, region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave()
    target = collection.Target(wave.id, region.id, wave.questionnaire_version_id)
    sent = collection.Submission("1", "r1", "cs", Mode.WEB, {"used": "yes", "visits": 80})
    with db.transaction() as session:
        collection.submit_response(session, target, sent, clock.now(), late=False)
    changed = questionnaire(version="2")
    changed["sections"][1]["items"][1]["maximum"] = 50
    drafting.begin(region, changed)

    with counted() as said:
        command = ["questionnaire", "publish", changed["questionnaire_code"], "--acknowledge", "a test"]
        result = app.test_cli_runner().invoke(args=command)

    assert result.exit_code == 0, result.output
    with db.reading() as session:
        version = queries.published_version(session, region.id, changed["questionnaire_code"], 2)
    assert version is not None
    assert [change["count"] for change in version.changes if change["kind"] == "range_narrowed"] == [1]
    reads = [place for place, statement in enumerate(said) if "FROM response" in statement]
    assert len(reads) == 1
    assert reads[0] < said.index("BEGIN IMMEDIATE")
