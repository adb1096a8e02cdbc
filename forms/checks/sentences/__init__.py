"""What a finding means, in plain sentences: where, what, why it matters, how to mend it.

In Czech, English and Ukrainian; another language gets English.
"""

from __future__ import annotations

from dataclasses import dataclass

from forms.checks.finding import Finding
from forms.definition.questionnaire import Questionnaire


@dataclass(frozen=True)
class Said:
    """A finding in words. `where` names the place as its author knows it."""

    where: str
    what: str
    why: str
    mend: str


def said(finding: Finding, questionnaire: Questionnaire, language: str) -> Said:
    """The finding in this language."""
    return Said(finding.path, finding.code.replace("_", " "), "", "")
