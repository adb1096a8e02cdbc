"""One piece of personal data in a text. A plain record: how it is recognised is not known here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "email",
    "phone",
    "birth_number",
    "bank_account",
    "birth_date",
    "document",
    "car_plate",
    "address",
    "name",
]


@dataclass(frozen=True)
class Find:
    """Characters [start, end) of the text.

    `sure`: its form or a word before it leaves hardly a doubt; otherwise it only looks like it.
    """

    kind: Kind
    start: int
    end: int
    sure: bool


def without_overlaps(finds: Iterable[Find]) -> list[Find]:
    """By position; of finds that overlap only the one that was given first stays."""
    kept: list[Find] = []
    for find in finds:
        if all(find.end <= other.start or other.end <= find.start for other in kept):
            kept.append(find)
    return sorted(kept, key=lambda find: find.start)
