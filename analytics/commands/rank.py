"""`rank`: how much of the reading the order of the queue saves, by playing a finished triage again.

The ranker is the one that orders the queue of a town. What else counts there (the machine's relevance, the
sample, days of waiting) a file doesn't know. Runs differ in the two texts that are known beforehand.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import t

from analytics.commands import tables
from analytics.commands.options import add_seed, separator, whole
from analytics.commands.reading import RefusalError, Table, read_table
from analytics.commands.terminal import progress
from analytics.commands.verdicts import verdict
from analytics.text.ranking.measures import measures
from analytics.text.ranking.simulation import BATCH, Simulation, priors

_RUNS = 10
_ROWS = {
    "wss_95": "work saved over a random order, 95 % found (WSS@95)",
    "rrf_10": "relevant texts found in the first 10 % (RRF@10)",
    "atd": "share of the texts read until a relevant one, mean (ATD)",
    "share": "share of the texts to read to find 95 %",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `rank`."""
    parser.add_argument(
        "--text",
        required=True,
        action="append",
        metavar="COL",
        help="column of the texts; given more than once, such as for titles and abstracts, they are joined",
    )
    parser.add_argument(
        "--label",
        required=True,
        metavar="COL",
        help="column of what people decided: 1 or 0 (true/false, yes/no, ano/ne); empty counts as 0",
    )
    parser.add_argument(
        "--value", metavar="NAME", help="the column holds names of labels; those of this name are looked for"
    )
    parser.add_argument(
        "--multilabel",
        type=separator,
        metavar="SEP",
        help="with --value: a text has any number of labels, parted by SEP",
    )
    add_seed(parser, "the first run")
    parser.add_argument(
        "--runs", type=whole(1), default=_RUNS, metavar="R", help=f"from other beginnings (default: {_RUNS})"
    )
    parser.add_argument(
        "--batch",
        type=whole(1),
        default=BATCH,
        metavar="B",
        help=f"texts read before the rest is ordered anew (default: {BATCH})",
    )


def run(arguments: argparse.Namespace) -> dict[str, object]:
    """Simulate. Figures are value, low and high: the mean of the runs and a 95 % t interval of that mean.

    `n`: texts; `relevant`: how many of them. Raises RefusalError when the file doesn't hold what is needed.
    """
    source = read_table(arguments.file)
    texts = [" ".join(parts) for parts in zip(*(source.column(name) for name in arguments.text), strict=True)]
    relevant = _relevant(source, arguments)
    seeds = range(arguments.seed, arguments.seed + arguments.runs)
    try:
        beginnings = [priors(relevant, seed) for seed in seeds]
    except ValueError as error:
        raise RefusalError(str(error)) from None
    simulation = Simulation(texts, relevant)
    found = []
    for number, known in enumerate(beginnings, start=1):
        order = simulation.order(known, arguments.batch)
        found.append(asdict(measures(relevant[order])))
        progress(number, arguments.runs)
    figures = {name: _estimate([each[name] for each in found]) for name in ("wss_95", "rrf_10", "atd")}
    return {
        **figures,
        "share": _estimate([each["to_read"] for each in found]),
        "n": len(texts),
        "relevant": int(relevant.sum()),
        "runs": arguments.runs,
        "seed": arguments.seed,
        "batch": arguments.batch,
    }


def table(document: Mapping[str, Any]) -> str:
    """The document of `run` for people."""
    texts, relevant = tables.count(document["n"]), tables.count(document["relevant"])
    runs = f"{document['runs']} runs" if document["runs"] > 1 else "one run"
    how = f"{runs}, ordered anew after every {document['batch']} texts"
    figures = [(words, tables.interval(document[name])) for name, words in _ROWS.items()]
    header = ("", "mean, 95 % interval")
    return f"{texts} texts, {relevant} of them relevant; {how}.\n\n{tables.table(header, figures)}"


def _relevant(source: Table, arguments: argparse.Namespace) -> NDArray[np.bool_]:
    cells = source.column(arguments.label)
    if arguments.value is not None:
        wanted = arguments.value.strip()
        return np.array([wanted in _names(cell, arguments.multilabel) for cell in cells], dtype=bool)
    if arguments.multilabel is not None:
        raise RefusalError("Of several labels, say by --value which one is looked for.")
    return np.array(
        [_verdict(cell, line, arguments.label) for cell, line in zip(cells, source.lines, strict=True)],
        dtype=bool,
    )


def _names(cell: str, separator: str | None) -> set[str]:
    return {name.strip() for name in ([cell] if separator is None else cell.split(separator))}


def _verdict(cell: str, line: int, column: str) -> bool:
    said = verdict(cell) if cell.strip() else False
    if said is None:
        raise RefusalError(
            f"Line {line}: “{column}” holds “{cell.strip()}”, which is neither 1 nor 0; "
            "with names of labels, say by --value which one is looked for."
        )
    return said


def _estimate(values: Sequence[float]) -> dict[str, float | None]:
    mean = float(np.mean(values))
    if len(values) == 1:
        return {"value": mean, "low": None, "high": None}
    margin = float(t.ppf(0.975, len(values) - 1) * np.std(values, ddof=1) / np.sqrt(len(values)))
    return {"value": mean, "low": mean - margin, "high": mean + margin}
