"""Training: what people decided goes in, a coder and its card come out.

Three models are learned: relevance from all decisions, target groups and kind from those found relevant (so
their probabilities hold for relevant comments). The texts are taken apart once for all three. Scores on the
card come from what was said of texts without sight of them, copies of a text left out together; nothing is
fitted twice. Which labels the coder takes over from the frame is decided in `judging`, where both are
compared as they run, with the service that was chosen beside a comment.

Same decisions in any order, same frame and same seed give the same coder. Comments in languages that are not
read are left out: the coder abstains there.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.dictionaries import LANGUAGES, dictionary
from analytics.text.learning import card, lemmas
from analytics.text.learning.card import Judged
from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.coder import LearnedCoder
from analytics.text.learning.handover import FEWEST_DECISIONS
from analytics.text.learning.judging import Comment, Examples, Judgement, judge
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

RECIPE = "learned-3"
"""Raised whenever the same decisions would give another coder."""
FEWEST_EXAMPLES = 10
"""Different texts with a label, and without it, from which it is learned."""


@dataclass(frozen=True)
class Decision:
    """A text and what was decided about it; groups (codes) and kind are of relevant ones only.

    `service_groups` are the codes of the groups that the service chosen with it is for, None where none was
    chosen; nothing is learned from them, they take part in the comparison.
    """

    text: str
    relevant: bool
    target_groups: tuple[str, ...] = ()
    kind: str | None = None
    service_groups: tuple[str, ...] | None = None


@dataclass(frozen=True)
class TrainedCoder:
    """A coder, and its card: a JSON document of what it learned from and how good it was found to be."""

    coder: LearnedCoder
    training_hash: str
    card: Mapping[str, Any]


@dataclass(frozen=True)
class _Learned:
    """Of one task: what was there to learn from, codes with too few examples, and the model.

    None: there was too little to learn from.
    """

    examples: Examples
    model: Model | None
    unlearned: tuple[str, ...]


def training_hash(frame: CodingFrame, decisions: Sequence[Decision], seed: int = 0) -> str:
    """SHA-256 of everything that the coder follows from; the order of the decisions does not count."""
    rows = [astuple(each) for each in _ordered(decisions)]
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
    read = [each for each in ordered if "unsupported_language" not in codings[each.text].abstentions]
    material = Material([each.text for each in read])
    learned = [_learned(material, each, seed) for each in _tasks(frame, read)]
    models = {each.examples.task: each.model for each in learned if each.model is not None}
    comments = [
        Comment(each.text, group, codings[each.text], each.service_groups)
        for each, group in zip(read, material.groups.tolist(), strict=True)
    ]
    examples = {each.examples.task: each.examples for each in learned}
    judgement = judge(day_one, models, comments, examples, seed)
    parts = {each.examples.task: _part(each, material, judgement) for each in learned}
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
        "with_service": sum(each.service_groups is not None for each in ordered),
        "handed_over": sorted(judgement.handed_over),
        "limits": limits(models),
        "tasks": {task: parts[task] for task in (RELEVANCE, TARGET_GROUPS, KIND)},
        "training_seconds": round(time.perf_counter() - started, 2),
    }
    coder = LearnedCoder(day_one, models, judgement.handed_over, version_of(digest))
    return TrainedCoder(coder, digest, document)


def _day_one(frame: CodingFrame, texts: Sequence[str]) -> DayOneCoder:
    """The coder of day one; what it shares with the lemmas of the texts is read once for both."""
    held = [dictionary(language) for language in LANGUAGES]
    lemmas.load(texts)
    coder = DayOneCoder(frame).fit()
    del held
    return coder


def _ordered(decisions: Sequence[Decision]) -> list[Decision]:
    plain = [
        replace(
            each,
            target_groups=_distinct(each.target_groups),
            service_groups=None if each.service_groups is None else _distinct(each.service_groups),
        )
        for each in decisions
    ]
    return sorted(
        plain,
        key=lambda d: (
            d.text,
            d.relevant,
            d.target_groups,
            d.kind or "",
            d.service_groups is not None,
            d.service_groups or (),
        ),
    )


def _distinct(codes: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))


def _tasks(frame: CodingFrame, decisions: Sequence[Decision]) -> Iterator[Examples]:
    """The most texts come last: the kernel of all texts is given away with them."""
    relevant = [(row, d) for row, d in enumerate(decisions) if d.relevant]
    kinds = tuple(sorted({d.kind for _, d in relevant if d.kind}))
    verdicts = (IRRELEVANT, RELEVANT)
    yield _examples(KIND, kinds, [(row, {d.kind}) for row, d in relevant if d.kind])
    yield _examples(TARGET_GROUPS, frame.group_codes, [(row, set(d.target_groups)) for row, d in relevant])
    yield _examples(RELEVANCE, verdicts, [(row, {verdicts[d.relevant]}) for row, d in enumerate(decisions)])


def _examples(task: str, codes: Sequence[str], rows: Sequence[tuple[int, set[str]]]) -> Examples:
    """From rows of (number of the decision, codes that people gave)."""
    truth = np.array([[code in given for code in codes] for _, given in rows], dtype=bool)
    numbers = np.array([row for row, _ in rows], dtype=np.int_)
    return Examples(task, tuple(codes), numbers, truth.reshape(len(rows), len(codes)))


def _learned(material: Material, examples: Examples, seed: int) -> _Learned:
    texts = material.groups[examples.rows]
    few = [_is_rare(column, texts) for column in examples.truth.T]
    unlearned = tuple(code for code, rare in zip(examples.codes, few, strict=True) if rare)
    if examples.task == TARGET_GROUPS:
        kept = [i for i, rare in enumerate(few) if not rare]
        codes = tuple(examples.codes[i] for i in kept)
        examples = replace(examples, codes=codes, truth=examples.truth[:, kept])
    enough = len(texts) >= FEWEST_DECISIONS and not all(few)
    if not enough or (examples.task == RELEVANCE and unlearned):
        return _Learned(examples, None, unlearned)
    return _Learned(examples, _fitted(material, examples, seed), unlearned)


def _fitted(material: Material, examples: Examples, seed: int) -> Model:
    multilabel = examples.task == TARGET_GROUPS
    classifier = TextClassifier(multilabel=multilabel, seed=seed)
    target = examples.truth if multilabel else np.array(examples.codes)[examples.truth.argmax(axis=1)]
    classifier.learn(material, examples.rows, target)
    # Rounded to what the artifact keeps, so that the coder says the same before it is stored and after.
    classifier.coef_ = classifier.coef_.astype(np.float16).astype(np.float32)
    return Model(examples.task, examples.codes, classifier)


def _is_rare(column: Marks, texts: NDArray[np.int_]) -> bool:
    return min(len(np.unique(texts[column])), len(np.unique(texts[~column]))) < FEWEST_EXAMPLES


def _part(learned: _Learned, material: Material, judgement: Judgement) -> dict[str, Any]:
    """The part of the card about one task."""
    examples, model = learned.examples, learned.model
    texts = material.groups[examples.rows]
    n, distinct = len(texts), len(np.unique(texts))
    if model is None:
        return card.of_task(Judged(n, distinct, learned.unlearned))
    return card.of_task(
        Judged(
            n,
            distinct,
            learned.unlearned,
            examples.truth,
            model.left_out()[0],
            judgement.labels[examples.task],
            judgement.wholes[examples.task],
        )
    )
