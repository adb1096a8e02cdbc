"""Requests that no page of ours leads to: what strangers and their programs try out."""

import re
from urllib.parse import urljoin

import pytest
from flask.testing import FlaskClient

from survey_app.models import Region
from survey_app.vocabulary import Role
from tests.survey_app.office import PASSWORD, add_comment, add_person, enter, send

SITE = "http://ohlas.example"


@pytest.mark.parametrize("path", ["/%5Cevil.example", "/%09/evil.example", "/en/%0A/evil.example/%5C"])
def test_no_link_to_another_language_leads_to_another_site(client: FlaskClient, path: str) -> None:
    links = re.findall(r'href="([^"]*)" hreflang', client.get(path).text)
    # A browser drops tabs and line ends, and takes a backslash for a slash.
    read = [re.sub(r"[\t\r\n]", "", link).replace("\\", "/") for link in links]
    assert links
    assert all(urljoin(f"{SITE}/", link).startswith(f"{SITE}/") for link in read)


@pytest.mark.usefixtures("catalogues")
@pytest.mark.parametrize(
    "address",
    [
        "/napiste-nam/%00",
        "/dotaznik/%00",
        "/region/%00",
        "/vysledky/%00",
        "/vysledky/%00.csv",
        "/urad/podnety?service=testov:%00",
    ],
)
def test_an_address_with_a_nul_leads_nowhere_on_both_databases(
    client: FlaskClient, region: Region, address: str
) -> None:
    enter(client, add_person("jana@testov.example", (Role.COORDINATOR, region)))
    assert client.get(address).status_code == 404


def test_an_email_with_a_nul_is_read_without_it(client: FlaskClient, region: Region) -> None:
    add_person("jana@testov.example", (Role.COORDINATOR, region))
    typed = {"email": "jana\0@testov.example", "password": PASSWORD}
    assert send(client, "/en/urad/prihlaseni", typed).status_code == 303


@pytest.mark.usefixtures("catalogues")
def test_a_note_loses_its_control_characters(client: FlaskClient, region: Region) -> None:
    enter(client, add_person("jana@testov.example", (Role.COORDINATOR, region)))
    page = f"/en/urad/podnety/{add_comment(region, 'Obědy jsou studené.').id}"
    decision = {
        "based_on": 0,
        "verdict": "irrelevant",
        "reason": "health_care",
        "note": "for\0 the\x1b clinic",
    }
    assert send(client, page, decision).status_code == 303
    assert "for the clinic" in client.get(page).text


@pytest.mark.parametrize("address", ["/napiste-nam/testov", "/podnet", "/urad/prihlaseni"])
def test_head_answers_as_get_does(client: FlaskClient, region: Region, address: str) -> None:
    assert client.head(address).status_code == client.get(address).status_code == 200


def test_a_method_that_is_not_allowed_is_told_which_are(client: FlaskClient) -> None:
    answer = client.put("/podnet")
    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["Allow"].split(", "))
