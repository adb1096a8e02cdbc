"""Who has answered a wave, by the margins of the population, against what the town's proportions would give.

Counts of responses only, never what they say. What is read does not grow with the responses: the tallies, and
at most `tallies.CHUNK` responses that are not in them yet.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.languages import Texts
from survey_app.models import MarginSet, RatingTally, Wave
from survey_app.queries import design, population, tallies

FEWEST_SHOWN = 10
"""Smaller counts of an open wave are not told exactly."""
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
    """Margins of a wave. `complete`: all responses are in them; `margin_set`: whom they are held against."""

    responses: int
    complete: bool
    margin_set: MarginSet | None
    margins: tuple[Margin, ...]


def of_wave(session: Session, wave: Wave, *, exact: bool) -> Composition:
    """Return who has answered a wave; without `exact` no small count is told or can be worked out."""
    strata, complete = _strata(session, wave)
    known = population.in_force(session, wave.region_id)
    asked = population.categories(design.questionnaire(session, wave.questionnaire_version_id))
    margins = (
        _margin(name, texts, strata, known.document.get(name, {}) if known else {})
        for name, texts in asked.items()
    )
    shown = tuple(margin if exact else hidden(margin) for margin in margins)
    return Composition(sum(strata.values()), complete, known, shown)


def _strata(session: Session, wave: Wave) -> tuple[Counter[str], bool]:
    """Return responses by stratum, and whether these are all."""
    rows = session.execute(
        sa.select(RatingTally.stratum, sa.func.sum(RatingTally.responses))
        .where(RatingTally.wave_id == wave.id)
        .group_by(RatingTally.stratum)
    )
    strata = Counter({stratum: int(n) for stratum, n in rows})
    newest, added = tallies.untallied(session, wave.id, tallies.CHUNK)
    for key, sums in added.ratings.items():
        strata[key.stratum] += sums.responses
    return strata, len(newest) < tallies.CHUNK


def _margin(name: str, asked: Mapping[str, Texts], strata: Counter[str], people: Mapping[str, int]) -> Margin:
    counts: Counter[str] = Counter()
    for stratum, n in strata.items():
        counts[dict(_places(stratum)).get(name, "")] += n
    counted = {code: people[code] for code in asked if people.get(code)}
    compared = {code: texts for code, texts in asked.items() if code in counted} or asked
    known, inhabitants = sum(counts[code] for code in compared), sum(counted.values())
    categories = []
    for code, texts in compared.items():
        share = counted[code] / inhabitants if counted else 0.0
        expected = known * share if counted else None
        categories.append(Category(code, texts, counts[code], expected, share))
    return Margin(name, tuple(categories), counts.total() - known)


def _places(stratum: str) -> Iterator[tuple[str, str]]:
    for part in stratum.split("&"):
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
