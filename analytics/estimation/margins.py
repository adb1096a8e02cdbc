"""What a sample should look like by known margins of the population: categories, who joins whom, shares.

Knows codes of strata and numbers of people. Does not know how weights are made of them.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from analytics.estimation.tallies import margins_of_stratum

ORDER = ("age", "sex", "territory", "group")
"""Margins in the order in which they are taken where there are too many."""
ORDERED = "age"
"""The margin whose categories have neighbours; in others every category is as near as every other."""
NO_ANSWER = ""
JOINT = " + "
"""Between the categories in the name of a joined one."""

People = Mapping[str, int]


@dataclass(frozen=True)
class Margin:
    """One margin as it is raked to: ``joined`` category → name it goes by, ``target`` name → share of all.

    A joined name is made of its categories: "15-18 + 19-26". NO_ANSWER stands for those who did not answer or
    whose answer the population does not list; its target is its share of the sample.
    """

    name: str
    joined: Mapping[str, str]
    target: Mapping[str, float]

    def category(self, stratum: str) -> str:
        """Name of the category that a stratum belongs to."""
        return self.joined.get(margins_of_stratum(stratum).get(self.name, NO_ANSWER), NO_ANSWER)


def margins_to_rake(
    people: Mapping[str, int], population: Mapping[str, People], least: int, most: int
) -> list[Margin]:
    """Margins that both the population and the sample know, with categories of at least ``least`` people.

    ``people``: stratum → respondents. A margin left with one category has nothing to say and is left out.
    """
    found = []
    for name in sorted(population, key=_rank):
        counts: Counter[str] = Counter()
        for stratum, n in people.items():
            counts[margins_of_stratum(stratum).get(name, NO_ANSWER)] += n
        joined = join(counts, population[name], least, ordered=name == ORDERED)
        if len(set(joined.values())) > 1:
            found.append(Margin(name, joined, _target(counts, population[name], joined)))
    return found[:most]


def join(counts: People, population: People, least: int, *, ordered: bool) -> dict[str, str]:
    """Category of the population → name it goes by once none has fewer than ``least`` respondents.

    The category of the fewest joins the smaller of its two neighbours; where categories have no order, the
    smallest of the others. Repeated until it is enough, or one is left. Ties go to the earlier.
    """
    groups = [[category] for category in sorted(population, key=in_order) if population[category] > 0]
    sizes = [counts.get(group[0], 0) for group in groups]
    while len(groups) > 1 and min(sizes) < least:
        few = sizes.index(min(sizes))
        others = [number for number in range(len(groups)) if number != few]
        if ordered:
            others = [number for number in others if abs(number - few) == 1]
        other = min(others, key=lambda number: (sizes[number], number))
        low, high = sorted((few, other))
        groups[low] += groups.pop(high)
        sizes[low] += sizes.pop(high)
    return {category: JOINT.join(group) for group in groups for category in group}


def in_order(category: str) -> tuple[list[tuple[int, str]], str]:
    """Key that puts "6-15" before "16-18" and letters by the alphabet."""
    parts = re.findall(r"\d+|\D+", category)
    return [(int(part), "") if part.isdigit() else (0, part) for part in parts], category


def _rank(name: str) -> tuple[int, str]:
    return ORDER.index(name) if name in ORDER else len(ORDER), name


def _target(counts: People, population: People, joined: Mapping[str, str]) -> dict[str, float]:
    everybody = sum(counts.values())
    known = sum(counts.get(category, 0) for category in joined)
    inhabitants: Counter[str] = Counter()
    for category, name in joined.items():
        inhabitants[name] += population[category]
    of_all = sum(inhabitants.values())
    target = {name: known * n / (everybody * of_all) for name, n in inhabitants.items()}
    if known < everybody:
        target[NO_ANSWER] = (everybody - known) / everybody
    return target
