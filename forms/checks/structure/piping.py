"""Earlier answers repeated in later texts: that there is one to repeat, and words where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from forms.checks.finding import Finding, Severity
from forms.checks.places import Asked, asked
from forms.definition.questionnaire import Layout, Questionnaire
from forms.expressions.tree import And, Answered, Expression, In, Not
from forms.languages import Texts
from forms.piping import Placeholder, broken_placeholders, placeholders
from forms.solver import Solver, UndecidedError
from forms.specimens import SILENT


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Faults of placeholders in questions, hints and rows, and placeholders where none are filled in."""
    checker = _Piping(questionnaire)
    for place in asked(questionnaire):
        yield from checker.texts(place, place.item.texts, f"{place.path}/texts")
        yield from checker.texts(place, place.item.hints, f"{place.path}/hints")
    yield from _elsewhere(questionnaire)


class _Piping:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.order = {item.item_code: number for number, item in enumerate(questionnaire.items)}
        self.sections = {
            item.item_code: section.section_code
            for section in questionnaire.sections
            for item in section.asked
        }

    @cached_property
    def solver(self) -> Solver:
        return Solver(self.questionnaire)

    def texts(self, place: Asked, texts: Texts, path: str) -> Iterator[Finding]:
        told = set()
        for language, text in texts.items():
            for broken in broken_placeholders(text):
                yield Finding("piping_broken", path, {"text": broken, "language": language})
            for found in placeholders(text):
                for fault in self._placeholder(place, found, language, path):
                    if (fault.code, found.source) not in told:
                        told.add((fault.code, found.source))
                        yield fault

    def _placeholder(self, place: Asked, found: Placeholder, language: str, path: str) -> Iterator[Finding]:
        params = {"item": found.item_code, "language": language}
        piped = self.questionnaire.index.get(found.item_code)
        if piped is None:
            yield Finding("unknown_piped_item", path, params)
        elif piped.type in SILENT:
            yield Finding("nothing_to_pipe", path, params)
        elif self.order[piped.item_code] >= self.order[place.item.item_code]:
            yield Finding("later_piped_item", path, params)
        else:
            if self._on_same_page(place, piped.item_code):
                yield Finding("piped_on_same_page", path, params, Severity.WARNING)
            if not found.fallback.strip():
                yield from self._without_fallback(place, found, language, path)

    def _on_same_page(self, place: Asked, code: str) -> bool:
        match self.questionnaire.layout:
            case Layout.PAGE:
                return True
            case Layout.SECTION:
                return self.sections[code] == place.section.section_code
            case _:
                return self.questionnaire.index[code].battery == place.written.item_code

    def _without_fallback(
        self, place: Asked, found: Placeholder, language: str, path: str
    ) -> Iterator[Finding]:
        params = {"item": found.item_code, "language": language}
        if self._may_be_unanswered(place, found.item_code):
            yield Finding("piping_without_fallback", path, params, Severity.WARNING)
        if found.case is None:
            return
        options = self.questionnaire.options[found.item_code].values()
        missing = [
            option.code
            for option in options
            if not option.code.startswith("stand-in.")
            and not option.cases.get(found.case, {}).get(language)
            and self._can_hold(place, In(found.item_code, (option.code,)))
        ]
        if missing or not options:
            told = {**params, "case": found.case.value, "options": ", ".join(missing)}
            yield Finding("case_form_missing", path, told, Severity.WARNING)

    def _may_be_unanswered(self, place: Asked, code: str) -> bool:
        return self._can_hold(place, Not(Answered(code)))

    def _can_hold(self, place: Asked, part: Expression) -> bool:
        """Whether this may be so when the item is asked; False where that cannot be decided."""
        condition = self.questionnaire.conditions.get(place.item.item_code)
        wanted = part if condition is None else And((condition, part))
        try:
            return self.solver.answers(wanted, before=place.item.item_code) is not None
        except UndecidedError:
            return False


def _elsewhere(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Titles, options and the like are shown as they are written, braces and all."""
    for path, texts in _plain_texts(questionnaire):
        for language, text in texts.items():
            if placeholders(text) or "{{" in text:
                yield Finding("piping_not_here", path, {"language": language}, about=text)
                break


def _plain_texts(questionnaire: Questionnaire) -> Iterator[tuple[str, Texts]]:
    yield "/titles", questionnaire.titles
    yield "/introductions", questionnaire.introductions
    yield "/thanks", questionnaire.thanks
    for number, scale in enumerate(questionnaire.scales):
        for place, option in enumerate(scale.options):
            yield f"/scales/{number}/options/{place}/labels", option.labels
    for number, section in enumerate(questionnaire.sections):
        yield f"/sections/{number}/titles", section.titles
    for path, item, written, _ in asked(questionnaire):
        if item is written:
            for place, option in enumerate(item.options):
                yield f"{path}/options/{place}/labels", option.labels
