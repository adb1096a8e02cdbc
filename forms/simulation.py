"""A simulated respondent who walks every distinguishable way through a questionnaire.

Answers are specimens of all there are (`forms.specimens`); the ways are those of the real routing
(`forms.routing`). Where there are too many ways, the conditions are aimed at one by one and the rest is
walked at random, always with the same seed; the result says so.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from forms.definition.questionnaire import Item, Option, Questionnaire
from forms.duration import minutes, seconds
from forms.expressions.evaluation import Answer, Answers, evaluate
from forms.expressions.tree import And, Expression, In, Not, leaves
from forms.routing import visible_items
from forms.solver import LONGEST_CHAIN, Solver, UndecidedError
from forms.specimens import SEVERAL, SILENT, alike, specimens, with_stand_ins

MOST_WALKS = 1_000
MOST_STEPS = 200_000
"""Items asked on all walks together; a very long questionnaire is walked less often."""
RANDOM_WALKS = 200
SEED = 2026


@dataclass(frozen=True)
class Way:
    """One way through: the items asked on it, and how many minutes it takes in the first language."""

    item_codes: tuple[str, ...]
    minutes: float


@dataclass(frozen=True)
class Coverage:
    """What the walks have reached.

    Options are (item code, option code). `options_off_path` belong to items that were never reached;
    `options_unchosen` were on offer and still could not be chosen. `walks` were taken, over `paths` different
    ways; `complete` says that these are all the ways there are. `typical` is the median of random walks.
    """

    items_reached: tuple[str, ...]
    items_unreached: tuple[str, ...]
    options_chosen: tuple[tuple[str, str], ...]
    options_unchosen: tuple[tuple[str, str], ...]
    options_off_path: tuple[tuple[str, str], ...]
    walks: int
    paths: int
    complete: bool
    shortest: Way
    longest: Way
    typical: Way


@lru_cache(maxsize=20)
def walk(questionnaire: Questionnaire, limit: int = MOST_WALKS) -> Coverage:
    """Walks the questionnaire up to `limit` times. The same questionnaire gives the same result."""
    affordable = MOST_STEPS // max(1, len(questionnaire.items))
    walker = _Walker(with_stand_ins(questionnaire), min(limit, affordable))
    walker.go()
    return walker.coverage(questionnaire)


class _Walker:
    def __init__(self, questionnaire: Questionnaire, limit: int) -> None:
        self.questionnaire = questionnaire
        self.limit = limit
        self.random = random.Random(SEED)  # noqa: S311  # repeatable, guards nothing
        self.solver = Solver(questionnaire)
        self.leaves = {leaf for condition in questionnaire.conditions.values() for leaf in leaves(condition)}
        self.read = {leaf.item for leaf in self.leaves}
        self.ways: Counter[tuple[str, ...]] = Counter()
        self.random_ways: list[tuple[str, ...]] = []
        self.chosen: set[tuple[str, str]] = set()
        self.untried = {code: dict.fromkeys(options) for code, options in questionnaire.options.items()}
        self.walks = 0
        self.complete = True

    def go(self) -> None:
        for answers in self._every_way():
            if self.walks >= self.limit:
                self.complete = False
                break
            self._take(answers)
        if not self.complete:
            self._aim()
        for _ in range(RANDOM_WALKS):
            self.random_ways.append(self._take(self._at_random()))
        self._choose_the_rest()

    def _take(self, answers: Answers) -> tuple[str, ...]:
        """One walk with these answers; what they leave open is answered with what was chosen least."""
        self.walks += 1
        filled = dict(answers)
        way = visible_items(self.questionnaire, filled)
        for item in way:
            code = item.item_code
            if code not in self.read:
                filled[code] = self._fresh(item)
            self._note(item, filled.get(code))
        taken = tuple(item.item_code for item in way)
        self.ways[taken] += 1
        return taken

    def _fresh(self, item: Item) -> Answer:
        """An answer that no condition reads: an option not chosen before, where there are options."""
        options = self.questionnaire.options[item.item_code]
        chosen = next(iter(self.untried[item.item_code] or options), "text")
        return [chosen] if item.type in SEVERAL else chosen

    def _note(self, item: Item, answer: Answer | None) -> None:
        for code in answer if isinstance(answer, list) else [answer]:
            if isinstance(code, str) and code in self.untried[item.item_code]:
                del self.untried[item.item_code][code]
                self.chosen.add((item.item_code, code))

    def _every_way(self) -> Iterator[Mapping[str, Answer]]:
        """Specimen answers to the items that conditions read, in every combination that can be given."""
        order = [item for item in self.questionnaire.items if item.item_code in self.read]
        if len(order) > LONGEST_CHAIN:
            self.complete = False
            return
        yield from self._combinations(order, {})

    def _combinations(self, order: list[Item], facts: dict[str, Answer]) -> Iterator[Mapping[str, Answer]]:
        if not order:
            yield facts
            return
        item, *rest = order
        for answer in self._candidates(item, facts):
            yield from self._combinations(
                rest, facts if answer is None else {**facts, item.item_code: answer}
            )

    def _candidates(self, item: Item, facts: Mapping[str, Answer]) -> tuple[Answer | None, ...]:
        condition = self.questionnaire.conditions.get(item.item_code)
        if condition is not None and not evaluate(condition, self.questionnaire, facts):
            return (None,)
        found = specimens(
            self.questionnaire, item, [leaf for leaf in self.leaves if leaf.item == item.item_code]
        )
        self.complete &= found.complete
        return found.answers if item.required and found.answers else (*found.answers, None)

    def _aim(self) -> None:
        """Makes every condition true once and false once."""
        for code, condition in self.questionnaire.conditions.items():
            for wanted in (condition, Not(condition)):
                answers = self._answers(wanted, code)
                if answers is not None:
                    self._take(answers)

    def _answers(self, wanted: Expression, before: str | None) -> Mapping[str, Answer] | None:
        try:
            return self.solver.answers(wanted, before=before)
        except UndecidedError:
            return None

    def _at_random(self) -> Mapping[str, Answer]:
        """A respondent who answers everything that is asked, each option being as likely as the others."""
        answers: dict[str, Answer] = {}
        for item in self.questionnaire.items:
            code = item.item_code
            options = list(self.questionnaire.options[code])
            if code not in self.read or item.type in SILENT:
                continue
            condition = self.questionnaire.conditions.get(code)
            if condition is not None and not evaluate(condition, self.questionnaire, answers):
                continue
            if options:
                one = self.random.choice(options)
                answers[code] = [one] if item.type in SEVERAL else one
            else:
                mine = [leaf for leaf in self.leaves if leaf.item == code]
                found = specimens(self.questionnaire, item, mine).answers
                if found:
                    answers[code] = self.random.choice(found)
        return answers

    def _choose_the_rest(self) -> None:
        """Options that no walk has chosen yet are aimed at, one of each group that routes alike at a time."""
        reached = {code for way in self.ways for code in way}
        for item in self.questionnaire.items:
            code = item.item_code
            if code not in reached:
                continue
            mine = [leaf for leaf in self.leaves if leaf.item == code]
            for group in alike(self.questionnaire, code, self.questionnaire.options[code].values(), mine):
                left = [option for option in group if (code, option.code) not in self.chosen]
                if left and self._can_choose(item, group[0]):
                    self.chosen.update((code, option.code) for option in left)
                    self.walks += len(left)

    def _can_choose(self, item: Item, option: Option) -> bool:
        condition = self.questionnaire.conditions.get(item.item_code)
        picked: Expression = In(item.item_code, (option.code,))
        wanted = picked if condition is None else And((condition, picked))
        return self._answers(wanted, None) is not None

    def coverage(self, written: Questionnaire) -> Coverage:
        reached = {code for way in self.ways for code in way}
        options = [
            (item.item_code, code)
            for item in written.items
            if item.type not in SILENT
            for code in written.options[item.item_code]
        ]
        language = self.questionnaire.languages[0]
        introduction = minutes(self.questionnaire, (), language)
        each = {
            code: seconds(self.questionnaire, (item,), language) / 60
            for code, item in self.questionnaire.index.items()
        }
        lengths = {way: Way(way, introduction + sum(each[code] for code in way)) for way in self.ways}
        ordered = sorted(lengths.values(), key=lambda way: (way.minutes, way.item_codes))
        typical = sorted(self.random_ways, key=lambda way: lengths[way].minutes)
        return Coverage(
            items_reached=tuple(item.item_code for item in written.items if item.item_code in reached),
            items_unreached=tuple(item.item_code for item in written.items if item.item_code not in reached),
            options_chosen=tuple(one for one in options if one in self.chosen),
            options_unchosen=tuple(one for one in options if one not in self.chosen and one[0] in reached),
            options_off_path=tuple(one for one in options if one[0] not in reached),
            walks=self.walks,
            paths=len(self.ways),
            complete=self.complete,
            shortest=ordered[0],
            longest=ordered[-1],
            typical=lengths[typical[len(typical) // 2]],
        )
