"""Taking back the last thing done, and then the one before: a decision, putting off, asking a colleague."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from uuid import UUID

from flask import abort, g, make_response, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.triage import blueprint, choice
from survey_app.blueprints.triage.case import Case
from survey_app.blueprints.triage.comment import conflict, decision_form, open_case, shown
from survey_app.blueprints.triage.form import DecisionForm, StepForm
from survey_app.operations import turns, verdicts
from survey_app.operations.triage import DecidedMeanwhileError
from survey_app.queries import comments, own_steps
from survey_app.queries.own_steps import Aside, OwnStep
from survey_app.vocabulary import Role

SITTING = timedelta(hours=12)
"""How far back one goes with a key; what is older is taken back on the page of its comment."""
WORDS: Mapping[str, LazyString] = {
    **{verdict.value: words for verdict, words in labels.VERDICTS.items()},
    Aside.PUT_OFF: _l("put off"),
    Aside.ASKED: _l("a colleague is asked"),
}


@blueprint.context_processor
def _surroundings() -> dict[str, Callable[[], list[OwnStep]] | Mapping[str, LazyString] | LazyString | None]:
    undone = WORDS.get(request.args.get("undone", ""))
    return {"last_steps": last_steps, "step_words": WORDS, "undone": undone}


def last_steps() -> list[OwnStep]:
    """Return what the person who is signed in did in this sitting, the last first."""
    with db.reading() as reading:
        regions = g.staff.regions(Role.COORDINATOR)
        return own_steps.last_of(reading, g.staff.id, regions, clock.now() - SITTING)


@blueprint.post("/podnety/<uuid:comment_id>/zpet")
@access.roles(Role.COORDINATOR)
def take_back(comment_id: UUID) -> Response:
    """Take back what was done with a comment; show it again with what the person had chosen and written.

    The form names the similar comments decided along. A reading without a second one leaves no trace, so
    only this answer itself can give it back; every other one goes on to the page of the comment.
    """
    case = open_case(comment_id)
    step = StepForm()
    if not step.validate():
        abort(400)
    own, aside = case.own_reading, request.form.get("aside", "")
    try:
        with db.transaction() as writing:
            _take_back(writing, comment_id, aside, step.based_on.data)
    except DecidedMeanwhileError:
        form = decision_form(case, typed=False)
        form.preselect(case.decision)
        return _here(comment_id, *conflict(comment_id, form))
    if own is not None and not aside:
        again = open_case(comment_id)
        form = decision_form(again, typed=False)
        form.base_on(again.sequence)
        form.preselect(own)
        return _here(comment_id, shown(again, form, undone=WORDS[own.verdict]), 200)
    undone = aside or _verdict(case)
    return redirect(url_for(".comment", comment_id=comment_id, undone=undone, **choice.kept()), code=303)


def _take_back(writing: Session, comment_id: UUID, aside: str, based_on: int) -> None:
    now, me = clock.now(), g.staff.id
    if aside == Aside.PUT_OFF:
        turns.take_up(writing, comment_id, me)
    elif aside == Aside.ASKED:
        verdicts.take_question_back(writing, comment_id, now, by=me)
    else:
        verdicts.take_back(writing, comment_id, based_on, now, by=me)
        regions = g.staff.regions(Role.COORDINATOR)
        alike = [each for each in DecisionForm().alike() if comments.comment(writing, each[0], regions)]
        verdicts.take_back_alike(writing, alike, now, by=me)


def _verdict(case: Case) -> str | None:
    return case.decision.verdict if case.decision else None


def _here(comment_id: UUID, page: str, status: int) -> Response:
    """Answer with the page of the comment, and say that it is that."""
    response = make_response(page, status)
    response.headers["Content-Location"] = url_for(".comment", comment_id=comment_id, **choice.kept())
    return response
