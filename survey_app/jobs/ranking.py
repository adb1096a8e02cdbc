"""The job that orders what waits in a region. People read on meanwhile; it only moves places."""

from uuid import UUID

from analytics.text.ranking.order import Decided, Waiting, reading_order
from survey_app import clock, db
from survey_app.operations import outbox, queue_places
from survey_app.queries import ranking


def rank_queue(claim: outbox.Claim) -> None:
    """Order the queue of the region of the claim and settle the claim in one transaction."""
    region_id, today = UUID(claim.payload["region_id"]), clock.today()
    with db.reading() as session:
        decided = ranking.decided_comments(session, region_id)
        waiting = ranking.waiting_comments(session, region_id)
    order = reading_order(
        [
            Waiting(c.id, c.text, c.relevance, max((today - c.received_on).days, 0), c.in_sample)
            for c in waiting
        ],
        [Decided(c.text, c.relevant, c.in_sample) for c in decided],
    )
    places = [queue_places.Place(place.id, place.priority, place.leader_id) for place in order]
    with db.transaction() as session:
        queue_places.store(session, region_id, places, today)
        outbox.settle(session, claim)
