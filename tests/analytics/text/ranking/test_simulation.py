"""Playing a triage again."""

import numpy as np
import pytest

from analytics.text.ranking.measures import measures
from analytics.text.ranking.simulation import Simulation, batch_after, priors

SUBJECTS = ["Pečovatelka nepřišla", "Autobus nejel", "Lavička je rozbitá", "Odpadky nikdo nevyvezl"]
TEXTS = [f"{SUBJECTS[i % 4]} v ulici číslo {i}." for i in range(120)]
RELEVANT = np.array([i % 4 == 0 for i in range(120)])


def test_everything_is_read_once_but_what_was_known() -> None:
    known = priors(RELEVANT, 1)
    order = Simulation(TEXTS, RELEVANT).order(known)
    assert sorted([*order, *known]) == list(range(120))


def test_a_clear_subject_is_found_long_before_the_end() -> None:
    order = Simulation(TEXTS, RELEVANT).order(priors(RELEVANT, 1))
    assert measures(RELEVANT[order]).wss_95 > 0.6


def test_a_verdict_is_learned_only_when_it_is_read() -> None:
    """With the verdicts of the first batch and its beginning alone, the first batch must be the same."""
    known = priors(RELEVANT, 3)
    order = Simulation(TEXTS, RELEVANT).order(known, batch=7)
    others = RELEVANT.copy()
    unread = np.setdiff1d(np.arange(120), [*known, *order[:7]])
    others[unread] = np.random.default_rng(0).permutation(others[unread])
    assert Simulation(TEXTS, others).order(known, batch=7)[:14].tolist() == order[:14].tolist()


def test_at_first_every_text_teaches_and_later_ten_at_once() -> None:
    assert [batch_after(read) for read in (0, 2, 19, 20, 45, 99, 100, 5_000)] == [1, 1, 1, 2, 4, 9, 10, 10]
    simulation, known = Simulation(TEXTS, RELEVANT), priors(RELEVANT, 2)
    as_queued = simulation.order(known).tolist()
    assert as_queued[:18] == simulation.order(known, batch=1).tolist()[:18]
    assert as_queued != simulation.order(known, batch=10).tolist()


def test_the_seed_draws_the_beginning() -> None:
    assert priors(RELEVANT, 5).tolist() == priors(RELEVANT, 5).tolist()
    assert len({tuple(priors(RELEVANT, seed)) for seed in range(20)}) > 15
    relevant, irrelevant = priors(RELEVANT, 5)
    assert RELEVANT[relevant]
    assert not RELEVANT[irrelevant]


@pytest.mark.parametrize("relevant", [[0, 0, 0], [1, 0, 0], [1, 1, 1]])
def test_something_must_be_left_to_find_and_to_tell_apart(relevant: list[int]) -> None:
    with pytest.raises(ValueError, match="relevant"):
        priors(relevant, 0)
