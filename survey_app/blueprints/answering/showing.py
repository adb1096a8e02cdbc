"""Showing one page of a questionnaire: rendered with what the respondent has said, or the same for everybody.

Saves nothing and knows no way off the page.
"""

import zlib
from typing import Any

from flask import g, render_template, request, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from forms import build, routing
from forms.randomisation import SEEDS
from survey_app import language, sealing
from survey_app.blueprints.answering import frozen, visit

_CSRF_HOLE, _TOKEN_HOLE = "~csrf~", "~submission~"  # marks in a template, not secrets
_MOST_FROZEN = 500
_frozen: dict[tuple[object, ...], frozen.FrozenPage] = {}


def show(
    here: visit.Visit, page: routing.Page, form: build.PageForm | None = None, status: int = 200
) -> Response:
    """Render a page; a form that was sent keeps what was typed and shows what is wrong with it."""
    token = here.draft.token if here.draft else sealing.new_submission_token(visit.settings().signing_key)
    if form is None and here.draft is None:
        return _frozen_page(here, page, token)
    html = _render(here, page, form or stored_form(here, page, token), generate_csrf(), token)
    return Response(html, status, mimetype="text/html")


def stored_form(here: visit.Visit, page: routing.Page, token: str) -> build.PageForm:
    """Return the form of a page with what the draft holds: what was typed last, else the answers."""
    form_class = build.form_class(here.questionnaire, page.items, here.language)
    typed = here.draft.typed.get(page.page_code) if here.draft else None
    formdata = MultiDict((name, value) for name, value in typed) if typed else None
    return form_class(formdata, answers=here.answers, seed=seed(page, token))


def seed(page: routing.Page, token: str) -> int | None:
    """Return which order of the options this respondent sees, all the way through."""
    return zlib.crc32(token.encode()) % len(SEEDS) if any(item.randomise for item in page.items) else None


def _frozen_page(here: visit.Visit, page: routing.Page, token: str) -> Response:
    """Serve the page that every new visitor gets, rendered once per version, dates and language."""
    wave = here.wave
    dates = (wave.closes_at, wave.results_on)
    place = (request.script_root, here.language, page.page_code, seed(page, token))
    key = (wave.wave.questionnaire_version_id, wave.code, *dates, *place)
    found = _frozen.get(key)
    if found is None:
        html = _render(here, page, stored_form(here, page, token), _CSRF_HOLE, _TOKEN_HOLE)
        if len(_frozen) >= _MOST_FROZEN:
            _frozen.clear()
        found = _frozen[key] = frozen.FrozenPage(html, (_CSRF_HOLE, _TOKEN_HOLE))
    values = (generate_csrf(), token)
    response = Response(mimetype="text/html", headers={"Vary": "Accept-Encoding, Cookie"})
    if request.accept_encodings.quality("gzip") > 0:
        response.headers["Content-Encoding"] = "gzip"
        response.set_data(found.gzipped(values))
    else:
        response.set_data(found.plain(values))
    return response


def _render(here: visit.Visit, page: routing.Page, form: build.PageForm, csrf_value: str, token: str) -> str:
    places = [found.page_code for found in here.pages]
    settled = routing.is_way_settled(here.questionnaire, here.answers, page.page_code)
    context: dict[str, Any] = {
        "here": here,
        "page": page,
        "form": form,
        "csrf_value": csrf_value,
        "token": token,
        "place": places.index(page.page_code) + 1,
        "number_of_pages": len(places) if settled else None,  # a number that jumps says less than none
        "switches": language_switches(here, page.page_code),
        "csrf_failed": g.get("csrf_failed", False),
        "staff": None,  # the page is the same for everybody
        "section": next((s for s in here.questionnaire.sections if s.section_code == page.page_code), None),
    }
    return render_template("answering/page.html", **context)


def language_switches(here: visit.Visit, page_code: str) -> list[tuple[str, str, str]]:
    """Return (tag, own name, where to send the form) for every language that the questionnaire offers."""
    path = request.url_rule and url_for(".question_page", wave_code=here.wave.code, page_code=page_code)
    path = str(path).removeprefix(request.script_root)
    return [(tag, language.own_name(tag), language.mount_point(tag) + path) for tag in here.wave.languages]
