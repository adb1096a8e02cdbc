"""The steps of a draft: undo, redo, going back to any of them, and what changed between two."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import g, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms import changes, definition
from survey_app import access, db
from survey_app.blueprints.designer import blueprint, draft_page, edits, own, step_subjects
from survey_app.models import DraftStep, QuestionnaireDraft
from survey_app.operations import drafts as operations
from survey_app.queries import drafts
from survey_app.vocabulary import DraftStepKind, Role

STEPS: dict[DraftStepKind, LazyString] = {
    DraftStepKind.CREATED: _l("Questionnaire begun"),
    DraftStepKind.CLONED: _l("Copied from a published version"),
    DraftStepKind.IMPORTED: _l("Brought in from a file"),
    DraftStepKind.SETTINGS: _l("Settings changed"),
    DraftStepKind.SECTION_ADDED: _l("Section added"),
    DraftStepKind.SECTION_CHANGED: _l("Section changed"),
    DraftStepKind.SECTION_MOVED: _l("Section moved"),
    DraftStepKind.SECTION_REMOVED: _l("Section removed"),
    DraftStepKind.ITEM_ADDED: _l("Item added"),
    DraftStepKind.ITEM_CHANGED: _l("Item changed"),
    DraftStepKind.ITEM_MOVED: _l("Item moved"),
    DraftStepKind.ITEM_REMOVED: _l("Item removed"),
    DraftStepKind.SCALE_ADDED: _l("Scale added"),
    DraftStepKind.SCALE_CHANGED: _l("Scale changed"),
    DraftStepKind.SCALE_REMOVED: _l("Scale removed"),
    DraftStepKind.TRANSLATED: _l("Translated"),
}

CODE_TAKEN = "code_taken"
LARGEST = 2**31 - 1
"""No column takes a larger number of a step."""


@blueprint.get("/<uuid:draft_id>/historie")
@access.roles(*own.LOOKS)
def history(draft_id: UUID) -> str:
    """List the steps of a draft, and what changed between two of them if that is asked."""
    with db.reading() as session:
        draft = own.draft(session, draft_id, *own.LOOKS)
        shown = draft_page.read(session, draft)
        steps = drafts.steps(session, draft)
        subjects = _subjects(session, draft, steps)
        compared = _compared(session, draft)
    return draft_page.render(
        "designer/history.html",
        shown,
        steps=steps,
        step_words=STEPS,
        subjects=subjects,
        compared=compared,
    )


@blueprint.post("/<uuid:draft_id>/zpet")
@access.roles(Role.METHODOLOGIST)
def undo(draft_id: UUID) -> Response:
    """Take the last change back."""
    return _move(draft_id, -1, "undone")


@blueprint.post("/<uuid:draft_id>/znovu")
@access.roles(Role.METHODOLOGIST)
def redo(draft_id: UUID) -> Response:
    """Make the change again that was taken back last."""
    return _move(draft_id, 1, "redone")


@blueprint.post("/<uuid:draft_id>/historie/<int:number>")
@access.roles(Role.METHODOLOGIST)
def go_to(draft_id: UUID, number: int) -> Response:
    """Put any step of the history in force."""
    done = _go(draft_id, lambda _step: number, "step")
    return redirect(url_for(".history", draft_id=draft_id, saved=done), code=303)


def _move(draft_id: UUID, by: int, done: str) -> Response:
    done = _go(draft_id, lambda step: step + by, done)
    goal = url_for(".history", draft_id=draft_id, saved=done) if done == CODE_TAKEN else None
    return redirect(goal or _way_back(draft_id, done), code=303)


def _go(draft_id: UUID, number: Callable[[int], int], done: str) -> str:
    """Put the step `number` (a function of the present one) in force; return what to say about it."""
    revision = edits.revision()

    def go(session: Session, draft: QuestionnaireDraft) -> None:
        goal = number(draft.step)
        if goal <= LARGEST:
            operations.go_to_step(session, draft, revision, goal)

    try:
        edits.attempt(draft_id, revision, go)
    except operations.CodeTakenError:
        return CODE_TAKEN
    return done


def _way_back(draft_id: UUID, done: str) -> str:
    """Return the page of the draft on which the button was pressed; a page of one item may be gone by now."""
    came_from = urlsplit(request.referrer or "")
    stays = {
        url_for(endpoint, draft_id=draft_id): endpoint
        for endpoint in (".translations", ".routes", ".history")
    }
    same_site = came_from.netloc == request.host
    endpoint = stays.get(came_from.path, ".outline") if same_site else ".outline"
    return url_for(endpoint, draft_id=draft_id, saved=done)


def _subjects(session: Session, draft: QuestionnaireDraft, steps: Sequence[DraftStep]) -> dict[int, str]:
    """Return by number what each step was about, in the words of that time; what was removed has its last."""
    by_number = {step.number: step for step in steps}
    said: dict[int, str] = {}
    before: dict[str, Any] | None = None
    for number, document in drafts.documents(session, draft):
        if step := by_number.get(number):  # none where somebody has just made it
            stands_in = before if step.kind in step_subjects.REMOVALS else document
            said[number] = step_subjects.words(stands_in, step) if stands_in else ""
        before = document
    return said


def _compared(session: Session, draft: QuestionnaireDraft) -> dict[str, Any] | None:
    """Return what changed from step `od` to step `do` of the query; None where nothing (usable) is asked."""
    earlier, later = request.args.get("od", type=int), request.args.get("do", type=int)
    if earlier is None or later is None or max(abs(earlier), abs(later)) > LARGEST:
        return None
    documents = [drafts.step_document(session, draft, number) for number in (earlier, later)]
    old, new = (None if said is None else definition.load(said) for said in documents)
    if old is None or new is None:
        return None
    found = changes.compare(old, new)
    said = [(changes.about(change, g.language), changes.describe(change, g.language)) for change in found]
    return {"earlier": earlier, "later": later, "changes": said}
