"""Published results as open data: JSON, what the columns of the table mean, and the catalogue."""

import csv
import io
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import db
from survey_app.blueprints.results import data_dictionary
from survey_app.blueprints.results.sheets import FIGURES, SHEETS
from survey_app.models import IndexSnapshot, StaffMember, Wave
from survey_app.vocabulary import SnapshotState
from tests.survey_app import test_results
from tests.survey_app.results_document import document
from tests.survey_app.test_results import hidden_cells, publish, responses, table

published = test_results.published


def taken(client: FlaskClient, address: str, content_type: str = "application/json") -> Any:
    answer = client.get(address)
    assert (answer.status_code, answer.content_type) == (200, content_type)
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return json.loads(answer.data)


def test_everything_that_is_published_comes_as_json_with_names(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    found = taken(client, "/vysledky/annual-1.json")

    assert found["results"] == published.public_document
    assert (found["wave"], found["snapshot"]) == ("annual-1", str(published.id))
    named = {each["code"]: each["names"] for each in found["names"]}
    assert set(named) == {cell["code"] for cell in published.public_document["cells"]} - {None}
    assert named["S01"]["cs"] != named["S01"]["en"]
    assert taken(client, f"/vysledky/annual-1/{published.id}.json") == found


def test_a_hidden_figure_is_in_no_open_data(client: FlaskClient, published: IndexSnapshot) -> None:
    found = taken(client, "/vysledky/annual-1.json")

    cells = {cell["code"]: cell for cell in found["results"]["cells"]}
    for cell in hidden_cells(published):
        assert set(cells[cell["code"]]) == {"kind", "code", "band"}
    assert "hidden_because" not in json.dumps(found)


def test_a_snapshot_that_nobody_published_is_no_open_data(
    client: FlaskClient, published: IndexSnapshot, closed: Wave
) -> None:
    with db.transaction() as session:
        snapshot = session.get_one(IndexSnapshot, published.id)
        snapshot.state, snapshot.published_at = SnapshotState.DRAFT, None

    for address in (".json", f"/{published.id}.json", f"/{published.id}/slovnik.json", ".csv"):
        assert client.get(f"/vysledky/annual-1{address}").status_code == 404
    assert taken(client, "/vysledky/katalog.jsonld", "application/ld+json")["dcat:dataset"] == []


def test_a_replaced_snapshot_stays_reachable_and_says_so(
    client: FlaskClient, published: IndexSnapshot, closed: Wave, methodologist: StaffMember
) -> None:
    newer = publish(closed, methodologist.id, responses(more=25))

    assert taken(client, f"/vysledky/annual-1/{published.id}.json")["replaced"]
    assert taken(client, "/vysledky/annual-1.json")["snapshot"] == str(newer.id)
    catalogue = taken(client, "/vysledky/katalog.jsonld", "application/ld+json")
    assert [each["dct:identifier"] for each in catalogue["dcat:dataset"]] == [str(newer.id)]


def test_the_dictionary_says_what_each_column_of_the_table_means(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    answer = client.get("/en/vysledky/annual-1.csv")
    heading = next(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    address = answer.headers["Link"].partition(">")[0].removeprefix("<")

    found = taken(client, address, "application/csvm+json")

    columns = found["tableSchema"]["columns"]
    assert [each["name"] for each in columns] == heading == list(FIGURES.all_columns)
    assert found["url"].endswith(f"/vysledky/annual-1/{published.id}.csv")
    assert found["@context"] == [data_dictionary.CSVW, {"@language": "en"}]
    said = {each["name"]: each["dc:description"] for each in columns}
    assert said["voice_high"].startswith("Voice part")
    assert said["voice_high"].endswith("upper end of its 95 per cent interval")


def test_values_of_the_table_are_of_the_types_in_the_dictionary(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    columns = taken(client, f"/vysledky/annual-1/{published.id}/slovnik.json", "application/csvm+json")
    types = {each["name"]: each["datatype"] for each in columns["tableSchema"]["columns"]}
    read = {"integer": int, "number": float, "string": str, "boolean": ("true", "false").index}

    for row in table(client, "/vysledky/annual-1.csv"):
        for name, value in row.items():
            if value:
                read[types[name]](value)


def test_an_older_document_leaves_new_columns_empty(client: FlaskClient, published: IndexSnapshot) -> None:
    with db.transaction() as session:
        snapshot = session.get_one(IndexSnapshot, published.id)
        new = {"top", "bottom", "change", "broken"}
        cells = [
            {name: value for name, value in cell.items() if name not in new}
            for cell in snapshot.public_document["cells"]
        ]
        snapshot.public_document = {**snapshot.public_document, "cells": cells}

    for row in table(client, "/vysledky/annual-1.csv"):
        assert (row["top"], row["change_low"], row["change_flagged"], row["broken"]) == ("", "", "", "")


def test_change_and_shares_of_answers_are_in_the_table(client: FlaskClient, published: IndexSnapshot) -> None:
    with db.transaction() as session:
        snapshot = session.get_one(IndexSnapshot, published.id)
        first, *others = snapshot.public_document["cells"]
        estimate = {"value": 41.5, "low": 30.0, "high": 52.0}
        more = {"top": estimate, "bottom": None, "change": {**estimate, "flagged": True}, "broken": False}
        snapshot.public_document = {**snapshot.public_document, "cells": [{**first, **more}, *others]}

    row = table(client, "/vysledky/annual-1.csv")[0]

    assert (row["top"], row["top_low"], row["bottom"]) == ("41.5", "30.0", "")
    assert (row["change_high"], row["change_flagged"], row["broken"]) == ("52.0", "true", "false")


def test_the_catalogue_leads_to_data_that_is_there(client: FlaskClient, published: IndexSnapshot) -> None:
    found = taken(client, "/en/vysledky/katalog.jsonld", "application/ld+json")

    (data_set,) = found["dcat:dataset"]
    assert (found["@type"], data_set["@type"]) == ("dcat:Catalog", "dcat:Dataset")
    assert {"dct:title", "dct:description", "dct:publisher"} <= found.keys() & data_set.keys()
    assert {each["@language"] for each in data_set["dct:title"]} >= {"cs", "en"}
    for distribution in data_set["dcat:distribution"]:
        address = distribution["dcat:downloadURL"]["@id"]
        answer = client.get(address)
        assert answer.status_code == 200
        assert distribution["dcat:mediaType"]["@id"].endswith(answer.content_type.partition(";")[0])
    assert client.get(data_set["dcat:landingPage"]["@id"]).status_code == 200


def test_the_page_of_results_leads_to_its_open_data(client: FlaskClient, published: IndexSnapshot) -> None:
    page = client.get("/en/vysledky/annual-1").text

    for ending in (".csv", ".json", "/slovnik.json"):
        assert f'href="/en/vysledky/annual-1/{published.id}{ending}"' in page
    assert "potreby.csv" not in page, "the questionnaire asks for no need, so there is no table of it"
    assert 'href="/en/vysledky/katalog.jsonld"' in page


def test_no_open_data_of_a_wave_without_results(client: FlaskClient, closed: Wave) -> None:
    assert client.get("/vysledky/annual-1.json").status_code == 404


@pytest.fixture
def with_needs_and_money(client: FlaskClient, published: IndexSnapshot) -> IndexSnapshot:
    """The snapshot with all that a document may hold, one answer of which looks like a formula."""
    more = document()
    with db.transaction() as session:
        snapshot = session.get_one(IndexSnapshot, published.id)
        parts = {name: more[name] for name in ("need", "reasons", "priorities", "money")}
        parts["need"][0]["option"] = "=1+1"
        snapshot.public_document = {**snapshot.public_document, **parts}
    return published


def test_need_is_a_table_of_shares_with_their_intervals(
    client: FlaskClient, with_needs_and_money: IndexSnapshot
) -> None:
    rows = table(client, "/en/vysledky/annual-1/potreby.csv")

    shown = client.get("/vysledky/annual-1.json").get_json()["results"]
    assert len(rows) == sum(len(shown[part]) for part in ("need", "reasons", "priorities"))
    row = next(row for row in rows if row["kind"] == "need_priority" and row["option"] == "families")
    assert (row["share"], row["share_low"], row["share_high"], row["n"]) == ("47.0", "43.0", "51.0", "412")
    assert (row["item"], row["target_groups"], row["wave"]) == ("q12", "families", "annual-1")
    assert "families" in row["name"]
    assert {row["kind"] for row in rows} == {"need_felt", "need_reasons", "need_priority"}
    assert rows[0]["option"] == "'=1+1"
    assert table(client, f"/en/vysledky/annual-1/{with_needs_and_money.id}/potreby.csv") == rows


def test_money_is_a_table_by_year(client: FlaskClient, with_needs_and_money: IndexSnapshot) -> None:
    rows = table(client, "/en/vysledky/annual-1/penize.csv")

    row = next(row for row in rows if row["code"] == "families")
    assert (row["kind"], row["year"], row["czk"], row["per_user"]) == (
        "target_group",
        "2025",
        "6400000",
        "40000",
    )
    assert row["per_capacity"] == row["czk_all_sources"] == ""
    total = next(row for row in rows if row["kind"] == "total")
    assert (total["code"], total["czk"]) == ("", "52000000")


@pytest.mark.parametrize("sheet", SHEETS)
def test_each_table_is_described_as_it_is(
    client: FlaskClient, with_needs_and_money: IndexSnapshot, sheet: str
) -> None:
    name = "" if sheet == FIGURES.code else f"/{sheet}"
    answer = client.get(f"/en/vysledky/annual-1/{with_needs_and_money.id}{name}.csv")
    lines = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    address = answer.headers["Link"].partition(">")[0].removeprefix("<")

    found = taken(client, address, "application/csvm+json")

    columns = {each["name"]: each for each in found["tableSchema"]["columns"]}
    assert list(columns) == list(lines[0])
    assert client.get(found["url"]).status_code == 200
    read = {"integer": int, "number": float, "string": str, "boolean": ("true", "false").index, "gYear": int}
    for line in lines:
        for column, value in line.items():
            if value:
                read[columns[column]["datatype"]](value)
    assert all(each["dc:description"] for each in columns.values())


def test_the_catalogue_and_the_page_lead_to_every_table(
    client: FlaskClient, with_needs_and_money: IndexSnapshot
) -> None:
    page = client.get("/en/vysledky/annual-1").text
    (data_set,) = taken(client, "/vysledky/katalog.jsonld", "application/ld+json")["dcat:dataset"]
    listed = {each["dcat:downloadURL"]["@id"]: each for each in data_set["dcat:distribution"]}

    for name in ("/potreby.csv", "/penize.csv"):
        address = f"/vysledky/annual-1/{with_needs_and_money.id}{name}"
        assert f'href="/en{address}"' in page
        (distribution,) = (each for place, each in listed.items() if place.endswith(address))
        taken(client, distribution["dct:conformsTo"]["@id"], "application/csvm+json")
        assert distribution["dct:format"]["@id"].endswith("/CSV")
    assert len(listed) == 4


def test_the_older_tables_lie_where_they_did(client: FlaskClient, published: IndexSnapshot) -> None:
    for address in (".csv", f"/{published.id}.csv", f"/{published.id}/slovnik.json"):
        assert client.get(f"/vysledky/annual-1{address}").status_code == 200
