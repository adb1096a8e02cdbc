"""Both coders are compared as they run: with the service chosen beside a comment. Made-up decisions."""

from dataclasses import replace

import pytest

from analytics.text.chosen_service import with_service
from analytics.text.learning import judging
from analytics.text.learning.training import train, training_hash

ASKED = "Dneska u nás chybí zelená stuha, zase pozdě."


def filed(decisions, n=None):
    """The first n decisions (None: all) filed under a service for exactly the groups that people gave."""
    return [
        replace(each, service_groups=each.target_groups) if each.relevant else each for each in decisions[:n]
    ] + (decisions[n:] if n is not None else [])


def labels(card):
    return {each["code"]: each for each in card["tasks"]["target_groups"]["labels"]}


@pytest.fixture(scope="module")
def all_filed(frame, coder, decisions):
    return train(frame, filed(decisions), day_one=coder)


def test_the_frame_is_compared_with_the_service_that_it_gets_in_service(trained, all_filed, decisions):
    assert labels(trained.card)["seniors"]["day_one"]["value"] == 0
    assert labels(all_filed.card)["seniors"]["day_one"]["value"] == 1
    assert all_filed.card["with_service"] == sum(each.relevant for each in decisions)
    assert trained.card["with_service"] == 0


def test_what_the_service_tells_as_well_is_not_taken_over(trained, all_filed):
    assert {"group:seniors", "group:families"} <= set(trained.card["handed_over"])
    assert not {"group:seniors", "group:families"} & set(all_filed.card["handed_over"])


def test_the_card_says_of_both_coders_what_runs(frame, coder, decisions):
    """The frame's figures follow from the very codings that the service makes."""
    some = filed(decisions, 200)
    found = train(frame, some, day_one=coder).card
    codings = coder.code([each.text for each in some])
    said = [
        (each, with_service(coding, each.service_groups).suggested_groups)
        for each, coding in zip(some, codings, strict=True)
        if each.relevant
    ]
    both = sum("seniors" in each.target_groups and "seniors" in groups for each, groups in said)
    either = sum(("seniors" in each.target_groups) + ("seniors" in groups) for each, groups in said)
    assert labels(found)["seniors"]["day_one"]["value"] == pytest.approx(2 * both / either, abs=1e-4)
    assert 0 < labels(found)["seniors"]["day_one"]["value"] < 1


def test_nothing_is_learned_from_the_service(trained, all_filed):
    (without,), (with_it,) = trained.coder.code([ASKED]), all_filed.coder.code([ASKED])
    assert with_it.probabilities == without.probabilities


def test_the_service_is_part_of_what_a_coder_follows_from(frame, decisions):
    plain, filed_ones = training_hash(frame, decisions), training_hash(frame, filed(decisions))
    assert filed_ones != plain
    none_known = [replace(each, service_groups=()) for each in decisions]
    assert training_hash(frame, none_known) not in (plain, filed_ones)
    assert training_hash(frame, filed(decisions)[::-1]) == filed_ones


def test_what_is_left_is_judged_again_in_the_company_in_which_it_will_run(
    frame, coder, decisions, monkeypatch
):
    judged = []
    compare = judging.compare

    def told(truth, ours, theirs, texts, columns, seed):
        judged.append([key for key, _ in columns])
        return compare(truth, ours, theirs, texts, columns, seed)

    monkeypatch.setattr(judging, "compare", told)
    without_families = [
        replace(each, service_groups=each.target_groups) if "families" in each.target_groups else each
        for each in decisions
    ]
    found = train(frame, without_families, day_one=coder).card
    taken = {key for key in found["handed_over"] if key.startswith("group:")}
    assert taken == {"group:seniors"}
    assert len(judged) == 4
    assert "group:families" not in judged[-1]
    assert set(labels(found)) == {"seniors", "families"}


def test_with_services_the_same_decisions_give_the_same_card(frame, coder, decisions, all_filed):
    again = train(frame, filed(decisions)[::-1], day_one=coder).card
    assert {**again, "training_seconds": 0} == {**all_filed.card, "training_seconds": 0}
