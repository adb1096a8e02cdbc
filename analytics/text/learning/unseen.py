"""Scores for estimation: what a machine says of each comment that it has not learned from.

A share is estimated from the difference between what people decided about a sample and what the machine
says of it. A machine that learned from these very decisions repeats them and hides its errors, so the codings
of a released coder cannot serve. Here every decided comment, and every copy of it, gets the left-out
probability of a model that has not seen it; all others get the model's. So sample and rest are treated alike.

Does not know chance, samples or shares.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.words import text_groups

FEWEST_DECISIONS = 200
"""Below that nothing is learned that would help."""
DIGITS = 4


def unseen_scores(
    texts: Sequence[str], decided: Mapping[int, frozenset[str]], keys: Sequence[str], seed: int = 0
) -> dict[str, NDArray[np.float64]]:
    """Score every text for every key; the same texts, decisions and seed give the same scores.

    ``decided``: place of a text → what people found it to be, among ``keys``. Returns key → shape
    (len(texts),). Raises ValueError under 200 decisions.
    """
    if len(decided) < FEWEST_DECISIONS:
        raise ValueError(f"{FEWEST_DECISIONS} decisions are needed, there are {len(decided)}.")
    # In an order of their own: which comment comes first must not change a digit.
    places = sorted(decided, key=lambda place: (texts[place], sorted(decided[place])))
    truth = np.array([[key in decided[place] for key in keys] for place in places], dtype=np.int_)
    classifier = TextClassifier(multilabel=True, seed=seed).fit([texts[place] for place in places], truth)
    groups = text_groups(texts)
    left_out = dict(zip(groups[places].tolist(), classifier.left_out_probabilities_, strict=True))
    unknown = [place for place, group in enumerate(groups.tolist()) if group not in left_out]
    scores = np.empty((len(texts), len(keys)))
    scores[unknown] = classifier.predict_proba([texts[place] for place in unknown])
    for place, group in enumerate(groups.tolist()):
        if group in left_out:
            scores[place] = left_out[group]
    return {key: scores[:, column].round(DIGITS) for column, key in enumerate(keys)}
