"""`evaluate`: how well the coder learns to tell labels from texts, on any labelled CSV.

The coder is the one that learns from a town's decisions, `TextClassifier`, trained as the product trains it.
Answers of all folds are pooled and judged once. Conventions of the figures stand in `evaluation.metrics`,
those of labels in `labelled`, those of folds in `evaluation.folds`.
"""

from __future__ import annotations

import argparse
import time
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sklearn

from analytics.commands import protocol, tables
from analytics.commands.options import add_seed, separator, whole
from analytics.commands.protocol import FEWEST_ROWS, Protocol
from analytics.commands.terminal import progress
from analytics.evaluation.report import difference_in_macro_f1, report
from analytics.evaluation.trial import Trial, trial
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.lemmas import lemma
from analytics.text.learning.words import words_of

_FOLDS = 5
_IN_ALL = {
    "macro_f1": "macro F1 (mean of the labels)",
    "micro_f1": "micro F1 (all labels together)",
    "samples_f1": "samples F1 (mean of the texts)",
    "exact_match": "exact match",
    "loss_without_diacritics": "macro F1 lost without accents",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `evaluate`."""
    parser.add_argument("--text", required=True, metavar="COL", help="column of the texts")
    parser.add_argument("--labels", required=True, metavar="COL", help="column of the labels people gave")
    parser.add_argument(
        "--multilabel",
        type=separator,
        metavar="SEP",
        help="a text has any number of labels, with SEP between them",
    )
    parser.add_argument(
        "--group-duplicates",
        action="store_true",
        help="never judge a text that was learned from: texts that differ in case, accents, spaces and "
        "punctuation alone stay together, and count as one in the intervals",
    )
    parser.add_argument(
        "--strip-diacritics",
        action="store_true",
        help="learn from texts as they are, judge them without accents, and say what that costs",
    )
    judged = parser.add_mutually_exclusive_group()
    judged.add_argument(
        "--folds", type=whole(2), default=_FOLDS, metavar="N", help=f"shuffled folds (default: {_FOLDS})"
    )
    judged.add_argument(
        "--test", metavar="FILE", help="learn from the whole of the first file, judge this one"
    )
    parser.add_argument(
        "--min-count",
        type=whole(0),
        metavar="N",
        help="leave out labels with fewer than N texts to learn from "
        f"(default: {FEWEST_ROWS} with --multilabel; 0 without, where the texts would go with their label)",
    )
    add_seed(parser, "folds and draws")


def run(arguments: argparse.Namespace) -> dict[str, object]:
    """Evaluate. Figures are value, low and high, a 95 % interval from 1,000 bootstrap draws of the texts.

    Raises RefusalError when the files do not hold what was asked for.
    """
    asked = protocol.build(arguments)
    bare = [[_without_accents(text) for text in asked.texts]] if arguments.strip_diacritics else []
    loading = _load_dictionaries(asked.texts)
    outcome = trial(
        lambda: TextClassifier(multilabel=not asked.single, seed=arguments.seed),
        asked.texts,
        [*bare, asked.texts],
        asked.target,
        asked.splits,
        lambda done: progress(done, len(asked.splits)),
    )
    truth, answers = asked.truth[outcome.rows], [asked.marks(each) for each in outcome.predicted]
    units = asked.groups[outcome.rows] if arguments.group_duplicates else None
    document = report(truth, answers[0], asked.labels, units, seed=arguments.seed).document()
    if bare:
        loss = difference_in_macro_f1(truth, answers[1], answers[0], units, seed=arguments.seed)
        document["loss_without_diacritics"] = loss.document()
    return {**document, **_circumstances(asked, outcome, loading, arguments)}


def table(document: Mapping[str, Any]) -> str:
    """The document of `run` for people."""
    return "\n".join(_lines(document))


def _circumstances(
    asked: Protocol, outcome: Trial, loading: float, arguments: argparse.Namespace
) -> dict[str, object]:
    """How the figures came about, and how fast."""
    training, prediction = outcome.training, outcome.prediction
    return {
        "labels": asked.labels,
        "single_choice": asked.single,
        "left_out": asked.left_out.document(),
        "folds": None if arguments.test else len(asked.splits),
        "grouped": arguments.group_duplicates,
        "copies_learned_from": asked.seen_before(),
        "without_diacritics": arguments.strip_diacritics,
        "seed": arguments.seed,
        "seconds": {"loading": loading, "training": training.seconds, "prediction": prediction.seconds},
        "texts_per_second_training": training.per_second,
        "texts_per_second_prediction": prediction.per_second,
        "version": {"scikit-learn": sklearn.__version__},
    }


def _lines(document: Mapping[str, Any]) -> Iterator[str]:
    choice = "one label for each" if document["single_choice"] else "any number of labels for each"
    yield f"{tables.count(document['n'])} texts judged, {len(document['labels'])} labels, {choice}."
    yield from _protocol_lines(document)
    yield ""
    in_all = [(name, tables.interval(document[key])) for key, name in _IN_ALL.items() if key in document]
    yield tables.table(("", "95 % interval"), in_all)
    yield ""
    rows = sorted(document["per_label"].items(), key=lambda item: (-item[1]["n"], item[0]))
    yield tables.table(
        ("label", "n", "given", "precision", "recall", "F1, 95 % interval"),
        [_label_row(label, each) for label, each in rows],
    )
    yield ""
    training, prediction = (document[f"texts_per_second_{part}"] for part in ("training", "prediction"))
    pace = f"{tables.count(training)} learned from, {tables.count(prediction)} judged"
    loading = f"{document['seconds']['loading']:.1f} s"
    yield f"Texts a second on one core: {pace}; dictionaries loaded once in {loading}."


def _protocol_lines(document: Mapping[str, Any]) -> Iterator[str]:
    if document["folds"] is None:
        yield "Learned from one file, judged on another."
    else:
        yield f"{document['folds']} shuffled folds, seed {document['seed']}."
    if document["grouped"]:
        yield "Copies of a text stay on one side and count as one in the intervals."
    else:
        copies = tables.count(document["copies_learned_from"])
        yield f"Judged although a copy was learned from: {copies} (--group-duplicates prevents it)."
    if document["without_diacritics"]:
        yield "Learned from texts as they are, judged without accents."
    left_out = document["left_out"]
    if left_out["labels"]:
        shown = ", ".join(f"{label} ({n})" for label, n in left_out["labels"].items())
        texts = tables.count(left_out["texts_with_such_labels"])
        yield tables.wrapped(f"Left out, with too few texts to learn from: {shown}; {texts} texts concerned.")
    for key, why in (
        ("texts_without_label", "no label"),
        ("copies_of_judged_texts", "a copy that is judged"),
    ):
        if left_out[key]:
            yield f"Left out: {tables.count(left_out[key])} texts with {why}."


def _label_row(label: str, figures: Mapping[str, Any]) -> tuple[str, ...]:
    shares = ("–" if figures[key] is None else f"{figures[key]:.3f}" for key in ("precision", "recall"))
    counts = (tables.count(figures[key]) for key in ("n", "predicted"))
    return (label, *counts, *shares, tables.interval(figures))


def _load_dictionaries(texts: Sequence[str]) -> float:
    """Seconds that a worker spends once in its life: they belong to no text."""
    started = time.process_time()
    for word in {word for text in texts for word in words_of(text)}:
        lemma(word)
    return time.process_time() - started


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if not unicodedata.combining(c)))
