"""Whether what comes in now is unlike what was learned from, month by month.

Three things are compared between the texts learned from and those of a month: languages, length, and wording.
Wording by a classifier that tries to tell the two apart and is judged on texts left out (Lopez-Paz & Oquab,
Revisiting Classifier Two-Sample Tests, ICLR 2017): its area under the curve is about a half where nobody
could. Chance is known from drawing the two sides again and again (permutation test), for all months and
comparisons together (Bonferroni). Words never met before are counted beside, without a test.

Small differences that are certain mean little and large ones that are not mean nothing: a verdict needs both.
It says that the figures of the past may no longer hold, not that the coder has become worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

from analytics.text.language import detect
from analytics.text.learning.words import WordNgrams, text_groups, words_of
from analytics.text.quality.decided import FEWEST
from analytics.text.quality.measures import DIGITS

MOST_MONTHS = 6
MOST_TEXTS = 400
"""Of each side, drawn at random: enough to see what matters."""
PERMUTATIONS = 999
NO_SIGN, LOOK, STRONG = "no_sign", "look", "strong"
CHANCE = 0.05
_WORTH = {"wording": (0.6, 0.8), "languages": (0.1, 0.25), "length": (1.25, 2.0)}
"""From where a difference is worth a look, and from where it is strong: area under the curve, share of texts
that would have to change their language, ratio of the usual lengths."""

Numbers = NDArray[np.float64]


def drift(learned: Sequence[str], incoming: Mapping[str, Sequence[str]], seed: int = 0) -> dict[str, Any]:
    """Compare each of the newest months (2026-11 → texts) with the texts learned from.

    With under 30 different texts on a side only their number is told. `verdict` is that of the newest month
    that has one; None where none has.
    """
    generator = np.random.default_rng(seed)
    basis = _drawn(learned, generator)
    months = {month: _drawn(incoming[month], generator) for month in sorted(incoming)[-MOST_MONTHS:]}
    compared = [month for month, texts in months.items() if min(len(basis), len(texts)) >= FEWEST]
    found: list[dict[str, Any]] = []
    for month, texts in months.items():
        found.append({"month": month, "n": len(texts)})
        if month in compared:
            differences = _differences(basis, texts, generator)
            found[-1] |= {
                "languages": _languages(texts),
                "unknown_words": _unknown_words(basis, texts),
                "differences": differences,
                "verdict": _verdict(differences, comparisons=len(compared) * len(_WORTH)),
            }
    return {
        "n": len(basis),
        "languages": _languages(basis),
        "unknown_words": _usually_unknown_words(basis),
        "months": found,
        "verdict": next((month["verdict"] for month in reversed(found) if "verdict" in month), None),
    }


def _drawn(texts: Sequence[str], generator: np.random.Generator) -> list[str]:
    """At most 400 different texts; which, follows from the texts and the generator alone."""
    ordered = sorted(texts)
    groups = text_groups(ordered) if ordered else np.empty(0, dtype=np.int_)
    firsts = np.unique(groups, return_index=True)[1]
    if len(firsts) > MOST_TEXTS:
        firsts = np.sort(generator.choice(firsts, MOST_TEXTS, replace=False))
    return [ordered[first] for first in firsts]


def _differences(
    basis: list[str], texts: list[str], generator: np.random.Generator
) -> dict[str, dict[str, float]]:
    """Each difference, what it would be by chance, and how often chance reaches it."""
    side = np.repeat([0.0, 1.0], [len(basis), len(texts)])
    sides = np.column_stack([side, *(generator.permutation(side) for _ in range(PERMUTATIONS))])
    both = basis + texts
    statistics = {"wording": _areas, "languages": _distances, "length": _ratios}
    return {name: _tested(statistic(both, sides)) for name, statistic in statistics.items()}


def _tested(values: Numbers) -> dict[str, float]:
    """From the value as it is, followed by the permuted ones."""
    chance = values[1:]
    p = (1 + int(np.sum(chance >= values[0]))) / (1 + len(chance))
    return {
        "value": round(float(values[0]), DIGITS),
        "by_chance": round(float(chance.mean()), DIGITS),
        "p": round(p, DIGITS),
    }


def _verdict(differences: Mapping[str, Mapping[str, float]], comparisons: int) -> str:
    certain = {name: each["value"] for name, each in differences.items() if each["p"] * comparisons <= CHANCE}
    if any(value >= _WORTH[name][1] for name, value in certain.items()):
        return STRONG
    return LOOK if any(value >= _WORTH[name][0] for name, value in certain.items()) else NO_SIGN


def _areas(texts: list[str], sides: Numbers) -> Numbers:
    """Areas under the curve of a classifier of the sides, one for each column; one solution serves all."""
    features = WordNgrams().fit_transform(texts)
    # A ridge regression in its kernel form, with the error of each text when it is left out, as in `ridge`.
    kernel = (features @ features.T).toarray().astype(np.float64) + 1.0
    inverse = np.linalg.inv(kernel + np.eye(len(texts)))
    left_out = sides - (inverse @ sides) / np.diag(inverse)[:, np.newaxis]
    ranks = rankdata(left_out, axis=0)
    ones = sides.sum(axis=0)
    above = (ranks * sides).sum(axis=0) - ones * (ones + 1) / 2
    areas: Numbers = above / (ones * (len(texts) - ones))
    return areas


def _distances(texts: list[str], sides: Numbers) -> Numbers:
    """The share of texts that would have to change their language for the sides to be alike."""
    codes = np.array([detect(text).code for text in texts])
    marks = (codes[:, np.newaxis] == np.unique(codes)).astype(float)
    apart: Numbers = np.abs(_mean_difference(marks, sides)).sum(axis=0) / 2
    return apart


def _ratios(texts: list[str], sides: Numbers) -> Numbers:
    """How many times longer the texts of one side usually are (geometric means of words)."""
    lengths = np.log([[1 + len(words_of(text))] for text in texts])
    ratios: Numbers = np.exp(np.abs(_mean_difference(lengths, sides)[0]))
    return ratios


def _mean_difference(values: Numbers, sides: Numbers) -> Numbers:
    """Shape (columns of values, columns of sides)."""
    ones, zeros = sides, 1 - sides
    apart: Numbers = (values.T @ ones) / ones.sum(axis=0) - (values.T @ zeros) / zeros.sum(axis=0)
    return apart


def _languages(texts: Sequence[str]) -> dict[str, float]:
    """Language → share of the texts."""
    counts = Counter(detect(text).code for text in texts)
    return {code: round(counts[code] / len(texts), DIGITS) for code in sorted(counts)}


def _unknown_words(basis: Sequence[str], texts: Sequence[str]) -> float:
    """The share of words that no text of the basis has."""
    known = {word for text in basis for word in words_of(text)}
    words = [word for text in texts for word in words_of(text)]
    return round(sum(word not in known for word in words) / max(len(words), 1), DIGITS)


def _usually_unknown_words(basis: Sequence[str]) -> float:
    """The same of each text of the basis against all the others."""
    texts = [words_of(text) for text in basis]
    met_in = Counter(word for words in texts for word in set(words))
    words = [word for each in texts for word in each]
    return round(sum(met_in[word] == 1 for word in words) / max(len(words), 1), DIGITS)
