"""Marking words in a comment without ever changing it."""

from hypothesis import given
from hypothesis import strategies as st

from survey_app.blueprints.triage.suggestion import segments


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
