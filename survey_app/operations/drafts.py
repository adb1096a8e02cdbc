"""Making questionnaires: every change of a draft is a step that can be gone back on.

What a change does to a document is for `forms.editing`; here it is kept. Going back and forward again only
moves the number of the step in force; a change made after going back drops the steps that were ahead.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms import definition, translation
from survey_app import db
from survey_app.models import DraftStep, QuestionnaireDraft, Region
from survey_app.operations import audit
from survey_app.queries import drafts
from survey_app.vocabulary import DraftStepKind

KEPT_STEPS = 200


class ChangedMeanwhileError(Exception):
    """Somebody has changed the draft since the page was shown. Nothing was written."""


class CodeTakenError(Exception):
    """The region has a draft with this code already."""


def create(
    session: Session,
    region: Region,
    document: Mapping[str, Any],
    now: datetime,
    *,
    kind: DraftStepKind = DraftStepKind.CREATED,
    based_on_id: UUID | None = None,
    origin: Mapping[str, Any] | None = None,
    by: UUID | None = None,
) -> QuestionnaireDraft:
    """Begin a draft with a document that `forms.definition.load` reads; `by` None is the command line.

    Raises:
        forms.definition.DefinitionError: the document is no questionnaire.
        CodeTakenError: there is a draft with its code in the region.
    """
    code = definition.load(document).questionnaire_code
    _require_free(session, region.id, code)
    draft = QuestionnaireDraft(
        region_id=region.id, code=code, based_on_id=based_on_id, origin=dict(origin or {}), acknowledged={}
    )
    with db.unless_taken(session, CodeTakenError(code)):
        session.add(draft)
    _add(session, draft, 1, _step(kind, code, document, {}, now, by))
    _record(session, draft, "draft_begun", by, how=kind.value)
    return draft


def edit(
    session: Session,
    draft: QuestionnaireDraft,
    revision: int,
    kind: DraftStepKind,
    subject: str,
    document: Mapping[str, Any],
    now: datetime,
    *,
    by: UUID | None,
    still_holds: tuple[str, Collection[str]] = ("", ()),
) -> None:
    """Make `document` what the draft says; what that makes of its translations is kept with it.

    Args:
        revision: the one that the person had before the eyes.
        still_holds: a language, and the keys of places where its translation is said to hold although it is
            older than its original.

    Raises:
        forms.definition.DefinitionError: the document is no questionnaire.
        ChangedMeanwhileError: the draft has another revision by now.
        CodeTakenError: the document has another code than before, and another draft has it.
    """
    code = definition.load(document).questionnaire_code
    before, known = drafts.document(session, draft), drafts.outdated(session, draft)
    outdated = translation.outdated_after(before, translation.without(known, *still_holds), dict(document))
    _go_on(session, draft, revision, code, _step(kind, subject, document, outdated, now, by))


def begin_anew(
    session: Session,
    draft: QuestionnaireDraft,
    document: Mapping[str, Any],
    based_on_id: UUID,
    now: datetime,
    *,
    by: UUID | None,
) -> None:
    """Let a draft go on from a published version, as a new one would; what it said before can be undone to.

    Raises: what `edit` raises.
    """
    code, kind = definition.load(document).questionnaire_code, DraftStepKind.CLONED
    _go_on(session, draft, draft.revision, code, _step(kind, code, document, {}, now, by))
    draft.based_on_id, draft.origin = based_on_id, {}
    _record(session, draft, "draft_begun", by, how=kind.value)


def _go_on(session: Session, draft: QuestionnaireDraft, revision: int, code: str, step: DraftStep) -> None:
    """Make `step`, whose document has this code, the next one; steps that were ahead are dropped."""
    number = draft.step + 1
    _advance(session, draft, revision, number)
    _answer_to(session, draft, code)
    session.execute(sa.delete(DraftStep).where(DraftStep.draft_id == draft.id, DraftStep.number >= number))
    _add(session, draft, number, step)
    forgotten = sa.delete(DraftStep).where(
        DraftStep.draft_id == draft.id, DraftStep.number <= number - KEPT_STEPS
    )
    session.execute(forgotten)


def bring_in(
    session: Session,
    draft: QuestionnaireDraft,
    revision: int,
    document: Mapping[str, Any],
    origin: Mapping[str, Any],
    now: datetime,
    *,
    by: UUID | None,
) -> None:
    """Make an imported document the next step of a draft that there is already, which keeps its code.

    Raises: what `edit` raises.
    """
    brought = {**document, "questionnaire_code": draft.code}
    edit(session, draft, revision, DraftStepKind.IMPORTED, draft.code, brought, now, by=by)
    draft.origin = dict(origin)


def go_to_step(session: Session, draft: QuestionnaireDraft, revision: int, number: int) -> bool:
    """Put the step `number` in force (undo, redo, or any step of the history); tell whether there is one.

    Raises:
        ChangedMeanwhileError: the draft has another revision by now.
        CodeTakenError: the questionnaire had another code then, and another draft has it now.
    """
    known = sa.select(DraftStep.document).where(DraftStep.draft_id == draft.id, DraftStep.number == number)
    document = session.scalar(known)
    if document is None:
        return False
    _advance(session, draft, revision, number)
    _answer_to(session, draft, document["questionnaire_code"])
    return True


def acknowledge(
    session: Session, draft: QuestionnaireDraft, key: str, reason: str, on: str, *, by: UUID | None
) -> None:
    """Remember why a warning does not keep the draft from publication; an empty reason forgets it.

    `by` None is the command line.
    """
    lock(session, draft)
    kept = {known: said for known, said in draft.acknowledged.items() if known != key}
    draft.acknowledged = kept | ({key: {"reason": reason, "by": str(by or ""), "on": on}} if reason else {})


def lock(session: Session, draft: QuestionnaireDraft) -> None:
    """Let nobody else change the draft until the transaction ends, and read it as it is now."""
    session.flush()
    known = sa.select(QuestionnaireDraft).where(QuestionnaireDraft.id == draft.id)
    session.scalars(known.with_for_update().execution_options(populate_existing=True)).one()


def remove(session: Session, draft: QuestionnaireDraft, *, by: UUID) -> None:
    """Throw a draft away with all its steps; published versions stay."""
    _record(session, draft, "draft_removed", by)
    session.execute(sa.delete(DraftStep).where(DraftStep.draft_id == draft.id))
    session.delete(draft)


def _answer_to(session: Session, draft: QuestionnaireDraft, code: str) -> None:
    """Let a draft be found under the code that its document has now."""
    if draft.code != code:
        _require_free(session, draft.region_id, code)
        with db.unless_taken(session, CodeTakenError(code)):
            draft.code = code


def _require_free(session: Session, region_id: UUID, code: str) -> None:
    same = sa.select(QuestionnaireDraft.id).where(
        QuestionnaireDraft.region_id == region_id, QuestionnaireDraft.code == code
    )
    if session.scalar(same) is not None:
        raise CodeTakenError(code)


def _advance(session: Session, draft: QuestionnaireDraft, revision: int, step: int) -> None:
    """Move the draft on, unless somebody else was faster: the database compares, not this process."""
    moved = session.execute(
        sa.update(QuestionnaireDraft)
        .where(QuestionnaireDraft.id == draft.id, QuestionnaireDraft.revision == revision)
        .values(revision=revision + 1, step=step)
        .returning(QuestionnaireDraft.id)
    )
    if moved.scalar() is None:
        raise ChangedMeanwhileError
    session.refresh(draft)


def _step(
    kind: DraftStepKind,
    subject: str,
    document: Mapping[str, Any],
    outdated: translation.Outdated,
    now: datetime,
    by: UUID | None,
) -> DraftStep:
    """Return a step that has no place in any draft yet."""
    return DraftStep(
        kind=kind,
        subject=subject[:80],
        made_at=now,
        staff_member_id=by,
        document=dict(document),
        outdated={tag: dict(marks) for tag, marks in outdated.items()},
    )


def _add(session: Session, draft: QuestionnaireDraft, number: int, step: DraftStep) -> None:
    step.draft_id, step.number = draft.id, number
    session.add(step)
    session.flush()


def _record(session: Session, draft: QuestionnaireDraft, action: str, by: UUID | None, **detail: Any) -> None:
    audit.record(
        session,
        staff_id=by,
        region_id=draft.region_id,
        action=action,
        object_type="questionnaire_draft",
        object_id=draft.id,
        code=draft.code,
        **detail,
    )
