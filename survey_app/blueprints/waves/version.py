"""Choosing another published version for a wave; an open one asks first, see `designer.versions`."""

from uuid import UUID

from flask import abort, g, redirect, render_template, url_for
from flask_babel import LazyString, format_date, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import RadioField
from wtforms.validators import InputRequired

from survey_app import access, clock, db
from survey_app.blueprints import page
from survey_app.blueprints.waves import blueprint, own
from survey_app.blueprints.waves.wording import REFUSALS
from survey_app.operations import waves as operations
from survey_app.queries import design, life
from survey_app.vocabulary import WaveStepKind


class VersionForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """One of the versions of the wave's questionnaire."""

    version = RadioField(_l("Version of the questionnaire"), [InputRequired(_l("Choose a version."))])


@blueprint.route("/<wave_code>/verze", methods=["GET", "POST"])
@access.roles(*life.APPROVERS)
def change_version(wave_code: str) -> Response | str:
    """Show the versions of the series, or let another one be answered."""
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        series_id = wave.questionnaire_version.questionnaire_id
        published = design.published_versions(session, frozenset((wave.region_id,)))
        versions = [version for version in published if version.questionnaire_id == series_id]
        form = VersionForm(data={"version": str(wave.questionnaire_version_id)})
        form.version.choices = [
            (
                str(version.id),
                gettext(
                    "Version %(version)s, published %(day)s",
                    version=version.version,
                    day=format_date(clock.local(version.published_at).date(), "long"),
                ),
            )
            for version in versions
        ]
    refusal: LazyString | None = None
    if form.validate_on_submit():
        refusal = _changed(wave_code, UUID(form.version.data))
        if refusal is None:
            return redirect(url_for(".wave", wave_code=wave_code, saved="version_changed"), code=303)
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        page.set_region(wave.region)
        impossible = life.refusal(session, wave, WaveStepKind.VERSION_CHANGED, clock.now(), g.staff.id)
        html = render_template(
            "waves/version.html",
            wave=wave,
            titles=design.questionnaire(session, wave.questionnaire_version_id).titles,
            form=form,
            sentence=refusal,
            takes_answers=life.state(session, wave, clock.now()) in life.TAKES_NEW_ANSWERS,
            impossible=REFUSALS[impossible] if impossible and not refusal else None,
        )
    return Response(html, 422, mimetype="text/html") if form.is_submitted() else html


def _changed(wave_code: str, version_id: UUID) -> LazyString | None:
    try:
        with db.transaction() as session:
            wave = own.wave(session, wave_code, *own.LOOKS)
            version = design.version_in(session, version_id, frozenset((wave.region_id,)))
            if version is None:
                abort(404)
            operations.change_version(session, wave, version, clock.now(), by=g.staff.id)
    except operations.StepError as error:
        return REFUSALS[error.refusal]
    return None
