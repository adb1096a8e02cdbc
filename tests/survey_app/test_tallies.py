"""Tallies: what a response adds, each of them once, whoever is killed and whoever comes at the same time."""

import random
import threading
from datetime import timedelta
from typing import Any
from uuid import uuid4

import hypothesis
import pytest
import sqlalchemy as sa
from hypothesis import strategies as st

from analytics.estimation import scores
from forms import definition
from forms.routing import on_path
from survey_app import clock, db
from survey_app.jobs import tallies as job
from survey_app.models import OutboxMessage, RatingTally, Response, Wave
from survey_app.operations import design, outbox, tallies
from survey_app.queries import contributions
from survey_app.queries import design as versions
from survey_app.queries import tallies as queries
from survey_app.queries.contributions import AnswerKey, CompiledVersion, RatingKey, Tallies
from survey_app.vocabulary import Mode
from tests.survey_app.conftest import MakeWave, annual

DAY = timedelta(days=1)
GRADES = ("very_good", "rather_good", "neither", "rather_bad", "very_bad", "dont_know")


@pytest.fixture
def wave(catalogues: None, make_wave: MakeWave) -> Wave:
    """A closed wave of the annual questionnaire."""
    now = clock.now()
    return make_wave(annual(), wave_code="annual", opens_at=now - 9 * DAY, closes_at=now - DAY)


def put(wave: Wave, *answers: dict[str, Any], language: str = "cs") -> None:
    """Put responses straight into their table."""
    rows = [
        {
            "id": uuid4(),
            "wave_id": wave.id,
            "questionnaire_version_id": wave.questionnaire_version_id,
            "mode": Mode.WEB,
            "language": language,
            "received_on": clock.today(),
            "late": False,
            "answers": each,
            "submission_hash": uuid4().hex,
            "content_hash": "",
        }
        for each in answers
    ]
    with db.transaction() as session:
        session.execute(sa.insert(Response), rows)


def stored(wave: Wave) -> Tallies:
    with db.reading() as session:
        return queries.stored(session, wave.id)


def quiet(_done: int) -> None:
    """Progress that nobody looks at."""


def made_up(wave: Wave, count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Answers of people who tick at random what is on their path."""
    chance = random.Random(seed)  # noqa: S311  # repeatable, not secret
    with db.reading() as session:
        questionnaire = versions.questionnaire(session, wave.questionnaire_version_id)
    found = []
    for _ in range(count):
        answers: dict[str, Any] = {}
        for item in questionnaire.items:
            options = list(questionnaire.options[item.item_code])
            if options and chance.random() < 0.8:
                several = item.type is definition.ItemType.MULTIPLE_CHOICE
                answers[item.item_code] = chance.sample(options, 2) if several else chance.choice(options)
        found.append(on_path(questionnaire, answers))
    return found


def test_a_response_is_added_to_its_service_stratum_mode_and_language(wave: Wave) -> None:
    rated = {"q03": "S01", "q04": "very_good", "q05": "rather_bad", "q07b": "neither", "q09": "very_good"}
    put(wave, {**rated, "q16": "65-80", "q17": "podhaji"}, {**rated, "q09": "rather_bad"})
    put(wave, {"q03": "other", "q09": "dont_know"}, language="cs-easy")
    assert job.add_all(wave.id) == 3
    ratings = stored(wave).ratings
    score = 583_333  # (100 + 25 + 50) / 3
    assert ratings == {
        RatingKey("age=65-80&territory=podhaji", "S01", "web", "cs"): (
            (1, 1, score, score**2, 1, 10**6, 10**12, 1, 0)
        ),
        RatingKey("age=&territory=", "S01", "web", "cs"): (
            (1, 1, score, score**2, 1, 250_000, 250_000**2, 0, 1)
        ),
        RatingKey("age=&territory=", "", "web", "cs-easy"): (1, 0, 0, 0, 0, 0, 0, 0, 0),
    }


def test_two_of_five_core_items_make_no_score(wave: Wave) -> None:
    put(wave, {"q04": "very_good", "q05": "very_good", "q06": "dont_know", "q09": "very_good"})
    job.add_all(wave.id)
    ((_, sums),) = stored(wave).ratings.items()
    assert (sums.responses, sums.scored, sums.rated) == (1, 0, 1)


def test_closed_items_are_counted_by_option_and_once_for_having_been_answered(wave: Wave) -> None:
    put(
        wave, {"q03": "S05", "q10": ["respite", "other"], "q10.write_in": "kolo", "q16": "na", "q15": "slova"}
    )
    job.add_all(wave.id)
    by_option = {key[:2]: count for key, count in stored(wave).answers.items()}
    assert by_option == dict.fromkeys(
        [
            *[("q03", ""), ("q03", "S05")],
            *[("q10", ""), ("q10", "other"), ("q10", "respite")],
            *[("q16", ""), ("q16", "na")],
        ],
        1,
    )
    assert set(stored(wave).answers) >= {AnswerKey("q10", "respite", "S05", "age=na&territory=")}


def test_numbers_dates_and_words_are_not_tallied_and_the_first_place_of_a_ranking_is() -> None:
    labels = {"cs": "x"}
    options = [{"code": code, "labels": labels} for code in "abc"]
    types = ("ranking", "number", "date", "year", "short_text", "open_ended", "yes_no")
    items = [
        {
            "item_code": kind,
            "type": kind,
            "texts": labels,
            **({"options": options} if kind == "ranking" else {}),
        }
        for kind in types
    ]
    battery = {
        "item_code": "battery",
        "type": "rating_battery",
        "texts": labels,
        "scale": "grades",
        "rows": [{"item_code": "row", "texts": labels, "dimension": "staff"}],
    }
    questionnaire = definition.load(
        {
            "questionnaire_code": "kinds",
            "version": "1",
            "titles": labels,
            "languages": ["cs"],
            "scales": [{"code": "grades", "options": options}],
            "sections": [{"section_code": "s", "titles": labels, "items": [*items, battery]}],
        }
    )
    answers = {"ranking": ["b", "a", "c"], "number": 3, "date": "2026-01-01", "year": 1950}
    answers |= {"short_text": "a", "open_ended": "b", "yes_no": "no", "row": "c"}
    assert CompiledVersion(questionnaire).chosen(answers) == [
        *[("ranking", ""), ("ranking", "b")],
        *[("yes_no", ""), ("yes_no", "no")],
        *[("row", ""), ("row", "c")],
    ]


def test_scores_are_those_that_the_statistics_know() -> None:
    assert contributions.CORE_DIMENSIONS == scores.CORE_DIMENSIONS
    assert contributions.OVERALL == scores.OVERALL
    assert 2 * contributions.FEWEST_CORE >= len(scores.CORE_DIMENSIONS) > 2 * (contributions.FEWEST_CORE - 1)


@hypothesis.settings(max_examples=12, suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@hypothesis.given(
    seed=st.integers(0, 2**32), people=st.integers(1, 40), batches=st.lists(st.integers(1, 15), max_size=5)
)
def test_whatever_is_added_in_whatever_batches_a_rebuild_counts_the_same(
    wave: Wave, seed: int, people: int, batches: list[int]
) -> None:
    before = stored(wave).responses  # each example goes on where the one before has ended
    put(wave, *made_up(wave, people, seed))
    for most in batches:
        with db.transaction() as session:
            tallies.add_some(session, wave.id, most=most)
    assert stored(wave).responses == before + min(people, sum(batches))
    job.add_all(wave.id)
    assert stored(wave).responses == before + people
    assert job.check(wave.id, quiet) == []


def test_a_rebuild_mends_what_is_wrong_and_says_it(wave: Wave) -> None:
    put(wave, *made_up(wave, 30))
    job.add_all(wave.id)
    right = stored(wave)
    with db.transaction() as session:
        session.execute(sa.update(RatingTally).values(score_sum=RatingTally.score_sum + 1))
    put(wave, *made_up(wave, 1, seed=2))
    wrong = job.check(wave.id, quiet)
    assert {found.name for found in wrong} == {"score_sum"}
    assert len(wrong) == len(right.ratings)
    assert job.rebuild(wave.id, quiet) == wrong
    assert stored(wave).responses == 31
    assert job.check(wave.id, quiet) == []


def test_what_was_counted_before_others_added_replaces_nothing(wave: Wave) -> None:
    put(wave, *made_up(wave, 5))
    before = stored(wave)
    job.add_all(wave.id)
    added = stored(wave)
    with pytest.raises(tallies.ChangedMeanwhileError), db.transaction() as session:
        tallies.replace(session, wave.id, before, instead_of=before)
    assert stored(wave) == added


def test_a_transaction_that_fails_adds_nothing_and_marks_nothing(wave: Wave) -> None:
    put(wave, *made_up(wave, 5))
    with db.transaction() as session:
        tallies.add_some(session, wave.id)
        session.rollback()  # as if the worker had ended here
    assert stored(wave) == Tallies()
    assert job.add_all(wave.id) == 5
    assert job.add_all(wave.id) == 0


def test_many_who_add_at_once_count_nobody_twice(wave: Wave) -> None:
    put(wave, *made_up(wave, 200))
    start = threading.Barrier(4)
    added: list[int] = []

    def add() -> None:
        start.wait()
        total, some = 0, 1
        while some:
            with db.transaction() as session:
                some = tallies.add_some(session, wave.id, most=7)
            total += some
        added.append(total)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sum(added) == 200
    assert stored(wave).responses == 200
    assert job.check(wave.id, quiet) == []


def test_a_response_that_comes_while_others_are_added_waits_for_nothing(wave: Wave) -> None:
    if db.current().engine.dialect.name == "sqlite":
        return  # it has one writer; batches are small there
    put(wave, *made_up(wave, 5))
    with db.transaction() as session:
        tallies.add_some(session, wave.id)
        writer = threading.Thread(target=put, args=(wave, *made_up(wave, 1)))
        writer.start()
        writer.join(20)
        assert not writer.is_alive()
    assert job.add_all(wave.id) == 1


def test_each_response_is_read_by_the_version_it_was_given_under(wave: Wave) -> None:
    put(wave, {"q04": "rather_bad", "q05": "rather_bad", "q06": "rather_bad", "q16": "81+"})
    document = annual() | {"version": "other"}
    document["scales"][0]["options"][3]["score"] = 20
    with db.transaction() as session:
        session.add(wave)
        other = design.publish_version(session, wave.region, document, clock.now())
        wave.questionnaire_version_id = other.id
    put(wave, {"q04": "rather_bad", "q05": "rather_bad", "q06": "rather_bad", "q16": "81+"})
    job.add_all(wave.id)
    ((key, sums),) = stored(wave).ratings.items()
    assert key.stratum == "age=81+&territory="
    assert sums.score_sum == 250_000 + 200_000


def test_the_promise_is_made_once_where_something_waits_and_kept(wave: Wave) -> None:
    for expected in (0, 1, 1):
        if expected:
            put(wave, *made_up(wave, 3))
        with db.transaction() as session:
            tallies.promise_when_due(session)
        with db.reading() as session:
            messages = list(session.scalars(sa.select(OutboxMessage)))
        assert len(messages) == expected
    with db.transaction() as session:
        claim = outbox.claim(session, messages[0].id, clock.now())
    assert claim is not None
    job.tally_responses(claim)
    assert stored(wave).responses == 6
    with db.reading() as session:
        assert queries.waves_to_tally(session) == []
        assert list(session.scalars(sa.select(OutboxMessage))) == []
