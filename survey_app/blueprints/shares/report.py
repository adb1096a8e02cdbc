"""A stored estimate made ready for a page: named cells and shares, in one language.

Knows the shape of the document that the job stores. Computes no statistics.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask_babel import LazyString, format_date, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from forms.languages import text_in
from survey_app.blueprints import labels
from survey_app.queries import reference
from survey_app.vocabulary import CommentKind

ALL_TIME = "all"
TOTAL, SERVICE, TARGET_GROUP = "total", "service", "target_group"
RELEVANT = "relevant"
KIND, GROUP = "kind", "group"

METHODS: dict[str, LazyString] = {
    "count": _l("counted"),
    "ppi": _l("estimated"),
    "ppi_small": _l("estimated, few labels"),
}

BASES: dict[str, LazyString] = {
    "counted": _l("People have read all of these comments, or nearly all. They are counted."),
    "estimated": _l("People have read a random sample of these comments. The machine helps to estimate."),
    "read_all": _l("There is no figure yet: these comments are too few for a sample. Read them all."),
    "read_sample": _l("There is no figure yet: too little of the random sample is read."),
    "not_drawn": _l(
        "There is no figure yet: some unread comments came before the random sample was drawn. Read those."
    ),
    "few": _l("These comments are too few to tell a share. Nothing is shown below ten."),
}
SHORT_BASES: dict[str, LazyString] = {
    "counted": _l("counted"),
    "estimated": _l("estimated"),
    "read_all": _l("read all first"),
    "read_sample": _l("read the sample first"),
    "not_drawn": _l("read the old ones first"),
    "few": _l("too few"),
}


@dataclass(frozen=True)
class Share:
    """One share; figures run from 0 to 100 and are None where too few comments stand behind it.

    `n`: comments of the whole that people have read for it. `weight`: how much the machine counts, 0 to 1.
    """

    key: str
    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    weight: float | None = None
    method: str = ""

    @property
    def about(self) -> str:
        """What the share is one of: "relevant", "kind" or "group"."""
        return self.key.partition(":")[0]

    @property
    def method_in_words(self) -> str:
        """How the figure came about."""
        return str(METHODS.get(self.method, self.method))


@dataclass(frozen=True)
class Cell:
    """Comments of one period, of everything, one service or one target group."""

    period: str
    kind: str
    code: str | None
    label: str
    comments: int
    decided: int
    drawn: int
    drawn_read: int
    basis: str
    shares: tuple[Share, ...]

    @property
    def place(self) -> str:
        """How the address names it among cells of its period."""
        return f"{self.kind}:{self.code}" if self.code else ""

    @property
    def basis_in_words(self) -> str:
        """What the figures stand on, or why there are none."""
        return str(BASES.get(self.basis, self.basis))

    @property
    def basis_in_short(self) -> str:
        """The same for a table of kinds, where nothing may be shown although all is read."""
        kinds = self.of(KIND)
        is_hidden = bool(kinds) and all(share.value is None for share in kinds)
        return str(SHORT_BASES.get("few" if is_hidden else self.basis, self.basis))

    def of(self, about: str) -> list[Share]:
        """The shares that are about relevance, kinds or target groups."""
        return [share for share in self.shares if share.about == about]


@dataclass(frozen=True)
class Report:
    """All cells of a region's newest estimate."""

    cells: tuple[Cell, ...]
    learned: bool

    @property
    def periods(self) -> list[str]:
        """Periods there are comments of: all time, quarters, months, the newest first."""
        return list(dict.fromkeys(cell.period for cell in self.cells))

    @property
    def telling_period(self) -> str:
        """The first period whose comments have figures; all time where none has."""
        totals = (cell.period for cell in self.cells if cell.kind == TOTAL and cell.shares)
        return next(totals, ALL_TIME)

    def cell(self, period: str, place: str) -> Cell | None:
        """The cell of a period at a place."""
        found = (cell for cell in self.cells if (cell.period, cell.place) == (period, place))
        return next(found, None)

    def side_by_side(self, period: str, kind: str) -> list[Cell]:
        """The services, or the target groups, of a period."""
        return [cell for cell in self.cells if (cell.period, cell.kind) == (period, kind)]

    def over_time(self, place: str, months: int) -> list[Cell]:
        """The same cell month by month, the newest `months` of them, the newest first."""
        found = [cell for cell in self.cells if cell.place == place and is_month(cell.period)]
        return found[:months]


def of(session: Session, region_id: UUID, document: Mapping[str, Any], tag: str) -> Report:
    """Return the report of an estimate in the language `tag`."""
    names = {
        f"{TARGET_GROUP}:{group.code}": text_in(group.names, tag)
        for group in reference.target_groups(session)
    }
    names |= {
        f"{SERVICE}:{service.service_code}": text_in(service.names, tag)
        for service in reference.services(session, region_id)
    }
    place = {name: number for number, name in enumerate(names)}
    cells = [_cell(cell, names) for cell in document["cells"]]
    order = {period: number for number, period in enumerate(dict.fromkeys(cell.period for cell in cells))}
    kinds = (TOTAL, SERVICE, TARGET_GROUP)
    cells.sort(
        key=lambda cell: (
            order[cell.period],
            kinds.index(cell.kind),
            place.get(cell.place, len(place)),
            cell.place,
        )
    )
    return Report(tuple(cells), bool(document.get("learned")))


def period_in_words(period: str) -> str:
    """A period in the language of the page: November 2026, 4th quarter 2026, all time."""
    if period == ALL_TIME:
        return str(gettext("All time"))
    year, _, part = period.partition("-")
    if part.startswith("Q"):
        return str(gettext("quarter %(number)s of %(year)s", number=part[1:], year=year))
    return str(format_date(date(int(year), int(part), 1), "LLLL y"))


def is_month(period: str) -> bool:
    """Whether a period is a single month."""
    return period != ALL_TIME and "Q" not in period


def _cell(cell: Mapping[str, Any], names: Mapping[str, str]) -> Cell:
    code = cell["code"]
    label = names.get(f"{cell['kind']}:{code}") or code or str(gettext("All comments"))
    return Cell(
        cell["period"],
        cell["kind"],
        code,
        label,
        cell["comments"],
        cell["decided"],
        cell["drawn"],
        cell["drawn_read"],
        cell["basis"],
        tuple(_shares(cell["shares"], names)),
    )


def _shares(shares: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Share]:
    known = _keys(names)
    for key in sorted(shares, key=lambda key: (known.get(key, len(known)), key)):
        found = shares[key]
        if found is None:
            yield Share(key, _label(key, names))
        else:
            low, high = 100.0 * found["low"], 100.0 * found["high"]
            yield Share(
                key,
                _label(key, names),
                100.0 * found["value"],
                low,
                high,
                found["n"],
                found["lambda"],
                found["method"],
            )


def _keys(names: Mapping[str, str]) -> dict[str, int]:
    """Keys of shares in the order of the page: relevance, kinds, target groups as the code list has them."""
    groups = (name.partition(":")[2] for name in names if name.startswith(f"{TARGET_GROUP}:"))
    keys = (RELEVANT, *(f"{KIND}:{kind}" for kind in CommentKind), *(f"{GROUP}:{code}" for code in groups))
    return {key: number for number, key in enumerate(keys)}


def _label(key: str, names: Mapping[str, str]) -> str:
    about, _, code = key.partition(":")
    if about == KIND:
        return str(labels.KINDS[CommentKind(code)])
    return (names.get(f"{TARGET_GROUP}:{code}") or code) if about == GROUP else str(gettext("Relevant"))
