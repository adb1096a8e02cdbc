"""Which counts may be published together without giving away a small set of people.

Knows counts and which published sets each respondent belongs to. Does not know what the sets mean: the same
test serves responses, answers to one item, and comments.

An *atom* is everybody who belongs to exactly the same sets. Publishing the size and the mean of some sets
gives a reader one linear equation per set over the atoms, and every sum and difference of them. The sets are
safe when, for **every** atom, some table of whole non-negative numbers fits all published counts and has at
least ``minimum`` people in that atom. Then no sum or difference of published counts, with any coefficients,
can single out fewer than ``minimum`` people, and no one can be certain that an atom, or a hidden set made of
atoms, is small or empty. The reader is assumed to know which other atoms are empty.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from scipy.optimize import Bounds, LinearConstraint, milp

Key = TypeVar("Key", bound=Hashable)

Signature = tuple[bool, ...]


def publishable(
    counts: Mapping[frozenset[Key], int], preference: Sequence[Key], minimum: int
) -> tuple[Key, ...]:
    """Take sets in order of preference and keep each one that is safe beside those kept before.

    ``counts``: atom (the keys of the sets it belongs to) → number of people; an atom that could exist and is
    empty belongs here with 0, for an empty atom is protected like a small one. Leaving a set out never makes
    the rest less safe, so one pass yields a choice to which nothing can be added. With the largest sets
    preferred, what is lost are small ones.
    """
    kept: list[Key] = []
    for key in preference:
        if size(counts, key) >= minimum and is_safe(counts, [*kept, key], minimum):
            kept.append(key)
    return tuple(kept)


def size(counts: Mapping[frozenset[Key], int], key: Key) -> int:
    """Number of people in a set."""
    return sum(n for atom, n in counts.items() if key in atom)


def is_safe(counts: Mapping[frozenset[Key], int], published: Sequence[Key], minimum: int) -> bool:
    """Whether every atom could hold at least ``minimum`` people, as far as the published counts can tell."""
    # Atoms that no published set tells apart are one unknown to the reader: people may move between them.
    sizes: Counter[Signature] = Counter()
    for atom, n in counts.items():
        sizes[tuple(key in atom for key in published)] += n
    return all(
        _could_hold(sizes, suspect, minimum)
        for suspect, n in sorted(sizes.items())
        if n < minimum and any(suspect)
    )


def _could_hold(sizes: Mapping[Signature, int], suspect: Signature, minimum: int) -> bool:
    """Look for whole numbers that fit the published counts and put ``minimum`` people in the suspect."""
    unknowns = sorted(signature for signature, n in sizes.items() if n > 0 or signature == suspect)
    incidence = np.array(unknowns, dtype=np.float64).T
    published = incidence @ np.array([sizes[signature] for signature in unknowns], dtype=np.float64)
    lower = np.array([minimum if signature == suspect else 0 for signature in unknowns], dtype=np.float64)
    found = milp(
        np.zeros(len(unknowns)),
        integrality=np.ones(len(unknowns)),
        bounds=Bounds(lower, np.inf),
        constraints=LinearConstraint(incidence, published, published),
    )
    return found.x is not None and _fits(np.rint(found.x), incidence, published, lower)


def _fits(
    table: npt.NDArray[np.float64],
    incidence: npt.NDArray[np.float64],
    published: npt.NDArray[np.float64],
    lower: npt.NDArray[np.float64],
) -> bool:
    """Check the solver's table in whole numbers: its tolerance must not pass for proof."""
    return bool(np.array_equal(incidence @ table, published) and (table >= lower).all())
