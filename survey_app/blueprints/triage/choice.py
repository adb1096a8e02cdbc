"""Which comments the coordinator has chosen to see; kept in the address from comment to comment."""

from typing import Any
from uuid import UUID

from flask import g, request
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import Form, SelectField
from wtforms.fields import SelectChoice

from forms.languages import text_in
from survey_app import clock, db
from survey_app.blueprints import labels
from survey_app.models import Region
from survey_app.queries import lanes, reference
from survey_app.queries.comments import Filter
from survey_app.queries.queue_list import WAITING
from survey_app.vocabulary import Lane, Role, Verdict

KEPT = ("state", "region", "service", "lane")


class ChoiceForm(Form):  # type: ignore[misc]  # wtforms has no types
    """The filters above the queue; read from the address, so no token is needed."""

    state = SelectField(_l("State"), validate_choice=False)
    region = SelectField(_l("Region"), validate_choice=False)
    service = SelectField(_l("Service"), validate_choice=False)


def own_regions(reading: Session) -> list[Region]:
    """Return the regions in which the person is coordinator."""
    own = g.staff.regions(Role.COORDINATOR)
    return [region for region in reference.regions(reading) if region.id in own]


def reader(reading: Session, regions: list[Region]) -> lanes.Reader:
    """Return the person as a reader of these regions, at this moment."""
    return lanes.reader(reading, g.staff.id, {region.id for region in regions}, clock.now())


def kept() -> dict[str, Any]:
    """Return the choices that links and forms carry on."""
    return {name: request.args[name] for name in KEPT if request.args.get(name)}


def chosen(regions: list[Region]) -> Filter:
    """Return the filter that the address asks for; what it cannot mean is taken as "all"."""
    by_code = {region.code: region for region in regions}
    region = by_code.get(request.args.get("region", ""))
    state = request.args.get("state", "")
    of_region, _, service_code = request.args.get("service", "").partition(":")
    lane = request.args.get("lane", "")
    service_region = by_code.get(of_region)
    return Filter(
        region_ids=frozenset({region.id} if region else {each.id for each in regions}),
        state=state if state in (WAITING, *Verdict) else "",
        service=(service_region.id, service_code) if service_region and service_code else None,
        lane=Lane(lane) if lane in list(Lane) else None,
    )


def chosen_regions() -> Filter:
    """Return the filter that the address asks for, of the person's own regions."""
    with db.reading() as reading:
        return chosen(own_regions(reading))


def after() -> list[UUID]:
    """Return the comments that the person has on the screen already: the one after them is wanted."""
    return request.args.getlist("after", UUID)


def form(reading: Session, regions: list[Region]) -> ChoiceForm:
    """Return the filter form with what can be chosen; a single region is not asked about."""
    filled = ChoiceForm(request.args)
    filled.state.choices = [
        SelectChoice("", gettext("All, waiting ones first")),
        SelectChoice(WAITING, gettext("Waiting")),
        *(SelectChoice(verdict.value, str(label)) for verdict, label in labels.VERDICTS.items()),
    ]
    everything = SelectChoice("", gettext("All"))
    filled.region.choices = [everything, *(SelectChoice(region.code, region.name) for region in regions)]
    services = [
        SelectChoice(f"{region.code}:{service.service_code}", text_in(service.names, g.language))
        for region in regions
        for service in reference.services(reading, region.id)
    ]
    filled.service.choices = [everything, *services]
    if len(regions) == 1:
        del filled.region
    return filled
