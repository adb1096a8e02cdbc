"""Weights of a wave's respondents: raked to known margins, trimmed, or one for everybody, and why.

Does not know what is being estimated. Everybody of a stratum has the same weight, a whole number of
``moments.WEIGHT``, so that sums of weights are exact.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from analytics.estimation.margins import NO_ANSWER, Margin, in_order, margins_to_rake
from analytics.estimation.method import IndexMethod
from analytics.estimation.moments import WEIGHT
from analytics.estimation.raking import NotRakedError, rake

Weights = Mapping[str, int]
"""Stratum → weight of each of its respondents, in units of ``moments.WEIGHT``."""


class WhyNot(StrEnum):
    """Why nobody is weighted."""

    NO_MARGINS = "no_margins"
    TOO_FEW = "too_few"
    DESIGN_EFFECT = "design_effect"


@dataclass(frozen=True)
class Weighting:
    """Weights in force and what they do.

    ``design_effect``: n Σ w² / (Σ w)² of the weights, also of those that it keeps from being used; 1 where
    none were made. ``n_eff``: respondents of weight one who would tell as much as those there are, with the
    weights in force. ``trimmed``: respondents whose weight was cut. ``before_after``: margin → category →
    shares of the population, the sample, the weighted sample, and respondents; also for refused weights.
    """

    weights: Weights
    why_not: WhyNot | None
    margins: tuple[str, ...] = ()
    design_effect: float = 1.0
    n_eff: float = 0.0
    trimmed: int = 0
    before_after: Mapping[str, Mapping[str, Mapping[str, Any]]] = field(default_factory=dict)

    @property
    def used(self) -> bool:
        """Whether anything is weighted."""
        return self.why_not is None


def weigh(
    people: Mapping[str, int], population: Mapping[str, Mapping[str, int]], method: IndexMethod
) -> Weighting:
    """Weights of strata. ``people``: stratum → respondents; ``population``: margin → category → people."""
    n = sum(people.values())
    ones = dict.fromkeys(people, WEIGHT)
    if not population or method.least_category is None or method.most_margins is None:
        return Weighting(ones, WhyNot.NO_MARGINS, n_eff=float(n))
    margins = margins_to_rake(people, population, method.least_category, method.most_margins)
    if not margins:
        return Weighting(ones, WhyNot.TOO_FEW, n_eff=float(n))
    try:
        raked = _raked(people, margins)
    except NotRakedError:
        return Weighting(ones, WhyNot.TOO_FEW, n_eff=float(n))
    weights, trimmed = trim(people, raked, method.trim_low or 0.0, method.trim_high or math.inf)
    effect = design_effect(people, weights)
    refused = method.most_design_effect is not None and effect > method.most_design_effect
    return Weighting(
        weights=ones if refused else weights,
        why_not=WhyNot.DESIGN_EFFECT if refused else None,
        margins=tuple(margin.name for margin in margins),
        design_effect=effect,
        n_eff=float(n) if refused else n / effect,
        trimmed=trimmed,
        before_after={margin.name: _before_after(people, weights, margin) for margin in margins},
    )


def trim(
    people: Mapping[str, int], weights: Mapping[str, float], low: float, high: float
) -> tuple[dict[str, int], int]:
    """Cut weights to ``low`` to ``high`` times their mean, then bring the mean back to one.

    Returns weights in units of WEIGHT and the number of respondents whose weight was cut.
    """
    mean = _mean(people, weights.__getitem__)
    cut = {stratum: min(high, max(low, weight / mean)) for stratum, weight in weights.items()}
    trimmed = sum(n for stratum, n in people.items() if cut[stratum] != weights[stratum] / mean)
    mean = _mean(people, cut.__getitem__)
    return {stratum: round(WEIGHT * weight / mean) for stratum, weight in cut.items()}, trimmed


def design_effect(people: Mapping[str, int], weights: Weights) -> float:
    """How many times larger the variance of a mean is for unequal weights alone: n Σ w² / (Σ w)² (Kish)."""
    squares = sum(weights[stratum] ** 2 * n for stratum, n in people.items())
    return sum(people.values()) * squares / sum(weights[stratum] * n for stratum, n in people.items()) ** 2


def _raked(people: Mapping[str, int], margins: Sequence[Margin]) -> dict[str, float]:
    """Weight of each stratum; strata that no margin tells apart are raked as one."""
    places = {stratum: tuple(margin.category(stratum) for margin in margins) for stratum in sorted(people)}
    crossed = dict.fromkeys(sorted(set(places.values())), 0)
    for stratum, place in places.items():
        crossed[place] += people[stratum]
    weights = rake(
        list(crossed.values()),
        [[place[number] for place in crossed] for number in range(len(margins))],
        [margin.target for margin in margins],
    )
    known = dict(zip(crossed, weights, strict=True))
    return {stratum: known[place] for stratum, place in places.items()}


def _mean(people: Mapping[str, int], weight_of: Callable[[str], float]) -> float:
    return math.fsum(weight_of(stratum) * n for stratum, n in people.items()) / sum(people.values())


def _before_after(people: Mapping[str, int], weights: Weights, margin: Margin) -> dict[str, dict[str, Any]]:
    everybody = sum(people.values())
    weighed = sum(weights[stratum] * n for stratum, n in people.items())
    inside: dict[str, list[str]] = {name: [] for name in sorted(margin.target, key=in_order)}
    for stratum in people:
        inside[margin.category(stratum)].append(stratum)
    return {
        name: {
            "population": None if name == NO_ANSWER else margin.target[name],
            "sample": sum(people[stratum] for stratum in strata) / everybody,
            "weighted": sum(people[stratum] * weights[stratum] for stratum in strata) / weighed,
            "n": sum(people[stratum] for stratum in strata),
        }
        for name, strata in inside.items()
    }
