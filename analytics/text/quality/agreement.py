"""How far people agree who coded the same texts without seeing each other's verdict, beyond chance.

Krippendorff's alpha (nominal) takes any number of coders and codings that are missing. Cohen's kappa is
between two coders; of several, the mean over pairs of coders is taken, weighted by the texts they share. Both
are 1 when all agree, 0 when they agree as often as chance would have it, and below when less. Where everybody
gave everything the same code, chance would agree as well and neither is defined: the value is None.

Knows codings as mappings, no tables, and of people only what tells them apart.

Sources: K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011; J. Cohen, A coefficient of
agreement for nominal scales, Educational and Psychological Measurement 20 (1960), 37-46.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from analytics.evaluation.bootstrap import DRAWS, Estimate, drawn_sums, estimate

Numbers = NDArray[np.float64]
_NOTHING = 1e-12
"""Below, a divisor is a rounding error of zero."""
Coding = Mapping[Hashable, Hashable]
"""Who gave one text which code. Who did not code it is not in it."""


@dataclass(frozen=True)
class Agreement:
    """On `units` texts that at least two of `coders` people coded; intervals from drawing the texts again.

    `observed` is the share of pairs of codings that are equal, whatever chance would do.
    """

    units: int
    coders: int
    observed: Estimate
    kappa: Estimate
    alpha: Estimate

    def document(self) -> dict[str, object]:
        """As JSON holds it."""
        figures = {"observed": self.observed, "kappa": self.kappa, "alpha": self.alpha}
        return {
            "n": self.units,
            "coders": self.coders,
            **{name: figure.document() for name, figure in figures.items()},
        }


def agreement(codings: Sequence[Coding], draws: int = DRAWS, seed: int = 0) -> Agreement:
    """Agreement on one code of a text; texts that fewer than two people coded do not count."""
    shared = [coding for coding in codings if len(coding) > 1]
    codes = _numbered(code for coding in shared for code in coding.values())
    coders = _numbered(coder for coding in shared for coder in coding)
    if not shared:
        nothing = Estimate(None, None, None)
        return Agreement(0, 0, nothing, nothing, nothing)
    by_code = _by_code(shared, codes)
    by_pair = _by_pair(shared, codes, coders)
    columns = np.column_stack([by_code, by_pair.reshape(len(shared), -1)])
    sums = np.vstack([columns.sum(axis=0), drawn_sums(columns, draws, seed)])
    observed, alpha = _observed_and_alpha(sums[:, : by_code.shape[1]])
    kappa = _kappa(sums[:, by_code.shape[1] :].reshape(len(sums), *by_pair.shape[1:]))
    return Agreement(
        units=len(shared),
        coders=len(coders),
        observed=estimate(observed[0], observed[1:]),
        kappa=estimate(kappa[0], kappa[1:]),
        alpha=estimate(alpha[0], alpha[1:]),
    )


def agreement_by_label(
    codings: Sequence[Mapping[Hashable, Collection[str]]],
    labels: Sequence[str],
    draws: int = DRAWS,
    seed: int = 0,
) -> dict[str, Agreement]:
    """Agreement on each label where a text may have any number: given or not given."""
    return {
        label: agreement(
            [{coder: label in given for coder, given in coding.items()} for coding in codings], draws, seed
        )
        for label in labels
    }


def _numbered(values: Iterable[Hashable]) -> dict[Hashable, int]:
    numbers: dict[Hashable, int] = {}
    for value in values:
        numbers.setdefault(value, len(numbers))
    return numbers


def _by_code(shared: Sequence[Coding], codes: Mapping[Hashable, int]) -> Numbers:
    """Of each text: 1, its share of equal pairs, its disagreement, and how often it was given each code."""
    counts = np.zeros((len(shared), len(codes)))
    for row, coding in enumerate(shared):
        for code in coding.values():
            counts[row, codes[code]] += 1
    coded = counts.sum(axis=1)
    unequal = coded**2 - (counts**2).sum(axis=1)
    equal_share = 1 - unequal / (coded * (coded - 1))
    return np.column_stack([np.ones(len(shared)), equal_share, unequal / (coded - 1), counts])


def _observed_and_alpha(sums: Numbers) -> tuple[Numbers, Numbers]:
    """Sums of `_by_code` in rows."""
    texts, equal_share, disagreement, counts = sums[:, 0], sums[:, 1], sums[:, 2], sums[:, 3:]
    codings = counts.sum(axis=1)
    by_chance = (codings**2 - (counts**2).sum(axis=1)) / (codings - 1)
    return equal_share / texts, 1 - _ratio(disagreement, by_chance)


def _by_pair(
    shared: Sequence[Coding], codes: Mapping[Hashable, int], coders: Mapping[Hashable, int]
) -> Numbers:
    """Of each text and pair of coders: which codes the two gave; shape (texts, pairs, codes, codes)."""
    met = [sorted(coding, key=coders.__getitem__) for coding in shared]
    pairs = _numbered(pair for each in met for pair in combinations(each, 2))
    crossed = np.zeros((len(shared), len(pairs), len(codes), len(codes)))
    for row, (coding, each) in enumerate(zip(shared, met, strict=True)):
        for one, other in combinations(each, 2):
            crossed[row, pairs[one, other], codes[coding[one]], codes[coding[other]]] = 1
    return crossed


def _kappa(sums: Numbers) -> Numbers:
    """Sums of `_by_pair`, shape (sums, pairs, codes, codes)."""
    texts = sums.sum(axis=(2, 3))
    equal = _ratio(np.trace(sums, axis1=2, axis2=3), texts)
    by_chance = _ratio((sums.sum(axis=2) * sums.sum(axis=3)).sum(axis=2), texts**2)
    kappas = _ratio(equal - by_chance, 1 - by_chance)
    weights = np.where(np.isnan(kappas), 0.0, texts)
    return _ratio((np.nan_to_num(kappas) * weights).sum(axis=1), weights.sum(axis=1))


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    """nan where there is nothing to divide by."""
    ratio = np.full(whole.shape, np.nan)
    np.divide(part, whole, out=ratio, where=whole > _NOTHING)
    return ratio
