"""Pages of a questionnaire: show one, save what was answered, go on.

Every way off a page saves it: on, back, or into another language. What does not pass the checks is kept as
typed and shown again.
"""

import zlib
from dataclasses import replace
from typing import Any

from flask import abort, g, redirect, render_template, request, url_for
from flask_wtf.csrf import generate_csrf, validate_csrf
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response
from wtforms import ValidationError

from forms import build, routing
from forms.definition import Layout, Questionnaire
from forms.randomisation import SEEDS
from survey_app import access, language, sealing
from survey_app.blueprints.answering import blueprint, drafts, frozen, switched, trial, visit
from survey_app.blueprints.answering.drafts import Draft
from survey_app.operations import trials

_CSRF_HOLE, _TOKEN_HOLE = "~csrf~", "~submission~"  # marks in a template, not secrets
_MOST_FROZEN = 500
_frozen: dict[tuple[object, ...], frozen.FrozenPage] = {}


@blueprint.get("/<wave_code>/strana/<page_code>")
@access.public
def question_page(wave_code: str, page_code: str) -> str | Response:
    """Show one page with the answers given so far."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    if not here.admits(visit.opened_at(here.draft.token) if here.draft else None):
        return visit.to_landing(wave_code)
    page = here.page(page_code)
    return show(here, page) if page else visit.to_landing(wave_code)


@blueprint.post("/<wave_code>/strana/<page_code>")
@access.public
def answer_page(wave_code: str, page_code: str) -> str | Response:
    """Save one page and go where the respondent wants to go."""
    from survey_app.blueprints.answering import submission  # noqa: PLC0415  # the two call each other

    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    token = request.form.get("submission", "")
    opened_at = visit.opened_at(token)
    if opened_at is None:
        abort(400)
    if not here.admits(opened_at):
        return visit.to_landing(wave_code)
    asked = visit.sent_version(here)
    if asked is not None:
        return _take_over(here, asked, page_code, token)
    page = here.page(page_code)
    if page is None:
        return visit.to_landing(wave_code)
    form_class = build.form_class(here.questionnaire, page.items, here.language)
    form = form_class(request.form, answers=here.answers, seed=_seed(page, token))
    valid = form.validate()
    if not csrf_is_valid():
        g.csrf_failed = True
        return show(here, page, form, status=400)
    if here.questionnaire.layout is Layout.PAGE and request.form.get("action", "next") == "next":
        if not valid:
            return show(here, page, form, status=422)
        return submission.submit(here, token, build.answers_from(form))
    return _save_and_go(here, page, form, token, valid=valid)


def _save_and_go(
    here: visit.Visit, page: routing.Page, form: build.PageForm, token: str, *, valid: bool
) -> Response:
    action = request.form.get("action", "next")
    typed = [[name, value] for name, value in request.form.items(multi=True)]
    remark = request.form.get(trial.REMARK) if here.is_trial else None

    def put_in(draft: Draft) -> None:
        here.bring_up_to_date(draft)
        draft.changed_from = ""
        draft.answers = build.merged_answers(form, draft.answers)
        draft.typed.pop(page.page_code, None)
        if remark is not None:
            draft.remarks[page.page_code] = remark[: trials.MAX_REMARK]
        if not valid:
            draft.typed[page.page_code] = typed
        if valid or action != "next":
            goal = _goal(here, page, draft, action)
            draft.page_code = (goal or page).page_code

    draft, browser_key = drafts.change(here.wave.code, here.wave.wave.id, token, put_in)
    if action == "next" and not valid:
        return drafts.remember(show(here, page, form, status=422), browser_key)
    return drafts.remember(_go(here, page, draft, action), browser_key)


def _go(here: visit.Visit, page: routing.Page, draft: Draft, action: str) -> Response:
    goal = _goal(here, page, draft, action)
    if goal is not None:
        target = url_for(".question_page", wave_code=here.wave.code, page_code=goal.page_code)
    else:
        target = url_for(".landing" if action == "back" else ".check", wave_code=here.wave.code)
    return redirect(target, code=303)


def _take_over(here: visit.Visit, asked: Questionnaire, page_code: str, token: str) -> Response:
    """Save a page of an earlier version, say that the questionnaire has changed, and go on if that can be."""
    from survey_app.blueprints.answering import submission  # noqa: PLC0415  # the two call each other

    check_csrf()
    put_in = switched.put_in(here, asked, request.form[visit.VERSION], page_code, request.form)
    action = request.form.get("action", "next")
    if here.questionnaire.layout is Layout.PAGE and action == "next":  # stored when it is sent, not before
        if submission.is_known(here, token):
            return submission.receipt_of_an_earlier_sending(here, token)
        draft = here.draft or Draft(token)
        put_in(draft)
        return _show_changed(here, asked, draft, page_code, 422)
    draft, browser_key = drafts.change(here.wave.code, here.wave.wave.id, token, put_in)
    here = replace(here, draft=draft)
    page = here.page(page_code)
    if page is None:
        return drafts.remember(_show_changed(here, asked, draft, page_code, 409), browser_key)
    if action == "next" and not _stored_form(here, page, token).validate():
        return drafts.remember(_show_changed(here, asked, draft, page_code, 422), browser_key)
    return drafts.remember(_go(here, page, draft, action), browser_key)


def _show_changed(
    here: visit.Visit, asked: Questionnaire, draft: Draft, page_code: str, status: int
) -> Response:
    here = replace(here, draft=draft, version_changed=True, begun=asked)
    page = here.page(page_code) or here.pages[0]
    form = _stored_form(here, page, draft.token)
    if status == 422:
        form.validate()
    return show(here, page, form, status)


def _goal(here: visit.Visit, page: routing.Page, draft: Draft, action: str) -> routing.Page | None:
    """Return the page to go to; None before the first and after the last one."""
    if action == "stay":
        return page
    step = routing.previous_page if action == "back" else routing.next_page
    return step(here.questionnaire, draft.answers, page.page_code)


def show(
    here: visit.Visit, page: routing.Page, form: build.PageForm | None = None, status: int = 200
) -> Response:
    """Render a page; a form that was sent keeps what was typed and shows what is wrong with it."""
    token = here.draft.token if here.draft else sealing.new_submission_token(visit.settings().signing_key)
    if form is None and here.draft is None:
        return _frozen_page(here, page, token)
    html = _render(here, page, form or _stored_form(here, page, token), generate_csrf(), token)
    return Response(html, status, mimetype="text/html")


def _stored_form(here: visit.Visit, page: routing.Page, token: str) -> build.PageForm:
    form_class = build.form_class(here.questionnaire, page.items, here.language)
    typed = here.draft.typed.get(page.page_code) if here.draft else None
    formdata = MultiDict((name, value) for name, value in typed) if typed else None
    return form_class(formdata, answers=here.answers, seed=_seed(page, token))


def _seed(page: routing.Page, token: str) -> int | None:
    """Return which order of the options this respondent sees, all the way through."""
    return zlib.crc32(token.encode()) % len(SEEDS) if any(item.randomise for item in page.items) else None


def _frozen_page(here: visit.Visit, page: routing.Page, token: str) -> Response:
    """Serve the page that every new visitor gets, rendered once per version, dates and language."""
    wave = here.wave
    dates = (wave.closes_at, wave.results_on)
    place = (request.script_root, here.language, page.page_code, _seed(page, token))
    key = (wave.wave.questionnaire_version_id, wave.code, *dates, *place)
    found = _frozen.get(key)
    if found is None:
        html = _render(here, page, _stored_form(here, page, token), _CSRF_HOLE, _TOKEN_HOLE)
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


def csrf_is_valid() -> bool:
    """Tell whether the form that was sent carries this browser's mark."""
    try:
        validate_csrf(request.form.get("csrf_token"))
    except ValidationError:
        return False
    return True


def check_csrf() -> None:
    """Refuse a form without this browser's mark."""
    if not csrf_is_valid():
        abort(400)
