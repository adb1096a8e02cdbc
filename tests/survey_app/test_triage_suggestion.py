"""Marking words in a comment without ever changing it."""

from hypothesis import given
from hypothesis import strategies as st

from survey_app.blueprints.personal_data import Find, finds_in, masked
from survey_app.blueprints.triage.marks import segments


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=8),
)
def test_the_pieces_joined_are_the_text(text: str, spans: list[tuple[int, int]]) -> None:
    pieces = segments(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)


def test_overlapping_words_are_marked_once() -> None:
    pieces = segments("sociální služba", [(0, 8), (0, 15), (9, 15)])
    assert [(piece.text, piece.marked) for piece in pieces] == [("sociální", True), (" služba", True)]


def test_personal_data_stays_in_one_piece_and_says_what_it_is() -> None:
    pieces = segments("paní Nováková pomohla", [(0, 9), (14, 21)], [Find("name", 5, 13)])
    assert [(piece.text, piece.marked, piece.personal) for piece in pieces] == [
        ("paní ", True, ""),
        ("Nováková", False, "name"),
        (" ", False, ""),
        ("pomohla", True, ""),
    ]


def test_personal_data_is_blacked_out_by_its_kind() -> None:
    text = "Volejte 777 123 456 nebo paní Nováková."
    finds = finds_in(text, {"personal_data": [["name", 30, 38], ["phone", 8, 19]]})
    assert masked(text, finds) == "Volejte [telephone number] nebo paní [name]."


def test_a_coding_from_before_personal_data_was_looked_for_is_read() -> None:
    assert finds_in("Volejte 777 123 456.", {}) == ()


@given(st.text(max_size=20), st.lists(st.tuples(st.integers(-5, 30), st.integers(-5, 30)), max_size=3))
def test_finds_that_lie_outside_the_text_are_passed_over(text: str, spans: list[tuple[int, int]]) -> None:
    finds = finds_in(text, {"personal_data": [["name", start, end] for start, end in spans]})
    assert all(text[find.start : find.end] for find in finds)
