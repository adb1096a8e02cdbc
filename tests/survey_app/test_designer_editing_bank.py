"""What the bank and the demo keep, beside their pages."""

import pytest

from survey_app import db
from survey_app.demo import bank as demo
from survey_app.models import Region
from survey_app.operations import bank as operations
from survey_app.queries import bank
from tests.survey_app.conftest import annual, questionnaire


def test_an_item_is_kept_without_its_condition_and_with_its_scale(
    database: db.Database, region: Region
) -> None:
    document = annual()
    item = next(item for item in document["sections"][2]["items"] if item["item_code"] == "q07a")
    with database.transaction() as session:
        entry = operations.keep_item(session, region, item, document["scales"][0])
    assert entry.document["item"].keys() == item.keys() - {"visible_if", "visible_if_texts"}
    assert entry.document["scale"] == document["scales"][0]


def test_a_code_in_the_bank_means_one_thing(database: db.Database, region: Region) -> None:
    scale = questionnaire()["scales"][0]
    other = scale | {"options": scale["options"][:2]}
    with database.transaction() as session:
        first = operations.keep_scale(session, region, scale)
        assert operations.keep_scale(session, region, scale).id == first.id
        with pytest.raises(operations.EntryTakenError):
            operations.keep_scale(session, region, other)
        assert operations.keep_scale(session, region, other, replace=True).id == first.id
        operations.keep_scale(session, region, scale | {"code": "second"})
        with pytest.raises(operations.EntryTakenError):
            operations.rename(session, first, "second")


def test_the_demo_has_items_of_the_annual_questionnaire_in_its_bank(
    database: db.Database, region: Region
) -> None:
    with database.transaction() as session:
        demo.build(session, region)
    with database.reading() as session:
        kept = bank.entries(session, frozenset({region.id}))
    assert {entry.code for entry in kept} == {*demo.ITEMS, demo.SCALE}
