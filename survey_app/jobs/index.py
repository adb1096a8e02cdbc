"""The job that computes the index of a closed wave. It stores a draft; a person publishes it."""

from uuid import UUID

import pandas as pd

from analytics import estimation
from analytics.estimation.sums_of_rows import COMMENT_COLUMNS, RESPONSE_COLUMNS, inputs_of
from survey_app import clock, db
from survey_app.jobs import shares
from survey_app.operations import index, outbox
from survey_app.queries import comment_shares
from survey_app.queries import index as queries

METHOD = estimation.METHOD_2


def compute_index(claim: outbox.Claim) -> None:
    """Compute the index of the wave of the claim and settle the claim in one transaction."""
    wave_id = UUID(claim.payload["wave_id"])
    with db.reading() as session:
        inputs = queries.inputs(session, wave_id)
        written = comment_shares.of_wave(session, wave_id)
    responses = pd.DataFrame(inputs.responses, columns=list(RESPONSE_COLUMNS))
    comments = pd.DataFrame(inputs.comments, columns=list(COMMENT_COLUMNS))
    document = inputs_of(responses, comments, inputs.services, shares.readings(written))
    result = estimation.compute(document, METHOD)
    with db.transaction() as session:
        index.store_snapshot(
            session,
            wave_id,
            method_version=METHOD.version,
            inputs_hash=estimation.inputs_hash(document, METHOD),
            document=estimation.full_document(result),
            public_document=estimation.public_view(result),
            computed_at=clock.now(),
        )
        outbox.settle(session, claim)
