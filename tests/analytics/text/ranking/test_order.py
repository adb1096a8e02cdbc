"""The order of the queue: relevance, copies, forgotten comments, and the sample."""

import random
from collections.abc import Sequence
from uuid import UUID

from analytics.text.ranking.order import MOST_TOGETHER, Decided, Place, Waiting, reading_order

WORDS = ["oběd", "autobus", "lavička", "péče", "poradna", "chodník", "lékař", "škola", "hřiště", "obchod"]


def _waiting(
    number: int, text: str = "", *, relevance: float | None = None, days: int = 0, sample: bool = False
):
    return Waiting(UUID(int=number), text or _text(number), relevance, days, sample)


def _decided(text: str, *, relevant: bool, sample: bool = False) -> Decided:
    return Decided(text, relevant, sample)


def _text(number: int) -> str:
    return " ".join(_chance(number).sample(WORDS, 4)) + f" {number:x}{number * 7919:x}"


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # made-up texts, not a secret


def _numbers(places: Sequence[Place]) -> list[int]:
    return [place.id.int for place in places]


def test_before_any_decision_the_machine_says_what_is_likely() -> None:
    order = reading_order([_waiting(1, relevance=0.2), _waiting(2), _waiting(3, relevance=0.9)], [])
    assert _numbers(order) == [3, 2, 1]
    assert [place.priority for place in order] == sorted((p.priority for p in order), reverse=True)
    assert all(0 < place.priority <= 1 for place in order)


def test_decisions_outweigh_the_machine_when_there_are_enough() -> None:
    help_wanted = [
        _waiting(i, f"Hledáme pečovatelku pro babičku {_text(i)}", relevance=0.1) for i in range(1, 11)
    ]
    others = [_waiting(i, f"Rozbitá lavička na hřišti {_text(i)}", relevance=0.9) for i in range(11, 21)]
    decided = [_decided(f"Pečovatelku pro babičku nemáme {_text(i)}", relevant=True) for i in range(100, 140)]
    decided += [_decided(f"Lavička na hřišti chybí {_text(i)}", relevant=False) for i in range(200, 240)]
    assert set(_numbers(reading_order([*help_wanted, *others], []))[:10]) == set(range(11, 21))
    assert set(_numbers(reading_order([*help_wanted, *others], decided))[:7]) <= set(range(1, 11))


def test_one_kind_of_verdict_teaches_nothing_yet() -> None:
    waiting = [_waiting(i, relevance=i / 10) for i in range(1, 6)]
    assert reading_order(waiting, [_decided(_text(1), relevant=True)]) == reading_order(waiting, [])


def test_comments_that_say_the_same_share_the_place_of_the_first() -> None:
    text = "Chybí nám pečovatelka o víkendu, prosíme o pomoc."
    waiting = [
        _waiting(1, text, relevance=0.9),
        _waiting(2, relevance=0.8),
        _waiting(3, text.upper().replace("Í", "I"), relevance=0.1),
        _waiting(4, text.replace("prosíme", "prosim"), relevance=0.2),
    ]
    order = {place.id.int: place for place in reading_order(waiting, [])}
    assert {order[i].leader_id.int for i in (1, 3, 4)} == {1}
    assert len({order[i].priority for i in (1, 3, 4)}) == 1
    assert order[2].leader_id.int == 2
    assert order[2].priority < order[1].priority


def test_a_flood_of_copies_buries_nobody() -> None:
    copies = [_waiting(i, "Podepište petici za nový park!", relevance=0.95) for i in range(1, 201)]
    others = [_waiting(i, relevance=0.5) for i in range(1001, 1101)]
    order = _numbers(reading_order([*copies, *others], []))
    assert set(order[:MOST_TOGETHER]) <= set(range(1, 201))
    middle = [number for number in order[: len(order) // 2] if number > 1000]
    assert len(middle) > 30, "the others are spread among the copies"
    assert len(order) == 300


def test_a_forgotten_comment_stands_before_all_that_wait_less() -> None:
    waiting = [_waiting(i, relevance=0.9, days=13) for i in range(1, 30)]
    waiting += [_waiting(50, relevance=0.0, days=14), _waiting(51, relevance=0.01, days=20)]
    assert _numbers(reading_order(waiting, []))[:2] == [51, 50]


def test_every_day_of_waiting_brings_a_comment_forward() -> None:
    def place(days: int) -> int:
        waiting = [_waiting(i, relevance=1 - i / 100) for i in range(1, 60)]
        order = reading_order([*waiting, _waiting(99, relevance=0.01, days=days)], [])
        return _numbers(order).index(99)

    places = [place(days) for days in (0, 4, 8, 12, 14)]
    assert places == sorted(places, reverse=True)
    assert places[0] == 59
    assert places[-1] == 0


def test_the_sample_is_read_at_the_pace_of_the_queue() -> None:
    """Ten are read, the rest is ordered anew, and so on: of a sample of 5 % about 5 % is read at any time."""
    left = {i: _waiting(i, relevance=i / 400, sample=i % 20 == 0) for i in range(1, 401)}
    read: list[Waiting] = []
    for _ in range(30):
        decided = [_decided(comment.text, relevant=True, sample=comment.in_sample) for comment in read]
        read += [left.pop(number) for number in _numbers(reading_order(list(left.values()), decided))[:10]]
    shares = [sum(comment.in_sample for comment in read[:n]) / n for n in (100, 200, 300)]
    assert all(0.04 <= share <= 0.06 for share in shares), shares


def test_chance_alone_says_which_of_the_sample_is_next() -> None:
    def sample(relevance: float, seed: int) -> list[int]:
        drawn = [_waiting(i, relevance=relevance * (i % 3), sample=True) for i in range(1, 20)]
        order = reading_order([*drawn, *(_waiting(i) for i in range(100, 200))], [], seed)
        return [number for number in _numbers(order) if number < 100]

    assert sample(0.0, 1) == sample(0.4, 1)
    assert sample(0.0, 1) != sample(0.0, 2)


def test_a_sample_that_was_left_behind_does_not_fill_the_head() -> None:
    waiting = [_waiting(i, relevance=0.5, sample=i % 10 == 0) for i in range(1, 201)]
    decided = [_decided(_text(i), relevant=True) for i in range(1000, 1500)]
    order = _numbers(reading_order(waiting, decided))
    assert sum(number % 10 == 0 for number in order[:50]) <= 6


def test_the_order_depends_on_nothing_but_what_it_is_given() -> None:
    waiting = [_waiting(i, relevance=0.5, days=i % 5, sample=i % 7 == 0) for i in range(1, 80)]
    decided = [_decided(_text(i), relevant=i % 2 == 0) for i in range(200, 240)]
    shuffled = _chance(1).sample(waiting, len(waiting))
    assert reading_order(waiting, decided, 3) == reading_order(shuffled, decided, 3)


def test_an_empty_queue_and_texts_without_words_have_an_order_too() -> None:
    decided = [_decided("!", relevant=True), _decided("?", relevant=False)]
    assert reading_order([], decided) == []
    assert len(reading_order([_waiting(1, "…"), _waiting(2, "!!!")], decided)) == 2
