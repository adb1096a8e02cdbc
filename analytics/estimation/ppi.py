"""A share from few human labels and many machine scores: prediction-powered inference (PPI++).

Source: A. N. Angelopoulos, J. C. Duchi, T. Zrnic, PPI++: Efficient Prediction-Powered Inference, 2023
(arXiv:2311.01453). For few labels and rare things the interval departs from it, see `_small_sample`;
``docs/method.md`` and ``benchmarks/ppi.py`` show why and with what effect.

Knows numbers only. The gold labels must be a random sample: chosen without regard to what the texts say,
each with a known chance. The scores may be any numbers, but made the same way for gold and rest: a machine
must not have learned from the labels it is compared with. Neither can be seen from the numbers.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from scipy.stats import norm, t

from analytics.estimation.shares import wilson_interval
from analytics.evaluation.proportions import wilson

Floats = npt.NDArray[np.float64]
Numbers = Sequence[float] | Floats

LEAST_REST = 200
"""Below so many unlabelled texts people label everything; the machine would save nobody much."""

PLENTY = 200
"""Gold labels from which the normal approximation is trusted …"""

COMMON = 0.1
"""… for shares at least so far from 0 and from 1 …"""

SURPRISES = 30
"""… of which both the yes and the no were seen at least so often."""

PSEUDO = ((1.0, 1.0), (1.0, 1.0), (0.0, 1.0), (0.0, 1.0))
"""Imaginary (part, whole) labels by which few real ones are kept from looking certain."""

UNEQUAL = "Gold labels, their scores and their weights must be equally many."


class Method(StrEnum):
    """How a share came about."""

    COUNT = "count"
    """Everything was read."""
    GOLD = "gold"
    """The gold labels alone; the rest is too small for the machine and ought to be read."""
    PPI = "ppi"
    """PPI++ with the normal approximation."""
    PPI_SMALL = "ppi_small"
    """PPI++ with the interval for few labels and rare things."""


@dataclass(frozen=True)
class Share:
    """A share in [0, 1] with its interval.

    ``n``: gold labels behind it, of the whole where that is a part itself. ``rest``: unlabelled texts.
    ``weight_of_machine``: λ, from 0 (the scores tell nothing) to 1.
    """

    value: float
    low: float
    high: float
    n: int
    rest: int
    weight_of_machine: float
    method: Method


@dataclass(frozen=True)
class Labels:
    """Gold labels and scores: does a text belong to the part, does it belong to the whole the part is of.

    ``part``, ``whole``: 0 or 1 for each gold text, part ≤ whole. ``part_score``, ``whole_score``: a number
    for each gold text, then for each text of the rest. ``weights``: one over the chance of each gold text to
    be drawn. All one-dimensional.
    """

    part: Floats
    whole: Floats
    part_score: Floats
    whole_score: Floats
    weights: Floats

    @property
    def n(self) -> int:
        """Number of gold texts."""
        return len(self.part)

    @property
    def rest(self) -> int:
        """Number of texts without a label."""
        return len(self.part_score) - len(self.part)


def ppi_mean(
    gold: Numbers,
    predicted: Numbers,
    predicted_rest: Numbers,
    *,
    weights: Numbers | None = None,
    confidence: float = 0.95,
) -> Share:
    """Share of ones in what the texts are a sample of.

    ``gold``: 0 or 1, shape (n,). ``predicted``: scores of the same texts, shape (n,). ``predicted_rest``:
    scores of the others, shape (N,). ``weights``: one over the chance of each gold text to be drawn, equal
    where not given.
    Raises ValueError, with a sentence, for what is no such thing.
    """
    if len(gold) != len(predicted):
        raise ValueError(UNEQUAL)
    return ppi_share_of(
        gold,
        np.ones(len(gold)),
        np.concatenate([_vector(predicted, "scores"), _vector(predicted_rest, "scores of the rest")]),
        np.ones(len(predicted) + len(predicted_rest)),
        weights=weights,
        confidence=confidence,
    )


def ppi_share_of(
    part: Numbers,
    whole: Numbers,
    part_score: Numbers,
    whole_score: Numbers,
    *,
    weights: Numbers | None = None,
    confidence: float = 0.95,
) -> Share:
    """Share of a part in a whole that is itself known from the gold labels only: complaints among relevant.

    Arguments as in `Labels`. R = E part / E whole, by PPI++ on the linearised (part - R · whole) / E whole;
    with a whole of ones this is `ppi_mean`.
    Raises ValueError, with a sentence, where no gold text is in the whole and for inputs that do not fit.
    """
    labels = _checked(part, whole, part_score, whole_score, weights)
    n = int(labels.whole.sum())
    if n == 0:
        raise ValueError("No gold label is there, so nothing can be said about a share.")
    if labels.rest < LEAST_REST:
        return _without_machine(labels, n, confidence)
    plain, machine, variance = _estimate(labels)
    yes = int(labels.part.sum())
    if _effective(labels) >= PLENTY and min(plain, 1.0 - plain) >= COMMON and min(yes, n - yes) >= SURPRISES:
        margin = float(norm.ppf((1.0 + confidence) / 2.0)) * math.sqrt(variance)
        return _share(plain, plain - margin, plain + margin, n, labels.rest, machine, Method.PPI)
    return _small_sample(labels, n, confidence)


def _without_machine(labels: Labels, n: int, confidence: float) -> Share:
    """Share among the gold labels, Wilson's interval; unequal weights count as fewer labels (Kish)."""
    if labels.rest == 0:
        yes = int(labels.part.sum())
        low, high = wilson_interval(yes, n, confidence)
        return Share(yes / n, low, high, n, 0, 0.0, Method.COUNT)
    value = float(labels.weights @ labels.part / (labels.weights @ labels.whole))
    low, high = wilson(value, _effective(labels), confidence)
    return _share(value, low, high, n, labels.rest, 0.0, Method.GOLD)


def _small_sample(labels: Labels, n: int, confidence: float) -> Share:
    """PPI++ with a Wilson interval of the effective number of labels, and the quantile of t with n + 1.

    The variance is that of the labels with four imaginary ones, half yes, half no, which the scores do not
    explain: a few labels in a row without a surprise are no proof that there are none. It says how many
    labels without a machine would tell as much; without the imaginary ones among them, that number gives
    Wilson's interval around the estimate. The estimate leaves them out too: they would pull it to one half.
    """
    pulled, machine, variance = _estimate(_with_imaginary(labels))
    value = min(1.0, max(0.0, _value(labels, machine)))
    real = _effective(labels)
    pulled = min(1.0 - 0.5 / real, max(0.5 / real, pulled))
    effective = pulled * (1.0 - pulled) / variance * real / (real + len(PSEUDO))
    level = 2.0 * float(norm.cdf(t.ppf((1.0 + confidence) / 2.0, real + 1.0))) - 1.0
    low, high = wilson(value, effective, level)
    return _share(value, low, high, n, labels.rest, machine, Method.PPI_SMALL)


def _estimate(labels: Labels) -> tuple[float, float, float]:
    """Return the share, λ and the variance of the share, by PPI++ on the linearised labels.

    λ = clip(cov(y, f) / (var f · (1 + n/N)), 0, 1); variance λ² var f / N + var(y - λ f) / n. With unequal
    weights n is Kish's effective number, N what it leaves of all texts, and the last term the linearised
    Σ w² (r - r̄)² / (Σ w)². For equal weights these are the formulas of the source.
    """
    weights, total = labels.weights, float(labels.weights.sum())
    all_texts = len(labels.part_score)
    effective = total**2 / float(weights @ weights)
    rest = all_texts - effective
    ratio = float(weights @ labels.part) / float(weights @ labels.whole)
    base = float(weights @ labels.whole) / total
    y = (labels.part - ratio * labels.whole) / base
    f = (labels.part_score - ratio * labels.whole_score) / base
    gold = f[: labels.n]
    covariance = float(weights @ ((y - _mean(y, weights)) * (gold - _mean(gold, weights)))) / total
    spread = float(f.var(ddof=1))
    machine = min(1.0, max(0.0, covariance / (spread * (1.0 + effective / rest)))) if spread > 0.0 else 0.0
    left = y - machine * gold
    left = left - _mean(left, weights)
    squares = weights * left
    variance = machine**2 * float(f[labels.n :].var()) / rest + float(squares @ squares) / total**2
    return _value(labels, machine), machine, variance


def _value(labels: Labels, machine: float) -> float:
    """Return the share that λ gives: both means, corrected by how the gold texts differ in their scores."""
    part, whole = (
        _mean(label, labels.weights) + machine * _shift(score, labels)
        for label, score in ((labels.part, labels.part_score), (labels.whole, labels.whole_score))
    )
    return part / whole if whole > 0.0 else _mean(labels.part, labels.weights)


def _shift(score: Floats, labels: Labels) -> float:
    """Mean score of the rest - mean score of the gold texts; the rest is what all texts leave of these."""
    effective = float(labels.weights.sum()) ** 2 / float(labels.weights @ labels.weights)
    share_of_rest = (len(score) - effective) / len(score)
    return (float(score.mean()) - _mean(score[: labels.n], labels.weights)) / share_of_rest


def _effective(labels: Labels) -> float:
    """Number of gold labels of the whole with equal weights that would tell as much (Kish)."""
    weights = labels.weights * labels.whole
    return float(weights.sum()) ** 2 / float(weights @ weights)


def _with_imaginary(labels: Labels) -> Labels:
    part, whole = np.array(PSEUDO).T

    def lengthened(score: Floats) -> Floats:
        usual = np.full(len(PSEUDO), score.mean())
        return np.concatenate([score[: labels.n], usual, score[labels.n :]])

    return Labels(
        np.concatenate([labels.part, part]),
        np.concatenate([labels.whole, whole]),
        lengthened(labels.part_score),
        lengthened(labels.whole_score),
        np.concatenate([labels.weights, np.full(len(PSEUDO), labels.weights.mean())]),
    )


def _share(value: float, low: float, high: float, n: int, rest: int, machine: float, method: Method) -> Share:
    value = min(1.0, max(0.0, value))
    return Share(value, max(0.0, min(low, value)), min(1.0, max(high, value)), n, rest, machine, method)


def _mean(values: Floats, weights: Floats) -> float:
    return float(weights @ values) / float(weights.sum())


def _checked(
    part: Numbers, whole: Numbers, part_score: Numbers, whole_score: Numbers, weights: Numbers | None
) -> Labels:
    """Check the inputs and put the texts into an order of their own: the order given changes no digit."""
    labels = Labels(
        _vector(part, "gold labels"),
        _vector(whole, "gold labels"),
        _vector(part_score, "scores"),
        _vector(whole_score, "scores"),
        np.ones(len(part)) if weights is None else _vector(weights, "weights"),
    )
    n, scored = labels.n, len(labels.part_score)
    if len(labels.whole) != n or len(labels.weights) != n or len(labels.whole_score) != scored or scored < n:
        raise ValueError(UNEQUAL)
    if not (np.isin(labels.part, (0.0, 1.0)).all() and np.isin(labels.whole, (0.0, 1.0)).all()):
        raise ValueError("Gold labels must be 0 or 1.")
    if (labels.part > labels.whole).any():
        raise ValueError("A text cannot belong to the part and not to the whole.")
    if (labels.weights <= 0.0).any():
        raise ValueError("Weights must be greater than 0.")
    gold = np.lexsort(
        (labels.weights, labels.whole_score[:n], labels.part_score[:n], labels.whole, labels.part)
    )
    rest = n + np.lexsort((labels.whole_score[n:], labels.part_score[n:]))
    order = np.concatenate([gold, rest])
    return Labels(
        labels.part[gold],
        labels.whole[gold],
        labels.part_score[order],
        labels.whole_score[order],
        labels.weights[gold],
    )


def _vector(numbers: Numbers, name: str) -> Floats:
    vector = np.asarray(numbers, dtype=np.float64)
    if vector.ndim != 1:
        raise ValueError(f"The {name} must be one column of numbers.")
    if not np.isfinite(vector).all():
        raise ValueError(f"Some of the {name} are missing or no finite numbers.")
    return vector
