"""The learned coder: codes by the frame as the day-one coder does, but for what was handed over to models.

The score of a label that was handed over is a calibrated probability, its reasons are the words that moved
it. Probabilities of all learned labels stand in `Coding.probabilities`, also of those that were not handed
over. A text in a language that is not read, or without words, stays with the day-one coder, which abstains;
signs of danger always come from the frame. A target group that a newer frame does not know is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sklearn.base import BaseEstimator

from analytics.text.coding import Coding, Reason
from analytics.text.day_one.coder import DayOneCoder
from analytics.text.learning.explanation import moving_words
from analytics.text.learning.tasks import (
    IRRELEVANT,
    KIND,
    RELEVANCE,
    RELEVANT,
    TARGET_GROUPS,
    Marks,
    Model,
    Numbers,
    verdict,
    without_company,
)

_UNREAD = frozenset({"unsupported_language", "no_words"})
_MOST_WORDS = 3
_AT_ONCE = 64
"""Texts whose words are taken apart together: were they all of the greatest length, still some 150 MB."""
_OF_GROUPS = frozenset({"group", "similarity", "age", "language"})


@dataclass(frozen=True)
class Said:
    """What models say of a text, by task: shape (codes), and what each word has in it: (words, codes).

    Without `parts` a coding made of it has no reasons.
    """

    text: str
    probabilities: Mapping[str, Numbers]
    given: Mapping[str, Marks]
    parts: Mapping[str, Numbers] | None = None


def is_read(coding: Coding) -> bool:
    """Whether models may speak of the text that the frame coded so."""
    return not _UNREAD.intersection(coding.abstentions)


class LearnedCoder(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Codes comments by learned models where they were measured to be better, else by the frame.

    All `models` share their features; `handed_over` holds "relevant", "kind" and "group:…". Built by
    `training.train` or `artifacts.from_bytes`.
    """

    def __init__(
        self,
        day_one: DayOneCoder,
        models: Mapping[str, Model],
        handed_over: frozenset[str],
        model_version: str,
    ) -> None:
        self.day_one = day_one
        self.models = models
        self.handed_over = handed_over
        self.model_version = model_version

    def code(self, texts: Sequence[str]) -> list[Coding]:
        """One coding for each text, in order."""
        codings = [replace(coding, model_version=self.model_version) for coding in self.day_one.code(texts)]
        read = [i for i, coding in enumerate(codings) if is_read(coding)]
        for start in range(0, len(read) if self.models else 0, _AT_ONCE):
            batch = read[start : start + _AT_ONCE]
            for i, said in zip(batch, self._said([texts[i] for i in batch]), strict=True):
                codings[i] = self.with_models(codings[i], said)
        return codings

    def _said(self, texts: list[str]) -> Iterator[Said]:
        """What the models say of each text, with the words taken apart once for all of them."""
        features = next(iter(self.models.values())).classifier.features_
        apart = features.apart(texts)
        found = {}
        for task, model in self.models.items():
            probabilities = model.classifier.probabilities_of(apart.texts)
            found[task] = (probabilities, model.given(probabilities), apart.words @ model.classifier.coef_)
        for row, text in enumerate(texts):
            words = slice(apart.ends[row], apart.ends[row + 1])
            yield Said(
                text,
                {task: probabilities[row] for task, (probabilities, _, _) in found.items()},
                {task: given[row] for task, (_, given, _) in found.items()},
                {task: parts[words] for task, (_, _, parts) in found.items()},
            )

    def with_models(self, coding: Coding, said: Said) -> Coding:
        """The frame's coding of a text that is read, with what the models say where they took over."""
        known = {
            key: round(float(said.probabilities[task][column]), 4)
            for task, model in self.models.items()
            for key, column in model.keys().items()
        }
        coding = replace(coding, probabilities=known)
        if RELEVANT in self.handed_over:
            coding = self._with_relevance(said, coding, known[RELEVANT])
        if KIND in self.handed_over:
            codes = self.models[KIND].codes
            scores = {**dict.fromkeys(coding.kind_scores, 0.0), **{c: known[f"kind:{c}"] for c in codes}}
            kinds = [code for code, mark in zip(codes, said.given[KIND], strict=True) if mark]
            coding = self._with_kind(said, coding, kinds[0] if kinds else None, scores)
        if TARGET_GROUPS in self.models:
            codes = self.models[TARGET_GROUPS].codes
            marked = {code for code, mark in zip(codes, said.given[TARGET_GROUPS], strict=True) if mark}
            coding = self._with_groups(said, coding, known, marked)
        return coding

    def _with_relevance(self, said: Said, coding: Coding, probability: float) -> Coding:
        relevant = verdict(probability)
        kept = [reason for reason in coding.reasons if reason.what != "relevance"]
        if relevant is not False:
            kept = [reason for reason in kept if reason.what != "signpost"]
        signposts = [reason.code for reason in kept if reason.what == "signpost"]
        leaning = RELEVANT if probability >= 0.5 else IRRELEVANT
        return replace(
            coding,
            relevance=probability,
            relevant=relevant,
            suggested_reason=signposts[0] if signposts else None,
            abstentions=("uncertain",) if relevant is None else (),
            reasons=(*kept, *self._reasons(said, RELEVANCE, leaning)),
        )

    def _with_kind(self, said: Said, coding: Coding, kind: str | None, scores: Mapping[str, float]) -> Coding:
        reasons = [reason for reason in coding.reasons if reason.what != "kind"]
        reasons.extend(self._reasons(said, KIND, kind) if kind else ())
        return replace(coding, kind=kind, kind_scores=dict(scores), reasons=tuple(reasons))

    def _with_groups(
        self, said: Said, coding: Coding, known: Mapping[str, float], marked: set[str]
    ) -> Coding:
        taken = {code for code in coding.target_groups if f"group:{code}" in self.handed_over}
        suggested = (set(coding.suggested_groups) - taken) | (marked & taken)
        groups = without_company(self.day_one.frame, sorted(suggested))
        thresholds = self.models[TARGET_GROUPS].classifier.thresholds_
        reached = thresholds is None or thresholds.reached(said.probabilities[TARGET_GROUPS]).any()
        guessed = () if reached else tuple(code for code in groups if code in taken)
        reasons = [r for r in coding.reasons if r.what not in _OF_GROUPS or r.code not in taken]
        for code in groups:
            reasons.extend(self._reasons(said, TARGET_GROUPS, code) if code in taken else ())
        scores = {
            code: known[f"group:{code}"] if code in taken else score
            for code, score in coding.target_groups.items()
        }
        return replace(
            coding,
            target_groups=scores,
            suggested_groups=groups,
            guessed_groups=guessed,
            reasons=tuple(reasons),
        )

    def _reasons(self, said: Said, task: str, code: str) -> Iterator[Reason]:
        """The words that moved the model most towards a code, each with its part of that pull."""
        if said.parts is None:
            return
        column = self.models[task].codes.index(code)
        words = moving_words(said.text, said.parts[task][:, column].tolist())
        towards = [word for word in words if word.weight > 0]
        whole = sum(word.weight for word in towards)
        for word in towards[:_MOST_WORDS]:
            part = round(word.weight / whole, 4)
            yield Reason("learned", code, part, word.word, word.start, word.end, "")
