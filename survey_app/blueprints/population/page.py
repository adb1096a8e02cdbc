"""The people of a town: what is in force, how it fits the newest questionnaire, loading a newer count."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import g, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms.languages import text_in
from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.population import blueprint, own
from survey_app.blueprints.population.count_form import CountForm
from survey_app.models import Region
from survey_app.operations import margins as operations
from survey_app.queries import population
from survey_app.queries.population import Categories
from survey_app.vocabulary import Role


@dataclass(frozen=True)
class Margin:
    """A margin in words. `rows`: (code, what respondents read or "", people).

    `strange`: categories that fit no option; `asked`: respondents are asked about the margin at all;
    `uncounted`: what respondents may choose and nobody counted.
    """

    name: str
    rows: list[tuple[str, str, int]]
    strange: list[str]
    asked: bool
    uncounted: list[str]

    @property
    def total(self) -> int:
        """People of all its categories."""
        return sum(people for _, _, people in self.rows)


@blueprint.get("", strict_slashes=False)
@access.roles(Role.METHODOLOGIST)
def page() -> str:
    """Show the people of a region."""
    with db.reading() as session:
        return _page(session, own.region(session), CountForm(formdata=None))


@blueprint.post("", strict_slashes=False)
@access.roles(Role.METHODOLOGIST)
def bring_in() -> Response | tuple[str, int]:
    """Put a newer count in force."""
    form = CountForm()
    valid = form.validate()
    margins = form.margins()
    with db.reading() as session:
        region = own.region(session)
        if not valid or margins is None:
            return _page(session, region, form), 422
    with db.transaction() as session:
        operations.load(
            session,
            own.region(session),
            margins,
            clock.now(),
            source=form.source.data,
            counted_on=form.counted_on.data,
            by=g.staff.id,
        )
    return redirect(url_for(".page", region=region.code, saved=1), code=303)


def _page(session: Session, region: Region, form: CountForm) -> str:
    history = population.history(session, region.id)
    newest = population.newest_questionnaire(session, region.id)
    present = history[0].margins if history else None
    return render_template(
        "population/page.html",
        form=form,
        region=region,
        regions=own.own_regions(session),
        present=present,
        margins=_in_words(present.document, population.categories(newest)) if present else [],
        questionnaire=newest,
        history=history,
        margin_names=labels.MARGINS,
        saved=request.args.get("saved", 0, int),
    )


def _in_words(document: Mapping[str, Mapping[str, int]], asked: Categories) -> list[Margin]:
    return [
        Margin(
            name=name,
            rows=[
                (code, text_in(asked.get(name, {}).get(code, {}), g.language), people)
                for code, people in counted.items()
            ],
            strange=[code for code in counted if code not in asked.get(name, {})],
            asked=name in asked,
            uncounted=[
                text_in(texts, g.language)
                for code, texts in asked.get(name, {}).items()
                if code not in counted
            ],
        )
        for name, counted in document.items()
    ]
