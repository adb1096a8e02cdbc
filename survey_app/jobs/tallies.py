"""The job that adds what has come in to the tallies of a wave, and the proof that nothing was lost.

Each batch is a transaction of its own: a worker that is killed leaves whole batches behind, and whoever tries
again goes on with the rest.
"""

from collections.abc import Callable
from uuid import UUID

from survey_app import db
from survey_app.operations import composition, outbox, tallies
from survey_app.queries import tallies as queries
from survey_app.queries.tallies import Difference

TRIES = 3


def tally_responses(claim: outbox.Claim) -> None:
    """Add all responses of the wave of the claim that no tally holds, then settle the claim."""
    add_all(UUID(claim.payload["wave_id"]))
    with db.transaction() as session:
        outbox.settle(session, claim)


def add_all(wave_id: UUID) -> int:
    """Add all responses of a wave that no tally holds; return how many there were.

    What is shown of who has answered moves on where enough came.
    """
    total = 0
    while True:
        with db.transaction() as session:
            added = tallies.add_some(session, wave_id)
        total += added
        if added < tallies.AT_ONCE:
            break
    with db.transaction() as session:
        composition.move_on(session, wave_id)
    return total


def check(wave_id: UUID, told: Callable[[int], None]) -> list[Difference]:
    """Return where the tallies of a wave differ from what its responses add up to; nothing is changed."""
    with db.reading() as session:
        stored = queries.stored(session, wave_id)
        return list(queries.differences(stored, queries.counted_anew(session, wave_id, told)))


def rebuild(wave_id: UUID, told: Callable[[int], None]) -> list[Difference]:
    """Replace the tallies of a wave by what all its responses add up to; return what that changed.

    Responses are read while others write; where some were added to the tallies meanwhile it begins anew.

    Raises:
        ChangedMeanwhileError: that happened again and again.
    """
    for left in reversed(range(TRIES)):
        with db.reading() as session:
            stored = queries.stored(session, wave_id)
            counted = queries.counted_anew(session, wave_id, told)
        try:
            with db.transaction() as session:
                tallies.replace(session, wave_id, counted, instead_of=stored)
            break
        except tallies.ChangedMeanwhileError:
            if not left:
                raise
    add_all(wave_id)
    return list(queries.differences(stored, counted))
