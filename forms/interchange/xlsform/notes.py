"""The list of what a workbook has and we do not, as it grows while the workbook is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.interchange.result import Loss
from forms.interchange.xlsform.workbook import Row

MAXIMUM_LOSSES = 3_000
LONGEST_VALUE = 1_000
"""Signs that are kept of each value."""


class Notes:
    """Losses in the order they were met, each once."""

    def __init__(self) -> None:
        self._losses: dict[tuple[str, str, tuple[tuple[str, str], ...]], Loss] = {}
        self._columns: dict[tuple[str, str], dict[int, None]] = {}
        self._together: dict[tuple[str, str, tuple[tuple[str, str], ...]], dict[int, str]] = {}

    def add(self, where: str, code: str, /, **params: str) -> None:
        """Note a loss at a place that is not a row."""
        short = {name: value[:LONGEST_VALUE] for name, value in params.items()}
        if len(self._losses) < MAXIMUM_LOSSES:
            self._losses.setdefault((where, code, tuple(short.items())), Loss(where, code, short))

    def at(self, row: Row, code: str, /, **params: str) -> None:
        """Note a loss in a row of a sheet."""
        self.add(place(row), code, **params)

    def together(self, row: Row, code: str, /, **params: str) -> None:
        """Note a loss that says nothing of its row alone; the rows that share it are told together."""
        short = tuple((name, value[:LONGEST_VALUE]) for name, value in params.items())
        if len(self._together) < MAXIMUM_LOSSES or (row.sheet, code, short) in self._together:
            self._together.setdefault((row.sheet, code, short), {})[row.number] = place(row)

    def cell(self, row: Row, header: str) -> None:
        """Note a cell of a column that nothing is made of; its rows are told together."""
        self._columns.setdefault((row.sheet, header[:500]), {})[row.number] = None

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was noted; one more tells when there was too much to list."""
        columns = (
            Loss(sheet, "column_lost", {"column": header, "rows": ranges(sorted(rows))})
            for (sheet, header), rows in self._columns.items()
        )
        together = (
            Loss(_places(sheet, rows), code, dict(params))
            for (sheet, code, params), rows in self._together.items()
        )
        found = (*self._losses.values(), *together, *columns)
        full = MAXIMUM_LOSSES in (len(self._losses), len(self._together))
        return (*found, Loss("survey", "more_losses")) if full else found


def _places(sheet: str, rows: Mapping[int, str]) -> str:
    """One row by its name as well, several by their numbers."""
    return next(iter(rows.values())) if len(rows) == 1 else f"{sheet} {ranges(sorted(rows))}"


def ranges(numbers: Sequence[int]) -> str:
    """Rising numbers as people write them: "3, 5–9, 12"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def place(row: Row) -> str:
    """The place of a row as its author knows it: sheet, number of the row, and name."""
    name = row.cells.get("name") or row.cells.get("value") or ""
    return f"{row.sheet} {row.number}" + (f" ({name[:60]})" if name else "")
