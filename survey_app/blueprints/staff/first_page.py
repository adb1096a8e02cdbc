"""What awaits the person who has just signed in, by role."""

from flask import g, render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels, work
from survey_app.blueprints.staff import blueprint
from survey_app.queries import coders, design, lanes, life, reference, results, waves
from survey_app.queries.comments import Filter
from survey_app.vocabulary import Role


@blueprint.get("", strict_slashes=False)
@access.signed_in
def first_page() -> str:
    """Show counts and ways on."""
    now = clock.now()
    triage_regions = g.staff.regions(Role.COORDINATOR)
    with db.reading() as reading:
        regions = {region.id: region.name for region in reference.regions(reading)}
        reader = lanes.reader(reading, g.staff.id, triage_regions, now)
        waiting = lanes.counts(reading, reader, Filter(triage_regions)) if triage_regions else None
        is_methodologist = bool(g.staff.regions(Role.METHODOLOGIST))
        awaiting = coders.awaiting_release(reading) if is_methodologist else None
        failed = len(work.failed(reading)) if g.staff.regions(*work.SEES_WORK) else 0
        planned = waves.all_waves(reading, g.staff.regions(*Role))
        totals = waves.response_totals(reading, planned)
        states = life.states(reading, planned, now)
        to_approve = life.awaiting_approval_by(reading, planned, now, g.staff.id)
        titles = {
            wave.id: design.questionnaire(reading, wave.questionnaire_version_id).titles for wave in planned
        }
        published = results.published_wave_codes(reading)
    roles = sorted((regions.get(region_id, ""), str(labels.ROLES[role])) for region_id, role in g.staff.roles)
    return render_template(
        "staff/first_page.html",
        roles=roles,
        waiting=waiting,
        failed=failed,
        awaiting=awaiting,
        to_approve=to_approve,
        looks_in=g.staff.regions(*life.APPROVERS),
        waves=[(wave, states[wave.id], totals[wave.id]) for wave in planned],
        wave_states=labels.WAVE_STATES,
        titles=titles,
        published=published,
    )
