import copy

import pytest

from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.day_one.matching import TermMatcher


@pytest.fixture(scope="module")
def matcher(frame_document):
    """A matcher of a few terms in which every way of writing a term occurs."""
    document = copy.deepcopy(frame_document)
    empty = {"cs": [], "en": [], "uk": []}
    for group in document["target_groups"]:
        group.update(people=empty, help=empty, hints=empty)
    for entry in (*document["signposts"], *document["kinds"]):
        entry["terms"] = empty
        if "hints" in entry:
            entry["hints"] = empty
    for part in ("interrogatives", "negations", "urgent", "neutral"):
        document[part] = empty
    document["relevance"] = {"services": empty, "hints": empty}
    document["target_groups"][0]["people"] = {
        **empty,
        "cs": ["babička", "senior*", "byt", "neslyšící", "bezpečný", "domov pro senior*", "K-centr*"],
    }
    document["urgent"] = {**empty, "cs": ["bije … dítě"]}
    document["kinds"][0]["terms"] = {**empty, "cs": ["zkuste"]}
    return TermMatcher(CodingFrame.from_document(document), "cs")


def terms_in(matcher, text) -> set[str]:
    return {match.term for document in matcher.documents([text]) for match in matcher.matches(document)}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("o babičce", "babička"),
        ("O BABIČCE", "babička"),
        ("o babicce", "babička"),
        ("seniorkám", "senior*"),
        ("v Domově pro seniory", "domov pro senior*"),
        ("v domove pro seniory", "domov pro senior*"),
        ("do K-centra", "K-centr*"),
        ("do k-centra", "K-centr*"),
        ("bije doma malé dítě", "bije … dítě"),
    ],
)
def test_a_term_is_found_in_its_forms_without_case_and_accents(matcher, text, term):
    assert term in terms_in(matcher, text)


def test_a_dictionary_that_loses_negation_does_not_turn_a_word_into_its_opposite(matcher):
    assert terms_in(matcher, "nebezpečná") == set()
    assert terms_in(matcher, "slyšící") == set()
    assert terms_in(matcher, "bezpečného") == {"bezpečný"}
    assert terms_in(matcher, "neslyšící") == {"neslyšící"}


def test_a_different_accent_is_a_different_word(matcher):
    assert terms_in(matcher, "mohlo by to být lepší") == set()
    assert terms_in(matcher, "hledám byt") == {"byt"}


def test_words_of_kinds_stand_only_for_themselves(matcher):
    assert terms_in(matcher, "zkuste") == {"zkuste"}
    assert terms_in(matcher, "zkusila") == set()


def test_a_gap_ends_with_the_sentence_and_after_four_words(matcher):
    assert terms_in(matcher, "Bije. Dítě spí.") == set()
    assert terms_in(matcher, "bije jedna dva tři čtyři pět dítě") == set()
