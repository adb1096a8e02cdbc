"""What awaits the person who has just signed in, by role."""

from flask import g, render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.staff import blueprint
from survey_app.queries import comments, design, reference, work
from survey_app.vocabulary import Role

SEES_WORK = (Role.COORDINATOR, Role.METHODOLOGIST, Role.ADMINISTRATOR)


@blueprint.get("", strict_slashes=False)
@access.signed_in
def first_page() -> str:
    """Show counts and ways on."""
    now = clock.now()
    triage_regions = g.staff.regions(Role.COORDINATOR)
    work_regions = g.staff.regions(*SEES_WORK)
    with db.reading() as reading:
        regions = {region.id: region.name for region in reference.regions(reading)}
        waiting = comments.waiting(reading, triage_regions) if triage_regions else None
        failed = len(work.failed(reading, work_regions)) if work_regions else 0
        waves = [
            (wave, design.wave_state(wave, now), design.response_counts(reading, wave.id).total)
            for wave in design.waves(reading, g.staff.regions(*Role))
        ]
    roles = sorted((regions.get(region_id, ""), str(labels.ROLES[role])) for region_id, role in g.staff.roles)
    return render_template(
        "staff/first_page.html",
        roles=roles,
        waiting=waiting,
        failed=failed,
        waves=waves,
        wave_states=labels.WAVE_STATES,
    )
