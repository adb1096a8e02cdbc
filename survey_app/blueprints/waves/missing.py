"""Who is missing in a wave: counts of who answered, against the proportions of the town. No results."""

from flask import abort, render_template

from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.waves import blueprint, own
from survey_app.queries import composition, design, life, waves
from survey_app.vocabulary import Role, WaveState

MOST_NAMED = 5


@blueprint.get("/<wave_code>/kdo-chybi")
@access.roles(*own.LOOKS)
def missing(wave_code: str) -> str:
    """Show who has answered a wave that has opened; small counts only once nothing more can come."""
    now = clock.now()
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        state = life.state(session, wave, now)
        if state in life.BEFORE_OPENING or state is WaveState.WITHDRAWN:
            abort(404)
        exact = waves.takes_no_more_answers(wave, now)
        found = composition.of_wave(session, wave, exact=exact)
        titles = design.questionnaire(session, wave.questionnaire_version_id).titles
    page.set_region(wave.region)
    short = [(margin, each) for margin in found.margins for each in margin.categories if each.missing]
    short.sort(key=lambda pair: -pair[1].missing)
    return render_template(
        "waves/missing.html",
        wave=wave,
        titles=titles,
        composition=found,
        short=short[:MOST_NAMED],
        exact=exact,
        margin_names=labels.MARGINS,
        takes_answers=state in life.TAKES_NEW_ANSWERS,
        may_load=wave.region_id in own.regions(Role.METHODOLOGIST),
    )
