"""The region that a page about its people speaks for: one of those in which the person is methodologist."""

from flask import abort, request
from sqlalchemy.orm import Session

from survey_app.blueprints import page
from survey_app.blueprints.reach import regions
from survey_app.models import Region
from survey_app.queries import reference
from survey_app.vocabulary import Role


def own_regions(session: Session) -> list[Region]:
    """Return the person's regions by name."""
    own = regions(Role.METHODOLOGIST)
    return [region for region in reference.regions(session) if region.id in own]


def region(session: Session) -> Region:
    """Return the region that the address names, without a name the first; a foreign one does not exist."""
    found = own_regions(session)
    code = request.args.get("region", found[0].code)
    chosen = next((each for each in found if each.code == code), None)
    if chosen is None:
        abort(404)
    page.set_region(chosen)
    return chosen
