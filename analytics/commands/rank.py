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
from analytics.text.ranking.measures import RECALL, measures
from analytics.text.ranking.simulation import Simulation, priors

_RUNS = 10
_SHARE = (0.0, 1.0)
_SAVED = (RECALL - 1, RECALL)
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
        metavar="B",
        help="texts read before the rest is ordered anew (default: as in the queue, 1 at first, 10 later)",
    )


def run(arguments: argparse.Namespace) -> dict[str, object]:
    """Simulate. Figures are value, low and high: the mean of the runs and a 95 % t interval of that mean.

    An interval ends where the figure can go no further, which with few runs the t distribution doesn't know.
    `n`: texts; `relevant`: how many of them; `batch`: None where they are ordered anew as in the queue.
    Raises RefusalError when the file doesn't hold what is needed.
    """
    source = read_table(arguments.file)
    texts = [" ".join(parts) for parts in zip(*(source.column(name) for name in arguments.text), strict=True)]
    relevant = _relevant(source, arguments)
    seeds = range(arguments.seed, arguments.seed + arguments.runs)
    beginnings = [priors(relevant, seed) for seed in seeds]
    simulation = Simulation(texts, relevant)
    found = []
    for number, known in enumerate(beginnings, start=1):
        order = simulation.order(known, arguments.batch)
        found.append(asdict(measures(relevant[order])))
        progress(number, arguments.runs)
    return {
        "wss_95": _estimate([each["wss_95"] for each in found], _SAVED),
        "rrf_10": _estimate([each["rrf_10"] for each in found], _SHARE),
        "atd": _estimate([each["atd"] for each in found], _SHARE),
        "share": _estimate([each["to_read"] for each in found], _SHARE),
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
    every = "" if document["batch"] is None else f" after every {document['batch']} texts"
    how = f"{runs}, ordered anew{every or ' as often as in the queue'}"
    figures = [(words, tables.interval(document[name])) for name, words in _ROWS.items()]
    header = ("", "mean, 95 % interval")
    return f"{texts} texts, {relevant} of them relevant; {how}.\n\n{tables.table(header, figures)}"


def _relevant(source: Table, arguments: argparse.Namespace) -> NDArray[np.bool_]:
    """What the column says of each text; enough of both sorts that something is left to find and to save."""
    cells = source.column(arguments.label)
    if arguments.value is not None:
        wanted = arguments.value.strip()
        verdicts = [wanted in _names(cell, arguments.multilabel) for cell in cells]
    elif arguments.multilabel is not None:
        raise RefusalError("Of several labels, say by --value which one is looked for.")
    else:
        numbered = zip(cells, source.lines, strict=True)
        verdicts = [_verdict(cell, line, arguments.label) for cell, line in numbered]
    relevant = np.array(verdicts, dtype=bool)
    if relevant.sum() < 2 or relevant.all():
        raise RefusalError(
            f"By “{arguments.label}”, {relevant.sum()} of {len(relevant)} texts are looked for; "
            "at least two have to be, and at least one must not be."
        )
    return relevant


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


def _estimate(values: Sequence[float], possible: tuple[float, float]) -> dict[str, float | None]:
    mean = float(np.mean(values))
    if len(values) == 1:
        return {"value": mean, "low": None, "high": None}
    margin = float(t.ppf(0.975, len(values) - 1) * np.std(values, ddof=1) / np.sqrt(len(values)))
    least, most = possible
    return {"value": mean, "low": max(mean - margin, least), "high": min(mean + margin, most)}
