"""The list of what a workbook has and we do not, as it grows while the workbook is read."""

from __future__ import annotations

from forms.interchange.result import Loss
from forms.interchange.xlsform.workbook import Row

MAXIMUM_LOSSES = 3_000


class Notes:
    """Losses in the order they were met, each once."""

    def __init__(self) -> None:
        self._losses: dict[tuple[str, str, tuple[tuple[str, str], ...]], Loss] = {}

    def add(self, where: str, code: str, /, **params: str) -> None:
        """Note a loss at a place that is not a row."""
        short = {name: value[:500] for name, value in params.items()}
        if len(self._losses) < MAXIMUM_LOSSES:
            self._losses.setdefault((where, code, tuple(short.items())), Loss(where, code, short))

    def at(self, row: Row, code: str, /, **params: str) -> None:
        """Note a loss in a row of a sheet."""
        self.add(place(row), code, **params)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """What was noted; one more tells when there was too much to list."""
        found = tuple(self._losses.values())
        return (*found, Loss("survey", "more_losses")) if len(found) == MAXIMUM_LOSSES else found


def place(row: Row) -> str:
    """The place of a row as its author knows it: sheet, number of the row, and name."""
    name = row.cells.get("name") or row.cells.get("value") or ""
    return f"{row.sheet} {row.number}" + (f" ({name[:60]})" if name else "")
