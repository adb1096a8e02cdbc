"""How often the machine said what people decided: relevance, kind, and label by label.

Relevance and kind are compared where the machine gives an answer; how often it gives none is told beside.
In precision, recall and F1 of a label no answer counts as not found. Target groups and kinds are compared on
comments that people found relevant. Intervals (Wilson; of macro F1 by bootstrap) count copies of a text once,
and say how figures move with the choice of comments, not with other people deciding.

Who decided had seen what the machine suggests; what that did to the decision is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.evaluation.bootstrap import Estimate
from analytics.evaluation.proportions import f1, proportion
from analytics.evaluation.report import report
from analytics.text.learning.tasks import IRRELEVANT, RELEVANT
from analytics.text.quality.decided import ACCENTED, FEWEST, Pair, distinct, is_bare

DIGITS = 4


def measured(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Every figure of some decisions; under 30 only how many there are."""
    if len(pairs) < FEWEST:
        return {"n": len(pairs)}
    relevant = [pair for pair in pairs if pair[0].relevant]
    return {
        **in_short(pairs),
        "kind": _agreement(
            [(decided.kind == coding["kind"], pair) for pair in relevant for decided, coding in [pair]],
            lambda pair: pair[0].kind is not None and pair[1]["kind"] is not None,
        ),
        "labels": [
            *_labels(pairs, {RELEVANT: RELEVANT, IRRELEVANT: IRRELEVANT}, _verdicts),
            *_labels(relevant, {f"group:{code}": code for code in _groups(relevant)}, _group_marks),
            *_labels(relevant, {f"kind:{code}": code for code in _kinds(relevant)}, _kind_marks),
        ],
    }


def in_short(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Agreement on relevance, share of no answer, macro F1 of groups; under 30 only how many there are."""
    if len(pairs) < FEWEST:
        return {"n": len(pairs)}
    silent = [(coding["relevant"] is None, (decided, coding)) for decided, coding in pairs]
    return {
        "n": len(pairs),
        "texts": len(np.unique(distinct(pairs))),
        "abstained": _agreement(silent),
        "relevance": _agreement(
            [(decided.relevant == coding["relevant"], (decided, coding)) for decided, coding in pairs],
            lambda pair: pair[1]["relevant"] is not None,
        ),
        "groups": _macro_f1([pair for pair in pairs if pair[0].relevant]),
    }


def by_language(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """`in_short` by the language that the machine took the text for, the most frequent first."""
    languages: dict[str, list[Pair]] = {}
    for pair in pairs:
        languages.setdefault(pair[1]["language"], []).append(pair)
    ranked = sorted(languages.items(), key=lambda item: (-len(item[1]), item[0]))
    return [{"language": code, **in_short(each)} for code, each in ranked]


def by_diacritics(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """`in_short` of Czech and Slovak texts with accents, then of those without any."""
    accented = [pair for pair in pairs if pair[1]["language"] in ACCENTED]
    parts = [[pair for pair in accented if is_bare(pair[0].text) is bare] for bare in (False, True)]
    return [
        {"diacritics": not bare, **in_short(part)} for bare, part in zip((False, True), parts, strict=True)
    ]


def by_month(pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """`in_short` by the month of the decision, the oldest first."""
    months = sorted({decided.month for decided, _ in pairs})
    return [{"month": month, **in_short([p for p in pairs if p[0].month == month])} for month in months]


def rounded(figure: Estimate) -> dict[str, float | None]:
    """An estimate as documents hold it."""
    return {end: None if value is None else round(value, DIGITS) for end, value in figure.document().items()}


def _agreement(
    marked: Sequence[tuple[bool, Pair]], counts: Callable[[Pair], bool] = lambda _: True
) -> dict[str, Any]:
    """The share of marks among pairs that count, with their number."""
    kept = [(mark, pair) for mark, pair in marked if counts(pair)]
    cases = len(np.unique(distinct([pair for _, pair in kept])))
    figure = proportion(sum(mark for mark, _ in kept), len(kept), cases)
    return {"n": len(kept), **rounded(figure)}


def _macro_f1(relevant: Sequence[Pair]) -> dict[str, Any]:
    """Macro F1 of target groups on relevant comments."""
    codes = _groups(relevant)
    if len(relevant) < FEWEST or not codes:
        return {"n": len(relevant), **Estimate(None, None, None).document()}
    truth, given = _matrices(relevant, codes, _group_marks)
    figure = report(truth, given, codes, distinct(relevant)).macro_f1
    return {"n": len(relevant), **rounded(figure)}


Marks = NDArray[np.bool_]
Marking = Callable[[Pair], tuple[Iterable[str], Iterable[str]]]
"""The codes that people gave, and those that the machine gave."""


def _labels(pairs: Sequence[Pair], keys: dict[str, str], marking: Marking) -> list[dict[str, Any]]:
    truth, given = _matrices(pairs, list(keys.values()), marking)
    texts = distinct(pairs)
    return [
        {"key": key, **_label(truth[:, column], given[:, column], texts)} for column, key in enumerate(keys)
    ]


def _label(truth: Marks, given: Marks, texts: NDArray[np.int_]) -> dict[str, Any]:
    def cases(rows: Marks) -> int:
        return len(np.unique(texts[rows]))

    hits, n, predicted = (int(rows.sum()) for rows in (truth & given, truth, given))
    either = truth | given
    return {
        "n": n,
        "predicted": predicted,
        "precision": rounded(proportion(hits, predicted, cases(given))),
        "recall": rounded(proportion(hits, n, cases(truth))),
        "f1": rounded(f1(hits, int(either.sum()), cases(either))),
    }


def _matrices(pairs: Sequence[Pair], codes: Sequence[str], marking: Marking) -> tuple[Marks, Marks]:
    marks = [tuple(map(set, marking(pair))) for pair in pairs]
    truth, given = (
        np.array([[code in row[side] for code in codes] for row in marks], dtype=bool) for side in (0, 1)
    )
    shape = (len(pairs), len(codes))
    return truth.reshape(shape), given.reshape(shape)


def _verdicts(pair: Pair) -> tuple[list[str], list[str]]:
    words = {True: [RELEVANT], False: [IRRELEVANT], None: []}
    return words[pair[0].relevant], words[pair[1]["relevant"]]


def _group_marks(pair: Pair) -> tuple[Iterable[str], Iterable[str]]:
    return pair[0].target_groups, pair[1]["suggested_groups"]


def _kind_marks(pair: Pair) -> tuple[list[str], list[str]]:
    decided, coding = pair
    return [decided.kind or ""], [coding["kind"] or ""]


def _groups(pairs: Sequence[Pair]) -> list[str]:
    return sorted({code for pair in pairs for codes in _group_marks(pair) for code in codes})


def _kinds(pairs: Sequence[Pair]) -> list[str]:
    return sorted({code for pair in pairs for codes in _kind_marks(pair) for code in codes} - {""})
