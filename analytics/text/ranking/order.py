"""The order in which coordinators read what waits: what it is made of, and the place of every comment.

1. Likely relevance: the ranker's, learned from this town's decisions, and the machine's own. With m decisions
   of the rarer verdict the ranker's counts m / (m + 10); before both verdicts were given, not at all.
2. Comments that say the same are read beside each other, at the place of the first of them, at most 10; of a
   flood of copies the rest is spread evenly over the rest of the queue.
3. A forgotten comment rises: its place, as a share of the queue, is multiplied by 1 - days / 14. After 14
   days it stands before all that wait less, the longer the further ahead.
4. Comments that chance drew for the sample are read at the pace of the queue, whatever they say: each keeps
   a random rank among them, and the next is due when less of the sample was read than of all.

Only the first few thousand are compared with each other, beyond equal wording: nobody reads further before
the next order. Danger is not looked at here: the urgent stand in a lane of their own. Same input, same order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from analytics.text.learning.words import WordNgrams, text_groups
from analytics.text.ranking.features import length, pool_features
from analytics.text.ranking.ranker import regression_scores, smoothed
from analytics.text.ranking.similar import alike, neighbour_graph

FORGOTTEN_AFTER = 14
"""Days after which a comment stands before all that wait less."""
MOST_TOGETHER = 10
ALIKE = 0.75
"""Cosine of the parts of words from which two comments say the same: a slip or a small word changes less."""
HEAD = 2_000
"""Comments that are compared with each other."""
MOST_RANKED = 20_000
"""Comments that the ranker looks at, and decisions that it learns from: a worker's memory has bounds."""
_HALFWAY = 10
_UNKNOWN = 0.5

Numbers = NDArray[np.float64]
Rows = NDArray[np.int_]


@dataclass(frozen=True)
class Waiting:
    """A comment that waits; `relevance` in [0, 1] is the machine's, None before it has coded the comment."""

    id: UUID
    text: str
    relevance: float | None
    days: int
    in_sample: bool

    @property
    def likely(self) -> float:
        """The machine's relevance; what it has not coded yet stands between the likely and the unlikely."""
        return _UNKNOWN if self.relevance is None else self.relevance


@dataclass(frozen=True)
class Decided:
    """A comment that people have decided about."""

    text: str
    relevant: bool
    in_sample: bool


@dataclass(frozen=True)
class Place:
    """The higher `priority`, in (0, 1], the sooner. Comments read beside each other share it and a leader."""

    id: UUID
    priority: float
    leader_id: UUID


@dataclass(frozen=True)
class _Stop:
    """Comments that are read beside each other, as rows, the leader first; `place` 0 is read first."""

    rows: tuple[int, ...]
    place: float
    days: int

    @property
    def forgotten(self) -> bool:
        return self.days >= FORGOTTEN_AFTER


def reading_order(waiting: Sequence[Waiting], decided: Sequence[Decided], seed: int = 0) -> list[Place]:
    """Places of all that wait, the first to be read first.

    Comments are told apart and ties are settled by their keys: it doesn't matter in which order they come.
    """
    comments = sorted(waiting, key=lambda comment: (-comment.likely, comment.id))
    if not comments:
        return []
    places = _likely_first(comments, decided)
    sample = sorted(
        (row for row, comment in enumerate(comments) if comment.in_sample),
        key=lambda row: _chance(comments[row].id, seed),
    )
    drawn = [_Stop((row,), i / len(sample), comments[row].days) for i, row in enumerate(sample)]
    stops = [*_stops(comments, places), *(stop for stop in drawn if stop.forgotten)]
    stops.sort(key=lambda stop: (_risen(stop), comments[stop.rows[0]].id))
    queue = _at_the_pace_of_the_queue([stop for stop in drawn if not stop.forgotten], stops, decided)
    return [
        Place(comments[row].id, 1 - number / len(queue), comments[stop.rows[0]].id)
        for number, stop in enumerate(queue)
        for row in stop.rows
    ]


def _likely_first(comments: Sequence[Waiting], decided: Sequence[Decided]) -> Numbers:
    """The place of each comment by likely relevance alone: 0 for the first, under 1 for the last."""
    by_machine = _places(np.array([comment.likely for comment in comments]))
    relevant = sum(comment.relevant for comment in decided)
    rarer = min(relevant, len(decided) - relevant)
    if not rarer:
        return by_machine
    share = rarer / (rarer + _HALFWAY)
    return _places(-(share * _by_decisions(comments, decided) + (1 - share) * by_machine))


def _by_decisions(comments: Sequence[Waiting], decided: Sequence[Decided]) -> Numbers:
    """Places by the ranker; what the machine thinks least likely stays behind where too much waits."""
    ranked, learned = comments[:MOST_RANKED], decided[:MOST_RANKED]
    texts = [*(c.text for c in ranked), *(c.text for c in learned)]
    features = pool_features(texts)
    rows = np.arange(len(ranked), features.shape[0])
    scores = regression_scores(features, rows, [comment.relevant for comment in learned])
    head, rest = np.split(np.argsort(-scores[: len(ranked)], kind="stable"), [HEAD])
    compared = np.concatenate([head, rows[:HEAD]])
    graph = neighbour_graph(features[compared])
    refined = smoothed(scores[compared], graph, length(texts))[: len(head)]
    order = np.concatenate([head[np.argsort(-refined, kind="stable")], rest])
    before = np.arange(len(comments), dtype=np.float64)
    before[order] = np.arange(len(order))
    return before / len(comments)


def _places(scores: Numbers) -> Numbers:
    """The share of the queue that stands before each, the highest score first; equal ones share a place."""
    _, of_each, counts = np.unique(-scores, return_inverse=True, return_counts=True)
    before = np.concatenate([[0], np.cumsum(counts)[:-1]])
    return np.asarray(before[of_each] / len(scores), dtype=np.float64)


def _stops(comments: Sequence[Waiting], places: Numbers) -> Iterator[_Stop]:
    """Comments outside the sample, together with those that say the same."""
    own = np.array([row for row, comment in enumerate(comments) if not comment.in_sample], dtype=np.int_)
    together = _saying_the_same(own[np.argsort(places[own], kind="stable")], comments)
    for before, members in enumerate(together):
        parts = [members[i : i + MOST_TOGETHER] for i in range(0, len(members), MOST_TOGETHER)]
        first = before / len(together)
        for number, part in enumerate(parts):
            place = first + (1 - first) * number / len(parts)
            yield _Stop(tuple(part), place, max(comments[row].days for row in part))


def _saying_the_same(ordered: Rows, comments: Sequence[Waiting]) -> list[list[int]]:
    """Rows by what they say, each list led by the first in order of those that say it."""
    copies: dict[int, list[int]] = {}
    wording = text_groups([comments[row].text for row in ordered])
    for row, number in zip(ordered.tolist(), wording.tolist(), strict=True):
        copies.setdefault(number, []).append(row)
    told_apart = list(copies.values())
    if not told_apart:
        return []
    head = [comments[rows[0]].text for rows in told_apart[:HEAD]]
    leaders: dict[int, int] = {}
    for number, resembling in enumerate(alike(WordNgrams().fit_transform(head), ALIKE)):
        if number not in leaders:
            for other in resembling.tolist():
                leaders.setdefault(other, number)
    together: dict[int, list[int]] = {}
    for number, rows in enumerate(told_apart):
        together.setdefault(leaders.get(number, number), []).extend(rows)
    return list(together.values())


def _risen(stop: _Stop) -> tuple[int, float]:
    """What stops are sorted by: the forgotten first, the longest of them ahead; then the others by place."""
    if stop.forgotten:
        return -stop.days, stop.place
    return 0, stop.place * (1 - stop.days / FORGOTTEN_AFTER)


def _at_the_pace_of_the_queue(
    sample: Sequence[_Stop], stops: Sequence[_Stop], decided: Sequence[Decided]
) -> list[_Stop]:
    """The stops with each of the sample where it is due, behind the forgotten.

    Due is the next when the part of the sample that was read falls behind the part of all that was read; what
    is overdue comes one by one, as far apart as the sample lies in what waits.
    """
    queue = [stop for stop in stops if stop.forgotten]
    others = [stop for stop in stops if not stop.forgotten]
    left = sum(len(stop.rows) for stop in others) + len(sample)
    read, read_of_sample = len(decided), sum(comment.in_sample for comment in decided)
    step = (left + read) / max(len(sample) + read_of_sample, 1)
    apart = left / max(len(sample), 1)
    due = [max(i * apart, (read_of_sample + i + 0.5) * step - read) for i in range(len(sample))]
    passed, given = 0, 0
    for stop in others:
        while given < len(sample) and due[given] <= passed:
            queue.append(sample[given])
            given, passed = given + 1, passed + 1
        queue.append(stop)
        passed += len(stop.rows)
    return [*queue, *sample[given:]]


def _chance(key: UUID, seed: int) -> bytes:
    """A random rank that stays the same while others come and go."""
    return hashlib.blake2b(key.bytes, key=str(seed).encode(), digest_size=16).digest()
