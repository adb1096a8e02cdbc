"""Character n-grams of many words at once, as whole numbers.

A letter is its place in an alphabet of at most 4,095 letters (12 bits), so that an n-gram of up to five
letters is a number of up to 60 bits: equal n-grams have equal numbers, and no two n-grams share one. The
edge of a word, a space, is a letter. An n-gram with a letter outside the alphabet has no number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

LONGEST = 5
_BITS = 12
_MOST_LETTERS = 2**_BITS - 1
_EDGE = 32


def alphabet(words: Iterable[str]) -> NDArray[np.uint32]:
    """The letters of words as sorted code points, the edge among them; of too many, the most frequent."""
    letters, counts = np.unique(_code_points(words), return_counts=True)
    most_frequent = np.argsort(-counts, kind="stable")[:_MOST_LETTERS]
    return np.unique(np.append(letters[most_frequent], np.uint32(_EDGE)))[:_MOST_LETTERS]


def numbers(words: Sequence[str], letters: NDArray[np.uint32]) -> tuple[NDArray[np.int_], NDArray[np.int64]]:
    """Which word and which n-gram, for every n-gram of the words in this alphabet."""
    points = _code_points(words)
    digits = _digits(points, letters)
    edges = points == _EDGE
    owners = np.cumsum(edges) - 1  # an edge belongs to the word that it opens
    found = [(owners[:0], digits[:0])]
    value, whole = digits, digits > 0
    for length in range(2, LONGEST + 1):
        last = slice(length - 1, None)
        inside = ~edges[length - 2 : -1] if length > 2 else True
        value = (value[:-1] << _BITS) | digits[last]
        whole = whole[:-1] & (digits[last] > 0) & inside
        found.append((owners[: len(value)][whole], value[whole]))
    which, what = zip(*found, strict=True)
    return np.concatenate(which), np.concatenate(what)


def spelled(numbers_of_ngrams: NDArray[np.int64], letters: NDArray[np.uint32]) -> list[str]:
    """The n-grams that have these numbers."""
    return [_spelled(number, letters) for number in numbers_of_ngrams.tolist()]


def _spelled(number: int, letters: NDArray[np.uint32]) -> str:
    spelling = ""
    while number:
        number, digit = divmod(number, 2**_BITS)
        spelling = chr(letters[digit - 1]) + spelling
    return spelling


def _code_points(words: Iterable[str]) -> NDArray[np.uint32]:
    """Words in a row, an edge before, between and after them."""
    row = "".join(f" {word}" for word in words) + " "
    return np.frombuffer(row.encode("utf-32-le"), dtype="<u4")


def _digits(points: NDArray[np.uint32], letters: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Places in the alphabet, counted from 1; 0 for a letter outside it."""
    places = np.minimum(np.searchsorted(letters, points), len(letters) - 1)
    return np.where(letters[places] == points, places + 1, 0)
