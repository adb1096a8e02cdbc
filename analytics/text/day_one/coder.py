"""The day-one coder: codes comments from the coding frame alone, before a single decision has been made.

How it scores. Words that stand in the frame are found in the comment (`matching`), those in neutral phrases
or inside longer terms are dropped (`evidence`), and what remains is combined as independent witnesses,
1 − Π(1 − weight), at most three different words each:

* target group: words for its help 0.85, for its people 0.6, hints 0.3, a stated age or a writing language
  that names the group 0.6; resemblance to the frame's description adds up to 0.25 of the remaining doubt.
  Suggested from 0.5. A group marked `only_alone` is suggested only when no other is.
* relevance: r for it (help of a group 0.8, services 0.75, people 0.25 once, hints 0.25, a sign of danger
  0.6), s against it
  (signposts 0.75 each, up to halved as far as help or services are named: a bus *to the home for seniors*);
  relevance = ½ + ½ (r − s). Relevant from 0.65, irrelevant up to 0.35, between them the coder abstains.
  A group named alone, or a single hint, stays between them (labelling rule 3).
* no-content answers ("nic", "nevím") count only when they are the whole comment.
* kind: see `kind`. Urgent: any term of danger, in any language, whatever the relevance; a false alarm is
  read, a missed one is not.

Honest limits. The scores order and explain; they are not calibrated probabilities. Sarcasm, wishes between
the lines and words that the frame does not list pass unseen. Negation is looked at for the kind only:
"nemáme pečovatelku" is about home care. Danger told in other words than the frame's is missed, so the flag
never replaces reading. Missing accents make some words ambiguous ("byt" may be "být"): text without accents
fires a little more often. Languages other than cs, sk, uk and en are not read.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from spacy.tokens import Doc

from analytics.text.coding import Abstention, Coding, Reason
from analytics.text.day_one.coding_frame import KINDS, CodingFrame, TargetGroup
from analytics.text.day_one.evidence import (
    GROUP_WEIGHTS,
    RELEVANCE_WEIGHTS,
    SIGNPOST_WEIGHT,
    WRITTEN_IN_WEIGHT,
    combined,
    reason_for,
    stated_ages,
    strongest,
    without_covered,
)
from analytics.text.day_one.kind import kind_of
from analytics.text.day_one.matching import TERM_LANGUAGES, Match, TermMatcher
from analytics.text.day_one.similarity import FrameSimilarity
from analytics.text.language import Language, detect
from analytics.text.personal_data.find import Find, without_overlaps

MODEL_VERSION = "day-one-2"
SUGGESTED_FROM = 0.5
RELEVANT_FROM, IRRELEVANT_UP_TO = 0.65, 0.35

_MATCHER_OF = {"cs": "cs", "sk": "cs", "uk": "uk", "en": "en"}
_SIMILARITY_SHARE = 0.25
_BATCH = 1_000


class DayOneCoder(BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Codes comments by a coding frame. Follows scikit-learn's conventions; `fit` learns nothing.

    Building it takes about three seconds: keep one per process. It is not safe to share between threads.
    """

    def __init__(self, frame: CodingFrame) -> None:
        self.frame = frame

    def fit(self, texts: Sequence[str] | None = None, y: object = None) -> DayOneCoder:
        """Prepare the matchers. Raises FrameError for a term with too many readings."""
        self.matchers_ = {language: TermMatcher(self.frame, language) for language in TERM_LANGUAGES}
        self.similarities_ = {
            language: FrameSimilarity(self.frame, read) for language, read in TERM_LANGUAGES.items()
        }
        self.classes_ = np.array(self.frame.group_codes)
        return self

    def predict_proba(self, texts: Sequence[str]) -> NDArray[np.float64]:
        """Scores of the target groups, shape (texts, groups), columns as `classes_`. Not calibrated."""
        return np.array(
            [[coding.target_groups[code] for code in self.frame.group_codes] for coding in self.code(texts)]
        ).reshape(len(texts), len(self.frame.group_codes))

    def predict(self, texts: Sequence[str]) -> NDArray[np.int_]:
        """Indicator matrix of the suggested groups, shape (texts, groups)."""
        rows = [set(coding.suggested_groups) for coding in self.code(texts)]
        return np.array(
            [[int(code in row) for code in self.frame.group_codes] for row in rows], dtype=np.int_
        ).reshape(len(texts), len(self.frame.group_codes))

    def code(self, texts: Sequence[str]) -> list[Coding]:
        """One coding for each text, in order.

        Any string is taken; only its first 20,000 characters are read.
        """
        if not hasattr(self, "matchers_"):
            self.fit()
        languages = [detect(text) for text in texts]
        codings: list[Coding | None] = [None] * len(texts)
        for matcher in TERM_LANGUAGES:
            positions = [i for i, found in enumerate(languages) if _MATCHER_OF.get(found.code) == matcher]
            for start in range(0, len(positions), _BATCH):
                batch = positions[start : start + _BATCH]
                coded = self._code_batch([texts[i] for i in batch], [languages[i] for i in batch], matcher)
                for position, coding in zip(batch, coded, strict=True):
                    codings[position] = coding
        return [
            coding if coding is not None else self._unread(texts[i], languages[i])
            for i, coding in enumerate(codings)
        ]

    def _code_batch(self, texts: list[str], languages: list[Language], matcher: str) -> Iterator[Coding]:
        resemblances = self.similarities_[matcher].resemblance(texts)
        documents = self.matchers_[matcher].documents(texts)
        for document, language, resemblance in zip(documents, languages, resemblances, strict=True):
            matches = without_covered(self.matchers_[matcher].matches(document))
            finds = self.matchers_[matcher].personal_data(document)
            yield self._coding(document, language, matches, finds, resemblance)

    def _coding(
        self,
        document: Doc,
        language: Language,
        matches: list[Match],
        finds: Iterable[Find],
        resemblance: NDArray[np.float32],
    ) -> Coding:
        content = [match for match in matches if match.meaning.code != "no_content"]
        empty = [match for match in matches if match.meaning.code == "no_content"]
        groups, group_reasons = self._groups(document, language, content, resemblance)
        relevance, relevant, suggested_reason, abstentions, relevance_reasons = self._relevance(
            document, content, empty
        )
        kind, kind_scores, kind_reasons = kind_of(document, content)
        danger = [reason_for("urgent", 1.0, m, document) for m in matches if m.meaning.family == "urgent"]
        return Coding(
            relevance=relevance,
            relevant=relevant,
            suggested_reason=suggested_reason,
            target_groups=groups,
            suggested_groups=suggested_groups(self.frame, groups),
            kind=kind,
            kind_scores=kind_scores,
            language=language.code,
            language_probability=language.probability,
            urgent=bool(danger),
            reasons=(*danger, *relevance_reasons, *group_reasons, *kind_reasons),
            abstentions=abstentions,
            model_version=MODEL_VERSION,
            coding_frame_version=self.frame.version,
            personal_data=tuple((find.kind, find.start, find.end) for find in finds),
        )

    def _groups(
        self, document: Doc, language: Language, matches: Iterable[Match], resemblance: NDArray[np.float32]
    ) -> tuple[dict[str, float], list[Reason]]:
        found: dict[str, list[Reason]] = defaultdict(list)
        for match in matches:
            if match.meaning.family == "group":
                weight = GROUP_WEIGHTS[match.meaning.part]
                found[match.meaning.code].append(reason_for("group", weight, match, document))
        scores: dict[str, float] = {}
        reasons: list[Reason] = []
        text = document.text
        for group, alike in zip(self.frame.target_groups, resemblance.tolist(), strict=True):
            named = strongest([*found[group.code], *_circumstances(group, text, language)])
            likeness = _SIMILARITY_SHARE * alike
            scores[group.code] = round(combined([*(reason.weight for reason in named), likeness]), 4)
            reasons.extend(named)
            if named and scores[group.code] >= SUGGESTED_FROM and likeness >= 0.1:
                reasons.append(Reason("similarity", group.code, round(likeness, 4), "", 0, 0, ""))
        return scores, reasons

    def _relevance(
        self, document: Doc, matches: list[Match], empty: list[Match]
    ) -> tuple[float, bool | None, str | None, tuple[Abstention, ...], list[Reason]]:
        """(relevance, verdict, suggested reason, abstentions, reasons)."""
        if not any(token.is_alpha for token in document):
            return 0.5, None, None, ("no_words",), []
        if empty and _covers(document, empty):
            reasons = [reason_for("signpost", SIGNPOST_WEIGHT, match, document) for match in empty]
            return round(0.5 - SIGNPOST_WEIGHT / 2, 4), False, "no_content", (), strongest(reasons)
        services, people, away = _subjects(document, matches)
        named = combined(reason.weight for reason in services)
        speaks_for = combined(reason.weight for reason in [*services, *people[:1]])
        speaks_against = combined(reason.weight for reason in away)
        against = speaks_against * (1 - 0.5 * named)
        relevance = round(0.5 + (speaks_for - against) / 2, 4)
        reasons = [*services, *people[:1], *away]
        if relevance >= RELEVANT_FROM:
            return relevance, True, None, (), reasons
        if relevance <= IRRELEVANT_UP_TO:
            return relevance, False, away[0].code, (), reasons
        why: Abstention = "conflicting_evidence" if away and speaks_for else "no_evidence"
        return relevance, None, None, (why,), reasons

    def _unread(self, text: str, language: Language) -> Coding:
        """The coding of a text in a language that is not read:

        Nothing is said about it, but danger and personal data are still looked for.
        """
        danger: list[Reason] = []
        finds: list[Find] = []
        for matcher in self.matchers_.values():
            for document in matcher.documents([text]):
                urgent = (m for m in matcher.matches(document) if m.meaning.family == "urgent")
                danger.extend(reason_for("urgent", 1.0, match, document) for match in urgent)
                finds.extend(matcher.personal_data(document))
        return Coding(
            relevance=0.5,
            relevant=None,
            suggested_reason=None,
            target_groups=dict.fromkeys(self.frame.group_codes, 0.0),
            suggested_groups=(),
            kind=None,
            kind_scores=dict.fromkeys(KINDS, 0.0),
            language=language.code,
            language_probability=language.probability,
            urgent=bool(danger),
            reasons=tuple(danger),
            abstentions=("unsupported_language",),
            model_version=MODEL_VERSION,
            coding_frame_version=self.frame.version,
            personal_data=tuple((find.kind, find.start, find.end) for find in without_overlaps(finds)),
        )


def suggested_groups(frame: CodingFrame, scores: Mapping[str, float]) -> tuple[str, ...]:
    """Codes of the groups from 0.5, in the frame's order; an `only_alone` group only when no other is."""
    strong = [group for group in frame.target_groups if scores[group.code] >= SUGGESTED_FROM]
    shared = [group for group in strong if not group.only_alone]
    return tuple(group.code for group in shared or strong)


def _circumstances(group: TargetGroup, text: str, language: Language) -> Iterator[Reason]:
    """Evidence that stands in no list of words: a stated age, the language of writing."""
    if group.age_from is not None:
        for years, start, end in stated_ages(text):
            if group.age_from <= years <= 120:
                yield Reason("age", group.code, GROUP_WEIGHTS["people"], text[start:end], start, end, "")
    if language.code in group.written_in:
        yield Reason("language", group.code, WRITTEN_IN_WEIGHT, "", 0, 0, language.code)


def _subjects(document: Doc, matches: Iterable[Match]) -> tuple[list[Reason], list[Reason], list[Reason]]:
    """Reasons for relevance by services and help, by people alone, and reasons to point elsewhere."""
    services, people, away = [], [], []
    for match in matches:
        family, part = match.meaning.family, match.meaning.part
        if family == "urgent":
            services.append(reason_for("relevance", RELEVANCE_WEIGHTS["danger"], match, document, "relevant"))
        elif family == "signpost":
            away.append(reason_for("signpost", SIGNPOST_WEIGHT, match, document))
        elif family == "relevance" or (family == "group" and part == "help"):
            weight = RELEVANCE_WEIGHTS[part]
            services.append(reason_for("relevance", weight, match, document, "relevant"))
        elif family == "group" and part == "people":
            people.append(reason_for("relevance", RELEVANCE_WEIGHTS[part], match, document, "relevant"))
    return strongest(services), strongest(people), strongest(away)


def _covers(document: Doc, matches: Iterable[Match]) -> bool:
    """Whether the matches together hold every word of the document."""
    held = {position for match in matches for position in range(match.start, match.end)}
    return all(position in held for position, token in enumerate(document) if token.is_alpha)
