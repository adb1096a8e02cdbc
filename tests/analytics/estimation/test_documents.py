import json

import pandas as pd
import pytest

from analytics.estimation import (
    METHOD_1,
    canonical_json,
    compute_index,
    full_document,
    public_view,
)
from tests.analytics.estimation.frames import (
    CATALOGUE,
    NAN,
    comment,
    comments,
    hash_of,
    rated,
    response,
    responses,
)

RESPONSES = responses(*rated(S1=40, S2=12, S3=4, nobody=6), *(response(None, NAN) for _ in range(3)))
COMMENTS = comments(
    *[comment("praise", "S1", ["seniors", "carers"])] * 15,
    *[comment("complaint", "S2")] * 11,
    *[comment("complaint")] * 10,
)


def public(frame: pd.DataFrame = RESPONSES, voices: pd.DataFrame = COMMENTS) -> dict[str, object]:
    return public_view(compute_index(frame, voices, CATALOGUE, METHOD_1))


def test_public_cell_says_n_both_parts_their_weight_and_the_index() -> None:
    document = public_view(compute_index(RESPONSES, COMMENTS, CATALOGUE, METHOD_1))
    assert document["cells"][0] == {
        "kind": "total",
        "code": None,
        "band": "normal",
        "n": 62,
        "survey": {"value": 75.0, "low": 68.6, "high": 81.4},
        "voice": {"value": 42.7, "low": 27.1, "high": 57.8, "praise": 15, "complaint": 21},
        "voice_weight": 0.2,
        "index": {"value": 68.5, "low": 62.5, "high": 74.5},
        "overall": {"value": 50.0, "low": 50.0, "high": 50.0},
        "top": None,
        "bottom": None,
        "change": None,
        "broken": False,
    }


def test_public_document_names_the_method_and_its_constants() -> None:
    method = public()["method"]
    assert isinstance(method, dict)
    assert (method["version"], method["voice_weight"], method["minimum_cell"]) == ("1", 0.2, 10)


def test_a_hidden_cell_keeps_its_name_and_nothing_else() -> None:
    cells = public()["cells"]
    assert isinstance(cells, list)
    assert {"kind": "service", "code": "S3", "band": "hidden"} in cells
    assert {"kind": "target_group", "code": "homeless", "band": "hidden"} in cells


def test_the_public_is_not_told_how_few_responses_had_no_score() -> None:
    assert public()["received"] is None
    many = responses(*rated(S1=40, nobody=20), *(response(None, NAN) for _ in range(10)))
    assert public(many)["received"] == 70


def test_the_methodologist_sees_hidden_cells_and_why_they_are_hidden() -> None:
    document = full_document(
        compute_index(responses(*rated(S1=40, S2=12, S3=4)), COMMENTS, CATALOGUE, METHOD_1)
    )
    reasons = {cell["code"]: cell["hidden_because"] for cell in document["cells"]}
    assert reasons["S3"] == "small"
    assert reasons["S2"] == "complementary"
    assert reasons["S1"] is None
    assert document["received"] == 56
    assert document["without_score"] == 0


def test_documents_are_the_same_bytes_for_any_order_of_rows() -> None:
    shuffled = RESPONSES.sample(frac=1, random_state=3)
    voices = COMMENTS.sample(frac=1, random_state=4)
    turned = {code: tuple(reversed(groups)) for code, groups in reversed(CATALOGUE.items())}
    first = compute_index(RESPONSES, COMMENTS, CATALOGUE, METHOD_1)
    second = compute_index(shuffled, voices, turned, METHOD_1)
    assert canonical_json(public_view(first)) == canonical_json(public_view(second))
    assert canonical_json(full_document(first)) == canonical_json(full_document(second))
    assert hash_of(RESPONSES, COMMENTS, CATALOGUE, METHOD_1) == hash_of(shuffled, voices, turned, METHOD_1)


def test_documents_survive_json() -> None:
    result = compute_index(RESPONSES, COMMENTS, CATALOGUE, METHOD_1)
    for document in (public_view(result), full_document(result)):
        assert json.loads(canonical_json(document)) == document


def test_an_empty_wave_has_documents_too() -> None:
    result = compute_index(responses(), comments(), CATALOGUE, METHOD_1)
    assert all(cell["band"] == "hidden" for cell in public_view(result)["cells"])
    assert canonical_json(full_document(result))


def test_canonical_json_refuses_what_is_not_a_number() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"value": NAN})
