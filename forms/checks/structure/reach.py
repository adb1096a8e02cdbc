"""Ways through the questionnaire: what nobody is ever asked, and conditions that decide nothing.

Never wrong when it says so; of conditions with too many answers to try it says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from forms.checks.finding import Finding, Severity
from forms.checks.structure.conditions import faults
from forms.definition.questionnaire import Questionnaire, Section
from forms.expressions.tree import And, Answered, Expression, Not, Or, items_read, leaves
from forms.solver import Solver, UndecidedError


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Unreachable sections and items; conditions that always hold; parts of conditions that never do."""
    reach = _Reach(questionnaire)
    for number, section in enumerate(questionnaire.sections):
        yield from reach.section(section, f"/sections/{number}")


class _Reach:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.solver = Solver(questionnaire)
        self.earlier: frozenset[str] = frozenset()

    def section(self, section: Section, path: str) -> Iterator[Finding]:
        own = section.visible_if
        first = section.items[0].item_code if section.items else None
        is_closed = own is not None and first is not None and self._never(own, first)
        if is_closed:
            yield Finding("unreachable_section", path, {"section": section.section_code})
        elif own is not None and first is not None:
            yield from self._idle(own, None, first, f"{path}/visible_if")
        for place, item in enumerate(section.items):
            if item.visible_if is not None and not is_closed:
                yield from self._item(item.visible_if, own, item.item_code, f"{path}/items/{place}")
            self.earlier |= {part.item_code for part in item.asked()}

    def _item(self, own: Expression, outer: Expression | None, code: str, path: str) -> Iterator[Finding]:
        if self._never(_both(outer, own), code):
            yield Finding("unreachable_item", path, {"item": code})
        else:
            yield from self._idle(own, outer, code, f"{path}/visible_if")

    def _idle(self, own: Expression, outer: Expression | None, code: str, path: str) -> Iterator[Finding]:
        """Conditions that decide nothing, wholly or in part. Broken ones have been reported already."""
        if any(faults(self.questionnaire, own, self.earlier, path)):
            return
        if self._never(_both(outer, Not(own)), code):
            yield Finding("always_true", path, {"item": code}, Severity.WARNING)
            return
        for part in _alternatives(own, negated=False):
            if self._never(_both(outer, part), code):
                yield Finding("impossible_part", path, {"item": code})
                return
        if not _is_plain(own):
            answered = [Answered(read) for read in sorted(items_read(own))]
            if self._never(_both(outer, And((*answered, Not(own)))), code):
                yield Finding("holds_for_every_answer", path, {"item": code}, Severity.WARNING)

    def _never(self, wanted: Expression, before: str) -> bool:
        try:
            return self.solver.answers(wanted, before=before) is None
        except UndecidedError:
            return False


def _both(outer: Expression | None, own: Expression) -> Expression:
    return own if outer is None else And((outer, own))


def _is_plain(condition: Expression) -> bool:
    """Whether it asks for nothing but that items are answered."""
    return all(isinstance(leaf, Answered) for leaf in leaves(condition))


def _alternatives(condition: Expression, *, negated: bool) -> Iterator[Expression]:
    """The parts of which one is enough, however deep they lie."""
    match condition:
        case Not(part):
            yield from _alternatives(part, negated=not negated)
        case And(of) | Or(of):
            for part in of:
                if isinstance(condition, Or) is not negated and len(of) > 1:
                    yield Not(part) if negated else part
                yield from _alternatives(part, negated=negated)
        case _:
            return
