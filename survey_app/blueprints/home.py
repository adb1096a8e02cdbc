"""The front door: what is open, announced and closed; accessibility statement; why we ask."""

import json

from flask import Blueprint, abort, current_app, render_template
from werkzeug.wrappers import Response

from forms import definition
from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.queries import design, reference, results, waves

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@access.public
def index() -> str:
    """Show what a citizen can do today."""
    return _of_region(None)


@blueprint.get("/region/<code>")
@access.public
def region(code: str) -> str:
    """Show what a citizen of one region can do today."""
    return _of_region(code)


def _of_region(code: str | None) -> str:
    now = clock.now()
    with db.reading() as session:
        region = reference.region_by_code(session, code) if code else None
        if code and region is None:
            abort(404)
        region_id = region.id if region else None
        groups = {
            "opened": waves.open_waves(session, now, region_id),
            "announced": waves.announced_waves(session, now, region_id),
            "closed": waves.closed_waves(session, now, region_id),
            "withdrawn": waves.withdrawn_waves(session, now, region_id),
        }
        shown = [wave for group in groups.values() for wave in group]
        titles = {
            wave.id: design.questionnaire(session, wave.questionnaire_version_id).titles for wave in shown
        }
        said = waves.explained_steps(session, [wave.id for wave in groups["opened"]])
        extended = {wave_id: waves.closing_before(steps.values()) for wave_id, steps in said.items()}
        published = results.published_wave_codes(session)
    if region:
        page.set_region(region)
    return render_template("home/index.html", titles=titles, published=published, extended=extended, **groups)


@blueprint.get("/pristupnost")
@access.public
def accessibility() -> str:
    """Say how accessible the service is and whom to tell about barriers."""
    return render_template("home/accessibility.html")


@blueprint.get("/o-pruzkumu")
@access.public
def about() -> str:
    """Say who asks, why, what is stored, who reads it, and what the machine does."""
    days = current_app.config["SETTINGS"].partial_response_days
    return render_template("home/about.html", partial_response_days=days)


@blueprint.get("/dotaznik-schema.json")
@access.public
def questionnaire_schema() -> Response:
    """Publish what a questionnaire's document may contain, for editors and for other programs."""
    text = json.dumps(definition.json_schema(), ensure_ascii=False, indent=1)
    return Response(f"{text}\n", mimetype="application/schema+json")


@blueprint.get("/zdravi")
@access.public
def health() -> Response:
    """Tell a monitor that the web answers and the database can be read."""
    with db.reading() as session:
        reference.regions(session)
    return Response("ok\n", mimetype="text/plain")
