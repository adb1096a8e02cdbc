"""The job that estimates shares of comments, and how comments are scored for that."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pandas as pd

from analytics.estimation import comment_shares
from analytics.estimation.readings import COLUMNS, RELEVANT, group_key, kind_key
from analytics.estimation.tallies import KINDS
from analytics.text.learning.unseen import FEWEST_DECISIONS, unseen_scores
from survey_app import clock, db
from survey_app.operations import outbox, shares
from survey_app.queries import comment_shares as queries
from survey_app.queries.comment_shares import ShareInputs


def estimate_shares(claim: outbox.Claim) -> None:
    """Estimate the shares of the region of the claim and settle the claim in one transaction."""
    region_id = UUID(claim.payload["region_id"])
    with db.reading() as session:
        inputs = queries.of_region(session, region_id)
    frame = readings(inputs)
    document = comment_shares.comment_shares(frame)
    with db.transaction() as session:
        shares.store_estimate(
            session,
            region_id,
            method_version=comment_shares.VERSION,
            inputs_hash=comment_shares.shares_hash(frame),
            document=document | {"learned": _may_learn(inputs)},
            estimated_at=clock.now(),
        )
        outbox.settle(session, claim)


def readings(inputs: ShareInputs) -> pd.DataFrame:
    """The comments as a frame for estimation."""
    return pd.DataFrame(scored(inputs), columns=list(COLUMNS))


def scored(inputs: ShareInputs) -> list[dict[str, Any]]:
    """The comments as rows for estimation, with scores by a machine that has not seen what it scores.

    With enough decisions a model learns from them here and scores each comment as if it had not seen it and
    its copies; below that the scores are those of the coder of day one, which are no probabilities, nor need
    be. Where everything is decided nothing is scored.
    """
    everything_read = all(row["relevant"] is not None for row in inputs.rows)
    if everything_read:
        scores: list[dict[str, float]] = [{} for _ in inputs.rows]
    elif _may_learn(inputs):
        scores = _learned(inputs)
    else:
        scores = [_by_frame(coding) if coding else {} for coding in inputs.codings]
    return [{**row, "scores": found} for row, found in zip(inputs.rows, scores, strict=True)]


def _may_learn(inputs: ShareInputs) -> bool:
    decided = sum(row["relevant"] is not None for row in inputs.rows)
    return FEWEST_DECISIONS <= decided < len(inputs.rows)


def _learned(inputs: ShareInputs) -> list[dict[str, float]]:
    decided = {
        place: frozenset(
            [RELEVANT, kind_key(row["kind"]), *map(group_key, row["target_groups"])]
            if row["relevant"]
            else []
        )
        for place, row in enumerate(inputs.rows)
        if row["relevant"] is not None
    }
    keys = sorted({key for found in decided.values() for key in found})
    if not keys:
        return [{} for _ in inputs.rows]
    scores = unseen_scores(inputs.texts, decided, keys)
    return [{key: float(scores[key][place]) for key in keys} for place in range(len(inputs.rows))]


def _by_frame(coding: Mapping[str, Any]) -> dict[str, float]:
    """Scores that a comment is relevant and of a kind or about a group; any numbers would do."""
    relevance = float(coding["relevance"])
    kinds = {kind_key(code): relevance * coding["kind_scores"].get(code, 0.0) for code in KINDS}
    groups = {group_key(code): relevance * score for code, score in coding["target_groups"].items()}
    return {RELEVANT: relevance, **kinds, **groups}
