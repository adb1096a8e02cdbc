"""Tables for spreadsheets: no cell is a formula there, and every cell reads back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.spreadsheet import BYTE_ORDER_MARK, FORMULA_STARTS, bare, csv_lines, harmless


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_no_spreadsheet_finds_a_formula_and_everything_reads_back() -> None:
    rows = [["=1+1", "-5", 'say "hello", twice\nplease'], ["@x", -5, 1.5], [None, "", 0]]
    text = "".join(csv_lines(["a", "b", "c"], rows))

    assert text.startswith("\ufeffa,b,c\r\n")
    assert read(text)[1:] == [
        ["'=1+1", "'-5", 'say "hello", twice\nplease'],
        ["'@x", "-5", "1.5"],
        ["", "", "0"],
    ]


@pytest.mark.parametrize("start", FORMULA_STARTS)
def test_only_what_begins_like_a_formula_is_changed(start: str) -> None:
    assert harmless(f"{start}1+1") == f"'{start}1+1"
    assert harmless(f"a{start}") == f"a{start}"
    assert harmless(-1.5) == -1.5


@given(st.text(st.sampled_from("'=+-@\ta "), max_size=6) | st.text())
def test_every_text_comes_back_bare(text: str) -> None:
    written = harmless(text)

    assert isinstance(written, str)
    assert not written.startswith(FORMULA_STARTS)
    assert bare(written) == text
