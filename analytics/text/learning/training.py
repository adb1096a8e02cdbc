"""Training: what people decided goes in, a coder and its card come out.

Three models are learned: relevance from all decisions, target groups and kind from those found relevant (so
their probabilities hold for relevant comments). The texts are taken apart once for all three. Scores on the
card come from what was said of texts without sight of them, copies of a text left out together; nothing is
fitted twice. Which labels the coder takes over from the frame is decided by `handover`.

Same decisions in any order, same frame and same seed give the same coder. Comments in languages that are not
read are left out: the coder abstains there.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.text.coding import Coding
from analytics.text.day_one.coder import DayOneCoder
from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.dictionaries import LANGUAGES, dictionary
from analytics.text.learning import card, lemmas
from analytics.text.learning.card import Judged
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.coder import LearnedCoder
from analytics.text.learning.handover import FEWEST_DECISIONS, Comparison, compare, handed_over
from analytics.text.learning.kernel import Rows
from analytics.text.learning.material import Material
from analytics.text.learning.tasks import (
    IRRELEVANT,
    KIND,
    RELEVANCE,
    RELEVANT,
    TARGET_GROUPS,
    Marks,
    Model,
    limits,
)
from analytics.text.learning.words import text_groups

RECIPE = "learned-2"
"""Raised whenever the same decisions would give another coder."""
FEWEST_EXAMPLES = 10
"""Different texts with a label, and without it, from which it is learned."""


@dataclass(frozen=True)
class Decision:
    """A text and what was decided about it; groups (codes) and kind are of relevant ones only."""

    text: str
    relevant: bool
    target_groups: tuple[str, ...] = ()
    kind: str | None = None


@dataclass(frozen=True)
class TrainedCoder:
    """A coder, and its card: a JSON document of what it learned from and how good it was found to be."""

    coder: LearnedCoder
    training_hash: str
    card: Mapping[str, Any]


@dataclass(frozen=True)
class _Examples:
    """What one model learns from: decisions by their numbers; marks have shape (rows, codes)."""

    task: str
    codes: tuple[str, ...]
    rows: Rows
    truth: Marks
    by_frame: Marks


def training_hash(frame: CodingFrame, decisions: Sequence[Decision], seed: int = 0) -> str:
    """SHA-256 of everything that the coder follows from; the order of the decisions does not count."""
    rows = [[each.text, each.relevant, list(each.target_groups), each.kind] for each in _ordered(decisions)]
    document = json.dumps([RECIPE, card.FEATURES, frame.to_document(), seed, rows], sort_keys=True)
    return hashlib.sha256(document.encode()).hexdigest()


def version_of(digest: str) -> str:
    """What the coder with this training hash is called, and its codings are marked with."""
    return f"{RECIPE}-{digest[:12]}"


def train(
    frame: CodingFrame, decisions: Sequence[Decision], seed: int = 0, day_one: DayOneCoder | None = None
) -> TrainedCoder:
    """Learn from decisions. `day_one`, of the same frame, spares building it anew.

    Groups that the frame does not know (any more) are passed over.
    Raises ValueError under 200 decisions.
    """
    if len(decisions) < FEWEST_DECISIONS:
        raise ValueError(f"{FEWEST_DECISIONS} decisions are needed, there are {len(decisions)}.")
    started = time.perf_counter()
    digest = training_hash(frame, decisions, seed)
    day_one = day_one or _day_one(frame, [each.text for each in decisions])
    ordered = _ordered(decisions)
    distinct = sorted({each.text for each in ordered})
    codings = dict(zip(distinct, day_one.code(distinct), strict=True))
    models: dict[str, Model] = {}
    parts: dict[str, Any] = {}
    compared: list[Comparison] = []
    read = [each for each in ordered if "unsupported_language" not in codings[each.text].abstentions]
    material = Material([each.text for each in read])
    for examples in _tasks(frame, read, codings):
        model, judged = _learned(frame, material, examples, seed)
        models |= {examples.task: model} if model else {}
        parts[examples.task] = card.of_task(judged, model)
        compared.extend(judged.wholes)
    taken = handed_over(compared)
    texts = [each.text for each in ordered]
    document = {
        "version": version_of(digest),
        "training_hash": digest,
        "coding_frame_version": frame.version,
        "recipe": RECIPE,
        "features": card.FEATURES,
        "seed": seed,
        "libraries": card.libraries(),
        "n": len(texts),
        "texts": len(np.unique(text_groups(texts))),
        **card.of_texts(texts, [codings[text].language for text in texts]),
        "handed_over": sorted(taken),
        "limits": limits(models),
        "tasks": {task: parts[task] for task in (RELEVANCE, TARGET_GROUPS, KIND)},
        "training_seconds": round(time.perf_counter() - started, 2),
    }
    return TrainedCoder(LearnedCoder(day_one, models, taken, version_of(digest)), digest, document)


def _day_one(frame: CodingFrame, texts: Sequence[str]) -> DayOneCoder:
    """The coder of day one; what it shares with the lemmas of the texts is read once for both."""
    held = [dictionary(language) for language in LANGUAGES]
    lemmas.load(texts)
    coder = DayOneCoder(frame).fit()
    del held
    return coder


def _ordered(decisions: Sequence[Decision]) -> list[Decision]:
    plain = [Decision(d.text, d.relevant, tuple(sorted(set(d.target_groups))), d.kind) for d in decisions]
    return sorted(plain, key=lambda d: (d.text, d.relevant, d.target_groups, d.kind or ""))


def _tasks(
    frame: CodingFrame, decisions: Sequence[Decision], codings: Mapping[str, Coding]
) -> Iterator[_Examples]:
    """The most texts come last: the kernel of all texts is given away with them."""
    rows = [(row, d, codings[d.text]) for row, d in enumerate(decisions)]
    relevant = [(row, d, coding) for row, d, coding in rows if d.relevant]
    kinds = tuple(sorted({d.kind for _, d, _ in relevant if d.kind}))
    yield _examples(
        KIND, kinds, [(row, {d.kind}, {coding.kind or ""}) for row, d, coding in relevant if d.kind]
    )
    yield _examples(
        TARGET_GROUPS,
        frame.group_codes,
        [(row, set(d.target_groups), set(coding.suggested_groups)) for row, d, coding in relevant],
    )
    verdicts = (IRRELEVANT, RELEVANT)
    yield _examples(
        RELEVANCE,
        verdicts,
        [(row, {verdicts[d.relevant]}, {verdicts[coding.relevance >= 0.5]}) for row, d, coding in rows],
    )


def _examples(task: str, codes: Sequence[str], rows: Sequence[tuple[int, set[str], set[str]]]) -> _Examples:
    """From rows of (number of the decision, codes that people gave, codes that the frame gives)."""
    truth = np.array([[code in given for code in codes] for _, given, _ in rows], dtype=bool)
    by_frame = np.array([[code in given for code in codes] for _, _, given in rows], dtype=bool)
    shape = (len(rows), len(codes))
    numbers = np.array([row for row, _, _ in rows], dtype=np.int_)
    return _Examples(task, tuple(codes), numbers, truth.reshape(shape), by_frame.reshape(shape))


def _learned(
    frame: CodingFrame, material: Material, examples: _Examples, seed: int
) -> tuple[Model | None, Judged]:
    """The model of one task (None: too little to learn from), and what was found out about it."""
    texts = material.groups[examples.rows]
    n, distinct = len(texts), len(np.unique(texts))
    few = [_is_rare(column, texts) for column in examples.truth.T]
    unlearned = tuple(code for code, rare in zip(examples.codes, few, strict=True) if rare)
    if examples.task == TARGET_GROUPS:
        kept = [i for i, rare in enumerate(few) if not rare]
        codes = tuple(examples.codes[i] for i in kept)
        examples = replace(
            examples, codes=codes, truth=examples.truth[:, kept], by_frame=examples.by_frame[:, kept]
        )
    enough = n >= FEWEST_DECISIONS and sum(not rare for rare in few) >= 1
    if not enough or (examples.task == RELEVANCE and unlearned):
        return None, Judged(examples.task, (), n, distinct, examples.truth, None, (), (), unlearned)
    model = _fitted(material, examples, seed)
    probabilities, given = model.left_out()
    given = _without_company(frame, model, given)
    columns = [(code, [column]) for column, code in enumerate(examples.codes)] + model.columns()
    found = compare(examples.truth, given, examples.by_frame, texts, columns, seed)
    judged = Judged(
        examples.task,
        examples.codes,
        n,
        distinct,
        examples.truth,
        probabilities,
        tuple(found[: len(examples.codes)]),
        tuple(found[len(examples.codes) :]),
        unlearned,
    )
    return model, judged


def _fitted(material: Material, examples: _Examples, seed: int) -> Model:
    multilabel = examples.task == TARGET_GROUPS
    classifier = TextClassifier(multilabel=multilabel, seed=seed)
    target = examples.truth if multilabel else np.array(examples.codes)[examples.truth.argmax(axis=1)]
    classifier.learn(material, examples.rows, target)
    # Rounded to what the artifact keeps, so that the coder says the same before it is stored and after.
    classifier.coef_ = classifier.coef_.astype(np.float16).astype(np.float32)
    return Model(examples.task, examples.codes, classifier)


def _is_rare(column: Marks, texts: NDArray[np.int_]) -> bool:
    return min(len(np.unique(texts[column])), len(np.unique(texts[~column]))) < FEWEST_EXAMPLES


def _without_company(frame: CodingFrame, model: Model, given: Marks) -> Marks:
    """The marks without groups that are given only alone, where there is another."""
    alone = {group.code for group in frame.target_groups if group.only_alone}
    lonely = np.array([model.task == TARGET_GROUPS and code in alone for code in model.codes], dtype=bool)
    accompanied = np.any(given[:, ~lonely], axis=1, keepdims=True)
    kept: Marks = given & ~(lonely & accompanied)
    return kept
