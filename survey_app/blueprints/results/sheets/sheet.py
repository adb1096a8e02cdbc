"""What a table of open data is: named columns that say what they mean, and rows of one public document.

Columns have English names and numbers a decimal point, in every language: programs read them. New columns
come at the end, where nobody's program counts on a place. Knows no figure of its own.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from forms.spreadsheet import Cell, csv_lines
from survey_app.blueprints.results.report import Report

MANY = ";"
"""Between several codes in one field."""


@dataclass(frozen=True)
class Column:
    """What a column says. `datatype`: of CSV on the Web; `end`: of an interval; `many`: several codes."""

    datatype: str
    words: LazyString
    end: LazyString | None = None
    many: bool = False

    @property
    def description(self) -> str:
        """What the values mean, in the language of the page."""
        return str(self.words) if self.end is None else f"{self.words}: {self.end}"


@dataclass(frozen=True)
class Published:
    """What rows are made of: a report, and the names of options by (item, option) in its language."""

    report: Report
    options: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Sheet:
    """A table. `code`: its name in addresses; `parts`: the keys of the public document it is made of."""

    code: str
    title: LazyString
    parts: tuple[str, ...]
    columns: Mapping[str, Column]
    rows: Callable[[Published], Iterable[Iterable[Cell]]]

    def text(self, published: Published) -> str:
        """The table as comma-separated values; what is hidden or unknown is an empty field."""
        head = tuple(source_of(published.report))
        lines = ([*head, *row] for row in self.rows(published))
        return "".join(csv_lines([*SOURCE, *self.columns], lines))

    @property
    def all_columns(self) -> Mapping[str, Column]:
        """The columns as they stand in the file: where the line is from, then the sheet's own."""
        return {**SOURCE, **self.columns}

    def has_rows(self, document: Mapping[str, Any]) -> bool:
        """Whether a public document holds anything for this table; those of old methods only satisfaction."""
        return any(document.get(part) for part in self.parts)


SOURCE: Mapping[str, Column] = {
    "wave": Column("string", _l("Code of the wave")),
    "snapshot": Column("string", _l("Number of the computation, for citing")),
    "method_version": Column("string", _l("Version of the method")),
}
"""The first columns of every table."""

OF_WHAT: Mapping[str, Column] = {
    "kind": Column("string", _l("What the line is about: total, service or target_group")),
    "code": Column("string", _l("Code of the service or target group; empty for all together")),
    "name": Column("string", _l("Name of the service or target group")),
}
"""The columns that say what a line of figures is about."""

LOW, HIGH = _l("lower end of its 95 per cent interval"), _l("upper end of its 95 per cent interval")


def estimate(name: str, words: LazyString) -> dict[str, Column]:
    """Three columns: a value and the ends of its interval."""
    return {
        name: Column("number", words),
        f"{name}_low": Column("number", words, LOW),
        f"{name}_high": Column("number", words, HIGH),
    }


def source_of(report: Report) -> Iterator[Cell]:
    """The fields of `SOURCE`."""
    yield from (report.wave.wave_code, str(report.snapshot.id), report.snapshot.method_version)


def truth(found: bool | None) -> str | None:
    """A boolean as CSV on the Web writes it."""
    return None if found is None else str(found).lower()
