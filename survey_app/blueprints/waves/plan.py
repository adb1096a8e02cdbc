"""Planning a wave: which version, under which code, when."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from flask import abort, current_app, g, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import HiddenField, SelectField, StringField
from wtforms.validators import InputRequired, Length, Regexp

from forms.editing import codes
from forms.languages import text_in
from survey_app import access, clock, db
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.window_form import SENTENCES, WindowForm
from survey_app.models import QuestionnaireVersion
from survey_app.operations import waves as operations
from survey_app.operations.windows import Window, WindowError, WindowProblem
from survey_app.queries import design, reference, waves
from survey_app.vocabulary import Role

CODE = _l("Use small letters without accents, digits and hyphens, such as annual-2027.")
OF_ANOTHER = _l("The code was proposed for another questionnaire. Here is one for this; you may change it.")
YEAR_AT_THE_END = re.compile(r"[-_]?(19|20)\d\d$")
LONGEST_PROPOSED = 50
"""Characters; a number that makes the code free still fits behind it."""


class PlanForm(WindowForm):
    """A new wave; the choices of the version are those of the person's regions.

    `proposed_for` is the version whose proposed code stood in the form when it was shown.
    """

    proposed_for = HiddenField()
    version = SelectField(_l("Questionnaire"), [InputRequired(_l("Choose a questionnaire."))])
    wave_code = StringField(
        _l("Code in the address"),
        [
            InputRequired(CODE),
            Length(max=60, message=CODE),
            Regexp(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z", message=CODE),
        ],
    )


@blueprint.route("/nova", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def plan() -> Response | str:
    """Show the form, or plan the wave."""
    days = current_app.config["SETTINGS"].announcement_days
    with db.reading() as session:
        versions = design.published_versions(session, own.regions(Role.METHODOLOGIST))
        regions = {region.id: region.name for region in reference.regions(session)}
        choices = [(str(version.id), _named(session, version, regions)) for version in versions]
        codes_proposed = {str(version.id): _proposed(session, version, days) for version in versions}
    asked = request.args.get("verze", "")
    chosen = asked if asked in codes_proposed else next(iter(codes_proposed), "")
    proposal = codes_proposed.get(chosen, "")
    form = PlanForm(
        data={**_suggested(days), "version": chosen, "proposed_for": chosen, "wave_code": proposal}
    )
    form.version.choices = choices
    if not form.is_submitted():
        return render_template("waves/plan.html", form=form, days=days)
    window = form.window() if form.validate() else None
    if window is not None and _is_of_another(form, codes_proposed):
        window = None
    if window is not None and _planned(form, window, days):
        return redirect(url_for(".wave", wave_code=form.wave_code.data, saved="created"), code=303)
    return Response(render_template("waves/plan.html", form=form, days=days), 422, mimetype="text/html")


def _planned(form: PlanForm, window: Window, days: int) -> bool:
    now = clock.now()
    if window.announced_at < now - timedelta(days=1):
        form.refuse("announced_at", SENTENCES[WindowProblem.IN_THE_PAST])
        return False
    try:
        with db.transaction() as session:
            found = design.version_in(session, UUID(form.version.data), own.regions(Role.METHODOLOGIST))
            if found is None:
                abort(404)
            regions = {region.id: region for region in reference.regions(session)}
            operations.create_wave(
                session,
                found,
                regions[found.questionnaire.region_id],
                form.wave_code.data,
                window,
                now,
                announcement_days=days,
                by=g.staff.id,
            )
    except WindowError as error:
        form.explain(error, days)
        return False
    return True


def _named(session: Session, version: QuestionnaireVersion, regions: Mapping[UUID, str]) -> str:
    title = text_in(design.questionnaire(session, version.id).titles, g.language)
    words = gettext(
        "%(title)s, version %(version)s – %(region)s",
        title=title,
        version=version.version,
        region=regions[version.questionnaire.region_id],
    )
    return str(words)


def _proposed(session: Session, version: QuestionnaireVersion, days: int) -> str:
    """A free code of the questionnaire's code and the year in which the wave would open."""
    stem = YEAR_AT_THE_END.sub("", version.questionnaire.code)
    year = _opening(days).year
    return codes.proposed(
        f"{stem} {year}", waves.codes(session), otherwise="wave", joint="-", longest=LONGEST_PROPOSED
    )


def _is_of_another(form: PlanForm, codes_proposed: Mapping[str, str]) -> bool:
    """Whether the code was left as it was proposed before another questionnaire was chosen.

    It is asked once: who writes that code again means it.
    """
    shown_for, chosen, said = form.proposed_for.data or "", form.version.data, form.wave_code.data
    mine = codes_proposed[chosen]
    if shown_for == chosen or said == mine or said != codes_proposed.get(shown_for):
        return False
    for field, value in ((form.proposed_for, chosen), (form.wave_code, mine)):
        field.process_formdata([value])
    form.refuse("wave_code", OF_ANOTHER)
    return True


def _opening(days: int) -> date:
    """The day of the suggested opening: as soon as the notice is over, announced tomorrow."""
    return clock.today() + timedelta(days=1 + days)


def _suggested(days: int) -> dict[str, object]:
    """Announced tomorrow morning, open for three weeks as soon as the notice is over."""
    tomorrow = clock.today() + timedelta(days=1)
    opens_on = _opening(days)
    closes_on = opens_on + timedelta(days=20)
    return {
        "announced_at": datetime.combine(tomorrow, time(8)),
        "opens_at": datetime.combine(opens_on, time(8)),
        "closes_at": datetime.combine(closes_on, time(23, 59)),
        "grace_minutes": 60,
    }
