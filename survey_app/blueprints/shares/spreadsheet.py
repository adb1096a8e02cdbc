"""All shares of an estimate as comma-separated values; English column names, in every language."""

from collections.abc import Iterator

from forms.spreadsheet import Cell as Field
from forms.spreadsheet import csv_lines
from survey_app.blueprints.shares.report import Cell, Report, Share

COLUMNS = (
    "period",
    "cell_kind",
    "cell_code",
    "cell_name",
    "comments",
    "decided",
    "drawn",
    "drawn_read",
    "basis",
    "share_of",
    "share_name",
    "share",
    "low",
    "high",
    "n",
    "weight_of_machine",
    "method",
)


def text(report: Report) -> str:
    """Return the table: a line for each share, and one for each cell without any."""
    return "".join(csv_lines(COLUMNS, _rows(report)))


def _rows(report: Report) -> Iterator[Iterator[Field]]:
    for cell in report.cells:
        for share in cell.shares or (None,):
            yield _row(cell, share)


def _row(cell: Cell, share: Share | None) -> Iterator[Field]:
    yield from (cell.period, cell.kind, cell.code, cell.label)
    yield from (cell.comments, cell.decided, cell.drawn, cell.drawn_read, cell.basis)
    if share is None:
        yield from (None,) * 8
    else:
        yield from (share.key, share.label)
        yield from (_share(share.value), _share(share.low), _share(share.high))
        yield from (share.n, share.weight, share.method or None)


def _share(percent: float | None) -> float | None:
    return None if percent is None else round(percent / 100.0, 4)
