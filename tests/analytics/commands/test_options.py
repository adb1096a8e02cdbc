"""What is typed behind options is taken or refused before anything is read; cells say yes or no in words."""

import argparse

import numpy as np
import pytest

from analytics.commands.options import separator, whole
from analytics.commands.verdicts import NO, YES, verdict


@pytest.mark.parametrize("typed", ["", "-1", "1", "1.5", "x", "²", "٣", " 3", "4294967296", "9" * 5_000])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        whole(2)(typed)


def test_every_whole_number_that_is_taken_is_a_seed() -> None:
    for typed in ("0", "42", "4294967295"):
        np.random.RandomState(whole(0)(typed))


def test_labels_need_something_between_them() -> None:
    assert separator(" ") == " "
    with pytest.raises(argparse.ArgumentTypeError):
        separator("")


def test_cells_say_yes_or_no_in_four_languages() -> None:
    assert not YES & NO
    assert [verdict(cell) for cell in ("Ano ", "так", "1.0", "TRUE")] == [True] * 4
    assert [verdict(cell) for cell in ("ne", "ні", "-1", "False")] == [False] * 4
    assert [verdict(cell) for cell in ("", "možná", "2")] == [None] * 3
