"""Published results as open data: a document for programs, what columns mean, a catalogue of all of them.

Holds what the public document of a snapshot holds, names of its cells, and where things are. Formats: JSON;
CSV on the Web (W3C, 2015) for the dictionary; DCAT-AP 3 as JSON-LD for the catalogue. Computes nothing.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from flask import url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from forms.languages import Texts
from survey_app import clock
from survey_app.models import Wave
from survey_app.queries import design, results
from survey_app.queries.results import PublicSnapshot

Document = dict[str, Any]

CSVW = "http://www.w3.org/ns/csvw"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
AUTHORITY = "http://publications.europa.eu/resource/authority"
MEDIA_TYPE = "https://www.iana.org/assignments/media-types"

_LOW, _HIGH = _l("lower end of its 95 per cent interval"), _l("upper end of its 95 per cent interval")
_PARTS: dict[str, LazyString] = {
    "index": _l("Index from 0 (worst) to 100 (best)"),
    "survey": _l("Survey part: mean of the ratings, 0 to 100"),
    "voice": _l("Voice part: praise against complaints in comments, 0 to 100"),
    "overall": _l("Overall rating, a question of its own, 0 to 100"),
    "top": _l("Share of people who rated overall with the best answer, in per cent"),
    "bottom": _l("Share of people who rated overall with one of the two worst answers, in per cent"),
    "change": _l("Change of the survey part since the wave before, in points"),
}
_OTHERS: dict[str, tuple[str, LazyString]] = {
    "wave": ("string", _l("Code of the wave")),
    "snapshot": ("string", _l("Number of the computation, for citing")),
    "method_version": ("string", _l("Version of the method")),
    "kind": ("string", _l("What the line is about: total, service or target_group")),
    "code": ("string", _l("Code of the service or target group; empty for all together")),
    "name": ("string", _l("Name of the service or target group")),
    "band": (
        "string",
        _l("How far the line may be relied on: full, indicative (a hint only), or hidden (not shown)"),
    ),
    "n": ("integer", _l("People behind the survey part")),
    "praise": ("integer", _l("Comments that praise")),
    "complaint": ("integer", _l("Comments that complain")),
    "voice_weight": ("number", _l("Weight of the voice part in the index, 0 to 1")),
    "change_flagged": ("boolean", _l("Whether the change is more than chance, among all that were compared")),
    "broken": ("boolean", _l("Whether the question changed, so that nothing is compared")),
}


def document(session: Session, found: PublicSnapshot) -> Document:
    """Everything that is published of a snapshot, with the names of its cells in every language."""
    wave = found.wave
    names = results.cell_names(session, wave)
    return {
        **_where_from(session, found),
        "names": [
            {"kind": cell["kind"], "code": cell["code"], "names": dict(names.get(_key(cell), {}))}
            for cell in found.document["cells"]
            if cell["code"] is not None
        ],
        "results": found.document,
    }


def _where_from(session: Session, found: PublicSnapshot) -> Document:
    wave = found.wave
    return {
        "wave": wave.wave_code,
        "region": wave.region.name,
        "titles": dict(_titles(session, wave)),
        "answered_from": clock.local(wave.opens_at).date().isoformat(),
        "answered_to": clock.local(wave.closes_at).date().isoformat(),
        "made_up": is_made_up(wave),
        "snapshot": str(found.id),
        "address": _address(".cited_results", found),
        "published_at": found.published_at.isoformat(),
        "replaced": found.replaced,
        "method_version": found.method_version,
        "inputs_hash": found.inputs_hash,
    }


def dictionary(session: Session, found: PublicSnapshot, columns: Iterable[str], tag: str) -> Document:
    """What the columns of the table of a snapshot mean, in the language `tag`."""
    return {
        "@context": [CSVW, {"@language": tag}],
        "url": _address(".table", found),
        "dc:title": _in_languages(_titles(session, found.wave)),
        "dc:publisher": found.wave.region.name,
        "dc:issued": found.published_at.isoformat(),
        "dc:conformsTo": _address(".document", found),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_column(name) for name in columns],
        },
    }


def _column(name: str) -> Document:
    datatype, words = meaning(name)
    return {"name": name, "titles": name, "datatype": datatype, "dc:description": str(words), "null": ""}


def meaning(name: str) -> tuple[str, str]:
    """The type of a column's values, and what it says."""
    if name in _OTHERS:
        datatype, words = _OTHERS[name]
        return datatype, str(words)
    part, _, limit = name.partition("_")
    if not limit:
        return "number", str(_PARTS[part])
    return "number", f"{_PARTS[part]}: {_LOW if limit == 'low' else _HIGH}"


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
        "@id": _address(".cited_results", found),
        "@type": "dcat:Dataset",
        "dct:identifier": str(found.id),
        "dct:title": _in_languages(_titles(session, wave)),
        "dct:description": f"{description} {made_up}" if is_made_up(wave) else description,
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
            _distribution(found, ".table", "CSV", "text/csv", _address(".dictionary", found)),
            _distribution(found, ".document", "JSON", "application/json", ""),
        ],
    }


def _distribution(found: PublicSnapshot, endpoint: str, name: str, media: str, described_by: str) -> Document:
    address = _address(endpoint, found)
    described = {"dct:conformsTo": {"@id": described_by}} if described_by else {}
    return {
        "@id": address,
        "@type": "dcat:Distribution",
        "dct:title": name,
        "dcat:accessURL": {"@id": address},
        "dcat:downloadURL": {"@id": address},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPE}/{media}"},
        "dct:format": {"@id": f"{AUTHORITY}/file-type/{name}"},
        **described,
    }


def is_made_up(wave: Wave) -> bool:
    """Whether nobody has really answered."""
    return wave.made_up or wave.region.made_up


def _address(endpoint: str, found: PublicSnapshot) -> str:
    return url_for(endpoint, wave_code=found.wave.wave_code, snapshot_id=found.id, _external=True)


def _titles(session: Session, wave: Wave) -> Texts:
    return design.questionnaire(session, wave.questionnaire_version_id).titles


def _agent(name: str) -> Document:
    return {"@type": "foaf:Agent", "foaf:name": name}


def _in_languages(texts: Texts) -> list[Document]:
    return [{"@language": tag, "@value": text} for tag, text in texts.items() if not tag.endswith("-easy")]


def _typed(value: str, kind: str) -> Document:
    return {"@type": f"xsd:{kind}", "@value": value}


def _key(cell: Mapping[str, Any]) -> tuple[str, str]:
    return cell["kind"], cell["code"]
