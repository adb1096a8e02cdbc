"""The shares of the demo town's comments, estimated by the job that the worker runs."""

from uuid import uuid5

from survey_app import clock, db
from survey_app.demo import town
from survey_app.operations import outbox, shares
from survey_app.queries import comment_shares, reference


def estimate() -> None:
    """Estimate the shares of the town's comments, unless that was done before."""
    with db.transaction() as session:
        region = reference.region_by_code(session, town.CODE)
        if region is None or comment_shares.newest(session, region.id) is not None:
            return
        shares.request_estimation(session, region.id, by=None)
        claim = outbox.claim(session, uuid5(region.id, comment_shares.JOB), clock.now())
    if claim is not None:
        from survey_app.jobs import shares as job  # noqa: PLC0415  # a second start needs no pandas

        job.estimate_shares(claim)
