"""Are the questions good ones: wording, scales, options, privacy and burden, in Czech and in English.

Everything found here is a warning: the author may have a reason, and says it.
"""

from __future__ import annotations

from forms.checks.finding import Finding, placed
from forms.definition.questionnaire import Questionnaire


def findings(questionnaire: Questionnaire) -> list[Finding]:
    """What a methodologist would raise an eyebrow at, in the order of the document."""
    return placed(questionnaire, [])
