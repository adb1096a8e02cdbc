"""The voice part where not every comment is read: counted, estimated, or not told."""

from typing import Any

import pandas as pd
import pytest

from analytics.estimation import (
    METHOD_1,
    METHOD_2,
    CellResult,
    compute_index,
    full_document,
    public_view,
)
from analytics.estimation.comment_shares import Basis
from analytics.estimation.readings import COLUMNS
from tests.analytics.estimation.frames import CATALOGUE, comment, comments, hash_of, rated, responses

RESPONSES = responses(*rated(S1=40, S2=30, S3=30))


def written(kind: str | None, *, read: bool = True, drawn: bool = False, **other: Any) -> dict[str, Any]:
    row = {
        "service_code": "S1",
        "month": "2026-11",
        "relevant": None if not read else kind is not None,
        "kind": kind if read else None,
        "target_groups": ("seniors",) if read and kind else (),
        "chance": 0.25,
        "drawn": drawn,
        "scores": {"relevant": 0.9, "kind:praise": 0.5, "kind:complaint": 0.3},
    }
    return row | other


def wave(n: int = 400, *, read_too: int = 0) -> list[dict[str, Any]]:
    """A third praises, two thirds complain; every fourth was drawn and read, and `read_too` praises.

    Every fifth is about no service and no group.
    """
    kinds = ["praise" if number % 3 == 0 else "complaint" for number in range(n)]
    rows = [written(kind, read=number % 4 == 0, drawn=number % 4 == 0) for number, kind in enumerate(kinds)]
    rows = [
        row if number % 5 else {**row, "service_code": None, "target_groups": ()}
        for number, row in enumerate(rows)
    ]
    praises = [number for number in range(n) if number % 12 in (3, 6, 9)]
    for number in praises[:read_too]:
        rows[number] = written("praise")
    return rows


def frame(rows: list[dict[str, Any]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS))


def confirmed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    found = [row for row in rows if row["relevant"]]
    return comments(*(comment(row["kind"], row["service_code"], row["target_groups"]) for row in found))


def cell(rows: list[dict[str, Any]], code: str | None = None) -> CellResult:
    result = compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_2, frame(rows))
    return next(each for each in result.cells if each.cell.code == code)


def test_when_everything_is_read_it_is_counted_as_before() -> None:
    rows = [written(("praise", "complaint")[number % 2]) for number in range(60)]
    before = compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_1)
    after = compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_2, frame(rows))
    assert after.cells == before.cells


@pytest.mark.parametrize(
    ("code", "voices", "read"), [(None, 400, 100), ("S1", 320, 80), ("seniors", 320, 80)]
)
def test_what_is_unread_is_estimated_from_what_chance_drew(code: str | None, voices: int, read: int) -> None:
    found = cell(wave(), code)
    assert found.voice_basis is Basis.ESTIMATED
    assert found.praise + found.complaint == voices
    assert found.praise == pytest.approx(voices / 3, abs=6)
    assert found.voice is not None
    assert found.voice.low < 100 / 3 < found.voice.high
    assert found.voice.n == read
    assert found.voice_weight == METHOD_2.voice_weight


def test_praises_that_were_read_first_do_not_tilt_the_voice() -> None:
    assert cell(wave(read_too=60)).voice == cell(wave()).voice
    counted = compute_index(RESPONSES, confirmed(wave(read_too=60)), CATALOGUE, METHOD_1)
    assert counted.cells[0].praise > 90


def test_too_little_read_has_no_voice() -> None:
    rows = [written("complaint", read=number < 50, drawn=False) for number in range(100)]
    found = cell(rows)
    assert (found.voice, found.voice_weight, found.voice_basis) == (None, 0.0, Basis.READ_ALL)
    assert found.index == found.survey
    document = full_document(compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_2, frame(rows)))
    assert document["cells"][0]["voice_basis"] == "read_all"


def test_a_service_whose_comments_are_all_read_is_counted_beside_an_estimated_town() -> None:
    rows = wave() + [written("praise", service_code="S2") for _ in range(30)]
    assert cell(rows, "S2").voice_basis is Basis.COUNTED
    assert cell(rows, "S2").praise == 30
    assert cell(rows).voice_basis is Basis.ESTIMATED


def test_the_order_of_comments_changes_no_digit_and_every_reading_counts_in_the_fingerprint() -> None:
    rows = wave()
    turned = rows[::-1]
    first = compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_2, frame(rows))
    second = compute_index(RESPONSES, confirmed(turned), CATALOGUE, METHOD_2, frame(turned))
    assert public_view(first) == public_view(second)

    def hashed(changed: list[dict[str, Any]]) -> str:
        return hash_of(RESPONSES, comments(), CATALOGUE, METHOD_2, readings=frame(changed))

    assert hashed(turned) == hashed(rows)
    others = [
        [{**rows[0], "chance": 0.5}, *rows[1:]],
        [{**rows[0], "scores": {"relevant": 0.1}}, *rows[1:]],
        [*rows[:3], {**rows[3], "service_code": "S2"}, *rows[4:]],
        rows[:-1],
    ]
    assert len({hashed(rows), *map(hashed, others)}) == 5


def test_an_estimate_is_called_one_and_the_first_version_reads_as_it_always_did() -> None:
    rows = wave()
    document = public_view(compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_2, frame(rows)))
    assert document["cells"][0]["voice"]["voice_basis"] == "estimated"
    assert document["method"]["shares_version"] == "1"
    first = public_view(compute_index(RESPONSES, confirmed(rows), CATALOGUE, METHOD_1))
    assert "voice_basis" not in first["cells"][0]["voice"]
    assert "shares_version" not in first["method"]
