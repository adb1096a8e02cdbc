"""The list of what was computed in the person's regions."""

from flask import g, render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.publication import blueprint, own
from survey_app.queries import index, snapshots


@blueprint.get("", strict_slashes=False)
@access.roles(*own.LOOKS)
def overview() -> str:
    """List what was computed, and say first what waits for the person."""
    regions = own.regions(*own.LOOKS)
    with db.reading() as session:
        found = index.snapshots(session, regions)
        to_approve = snapshots.awaiting_approval_by(session, regions, clock.today(), g.staff.id)
    return render_template(
        "publication/overview.html", snapshots=found, to_approve=to_approve, states=labels.SNAPSHOT_STATES
    )
