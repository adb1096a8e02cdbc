"""The list of what a workbook has and we do not, as it grows while the workbook is read."""

from __future__ import annotations

from collections.abc import Sequence

from forms.interchange.result import Loss
from forms.interchange.xlsform.workbook import Row

MAXIMUM_LOSSES = 3_000


class Notes:
    """Losses in the order they were met, each once."""

    def __init__(self) -> None:
        self._losses: dict[tuple[str, str, tuple[tuple[str, str], ...]], Loss] = {}
        self._columns: dict[tuple[str, str], dict[int, None]] = {}

    def add(self, where: str, code: str, /, **params: str) -> None:
        """Note a loss at a place that is not a row."""
        short = {name: value[:500] for name, value in params.items()}
        if len(self._losses) < MAXIMUM_LOSSES:
            self._losses.setdefault((where, code, tuple(short.items())), Loss(where, code, short))

    def at(self, row: Row, code: str, /, **params: str) -> None:
        """Note a loss in a row of a sheet."""
        self.add(place(row), code, **params)

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
        found = (*self._losses.values(), *columns)
        full = len(self._losses) == MAXIMUM_LOSSES
        return (*found, Loss("survey", "more_losses")) if full else found


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
