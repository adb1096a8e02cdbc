"""Keeping the tallies of waves: each response is added once, in the transaction that marks it.

Whoever changes tallies of a wave holds its row, so two at once come one after the other. Nobody who answers
waits for that: a new response needs the row to exist, and no more.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app import db
from survey_app.models import AnswerTally, RatingTally, Wave
from survey_app.operations import audit, collection, outbox
from survey_app.queries import tallies as queries
from survey_app.queries.contributions import AnswerKey, RatingKey, RatingSums, Tallies

JOB = "tally_responses"
AT_ONCE = 500  # responses; on SQLite nobody else writes meanwhile


class ChangedMeanwhileError(Exception):
    """The tallies are not those any more that were to be replaced."""


def promise_when_due(session: Session) -> None:
    """Promise to add what has come in, wherever something has."""
    for wave_id in queries.waves_to_tally(session):
        outbox.promise_once(session, JOB, wave_id, wave_id=str(wave_id))


def add_some(session: Session, wave_id: UUID, most: int = AT_ONCE) -> int:
    """Add some responses that no tally holds yet, and mark them; return how many there were."""
    hold(session, wave_id)
    response_ids, found = queries.untallied(session, wave_id, most)
    if response_ids:
        collection.mark_tallied(session, response_ids)
        _add(session, wave_id, found)
    return len(response_ids)


def replace(session: Session, wave_id: UUID, counted: Tallies, *, instead_of: Tallies) -> None:
    """Delete the tallies of a wave and store those that were counted anew.

    Args:
        instead_of: the tallies as they were stored when the responses were counted.

    Raises:
        ChangedMeanwhileError: responses were added since then; what was counted lacks them.
    """
    hold(session, wave_id)
    if queries.stored(session, wave_id) != instead_of:
        raise ChangedMeanwhileError
    for table in (RatingTally, AnswerTally):
        session.execute(sa.delete(table).where(table.wave_id == wave_id))
    _add(session, wave_id, counted)
    wave = session.get_one(Wave, wave_id)
    audit.record(
        session,
        staff_id=None,
        region_id=wave.region_id,
        action="tallies_rebuilt",
        object_type="wave",
        object_id=wave.id,
        wave_code=wave.wave_code,
    )


def hold(session: Session, wave_id: UUID) -> None:
    """Keep others from changing what is summed up of a wave until the transaction ends."""
    session.execute(sa.select(Wave.id).where(Wave.id == wave_id).with_for_update(key_share=True))


def _add(session: Session, wave_id: UUID, found: Tallies) -> None:
    _upsert(session, RatingTally, RatingKey._fields, RatingSums._fields, _ratings(wave_id, found))
    _upsert(session, AnswerTally, AnswerKey._fields, ("responses",), _answers(wave_id, found))


def _upsert(
    session: Session,
    table: type[db.Base],
    key: tuple[str, ...],
    sums: tuple[str, ...],
    rows: Iterator[dict[str, Any]],
) -> None:
    insertion = db.insert(session, table)
    columns = table.__table__.c
    statement = insertion.on_conflict_do_update(
        index_elements=("wave_id", *key),
        set_={name: columns[name] + insertion.excluded[name] for name in sums},
    )
    if added := list(rows):
        session.connection().execute(statement, added)


def _ratings(wave_id: UUID, found: Tallies) -> Iterator[dict[str, Any]]:
    for key, sums in found.ratings.items():
        yield {"wave_id": wave_id, **key._asdict(), **sums._asdict()}


def _answers(wave_id: UUID, found: Tallies) -> Iterator[dict[str, Any]]:
    for key, responses in found.answers.items():
        yield {"wave_id": wave_id, **key._asdict(), "responses": responses}
