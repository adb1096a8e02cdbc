"""Faults of a questionnaire, found before it is published.

`structure` says whether it holds together (errors stop publication), `method` whether the questions are good
ones (warnings).
"""

from functools import lru_cache

from forms.checks import method, structure
from forms.checks.finding import Finding, Severity
from forms.definition.questionnaire import Questionnaire

__all__ = ["Finding", "Severity", "findings"]


def findings(questionnaire: Questionnaire, *, filled: bool = False) -> list[Finding]:
    """Everything that is to be said about a questionnaire: its structure first, then its method.

    `filled` says that the options of catalogues are in already (`forms.definition.materialise`), so that an
    empty one is a fault. Every page of a draft asks this, so what was found is kept for a while.
    """
    return list(_findings(questionnaire, filled=filled))


@lru_cache(maxsize=20)
def _findings(questionnaire: Questionnaire, *, filled: bool) -> tuple[Finding, ...]:
    return (*structure.findings(questionnaire, filled=filled), *method.findings(questionnaire))
