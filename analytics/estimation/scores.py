"""From the options people chose to item scores and one respondent score, all on 0 to 100 where 100 is best.

Does not know which option was chosen or in which language: it gets scores that the questionnaire stores with
its options. "Don't know" has no score and stays missing; it never becomes the middle of the scale.
"""

import numpy as np
import numpy.typing as npt
import pandas as pd

CORE_DIMENSIONS = ("access", "availability", "environment", "staff", "benefit")
"""The four dimensions of the Plzeň monitoring system and benefit. "Overall" is a check and stays outside."""

OVERALL = "overall"


def item_score(option_score: float | None, highest: float, lowest: float = 1.0) -> float:
    """Place an option's score on 0 to 100: 100 · (x - lowest) / (highest - lowest); NaN for an option without
    a score.

    ``highest`` and ``lowest`` are the best and the worst score of the item's scale, so five points (5 to 1)
    give 100, 75, 50, 25, 0 and the easy-to-read three points (5, 3, 1) give 100, 50, 0.
    Raises ValueError for a scale without extent or a score outside it.
    """
    if option_score is None:
        return float("nan")
    if not highest > lowest:
        raise ValueError(f"The highest score of a scale, {highest}, must exceed the lowest, {lowest}.")
    if not lowest <= option_score <= highest:
        raise ValueError(f"The score {option_score} lies outside its scale of {lowest} to {highest}.")
    return 100.0 * (option_score - lowest) / (highest - lowest)


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
