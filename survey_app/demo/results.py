"""The published results of the demo's last wave, computed by the job that the worker runs."""

from uuid import UUID

from sqlalchemy.orm import Session

from survey_app import clock, db
from survey_app.demo import sign_ins, waves
from survey_app.models import IndexSnapshot
from survey_app.operations import index, outbox, snapshots
from survey_app.queries import index as queries
from survey_app.queries import method_warnings, results, staff
from survey_app.queries import waves as wave_queries
from survey_app.vocabulary import Role

READ = "Je to ukázka s vymyšlenými odpověďmi, čísla k ní patří."
NO_REPLIES = "Poskytovatelé v ukázce jsou vymyšlení a vyjádřit se nemohou."


def publish_last_wave() -> None:
    """Compute and publish the index of last year's wave, unless something of it is published already."""
    with db.reading() as session:
        if waves.LAST in results.published_wave_codes(session):
            return
    claim = _claim()
    if claim is not None:
        from survey_app.jobs import index as job  # noqa: PLC0415  # a second start needs no pandas

        job.compute_index(claim)
    with db.transaction() as session:
        wave = wave_queries.wave_by_code(session, waves.LAST)
        methodologist = staff.member_by_email(session, sign_ins.email(Role.METHODOLOGIST))
        coordinator = staff.member_by_email(session, sign_ins.email(Role.COORDINATOR))
        if wave is None or methodologist is None or coordinator is None:
            return
        for snapshot in queries.snapshots_of(session, wave.id)[:1]:
            _walk(session, snapshot, checks=methodologist.id, approves=coordinator.id)


def _walk(session: Session, snapshot: IndexSnapshot, *, checks: UUID, approves: UUID) -> None:
    """Take every step to the public as two people of the office would."""
    now = clock.now()
    read = {warning.code: READ for warning in method_warnings.of_snapshot(session, snapshot)}
    snapshots.check(session, snapshot, read, now, by=checks)
    snapshots.leave_replies_out(session, snapshot, NO_REPLIES, now, by=checks)
    snapshots.approve(session, snapshot, now, by=approves)
    snapshots.publish(session, snapshot, now, by=checks)


def _claim() -> outbox.Claim | None:
    now = clock.now()
    with db.transaction() as session:
        wave = wave_queries.wave_by_code(session, waves.LAST)
        if wave is None:
            return None
        index.request_computation(session, wave, now, by=None)
        computation = queries.computation(session, wave.id)
        return outbox.claim(session, computation.message_id, now) if computation else None
