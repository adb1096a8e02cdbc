"""The results that concern the provider: open for a reply, and published."""

from flask import g, render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.reach import regions
from survey_app.blueprints.replies import blueprint
from survey_app.queries import design, replies
from survey_app.vocabulary import Role


@blueprint.get("", strict_slashes=False)
@access.roles(Role.PROVIDER)
def overview() -> str:
    """List the results in which the person's own services are, each with the state of the reply."""
    rows = []
    with db.reading() as session:
        for found in replies.snapshots_for_providers(session, regions(Role.PROVIDER)):
            provider = replies.provider_of(session, g.staff.id, found.wave.region_id)
            if provider is None or not replies.services_of(session, found, provider.id):
                continue
            titles = design.questionnaire(session, found.wave.questionnaire_version_id).titles
            written = replies.reply_of(session, found.id, provider.id) is not None
            rows.append((found, titles, replies.is_open(found, clock.today()), written))
    return render_template("replies/overview.html", rows=rows, states=labels.SNAPSHOT_STATES)
