"""From the day-one coder to the learned model: label by label, on measured grounds.

Under 200 decisions nothing is handed over: below that the machine is a ranker, not a judge. From there on,
each label goes to the model only if, on this town's decisions and with folds that keep equal texts
together, its F1 is higher than that of the day-one coder, and the 95 % bootstrap interval of the difference
lies above zero.

Kinds are not handed over yet. Decisions that were picked by the machine's own order are no random sample:
these F1 compare two coders on the same rows, they are no estimate of quality in the town.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.model_selection import GroupKFold

from analytics.text.coding import Coding, Reason
from analytics.text.day_one.coder import IRRELEVANT_UP_TO, RELEVANT_FROM, DayOneCoder, suggested_groups
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.words import text_groups

FEWEST_DECISIONS = 200
FOLDS = 5
RELEVANT = "relevant"
"""The code of the label that means "this comment is relevant", beside the codes of the target groups."""
_DRAWS = 1_000
_MOST_WORDS = 3


@dataclass(frozen=True)
class LabelComparison:
    """Both coders on one label:

    N rows, positives among them, F1 of each, 95 % interval of learned − day one.
    """

    code: str
    n: int
    positives: int
    day_one_f1: float
    learned_f1: float
    difference_low: float
    difference_high: float

    @property
    def learned_is_better(self) -> bool:
        """Whether the label is handed over."""
        return self.difference_low > 0


def compare(
    day_one: DayOneCoder, texts: Sequence[str], labels: ArrayLike, codes: Sequence[str], seed: int = 0
) -> list[LabelComparison]:
    """Compare on decisions; `labels` is an indicator matrix (texts, codes). Empty under 200 decisions.

    Raises ValueError for a code that is neither RELEVANT nor a target group of the frame.
    """
    unknown = set(codes) - {RELEVANT, *day_one.frame.group_codes}
    if unknown:
        raise ValueError(f"Not in the coding frame: {', '.join(sorted(unknown))}.")
    if len(texts) < FEWEST_DECISIONS:
        return []
    truth = np.asarray(labels, dtype=np.int_)
    groups = text_groups(texts)
    if len(set(groups)) < FOLDS:
        return []
    learned = _out_of_fold(texts, truth, groups, seed)
    by_frame = _by_frame(day_one, texts, codes)
    draws = _draws(groups, seed)
    return [
        _compared(code, truth[:, i], by_frame[:, i], learned[:, i], draws) for i, code in enumerate(codes)
    ]


class BlendedCoder:
    """Codes as the day-one coder does, but for the labels that were handed over to the learned model."""

    def __init__(
        self,
        day_one: DayOneCoder,
        learned: TextClassifier,
        codes: Sequence[str],
        comparisons: Sequence[LabelComparison],
        version: str,
    ) -> None:
        """`learned` is fitted on labels whose columns are `codes`; `version` names it in codings."""
        self._day_one, self._learned, self._codes = day_one, learned, tuple(codes)
        self.handed_over = tuple(c.code for c in comparisons if c.learned_is_better and c.code in self._codes)
        self.model_version = version if self.handed_over else "day-one-1"

    def code(self, texts: Sequence[str]) -> list[Coding]:
        """One coding for each text, in order.

        Unsupported languages stay with the day-one coder: it abstains.
        """
        codings = self._day_one.code(texts)
        if not self.handed_over:
            return codings
        probabilities = self._learned.predict_proba(texts)
        rows = zip(texts, codings, probabilities.tolist(), strict=True)
        return [self._blended(text, coding, row) for text, coding, row in rows]

    def _blended(self, text: str, coding: Coding, row: list[float]) -> Coding:
        coding = replace(coding, model_version=self.model_version)
        if "unsupported_language" in coding.abstentions:
            return coding
        probability = dict(zip(self._codes, row, strict=True))
        taken = {code: round(probability[code], 4) for code in self.handed_over}
        groups = {code: taken.get(code, score) for code, score in coding.target_groups.items()}
        reasons = [r for r in coding.reasons if r.code not in taken or r.what in {"urgent", "kind"}]
        for code, score in taken.items():
            if score >= 0.5:
                reasons.extend(self._moved_by(text, code, score))
        coding = replace(
            coding,
            target_groups=groups,
            suggested_groups=suggested_groups(self._day_one.frame, groups),
            reasons=tuple(reasons),
        )
        return _judged(coding, taken[RELEVANT]) if RELEVANT in taken else coding

    def _moved_by(self, text: str, code: str, score: float) -> list[Reason]:
        words = self._learned.explain(text, self._codes.index(code))[:_MOST_WORDS]
        return [Reason("learned", code, score, w.word, w.start, w.end, "") for w in words if w.weight > 0]


def _judged(coding: Coding, relevance: float) -> Coding:
    """The coding with a learned relevance; a signpost is kept only beside a verdict of irrelevant."""
    relevant = True if relevance >= RELEVANT_FROM else False if relevance <= IRRELEVANT_UP_TO else None
    signposts = [reason.code for reason in coding.reasons if reason.what == "signpost"]
    return replace(
        coding,
        relevance=relevance,
        relevant=relevant,
        suggested_reason=signposts[0] if relevant is False and signposts else None,
        abstentions=("conflicting_evidence",) if relevant is None else (),
    )


def _by_frame(day_one: DayOneCoder, texts: Sequence[str], codes: Sequence[str]) -> NDArray[np.bool_]:
    codings = day_one.code(texts)
    return np.array(
        [
            [c.relevance >= 0.5 if code == RELEVANT else code in c.suggested_groups for code in codes]
            for c in codings
        ]
    )


def _out_of_fold(
    texts: Sequence[str], truth: NDArray[np.int_], groups: NDArray[np.int_], seed: int
) -> NDArray[np.bool_]:
    given = np.zeros(truth.shape, dtype=bool)
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(texts, groups=groups):
        model = TextClassifier(multilabel=True, seed=seed).fit([texts[i] for i in train], truth[train])
        given[test] = model.predict([texts[i] for i in test]) == 1
    return given


def _draws(groups: NDArray[np.int_], seed: int) -> list[NDArray[np.int_]]:
    """Bootstrap samples of row numbers; equal texts are drawn together."""
    generator = np.random.default_rng(seed)
    members = [np.flatnonzero(groups == group) for group in range(groups.max() + 1)]
    return [
        np.concatenate([members[i] for i in generator.integers(len(members), size=len(members))])
        for _ in range(_DRAWS)
    ]


def _compared(
    code: str,
    truth: NDArray[np.int_],
    by_frame: NDArray[np.bool_],
    learned: NDArray[np.bool_],
    draws: Sequence[NDArray[np.int_]],
) -> LabelComparison:
    differences = [_f1(truth[rows], learned[rows]) - _f1(truth[rows], by_frame[rows]) for rows in draws]
    low, high = np.quantile(differences, [0.025, 0.975])
    return LabelComparison(
        code=code,
        n=len(truth),
        positives=int(truth.sum()),
        day_one_f1=_f1(truth, by_frame),
        learned_f1=_f1(truth, learned),
        difference_low=float(low),
        difference_high=float(high),
    )


def _f1(truth: NDArray[np.int_], predicted: NDArray[np.bool_]) -> float:
    hits = int(np.sum((truth == 1) & predicted))
    wrong = int(np.sum((truth == 1) != predicted))
    return 2 * hits / (2 * hits + wrong) if hits else 0.0
