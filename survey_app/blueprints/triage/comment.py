"""One comment: the form to decide about it."""

from typing import Any
from uuid import UUID

from flask import g, redirect, render_template, request, url_for
from flask_babel import LazyString, gettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from forms.languages import text_in
from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.triage import accepting, blueprint, choice, wording
from survey_app.blueprints.triage.case import Case, case_of
from survey_app.blueprints.triage.form import DecisionForm, FlagForm
from survey_app.operations import turns, verdicts
from survey_app.operations.triage import DecidedMeanwhileError
from survey_app.queries import similar
from survey_app.queries import turns as turn_queries
from survey_app.vocabulary import Role


class ElsewhereError(Exception):
    """Somebody else has the comment on the screen by now. Nothing was written."""


@blueprint.get("/podnety/<uuid:comment_id>")
@access.roles(Role.COORDINATOR)
def comment(comment_id: UUID) -> str:
    """Show a comment with the form, filled in from a decision or from the suggestion.

    Who has taken the own decision back finds it in the form, to go on from there.
    """
    case = open_case(comment_id)
    taken_back = case.taken_back
    if taken_back is None or not taken_back.verdict or request.args.get("undone") != taken_back.verdict:
        return shown(case, filled_form(case))
    is_back = case.own_taken_back is not None
    return shown(case, filled_form(case), undone=labels.VERDICTS[taken_back.verdict], is_back=is_back)


@blueprint.post("/podnety/<uuid:comment_id>")
@access.roles(Role.COORDINATOR)
def decide(comment_id: UUID) -> Response | str | tuple[str, int]:
    """Store what the person makes of the comment, and of the similar ones ticked, and hand out the next.

    Where the next one is on the screen already (`after`), the one after that is handed out.
    """
    case = open_case(comment_id)
    form = decision_form(case)
    if _is_refused(case, form) or not form.validate():
        return shown(case, form), 422
    now, chosen, after = clock.now(), choice.chosen_regions(), choice.after()
    try:
        with db.transaction() as writing:
            _check_that_it_is_here(writing, comment_id, form)
            place = similar.place(writing, (*after, comment_id)[0])
            verdicts.speak(
                writing,
                comment_id,
                form.based_on.data,
                form.opinion(),
                now,
                by=g.staff.id,
                readings_seen=form.readings_seen.data or 0,
            )
            ticked = [each for each in form.alike() if each[0] in {alike.id for alike in case.alike}]
            spoken = verdicts.speak_alike(writing, ticked, form.opinion(), now, by=g.staff.id)
            beside = place.leader_id if place else None
            following = turns.take_next(writing, g.staff.id, chosen, now, beyond=after, beside=beside)
    except (DecidedMeanwhileError, verdicts.ThirdPersonError, ElsewhereError):
        return conflict(comment_id, form)
    left_out = len(form.alike()) - len(spoken)
    return onward(following, previous=comment_id, together=spoken, left_out=left_out or None)


def _is_refused(case: Case, form: DecisionForm) -> bool:
    """Whether the button that accepts a suggestion was pressed in vain; the form says why."""
    if case.unaided and accepting.BUTTON in request.form:
        nothing = gettext(
            "There is no suggestion here, and nothing was saved. Choose by yourself, then save it."
        )
        form.form_errors.append(nothing)
        return True
    changed = accepting.changed(request.form)
    if changed:
        form.refuse_to_accept(changed, accepting.as_known(request.form))
    return bool(changed)


def open_case(comment_id: UUID) -> Case:
    """Read a comment, and hold it for the person where it waits for this reader and nobody else holds it."""
    with db.reading() as reading:
        case = case_of(reading, comment_id)
    if case.is_to_be_read and case.holder is None and not case.holds_until_late:
        with db.transaction() as writing:
            turns.hold(writing, comment_id, g.staff.id, clock.now())
    return case


def decision_form(case: Case, *, typed: bool = True) -> DecisionForm:
    """Return the form, with what was sent where `typed`."""
    taken_over = None if case.unaided else accepting.taken_over(request.form)
    if taken_over is not None:
        form = DecisionForm(formdata=taken_over)
    else:
        form = DecisionForm() if typed else DecisionForm(formdata=None)
    form.target_groups.choices = [
        SelectChoice(group.code, text_in(group.names, g.language)) for group in case.groups
    ]
    form.together.choices = []
    return form


def filled_form(case: Case) -> DecisionForm:
    """Return the form with the decision, with what the person has taken back, or with the suggestion."""
    form = decision_form(case, typed=False)
    form.base_on(case.sequence)
    spoken = case.decision or case.own_taken_back
    form.preselect(spoken)
    if spoken is None and case.suggestion is not None and case.suggestion.offer:
        form.preselect_offered(accepting.carried(case.suggestion.offer))
    elif spoken is None and case.suggestion is not None:
        form.target_groups.data, form.kind.data = list(case.suggestion.groups), case.suggestion.kind
        form.reason.data = case.suggestion.reason
    return form


def shown(
    case: Case,
    form: DecisionForm,
    flag: FlagForm | None = None,
    *,
    undone: LazyString | None = None,
    is_back: bool = False,
) -> str:
    """Return the page of a comment.

    Args:
        undone: what was really taken back just now.
        is_back: whether the forms hold what was chosen or written then.
    """
    return render_template(
        "triage/comment.html",
        case=case,
        form=form,
        flag=flag or FlagForm(formdata=None),
        kept=choice.kept(),
        group_names=wording.group_names(case.groups),
        labels=labels,
        undone=undone,
        is_back=is_back,
    )


def onward(following: UUID | None, **carried: Any) -> Response:
    """Go on to the comment that was handed out, or to the queue where nothing waits."""
    told = {**choice.kept(), "before": choice.after()[:1], **carried}
    if following is None:
        return redirect(url_for(".queue", **told), code=303)
    return redirect(url_for(".comment", comment_id=following, **told), code=303)


def _check_that_it_is_here(session: Session, comment_id: UUID, form: DecisionForm) -> None:
    """Refuse what was said about a comment on somebody else's screen, unless the page told who has it."""
    holder = turn_queries.holder(session, comment_id, clock.now())
    if holder is not None and str(holder.staff_id) not in (str(g.staff.id), form.despite.data):
        raise ElsewhereError


def conflict(comment_id: UUID, form: DecisionForm) -> tuple[str, int]:
    """Show what somebody else did meanwhile beside what was typed; a second save then means it."""
    with db.reading() as reading:
        case = case_of(reading, comment_id)
    form.base_on(case.sequence)
    form.form_errors.append(f"{_what_happened(case)} {_what_now(case)}")
    return shown(case, form), 409


def _what_happened(case: Case) -> str:
    step = case.history[0] if case.history else None
    if case.waits_for_a_third:
        return str(gettext("Two people read this comment differently, and a third person decides."))
    if case.own_reading is not None:
        return str(gettext("You have read this comment already."))
    if case.holder is not None:
        return str(gettext("%(name)s has this comment on the screen now.", name=case.holder.name))
    if step is None:
        return str(gettext("There is no decision that could be taken back."))
    if step.verdict is None:
        return str(gettext("%(name)s has taken the decision back meanwhile.", name=step.decided_by.name))
    verdict = str(labels.VERDICTS[step.verdict])
    return str(
        gettext("%(name)s has decided meanwhile: %(verdict)s.", name=step.decided_by.name, verdict=verdict)
    )


def _what_now(case: Case) -> str:
    if not case.is_open:
        return str(gettext("Nothing was changed."))
    if case.decision is None:
        return str(gettext("Nothing was changed. If you save now, your decision counts."))
    return str(gettext("Nothing was changed. If you save now, your decision replaces that one."))
