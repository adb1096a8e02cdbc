"""What may be typed behind an option, and the options that several commands have."""

from __future__ import annotations

import argparse
from collections.abc import Callable

SEED = 42
_LARGEST_SEED = 2**32 - 1
_LONGEST = 10


def whole(least: int) -> Callable[[str], int]:
    """A type for argparse: a whole number of at least so much, and small enough to be a seed of numpy."""

    def number(typed: str) -> int:
        plain = typed.isascii() and typed.isdigit() and len(typed) <= _LONGEST
        if not plain or not least <= int(typed) <= _LARGEST_SEED:
            raise argparse.ArgumentTypeError(f"“{typed}” is no whole number from {least} up")
        return int(typed)

    return number


def separator(typed: str) -> str:
    """A type for argparse: what stands between the labels of a cell."""
    if not typed:
        raise argparse.ArgumentTypeError("something has to stand between labels")
    return typed


def add_seed(parser: argparse.ArgumentParser, of: str) -> None:
    """`--seed`, with what it is the seed of."""
    parser.add_argument("--seed", type=whole(0), default=SEED, metavar="N", help=f"of {of} (default: {SEED})")
