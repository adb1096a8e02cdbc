"""Does a questionnaire hold together: codes, texts, answers, scales, conditions, earlier answers repeated.

Reads a loaded questionnaire, so shapes are sound already. Errors stand in the way of publication; whether the
questions are good ones is `forms.checks.method`'s business.
"""

from __future__ import annotations

from forms.checks.finding import Finding, Severity, placed
from forms.checks.structure.answers import findings as in_answers
from forms.checks.structure.codes import findings as in_codes
from forms.checks.structure.conditions import findings as in_conditions
from forms.checks.structure.piping import findings as in_piping
from forms.checks.structure.reach import findings as in_reach
from forms.checks.structure.scales import findings as in_scales
from forms.checks.structure.translations import findings as in_translations
from forms.definition.questionnaire import Questionnaire
from forms.specimens import with_stand_ins

__all__ = ["Finding", "errors", "findings"]


def findings(questionnaire: Questionnaire, *, filled: bool = False) -> list[Finding]:
    """Every fault, in the order of the document. `filled`: the options of catalogues are in already."""
    routed = questionnaire if filled else with_stand_ins(questionnaire)
    return placed(
        questionnaire,
        [
            *in_codes(questionnaire),
            *in_translations(questionnaire),
            *in_scales(questionnaire),
            *in_answers(questionnaire, filled=filled),
            *in_piping(routed),
            *in_conditions(routed),
            *in_reach(routed),
        ],
    )


def errors(questionnaire: Questionnaire, *, filled: bool = False) -> list[Finding]:
    """Only what stands in the way of publication."""
    found = findings(questionnaire, filled=filled)
    return [finding for finding in found if finding.severity is Severity.ERROR]
