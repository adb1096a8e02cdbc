"""From a public document to descriptions of its pictures, in one language.

Knows the keys of the document and the words of the pictures. Draws nothing, and never sees a hidden figure.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analytics import pictures
from analytics.pictures import Form, Row
from forms.languages import text_in
from survey_app.queries.results import CellNames

Spec = dict[str, Any]
Numbers = Mapping[str, Any]

SERVICE, TARGET_GROUP = "service", "target_group"
HIDDEN, INDICATIVE = "hidden", "indicative"


@dataclass(frozen=True)
class Drawing:
    """A public document with what its pictures need beside it: names, a language, its words, a form."""

    document: Numbers
    names: CellNames
    language: str
    gettext: Callable[[str], str]
    form: Form

    def cells(self, kind: str) -> list[Numbers]:
        """The cells of a kind in the order of the catalogue, hidden ones too: they have their numbers."""
        place = {key: number for number, key in enumerate(self.names)}
        found = [cell for cell in self.document["cells"] if cell["kind"] == kind]
        return sorted(found, key=lambda cell: (place.get((kind, cell["code"]), len(place)), cell["code"]))

    def shown(self, kind: str) -> list[Numbers]:
        """The cells of a kind that have figures."""
        return [cell for cell in self.cells(kind) if cell["band"] != HIDDEN]

    @property
    def total(self) -> Numbers | None:
        """The cell of all together, None where it is hidden."""
        return next((cell for cell in self.document["cells"] if _is_shown_total(cell)), None)

    def name(self, cell: Numbers) -> str:
        """What a cell is called."""
        if cell["code"] is None:
            return self.gettext("All together")
        return text_in(self.names.get((cell["kind"], cell["code"]), {}), self.language) or str(cell["code"])

    def row(self, cell: Numbers, part: str) -> Row:
        """A row with one part of a cell."""
        return _row(self.name(cell), cell[part], faint=cell["band"] == INDICATIVE)


def specs(drawing: Drawing) -> dict[str, Spec]:
    """Return the pictures there is something to draw for: name → description."""
    makers = {
        "parts": _parts,
        "services": lambda given: _by_cell(given, SERVICE),
        "groups": lambda given: _by_cell(given, TARGET_GROUP),
        "change": _change,
        "need": _need,
        "quadrant": _quadrant,
        "voices": _voices,
    }
    found = {name: maker(drawing) for name, maker in makers.items()}
    return {f"{name}-{drawing.form.name}": spec for name, spec in found.items() if spec is not None}


def _parts(given: Drawing) -> Spec | None:
    _, total = given.gettext, given.total
    if total is None:
        return None
    labels = {
        "index": _("Index"),
        "survey": _("Survey part"),
        "voice": _("Voice part"),
        "overall": _("Overall rating"),
    }
    faint = total["band"] == INDICATIVE
    rows = [_row(label, total[part], faint=faint) for part, label in labels.items() if total.get(part)]
    return pictures.intervals(rows, given.form, worst=_("worst"), best=_("best"))


def _by_cell(given: Drawing, kind: str) -> Spec | None:
    _, total = given.gettext, given.total
    rows = [given.row(cell, "index") for cell in given.shown(kind)]
    if not rows:
        return None
    together = (total["index"]["value"], _together(given, total)) if total else None
    return pictures.intervals(rows, given.form, worst=_("worst"), best=_("best"), together=together)


def _change(given: Drawing) -> Spec | None:
    _ = given.gettext
    cells = [cell for kind in ("total", SERVICE, TARGET_GROUP) for cell in given.shown(kind)]
    rows = list(_changes(given, cells))
    if not any(row.value is not None for row in rows):
        return None
    return pictures.changes(rows, given.form, worse=_("worse"), better=_("better"), same=_("no change"))


def _changes(given: Drawing, cells: list[Numbers]) -> Iterator[Row]:
    for cell in cells:
        change = cell.get("change")
        if change:
            sign = f"{round(change['value']):+d}".replace("-", "−").replace("+0", "0")
            yield Row(
                given.name(cell), change["value"], change["low"], change["high"], sign, not change["flagged"]
            )
        elif cell.get("broken"):
            yield Row(given.name(cell), figure="≠")


def _need(given: Drawing) -> Spec | None:
    _, asked = given.gettext, priorities(given.document)
    pairs = [
        (_row(given.name(cell), asked[cell["code"]]), given.row(cell, "index"))
        for cell in given.shown(TARGET_GROUP)
        if cell["code"] in asked
    ]
    if not pairs:
        return None
    return pictures.need_beside_satisfaction(
        pairs, given.form, need=_("Need (%)"), satisfaction=_("Satisfaction (points)")
    )


def _quadrant(given: Drawing) -> Spec | None:
    _, asked, total = given.gettext, priorities(given.document), given.total
    paid = money_of_groups(given.document)
    groups = [
        pictures.Group(
            number,
            _span(asked[cell["code"]]),
            _span(cell["index"]),
            paid.get(cell["code"]),
            faint=cell["band"] == INDICATIVE,
        )
        for number, cell in enumerate(given.cells(TARGET_GROUP), 1)
        if cell["band"] != HIDDEN and cell["code"] in asked
    ]
    if not groups or total is None:
        return None
    words = pictures.Words(
        need=_("Need: how many want the town to focus here →"),
        satisfaction=_("↑ Satisfaction (0–100)"),
        together=_together(given, total),
        mean=_("mean of the groups"),
    )
    mean = sum(share["value"] for share in asked.values()) / len(asked)
    return pictures.quadrant(groups, given.form, words, index=total["index"]["value"], need=mean)


def _voices(given: Drawing) -> Spec | None:
    _ = given.gettext
    cells = [given.total] if given.total else []
    rows = [given.row(cell, "voice") for cell in [*cells, *given.shown(TARGET_GROUP)] if cell["voice"]]
    if not rows:
        return None
    return pictures.voices(
        rows, given.form, complaints=_("complaints"), praise=_("praise"), equal=_("as many of both")
    )


def priorities(document: Numbers) -> dict[str, Numbers]:
    """Target group → share of people who want the town to focus on it, where that is in the document."""
    return {group: share for share in document.get("priorities", ()) for group in share["target_groups"]}


def money_of_groups(document: Numbers) -> dict[str, int]:
    """Target group → CZK of the town in the newest year."""
    rows = [row for row in document.get("money", ()) if row["kind"] == TARGET_GROUP]
    newest = max((row["year"] for row in rows), default=None)
    return {row["code"]: row["czk"] for row in rows if row["year"] == newest}


def _together(given: Drawing, total: Numbers) -> str:
    return f"{given.name(total)}: {_whole(total['index'])}"


def _is_shown_total(cell: Numbers) -> bool:
    return bool(cell["kind"] == "total" and cell["band"] != HIDDEN)


def _row(label: str, numbers: Numbers, *, faint: bool = False) -> Row:
    return Row(label, *_span(numbers), _whole(numbers), faint)


def _span(numbers: Numbers) -> tuple[float, float, float]:
    return numbers["value"], numbers["low"], numbers["high"]


def _whole(numbers: Numbers) -> str:
    return str(round(numbers["value"]))
