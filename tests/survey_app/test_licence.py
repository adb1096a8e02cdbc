"""The terms of published results: as the town has set them, wherever somebody may look for them."""

from typing import get_args

import pytest
from flask.testing import FlaskClient

from survey_app.blueprints.results.licence import LICENCES
from survey_app.config import Settings
from survey_app.models import IndexSnapshot
from tests.survey_app import test_results

published = test_results.published

BY = "https://creativecommons.org/licenses/by/4.0/"
CZECH = "https://data.gov.cz/podmínky-užití"


def test_every_setting_has_its_licence() -> None:
    assert set(get_args(Settings.model_fields["open_data_licence"].annotation)) == set(LICENCES)


def test_without_a_setting_results_may_be_used_by_who_names_the_town(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    page = client.get("/en/vysledky/annual-1").text
    document = client.get("/vysledky/annual-1.json").get_json()
    columns = client.get(f"/vysledky/annual-1/{published.id}/slovnik.json").get_json(force=True)

    assert f'rel="license" href="{BY}">CC BY 4.0</a>' in page
    assert document["licence"] == columns["dc:license"] == BY


def test_each_distribution_tells_europe_and_the_czech_catalogue_its_terms(
    client: FlaskClient, published: IndexSnapshot
) -> None:
    catalogue = client.get("/vysledky/katalog.jsonld").get_json(force=True)

    (data_set,) = catalogue["dcat:dataset"]
    for distribution in data_set["dcat:distribution"]:
        assert distribution["dct:license"] == {
            "@id": "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0"
        }
        terms = distribution["pu:specifikace"]
        assert terms["@type"] == "pu:Specifikace"
        assert terms["pu:autorské-dílo"]["@id"] == f"{CZECH}/neobsahuje-autorská-díla/"
        assert terms["pu:databáze-jako-autorské-dílo"]["@id"] == BY
        assert terms["pu:databáze-chráněná-zvláštními-právy"]["@id"] == BY
        assert terms["pu:osobní-údaje"]["@id"] == f"{CZECH}/neobsahuje-osobní-údaje/"
        assert terms["pu:autor-databáze"]["@value"] == data_set["dct:publisher"]["foaf:name"]
    assert catalogue["@context"]["pu"] == "https://data.gov.cz/slovník/podmínky-užití/"


@pytest.mark.parametrize(
    ("code", "europe", "as_database", "as_investment"),
    [
        (
            "CC0-1.0",
            "http://publications.europa.eu/resource/authority/licence/CC0",
            f"{CZECH}/není-autorskoprávně-chráněnou-databází/",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        (
            "unprotected",
            f"{CZECH}/volný-přístup/",
            f"{CZECH}/není-autorskoprávně-chráněnou-databází/",
            f"{CZECH}/není-chráněna-zvláštním-právem-pořizovatele-databáze/",
        ),
    ],
)
def test_a_town_may_set_other_terms(
    client: FlaskClient,
    published: IndexSnapshot,
    code: str,
    europe: str,
    as_database: str,
    as_investment: str,
) -> None:
    settings = client.application.config["SETTINGS"]
    client.application.config["SETTINGS"] = settings.model_copy(update={"open_data_licence": code})

    page = client.get("/en/vysledky/annual-1").text
    (data_set,) = client.get("/vysledky/katalog.jsonld").get_json(force=True)["dcat:dataset"]

    assert f'rel="license" href="{LICENCES[code].page}"' in page
    distribution = data_set["dcat:distribution"][0]
    assert distribution["dct:license"]["@id"] == europe
    terms = distribution["pu:specifikace"]
    assert terms["pu:databáze-jako-autorské-dílo"]["@id"] == as_database
    assert terms["pu:databáze-chráněná-zvláštními-právy"]["@id"] == as_investment
    assert "pu:autor-databáze" not in terms
