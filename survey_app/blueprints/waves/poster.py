"""The poster of a wave on one sheet of A4, and the QR codes of its address and of its trial."""

from io import BytesIO

import segno
from flask import abort, g, render_template, request, url_for
from flask_babel import force_locale
from markupsafe import Markup
from werkzeug.wrappers import Response

from forms.languages import spoken_language
from survey_app import access, clock, db, language
from survey_app.blueprints import page
from survey_app.blueprints.waves import blueprint, own
from survey_app.queries import design, waves

CORRECTION = "m"
"""Error correction of the codes: a seventh of a poster may be torn or dirty."""
QUIET_ZONE = 4
"""Light modules around a code, as ISO/IEC 18004 asks."""
PIXELS = 20
"""Pixels of a module in the picture for programs that take no SVG."""


@blueprint.get("/<wave_code>/plakat")
@access.roles(*own.LOOKS)
def poster(wave_code: str) -> str:
    """Show the poster in the language that the address asks for, else in the questionnaire's first one."""
    now = clock.now()
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    page.set_region(wave.region)
    offered = (*questionnaire.languages, *questionnaire.variants)
    tag = request.args.get("jazyk", g.language)
    tag = tag if tag in offered else offered[0]
    with force_locale(spoken_language(tag)):
        sheet = render_template(
            "waves/sheet.html",
            wave=wave,
            questionnaire=questionnaire,
            tag=tag,
            spoken=spoken_language(tag),
            address=_address(wave_code, tag),
        )
    return render_template(
        "waves/poster.html",
        wave=wave,
        sheet=Markup(sheet),  # noqa: S704  # rendered by the template above, which escapes
        tag=tag,
        offered=[(each, language.own_name(each)) for each in offered],
        not_public=not waves.is_public(wave, now),
    )


@blueprint.get("/<wave_code>/kod.svg")
@access.roles(*own.LOOKS)
def code(wave_code: str) -> Response:
    """Hand out the QR code of the questionnaire's address as a drawing."""
    return _drawing(_address(wave_code, _offered(wave_code)))


@blueprint.get("/<wave_code>/kod.png")
@access.roles(*own.LOOKS)
def code_in_pixels(wave_code: str) -> Response:
    """Hand out the QR code of the questionnaire's address as a picture of pixels."""
    tag, stream = _offered(wave_code), BytesIO()
    drawn = segno.make_qr(_address(wave_code, tag), error=CORRECTION)
    drawn.save(stream, kind="png", border=QUIET_ZONE, scale=PIXELS)
    response = Response(stream.getvalue(), mimetype="image/png")
    response.headers["Content-Disposition"] = f"attachment; filename={wave_code}-{tag}.png"
    return response


@blueprint.get("/<wave_code>/zkouska.svg")
@access.roles(*own.LOOKS)
def trial_code(wave_code: str) -> Response:
    """Hand out the QR code of the address for testers."""
    with db.reading() as session:
        trial_key = own.wave(session, wave_code, *own.LOOKS).trial_key
    if trial_key is None:
        abort(404)
    return _drawing(url_for("trial.landing", wave_code=trial_key, _external=True))


def _address(wave_code: str, tag: str) -> str:
    """Return the whole address of the questionnaire in a language."""
    path = url_for("answering.landing", wave_code=wave_code).removeprefix(request.script_root)
    return request.host_url.rstrip("/") + language.mount_point(tag) + path


def _offered(wave_code: str) -> str:
    """Return the language that the address asks for if the questionnaire speaks it, else its first one."""
    with db.reading() as session:
        wave = own.wave(session, wave_code, *own.LOOKS)
        questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    tag = request.args.get("jazyk", "")
    return tag if tag in (*questionnaire.languages, *questionnaire.variants) else questionnaire.languages[0]


def _drawing(address: str) -> Response:
    stream = BytesIO()
    code = segno.make_qr(address, error=CORRECTION)
    code.save(stream, kind="svg", border=QUIET_ZONE, light="#fff", omitsize=True, title=address)
    return Response(stream.getvalue(), mimetype="image/svg+xml")
