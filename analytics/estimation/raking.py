"""Raking: weights of strata that make weighted margins what they should be (proportional fitting).

Knows numbers per stratum and target shares. Does not know which margins are meant, nor when to weight at all.

Source: W. E. Deming, F. F. Stephan, Annals of Mathematical Statistics 11 (1940), 427-444.
"""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

MOST_ROUNDS = 5_000
CLOSE_ENOUGH = 1e-11
"""Largest difference of a weighted share from its target, as a share of everybody."""

Floats = npt.NDArray[np.float64]


class NotRakedError(ValueError):
    """The margins cannot be met by these strata: nobody is there who could weigh more."""


def rake(
    people: Sequence[int], margins: Sequence[Sequence[str]], targets: Sequence[Mapping[str, float]]
) -> list[float]:
    """Weight of each stratum, of mean 1 over the people in all.

    ``people``: how many are in each stratum. ``margins``: for each margin the category of each stratum.
    ``targets``: for each margin the share of each category; shares of one margin add up to 1. Strata should
    come in an order of their own: then the same strata give the same digits. Raises NotRakedError.
    """
    base = np.asarray(people, dtype=np.float64)
    total = float(base.sum())
    places = [_places(categories, goal) for categories, goal in zip(margins, targets, strict=True)]
    weights = np.ones(len(base))
    for _ in range(MOST_ROUNDS):
        apart = 0.0
        for place, goal in places:
            found = np.bincount(place, base * weights, len(goal))
            wanted = goal * total
            if ((found == 0.0) & (wanted > 0.0)).any():
                raise NotRakedError("Nobody is in a category that should have somebody.")
            apart = max(apart, float(np.abs(found - wanted).max()) / total)
            weights = weights * np.divide(wanted, found, out=np.ones(len(goal)), where=found > 0.0)[place]
        if apart < CLOSE_ENOUGH:
            return [float(weight) for weight in weights]
    raise NotRakedError("The margins contradict each other in this sample.")


def _places(categories: Sequence[str], goal: Mapping[str, float]) -> tuple[npt.NDArray[np.intp], Floats]:
    names = sorted(goal)
    number = {name: place for place, name in enumerate(names)}
    return np.array([number[category] for category in categories], np.intp), np.array(
        [goal[n] for n in names]
    )
