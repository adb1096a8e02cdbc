"""Decisions in, a coder and its card out. The words of the made-up town stand in no coding frame."""

import json
from copy import deepcopy
from dataclasses import replace

import numpy as np
import pytest

from analytics.text.chosen_service import with_service
from analytics.text.learning.coder import LearnedCoder
from analytics.text.learning.tasks import TARGET_GROUPS
from analytics.text.learning.thresholds import Thresholds
from analytics.text.learning.training import Decision, train, training_hash
from tests.analytics.text.learning.conftest import town

ASKED = "Dneska u nás chybí zelená stuha, zase pozdě."


def test_what_is_measured_to_be_better_is_taken_over(trained) -> None:
    assert trained.card["handed_over"] == ["group:families", "group:seniors", "kind", "relevant"]
    (coding,) = trained.coder.code([ASKED])
    assert coding.relevant is True
    assert coding.suggested_groups == ("seniors",)
    assert coding.kind == "complaint"
    assert coding.model_version == trained.card["version"]


def test_missing_accents_change_nothing(trained) -> None:
    plain, bare = trained.coder.code([ASKED, "Dneska u nas chybi zelena stuha, zase pozde."])
    assert bare.probabilities == plain.probabilities


def test_the_words_that_moved_the_coder_are_shown_where_they_stand(trained) -> None:
    (coding,) = trained.coder.code([ASKED])
    learned = [reason for reason in coding.reasons if reason.what == "learned"]
    assert {reason.text for reason in learned if reason.code == "seniors"} >= {"zelená", "stuha"}
    assert all(ASKED[reason.start : reason.end] == reason.text for reason in learned)
    assert all(0 < reason.weight <= 1 for reason in learned)


def test_scores_of_what_was_taken_over_are_probabilities_under_stable_keys(trained) -> None:
    (coding,) = trained.coder.code([ASKED])
    assert coding.relevance == coding.probabilities["relevant"]
    assert coding.target_groups["seniors"] == coding.probabilities["group:seniors"]
    assert coding.kind_scores["complaint"] == coding.probabilities["kind:complaint"]
    assert "group:foreigners" not in coding.probabilities
    json.dumps(coding.to_document())


def test_in_the_middle_the_machine_says_that_it_does_not_know(trained) -> None:
    for share in range(1, 30):
        (coding,) = trained.coder.code(["zelená stuha " * share + "šedý kámen " * (30 - share)])
        probability = coding.probabilities["relevant"]
        if 0.35 < probability < 0.65:
            assert (coding.relevant, coding.abstentions) == (None, ("uncertain",))
            return
        assert coding.relevant is (probability > 0.5)
    pytest.fail("no text lies in the middle")


@pytest.mark.parametrize("text", ["Wo finde ich Hilfe für meine Mutter?", "12 345 !!!", ""])
def test_what_cannot_be_read_stays_with_the_frame_which_abstains(trained, coder, text) -> None:
    (coding,) = trained.coder.code([text])
    assert coding == replace(coder.code([text])[0], model_version=trained.card["version"])
    assert coding.abstained
    assert coding.probabilities == {}


def test_a_group_that_reaches_no_threshold_is_marked_as_a_guess(trained) -> None:
    (sure,) = trained.coder.code([ASKED])
    assert (sure.suggested_groups, sure.guessed_groups) == (("seniors",), ())
    model = deepcopy(trained.coder.models[TARGET_GROUPS])
    model.classifier.thresholds_ = Thresholds(np.full(len(model.codes), 1.01), 0.0)
    models = {**trained.coder.models, TARGET_GROUPS: model}
    coder = LearnedCoder(trained.coder.day_one, models, trained.coder.handed_over, "unsure")
    (unsure,) = coder.code([ASKED])
    assert (unsure.suggested_groups, unsure.guessed_groups) == (("seniors",), ("seniors",))
    assert unsure.to_document()["guessed_groups"] == ["seniors"]
    assert with_service(unsure, ("families",)).suggested_groups == ("families",)


def test_danger_is_always_told_by_the_frame(trained) -> None:
    (coding,) = trained.coder.code(["Šedý kámen. Soused bije děti."])
    assert coding.urgent
    assert any(reason.what == "urgent" for reason in coding.reasons)


def test_a_label_stays_where_the_frame_is_as_good(frame, coder) -> None:
    decisions = [
        Decision(
            f"V domově pro seniory chybí lékař, případ {i}",
            relevant=True,
            target_groups=("seniors",),
            kind="complaint",
        )
        for i in range(120)
    ] + [
        Decision(
            f"Mateřské centrum chybí, případ {i}",
            relevant=True,
            target_groups=("families",),
            kind="complaint",
        )
        for i in range(120)
    ]
    found = train(frame, decisions, day_one=coder)
    by_key = {label["code"]: label for label in found.card["tasks"]["target_groups"]["labels"]}
    assert by_key["seniors"]["day_one"]["value"] == 1
    assert "group:seniors" not in found.card["handed_over"]
    assert (
        found.coder.code([decisions[0].text])[0].target_groups
        == coder.code([decisions[0].text])[0].target_groups
    )


def test_the_order_of_decisions_does_not_count(frame, coder, decisions, trained) -> None:
    again = train(frame, decisions[::-1], day_one=coder)
    assert again.training_hash == trained.training_hash == training_hash(frame, decisions)
    assert again.coder.code([ASKED]) == trained.coder.code([ASKED])
    assert {**again.card, "training_seconds": 0} == {**trained.card, "training_seconds": 0}


def test_another_decision_frame_or_seed_gives_another_hash(frame, decisions) -> None:
    plain = training_hash(frame, decisions)
    assert training_hash(frame, decisions[1:]) != plain
    assert training_hash(frame, [replace(decisions[0], kind="praise"), *decisions[1:]]) != plain
    assert training_hash(frame, decisions, seed=1) != plain
    assert training_hash(replace(frame, version="other"), decisions) != plain


def test_under_two_hundred_decisions_nothing_is_learned(frame, coder) -> None:
    with pytest.raises(ValueError, match="200"):
        train(frame, town(199), day_one=coder)


def test_the_card_says_what_is_behind_the_coder(trained, decisions) -> None:
    card = trained.card
    assert card["n"] == len(decisions)
    assert card["texts"] == len(decisions)
    assert sum(card["languages"].values()) == len(decisions)
    assert card["with_diacritics"] > card["without_diacritics"] == 0
    assert set(card["libraries"]) == {"python", "numpy", "scipy", "scikit-learn", "simplemma", "spacy"}
    groups = card["tasks"]["target_groups"]
    assert {label["code"] for label in groups["labels"]} == {"seniors", "families"}
    assert "foreigners" in groups["unlearned"]
    (seniors,) = [label for label in groups["labels"] if label["code"] == "seniors"]
    assert seniors["positives"] == sum("seniors" in each.target_groups for each in decisions)
    assert seniors["learned"]["low"] <= seniors["learned"]["value"] <= seniors["learned"]["high"]
    assert seniors["day_one"]["value"] == 0
    assert 0 <= seniors["brier"] < 0.25
    assert 0 <= seniors["ece"] < 0.5
    assert decisions[0].text not in json.dumps(card, ensure_ascii=False)


def test_groups_that_the_frame_does_not_know_are_passed_over(frame, coder, decisions) -> None:
    strange = [replace(each, target_groups=(*each.target_groups, "martians")) for each in decisions]
    assert "martians" not in json.dumps(train(frame, strange, day_one=coder).card)


def test_few_relevant_comments_teach_relevance_alone(frame, coder, decisions) -> None:
    relevant = [each for each in decisions if each.relevant][:100]
    others = [each for each in decisions if not each.relevant]
    found = train(frame, relevant + others, day_one=coder)
    assert found.card["handed_over"] == ["relevant"]
    assert not found.card["tasks"]["kind"]["learned"]
