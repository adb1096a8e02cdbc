"""Codes: used once, not taken by the machine, and something under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from forms.checks.finding import Finding, Severity
from forms.checks.places import asked
from forms.definition.questionnaire import Questionnaire

RESERVED_CODES = frozenset({"action", "csrf_token", "submission"})
"""Names that web pages use for inputs of their own beside those of the items."""


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Faults of the codes of items, sections, scales and options."""
    if not questionnaire.items:
        yield Finding("no_items", "/sections")
    yield from repeated((section.section_code for section in questionnaire.sections), "/sections")
    yield from repeated((scale.code for scale in questionnaire.scales), "/scales")
    yield from _empty_sections(questionnaire)
    yield from _items(questionnaire)
    for number, scale in enumerate(questionnaire.scales):
        yield from repeated((option.code for option in scale.options), f"/scales/{number}/options")
        easy = (scale.easy_options or ()) if questionnaire.variants else ()
        yield from repeated((option.code for option in easy), f"/scales/{number}/easy_options")
    for path, item, _, _ in asked(questionnaire):
        yield from repeated((option.code for option in item.options), f"{path}/options")


def repeated(codes: Iterable[str], path: str) -> Iterator[Finding]:
    """A finding for each code that comes more than once."""
    for code, times in Counter(codes).items():
        if times > 1:
            yield Finding("duplicate_code", path, {"code": code})


def _empty_sections(questionnaire: Questionnaire) -> Iterator[Finding]:
    for number, section in enumerate(questionnaire.sections):
        if not section.items and questionnaire.items:
            yield Finding("empty_section", f"/sections/{number}", {"section": section.section_code})


def _items(questionnaire: Questionnaire) -> Iterator[Finding]:
    first_places: dict[str, str] = {}
    spellings: dict[str, str] = {}
    for path, item, _, _ in asked(questionnaire):
        code = item.item_code
        if code in first_places:
            yield Finding("duplicate_code", path, {"code": code, "first": first_places[code]})
        elif code.lower() in spellings:
            params = {"code": code, "other": spellings[code.lower()]}
            yield Finding("codes_differ_in_case", path, params, Severity.WARNING)
        if code in RESERVED_CODES:
            yield Finding("reserved_code", path, {"code": code})
        first_places.setdefault(code, path)
        spellings.setdefault(code.lower(), code)
