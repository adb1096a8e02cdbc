"""The page of shares: one cell in a picture and a table, the others beside it, and a way to estimate anew."""

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import Form, SelectField
from wtforms.fields import SelectChoice

from survey_app import access, db
from survey_app.blueprints import page
from survey_app.blueprints.reach import regions as reach
from survey_app.blueprints.shares import blueprint, report, spreadsheet
from survey_app.blueprints.shares.report import ALL_TIME, SERVICE, TARGET_GROUP, Report
from survey_app.models import Region
from survey_app.operations import shares as operations
from survey_app.queries import comment_shares, reference
from survey_app.vocabulary import Role

READS = (Role.COORDINATOR, Role.METHODOLOGIST, Role.COUNCILLOR)
ASKS = (Role.COORDINATOR, Role.METHODOLOGIST)
MONTHS = 12


class ChoiceForm(Form):  # type: ignore[misc]  # wtforms has no types
    """The filters above the figures; read from the address, so no token is needed."""

    region = SelectField(_l("Region"), validate_choice=False)
    period = SelectField(_l("Period"), validate_choice=False)
    cell = SelectField(_l("Comments about"), validate_choice=False)


@blueprint.get("/podily")
@access.roles(*READS)
def overview() -> str:
    """Show the newest estimate of a region: the chosen cell, and the others of its period."""
    with db.reading() as session:
        own = _regions(session, *READS)
        region = _chosen(own)
        page.set_region(region)
        newest = comment_shares.newest(session, region.id)
        found = (
            report.of(session, region.id, newest.document, g.language)
            if newest
            else Report((), learned=False)
        )
        under_way = comment_shares.estimation(session, region.id)
    period = request.args.get("period", "")
    period = period if period in found.periods else found.telling_period
    place = request.args.get("cell", "")
    cell = found.cell(period, place) or found.cell(period, "")
    kept = {"region": region.code} if len(own) > 1 else {}
    return render_template(
        "shares/overview.html",
        report=found,
        cell=cell,
        services=found.side_by_side(period, SERVICE),
        groups=found.side_by_side(period, TARGET_GROUP),
        months=found.over_time(cell.place, MONTHS) if cell else [],
        form=_form(own, found, region, period, cell.place if cell else ""),
        kept=kept,
        region=region,
        newest=newest,
        under_way=under_way,
        may_ask=region.id in reach(*ASKS),
        period_in_words=report.period_in_words,
        saved=request.args.get("saved", ""),
    )


@blueprint.get("/podily.csv")
@access.roles(*READS)
def table() -> Response:
    """Hand out every share of the newest estimate as a table for programs."""
    with db.reading() as session:
        region = _chosen(_regions(session, *READS))
        newest = comment_shares.newest(session, region.id)
        if newest is None:
            abort(404)
        text = spreadsheet.text(report.of(session, region.id, newest.document, g.language))
    answer = Response(text, content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{region.code}-podily.csv"'
    return answer


@blueprint.post("/podily")
@access.roles(*ASKS)
def estimate() -> Response:
    """Promise a new estimate of a region."""
    with db.transaction() as session:
        own = _regions(session, *ASKS)
        region = _chosen(own)
        operations.request_estimation(session, region.id, by=g.staff.id)
    chosen = region.code if len(own) > 1 else None
    return redirect(url_for(".overview", saved="asked", region=chosen), code=303)


def _regions(session: Session, *roles: Role) -> list[Region]:
    own = reach(*roles)
    return [region for region in reference.regions(session) if region.id in own]


def _chosen(own: list[Region]) -> Region:
    """Return the region that is asked for, else the first of the own ones; a foreign one does not exist."""
    code = request.values.get("region", "")
    found = [region for region in own if region.code == code] if code else own
    return found[0] if found else abort(404)


def _form(own: list[Region], found: Report, region: Region, period: str, place: str) -> ChoiceForm:
    filled = ChoiceForm(data={"region": region.code, "period": period, "cell": place})
    filled.region.choices = [SelectChoice(each.code, each.name) for each in own]
    filled.period.choices = [
        SelectChoice(each, report.period_in_words(each)) for each in found.periods or [ALL_TIME]
    ]
    places = {cell.place: cell.label for cell in found.cells if cell.period == period and cell.place}
    filled.cell.choices = [
        SelectChoice("", gettext("All comments")),
        *(SelectChoice(place, label) for place, label in places.items()),
    ]
    if len(own) == 1:
        del filled.region
    return filled
