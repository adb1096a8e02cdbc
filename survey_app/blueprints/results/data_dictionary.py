"""What the columns of tables of open data mean, as CSV on the Web (W3C, 2015) wants it. Knows no figure."""

from typing import Any

from sqlalchemy.orm import Session

from survey_app.blueprints.results import licence, open_data
from survey_app.blueprints.results.sheets import FIGURES, MANY, Column, Sheet
from survey_app.queries.results import PublicSnapshot

CSVW = "http://www.w3.org/ns/csvw"


def dictionary(session: Session, found: PublicSnapshot, sheet: Sheet, tag: str) -> dict[str, Any]:
    """Describe a table of a snapshot, in the language `tag`."""
    return {
        "@context": [CSVW, {"@language": tag}],
        "url": table_address(found, sheet),
        "dc:title": open_data.in_languages(open_data.titles(session, found.wave)),
        "dc:description": str(sheet.title),
        "dc:publisher": found.wave.region.name,
        "dc:license": licence.in_force().page,
        "dc:issued": found.published_at.isoformat(),
        "dc:conformsTo": open_data.address(".document", found),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [_column(name, column) for name, column in sheet.all_columns.items()],
        },
    }


def table_address(found: PublicSnapshot, sheet: Sheet = FIGURES) -> str:
    """Where a table of a snapshot lies for good."""
    return open_data.address(".table", found, sheet=sheet.code)


def dictionary_address(found: PublicSnapshot, sheet: Sheet = FIGURES) -> str:
    """Where its columns are described."""
    return open_data.address(".dictionary", found, sheet=sheet.code)


def _column(name: str, column: Column) -> dict[str, Any]:
    return {
        "name": name,
        "titles": name,
        "datatype": column.datatype,
        "dc:description": column.description,
        "null": "",
        **({"separator": MANY} if column.many else {}),
    }
