"""The way of a snapshot to the public in one go, for tests of what comes after it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from survey_app.models import IndexSnapshot, Region
from survey_app.operations import snapshots, staff
from survey_app.queries import method_warnings
from survey_app.queries import staff as staff_queries
from survey_app.vocabulary import Role
from tests.survey_app.office import password_hash

SECOND = "second@testov.example"


def publish_snapshot(session: Session, snapshot: IndexSnapshot, now: datetime, *, by: UUID) -> None:
    """Take every step: `by`, a methodologist, checks and publishes, a second person approves."""
    read = {warning.code: "Read." for warning in method_warnings.of_snapshot(session, snapshot)}
    snapshots.check(session, snapshot, read, now, by=by)
    snapshots.leave_replies_out(session, snapshot, "A test.", now, by=by)
    snapshots.approve(session, snapshot, now, by=_second_person(session, snapshot.wave.region))
    snapshots.publish(session, snapshot, now, by=by)


def _second_person(session: Session, region: Region) -> UUID:
    known = staff_queries.member_by_email(session, SECOND)
    if known is not None:
        return known.id
    member = staff.add_member(session, email=SECOND, name="Second", password_hash=password_hash())
    staff.grant(session, member, Role.COORDINATOR, region)
    return member.id
