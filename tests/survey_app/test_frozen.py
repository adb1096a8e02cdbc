"""A page frozen with holes is the same page, compressed or not."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey_app.blueprints.answering.frozen import FrozenPage


@given(pieces=st.lists(st.text(), min_size=3, max_size=3), values=st.lists(st.text(), min_size=2, max_size=2))
def test_filled_holes_decompress_to_the_plain_page(pieces: list[str], values: list[str]) -> None:
    pieces = [piece.replace("~", "") for piece in pieces]
    page = FrozenPage(f"{pieces[0]}~one~{pieces[1]}~two~{pieces[2]}", ("~one~", "~two~"))
    expected = f"{pieces[0]}{values[0]}{pieces[1]}{values[1]}{pieces[2]}".encode()
    assert page.plain(values) == expected
    assert gzip.decompress(page.gzipped(values)) == expected


def test_a_missing_hole_is_noticed_when_the_page_is_frozen() -> None:
    with pytest.raises(ValueError, match="hole"):
        FrozenPage("<html></html>", ("~one~",))
