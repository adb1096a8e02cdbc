"""Published results as open data: JSON, what the columns of the table mean, and the catalogue."""

import csv
import io
import json
from typing import Any
from uuid import UUID

from flask.testing import FlaskClient

from survey_app import db
from survey_app.blueprints.results import open_data, spreadsheet
from survey_app.models import IndexSnapshot, Wave
from survey_app.vocabulary import SnapshotState
from tests.survey_app import test_results
from tests.survey_app.test_results import hidden_cells, publish, responses, table

closed, methodologist, published = test_results.closed, test_results.methodologist, test_results.published


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
    client: FlaskClient, published: IndexSnapshot, closed: Wave, methodologist: UUID
) -> None:
    newer = publish(closed, methodologist, responses(more=25))

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
    assert [each["name"] for each in columns] == heading == list(spreadsheet.COLUMNS)
    assert found["url"].endswith(f"/vysledky/annual-1/{published.id}.csv")
    assert found["@context"] == [open_data.CSVW, {"@language": "en"}]
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
        new = {*spreadsheet.SINCE_METHOD_3, "broken"}
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
    assert 'href="/en/vysledky/katalog.jsonld"' in page


def test_no_open_data_of_a_wave_without_results(client: FlaskClient, closed: Wave) -> None:
    assert client.get("/vysledky/annual-1.json").status_code == 404
