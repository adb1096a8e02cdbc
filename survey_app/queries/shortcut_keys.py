"""The keys that a person chose for triage."""

from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app.models import ShortcutKeys


@dataclass(frozen=True)
class ChosenKeys:
    """What differs from the usual keys: action → key, "" for none; and whether single keys work at all."""

    switched_on: bool = True
    keys: dict[str, str] = field(default_factory=dict)


def chosen_by(session: Session, staff_id: UUID) -> ChosenKeys:
    """Return what a person chose; who never chose has the usual keys, switched on."""
    row = session.get(ShortcutKeys, staff_id)
    return ChosenKeys(row.switched_on, dict(row.keys)) if row else ChosenKeys()
