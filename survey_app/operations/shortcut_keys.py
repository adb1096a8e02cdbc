"""Choosing one's own keys for triage. A matter of taste and of hands, so nothing of it is in the log."""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import ShortcutKeys
from survey_app.queries.shortcut_keys import ChosenKeys


def choose(session: Session, staff_id: UUID, chosen: ChosenKeys) -> None:
    """Keep what a person chose instead of what was chosen before."""
    columns = {"switched_on": chosen.switched_on, "keys": chosen.keys}
    session.execute(
        db.insert(session, ShortcutKeys)
        .values(staff_member_id=staff_id, **columns)
        .on_conflict_do_update(index_elements=("staff_member_id",), set_=columns)
    )


def return_to_usual(session: Session, staff_id: UUID) -> None:
    """Forget what a person chose; the usual keys work again."""
    session.execute(sa.delete(ShortcutKeys).where(ShortcutKeys.staff_member_id == staff_id))
