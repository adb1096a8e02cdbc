"""The first page by role, the menu, and the log of changes."""

from html import unescape
from re import sub

import pytest
from flask.testing import FlaskClient

from survey_app import db
from survey_app.models import Region
from survey_app.operations import audit
from survey_app.vocabulary import Role
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import add_comment, add_person, add_region, classify, enter


def test_a_coordinator_sees_what_waits_in_the_own_region_only(client: FlaskClient, region: Region) -> None:
    mine = add_comment(region, "Obědy jsou studené.")
    classify(mine.id, urgent=True)
    add_comment(add_region("jinde"), "Cizí podnět")
    page = enter(client, add_person("j@x.example", (Role.COORDINATOR, region))).get("/en/urad/")
    assert "1 comment waits for your decision." in page.text
    assert "1 of them may tell of danger to a person." in page.text


def test_a_wave_is_listed_with_its_state_and_responses(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    make_wave(wave_code="podzim-2026")
    page = enter(client, add_person("r@x.example", (Role.COUNCILLOR, region))).get("/en/urad/")
    assert "podzim-2026" in page.text
    assert "A tiny questionnaire" in page.text
    assert "wait for your decision" not in page.text


def test_a_person_without_a_role_is_told_so(client: FlaskClient, region: Region) -> None:
    page = enter(client, add_person("n@x.example")).get("/en/urad/")
    assert "You have no role yet." in page.text


@pytest.mark.parametrize(
    ("role", "shown", "hidden"),
    [
        (Role.COORDINATOR, ["/en/urad/podnety", "/en/urad/ukoly", "/en/urad/heslo"], ["/en/urad/zaznam"]),
        (Role.ADMINISTRATOR, ["/en/urad/ukoly", "/en/urad/zaznam"], ["/en/urad/podnety"]),
        (Role.CLERK, ["/en/urad/heslo"], ["/en/urad/podnety", "/en/urad/ukoly", "/en/urad/zaznam"]),
    ],
)
def test_the_menu_offers_what_the_role_may_open(
    client: FlaskClient, region: Region, role: Role, shown: list[str], hidden: list[str]
) -> None:
    page = enter(client, add_person("m@x.example", (role, region))).get("/en/urad/heslo")
    assert all(f'href="{address}"' in page.text for address in shown)
    assert not any(f'href="{address}"' in page.text for address in hidden)
    assert 'href="/en/urad/heslo" aria-current="page"' in page.text


def test_a_role_without_pages_of_its_own_is_told_so_and_led_to_the_results(
    client: FlaskClient, region: Region
) -> None:
    page = enter(client, add_person("a@x.example", (Role.CLERK, region))).get("/en/urad")
    assert "no pages of its own yet" in page.text
    main = page.text.split("<main")[1].split("</main>")[0]
    assert 'href="/en/vysledky"' in main


@pytest.mark.parametrize("address", ["/en/", "/en/vysledky", "/en/urad/zaznam", "/en/nowhere"])
def test_public_pages_and_errors_lead_staff_back_to_work(
    client: FlaskClient, region: Region, address: str
) -> None:
    enter(client, add_person("a@x.example", (Role.COORDINATOR, region)))
    assert 'href="/en/urad/podnety"' in client.get(address).text


def test_the_log_shows_own_regions_and_what_belongs_to_none(client: FlaskClient, region: Region) -> None:
    admin = add_person("a@x.example", (Role.ADMINISTRATOR, region), name="Adéla Správcová")
    elsewhere = add_region("jinde")
    with db.transaction() as session:
        for place, code in ((region, "vlna-tady"), (elsewhere, "vlna-jinde"), (None, "vlna-nikde")):
            audit.record(
                session,
                staff_id=admin.id,
                region_id=place.id if place else None,
                action="wave_created",
                object_type="wave",
                object_id=code,
                wave_code=code,
            )
    page = enter(client, admin).get("/en/urad/zaznam")
    assert "Adéla Správcová" in page.text
    assert "planned a wave" in page.text
    assert "vlna-tady" in page.text
    assert "vlna-nikde" in page.text
    assert "vlna-jinde" not in page.text


def test_the_log_speaks_words_and_the_time_of_the_town(client: FlaskClient, region: Region) -> None:
    admin = add_person("a@x.example", (Role.ADMINISTRATOR, region))
    with db.transaction() as session:
        audit.record(
            session,
            staff_id=admin.id,
            region_id=region.id,
            action="wave_window_changed",
            object_type="wave",
            object_id="1",
            closes_at={"from": "2026-07-01T21:59:59+00:00", "to": "2026-12-01T22:59:59+00:00"},
            results_on={"from": None, "to": "2027-02-01"},
            verdict="irrelevant",
        )
    text = unescape(sub("<.*?>", "", enter(client, admin).get("/urad/zaznam").text))
    assert "Konec: 1. 7. 2026 23:59:59 → 1. 12. 2026 23:59:59" in text
    assert "– → 1. 2. 2027" in text
    assert "irrelevant" not in text


def test_a_long_log_has_pages_and_a_number_beyond_shows_the_last_one(
    client: FlaskClient, region: Region
) -> None:
    admin = add_person("a@x.example", (Role.ADMINISTRATOR, region))
    with db.transaction() as session:
        for number in range(60):
            audit.record(
                session,
                staff_id=admin.id,
                region_id=region.id,
                action="work_retried",
                object_type="outbox_message",
                object_id=f"number-{number}-",
            )
    enter(client, admin)
    first, beyond = client.get("/en/urad/zaznam"), client.get("/en/urad/zaznam?page=99")
    assert first.text.count("number-") == 50
    assert "Page 2 of 2" in beyond.text
    assert beyond.text.count("number-") >= 10
