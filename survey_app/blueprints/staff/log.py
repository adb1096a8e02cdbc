"""The log of what staff changed, for administrators."""

from flask import g, render_template, request

from survey_app import access, db
from survey_app.blueprints import labels
from survey_app.blueprints.staff import blueprint
from survey_app.queries import audit, reference
from survey_app.vocabulary import Role


@blueprint.get("/zaznam")
@access.roles(Role.ADMINISTRATOR)
def log() -> str:
    """Show one page of the log: the person's own regions, and what belongs to no region."""
    region_ids = g.staff.regions(Role.ADMINISTRATOR)
    with db.reading() as reading:
        events = audit.events(reading, region_ids, request.args.get("page", 1, int))
        regions = {region.id: region.name for region in reference.regions(reading)}
    return render_template("staff/log.html", events=events, regions=regions, action=labels.action)
