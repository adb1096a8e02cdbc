"""A reader who seeks small sets of people in published counts and shares no code with what it attacks."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

Atom = frozenset[Hashable]
Counts = Mapping[Atom, int]


def small_unions(counts: Counts, published: Sequence[Any], minimum: int) -> list[tuple[Atom, ...]]:
    """Unions of fewer than ``minimum`` people whose size is a combination of published sizes."""
    atoms = list(counts)
    rows = [[Fraction(key in atom) for atom in atoms] for key in published]
    found = []
    for chosen in product((0, 1), repeat=len(atoms)):
        people = sum(n for n, taken in zip(counts.values(), chosen, strict=True) if taken)
        if any(chosen) and people < minimum:
            union = [Fraction(taken) for taken in chosen]
            if _rank([*rows, union]) == _rank(rows):
                found.append(tuple(atom for atom, taken in zip(atoms, chosen, strict=True) if taken))
    return found


def small_residuals(
    counts: Counts, published: Sequence[Any], minimum: int, reach: int = 2
) -> list[tuple[int, ...]]:
    """Sums and differences, coefficients up to ``reach``, that isolate fewer than ``minimum`` people.

    Isolate: some atom is counted at least once, and none is counted negatively but those known to be empty.
    """
    found = []
    for coefficients in product(range(-reach, reach + 1), repeat=len(published)):
        counted = {
            atom: sum(c for c, key in zip(coefficients, published, strict=True) if key in atom)
            for atom in counts
        }
        outcome = sum(times * counts[atom] for atom, times in counted.items())
        clean = all(times >= 0 for atom, times in counted.items() if counts[atom])
        if clean and outcome < minimum and any(times > 0 for times in counted.values()):
            found.append(coefficients)
    return found


def possible_tables(
    counts: Counts, published: Sequence[Any], unknown: Sequence[Atom]
) -> Iterator[dict[Atom, int]]:
    """Every table of whole numbers over the unknown atoms (others are empty) that fits the published counts.

    The unknown atoms must each lie in a published set, or there would be no end of tables.
    """

    def fill(remaining: list[int], number: int) -> Iterator[list[int]]:
        if number == len(unknown):
            if not any(remaining):
                yield []
            return
        within = [place for place, key in enumerate(published) if key in unknown[number]]
        for n in range(min(remaining[place] for place in within) + 1):
            left = [value - n * (place in within) for place, value in enumerate(remaining)]
            yield from ([n, *rest] for rest in fill(left, number + 1))

    sizes = [sum(n for atom, n in counts.items() if key in atom) for key in published]
    for numbers in fill(sizes, 0):
        yield dict(zip(unknown, numbers, strict=True))


def _rank(rows: list[list[Fraction]]) -> int:
    rows = [row[:] for row in rows]
    rank = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(rank, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[rank], rows[pivot] = rows[pivot], rows[rank]
        for r in range(rank + 1, len(rows)):
            factor = rows[r][column] / rows[rank][column]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[rank], strict=True)]
        rank += 1
    return rank
