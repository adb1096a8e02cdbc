"""Are the questions good ones: wording, scales, options, privacy and burden, in Czech and in English.

Everything found here is a warning: the author may have a reason, and says it. Other languages are only
checked for what needs no words (scores, time, how much is to be written).
"""

from __future__ import annotations

from collections.abc import Iterator

from forms.checks.finding import Finding, Severity, placed
from forms.checks.method import barrels, burden, choices, privacy, scales, way_out, wording
from forms.checks.method.jargon import speaks_to_staff
from forms.checks.method.reading import Fault, Question, as_written, questions
from forms.definition.questionnaire import Questionnaire

RULES = (
    barrels.faults,
    wording.faults,
    scales.faults,
    way_out.faults,
    choices.faults,
    privacy.faults,
    burden.faults,
)
WORDS_OF_A_FIELD = {"jargon", "abbreviation"}
"""Codes that say nothing to people who work in the field."""


def findings(questionnaire: Questionnaire) -> list[Finding]:
    """What a methodologist would raise an eyebrow at, in the order of the document."""
    asked = list(questions(questionnaire))
    found: dict[tuple[str, str, str], Finding] = {}
    for question in asked:
        for rule in RULES:
            for fault in rule(question):
                finding = _finding(question, fault)
                found.setdefault((finding.code, finding.path, finding.params["language"]), finding)
    if any(code in WORDS_OF_A_FIELD for code, *_ in found) and any(map(speaks_to_staff, asked)):
        found = {key: finding for key, finding in found.items() if finding.code not in WORDS_OF_A_FIELD}
    return placed(questionnaire, [*found.values(), *_whole(questionnaire, asked)])


def _finding(question: Question, fault: Fault) -> Finding:
    """A fault of a shared scale is one finding at the scale, however many items use it."""
    item = question.place.item
    path = f"{question.place.path}/{fault.below}"
    if fault.below == "scale":
        number = [scale.code for scale in question.questionnaire.scales].index(str(item.scale))
        easy = question.easy and question.questionnaire.scales[number].easy_options
        path = f"/scales/{number}/{'easy_options' if easy else 'options'}"
    words, arrow, plain = fault.words.partition(" → ")
    params = {"language": question.tag, "words": as_written(question, words) + arrow + plain}
    about = f"{question.text}\n{fault.words}" if fault.below == "texts" else fault.words
    return Finding(fault.code, path, params, Severity.WARNING, item.item_code, about=about)


def _whole(questionnaire: Questionnaire, asked: list[Question]) -> Iterator[Finding]:
    """Faults of the questionnaire as a whole."""
    if count := burden.too_many_open(questionnaire):
        yield Finding("too_many_open", "/sections", {"count": count}, Severity.WARNING)
    if long := burden.too_long(questionnaire):
        params = {"language": long[0], "minutes": str(long[1])}
        yield Finding("too_long", "/sections", params, Severity.WARNING)
    for code, question in (
        ("agreement_only", scales.agreement_heavy(asked)),
        ("sensitive_early", privacy.delicate_early(asked)),
    ):
        if question is not None:
            yield _finding(question, Fault(code, question.text))
