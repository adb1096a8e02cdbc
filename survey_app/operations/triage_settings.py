"""How a region's comments are read: what share chance draws, as its methodologists set it."""

from uuid import UUID

from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import TriageSettings
from survey_app.operations import audit
from survey_app.queries import readings
from survey_app.queries.readings import Shares


def change(session: Session, region_id: UUID, shares: Shares, *, by: UUID) -> None:
    """Set the shares of a region for the comments that come from now on; drawn ones keep their draw.

    Raises:
        ValueError: a share is not between 0 and 1.
    """
    if not (0 <= shares.sample <= 1 and 0 <= shares.double <= 1):
        raise ValueError("a share is between 0 and 1")
    before = readings.shares(session, region_id)
    if shares == before:
        return
    columns = {"sample_share": shares.sample, "double_share": shares.double}
    session.execute(
        db.insert(session, TriageSettings)
        .values(region_id=region_id, **columns)
        .on_conflict_do_update(index_elements=("region_id",), set_=columns)
    )
    audit.record(
        session,
        staff_id=by,
        region_id=region_id,
        action="triage_settings_changed",
        object_type="region",
        object_id=region_id,
        sample_share={"from": before.sample, "to": shares.sample},
        double_share={"from": before.double, "to": shares.double},
    )
