from hypothesis import given
from hypothesis import strategies as st

from analytics.text.surface import accents_fit, fold, folded_lines, readable


def test_folding_strips_case_and_accents_in_both_scripts():
    assert fold("PŘEŠTICE") == "prestice"
    assert fold("Їжак") == "іжак"
    assert fold("сім’я") == "сім'я"


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(st.characters(codec=None, exclude_characters="\n")), min_size=1))
def test_many_lines_are_folded_as_each_by_itself(lines):
    assert folded_lines(lines) == [fold(line) for line in lines]


def test_accents_may_be_missing_but_never_different():
    assert accents_fit("byt", "být")
    assert accents_fit("třikrat", "třikrát")
    assert not accents_fit("být", "byt")
    assert not accents_fit("byty", "byt")


@given(st.text(st.characters(codec=None)))
def test_a_readable_text_keeps_its_length_and_can_be_encoded(text):
    assert len(readable(text)) == len(text)
    readable(text).encode()
