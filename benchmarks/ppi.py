"""Do the intervals of shares hold, and what does the machine save: `python -m benchmarks.ppi`.

Comments are simulated: a share of them is about something, a machine of one of ten kinds scores them, people
label a random sample. Over many such towns the benchmark counts how often the interval holds the true share,
and prints the rule of the product beside the rule of the source, the first rule of the method (imaginary
labels as in its literature), gold labels alone, and naive counting of the machine's labels. `ppi-python` is
installed into an environment of its own and must give the same figures where the rules are the same.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import venv
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.stats import norm, t

from analytics.estimation.ppi import Method, ppi_mean, ppi_share_of
from analytics.evaluation.proportions import wilson
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.unseen import unseen_scores

PPI_PYTHON = "ppi-python==0.2.3"
Z = float(norm.ppf(0.975))
GOLD = (50, 100, 200, 400)
SHARES = (0.02, 0.05, 0.1, 0.15, 0.3, 0.45, 0.6)
REST = 2000

Floats = npt.NDArray[np.float64]
Random = np.random.Generator
Scores = Callable[[Random, Floats, float], Floats]
Interval = tuple[float, float]


def posterior(separation: float, gain: float = 1.0, believed: float | None = None) -> Scores:
    """Probabilities of a machine that sees a normal signal; calibrated for gain 1 and no wrong belief."""

    def scores(random: Random, truth: Floats, share: float) -> Floats:
        base = share if believed is None else believed
        signal = random.normal(size=truth.shape) + separation * truth
        logit = np.log(base / (1 - base)) + separation * signal - separation**2 / 2
        return np.asarray(1 / (1 + np.exp(-gain * logit)))

    return scores


def _wrong_in_two_of_a_hundred(random: Random, truth: Floats, share: float) -> Floats:
    return np.where(random.random(truth.shape) < 0.02, 1 - truth, truth)


def _finds_half(random: Random, truth: Floats, share: float) -> Floats:
    return truth * (random.random(truth.shape) < 0.5)


MACHINES: dict[str, Scores] = {
    "good": posterior(2.5),
    "excellent": posterior(4.5),
    "poor": posterior(0.6),
    "knows nothing": lambda random, truth, share: random.random(truth.shape) / 2,
    "too sure of itself": posterior(1.5, gain=3.0),
    "learned before a shift": posterior(2.0, believed=0.3),
    "understates": lambda random, truth, share: 0.4 * posterior(2.5)(random, truth, share),
    "wrong in 2 of 100": _wrong_in_two_of_a_hundred,
    "finds half": _finds_half,
    "upside down": lambda random, truth, share: 1 - posterior(1.5)(random, truth, share),
}


def source_rule(y: Floats, f: Floats, rest: Floats) -> tuple[Interval, Floats]:
    """PPI++ as published (and as in ppi-python): normal approximation at any n; also (θ, λ, error, n)."""
    n, others = len(y), len(rest)
    spread = np.concatenate([f, rest]).var(ddof=1)
    covariance = float(np.mean((y - y.mean()) * (f - f.mean())))
    machine = float(np.clip(covariance / (spread * (1 + n / others)), 0, 1)) if spread else 0.0
    value = y.mean() + machine * (rest.mean() - f.mean())
    error = float(np.sqrt(machine**2 * rest.var() / others + (y - machine * f).var() / n))
    return (value - Z * error, value + Z * error), np.array([value, machine, error, n])


def first_rule(y: Floats, f: Floats, rest: Floats) -> Interval:
    """The method's first rule: imaginary pairs inside the estimate for n < 200 or shares under 10 %."""
    interval, (value, *_) = source_rule(y, f, rest)
    if len(y) >= 200 and value >= 0.1:
        return interval
    usual = np.full(4, np.concatenate([f, rest]).mean())
    longer = np.concatenate([y, [1, 1, 0, 0]])
    _, (value, _, error, _) = source_rule(longer, np.concatenate([f, usual]), rest)
    margin = float(t.ppf(0.975, len(y) + 1)) * error
    return value - margin, value + margin


def gold_alone(y: Floats, f: Floats, rest: Floats) -> Interval:
    """Wilson's interval of the gold labels; no machine."""
    return wilson(float(y.mean()), len(y), 0.95)


def product_rule(y: Floats, f: Floats, rest: Floats) -> Interval:
    """What the product shows."""
    found = ppi_mean(y, f, rest)
    return found.low, found.high


RULES: dict[str, Callable[[Floats, Floats, Floats], Interval]] = {
    "product": product_rule,
    "PPI++": lambda y, f, rest: source_rule(y, f, rest)[0],
    "first rule": first_rule,
    "gold alone": gold_alone,
}


def towns(machine: str, share: float, n: int, runs: int) -> Iterator[tuple[Floats, Floats, Floats]]:
    """Gold labels, their scores, scores of the rest; the same for every rule and every run."""
    random = np.random.default_rng([sorted(MACHINES).index(machine), round(1000 * share), n])
    for _ in range(runs):
        truth = (random.random(n + REST) < share).astype(float)
        f = MACHINES[machine](random, truth, share)
        yield truth[:n], f[:n], f[n:]


def intervals(runs: int) -> None:
    """Print coverage and width by machine and n: the worst and the best share."""
    print(f"Coverage of 95 % intervals, lowest–highest over shares of {', '.join(map(str, SHARES))};")
    print(f"in brackets the mean width in points. {runs} towns each, {REST} comments without a label.")
    print(
        f"{'machine':<23} {'n':>4}  "
        + "  ".join(f"{rule:<20}" for rule in RULES)
        + "  naive count, points off"
    )
    for machine in MACHINES:
        for n in GOLD:
            covered: dict[str, list[float]] = {rule: [] for rule in RULES}
            widths: dict[str, list[float]] = {rule: [] for rule in RULES}
            naive = []
            for share in SHARES:
                drawn = list(towns(machine, share, n, runs))
                for rule, interval in RULES.items():
                    limits = np.clip([interval(*town) for town in drawn], 0, 1)
                    covered[rule].append(float(np.mean((limits[:, 0] <= share) & (share <= limits[:, 1]))))
                    widths[rule].append(float(np.mean(limits[:, 1] - limits[:, 0])))
                naive.append(float(np.mean([rest >= 0.5 for _, _, rest in drawn])) - share)
            cells = "  ".join(f"{_in_short(covered[rule], widths[rule]):<20}" for rule in RULES)
            print(f"{machine:<23} {n:>4}  {cells}  {100 * max(naive, key=abs):+.1f}", flush=True)


def _in_short(covered: list[float], widths: list[float]) -> str:
    return f"{100 * min(covered):5.1f}–{100 * max(covered):5.1f} ({100 * np.mean(widths):4.1f})"


def parts_of_parts(runs: int) -> None:
    """Print coverage for a share of a part: complaints among relevant comments, both known for gold only."""
    print("\nShare of complaints among relevant comments (60 % relevant): coverage (width in points)")
    print(f"{'machine':<23} {'share':>5}  " + "  ".join(f"n = {n:<12}" for n in GOLD))
    for machine in ("good", "poor", "learned before a shift", "finds half"):
        for share in (0.05, 0.2, 0.5):
            cells = []
            for n in GOLD:
                random = np.random.default_rng([n, round(1000 * share)])
                limits = np.array([_of_part(random, machine, share, n) for _ in range(runs)])
                held = np.mean((limits[:, 0] <= share) & (share <= limits[:, 1]))
                cells.append(f"{100 * held:5.1f} ({100 * np.mean(limits[:, 1] - limits[:, 0]):4.1f})   ")
            print(f"{machine:<23} {share:>5}  " + "  ".join(f"{cell:<16}" for cell in cells))


def _of_part(random: Random, machine: str, share: float, n: int) -> Interval:
    whole = (random.random(n + REST) < 0.6).astype(float)
    part = whole * (random.random(n + REST) < share)
    whole_score = MACHINES[machine](random, whole, 0.6)
    part_score = MACHINES[machine](random, part, 0.6 * share)
    found = ppi_share_of(part[:n], whole[:n], part_score, whole_score)
    return found.low, found.high


def changing_sample(runs: int) -> None:
    """Print coverage where the chance to be drawn changed together with what people write about."""
    print(
        "\nThe chance to be drawn rose from 5 to 20 % while the share rose from 10 to 40 %: coverage (width)"
    )
    for machine in ("good", "poor", "learned before a shift"):
        random = np.random.default_rng(5)
        drawn = [_changing_town(random, MACHINES[machine]) for _ in range(runs)]
        told = []
        for name, weighted in (("with weights", True), ("without", False)):
            limits = np.array([_of_changing(*town, weighted=weighted) for town in drawn])
            held = np.mean((limits[:, 0] <= 0.25) & (limits[:, 1] >= 0.25))
            told.append(f"{name} {100 * held:5.1f} ({100 * np.mean(limits[:, 1] - limits[:, 0]):4.1f})")
        print(f"{machine:<23} " + "   ".join(told))


def _changing_town(random: Random, scores: Scores) -> tuple[Floats, Floats, Floats, Floats]:
    """Truth, scores, chance to be drawn, and whether drawn, of 3,000 comments."""
    late = np.arange(3000) >= 1500
    truth = (random.random(3000) < np.where(late, 0.4, 0.1)).astype(float)
    chance = np.where(late, 0.2, 0.05)
    return truth, scores(random, truth, 0.25), chance, random.random(3000) < chance


def _of_changing(truth: Floats, f: Floats, chance: Floats, drawn: Floats, *, weighted: bool) -> Interval:
    sampled = drawn.astype(bool)
    weights = 1 / chance[sampled] if weighted else None
    found = ppi_mean(truth[sampled], f[sampled], f[~sampled], weights=weights)
    return found.low, found.high


ASKED = """
import json, sys
import numpy as np
from ppi_py import ppi_mean_ci, ppi_mean_pointestimate
for line in sys.stdin:
    y, f, rest = (np.array(numbers) for numbers in json.loads(line))
    low, high = ppi_mean_ci(y, f, rest, alpha=0.05)
    print(json.dumps([ppi_mean_pointestimate(y, f, rest).item(), low.item(), high.item()]))
"""


def agreement() -> None:
    """Install ppi-python and print the largest difference to it where no imaginary label enters."""
    ours, lines = [], []
    for machine in MACHINES:
        for share in (0.15, 0.3, 0.6):
            for n in (300, 400, 1000):
                for town in towns(machine, share, n, 3):
                    found = ppi_mean(*town)
                    if found.method is Method.PPI:
                        ours.append((found.value, found.low, found.high))
                        lines.append(json.dumps([numbers.tolist() for numbers in town]))
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", PPI_PYTHON], check=True)
        answer = subprocess.run(
            [python, "-c", ASKED], input="\n".join(lines), capture_output=True, text=True, check=True
        )
    theirs = [json.loads(line) for line in answer.stdout.splitlines()]
    apart = float(np.abs(np.array(ours) - np.array(theirs)).max())
    print(f"\n{PPI_PYTHON}: largest difference of value, low or high in {len(ours)} towns: {apart:.1e}")
    assert apart < 1e-4


def real_texts(data: Path, runs: int) -> None:
    """Print coverage on real comments: scores that have not seen the sample, and those that learned from it.

    A random 5 % are read, and 400 more as a queue would order them, those with two common labels first.
    """
    comments = pd.read_csv(data / "nhs_comments.csv").fillna("")
    texts = comments["text"].tolist()
    labels = [set(cell.split(";")) for cell in comments["labels"]]
    keys = [key for key, _ in Counter(key for found in labels for key in found).most_common(10)]
    truth = np.array([[key in found for key in keys] for found in labels], dtype=np.int_)
    limits: dict[str, list[tuple[bool, float]]] = {"unseen": [], "in-sample": [], "gold alone": []}
    random = np.random.default_rng(0)
    for _ in range(runs):
        drawn = random.random(len(texts)) < 0.05
        pull = np.where(drawn, 0.0, 0.2 + truth[:, 0] + 2 * truth[:, 3])
        queue = random.choice(len(texts), 400, replace=False, p=pull / pull.sum())
        read = np.concatenate([np.flatnonzero(drawn), queue]).tolist()
        decided = {place: frozenset(labels[place].intersection(keys)) for place in read}
        unseen = unseen_scores(texts, decided, keys)
        coder = TextClassifier(multilabel=True).fit([texts[place] for place in read], truth[read])
        seen = coder.predict_proba(texts)
        for column, key in enumerate(keys):
            y, share = truth[drawn, column].astype(float), float(truth[:, column].mean())
            for name, scores in (("unseen", unseen[key]), ("in-sample", seen[:, column])):
                low, high = product_rule(y, scores[drawn], scores[~drawn])
                limits[name].append((low <= share <= high, high - low))
            low, high = gold_alone(y, y, y)
            limits["gold alone"].append((low <= share <= high, high - low))
    print(f"\nNHS comments, 10 labels, {runs} draws of 5 %: coverage (width in points)")
    for name, found in limits.items():
        held, width = np.mean(found, axis=0)
        print(f"{name:<23} {100 * held:5.1f} ({100 * width:4.1f})")


def main() -> None:
    """Print everything; with fewer runs faster and less exact."""
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument(
        "--runs", type=int, default=1000, help="simulated towns for each row (default: 1000)"
    )
    options.add_argument("--without-ppi-python", action="store_true", help="install nothing")
    options.add_argument("--data", type=Path, help="folder with nhs_comments.csv: measure on real texts too")
    chosen = options.parse_args()
    intervals(chosen.runs)
    parts_of_parts(chosen.runs)
    changing_sample(chosen.runs)
    if chosen.data:
        real_texts(chosen.data, max(2, chosen.runs // 40))
    if not chosen.without_ppi_python:
        agreement()


if __name__ == "__main__":
    main()
