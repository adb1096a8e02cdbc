"""A sample of the file of people, with the categories of the newest questionnaire."""

from collections.abc import Iterator

from flask import g
from werkzeug.wrappers import Response

from forms.languages import text_in
from forms.spreadsheet import Cell, csv_lines
from survey_app import access, db
from survey_app.blueprints.population import blueprint, own
from survey_app.operations.margin_files import COLUMNS
from survey_app.queries import population, reference
from survey_app.queries.contributions import TERRITORY
from survey_app.queries.population import Categories
from survey_app.vocabulary import Role

MADE_UP = {
    "age": {"15-18": 1750, "19-26": 3400, "27-64": 22150, "65-80": 6700, "81+": 2300},
    "sex": {"female": 18600, "male": 17700},
}
"""What a town without a questionnaire gets, for the shape of it."""
WORDS = "words"


@blueprint.get("/vzor.csv")
@access.roles(Role.METHODOLOGIST)
def sample() -> Response:
    """Hand out the sample: numbers that are known are in it, others are left for the person to write."""
    with db.reading() as session:
        region = own.region(session)
        asked = population.categories(population.newest_questionnaire(session, region.id))
        known = population.in_force(session, region.id)
        people = dict(known.document) if known else {}
        people.setdefault(
            TERRITORY,
            {each.code: each.population for each in reference.territories(session, region.id)},
        )
    return Response(
        "".join(csv_lines((*COLUMNS, WORDS), _rows(asked, people) if asked else _made_up())),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{region.code}-people.csv"'},
    )


def _rows(asked: Categories, people: dict[str, dict[str, int | None]]) -> Iterator[tuple[Cell, ...]]:
    for margin, categories in asked.items():
        for code, texts in categories.items():
            yield margin, code, people.get(margin, {}).get(code), text_in(texts, g.language)


def _made_up() -> Iterator[tuple[Cell, ...]]:
    for margin, categories in MADE_UP.items():
        for code, people in categories.items():
            yield margin, code, people, ""
