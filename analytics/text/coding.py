"""What the machine says about one comment. A plain record: no rule of scoring lives here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

What = Literal[
    "group", "relevance", "signpost", "kind", "urgent", "age", "language", "similarity", "service", "learned"
]

Abstention = Literal["unsupported_language", "no_evidence", "conflicting_evidence", "no_words", "uncertain"]
"""Why the machine gives no verdict on relevance; "uncertain": a learned probability lies in the middle."""


@dataclass(frozen=True)
class Reason:
    """A piece of evidence: the words of the comment that fired, and for what.

    `start` and `end` are character offsets into the comment (equal when the whole comment is meant, as for
    a language, a similarity or the chosen service); `code` is what it speaks for; `weight` in [0, 1] how
    strongly; `term` is the entry of the coding frame.
    """

    what: What
    code: str
    weight: float
    text: str
    start: int
    end: int
    term: str


@dataclass(frozen=True)
class Coding:
    """A machine's coding of one comment.

    All scores lie in [0, 1]. They order and explain; only what stands in `probabilities` is a probability.
    """

    relevance: float
    relevant: bool | None
    """None: the machine does not know, see `abstentions`."""
    suggested_reason: str | None
    """Code of a signpost when the machine takes the comment for irrelevant."""
    target_groups: Mapping[str, float]
    suggested_groups: tuple[str, ...]
    kind: str | None
    kind_scores: Mapping[str, float]
    language: str
    language_probability: float
    urgent: bool
    reasons: tuple[Reason, ...]
    abstentions: tuple[Abstention, ...]
    model_version: str
    coding_frame_version: str
    probabilities: Mapping[str, float] = field(default_factory=dict)
    """Calibrated probabilities of learned labels, by "relevant", and for a relevant comment "group:seniors",
    "kind:praise". Empty where nothing was learned, or the text could not be read.
    """
    guessed_groups: tuple[str, ...] = ()
    """Suggested though no group reached its threshold: merely the likeliest one."""
    personal_data: tuple[tuple[str, int, int], ...] = ()
    """What looks like personal data: (kind as in `personal_data.find`, start, end), by position, apart.

    Codings that were stored before it was looked for lack it.
    """

    @property
    def abstained(self) -> bool:
        """Whether the machine gives no verdict on relevance."""
        return self.relevant is None

    def to_document(self) -> dict[str, Any]:
        """The coding as JSON: the same text, frame and model always give the same document."""
        document = asdict(self)
        document["suggested_groups"] = list(self.suggested_groups)
        document["guessed_groups"] = list(self.guessed_groups)
        document["abstentions"] = list(self.abstentions)
        document["reasons"] = [asdict(reason) for reason in self.reasons]
        document["abstained"] = self.abstained
        document["personal_data"] = [list(find) for find in self.personal_data]
        return document
