"""A review: everything that is found out about the quality of the coder in force, as one JSON document.

Measured on decisions about comments that the coder had not learned from, so that nobody marks his own work;
the marked random sample is told apart, because the rest was picked by the order of the queue. Quotes no text;
comments are named by their keys, people not at all. Same input and seed, same document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from analytics.text.quality.decided import Decided, Pair
from analytics.text.quality.drift import drift
from analytics.text.quality.learning_curve import learning_curve
from analytics.text.quality.left_out import left_out, tasks
from analytics.text.quality.measures import by_diacritics, by_language, by_month, measured
from analytics.text.quality.people import Readings, agreement_of_people
from analytics.text.quality.reliability import reliability
from analytics.text.quality.slips import likely_slips

VERSION = "review-2"
"""Raised whenever the same input would give another document."""


def review(
    decided: Sequence[Decided],
    read: Sequence[Readings],
    learned: Sequence[str],
    incoming: Mapping[str, Sequence[str]],
    seed: int = 0,
) -> dict[str, Any]:
    """Review the coder in force.

    `read` are readings of people without sight of each other, comment by comment; `learned` the texts that
    the coder learned from, or where it learned from none, those decided about; `incoming` month (2026-11) →
    the other texts that came in it.
    """
    ordered = sorted(decided, key=lambda each: (each.text, each.key))
    unseen: list[Pair] = [(each, each.now) for each in ordered if each.unseen and each.now is not None]
    in_service: list[Pair] = [(each, each.then) for each in ordered if each.then is not None]
    judged = [(task, left_out(task, seed)) for task in tasks(ordered)]
    return {
        "version": VERSION,
        "decisions": len(ordered),
        "sample": measured([pair for pair in unseen if pair[0].in_sample]),
        "all": measured(unseen),
        "languages": by_language(unseen),
        "diacritics": by_diacritics(unseen),
        "months": by_month(in_service),
        "reliability": reliability(unseen),
        "people": agreement_of_people(read),
        "curves": {task.name: learning_curve(task, scores, seed) for task, scores in judged},
        "slips": likely_slips(judged),
        "drift": drift(learned, incoming, seed),
    }
