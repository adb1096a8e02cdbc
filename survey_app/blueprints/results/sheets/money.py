"""Money as a table: what the town and others paid in a year, by service, target group and all together."""

from collections.abc import Iterator

from flask_babel import lazy_gettext as _l

from forms.spreadsheet import Cell
from survey_app.blueprints.results.sheets.sheet import OF_WHAT, Column, Published, Sheet


def _rows(published: Published) -> Iterator[tuple[Cell, ...]]:
    report = published.report
    labels = {(figure.kind, figure.code): figure.label for figure in report.figures}
    for row in report.snapshot.document.get("money", ()):
        kind, code = row["kind"], row["code"]
        yield (
            kind,
            code,
            labels.get((kind, code), code),
            row["year"],
            row["czk"],
            row.get("czk_all_sources"),
            row["share"],
            row["per_user"],
            row["per_capacity"],
        )


SHEET = Sheet(
    code="penize",
    title=_l("Money by year"),
    parts=("money",),
    columns={
        **OF_WHAT,
        "year": Column("gYear", _l("Year in which the money was paid")),
        "czk": Column("integer", _l("Money of the town, in crowns")),
        "czk_all_sources": Column("integer", _l("Money of the town and of everybody else, in crowns")),
        "share": Column(
            "number",
            _l(
                "Share of the town's money, in per cent; a service for several groups counts in each,"
                " so groups add up to more than 100"
            ),
        ),
        "per_user": Column(
            "integer", _l("Money of the town for one user, in crowns; where the number of users is known")
        ),
        "per_capacity": Column(
            "integer", _l("Money of the town for one place, in crowns; where the number of places is known")
        ),
    },
    rows=_rows,
)
