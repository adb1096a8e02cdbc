"""A questionnaire in the making: next year's annual one, with a question that is not finished.

It goes on from this year's version. The one warning that came with it may stay, and says why; the new
question has no Ukrainian text yet, which the checks find.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from forms import checks, definition
from forms.editing import beginnings, items
from survey_app import clock
from survey_app.models import QuestionnaireVersion, Region, StaffMember
from survey_app.operations import drafts
from survey_app.queries import reference
from survey_app.vocabulary import DraftStepKind

SECTION, AFTER = "rating", "q06"
UNFINISHED: dict[str, Any] = {
    "item_code": "q18",
    "type": "rating",
    "texts": {
        "cs": "Jak srozumitelně s vámi pracovníci služby mluví?",
        "cs-easy": "Rozumíte tomu, co vám pracovníci říkají?",
        "en": "How clearly do the staff speak with you?",
    },
    "scale": "rating5",
}
REASON = "Znění ve snadné češtině necháváme, aby se výsledky daly srovnat s minulými roky."


def build(
    session: Session, region: Region, version: QuestionnaireVersion, methodologist: StaffMember, now: datetime
) -> None:
    """Go on from `version`, give the reason for its warning, and add the unfinished question."""
    begun_at = now - timedelta(days=3)
    document = beginnings.for_next_year(version.document, reference.catalogues(session, region.id))
    draft = drafts.create(
        session,
        region,
        document,
        begun_at,
        kind=DraftStepKind.CLONED,
        based_on_id=version.id,
        by=methodologist.id,
    )
    for finding in checks.findings(definition.load(document)):
        on = clock.local(begun_at).date().isoformat()
        drafts.acknowledge(session, draft, finding.key, REASON, on, by=methodologist.id)
    inside = next(part["items"] for part in document["sections"] if part["section_code"] == SECTION)
    position = 1 + [item["item_code"] for item in inside].index(AFTER)
    longer = items.add(document, SECTION, UNFINISHED, position)
    drafts.edit(
        session,
        draft,
        draft.revision,
        DraftStepKind.ITEM_ADDED,
        UNFINISHED["item_code"],
        longer,
        now - timedelta(days=1),
        by=methodologist.id,
    )
