"""The list of waves of the person's regions."""

from flask import g, render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.waves import blueprint, own
from survey_app.queries import design, life, waves
from survey_app.vocabulary import Role


@blueprint.get("", strict_slashes=False)
@access.roles(*own.LOOKS)
def overview() -> str:
    """List the waves of the person's regions."""
    now = clock.now()
    with db.reading() as session:
        found = waves.all_waves(session, own.regions(*own.LOOKS))
        totals = waves.response_totals(session, found)
        states = life.states(session, found, now)
        to_approve = life.awaiting_approval_by(session, found, now, g.staff.id)
        titles = {
            wave.id: design.questionnaire(session, wave.questionnaire_version_id).titles for wave in found
        }
    rows = [(wave, titles[wave.id], labels.WAVE_STATES[states[wave.id]], totals[wave.id]) for wave in found]
    may_plan = bool(own.regions(Role.METHODOLOGIST))
    return render_template("waves/overview.html", waves=rows, may_plan=may_plan, to_approve=to_approve)
