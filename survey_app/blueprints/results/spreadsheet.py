"""The published figures as comma-separated values that a spreadsheet opens.

Columns have English names and numbers a decimal point, in every language: programs read them.
"""

from collections.abc import Iterable, Iterator

from forms.spreadsheet import Cell, csv_lines
from survey_app.blueprints.results.report import Estimate, Figure, Report

PARTS = ("index", "survey", "voice", "overall")
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
)


def text(report: Report) -> str:
    """Return the table of a report, a line for each cell; what is hidden or unknown is an empty field."""
    return "".join(csv_lines(COLUMNS, (_row(report, figure) for figure in report.figures)))


def _row(report: Report, figure: Figure) -> Iterator[Cell]:
    yield from (report.wave.wave_code, str(report.snapshot.id), report.snapshot.method_version)
    yield from (figure.kind, figure.code, figure.label, figure.band, figure.n)
    yield from _limits((figure.index, figure.survey, figure.voice, figure.overall))
    yield from (figure.praise, figure.complaint, figure.voice_weight)


def _limits(estimates: Iterable[Estimate | None]) -> Iterator[Cell]:
    for estimate in estimates:
        yield from (estimate.value, estimate.low, estimate.high) if estimate else (None, None, None)
