"""A questionnaire as an XLSForm workbook.

What the format can say is said in its own columns. The rest stands in columns that only this program reads
(`carried`), and is listed as a loss, because other programs do without it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from forms.definition import Questionnaire, dump
from forms.interchange.result import Exported, Loss
from forms.interchange.xlsform import carried, names, sheets, tongues
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.rows import Rows
from forms.languages import text_in

SURVEY = ("type", "name")
CHOICES = ("list_name", "name")
SETTINGS = ("form_title", "form_id", "version", "default_language")
FRAMES = {"introductions": "introduction", "thanks": "thanks"}


def write(questionnaire: Questionnaire) -> Exported:
    """The bytes of an .xlsx file that other programs read, and what they will not find in it."""
    found, notes = _sheets(questionnaire)
    headers = {"survey": SURVEY, "choices": CHOICES, "settings": SETTINGS}
    return Exported(sheets.write(found, headers), notes.losses)


def losses(questionnaire: Questionnaire) -> tuple[Loss, ...]:
    """What other programs will not find in the file; making the file itself takes longer than this."""
    return _sheets(questionnaire)[1].losses


def _sheets(questionnaire: Questionnaire) -> tuple[Mapping[str, Sequence[sheets.Cells]], Notes]:
    document = dump(questionnaire)
    notes = Notes()
    rows = Rows(questionnaire, names.of(document), notes)
    rows.scales(document.get("scales", []))
    rows.frame("introductions", document.get("introductions", {}))
    for number, section in enumerate(document["sections"]):
        rows.section(number, section)
    rows.frame("thanks", document.get("thanks", {}))
    settings = _settings(document, rows, notes)
    return {"survey": rows.survey, "choices": rows.choices, "settings": [settings]}, notes


def _settings(document: dict[str, Any], rows: Rows, notes: Notes) -> dict[str, str]:
    main = document["languages"][0]
    code, version = document["questionnaire_code"], document["version"]
    title = text_in(document["titles"], main).strip() or code
    row = {
        "form_title": " ".join(title.replace("${", "$ {").split()),
        "form_id": code,
        "version": version,
        "default_language": tongues.header(main),
    }
    exact = [
        carried.entry("titles", row["form_title"] if tag == main else None, text, tag)
        for tag, text in document["titles"].items()
    ]
    if main not in document["titles"]:
        exact.append(carried.entry("titles", row["form_title"], None, main))
    exact += [carried.entry("questionnaire_code", code, code), carried.entry("version", version, version)]
    keys: dict[str, Any] = {
        key: document[key] for key in ("languages", "variants", "layout") if key in document
    }
    cell = carried.write({**keys, "scales": rows.known_scales}, exact)
    if not cell:
        notes.add("settings", "extras_too_long", maximum=str(carried.LONGEST_CELL))
        cell = carried.write(keys, [])
    row[carried.QUESTIONNAIRE] = cell
    return row
