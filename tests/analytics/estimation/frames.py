"""Small frames for the tests of estimation, and the catalogue they belong to."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analytics.estimation import IndexMethod, inputs_hash
from analytics.estimation.cells import Catalogue
from analytics.estimation.sums_of_rows import inputs_of

DIMENSIONS = ("access", "availability", "environment", "staff", "benefit")
CATALOGUE = {"S1": ("seniors",), "S2": ("seniors", "carers"), "S3": ("homeless",)}
NAN = float("nan")


def response(service_code: str | None, score: float, overall: float = 50.0, **other: Any) -> dict[str, Any]:
    """A response whose five core items all have the same score."""
    row = {"service_code": service_code, "mode": "web", "language": "cs", "overall": overall}
    return row | dict.fromkeys(DIMENSIONS, score) | other


def comment(kind: str, service_code: str | None = None, groups: Iterable[str] = ()) -> dict[str, Any]:
    return {"service_code": service_code, "target_groups": tuple(groups), "kind": kind}


def responses(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["service_code", "mode", "language", *DIMENSIONS, "overall"])


def comments(*rows: dict[str, Any]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["service_code", "target_groups", "kind"])


def rated(**counts: int) -> list[dict[str, Any]]:
    """So many responses a service, half of them 100 and half 50; ``nobody`` stands for no service."""
    return [
        response(None if code == "nobody" else code, 100.0 if number % 2 else 50.0)
        for code, n in counts.items()
        for number in range(n)
    ]


def hash_of(
    frame: pd.DataFrame, voices: pd.DataFrame, services: Catalogue, method: IndexMethod, **others: Any
) -> str:
    """Fingerprint of the inputs that these frames are."""
    return inputs_hash(inputs_of(frame, voices, services, **others), method)
