import dataclasses
import re

import pandas as pd
import pytest

from analytics.estimation import METHOD_1, compute_index
from tests.analytics.estimation.frames import CATALOGUE, NAN, comment, comments, hash_of, response, responses

RESPONSES = responses(response("S1", 75), response(None, 50, staff=NAN))
COMMENTS = comments(comment("praise", "S1", ["seniors", "carers"]))
HASH = hash_of(RESPONSES, COMMENTS, CATALOGUE, METHOD_1)


def test_hash_is_sha256_in_hexadecimal() -> None:
    assert re.fullmatch("[0-9a-f]{64}", HASH)


def test_hash_depends_on_every_input_and_on_the_constants_of_the_method() -> None:
    others = {
        hash_of(responses(response("S1", 75), response(None, 50, staff=100)), COMMENTS, CATALOGUE, METHOD_1),
        hash_of(responses(response("S2", 75), response(None, 50, staff=NAN)), COMMENTS, CATALOGUE, METHOD_1),
        hash_of(RESPONSES, comments(comment("complaint", "S1", ["seniors", "carers"])), CATALOGUE, METHOD_1),
        hash_of(RESPONSES, comments(), CATALOGUE, METHOD_1),
        hash_of(RESPONSES, COMMENTS, CATALOGUE | {"S4": ()}, METHOD_1),
        hash_of(RESPONSES, COMMENTS, CATALOGUE, dataclasses.replace(METHOD_1, voice_weight=0.3)),
    }
    assert len(others) == 6
    assert HASH not in others


def test_hash_counts_how_often_a_row_occurs() -> None:
    twice = pd.concat([COMMENTS, COMMENTS])
    assert hash_of(RESPONSES, twice, CATALOGUE, METHOD_1) != HASH


def test_hash_ignores_columns_the_index_does_not_read_and_kinds_of_missing() -> None:
    frame = RESPONSES.assign(received_on="2026-10-01", service_code=["S1", float("nan")])
    assert hash_of(frame, COMMENTS, CATALOGUE, METHOD_1) == HASH


def test_order_of_the_groups_of_a_comment_does_not_matter() -> None:
    turned = comments(comment("praise", "S1", ["carers", "seniors"]))
    assert hash_of(RESPONSES, turned, CATALOGUE, METHOD_1) == HASH


def test_a_missing_column_is_named() -> None:
    with pytest.raises(ValueError, match="responses lacks mode"):
        compute_index(RESPONSES.drop(columns="mode"), COMMENTS, CATALOGUE, METHOD_1)


def test_a_score_that_was_not_placed_on_the_scale_is_refused() -> None:
    for wrong in (101, -1, float("inf")):
        with pytest.raises(ValueError, match="between 0 and 100"):
            compute_index(responses(response("S1", wrong)), COMMENTS, CATALOGUE, METHOD_1)


def test_an_unknown_kind_of_comment_is_refused() -> None:
    with pytest.raises(ValueError, match="not rant"):
        compute_index(RESPONSES, comments(comment("rant")), CATALOGUE, METHOD_1)


def test_a_missing_mode_is_counted_as_unknown() -> None:
    result = compute_index(responses(response("S1", 75, mode=None)), COMMENTS, CATALOGUE, METHOD_1)
    assert result.modes == {"unknown": 1}
