"""Pages with lists ask the database as often for ten rows as for two."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import Region
from survey_app.operations import bank, design
from survey_app.vocabulary import Role
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
