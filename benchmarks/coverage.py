"""Do the intervals of the index hold: `python -m benchmarks.coverage`.

Towns are simulated whose true mean is known; people are drawn and answer, and counted is how often the 95 %
interval of the product holds the truth: plain samples of 30 and more, samples that miss the young and
are raked to margins, households that answer alike, shares of top marks, and changes between two waves.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from analytics.estimation.change import Mean, change
from analytics.estimation.linearised import linearised
from analytics.estimation.method import METHOD_3
from analytics.estimation.moments import POINT, WEIGHT, Moments
from analytics.estimation.parts import share_part, survey_part
from analytics.estimation.weighting import weigh

Random = np.random.Generator
Scores = npt.NDArray[np.float64]
Held = Callable[[Random], bool]

MARKS = np.array([0.0, 25.0, 50.0, 75.0, 100.0])
CONTENT = (0.06, 0.09, 0.15, 0.30, 0.40)
MIXED = (0.15, 0.20, 0.30, 0.20, 0.15)
AGES = ("19-26", "27-64", "65-80")
TOWN = {"age": {"19-26": 1500, "27-64": 5500, "65-80": 3000}, "sex": {"f": 5200, "m": 4800}}
REACHED = {"19-26": 0.7, "27-64": 1.0, "65-80": 1.5}
"""How readily people of an age answer, against those of 27 to 64."""
LIFT = {"19-26": -8.0, "27-64": 0.0, "65-80": 5.0}
"""How much more content people of an age are, in points."""
STRONGER = 2.0
"""Powers of REACHED and multiples of LIFT for a sample that is more amiss than weights can mend."""


def person(random: Random, n: int, shares: tuple[float, ...]) -> Scores:
    """Respondent scores: the mean of five items that go together."""
    mood = random.choice(MARKS, (n, 1), p=shares)
    own = random.choice(MARKS, (n, 5), p=shares)
    return np.asarray(np.where(random.random((n, 5)) < 0.5, mood, own).mean(axis=1))


def truth(shares: tuple[float, ...]) -> float:
    """Mean of the town."""
    return float(MARKS @ np.array(shares))


def moments(scores: Scores, weight: int = WEIGHT) -> Moments:
    """Sums of respondents of one weight, as the tallies hold them."""
    points = [round(score * POINT) for score in scores.tolist()]
    return Moments.of_stratum(weight, len(points), sum(points), sum(point * point for point in points))


def plain(n: int, shares: tuple[float, ...]) -> Held:
    """A sample of n with weights of one."""

    def held(random: Random) -> bool:
        found = survey_part(moments(person(random, n, shares)), 0.95)
        return found.low <= truth(shares) <= found.high

    return held


def raked(n: int, times: float = 1.0) -> Held:
    """A sample that reaches the old more than the young, who are less content; raked to age and sex."""
    readiness = np.array([TOWN["age"][age] * REACHED[age] ** times for age in AGES])
    lifted = times * sum(LIFT[age] * TOWN["age"][age] for age in AGES) / sum(TOWN["age"].values())
    town = 0.6 * truth(MIXED) + lifted + 20.0

    def held(random: Random) -> bool:
        ages = random.choice(AGES, n, p=readiness / readiness.sum())
        sexes = random.choice(["f", "m"], n, p=[0.65, 0.35])
        scores = (
            0.6 * person(random, n, MIXED) + 20.0 + np.array([times * LIFT[age] for age in ages.tolist()])
        )
        strata: defaultdict[str, list[float]] = defaultdict(list)
        for age, sex, score in zip(ages.tolist(), sexes.tolist(), scores.tolist(), strict=True):
            strata[f"age={age}&sex={sex}"].append(score)
        weights = weigh({stratum: len(found) for stratum, found in strata.items()}, TOWN, METHOD_3).weights
        added = Moments()
        for stratum, found in strata.items():
            added += moments(np.array(found), weights[stratum])
        estimate = survey_part(added, 0.95)
        return estimate.low <= town <= estimate.high

    return held


def in_households(households: int, alike: float) -> Held:
    """Households of three that answer alike with this probability; weights 1 to 3 at random."""

    def held(random: Random) -> bool:
        scores = person(random, 3 * households, MIXED)
        shared = np.repeat(person(random, households, MIXED), 3)
        scores = np.where(random.random(3 * households) < alike, shared, scores)
        weights = random.integers(1, 4, 3 * households).tolist()
        found = linearised(scores.tolist(), weights, np.repeat(np.arange(households), 3).tolist())
        low, high = found.interval(0.95)
        return low <= truth(MIXED) <= high

    return held


def top_marks(n: int, share: float) -> Held:
    """Share of top marks among n, half of whom weigh twice as much."""

    def held(random: Random) -> bool:
        counts = [(weight, int(random.binomial(n // 2, share)), n // 2) for weight in (WEIGHT, 2 * WEIGHT)]
        found = share_part(counts, 0.95)
        return found.low <= 100 * share <= found.high

    return held


def changed(n: int) -> Held:
    """The difference of two waves of n, from a mixed to a content town."""

    def held(random: Random) -> bool:
        pair = [survey_part(moments(person(random, n, shares)), 0.95) for shares in (CONTENT, MIXED)]
        now, before = (Mean(found.value, found.variance or 0.0) for found in pair)
        _, low, high, _ = change(now, before, 0.95)
        return low <= truth(CONTENT) - truth(MIXED) <= high

    return held


def rows() -> Iterator[tuple[str, Held]]:
    """Every simulated case with its name."""
    for n in (30, 60, 100, 400):
        yield f"plain, content, n = {n}", plain(n, CONTENT)
        yield f"plain, mixed, n = {n}", plain(n, MIXED)
    for n in (100, 200, 400, 1000):
        yield f"raked, n = {n}", raked(n)
    for n in (100, 200, 400, 1000):
        yield f"raked, too much amiss, n = {n}", raked(n, STRONGER)
    for households in (30, 60, 200):
        for alike in (0.3, 0.9):
            yield f"{households} households, alike {alike}", in_households(households, alike)
    for n in (30, 100, 400):
        for share in (0.1, 0.4):
            yield f"share {share}, weighted, n = {n}", top_marks(n, share)
    for n in (30, 100, 400):
        yield f"change, n = {n}", changed(n)


def coverage(held: Held, runs: int, seed: int) -> float:
    """Share of simulated samples whose interval holds the truth."""
    random = np.random.default_rng(seed)
    return sum(held(random) for _ in range(runs)) / runs


def main() -> None:
    """Print a row for each case; with fewer runs faster and less exact."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=4000, help="simulated samples for each row")
    runs = options.parse_args().runs
    for number, (name, held) in enumerate(rows()):
        print(f"{name:<34} {100 * coverage(held, runs, seed=number):5.1f}", flush=True)


if __name__ == "__main__":
    main()
