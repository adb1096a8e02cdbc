from dataclasses import replace

import pytest

from analytics.text.chosen_service import GROUP, with_service
from analytics.text.coding import Reason

UNDECIDED = "Takových lidí je málo."


@pytest.mark.parametrize("groups", [("seniors",), ("seniors", "disability")])
def test_where_the_words_decide_nothing_the_chosen_service_does_and_is_the_reason(coding_of, groups):
    without = coding_of(UNDECIDED)
    coding = with_service(without, groups)
    assert without.relevant is None
    assert coding.relevant is True
    assert not coding.abstentions
    assert set(coding.suggested_groups) == set(groups)
    services = [
        (reason.code, reason.start, reason.end) for reason in coding.reasons if reason.what == "service"
    ]
    assert {code for code, _, _ in services} == {"relevant", *groups}
    assert all(start == end for _, start, end in services)


def test_a_service_for_many_groups_says_relevant_and_nothing_about_groups(coding_of):
    coding = with_service(coding_of(UNDECIDED), ("seniors", "disability", "carers"))
    assert coding.relevant is True
    assert coding.suggested_groups == ()


def test_groups_come_in_the_order_of_the_frame_and_unknown_ones_are_passed_over(coding_of):
    coding = with_service(coding_of(UNDECIDED), ("martians", "seniors"))
    assert coding.suggested_groups == ("seniors",)
    assert "martians" not in coding.target_groups


def test_words_go_before_the_service(coding_of):
    irrelevant = coding_of("Na ulici je výtluk a nesvítí tam lampa.")
    assert irrelevant.relevant is False
    assert with_service(irrelevant, ("seniors",)) == irrelevant

    families = coding_of("Rodina s dětmi tu potřebuje sociální pracovnici a ranou péči.")
    assert families.relevant is True
    assert with_service(families, ("seniors",)) == families


def test_words_that_name_no_group_leave_the_group_to_the_service(coding_of):
    text_only = coding_of("Sociální pracovnice je skvělá.")
    coding = with_service(text_only, ("addiction",))
    assert (text_only.relevant, text_only.suggested_groups) == (True, ())
    assert coding.suggested_groups == ("addiction",)
    assert coding.target_groups["addiction"] == GROUP
    assert coding.relevance == text_only.relevance


def test_a_group_that_is_merely_guessed_gives_way_to_the_service_with_its_reasons(coding_of):
    learned = [Reason("learned", code, 1.0, "", 0, 0, "") for code in ("addiction", "seniors")]
    guess = replace(
        coding_of("Sociální pracovnice je skvělá."),
        suggested_groups=("addiction",),
        guessed_groups=("addiction",),
        reasons=tuple(learned),
    )
    coding = with_service(guess, ("seniors",))
    assert (coding.suggested_groups, coding.guessed_groups) == (("seniors",), ())
    assert [(reason.what, reason.code) for reason in coding.reasons] == [
        ("learned", "seniors"),
        ("service", "seniors"),
    ]
    for says_nothing in (("martians",), ("seniors", "disability", "carers")):
        assert with_service(guess, says_nothing) == guess
    decided = replace(guess, guessed_groups=())
    assert with_service(decided, ("seniors",)) == decided


@pytest.mark.parametrize("text", ["???", "Wo finde ich Hilfe für meine Mutter?"])
def test_a_text_that_cannot_be_read_stays_unread_whatever_was_chosen(coding_of, text):
    coding = coding_of(text)
    assert with_service(coding, ("seniors",)) == coding


def test_without_a_service_nothing_changes(coding_of):
    coding = coding_of(UNDECIDED)
    assert with_service(coding, None) == coding
