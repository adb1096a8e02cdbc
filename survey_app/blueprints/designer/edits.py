"""Changing a draft from a page: one step in one transaction, or a page that says who was faster.

Nothing typed is lost: the page about a change by somebody else shows what was sent, to be taken from there.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any
from uuid import UUID

from flask import abort, g, make_response, request
from sqlalchemy.orm import Session

from survey_app import clock, db
from survey_app.blueprints.designer import draft_page, field_names, own
from survey_app.models import QuestionnaireDraft
from survey_app.operations import drafts as operations
from survey_app.queries import drafts
from survey_app.vocabulary import DraftStepKind, Role

Change = Callable[[dict[str, Any]], Mapping[str, Any]]
"""What an author does to a document: the document in, a new one out (see `forms.editing`)."""

NOT_TYPED = frozenset({"csrf_token", "revision", "do"})


def revision() -> int:
    """Return the revision that the person had before the eyes; every form of a draft carries it."""
    try:
        return int(request.form["revision"])
    except (KeyError, ValueError):
        abort(400)


def apply(
    draft_id: UUID,
    revision: int,
    kind: DraftStepKind,
    subject: str,
    change: Change,
    still_holds: tuple[str, Collection[str]] = ("", ()),
) -> None:
    """Change a draft of the person's regions, or answer 409 with who changed it meanwhile and what was typed.

    Nothing is written where the change leaves everything as it is. `still_holds` are a language and the keys
    of its translations that are said to hold although their originals have changed.

    Raises:
        forms.editing.EditError: what `change` raises.
        forms.definition.DefinitionError: the changed document is no questionnaire.
    """

    def change_it(session: Session, draft: QuestionnaireDraft) -> None:
        before = drafts.document(session, draft)
        after = change(before)
        tag, keys = still_holds
        if after != before or any(key in drafts.outdated(session, draft).get(tag, {}) for key in keys):
            now, by = clock.now(), g.staff.id
            operations.edit(
                session, draft, revision, kind, subject, after, now, by=by, still_holds=still_holds
            )

    attempt(draft_id, revision, change_it)


def attempt(draft_id: UUID, revision: int, work: Callable[[Session, QuestionnaireDraft], None]) -> None:
    """Do `work` with a draft of the person's regions in one transaction, or answer 409 as `apply` does."""
    try:
        with db.transaction() as session:
            draft = own.draft(session, draft_id, Role.METHODOLOGIST)
            if draft.revision != revision:
                raise operations.ChangedMeanwhileError
            work(session, draft)
    except operations.ChangedMeanwhileError:
        abort(_changed_meanwhile(draft_id))


def _changed_meanwhile(draft_id: UUID) -> Any:
    with db.reading() as session:
        draft = own.draft(session, draft_id, Role.METHODOLOGIST)
        shown = draft_page.read(session, draft)
        last = next((step for step in drafts.steps(session, draft) if step.number == draft.step), None)
    typed = [
        (field_names.said(name), text)
        for name, texts in request.form.lists()
        if name not in NOT_TYPED and not name.endswith(".was")
        for text in texts
        if text.strip()
    ]
    return make_response(draft_page.render("designer/meanwhile.html", shown, last=last, typed=typed), 409)
