"""How well, how fast and in how much memory the coder learns labels of short texts, beside the usual recipe.

The baseline is the recipe of the sets' own table: TF-IDF of words (1, 2) and of character n-grams (2 to 5)
inside words, without accents, and a balanced linear support vector machine (C = 0.5), learned again here on
the same rows. The sets are real and may not all be passed on: the folder that holds them is an argument.

Macro F1 here leaves out labels that neither people nor the coder gave in the judged rows.
"""

import argparse
import multiprocessing
import resource
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline, make_union
from sklearn.preprocessing import MultiLabelBinarizer
from sklearn.svm import LinearSVC

from analytics.evaluation.folds import Split, folds
from analytics.evaluation.report import Report, report
from analytics.evaluation.trial import Classifier, Trial, trial
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.lemmas import lemma
from analytics.text.learning.words import text_groups

SEED = 42
FOLDS = 5
FEWEST_WITH_LABEL = 5
COLUMNS = ("", "macro F1", "95 %", "micro F1", "95 %", "macro bare", "fit s", "texts/s")


@dataclass(frozen=True)
class LabelledSet:
    """Texts, labels (an array, or an indicator matrix), and how they may be split, by name."""

    name: str
    texts: list[str]
    target: NDArray[Any]
    fixed: dict[str, Split]

    @property
    def multilabel(self) -> bool:
        """Whether a text has any number of labels."""
        return self.target.ndim == 2

    def splits(self) -> Iterator[tuple[str, list[Split], NDArray[np.int_] | None]]:
        """Name of the protocol, its splits, and the groups whose rows are one observation."""
        for name, split in self.fixed.items():
            yield name, [split], None
        groups = text_groups(self.texts)
        yield f"{FOLDS}-fold", folds(self.target, FOLDS, SEED), None
        yield f"{FOLDS}-fold, copies together", folds(self.target, FOLDS, SEED, groups), groups


def patients(folder: Path) -> LabelledSet:
    """English comments of patients, 42 labels that at least five rows have."""
    rows = pd.read_csv(folder / "nhs_comments.csv").dropna(subset="text").reset_index(drop=True)
    target = _indicator(rows.labels, ";")
    target = target[:, target.sum(axis=0) >= FEWEST_WITH_LABEL]
    held_out = train_test_split(np.arange(len(rows)), test_size=0.2, random_state=SEED)
    return LabelledSet("patients' comments, en", list(rows.text), target, {"80/20": tuple(held_out)})


def reviews(folder: Path) -> LabelledSet:
    """Czech sentences of restaurant reviews, 12 labels."""
    rows = pd.read_csv(folder / "czech_reviews_multilabel.csv")
    return LabelledSet("reviews, cs", list(rows.text), _indicator(rows.labels, "|"), _official(rows))


def sentences(folder: Path) -> Iterator[LabelledSet]:
    """The same sentences in four languages, 7 topics."""
    everything = pd.read_csv(folder / "sentences_topics_cs_en_uk_sk.csv")
    for language in ("cs", "en", "uk", "sk"):
        rows = everything[everything.lang == language].reset_index(drop=True)
        target = rows.category.to_numpy(dtype=object)
        yield LabelledSet(f"sentences, {language}", list(rows.text), target, _official(rows))


def services(folder: Path) -> LabelledSet:
    """Czech descriptions of social services, target groups."""
    rows = pd.read_csv(folder / "service_descriptions_target_groups.csv")
    return LabelledSet("services, cs", list(rows.text), _indicator(rows.derived_target_groups, "|"), {})


def statements(folder: Path) -> LabelledSet:
    """English statements in citizens' conversations, accepted or not: nearly unpredictable from the text."""
    rows = pd.read_csv(folder / "polis_moderation.csv").dropna(subset="comment-body").reset_index(drop=True)
    return LabelledSet("statements, en", list(rows["comment-body"]), rows.moderated.to_numpy(), {})


def baseline(multilabel: bool, words: bool) -> Classifier:
    """The usual recipe: character n-grams, or words beside them."""
    vectorizers = [_tfidf(analyzer="char_wb", ngram_range=(2, 5))]
    if words:
        vectorizers.append(_tfidf(analyzer="word", ngram_range=(1, 2)))
    machine = LinearSVC(C=0.5, class_weight="balanced", random_state=SEED)
    pipeline: Classifier = make_pipeline(
        make_union(*vectorizers), OneVsRestClassifier(machine) if multilabel else machine
    )
    return pipeline


def compare(labelled: LabelledSet) -> None:
    """Print a row for each coder and protocol."""
    bare = [_bare(text) for text in labelled.texts]
    coders: dict[str, Callable[[], Classifier]] = {
        "baseline, char": lambda: baseline(labelled.multilabel, words=False),
        "baseline, word + char": lambda: baseline(labelled.multilabel, words=True),
        "coder": lambda: TextClassifier(multilabel=labelled.multilabel),
    }
    for protocol, splits, groups in labelled.splits():
        print(f"\n{labelled.name}: {protocol}, {len(labelled.texts):,} texts", flush=True)
        _print_row(COLUMNS)
        for name, build in coders.items():
            outcome = trial(build, labelled.texts, [labelled.texts, bare], labelled.target, splits)
            _print_row((name, *_figures(labelled, outcome, groups), *_speed(outcome, len(splits))))


def fit_in_a_process_of_its_own(folder: Path) -> None:
    """Print what retraining on all patients' comments takes from a fresh worker."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        rows, labels, loading, seconds, megabytes = pool.apply(_fitted, (folder,))
    print(f"\n{rows:,} decisions × {labels} labels: retrained in {seconds:.1f} s of one core, dictionaries")
    print(f"loaded once in {loading:.1f} s, peak memory of the process {megabytes:,} MB (pandas included)")


def _fitted(folder: Path) -> tuple[int, int, float, float, int]:
    labelled = patients(folder)
    begun = time.process_time()
    lemma("a")
    loaded = time.process_time()
    TextClassifier(multilabel=True).fit(labelled.texts, labelled.target)
    seconds = time.process_time() - loaded
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return *labelled.target.shape, loaded - begun, seconds, megabytes


def _figures(labelled: LabelledSet, outcome: Trial, groups: NDArray[np.int_] | None) -> Sequence[str]:
    truth = labelled.target[outcome.rows]
    units = None if groups is None else groups[outcome.rows]
    with_accents, without = (_report(truth, answers, units) for answers in outcome.predicted)
    macro, micro = with_accents.macro_f1, with_accents.micro_f1
    return (
        f"{macro.value:.3f}",
        f"{macro.low:.3f}–{macro.high:.3f}",
        f"{micro.value:.3f}",
        f"{micro.low:.3f}–{micro.high:.3f}",
        f"{without.macro_f1.value:.3f}",
    )


def _report(truth: NDArray[Any], answers: NDArray[Any], units: NDArray[np.int_] | None) -> Report:
    if truth.ndim == 1:
        labels = np.unique(truth)
        truth, answers = (each[:, np.newaxis] == labels for each in (truth, answers))
    names = [str(number) for number in range(truth.shape[1])]
    return report(truth, answers, names, units, seed=SEED)


def _speed(outcome: Trial, fits: int) -> tuple[str, str]:
    return f"{outcome.training.seconds / fits:.1f}", f"{outcome.prediction.per_second:,.0f}"


def _print_row(cells: Sequence[str]) -> None:
    name, *figures = cells
    widths = (9, 12, 9, 12, 11, 6, 8)
    aligned = (figure.rjust(width) for figure, width in zip(figures, widths, strict=True))
    print(f"  {name:22}", *aligned, flush=True)


def _indicator(labels: "pd.Series[str]", separator: str) -> NDArray[np.int_]:
    marks = [{mark.strip() for mark in text.split(separator)} - {""} for text in labels.fillna("")]
    matrix: NDArray[np.int_] = MultiLabelBinarizer().fit_transform(marks)
    return matrix


def _official(rows: pd.DataFrame) -> dict[str, Split]:
    judged = (rows.split == "dev").to_numpy()
    return {"train → dev": (np.flatnonzero(~judged), np.flatnonzero(judged))}


def _tfidf(**options: Any) -> TfidfVectorizer:
    return TfidfVectorizer(sublinear_tf=True, strip_accents="unicode", **options)


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def main() -> None:
    """Print every set, then what retraining takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of the labelled sets")
    parser.add_argument("--only", default="", help="part of the name of the sets to run")
    arguments = parser.parse_args()
    for word in ("a", "ї"):
        lemma(word)  # a worker loads its dictionaries once: no coder is charged for it
    folder = arguments.folder
    sets = [patients(folder), reviews(folder), *sentences(folder), services(folder), statements(folder)]
    for labelled in sets:
        if arguments.only in labelled.name:
            compare(labelled)
    fit_in_a_process_of_its_own(folder)


if __name__ == "__main__":
    main()
