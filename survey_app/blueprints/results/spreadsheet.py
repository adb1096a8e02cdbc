"""The published figures as comma-separated values that a spreadsheet opens.

Columns have English names and numbers a decimal point, in every language: programs read them. What the
columns mean is in `open_data.meaning`; new ones come at the end, where nobody's program counts on a place.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forms.spreadsheet import Cell, csv_lines
from survey_app.blueprints.results.report import Estimate, Figure, Report

PARTS = ("index", "survey", "voice", "overall")
SINCE_METHOD_3 = ("top", "bottom", "change")
COLUMNS = (
    "wave",
    "snapshot",
    "method_version",
    "kind",
    "code",
    "name",
    "band",
    "n",
    *(f"{part}{limit}" for part in PARTS for limit in ("", "_low", "_high")),
    "praise",
    "complaint",
    "voice_weight",
    *(f"{part}{limit}" for part in SINCE_METHOD_3 for limit in ("", "_low", "_high")),
    "change_flagged",
    "broken",
)


def text(report: Report) -> str:
    """Return the table of a report, a line for each cell; what is hidden or unknown is an empty field."""
    cells = {(cell["kind"], cell["code"]): cell for cell in report.snapshot.document["cells"]}
    rows = (_row(report, figure, cells[figure.kind, figure.code]) for figure in report.figures)
    return "".join(csv_lines(COLUMNS, rows))


def _row(report: Report, figure: Figure, cell: Mapping[str, Any]) -> Iterator[Cell]:
    yield from (report.wave.wave_code, str(report.snapshot.id), report.snapshot.method_version)
    yield from (figure.kind, figure.code, figure.label, figure.band, figure.n)
    yield from _limits((figure.index, figure.survey, figure.voice, figure.overall))
    yield from (figure.praise, figure.complaint, figure.voice_weight)
    yield from _since_method_3(cell)


def _limits(estimates: Iterable[Estimate | None]) -> Iterator[Cell]:
    for estimate in estimates:
        yield from (estimate.value, estimate.low, estimate.high) if estimate else (None, None, None)


def _since_method_3(cell: Mapping[str, Any]) -> Iterator[Cell]:
    for part in SINCE_METHOD_3:
        found = cell.get(part) or {}
        yield from (found.get(limit) for limit in ("value", "low", "high"))
    change = cell.get("change")
    yield _truth(change.get("flagged")) if change else None
    yield _truth(cell.get("broken"))


def _truth(found: bool | None) -> str | None:
    return None if found is None else str(found).lower()
