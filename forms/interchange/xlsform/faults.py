"""What pyxform itself finds wrong with a workbook: its sentence and the row that it names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pyxform.errors import PyXFormError
from pyxform.xls2json import workbook_to_json
from pyxform.xls2json_backends import DefinitionData

from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.workbook import Sheet

ROW = re.compile(r"\[row : (\d+)\]\s*")
SHEET = re.compile(r"On the '(\w+)' sheet")
SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")


def note(sheets: dict[str, Sheet], notes: Notes) -> None:
    """Note the fault that keeps other programs from using the workbook, if there is one."""
    given = {name: _rows(sheets[name]) for name in SHEETS if name in sheets}
    headers = {f"{name}_header": [dict.fromkeys(sheets[name].headers)] for name in SHEETS if name in sheets}
    try:
        workbook_to_json(DefinitionData(**given, **headers, sheet_names=list(sheets)))
    except PyXFormError as error:
        said = str(error)
        row = ROW.search(said)
        sheet = SHEET.search(said)
        where = sheet[1] if sheet else "survey"
        notes.add(f"{where} {row[1]}" if row else where, "fault", problem=ROW.sub("", said).strip(" ."))
    except Exception as error:  # noqa: BLE001  # a second opinion on a file from anyone must not decide by failing
        notes.add("survey", "fault", problem=type(error).__name__)


def _rows(sheet: Sheet) -> Sequence[dict[str, str]]:
    """Rows as pyxform counts them: those that are empty are there."""
    found: list[dict[str, str]] = []
    for row in sheet.rows:
        found.extend({} for _ in range(row.number - 2 - len(found)))
        found.append(dict(row.cells))
    return found
