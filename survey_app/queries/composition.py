"""Who has answered a wave, by the margins of the population, against what the town's proportions would give.

Counts of responses only, never what they say, and those as of one stored moment (`ShownComposition`), the
same for everybody. It moves on only when at least `FEWEST_SHOWN` more responses are tallied. Counts that
followed each response would tell whoever loads the page again the age, sex, part of the town and group of
the person who came meanwhile: every margin moves by one.

Between two moments a single category may well grow by one. That tells that one of ten or more new
respondents is of it, not which other categories that one is of, and nothing of what anybody answered; so the
least number holds for all who came, not for each category. Once nothing more can come, small counts are told,
but still of the stored moment: the last few responses stay out for good, or they would be the difference. A
count of people that is loaded meanwhile groups the same stored counts anew; what that could tell of a small
count is told at the end of the wave anyway.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.languages import Texts
from survey_app.models import MarginSet, RatingTally, ShownComposition, Wave
from survey_app.queries import design, population

FEWEST_SHOWN = 10
"""Smaller counts of an open wave are not told exactly, and fewer new responses not at all."""
CERTAIN = 2.0
"""Standard deviations of chance; with fewer missing nobody is called missing."""
FEWEST_MISSING = 5


@dataclass(frozen=True)
class Category:
    """Respondents of one category. `expected` is None where nobody counted the people.

    `n` is None where it is hidden; then `few` tells whether it is under ten or was hidden beside such a one.
    """

    code: str
    texts: Texts
    n: int | None
    expected: float | None
    share: float = 0.0
    few: bool = False

    @property
    def missing(self) -> float:
        """How many too few there are at least; 0 where that may be chance."""
        if self.expected is None:
            return 0.0
        at_most = FEWEST_SHOWN - 1 if self.few else self.n
        short = self.expected - at_most if at_most is not None else 0.0
        chance = CERTAIN * (self.expected * (1 - self.share)) ** 0.5
        return short if short >= max(FEWEST_MISSING, chance) else 0.0


@dataclass(frozen=True)
class Margin:
    """One margin; no categories where nothing can be told yet.

    `others` did not say, or chose what nobody counted; None where they are hidden, being few.
    """

    name: str
    categories: tuple[Category, ...]
    others: int | None

    @property
    def largest(self) -> float:
        """The largest number of people in it, for a scale."""
        numbers = (number for each in self.categories for number in (each.n, each.expected))
        return max((number for number in numbers if number is not None), default=0) or 1


@dataclass(frozen=True)
class Composition:
    """Margins of the responses that are shown; `margin_set`: whom they are held against."""

    responses: int
    margin_set: MarginSet | None
    margins: tuple[Margin, ...]


def of_wave(session: Session, wave: Wave, *, exact: bool) -> Composition:
    """Return who has answered a wave; without `exact` no small count is told or can be worked out."""
    stored = session.get(ShownComposition, wave.id)
    responses, counts = (stored.responses, stored.margins) if stored else (0, {})
    known = population.in_force(session, wave.region_id)
    asked = population.categories(design.questionnaire(session, wave.questionnaire_version_id))
    margins = (
        _margin(
            name,
            texts,
            Counter(counts.get(name, {})),
            responses,
            known.document.get(name, {}) if known else {},
        )
        for name, texts in asked.items()
    )
    shown = tuple(margin if exact else hidden(margin) for margin in margins)
    return Composition(responses, known, shown)


def tallied(session: Session, wave_id: UUID) -> tuple[int, dict[str, dict[str, int]]]:
    """Count the tallied responses of a wave: in all, and by margin and category."""
    rows = session.execute(
        sa.select(RatingTally.stratum, sa.func.sum(RatingTally.responses))
        .where(RatingTally.wave_id == wave_id)
        .group_by(RatingTally.stratum)
    )
    responses, margins = 0, defaultdict[str, Counter[str]](Counter)
    for stratum, n in rows:
        responses += int(n)
        for name, code in _places(stratum):
            margins[name][code] += int(n)
    return responses, {name: dict(sorted(counts.items())) for name, counts in sorted(margins.items())}


def _margin(
    name: str, asked: Mapping[str, Texts], counts: Counter[str], responses: int, people: Mapping[str, int]
) -> Margin:
    counted = {code: people[code] for code in asked if people.get(code)}
    compared = {code: texts for code, texts in asked.items() if code in counted} or asked
    known, inhabitants = sum(counts[code] for code in compared), sum(counted.values())
    categories = []
    for code, texts in compared.items():
        share = counted[code] / inhabitants if counted else 0.0
        expected = known * share if counted else None
        categories.append(Category(code, texts, counts[code], expected, share))
    return Margin(name, tuple(categories), responses - known)


def _places(stratum: str) -> Iterator[tuple[str, str]]:
    for part in filter(None, stratum.split("&")):
        name, _, code = part.partition("=")
        yield name, code


def hidden(margin: Margin) -> Margin:
    """Hide counts under ten, and so many others that the known total does not give them away.

    A reader knows the sum of what is hidden, and of each count whether it is under ten. What is expected
    would tell how many are among the few others, so it is then taken of all responses.
    """
    counts = {each.code: each.n or 0 for each in margin.categories}
    few = {code for code, n in counts.items() if n < FEWEST_SHOWN}
    others = margin.others or 0
    few_others = others < FEWEST_SHOWN
    if not few and not few_others:
        return margin
    covered = _cover(counts, few, others if few_others else 0)
    if covered is None:
        return Margin(margin.name, (), None)
    responses = sum(counts.values()) + others
    categories = tuple(
        replace(
            each,
            n=None if each.code in covered else each.n,
            few=each.code in few,
            expected=each.share * responses if few_others and each.expected is not None else each.expected,
        )
        for each in margin.categories
    )
    return Margin(margin.name, categories, None if few_others else others)


def _cover(counts: Mapping[str, int], few: set[str], few_others: int) -> set[str] | None:
    """Return the categories to hide: the few, and the smallest others that leave all possible for them."""
    covered = set(few)
    total = few_others + sum(counts[code] for code in few)
    least = FEWEST_SHOWN - 1
    for code in sorted(counts.keys() - few, key=lambda code: counts[code]):
        covered.add(code)
        total += counts[code]
        least += FEWEST_SHOWN
        if total >= least:
            return covered
    return None
