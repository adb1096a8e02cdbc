"""One comment: what was written, what the machine suggests, what people decided, and the form to decide."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask import abort, current_app, g, redirect, render_template, url_for
from flask_babel import gettext
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from forms.languages import text_in
from survey_app import access, db, sealing
from survey_app.blueprints import labels, page
from survey_app.blueprints.triage import blueprint, choice
from survey_app.blueprints.triage.form import DecisionForm, StepForm
from survey_app.blueprints.triage.previous import PreviousDecision, previous_decision
from survey_app.blueprints.triage.suggestion import Suggestion, suggestion
from survey_app.models import Comment, Region, TargetGroup, TriageDecision
from survey_app.operations import triage as operations
from survey_app.queries import classification, comments, reference, triage
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Role, Verdict


@dataclass(frozen=True)
class Case:
    """All that the page shows about one comment."""

    comment: Comment
    region: Region
    service: str
    contact: str
    suggestion: Suggestion | None
    history: list[TriageDecision]
    groups: list[TargetGroup]
    previous: PreviousDecision | None
    waiting: comments.Waiting
    following: UUID | None

    @property
    def sequence(self) -> int:
        """The number of the newest step; 0 for none."""
        return self.history[0].sequence if self.history else 0

    @property
    def decision(self) -> TriageDecision | None:
        """The decision in force."""
        return self.history[0] if self.history and self.history[0].verdict else None


@blueprint.get("/podnety/<uuid:comment_id>")
@access.roles(Role.COORDINATOR)
def comment(comment_id: UUID) -> str:
    """Show a comment with the form, filled in from the decision in force or from the suggestion."""
    with db.reading() as reading:
        case = _case(reading, comment_id)
    form = _form(case)
    form.base_on(case.sequence)
    form.preselect(case.decision)
    if case.decision is None and case.suggestion is not None:
        form.target_groups.data, form.kind.data = list(case.suggestion.groups), case.suggestion.kind
        form.reason.data = case.suggestion.reason
    return _page(case, form)


@blueprint.post("/podnety/<uuid:comment_id>")
@access.roles(Role.COORDINATOR)
def decide(comment_id: UUID) -> Response | str | tuple[str, int]:
    """Store a decision and go on to the next waiting comment."""
    with db.reading() as reading:
        case = _case(reading, comment_id)
    form = _form(case)
    if not form.validate():
        return _page(case, form), 422
    try:
        with db.transaction() as writing:
            operations.decide(
                writing,
                comment_id,
                form.based_on.data,
                verdict=Verdict(form.verdict.data),
                reason=IrrelevanceReason(form.reason.data) if form.reason.data else None,
                target_groups=form.target_groups.data,
                kind=CommentKind(form.kind.data) if form.kind.data else None,
                note=form.note.data or "",
                staff_id=g.staff.id,
            )
    except operations.DecidedMeanwhileError:
        return _conflict(comment_id, form)
    carried: dict[str, Any] = {**choice.kept(), "previous": comment_id}
    if case.following is None:
        return redirect(url_for(".queue", **carried), code=303)
    return redirect(url_for(".comment", comment_id=case.following, **carried), code=303)


@blueprint.post("/podnety/<uuid:comment_id>/zpet")
@access.roles(Role.COORDINATOR)
def take_back(comment_id: UUID) -> Response | str | tuple[str, int]:
    """Take the decision in force back and show the comment again."""
    with db.reading() as reading:
        case = _case(reading, comment_id)
    step = StepForm()
    if not step.validate():
        abort(400)
    try:
        with db.transaction() as writing:
            operations.take_back(writing, comment_id, step.based_on.data, staff_id=g.staff.id)
    except operations.DecidedMeanwhileError:
        form = _form(case, typed=False)
        form.preselect(case.decision)
        return _conflict(comment_id, form)
    return redirect(url_for(".comment", comment_id=comment_id, **choice.kept()), code=303)


def _case(reading: Session, comment_id: UUID) -> Case:
    """Read everything about a comment of the person's own regions, or answer 404."""
    regions = {region.id: region for region in choice.own_regions(reading)}
    found = comments.comment(reading, comment_id, regions)
    if found is None:
        abort(404)
    region = regions[found.region_id]
    page.set_region(region)
    services = {service.service_code: service for service in reference.services(reading, region.id)}
    service = services.get(found.service_code or "")
    groups = reference.target_groups(reading)
    key = current_app.config["SETTINGS"].signing_key
    return Case(
        comment=found,
        region=region,
        service=text_in(service.names, g.language) if service else "",
        contact=sealing.unseal_contact(found.contact_sealed, key) if found.contact_sealed else "",
        suggestion=suggestion(
            found.text, classification.newest_classification(reading, found.id), groups, g.language
        ),
        history=triage.history(reading, found.id),
        groups=groups,
        previous=previous_decision(reading, regions),
        waiting=comments.waiting(reading, frozenset(regions)),
        following=comments.next_waiting(reading, choice.chosen(list(regions.values())), found.id),
    )


def _form(case: Case, *, typed: bool = True) -> DecisionForm:
    form = DecisionForm() if typed else DecisionForm(formdata=None)
    form.target_groups.choices = [
        SelectChoice(group.code, text_in(group.names, g.language)) for group in case.groups
    ]
    return form


def _conflict(comment_id: UUID, form: DecisionForm) -> tuple[str, int]:
    """Show what somebody else did meanwhile beside what was typed; a second save then means it."""
    with db.reading() as reading:
        case = _case(reading, comment_id)
    step = case.history[0] if case.history else None
    form.base_on(case.sequence)
    if step is None:
        sentence = gettext("There is no decision that could be taken back.")
    elif step.verdict is None:
        sentence = gettext("%(name)s has taken the decision back meanwhile.", name=step.decided_by.name)
    else:
        sentence = gettext(
            "%(name)s has decided meanwhile: %(verdict)s.",
            name=step.decided_by.name,
            verdict=str(labels.VERDICTS[step.verdict]),
        )
    form.form_errors.append(
        sentence + " " + gettext("Nothing was changed. If you save now, your decision replaces that one.")
    )
    return _page(case, form), 409


def _page(case: Case, form: DecisionForm) -> str:
    return render_template(
        "triage/comment.html",
        case=case,
        form=form,
        kept=choice.kept(),
        group_names={group.code: text_in(group.names, g.language) for group in case.groups},
        labels=labels,
    )
