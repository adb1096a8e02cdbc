"""The catalogue of all published results: DCAT-AP 3 as JSON-LD. Knows where things are, and no figure.

Terms of use are told twice: to Europe as a licence, to the Czech national catalogue as its norm asks
(DCAT-AP-CZ). Not told, because the service does not know them: the publisher's number among Czech
authorities, and the place in the register of territory.
"""

from collections.abc import Iterable
from typing import Any

from flask import url_for
from flask_babel import gettext
from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.blueprints.results import licence, open_data
from survey_app.blueprints.results.data_dictionary import dictionary_address, table_address
from survey_app.blueprints.results.sheets import SHEETS, Sheet
from survey_app.queries.results import PublicSnapshot

Document = dict[str, Any]

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "pu": "https://data.gov.cz/slovník/podmínky-užití/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority"
MEDIA_TYPE = "https://www.iana.org/assignments/media-types"


def catalogue(session: Session, found: Iterable[PublicSnapshot]) -> Document:
    """Every data set that is published now, for catalogues of open data."""
    known = list(found)
    publishers = sorted({each.wave.region.name for each in known})
    return {
        "@context": CONTEXT,
        "@id": url_for(".catalogue", _external=True),
        "@type": "dcat:Catalog",
        "dct:title": gettext("Results of surveys on social services"),
        "dct:description": gettext("Published results of surveys: an index by service and by target group."),
        "dct:publisher": [_agent(name) for name in publishers],
        "foaf:homepage": {"@id": url_for(".index", _external=True)},
        "dcat:dataset": [_data_set(session, each) for each in known],
    }


def _data_set(session: Session, found: PublicSnapshot) -> Document:
    wave = found.wave
    description = gettext(
        "Satisfaction with social services and its uncertainty, by service and target group."
    )
    made_up = gettext("All answers and comments here are made up.")
    return {
        "@id": open_data.address(".cited_results", found),
        "@type": "dcat:Dataset",
        "dct:identifier": str(found.id),
        "dct:title": open_data.in_languages(open_data.titles(session, wave)),
        "dct:description": f"{description} {made_up}" if open_data.is_made_up(wave) else description,
        "dct:publisher": _agent(wave.region.name),
        "dct:issued": _typed(found.published_at.isoformat(), "dateTime"),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _typed(clock.local(wave.opens_at).date().isoformat(), "date"),
            "dcat:endDate": _typed(clock.local(wave.closes_at).date().isoformat(), "date"),
        },
        "dct:accessRights": {"@id": f"{AUTHORITY}/access-right/PUBLIC"},
        "dcat:theme": {"@id": f"{AUTHORITY}/data-theme/SOCI"},
        "dcat:version": found.method_version,
        "dcat:landingPage": {"@id": url_for(".wave_results", wave_code=wave.wave_code, _external=True)},
        "dcat:distribution": [
            *(_table(found, sheet) for sheet in SHEETS.values() if sheet.has_rows(found.document)),
            _distribution(
                found,
                open_data.address(".document", found),
                gettext("Everything that is published"),
                ("JSON", "application/json"),
            ),
        ],
    }


def _table(found: PublicSnapshot, sheet: Sheet) -> Document:
    described = _distribution(found, table_address(found, sheet), str(sheet.title), ("CSV", "text/csv"))
    return described | {"dct:conformsTo": {"@id": dictionary_address(found, sheet)}}


def _distribution(found: PublicSnapshot, address: str, title: str, file: tuple[str, str]) -> Document:
    (name, media), terms = file, licence.in_force()
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": f"{title} ({name})",
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPE}/{media}"},
        "dct:format": {"@id": f"{AUTHORITY}/file-type/{name}"},
        "dct:license": {"@id": terms.known_as},
        "pu:specifikace": terms.czech(found.wave.region.name),
    }


def _agent(name: str) -> Document:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _typed(value: str, kind: str) -> Document:
    return {"@type": f"xsd:{kind}", "@value": value}
