"""Agreement beyond chance is that of the literature and of scikit-learn, and honest where there is none."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from analytics.evaluation.bootstrap import Estimate
from analytics.text.quality.agreement import Coding, agreement, agreement_by_label


def _codings(*coders: str) -> list[Coding]:
    """One string for each coder, one character for each text; a dot is a missing coding."""
    texts = zip(*coders, strict=True)
    return [{coder: code for coder, code in enumerate(text) if code != "."} for text in texts]


@pytest.mark.parametrize(
    ("coders", "alpha"),
    [
        (("0100000010", "1110010000"), 0.095),
        (("aabbdcccedda", "babbbccceddd"), 0.692),
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_alpha_is_that_of_the_examples_in_krippendorff_2011(coders: tuple[str, ...], alpha: float) -> None:
    assert agreement(_codings(*coders)).alpha.value == pytest.approx(alpha, abs=5e-4)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=40))
def test_kappa_of_two_coders_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    first, second = np.array(pairs).T
    assume(len(set(first) | set(second)) > 1)
    ours = agreement([{"a": one, "b": other} for one, other in pairs], draws=2).kappa.value
    assert ours == pytest.approx(cohen_kappa_score(first, second), abs=1e-9)


def test_kappa_of_several_coders_is_the_mean_of_pairs_weighted_by_shared_texts() -> None:
    first, second, third = "0011010110", "0011110100", "00110....."
    found = agreement(_codings(first, second, third))
    pairs = [(first, second, 10), (first[:5], third[:5], 5), (second[:5], third[:5], 5)]
    by_hand = sum(n * cohen_kappa_score(list(a), list(b)) for a, b, n in pairs) / 20
    assert found.kappa.value == pytest.approx(by_hand)
    assert (found.units, found.coders) == (10, 3)


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from("ab."), min_size=3, max_size=3), min_size=2, max_size=12))
def test_agreement_does_not_hang_on_the_order_of_texts_and_coders(rows: list[list[str]]) -> None:
    texts = [{coder: code for coder, code in enumerate(row) if code != "."} for row in rows]
    turned = [{-coder: code for coder, code in reversed(coding.items())} for coding in reversed(texts)]
    one, other = agreement(texts, draws=2), agreement(turned, draws=2)
    for ours, theirs in ((one.alpha, other.alpha), (one.kappa, other.kappa), (one.observed, other.observed)):
        assert (ours.value is None) == (theirs.value is None)
        assert ours.value == pytest.approx(theirs.value, abs=1e-9)


def test_full_agreement_is_one_and_coding_by_chance_about_nothing() -> None:
    perfect = agreement(_codings("0101100101", "0101100101"))
    assert (perfect.observed.value, perfect.kappa.value, perfect.alpha.value) == (1.0, 1.0, 1.0)
    coded = np.random.default_rng(2).integers(3, size=(500, 4))
    chance = agreement([dict(enumerate(row.tolist())) for row in coded])
    for figure in (chance.kappa, chance.alpha):
        assert figure.low is not None
        assert figure.high is not None
        assert figure.low < 0.02
        assert figure.high > -0.02
        assert figure.high - figure.low < 0.1


def test_without_variation_nothing_is_beyond_chance_and_the_figure_is_undefined() -> None:
    found = agreement(_codings("0000", "0000"))
    assert found.observed.value == 1.0
    assert found.kappa == found.alpha == Estimate(None, None, None)
    assert found.document()["alpha"] == {"value": None, "low": None, "high": None}


def test_texts_coded_by_one_person_do_not_count() -> None:
    twice, once = _codings("0011", "0101"), [{"c": "1"}, {}]
    assert agreement([*twice, *once]) == agreement(twice)
    assert agreement(once).units == 0
    assert agreement([]).alpha.value is None


def test_labels_are_agreed_on_one_by_one() -> None:
    codings = [
        {"a": {"seniors"}, "b": {"seniors", "families"}},
        {"a": set(), "b": {"families"}},
        {"a": {"seniors", "families"}, "b": {"seniors"}},
        {"a": set(), "b": set()},
    ]
    found = agreement_by_label(codings, ["seniors", "families", "disability"])
    assert found["seniors"].alpha.value == 1.0
    assert found["families"].alpha.value is not None
    assert found["families"].alpha.value < 0
    assert found["disability"].alpha.value is None


def test_more_texts_narrow_the_interval_and_the_seed_keeps_it() -> None:
    coded = _codings("0110100110", "0110110010")
    few, many = agreement(coded * 2, seed=1).alpha, agreement(coded * 20, seed=1).alpha
    assert agreement(coded * 2, seed=1).alpha == few
    assert few.high - few.low > 2 * (many.high - many.low)  # type: ignore[operator]  # None would fail the test
