"""Does the index agree with packages that others wrote: `python -m benchmarks.agreement`.

`statsmodels`, `ipfn` and `samplics` are installed into an environment of their own and get the same made-up
respondents: means and shares with intervals, raking, linearised variances with weights and clusters, the
control of false discoveries, the variance between. Prints the largest difference of each.
"""

import json
import random
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from analytics.estimation.change import Mean, discoveries
from analytics.estimation.linearised import linearised
from analytics.estimation.moments import POINT, WEIGHT, Moments
from analytics.estimation.parts import survey_part
from analytics.estimation.raking import rake
from analytics.estimation.shares import wilson_of_share
from analytics.estimation.shrinkage import variance_between

PACKAGES = ("statsmodels==0.15.0", "ipfn==1.4.4", "samplics==0.6.1")

THEIRS = """
import json, sys
import numpy as np, pandas as pd
from ipfn.ipfn import ipfn
from samplics import TaylorEstimator
from samplics.utils.types import PopParam
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import DescrStatsW
found = []
for case in json.load(open(sys.argv[1])):
    y, w, c = np.array(case["scores"]), np.array(case["weights"], float), case["clusters"]
    plain = DescrStatsW(y)
    taylor = TaylorEstimator(PopParam.mean)
    taylor.estimate(y=y, samp_weight=w)
    clustered = TaylorEstimator(PopParam.mean)
    clustered.estimate(y=y, samp_weight=w, psu=np.array(c))
    k, n = case["share"]
    frame = pd.DataFrame({"total": case["people"], "a": case["first"], "b": case["second"]})
    everybody = sum(case["people"])
    goals = [pd.Series({name: everybody * share for name, share in goal.items()}) for goal in case["targets"]]
    for goal, name in zip(goals, "ab"):
        goal.index.name = name
    frame["total"] = frame["total"].astype(float)
    raked = ipfn(frame, goals, [["a"], ["b"]], convergence_rate=1e-13, max_iteration=5000).iteration()
    means, variances = np.array(case["means"]), np.array(case["variances"])
    found.append({
        "mean interval": [plain.mean, *plain.tconfint_mean()],
        "linearised mean": [taylor.point_est, taylor.stderror**2],
        "with clusters": [clustered.point_est, clustered.stderror**2],
        "Wilson": list(proportion_confint(k, n, method="wilson")),
        "raking": [float(a / b) for a, b in zip(raked["total"], case["people"])],
        "false discoveries": [float(x) for x in multipletests(case["p"], alpha=0.1, method="fdr_bh")[0]],
        "variance between": [float(combine_effects(means, variances, method_re="iterated", atol=1e-12,
                             maxiter=1000).tau2)],
    })
json.dump(found, sys.stdout, default=float)
"""


def cases(number: int, seed: int) -> list[dict[str, Any]]:
    """Made-up respondents, strata, p-values and means."""
    draw = random.Random(seed)  # noqa: S311 - made-up data, not a secret
    found = []
    for _ in range(number):
        n = draw.randint(12, 200)
        strata = [(a, b) for a in ("15-26", "27-64", "65+") for b in ("f", "m", "")]
        shares = [sorted(draw.random() for _ in range(2)) for _ in range(2)]
        found.append(
            {
                "scores": [draw.choice([0, 20, 25, 50, 65, 75, 90, 100]) for _ in range(n)],
                "weights": [draw.randint(1, 9) for _ in range(n)],
                "clusters": [f"c{place % max(4, n // 5)}" for place in range(n)],
                "share": [draw.randint(0, n), n],
                "people": [draw.randint(1, 80) for _ in strata],
                "first": [a for a, _ in strata],
                "second": [b for _, b in strata],
                "targets": [
                    {"15-26": one, "27-64": other - one, "65+": 1 - other} for one, other in shares[:1]
                ]
                + [{"f": one, "m": other - one, "": 1 - other} for one, other in shares[1:]],
                "p": [draw.random() ** 3 for _ in range(20)],
                "means": [draw.gauss(70, 8) for _ in range(10)],
                "variances": [draw.uniform(4, 60) for _ in range(10)],
            }
        )
    return found


def ours(case: dict[str, Any]) -> dict[str, list[float]]:
    """The same figures by Ohlas."""
    plain, weighted = Moments(), Moments()
    for score, weight in zip(case["scores"], case["weights"], strict=True):
        points = score * POINT
        plain += Moments.of_stratum(WEIGHT, 1, points, points * points)
        weighted += Moments.of_stratum(weight * WEIGHT, 1, points, points * points)
    mean = survey_part(plain, 0.95)
    clustered = linearised(case["scores"], case["weights"], case["clusters"])
    k, n = case["share"]
    means = [Mean(value, variance) for value, variance in zip(case["means"], case["variances"], strict=True)]
    return {
        "mean interval": [mean.value, mean.low, mean.high],
        "linearised mean": [weighted.mean, weighted.variance],
        "with clusters": [clustered.value, clustered.variance],
        "Wilson": list(wilson_of_share(k / n, n)),
        "raking": rake(case["people"], [case["first"], case["second"]], case["targets"]),
        "false discoveries": [float(found) for found in discoveries(case["p"], 0.1)],
        "variance between": [variance_between(means)],
    }


def main() -> None:
    """Install, compare, print."""
    made = cases(50, seed=20261123)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        venv.create(home / "venv", with_pip=True)
        python = str(home / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
        (home / "cases.json").write_text(json.dumps(made), encoding="utf-8")
        (home / "theirs.py").write_text(THEIRS, encoding="utf-8")
        answer = subprocess.run(
            [python, str(home / "theirs.py"), str(home / "cases.json")],
            check=True,
            capture_output=True,
            text=True,
        )
    theirs = json.loads(answer.stdout[answer.stdout.index("[{") :])
    print(f"largest difference over {len(made)} cases")
    for name in ours(made[0]):
        pairs = [(ours(case)[name], found[name]) for case, found in zip(made, theirs, strict=True)]
        if name == "variance between":  # statsmodels stops at 0 in some cases where the equation has a root
            pairs = [(mine, other) for mine, other in pairs if other[0] > 0.0]
        apart = max(abs(m - o) for mine, other in pairs for m, o in zip(mine, other, strict=True))
        print(f"{name:<20} {apart:.1e} ({len(pairs)} cases)")


if __name__ == "__main__":
    main()
