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
from scipy.optimize import Bounds, LinearConstraint, milp

Key = TypeVar("Key", bound=Hashable)

PLACE = 4
Signature = int
"""The published sets an atom belongs to, as one number: digit i, to the base PLACE, is 1 for set i.

The sum of two signatures has no carry, so it tells how often each set is counted."""


def publishable(
    counts: Mapping[frozenset[Key], int],
    preference: Sequence[Key],
    minimum: int,
    given: Sequence[Key] = (),
) -> tuple[Key, ...]:
    """Take sets in order of preference and keep each one that is safe beside those kept before.

    ``counts``: atom (the keys of the sets it belongs to) → number of people; an atom that could exist and is
    empty belongs here with 0, for an empty atom is protected like a small one. Leaving a set out never makes
    the rest less safe, so one pass yields a choice to which nothing can be added. With the largest sets
    preferred, what is lost are small ones. ``given`` are sets that the reader knows already, whatever is
    chosen now; they are not returned.
    """
    kept: list[Key] = []
    for key in preference:
        if size(counts, key) >= minimum and is_safe(counts, [*given, *kept, key], minimum):
            kept.append(key)
    return tuple(kept)


def size(counts: Mapping[frozenset[Key], int], key: Key) -> int:
    """Number of people in a set."""
    return sum(n for atom, n in counts.items() if key in atom)


def is_safe(counts: Mapping[frozenset[Key], int], published: Sequence[Key], minimum: int) -> bool:
    """Whether every atom could hold at least ``minimum`` people, as far as the published counts can tell."""
    # Atoms that no published set tells apart are one unknown to the reader: people may move between them.
    digits = {key: PLACE**place for place, key in enumerate(published)}
    sizes: Counter[Signature] = Counter()
    for atom, n in counts.items():
        sizes[sum(digits[key] for key in atom if key in digits)] += n
    suspects = sorted(signature for signature, n in sizes.items() if n < minimum and signature)
    return all(
        _filled_by_exchange(sizes, suspect, minimum) or _filled_by_some_table(sizes, suspect, minimum)
        for suspect in suspects
    )


def _filled_by_exchange(sizes: Mapping[Signature, int], suspect: Signature, minimum: int) -> bool:
    """Whether people leaving two atoms, half for the suspect and half for a fourth, can fill it unnoticed.

    Only a quick way to a yes: whatever this finds, ``_filled_by_some_table`` would find, more slowly. Atoms
    that differ from the suspect in few sets come first, for many other pairs differ in just the same.
    """
    missing = minimum - sizes[suspect]
    left = {signature: n for signature, n in sizes.items() if n > 0 and signature != suspect}
    for one in sorted(left, key=lambda signature: (signature ^ suspect).bit_count()):
        for fourth in left:
            other = fourth + suspect - one
            if other in left and other != one:
                moved = min(missing, left[one], left[other])
                missing -= moved
                left[one] -= moved
                left[other] -= moved
                left[fourth] += moved
                if missing == 0:
                    return True
    return False


def _filled_by_some_table(sizes: Mapping[Signature, int], suspect: Signature, minimum: int) -> bool:
    """Whether whole numbers exist that fit the published counts and put ``minimum`` people in the suspect."""
    sets = (max(sizes).bit_length() + 1) // 2
    unknowns = sorted(signature for signature, n in sizes.items() if n > 0 or signature == suspect)
    digits = [PLACE**place for place in range(sets)]
    incidence = np.array([[unknown // digit % PLACE for unknown in unknowns] for digit in digits])
    published = incidence @ np.array([sizes[unknown] for unknown in unknowns])
    fewest = np.array([minimum if unknown == suspect else 0 for unknown in unknowns])
    found = milp(
        np.zeros(len(unknowns)),
        integrality=np.ones(len(unknowns)),
        bounds=Bounds(fewest, np.inf),
        constraints=LinearConstraint(incidence, published, published),
    )
    if found.x is None:
        return False
    table = np.rint(found.x).astype(np.int64)  # the solver's tolerance must not pass for proof
    return bool(np.array_equal(incidence @ table, published) and (table >= fewest).all())
