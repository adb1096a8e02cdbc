"""How many people live in a region by margins: what is in force, what was, and whom questionnaires ask for.

Knows no responses and no weights.
"""

from dataclasses import dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.definition import Questionnaire
from forms.languages import Texts
from survey_app.models import MarginSet, StaffMember
from survey_app.queries import design
from survey_app.queries.contributions import margin_items

Categories = dict[str, dict[str, Texts]]
"""Margin → code of the category → what respondents read there, in the order of the questionnaire."""


@dataclass(frozen=True)
class Loaded:
    """A set and who loaded it; `by` is empty for the command line."""

    margins: MarginSet
    by: str


def in_force(session: Session, region_id: UUID) -> MarginSet | None:
    """Return the set that was loaded last."""
    return session.scalar(
        sa.select(MarginSet)
        .where(MarginSet.region_id == region_id)
        .order_by(MarginSet.sequence.desc())
        .limit(1)
    )


def history(session: Session, region_id: UUID) -> list[Loaded]:
    """Return all sets of a region, the last loaded first."""
    rows = session.execute(
        sa.select(MarginSet, StaffMember.name)
        .outerjoin(StaffMember, StaffMember.id == MarginSet.loaded_by_id)
        .where(MarginSet.region_id == region_id)
        .order_by(MarginSet.sequence.desc())
    )
    return [Loaded(margins, name or "") for margins, name in rows]


def newest_questionnaire(session: Session, region_id: UUID) -> Questionnaire | None:
    """Return the version published last that asks where respondents belong; the last of all if none does."""
    versions = design.published_versions(session, frozenset({region_id}))
    read = (design.questionnaire(session, version.id) for version in versions)
    asking = next((found for found in read if margin_items(found)), None)
    if asking is None and versions:
        return design.questionnaire(session, versions[0].id)
    return asking


def categories(questionnaire: Questionnaire | None) -> Categories:
    """Return where respondents may place themselves; nothing without a questionnaire."""
    if questionnaire is None:
        return {}
    return {
        margin: {
            code: option.labels
            for item in items
            for code, option in questionnaire.options[item.item_code].items()
        }
        for margin, items in margin_items(questionnaire).items()
    }
