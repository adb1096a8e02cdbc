"""Satisfaction as a table: a line for all together, services and target groups; of hidden ones the name."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from forms.spreadsheet import Cell
from survey_app.blueprints.results.report import Estimate, Figure
from survey_app.blueprints.results.sheets.sheet import OF_WHAT, Column, Published, Sheet, estimate, truth

PARTS: Mapping[str, LazyString] = {
    "index": _l("Index from 0 (worst) to 100 (best)"),
    "survey": _l("Survey part: mean of the ratings, 0 to 100"),
    "voice": _l("Voice part: praise against complaints in comments, 0 to 100"),
    "overall": _l("Overall rating, a question of its own, 0 to 100"),
}
SINCE_METHOD_3: Mapping[str, LazyString] = {
    "top": _l("Share of people who rated overall with the best answer, in per cent"),
    "bottom": _l("Share of people who rated overall with one of the two worst answers, in per cent"),
    "change": _l("Change of the survey part since the wave before, in points"),
}


def _estimates(parts: Mapping[str, LazyString]) -> dict[str, Column]:
    return {column: said for name, words in parts.items() for column, said in estimate(name, words).items()}


def _rows(published: Published) -> Iterator[Iterator[Cell]]:
    report = published.report
    cells = {(cell["kind"], cell["code"]): cell for cell in report.snapshot.document["cells"]}
    for figure in report.figures:
        yield _row(figure, cells[figure.kind, figure.code])


def _row(figure: Figure, cell: Mapping[str, Any]) -> Iterator[Cell]:
    yield from (figure.kind, figure.code, figure.label, figure.band, figure.n)
    yield from _limits((figure.index, figure.survey, figure.voice, figure.overall))
    yield from (figure.praise, figure.complaint, figure.voice_weight)
    yield from _since_method_3(cell)


def _limits(estimates: Iterable[Estimate | None]) -> Iterator[Cell]:
    for found in estimates:
        yield from (found.value, found.low, found.high) if found else (None, None, None)


def _since_method_3(cell: Mapping[str, Any]) -> Iterator[Cell]:
    for part in SINCE_METHOD_3:
        found = cell.get(part) or {}
        yield from (found.get(limit) for limit in ("value", "low", "high"))
    change = cell.get("change")
    yield truth(change.get("flagged")) if change else None
    yield truth(cell.get("broken"))


SHEET = Sheet(
    code="cisla",
    title=_l("Satisfaction and its uncertainty"),
    parts=("cells",),
    columns={
        **OF_WHAT,
        "band": Column(
            "string",
            _l(
                "How far the line may be relied on: rankable or normal (in full), indicative (a hint only),"
                " or hidden (not shown)"
            ),
        ),
        "n": Column("integer", _l("People behind the survey part")),
        **_estimates(PARTS),
        "praise": Column("integer", _l("Comments that praise")),
        "complaint": Column("integer", _l("Comments that complain")),
        "voice_weight": Column("number", _l("Weight of the voice part in the index, 0 to 1")),
        **_estimates(SINCE_METHOD_3),
        "change_flagged": Column(
            "boolean", _l("Whether the change is more than chance, among all that were compared")
        ),
        "broken": Column("boolean", _l("Whether the question changed, so that nothing is compared")),
    },
    rows=_rows,
)
