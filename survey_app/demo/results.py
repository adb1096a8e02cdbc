"""The published results of the demo's past waves, computed by what the worker's job runs."""

from uuid import UUID

from sqlalchemy.orm import Session

from survey_app import clock, db
from survey_app.demo import sign_ins, waves
from survey_app.models import IndexSnapshot
from survey_app.operations import snapshots
from survey_app.queries import index as queries
from survey_app.queries import method_warnings, results, staff
from survey_app.queries import waves as wave_queries
from survey_app.vocabulary import Role

READ = "Je to ukázka s vymyšlenými odpověďmi, čísla k ní patří."
NO_REPLIES = "Poskytovatelé v ukázce jsou vymyšlení a vyjádřit se nemohou."


def publish_past_waves() -> None:
    """Compute and publish the index of each past wave, unless something of it is published already."""
    with db.reading() as session:
        published = results.published_wave_codes(session)
    for wave_code in (waves.FIRST, waves.LAST):  # the later one is compared with the one before
        if wave_code not in published:
            _publish(wave_code)


def _publish(wave_code: str) -> None:
    from survey_app.jobs import index as job  # noqa: PLC0415  # a second start needs no statistics

    with db.reading() as session:
        wave = wave_queries.wave_by_code(session, wave_code)
        methodologist = staff.member_by_email(session, sign_ins.email(Role.METHODOLOGIST))
        coordinator = staff.member_by_email(session, sign_ins.email(Role.COORDINATOR))
    if wave is None or methodologist is None or coordinator is None:
        return
    computed = job.of_wave(wave.id)
    with db.transaction() as session:
        job.store(session, wave.id, computed, clock.now())
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
