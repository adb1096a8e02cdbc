"""How good the learned coder and the frame are as they run, on texts that the models had not seen.

More than words runs in service: where these decide nothing, the service chosen with the comment does, after
either coder (`chosen_service`). So the codings of both are made here by the functions of the service; the
models alone say what they said of a text without sight of it.

Whether a group is suggested depends on what else is taken over: the service speaks only where no group was
found. At first everything learned counts as taken over. What does not pass `handover` is given back, and the
groups that are left are judged again, until all that is handed over was judged in the company in which it
will run. A label that was given back keeps the figures it had then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analytics.text.chosen_service import with_service
from analytics.text.coding import Coding
from analytics.text.day_one.coder import DayOneCoder
from analytics.text.learning.coder import LearnedCoder, Said, is_read
from analytics.text.learning.handover import Comparison, compare, handed_over
from analytics.text.learning.kernel import Rows
from analytics.text.learning.tasks import IRRELEVANT, KIND, RELEVANCE, RELEVANT, TARGET_GROUPS, Marks, Model


@dataclass(frozen=True)
class Comment:
    """A comment that people decided about: its text, the frame's coding of it by its words, its service.

    `group` is equal for copies of one text; `service_groups` are the codes of the groups that the chosen
    service is for, None without a service.
    """

    text: str
    group: int
    by_frame: Coding
    service_groups: Collection[str] | None


@dataclass(frozen=True)
class Examples:
    """What one model learned from: numbers of comments, and what people gave, shape (rows, codes)."""

    task: str
    codes: tuple[str, ...]
    rows: Rows
    truth: Marks


@dataclass(frozen=True)
class Judgement:
    """What the learned coder takes over, and what was measured, by task: of what is handed over as one, and
    code by code in the order of the codes.
    """

    handed_over: frozenset[str]
    wholes: Mapping[str, Sequence[Comparison]]
    labels: Mapping[str, Sequence[Comparison]]


def judge(
    day_one: DayOneCoder,
    models: Mapping[str, Model],
    comments: Sequence[Comment],
    examples: Mapping[str, Examples],
    seed: int = 0,
) -> Judgement:
    """Compare both coders on everything that `models` learned; `examples` are those of each of them."""
    unseen = _unseen(models, comments, examples)
    by_frame = [_with_service(each.by_frame, each) for each in comments]
    texts: NDArray[np.int_] = np.array([each.group for each in comments], dtype=np.int_)
    wholes: dict[str, dict[str, Comparison]] = {task: {} for task in models}
    labels: dict[str, dict[str, Comparison]] = {task: {} for task in models}
    taken = frozenset(key for model in models.values() for key, _ in model.columns())
    open_tasks = list(models)
    while open_tasks:
        coder = LearnedCoder(day_one, models, taken, "")
        needed = {row for task in open_tasks for row in examples[task].rows.tolist()}
        learned = {row: _learned(coder, comments[row], unseen[row]) for row in needed}
        for task in open_tasks:
            rows = examples[task].rows.tolist()
            columns = [(key, chosen) for key, chosen in models[task].columns() if key in taken]
            codes = [(examples[task].codes[column], [column]) for _, chosen in columns for column in chosen]
            found = compare(
                examples[task].truth,
                _marks(examples[task], [learned[row] for row in rows]),
                _marks(examples[task], [by_frame[row] for row in rows]),
                texts[rows],
                codes + columns,
                seed,
            )
            labels[task] |= {each.key: each for each in found[: len(codes)]}
            wholes[task] |= {each.key: each for each in found[len(codes) :]}
        passed = taken & handed_over(each for of_task in wholes.values() for each in of_task.values())
        # Relevance and kind follow from nothing else that is taken over.
        again = TARGET_GROUPS in models and any(key in passed for key in wholes[TARGET_GROUPS])
        open_tasks = [TARGET_GROUPS] if again and passed != taken else []
        taken = passed
    return Judgement(
        taken,
        {task: list(found.values()) for task, found in wholes.items()},
        {task: list(found.values()) for task, found in labels.items()},
    )


def _unseen(
    models: Mapping[str, Model], comments: Sequence[Comment], examples: Mapping[str, Examples]
) -> list[Said]:
    """What the models said of each comment without sight of it; nothing for tasks it is no example of."""
    probabilities, given = {}, {}
    for task, model in models.items():
        shape = (len(comments), len(model.codes))
        probabilities[task], given[task] = np.zeros(shape), np.zeros(shape, dtype=bool)
        rows = examples[task].rows
        probabilities[task][rows], given[task][rows] = model.left_out()
    return [
        Said(
            comment.text,
            {task: probabilities[task][row] for task in models},
            {task: given[task][row] for task in models},
        )
        for row, comment in enumerate(comments)
    ]


def _learned(coder: LearnedCoder, comment: Comment, said: Said) -> Coding:
    by_frame = comment.by_frame
    return _with_service(coder.with_models(by_frame, said) if is_read(by_frame) else by_frame, comment)


def _with_service(coding: Coding, comment: Comment) -> Coding:
    return with_service(coding, comment.service_groups)


def _marks(examples: Examples, codings: Sequence[Coding]) -> Marks:
    """The codes that codings give, shape (codings, codes); relevance by where it leans."""
    said = [_given(examples.task, coding) for coding in codings]
    marks = np.array([[code in codes for code in examples.codes] for codes in said], dtype=bool)
    return marks.reshape(len(codings), len(examples.codes))


def _given(task: str, coding: Coding) -> Collection[str | None]:
    if task == RELEVANCE:
        return {(IRRELEVANT, RELEVANT)[coding.relevance >= 0.5]}
    return {coding.kind} if task == KIND else set(coding.suggested_groups)
