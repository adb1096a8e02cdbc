"""How well the kinds of short comments are told, on two sets written for the project; see kinds/README.md."""

import csv
from collections import Counter
from pathlib import Path

import pytest

SETS = Path(__file__).parent / "kinds"


def counted(coder, name: str, kind: str) -> Counter:
    """How many comments of a kind are coded "right", "wrong" or "none"."""
    with (SETS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file) if row["kind"] == kind]
    said = [coding.kind for coding in coder.code(texts)]
    return Counter("none" if code is None else "right" if code == kind else "wrong" for code in said)


@pytest.mark.parametrize(
    ("name", "kind", "right", "wrong"),
    [
        ("first", "praise", 54, 4),
        ("first", "complaint", 57, 2),
        ("first", "suggestion", 57, 0),
        ("first", "question", 59, 0),
        ("second", "praise", 10, 1),
        ("second", "complaint", 5, 0),
        ("second", "suggestion", 11, 3),
        ("second", "question", 29, 0),
    ],
)
def test_kinds_of_short_comments_are_told_as_published(coder, name, kind, right, wrong):
    found = counted(coder, name, kind)
    assert found["right"] >= right
    assert found["wrong"] <= wrong
