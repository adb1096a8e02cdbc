"""What everybody may read of the results of a wave, and what nobody may."""

import csv
import io
import re
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

import pandas as pd
import pytest
from flask.testing import FlaskClient

from analytics import estimation
from analytics.estimation.scores import CORE_DIMENSIONS
from analytics.estimation.sums_of_rows import COMMENT_COLUMNS, RESPONSE_COLUMNS, inputs_of
from survey_app import clock, db
from survey_app.models import IndexSnapshot, StaffMember, Wave
from survey_app.operations import index, waves
from survey_app.queries import index as queries
from survey_app.vocabulary import SnapshotState
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.publication import publish_snapshot

SERVICES = {"S01": ("seniors",), "S02": ("seniors",), "S03": ("disability",), "S04": ("disability",)}
RATINGS = {"S01": (90, 120), "S02": (70, 40), "S03": (55, 15), "S04": (13, 7)}
"""Service → (points of each answer, number of answers)."""


def responses(more: int = 0) -> pd.DataFrame:
    rows = [
        {
            "service_code": code,
            "mode": "web" if number % 4 else "paper",
            "language": "cs" if number % 3 else "uk",
            **{dimension: float(points + number % 3) for dimension in CORE_DIMENSIONS},
            "overall": float(points + 5),
        }
        for code, (points, people) in RATINGS.items()
        for number in range(people + more)
    ]
    return pd.DataFrame(rows, columns=list(RESPONSE_COLUMNS))


def comments() -> pd.DataFrame:
    rows = [("S01", ("seniors",), "praise")] * 30 + [("S02", ("seniors",), "complaint")] * 20
    return pd.DataFrame(rows, columns=list(COMMENT_COLUMNS))


def publish(wave: Wave, by: UUID, frame: pd.DataFrame) -> IndexSnapshot:
    """Compute, store and publish the results of a wave."""
    method = estimation.METHOD_1
    result = estimation.compute_index(frame, comments(), SERVICES, method)
    inputs_hash = estimation.inputs_hash(inputs_of(frame, comments(), SERVICES), method)
    with db.transaction() as session:
        index.store_snapshot(
            session,
            wave.id,
            method_version=method.version,
            inputs_hash=inputs_hash,
            document=estimation.full_document(result),
            public_document=estimation.public_view(result),
            computed_at=clock.now(),
            published_before=[
                each.id for each in queries.snapshots_of(session, wave.id) if each.published_at
            ],
        )
    with db.transaction() as session:
        (draft,) = (
            snapshot
            for snapshot in queries.snapshots(session, frozenset({wave.region_id}))
            if snapshot.inputs_hash == inputs_hash
        )
        publish_snapshot(session, draft, clock.now(), by=by)
    return draft


@pytest.fixture
def published(closed: Wave, methodologist: StaffMember) -> IndexSnapshot:
    return publish(closed, methodologist.id, responses())


def text_of(page: str) -> str:
    """Return the words of a page without its marks, for reading as people do."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def table(client: FlaskClient, address: str) -> list[dict[str, str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.content_type == "text/csv; charset=utf-8"
    text = answer.text
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_result_stands_in_a_sentence_with_how_sure_it_is_and_how_many_answered(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    total = published.public_document["cells"][0]
    page = text_of(client.get("/en/vysledky/annual-1").text)
    index = total["index"]
    margin = round(max(index["value"] - index["low"], index["high"] - index["value"]))
    said = f"{round(index['value'])} of 100, give or take {margin}."
    assert said in page
    assert f"{total['n']} people rated a service." in page
    assert said in text_of(client.get("/en/vysledky/annual-1/prehled").text)


def test_every_figure_of_the_picture_stands_in_a_table_too(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    page = text_of(client.get("/en/vysledky/annual-1").text)
    for cell in published.public_document["cells"]:
        for part in ("index", "survey", "voice", "overall"):
            if found := cell.get(part):
                low, high = round(found["low"]), round(found["high"])
                assert f"{round(found['value'])} ({low}–{high})" in page, (cell["code"], part)


def test_services_stand_in_the_order_of_the_catalogue(client: FlaskClient, published: IndexSnapshot) -> None:
    rows = table(client, "/vysledky/annual-1.csv")
    assert [row["code"] for row in rows if row["kind"] == "service"] == list(SERVICES)


def hidden_cells(snapshot: IndexSnapshot) -> list[dict[str, Any]]:
    return [cell for cell in snapshot.document["cells"] if cell["band"] == "hidden"]


def test_a_hidden_figure_is_in_no_page_and_no_table(client: FlaskClient, published: IndexSnapshot) -> None:
    hidden = hidden_cells(published)
    assert {cell["code"] for cell in hidden} >= {"S04"}
    assert {cell["hidden_because"] for cell in hidden} == {"small", "complementary"}
    page = client.get("/en/vysledky/annual-1").text
    assert "not shown" in page
    rows = {row["code"]: row for row in table(client, "/vysledky/annual-1.csv")}
    for cell in hidden:
        row = rows[cell["code"]]
        assert row["band"] == "hidden"
        told = {name for name, value in row.items() if value}
        assert told == {"wave", "snapshot", "method_version", "kind", "code", "name", "band"}
        value = cell["survey"]["value"]
        assert f"{value:.1f}" not in page
        assert f"{round(value)} (" not in page


def test_a_figure_of_few_people_is_called_a_hint(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    publish(closed, methodologist.id, responses(more=5))
    rows = {row["code"]: row["band"] for row in table(client, "/vysledky/annual-1.csv")}
    assert rows["S03"] == "indicative"
    page = text_of(client.get("/en/vysledky/annual-1").text)
    assert "Lipka Respite Care only a hint 20" in page


def test_counts_that_may_not_be_told_apart_are_one_line(
    client: FlaskClient, closed: Wave, methodologist: StaffMember
) -> None:
    frame = responses()
    frame.loc[frame.index[:20], "language"] = ["sk"] * 3 + ["de"] * 17
    publish(closed, methodologist.id, frame)
    page = text_of(client.get("/en/vysledky/annual-1").text)
    assert "in other languages" in page
    assert "Slovak" not in page


def test_results_of_an_open_wave_are_shown_to_nobody(
    client: FlaskClient, catalogues: None, make_wave: MakeWave, methodologist: StaffMember
) -> None:
    wave = make_wave(annual(), wave_code="annual-1")
    snapshot = publish(wave, methodologist.id, responses())
    page = client.get("/en/vysledky/annual-1")
    assert page.status_code == 200
    assert "nobody sees any result" in page.text
    assert "of 100" not in page.text
    assert "/vysledky/annual-1" not in client.get("/vysledky").text
    for address in (f"/vysledky/annual-1/{snapshot.id}", "/vysledky/annual-1.csv"):
        assert client.get(address).status_code == 404
    assert client.get(f"/vysledky/annual-1/{snapshot.id}.csv").status_code == 404
    assert client.get("/vysledky/annual-1/prehled").status_code == 404


def test_a_closed_wave_without_results_says_when_they_come(client: FlaskClient, closed: Wave) -> None:
    with db.transaction() as session:
        session.get_one(Wave, closed.id).results_on = date(2031, 5, 4)
    page = client.get("/en/vysledky/annual-1")
    assert page.status_code == 200
    assert "We will publish the results by" in page.text
    assert "2031" in page.text
    assert "2031" in client.get("/en/vysledky").text


def test_a_draft_is_nobodys_to_read(client: FlaskClient, published: IndexSnapshot) -> None:
    with db.transaction() as session:
        session.get_one(IndexSnapshot, published.id).state = SnapshotState.DRAFT
    assert "not published yet" in client.get("/en/vysledky/annual-1").text
    assert client.get(f"/vysledky/annual-1/{published.id}").status_code == 404
    assert client.get("/vysledky/annual-1.csv").status_code == 404


@pytest.mark.parametrize("address", ["/vysledky/unknown", "/vysledky/unknown.csv"])
def test_an_unknown_wave_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_replaced_results_stay_at_their_address_and_lead_to_the_newer_ones(
    client: FlaskClient, closed: Wave, published: IndexSnapshot, methodologist: StaffMember
) -> None:
    newer = publish(closed, methodologist.id, responses(more=1))
    old_address = f"/vysledky/annual-1/{published.id}"
    old = client.get(f"/en{old_address}").text
    assert "replaced by newer ones" in old
    assert 'href="/en/vysledky/annual-1"' in old
    assert f"{published.public_document['cells'][0]['n']} people rated a service" in old
    present = client.get("/en/vysledky/annual-1").text
    assert "replaced by newer ones" not in present
    assert f"/vysledky/annual-1/{newer.id}" in present
    assert {row["snapshot"] for row in table(client, f"{old_address}.csv")} == {str(published.id)}
    assert {row["snapshot"] for row in table(client, "/vysledky/annual-1.csv")} == {str(newer.id)}


def test_the_list_leads_to_the_results(client: FlaskClient, published: IndexSnapshot) -> None:
    page = client.get("/en/vysledky").text
    assert 'href="/en/vysledky/annual-1"' in page
    assert "of 100, give or take" in page


def test_made_up_answers_are_called_made_up(client: FlaskClient, published: IndexSnapshot) -> None:
    assert "made up" not in client.get("/en/vysledky/annual-1").text
    with db.transaction() as session:
        session.get_one(Wave, published.wave_id).made_up = True
    assert "All answers and comments here are made up." in client.get("/en/vysledky/annual-1").text


@pytest.mark.parametrize(
    ("prefix", "group"),
    [("", "senioři"), ("/cs-easy", "starší lidé"), ("/en", "seniors (65+)"), ("/uk", "люди похилого віку")],
)
def test_names_are_in_the_language_of_the_page(
    client: FlaskClient, published: IndexSnapshot, prefix: str, group: str
) -> None:
    assert group in client.get(f"{prefix}/vysledky/annual-1").text
    assert group in {row["name"] for row in table(client, f"{prefix}/vysledky/annual-1.csv")}
    for address in ("/vysledky", "/vysledky/metoda"):
        assert client.get(prefix + address).status_code == 200


def test_the_page_about_the_method_names_the_numbers_of_the_newest_version(client: FlaskClient) -> None:
    assert asdict(estimation.METHOD_3) == {
        "version": "3",
        "voice_weight": 0.2,
        "voice_minimum": 10,
        "voice_pull": 5.0,
        "minimum_cell": 10,
        "indicative_below": 30,
        "rankable_from": 100,
        "confidence": 0.95,
        "shares_version": "1",
        "trim_low": 1 / 3,
        "trim_high": 3.0,
        "least_category": 20,
        "most_margins": 4,
        "most_design_effect": 2.0,
        "least_change": 3.0,
        "false_discovery_rate": 0.10,
    }, "say it in templates/results/method.html too"
    page = client.get("/en/vysledky/metoda").text
    for said in (
        "method version 3",
        "less than a third of the mean or more than three times",
        "at least three points",
        "80 % survey part and 20 % voice part",
        "95 % interval",
        "Fewer than 30",
    ):
        assert said in page


def test_an_archived_wave_leaves_the_first_page_and_keeps_its_results(
    client: FlaskClient, published: IndexSnapshot, methodologist: StaffMember
) -> None:
    title = "Jak fungují sociální služby"
    assert title in client.get("/").text
    with db.transaction() as session:
        wave = session.get_one(Wave, published.wave_id)
        waves.archive(session, wave, clock.now(), by=methodologist.id)
    assert title not in client.get("/").text
    assert title in client.get("/vysledky").text
    assert client.get(f"/vysledky/{wave.wave_code}").status_code == 200
    assert client.get(f"/vysledky/{wave.wave_code}/{published.id}").status_code == 200
    assert f"/vysledky/{wave.wave_code}" in client.get(f"/dotaznik/{wave.wave_code}").text
