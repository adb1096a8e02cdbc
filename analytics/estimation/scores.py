"""From item scores to one respondent score, all on 0 to 100 where 100 is best.

Does not know which option was chosen or in which language: an item's score is the one that the questionnaire
stores with the option. "Don't know" has no score and stays missing; it never becomes the middle of the scale.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

CORE_DIMENSIONS = ("access", "availability", "environment", "staff", "benefit")
"""The four dimensions of the Plzeň monitoring system and benefit. "Overall" is a check and stays outside."""

OVERALL = "overall"


def respondent_scores(responses: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Mean of the answered core items of each row, shape (len(responses),); NaN where fewer than half are
    answered.

    Needs the columns CORE_DIMENSIONS with item scores 0 to 100 or NaN. Half of five items means three.
    """
    items = responses[list(CORE_DIMENSIONS)].to_numpy(dtype=np.float64)
    answered = np.isfinite(items).sum(axis=1)
    enough = 2 * answered >= len(CORE_DIMENSIONS)
    totals = np.where(np.isfinite(items), items, 0.0).sum(axis=1)
    scores = np.full(len(items), np.nan)
    scores[enough] = totals[enough] / answered[enough]
    return scores
