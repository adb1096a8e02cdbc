"""Need as a table: a line for each answer that may be shown, of four kinds of question.

Shares that small counts forbid are not in the public document, so they are not here either.
"""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from forms.spreadsheet import Cell
from survey_app.blueprints.results.sheets.sheet import MANY, Column, Published, Sheet, estimate

KINDS: Mapping[str, str] = {
    "need": "need_felt",
    "reasons": "need_reasons",
    "priorities": "need_priority",
    "future": "need_future",
}
"""Key of the public document → what its questions are about, as the table says it."""


def _rows(published: Published) -> Iterator[tuple[Cell, ...]]:
    document = published.report.snapshot.document
    for part, kind in KINDS.items():
        for row in document.get(part, ()):
            yield (
                kind,
                row["item"],
                row["option"],
                published.options.get((row["item"], row["option"])),
                MANY.join(row["target_groups"]),
                row["n"],
                row["value"],
                row["low"],
                row["high"],
            )


SHEET = Sheet(
    code="potreby",
    title=_l("Need, its reasons, and whom the town should focus on"),
    parts=tuple(KINDS),
    columns={
        "kind": Column(
            "string",
            _l(
                "What was asked: need_felt (help that was missed), need_reasons (why), need_priority (whom"
                " the town should focus on) or need_future (help that may be needed)"
            ),
        ),
        "item": Column("string", _l("Code of the question")),
        "option": Column("string", _l("Code of the answer")),
        "name": Column("string", _l("The answer in words")),
        "target_groups": Column("string", _l("Codes of the target groups whose need it is"), many=True),
        "n": Column("integer", _l("People who answered the question")),
        **estimate("share", _l("Share of them who gave this answer, in per cent")),
    },
    rows=_rows,
)
