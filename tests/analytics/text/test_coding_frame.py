import copy

import pytest

from analytics.text.day_one.coding_frame import CodingFrame, FrameError
from analytics.text.day_one.matching import TermMatcher


@pytest.fixture
def document(frame_document):
    return copy.deepcopy(frame_document)


def finding_of(document) -> tuple[str, str]:
    with pytest.raises(FrameError) as error:
        CodingFrame.from_document(document)
    return error.value.findings[0]


def test_the_shipped_frame_is_valid_and_round_trips(frame, frame_document):
    assert frame.to_document() == frame_document
    assert CodingFrame.from_document(frame.to_document()) == frame


def test_the_shipped_frame_has_the_fourteen_target_groups_of_the_domain(frame):
    assert len(frame.group_codes) == 14
    assert frame.group_codes[0] == "seniors"
    assert frame.group_codes[-1] == "general"


def test_every_reason_of_the_domain_is_a_signpost(frame):
    assert {signpost.code for signpost in frame.signposts} == {
        "other_department",
        "state_authority",
        "health_care",
        "outside_territory",
        "individual_case",
        "no_content",
        "advertising",
        "abusive",
        "not_understood",
    }


@pytest.mark.parametrize("document", [None, [], "frame", 7, {}, {"version": "1"}])
def test_something_else_than_a_frame_is_refused_with_a_sentence(document):
    path, sentence = finding_of(document)
    assert path == ""
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("", "must not be empty"),
        ("se*nior", "only at the end of a word"),
        ("se*", "at least 3 letters"),
        ("***", "star"),
        ("… senior", "between two words"),
        ("a … … b", "between two words"),
        ("!!", "letter or a digit"),
        ("x" * 81, "at most 80 characters"),
        ("a b c d e f g h i", "more than 8 words"),
        ("nul\x00", "control characters"),
    ],
)
def test_a_faulty_term_is_named_with_its_place(document, term, said):
    document["target_groups"][0]["people"]["cs"] = ["senior*", term]
    path, sentence = finding_of(document)
    assert path == "target_groups[0].people.cs[1]"
    assert said in sentence


def test_a_term_listed_twice_is_refused(document):
    document["urgent"]["en"] = ["kill me", "kill me"]
    assert finding_of(document) == ("urgent.en[1]", "The term “kill me” is listed twice.")


def test_a_missing_language_is_named(document):
    del document["target_groups"][2]["names"]["uk"]
    path, sentence = finding_of(document)
    assert path == "target_groups[2].names"
    assert "“uk” is missing" in sentence


def test_an_unknown_part_is_named_so_that_a_slip_of_the_pen_is_not_lost(document):
    document["target_groups"][0]["peple"] = {}
    path, sentence = finding_of(document)
    assert path == "target_groups[0]"
    assert "peple" in sentence


def test_a_code_used_twice_is_refused(document):
    document["target_groups"][1]["code"] = "seniors"
    assert finding_of(document) == ("target_groups", "The code “seniors” is used more than once.")


def test_the_four_kinds_are_fixed(document):
    document["kinds"].pop()
    assert finding_of(document)[0] == "kinds"


@pytest.mark.parametrize("age", [0, 121, "65", 6.5, True])
def test_an_impossible_age_is_refused(document, age):
    document["target_groups"][0]["age_from"] = age
    assert finding_of(document)[0] == "target_groups[0].age_from"


def test_hostile_sizes_are_refused_before_they_cost_anything(document):
    document["target_groups"][0]["people"]["cs"] = ["senior"] * 1_000_000
    document["target_groups"][1]["definitions"]["cs"] = "x" * 1_000_000
    document["signposts"] = document["signposts"] * 10_000
    with pytest.raises(FrameError) as error:
        CodingFrame.from_document(document)
    assert {path for path, _ in error.value.findings} == {
        "target_groups[0].people.cs",
        "target_groups[1].definitions.cs",
        "signposts",
    }


def test_findings_stop_at_fifty(document):
    document["urgent"]["cs"] = ["!"] * 900
    with pytest.raises(FrameError) as error:
        CodingFrame.from_document(document)
    assert len(error.value.findings) == 50


def test_a_term_with_too_many_readings_is_refused_by_the_matcher(document):
    stems = ["abc" + "defghijk"[:n] + "*" for n in range(9)]
    document["relevance"]["hints"]["en"] = [*stems, "abc* abc* abc* abc* abc* abc* abc* abc*"]
    with pytest.raises(FrameError, match="too many readings"):
        TermMatcher(CodingFrame.from_document(document), "en")
