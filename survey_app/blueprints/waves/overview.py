"""The list of waves of the person's regions."""

from flask import render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.waves import blueprint, own
from survey_app.queries import waves


@blueprint.get("", strict_slashes=False)
@access.roles(*own.LOOKS)
def overview() -> str:
    """List the waves of the person's regions."""
    now = clock.now()
    with db.reading() as session:
        found = waves.all_waves(session, own.regions(*own.LOOKS))
        totals = waves.response_totals(session, found)
    rows = [(wave, waves.wave_state(wave, now), totals[wave.id]) for wave in found]
    return render_template("waves/overview.html", waves=rows, states=labels.WAVE_STATES)
