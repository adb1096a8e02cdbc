"""Pages of a questionnaire: save what was answered, go on.

Every way off a page saves it: on, back, or into another language. What does not pass the checks is kept as
typed and shown again.
"""

from dataclasses import replace

from flask import abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from forms import build, routing
from forms.definition import Layout, Questionnaire
from survey_app import access
from survey_app.blueprints import forgery
from survey_app.blueprints.answering import blueprint, drafts, showing, submission, switched, trial, visit
from survey_app.blueprints.answering.drafts import Draft
from survey_app.operations import trials


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
    return showing.show(here, page) if page else visit.to_landing(wave_code)


@blueprint.post("/<wave_code>/strana/<page_code>")
@access.public
def answer_page(wave_code: str, page_code: str) -> str | Response:
    """Save one page and go where the respondent wants to go."""
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
    form = form_class(request.form, answers=here.answers, seed=showing.seed(page, token))
    valid = form.validate()
    if not forgery.csrf_is_valid():
        g.csrf_failed = True
        return showing.show(here, page, form, status=400)
    if here.questionnaire.layout is Layout.PAGE and request.form.get("action", "next") == "next":
        if not valid:
            return showing.show(here, page, form, status=422)
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
        return drafts.remember(showing.show(here, page, form, status=422), browser_key)
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
    forgery.check_csrf()
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
    if action == "next" and not showing.stored_form(here, page, token).validate():
        return drafts.remember(_show_changed(here, asked, draft, page_code, 422), browser_key)
    return drafts.remember(_go(here, page, draft, action), browser_key)


def _show_changed(
    here: visit.Visit, asked: Questionnaire, draft: Draft, page_code: str, status: int
) -> Response:
    here = replace(here, draft=draft, version_changed=True, begun=asked)
    page = here.page(page_code) or here.pages[0]
    form = showing.stored_form(here, page, draft.token)
    if status == 422:
        form.validate()
    return showing.show(here, page, form, status)


def _goal(here: visit.Visit, page: routing.Page, draft: Draft, action: str) -> routing.Page | None:
    """Return the page to go to; None before the first and after the last one."""
    if action == "stay":
        return page
    step = routing.previous_page if action == "back" else routing.next_page
    return step(here.questionnaire, draft.answers, page.page_code)
