"""Runs ASReview's own simulation with its default model; to be run by an environment that has `asreview`.

Reads from standard input a JSON object {"texts", "relevant": [0, 1, …], "runs": [[seed, [known rows]], …]}
and writes {"version", "model", "orders": [[rows in the order of reading, without the known ones], …]}. A run
ends with the last relevant text. Knows nothing of this project, so that nothing of it can help the baseline
or hinder it.
"""

import json
import sys
from importlib.metadata import version

import numpy as np
import pandas as pd
from asreview.learner import ActiveLearningCycle
from asreview.models.models import get_ai_config
from asreview.simulation.simulate import Simulate


def main() -> None:
    """Simulate every run."""
    task = json.load(sys.stdin)
    rows = pd.DataFrame({"title": task["texts"], "abstract": [""] * len(task["texts"])})
    relevant = pd.Series(task["relevant"])
    model = get_ai_config()
    orders = []
    for seed, known in task["runs"]:
        np.random.seed(seed)  # as ASReview's command line does
        cycle = ActiveLearningCycle.from_meta(model["value"])
        simulation = Simulate(rows, relevant, [cycle], print_progress=False)
        simulation.label(known)
        simulation.review()
        read = simulation._results["record_id"].tolist()  # noqa: SLF001  # there is no public way to the order
        orders.append([int(row) for row in read[len(known) :]])
    json.dump({"version": version("asreview"), "model": model["name"], "orders": orders}, sys.stdout)


if __name__ == "__main__":
    main()
