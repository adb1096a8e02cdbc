"""A draft as a respondent will see it, in any language, variant and width, and on paper; nothing is kept.

What was typed travels with the form (see `rehearsal`). The page of the respondent stands in a frame as wide
as a telephone, so that it lays itself out as it would there.
"""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from flask import make_response, render_template, request, url_for
from flask_babel import force_locale
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response

from forms import build, routing
from forms.definition import Layout
from forms.expressions import describe
from forms.languages import spoken_language, text_in
from survey_app import access, language
from survey_app.blueprints import page as surroundings
from survey_app.blueprints.designer import blueprint, draft_page, own, tongues
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.rehearsal import Rehearsal, telling_items

LANGUAGE, WIDTH, NOTES, START, PAGE, GOAL = "_jazyk", "_sirka", "_poznamky", "_od", "_strana", "_kam"
UNFRAMED = "_samo"
"""Names of inputs; no code of an item begins with an underscore."""
AT_START = "_uvod"
"""In place of the code of a page: the page with the introduction, on which a wave begins."""
WIDTHS = {320: _l("Telephone"), 768: _l("Tablet"), 1100: _l("Computer")}
POLICY = surroundings.CONTENT_SECURITY_POLICY
AROUND_FRAME = f"{POLICY}; frame-src 'self'"
IN_FRAME = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")


@dataclass(frozen=True)
class Scene:
    """What one page of the frame shows: the start page, a page, or without a page the end.

    `filled` was answered to lead there.
    """

    page: routing.Page | None
    form: build.PageForm | None
    is_start: bool = False
    status: int = 200
    filled: tuple[tuple[str, str], ...] = ()
    unreachable: str = ""


@blueprint.get("/<uuid:draft_id>/nahled")
@access.roles(*own.LOOKS)
def preview(draft_id: UUID) -> Response:
    """Show the draft in a frame, with the choice of language, width and answers given beforehand."""
    shown = draft_page.open_draft(draft_id)
    rehearsal = _rehearsal(shown, request.args)
    width = request.args.get(WIDTH, type=int)
    width = width if width in WIDTHS else next(iter(WIDTHS))
    telling = telling_items(shown.questionnaire)
    form = build.form_class(shown.questionnaire, telling, rehearsal.language) if telling else None
    start = request.args.get(START, "")
    state = [(LANGUAGE, rehearsal.language), (GOAL, start)] + [(NOTES, "1")] * rehearsal.interviewer
    anchor = f"#item-{start}" if start in shown.questionnaire.index else ""
    address = url_for(".preview_page", draft_id=draft_id)
    query = urlencode([*state, *rehearsal.carried(None)])
    html = draft_page.render(
        "designer/preview.html",
        shown,
        tags=[(tag, tongues.name_of(tag)) for tag in shown.tags],
        widths=WIDTHS,
        chosen=rehearsal,
        width=width,
        start=start,
        beforehand=form(rehearsal.typed, answers={}) if form else None,
        is_prefilled=bool(rehearsal.typed),
        frame=f"{address}?{query}{anchor}",
        unframed=f"{address}?{query}&{UNFRAMED}=1{anchor}",
    )
    return _with_policy(html, AROUND_FRAME)


@blueprint.get("/<uuid:draft_id>/nahled/strana")
@access.roles(*own.LOOKS)
def preview_page(draft_id: UUID) -> Response:
    """Show the page on which a wave begins, or the page with the item that the query names."""
    shown = draft_page.open_draft(draft_id)
    rehearsal = _rehearsal(shown, request.args)
    return _show(shown, *_led(rehearsal, request.args.get(GOAL, "")))


@blueprint.post("/<uuid:draft_id>/nahled/strana")
@access.roles(*own.LOOKS)
def preview_next(draft_id: UUID) -> Response:
    """Go on in the frame; what was typed comes back with the page and is kept nowhere else."""
    shown = draft_page.open_draft(draft_id)
    rehearsal = _rehearsal(shown, request.form)
    action = request.form.get("action", "goto" if GOAL in request.form else "next")
    at = request.form.get(PAGE, "")
    here = rehearsal.page(at)
    if action == "goto" or here is None:
        return _show(shown, *_led(rehearsal, request.form.get(GOAL, "")))
    if at == AT_START:
        return _show(shown, rehearsal, _beginning(rehearsal) if action == "stay" else _first(rehearsal))
    if action == "stay" and not at:
        return _show(shown, rehearsal, Scene(None, None))
    form = rehearsal.form(here, as_sent=True)
    if action == "stay":
        return _show(shown, rehearsal, Scene(here, form))
    if action == "next" and not form.validate():
        return _show(shown, rehearsal, Scene(here, form, status=422))
    step = routing.previous_page if action == "back" else routing.next_page
    goal = step(shown.questionnaire, rehearsal.answers, here.page_code)
    if goal is None and action == "back":
        goal = here
    return _show(shown, rehearsal, Scene(goal, rehearsal.form(goal) if goal else None))


@blueprint.get("/<uuid:draft_id>/nahled/tisk")
@access.roles(*own.LOOKS)
def paper(draft_id: UUID) -> str:
    """Show the whole questionnaire for paper, conditions in words."""
    shown = draft_page.open_draft(draft_id)
    tag = _tag(shown, request.args.get(LANGUAGE, ""))
    questionnaire = shown.questionnaire

    def condition(part: Any) -> str:
        own_words = text_in(getattr(part, "visible_if_texts", {}), tag)
        return "" if part.visible_if is None else own_words or describe(part.visible_if, questionnaire, tag)

    with force_locale(spoken_language(tag)):
        return render_template(
            "designer/preview_paper.html",
            draft=shown.draft,
            document=shown.document,
            questionnaire=questionnaire,
            tag=tag,
            tags=[(each, tongues.name_of(each)) for each in shown.tags],
            condition=condition,
            notes=request.args.get(NOTES) == "1",
            html_language=spoken_language(tag),
        )


def _tag(shown: DraftPage, wanted: str) -> str:
    return wanted if wanted in shown.tags else shown.main_language


def _rehearsal(shown: DraftPage, typed: MultiDict[str, str]) -> Rehearsal:
    tag = _tag(shown, request.args.get(LANGUAGE) or typed.get(LANGUAGE, ""))
    return Rehearsal(shown.questionnaire, tag, typed, interviewer=typed.get(NOTES) == "1")


def _led(rehearsal: Rehearsal, item_code: str) -> tuple[Rehearsal, Scene]:
    """Return the scene that asks an item, with answers that lead there where they are needed."""
    if item_code not in rehearsal.questionnaire.index:
        return rehearsal, _beginning(rehearsal)
    page = rehearsal.page_of(item_code)
    filled: tuple[tuple[str, str], ...] = ()
    if page is None and (led := rehearsal.led_to(item_code)) and (page := led.page_of(item_code)):
        before, rehearsal = dict(rehearsal.answers), led
        filled = tuple(
            (code, "; ".join(answer))
            for code, _question, answer in led.said()
            if led.answers.get(code) != before.get(code)
        )
    if page is None:
        return rehearsal, replace(_first(rehearsal), unreachable=item_code)
    return rehearsal, Scene(page, rehearsal.form(page), filled=filled)


def _beginning(rehearsal: Rehearsal) -> Scene:
    """Return what a wave begins with: the start page, or everything where that is on one page."""
    first = _first(rehearsal)
    if first.page is None or rehearsal.questionnaire.layout is Layout.PAGE:
        return first
    return Scene(None, None, is_start=True)


def _first(rehearsal: Rehearsal) -> Scene:
    page = rehearsal.page("")
    return Scene(page, rehearsal.form(page) if page else None)


def _show(shown: DraftPage, rehearsal: Rehearsal, scene: Scene) -> Response:
    tag, page = rehearsal.language, scene.page
    places = [found.page_code for found in rehearsal.pages]
    questionnaire = shown.questionnaire
    sections = questionnaire.sections
    with force_locale(spoken_language(tag)):
        html = render_template(
            "designer/preview_page.html",
            draft=shown.draft,
            questionnaire=questionnaire,
            rehearsal=rehearsal,
            scene=scene,
            form=scene.form,
            page=page,
            at=AT_START if scene.is_start else page.page_code if page else "",
            unframed=request.values.get(UNFRAMED) == "1",
            place=places.index(page.page_code) + 1 if page else 0,
            number_of_pages=_total(rehearsal, page),
            section=next((part for part in sections if page and part.section_code == page.page_code), None),
            switches=[(each, language.own_name(each), _switch(shown, each)) for each in shown.tags],
            tag=tag,
            spoken=tongues.name_of(tag),
            html_language=spoken_language(tag),
            unanswered=routing.unanswered_required(questionnaire, rehearsal.answers),
        )
    response = _with_policy(html, IN_FRAME)
    response.status_code = scene.status
    return response


def _switch(shown: DraftPage, tag: str) -> str:
    """Return where the form is sent to show the same page in another language."""
    return f"{url_for('.preview_next', draft_id=shown.draft.id)}?{urlencode({LANGUAGE: tag})}"


def _total(rehearsal: Rehearsal, page: routing.Page | None) -> int | None:
    """Return the number of pages where no answer can change it any more."""
    if page and routing.is_way_settled(rehearsal.questionnaire, rehearsal.answers, page.page_code):
        return len(rehearsal.pages)
    return None


def _with_policy(html: str, policy: str) -> Response:
    response = make_response(html)
    response.headers["Content-Security-Policy"] = policy
    return response
