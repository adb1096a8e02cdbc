"""`estimate`: the share of a label in all texts, from scores of a machine and labels of people on a sample.

A row with a gold cell was read by a person, and must have been drawn by chance; the rest has only its score.
Of the several labels a text may have, one is estimated at a time. The formulas stand in `estimation.ppi`.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from analytics.commands.reading import RefusalError, Table, read_table
from analytics.commands.tables import count, interval
from analytics.commands.tables import table as lines
from analytics.commands.verdicts import verdict
from analytics.estimation.ppi import LEAST_REST, Floats, Method, ppi_mean
from analytics.estimation.shares import wilson_interval

LIKELY = 0.5

_METHODS = {
    Method.COUNT: "everything was read: counted",
    Method.GOLD: "gold labels alone",
    Method.PPI: "PPI++",
    Method.PPI_SMALL: "PPI++ for few labels and rare things",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `estimate`."""
    parser.add_argument(
        "--predicted",
        required=True,
        metavar="COL",
        help="column of the machine's scores: probabilities, 0 and 1, or any numbers; every row has one",
    )
    parser.add_argument(
        "--gold",
        required=True,
        metavar="COL",
        help="column of what people decided, 1 or 0 (true/false, yes/no, ano/ne); empty: nobody has read it. "
        "The rows read must have been drawn by chance",
    )
    parser.add_argument(
        "--label",
        metavar="NAME",
        help="the columns hold names of labels; estimate the share of this one (the scores may be numbers)",
    )
    parser.add_argument(
        "--chance",
        metavar="COL",
        help="column of the chance with which a row was drawn, where it was not the same for all",
    )


def run(arguments: argparse.Namespace) -> dict[str, object]:
    """Estimate; `share`, and for comparison `gold_alone`, have value, low and high, a 95 % interval.

    `n`: rows with a gold label; `rest`: rows without. `lambda`: how much the scores count, 0 to 1. `counted`:
    the share of rows that the machine alone would give the label, without any interval that means something.
    Raises RefusalError when the file does not hold what was asked for.
    """
    source = read_table(arguments.file)
    gold = source.column(arguments.gold)
    scores = _scores(source, arguments.predicted, arguments.label)
    read = np.array([cell.strip() != "" for cell in gold])
    if not read.any():
        raise RefusalError(f"No cell of “{arguments.gold}” has a label: somebody has to read a sample first.")
    labels = [
        _label(cell, source.lines[row], arguments.gold, arguments.label)
        for row, cell in enumerate(gold)
        if cell.strip()
    ]
    weights = _weights(source, arguments.chance, read) if arguments.chance else None
    try:
        found = ppi_mean(labels, scores[read], scores[~read], weights=weights)
    except ValueError as error:
        raise RefusalError(str(error)) from None
    low, high = wilson_interval(int(sum(labels)), len(labels))
    return {
        "share": _interval(found.value, found.low, found.high),
        "n": found.n,
        "lambda": found.weight_of_machine,
        "rest": found.rest,
        "method": found.method.value,
        "gold_alone": _interval(sum(labels) / len(labels), low, high),
        "counted": float((scores >= LIKELY).mean()),
    }


def table(document: Mapping[str, Any]) -> str:
    """The document of `run` for people."""
    rows = (
        ("share", interval(document["share"])),
        ("gold labels alone, for comparison", interval(document["gold_alone"])),
        (f"rows scored {LIKELY} or more, for comparison", f"{document['counted']:.3f}"),
        ("gold labels (n)", count(document["n"])),
        ("rows without a label", count(document["rest"])),
        ("how much the scores count (λ)", f"{document['lambda']:.3f}"),
        ("method", _METHODS[Method(document["method"])]),
    )
    return "\n".join([lines(("", "value [95 % interval]"), rows), *_advice(document)])


def _advice(document: Mapping[str, Any]) -> list[str]:
    told = []
    if document["method"] == Method.GOLD:
        told.append(f"Fewer than {LEAST_REST} rows have no label: read them all, then the share is counted.")
    if document["method"] != Method.COUNT:
        told.append("This holds only if the rows with a label were drawn by chance, not chosen.")
    return told


def _interval(value: float, low: float, high: float) -> dict[str, float]:
    return {"value": value, "low": low, "high": high}


def _scores(source: Table, column: str, label: str | None) -> Floats:
    cells = source.column(column)
    return np.array(
        [_score(cell, line, column, label) for cell, line in zip(cells, source.lines, strict=True)]
    )


def _score(cell: str, line: int, column: str, label: str | None) -> float:
    number = _number(cell)
    if number is not None:
        return number
    if label is not None and cell.strip():
        return float(cell.strip() == label)
    if (said := verdict(cell)) is not None:
        return float(said)
    what = "is empty" if not cell.strip() else f"holds “{cell.strip()}”, which is no number"
    raise RefusalError(f"Line {line}: “{column}” {what}; every row needs a score.")


def _label(cell: str, line: int, column: str, label: str | None) -> float:
    if label is not None:
        return float(cell.strip() == label)
    said = verdict(cell)
    if said is None:
        raise RefusalError(
            f"Line {line}: “{column}” holds “{cell.strip()}”, which is neither 1 nor 0; "
            "with names of labels, say which one by --label."
        )
    return float(said)


def _weights(source: Table, column: str, read: np.ndarray[Any, np.dtype[np.bool_]]) -> Floats:
    cells = source.column(column)
    chances = []
    for row in np.flatnonzero(read):
        chance = _number(cells[row])
        if chance is None or not 0.0 < chance <= 1.0:
            raise RefusalError(f"Line {source.lines[row]}: “{column}” must be a chance over 0 and at most 1.")
        chances.append(chance)
    return 1.0 / np.array(chances)


def _number(cell: str) -> float | None:
    try:
        number = float(cell.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
