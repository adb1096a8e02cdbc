"""Measures the order of reading beside ASReview's default model: same texts, same beginnings, same run.

`python -m benchmarks.reading_order DATA` takes the folder of the labelled sets. ASReview is installed from
PyPI into an environment of its own (`--asreview` says where; made where it is missing) and runs its own
simulation, see `asreview_runs`. It orders anew after every text, Ohlas as often as in the product: after
every text at first, later after every ten. That takes ASReview up to an hour; `--keep FOLDER` lets a later
run read its orders instead, as long as texts, beginnings, `asreview_runs` and all libraries are the same.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.stats import t

from analytics.text.ranking.measures import measures
from analytics.text.ranking.simulation import Simulation, priors

DEFAULT_ENVIRONMENT = Path(tempfile.gettempdir()) / "ohlas-asreview"
RUNS = 10
FIRST_SEED = 1
ASREVIEW_RUNS = Path(__file__).with_name("asreview_runs.py")
ROWS_OF_NHS = 1_500
LABELS_OF_A_SET = 4
RARE, FREQUENT = 0.03, 0.25


@dataclass(frozen=True)
class Task:
    """Texts of which some are looked for. Those of abstracts are long, all others are short comments."""

    name: str
    texts: list[str]
    relevant: NDArray[np.bool_]
    short: bool = True


class Baseline:
    """ASReview in an environment of its own, whose Python is given; its answers may be kept in a folder."""

    def __init__(self, python: Path, kept: Path | None) -> None:
        self._python = python
        self._kept = kept

    def orders(self, task: Task, beginnings: list[tuple[int, NDArray[np.int_]]]) -> dict[str, Any]:
        """What `asreview_runs` answers about a task; nothing but that program and its libraries says it."""
        asked = json.dumps(
            {
                "texts": task.texts,
                "relevant": task.relevant.astype(int).tolist(),
                "runs": [[seed, known.tolist()] for seed, known in beginnings],
            }
        )
        said = self._answer(asked) if self._kept is None else self._answer_once(asked, self._kept)
        answer: dict[str, Any] = json.loads(said)
        return answer

    def _answer_once(self, asked: str, folder: Path) -> str:
        question = "\0".join((self._libraries, ASREVIEW_RUNS.read_text(encoding="utf-8"), asked))
        file = folder / f"{hashlib.sha256(question.encode()).hexdigest()}.json"
        if not file.exists():
            said = self._answer(asked)
            folder.mkdir(parents=True, exist_ok=True)
            file.write_text(said, encoding="utf-8")
        return file.read_text(encoding="utf-8")

    @cached_property
    def _libraries(self) -> str:
        return self._run("-m", "pip", "list", "--format=freeze") + self._run("--version")

    def _answer(self, asked: str) -> str:
        return self._run(str(ASREVIEW_RUNS), said=asked)

    def _run(self, *arguments: str, said: str = "") -> str:
        with tempfile.TemporaryDirectory() as folder:  # ASReview leaves a cache wherever it is started
            done = subprocess.run(
                [self._python, *arguments],
                input=said,
                capture_output=True,
                text=True,
                check=True,
                cwd=folder,
                env={**os.environ, "OMP_NUM_THREADS": "1"},
            )
        return done.stdout


def main() -> None:
    """Print a row for each set as soon as it is measured, then the means."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the labelled sets")
    parser.add_argument("--asreview", type=Path, default=DEFAULT_ENVIRONMENT, help="environment of ASReview")
    parser.add_argument("--keep", type=Path, help="folder in which ASReview's orders are kept")
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--only", default="", help="only the sets whose name begins so")
    arguments = parser.parse_args()
    baseline = Baseline(_environment(arguments.asreview), arguments.keep)
    nothing = Task("", ["a text", "another"], np.array([True, False]))
    print("Baseline: ASReview {version}, {model}".format(**baseline.orders(nothing, [])))
    print(f"{'':36} {'n':>5} {'rel.':>5}  WSS@95 of ASReview, Ohlas: difference [95 %]   RRF@10       ATD")
    ahead: dict[bool, list[float]] = {True: [], False: []}
    for task in _tasks(arguments.data):
        if task.name.startswith(arguments.only):
            ahead[task.short].append(_measured(task, baseline, arguments.runs))
    for short, differences in ahead.items():
        if differences:
            kind = "short comments" if short else "abstracts"
            print(f"{kind}: {np.mean(differences):+.3f} in the mean, {min(differences):+.3f} at least")


def _measured(task: Task, baseline: Baseline, runs: int) -> float:
    beginnings = [(seed, priors(task.relevant, seed)) for seed in range(FIRST_SEED, FIRST_SEED + runs)]
    theirs = baseline.orders(task, beginnings)
    simulation = Simulation(task.texts, task.relevant)
    ours = [simulation.order(known) for _, known in beginnings]
    pairs = [
        (_figures(task, their, known), _figures(task, our, known))
        for (_, known), their, our in zip(beginnings, theirs["orders"], ours, strict=True)
    ]
    before, after = (np.array([pair[side] for pair in pairs]) for side in (0, 1))
    differences = after[:, 0] - before[:, 0]
    margin = t.ppf(0.975, runs - 1) * differences.std(ddof=1) / np.sqrt(runs) if runs > 1 else np.nan
    (wss, rrf, atd, _), (our_wss, our_rrf, our_atd, _) = before.mean(axis=0), after.mean(axis=0)
    print(
        f"{task.name:36.36} {len(task.texts):5} {task.relevant.sum():5}  {wss:6.3f}, {our_wss:.3f}: "
        f"{differences.mean():+.3f} [{differences.mean() - margin:+.3f}, {differences.mean() + margin:+.3f}]"
        f"  {rrf:.3f}, {our_rrf:.3f}  {atd:.3f}, {our_atd:.3f}",
        flush=True,
    )
    return float(differences.mean())


def _figures(task: Task, order: Any, known: NDArray[np.int_]) -> tuple[float, ...]:
    """The measures of an order; what ASReview left unread after the last relevant text follows."""
    read = np.asarray(order, dtype=np.int_)
    unread = np.setdiff1d(np.arange(len(task.texts)), np.concatenate([read, known]))
    return astuple(measures(task.relevant[np.concatenate([read, unread])]))


def _environment(folder: Path) -> Path:
    """The Python of an environment with ASReview, made where it is missing."""
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "asreview"], check=True)
    return python


def _tasks(data: Path) -> Iterator[Task]:
    yield from _topics(data)
    articles = pd.read_csv(data / "screening_nagtegaal_2019.csv").fillna({"title": "", "abstract": ""})
    texts = (articles["title"] + " " + articles["abstract"]).tolist()
    yield Task("abstracts: Nagtegaal 2019", texts, articles["label_included"].to_numpy() == 1, short=False)
    yield from _labels(
        "reviews", pd.read_csv(data / "czech_reviews_multilabel.csv"), "|", lambda label: label.title()
    )
    comments = pd.read_csv(data / "nhs_comments.csv").dropna(subset=["text"])
    yield from _labels("NHS", comments.sample(ROWS_OF_NHS, random_state=1), ";", str)
    yield from _moderation(data)


def _topics(data: Path) -> Iterator[Task]:
    """Each topic against the rest, in one language after the other."""
    sentences = pd.read_csv(data / "sentences_topics_cs_en_uk_sk.csv")
    languages = sorted(sentences["lang"].unique())
    for number, topic in enumerate(sorted(sentences["category"].unique())):
        language = languages[number % len(languages)]
        own = sentences[sentences["lang"] == language]
        yield Task(f"topics {language}: {topic}", own["text"].tolist(), (own["category"] == topic).to_numpy())


def _labels(name: str, table: pd.DataFrame, separator: str, spelled: Any) -> Iterator[Task]:
    """The most frequent labels that a 3 % to 25 % of the texts have, each against the rest."""
    labels = [{label.strip() for label in str(cell).split(separator)} for cell in table["labels"]]
    counts = Counter(label for each in labels for label in each)
    size = len(table)
    kept = [label for label, n in counts.most_common() if RARE * size <= n <= FREQUENT * size]
    for label in kept[:LABELS_OF_A_SET]:
        relevant = np.array([label in each for each in labels])
        yield Task(f"{name}: {spelled(label)}", table["text"].tolist(), relevant)


def _moderation(data: Path) -> Iterator[Task]:
    """What moderators accepted, in the conversations in which they rejected the most."""
    statements = pd.read_csv(data / "polis_moderation.csv").dropna(subset=["comment-body"])
    accepted = statements["moderated"] == 1
    by_conversation = accepted.groupby(statements["conv"]).agg(["size", "mean"])
    by_conversation = by_conversation[by_conversation["size"].between(300, 2_000)]
    for conversation in by_conversation.sort_values("mean").index[:2]:
        own = statements["conv"] == conversation
        texts = statements.loc[own, "comment-body"].tolist()
        yield Task(f"moderation: {conversation}", texts, accepted[own].to_numpy())


if __name__ == "__main__":
    main()
