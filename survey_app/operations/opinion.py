"""What one person makes of a comment. Knows no table."""

from dataclasses import dataclass
from typing import Any

from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict


@dataclass(frozen=True)
class Opinion:
    """A verdict and what belongs to it; a reason given for a relevant comment is dropped.

    Raises:
        ValueError: an irrelevant comment needs a reason, a relevant one a kind.
    """

    verdict: Verdict
    reason: IrrelevanceReason | None = None
    target_groups: tuple[str, ...] = ()
    kind: CommentKind | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.verdict is Verdict.IRRELEVANT and self.reason is None:
            raise ValueError("an irrelevant comment needs a reason")
        if self.verdict is Verdict.RELEVANT and self.kind is None:
            raise ValueError("a relevant comment needs a kind")

    def columns(self) -> dict[str, Any]:
        """Return it as the tables of decisions and readings store it."""
        return {
            "verdict": self.verdict,
            "irrelevance_reason": self.reason if self.verdict is Verdict.IRRELEVANT else None,
            "target_groups": list(self.target_groups),
            "kind": self.kind,
            "note": self.note.strip(),
        }
