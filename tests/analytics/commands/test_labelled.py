"""Labels are read as people write them, and what is left out is counted."""

import numpy as np
import pytest

from analytics.commands.labelled import Labelled, judged_labels, labelled
from analytics.commands.reading import RefusalError, Table


def _labelled(*rows: tuple[str, str], separator: str | None = None) -> Labelled:
    return labelled(Table(("text", "labels"), rows, tuple(range(len(rows)))), "text", "labels", separator)


def test_spaces_order_repetition_and_the_composition_of_accents_make_no_label() -> None:
    found = _labelled(("x", " b; a ;;a"), ("y", "a;b"), ("z", "te\u030clo ;"), separator=";")
    assert found.labels == ({"a", "b"}, {"a", "b"}, {"tělo"})


def test_without_a_separator_the_cell_is_one_label() -> None:
    assert _labelled(("x", " a; b "), ("y", "a; b")).labels == ({"a; b"}, {"a; b"})


def test_no_label_is_an_answer_where_there_may_be_any_number() -> None:
    rows = ("x", "a"), ("y", " ")
    several, single = _labelled(*rows, separator=";"), _labelled(*rows)
    assert (several.labels, several.unlabelled) == (({"a"}, frozenset()), 0)
    assert (single.texts, single.unlabelled) == (("x",), 1)


def test_empty_texts_and_words_for_nothing_stay() -> None:
    assert _labelled(("", "a"), ("NaN", "NA")).texts == ("", "NaN")
    assert _labelled(("", "a"), ("NaN", "NA")).labels == ({"a"}, {"NA"})


def test_rare_labels_go_and_their_texts_stay_where_there_may_be_any_number() -> None:
    found = _labelled(("x", "a;b"), ("y", "a"), ("z", "b;c"), separator=";")
    labels = judged_labels(found, found, 2, single=False)
    assert labels == ["a", "b"]
    kept = found.only(labels, single=False)
    assert kept.labels == ({"a", "b"}, {"a"}, {"b"})
    assert np.array_equal(kept.matrix(labels), [[1, 1], [1, 0], [0, 1]])


def test_texts_of_a_single_choice_go_with_their_label() -> None:
    found = _labelled(("x", "a"), ("y", "a"), ("z", "b"), ("v", "b"), ("w", "c"))
    assert found.only(judged_labels(found, found, 2, single=True), single=True).texts == ("x", "y", "z", "v")


def test_labels_come_from_what_is_learned_unless_all_are_wanted() -> None:
    learned, judged = _labelled(("x", "a"), ("y", "a"), ("z", "b")), _labelled(("x", "c"))
    assert judged_labels(learned, judged, 1, single=True) == ["a", "b"]
    assert judged_labels(learned, judged, 0, single=True) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("rows", "fewest", "sentence"),
    [
        ([("x", "a"), ("y", "b")], 5, "No label has 5 rows to learn from; the most frequent: “a” 1, “b” 1."),
        ([("x", "a"), ("y", "a")], 0, "“a” is the only label to learn; there is nothing to tell apart."),
        (
            [("x", "a"), ("y", "b")],
            0,
            "No two rows share a label (such as “a” 1, “b” 1); is it the right column?",
        ),
    ],
)
def test_what_cannot_be_told_apart_is_refused(
    rows: list[tuple[str, str]], fewest: int, sentence: str
) -> None:
    found = _labelled(*rows)
    with pytest.raises(RefusalError) as refused:
        judged_labels(found, found, fewest, single=True)
    assert str(refused.value) == sentence


def test_a_column_without_any_label_is_refused() -> None:
    with pytest.raises(RefusalError, match="No row has a label in the column “labels”"):
        _labelled(("x", ""), ("y", " ; "), separator=";")
