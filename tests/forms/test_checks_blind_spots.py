"""Faults of kinds that a first look had missed, in other words, each beside a sound question like it."""

import pytest

from tests.forms import blind_spots_cs, blind_spots_en
from tests.forms.pairs import Pair, codes_of


@pytest.mark.parametrize("pair", [*blind_spots_cs.PAIRS, *blind_spots_en.PAIRS], ids=lambda pair: pair.faulty)
def test_a_fault_is_told_from_a_sound_question_like_it(pair: Pair) -> None:
    assert pair.code in codes_of(pair, pair.faulty)
    assert pair.code not in codes_of(pair, pair.sound)
