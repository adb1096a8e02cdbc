"""Taking back the last thing done, and then the one before: a decision, putting off, asking a colleague."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from flask import abort, g, make_response, redirect, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints.triage import blueprint, choice, wording
from survey_app.blueprints.triage.comment import conflict, decision_form, filled_form, open_case, shown
from survey_app.blueprints.triage.form import DecisionForm, FlagForm, StepForm
from survey_app.operations import turns, verdicts
from survey_app.operations.triage import DecidedMeanwhileError
from survey_app.queries import comments, own_steps, reference
from survey_app.queries.own_steps import Aside, OwnStep
from survey_app.vocabulary import Role

SITTING = timedelta(hours=12)
"""How far back one goes with a key; what is older is taken back on the page of its comment."""


@blueprint.context_processor
def _surroundings() -> dict[str, Callable[[], list[tuple[OwnStep, str]]]]:
    return {"last_steps": last_steps}


def last_steps() -> list[tuple[OwnStep, str]]:
    """Return what the person who is signed in did in this sitting, with its words, the last first."""
    with db.reading() as reading:
        regions = g.staff.regions(Role.COORDINATOR)
        steps = own_steps.last_of(reading, g.staff.id, regions, clock.now() - SITTING)
        names = wording.group_names(reference.target_groups(reading) if steps else ())
    return [
        (step, wording.in_words(step.what, step.reason, step.kind, step.target_groups, names))
        for step in steps
    ]


@blueprint.post("/podnety/<uuid:comment_id>/zpet")
@access.roles(Role.COORDINATOR)
def take_back(comment_id: UUID) -> Response:
    """Take back what was done with a comment; show it again with what the person had chosen and written.

    The form names the similar comments decided along. Only a decision leaves a trace that the page of the
    comment can tell; of a reading without a second one, putting off and a question this answer itself tells.
    """
    case = open_case(comment_id)
    step = StepForm()
    if not step.validate():
        abort(400)
    own, aside = case.own_reading, request.form.get("aside", None, Aside)
    try:
        with db.transaction() as writing:
            question = _take_back(writing, comment_id, aside, step.based_on.data)
    except DecidedMeanwhileError:
        form = decision_form(case, typed=False)
        form.preselect(case.decision)
        return _here(comment_id, *conflict(comment_id, form))
    what = aside or (own.verdict if own else None)
    if what is None:
        undone = case.decision.verdict if case.decision else None
        return redirect(url_for(".comment", comment_id=comment_id, undone=undone, **choice.kept()), code=303)
    again = open_case(comment_id)
    form = filled_form(again)
    if not aside:
        form.preselect(own)
    flag = FlagForm(formdata=None, question=question)
    is_back = what is not Aside.PUT_OFF
    return _here(comment_id, shown(again, form, flag, undone=wording.WORDS[what], is_back=is_back), 200)


def _take_back(writing: Session, comment_id: UUID, aside: Aside | None, based_on: int) -> str:
    """Take it back; return the words of a question."""
    now, me = clock.now(), g.staff.id
    if aside is Aside.ASKED:
        return verdicts.take_question_back(writing, comment_id, now, by=me)
    if aside is Aside.PUT_OFF:
        if not turns.take_up(writing, comment_id, me):
            raise DecidedMeanwhileError
        return ""
    verdicts.take_back(writing, comment_id, based_on, now, by=me)
    regions = g.staff.regions(Role.COORDINATOR)
    alike = [each for each in DecisionForm().alike() if comments.comment(writing, each[0], regions)]
    verdicts.take_back_alike(writing, alike, now, by=me)
    return ""


def _here(comment_id: UUID, page: str, status: int) -> Response:
    """Answer with the page of the comment, and say that it is that."""
    response = make_response(page, status)
    response.headers["Content-Location"] = url_for(".comment", comment_id=comment_id, **choice.kept())
    return response
