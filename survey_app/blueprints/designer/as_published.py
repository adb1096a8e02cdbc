"""Which drafts say nothing but what is published already, catalogues of the town filled in.

Knows how the two are compared; does not know what a page makes of it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from forms.changes import compare
from forms.definition.sources import Sources
from survey_app import db
from survey_app.blueprints.designer import draft_page
from survey_app.models import DraftStep, QuestionnaireDraft, QuestionnaireVersion
from survey_app.queries import design, reference

Series = tuple[UUID, str]
"""The region and the code of a questionnaire: what a draft and its versions have in common."""


def newest(versions: Iterable[QuestionnaireVersion]) -> dict[Series, QuestionnaireVersion]:
    """Return the newest version of each series; `versions` come with the newest of a series first."""
    found: dict[Series, QuestionnaireVersion] = {}
    for version in versions:
        found.setdefault((version.questionnaire.region_id, version.questionnaire.code), version)
    return found


def unchanged(
    session: Session,
    drafts: Sequence[QuestionnaireDraft],
    steps: Mapping[UUID, DraftStep],
    published: Mapping[Series, QuestionnaireVersion],
) -> set[UUID]:
    """Return the keys of the drafts that say what the newest version says; `steps` are those in force."""
    catalogues = {
        region_id: reference.catalogues(session, region_id)
        for region_id in {draft.region_id for draft in drafts}
    }
    return {
        draft.id
        for draft in drafts
        if (before := published.get((draft.region_id, draft.code)))
        and says_the_same(session, steps[draft.id].document, before, catalogues[draft.region_id])
    }


def version(shown: draft_page.DraftPage) -> QuestionnaireVersion | None:
    """Return the newest version of a draft that says nothing else, None where it says something else."""
    with db.reading() as session:
        found = design.published_version(session, shown.draft.region_id, shown.draft.code)
        differs = found is None or compare(design.questionnaire(session, found.id), shown.questionnaire)
    return None if differs else found


def says_the_same(
    session: Session, document: Mapping[str, Any], version: QuestionnaireVersion, sources: Sources
) -> bool:
    """Whether publishing a document would change nothing against a version."""
    return not compare(design.questionnaire(session, version.id), draft_page.filled(document, sources))
