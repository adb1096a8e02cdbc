"""Who is missing in a wave: counts against the town's proportions, small ones hidden while answers come.

Counts are those of a stored moment, which moves on only when ten more have come.
"""

from dataclasses import replace
from datetime import timedelta
from itertools import combinations
from random import Random
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from survey_app import clock, db
from survey_app.jobs import tallies
from survey_app.models import Region, Wave
from survey_app.operations import collection, margins
from survey_app.operations.collection import Submission, Target
from survey_app.queries import composition
from survey_app.queries.composition import FEWEST_SHOWN, Category, Composition, Margin
from survey_app.vocabulary import Mode, Role
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person, enter

DAY = timedelta(days=1)
PEOPLE = {"15-18": 100, "19-26": 200, "27-64": 500, "65-80": 200}
ANSWERED = {"15-18": 12, "19-26": 3, "27-64": 70, "65-80": 15, "81+": 4, "na": 11, "": 25}
"""81+ lives nowhere in `PEOPLE`; "" did not say."""


@pytest.fixture
def town(region: Region, catalogues: None) -> Region:
    """A town in which people were counted by age."""
    with db.transaction() as session:
        margins.load(
            session,
            session.merge(region),
            {"age": PEOPLE},
            clock.now(),
            source="A register",
            counted_on=clock.today(),
            by=None,
        )
    return region


@pytest.fixture
def open_wave(town: Region, make_wave: MakeWave) -> Wave:
    """An open wave with responses."""
    return filled(make_wave(annual(), wave_code="annual"))


@pytest.fixture
def closed_wave(town: Region, make_wave: MakeWave) -> Wave:
    """A closed wave with the same responses."""
    now = clock.now()
    return filled(make_wave(annual(), wave_code="annual", opens_at=now - 9 * DAY, closes_at=now - DAY))


def filled(wave: Wave) -> Wave:
    come(wave, *(age for age, n in ANSWERED.items() for _ in range(n)))
    return wave


def come(wave: Wave, *ages: str) -> None:
    """Let responses come in and be tallied."""
    with db.transaction() as session:
        target = Target(wave.id, wave.region_id, wave.questionnaire_version_id)
        for age in ages:
            submission = Submission(
                submission_id=str(uuid4()),
                receipt_hash="0",
                language="cs",
                mode=Mode.WEB,
                answers={"q16": age} if age else {},
                verbatims=(),
                service_code=None,
            )
            collection.submit_response(session, target, submission, wave.opens_at, late=False)
    tallies.add_all(wave.id)


def found(wave: Wave, *, exact: bool) -> Composition:
    with db.reading() as session:
        return composition.of_wave(session, wave, exact=exact)


def office(client: FlaskClient, region: Region, role: Role = Role.COORDINATOR) -> FlaskClient:
    return enter(client, add_person(f"{role}@testov.example", (role, region)))


def test_counts_stand_against_the_proportions_of_the_town(closed_wave: Wave) -> None:
    shown = found(closed_wave, exact=True)
    assert shown.responses == 140
    age = shown.margins[0]
    assert {each.code: (each.n, each.expected) for each in age.categories} == {
        "15-18": (12, 10.0),
        "19-26": (3, 20.0),
        "27-64": (70, 50.0),
        "65-80": (15, 20.0),
    }
    assert age.others == 40
    assert {each.code: each.missing for each in age.categories if each.missing} == {"19-26": 17.0}


def test_a_margin_that_nobody_counted_is_counted_only(closed_wave: Wave) -> None:
    territory = found(closed_wave, exact=True).margins[1]
    assert {each.expected for each in territory.categories} == {None}
    assert territory.others == 140


def test_nine_who_come_move_nothing_and_the_tenth_moves_all(open_wave: Wave) -> None:
    before = found(open_wave, exact=False)
    for _ in range(FEWEST_SHOWN - 1):
        come(open_wave, "65-80")
        still = found(open_wave, exact=False)
        assert (still.responses, still.margins) == (before.responses, before.margins)
    come(open_wave, "27-64")
    after = found(open_wave, exact=False)
    assert after.responses == before.responses + FEWEST_SHOWN
    assert {each.code: each.n for each in after.margins[0].categories} == {
        "15-18": None,
        "19-26": None,
        "27-64": 71,
        "65-80": None,
    }


def test_the_first_nine_are_not_shown(town: Region, make_wave: MakeWave) -> None:
    wave = make_wave(annual(), wave_code="annual")
    come(wave, *["65-80"] * (FEWEST_SHOWN - 1))
    assert found(wave, exact=True).responses == 0
    come(wave, "65-80")
    assert found(wave, exact=True).responses == FEWEST_SHOWN


def test_when_the_wave_ends_the_last_few_cannot_be_had_by_subtraction(open_wave: Wave) -> None:
    come(open_wave, "19-26")
    assert found(open_wave, exact=True).responses == 140
    assert [each.n for each in found(open_wave, exact=True).margins[0].categories] == [12, 3, 70, 15]


def test_any_two_tables_differ_by_nobody_or_by_ten_people(open_wave: Wave) -> None:
    random = Random("ages")  # noqa: S311  # made-up people, not secrets
    told = [found(open_wave, exact=False).responses]
    for size in (1, 4, 5, 9, 2, 14, 1, 10):
        come(open_wave, *random.choices(list(PEOPLE), k=size))
        told.append(found(open_wave, exact=False).responses)
    assert len(set(told)) > 3
    assert all(one == other or abs(one - other) >= FEWEST_SHOWN for one, other in combinations(told, 2))


def test_small_counts_of_an_open_wave_are_hidden_and_cannot_be_worked_out(open_wave: Wave) -> None:
    age = found(open_wave, exact=False).margins[0]
    assert {each.code: (each.n, each.few) for each in age.categories} == {
        "15-18": (None, False),
        "19-26": (None, True),
        "27-64": (70, False),
        "65-80": (None, False),
    }


@given(st.lists(st.integers(0, 60), min_size=1, max_size=7), st.integers(0, 60))
def test_every_hidden_small_count_could_be_any_small_number(counts: list[int], others: int) -> None:
    categories = tuple(Category(str(place), {}, n, None) for place, n in enumerate(counts))
    shown = composition.hidden(Margin("age", categories, others))
    truth = {each.code: each.n or 0 for each in categories} | {"others": others}
    known = {each.code: each.n for each in shown.categories} | {"others": shown.others}
    covered = [code for code, n in known.items() if n is None]
    few = [code for code, n in truth.items() if n < FEWEST_SHOWN]
    large = [code for code in covered if code not in few]
    if not few:
        assert not covered
    elif shown.categories:
        assert set(few) <= set(covered)
        assert {each.code for each in shown.categories if each.few} == set(few) - {"others"}
        # The reader knows the sum, who is under ten and who is not: each of the few may be 0 and may be 9.
        assert large
        assert sum(truth[code] for code in covered) >= (FEWEST_SHOWN - 1) + FEWEST_SHOWN * len(large)


def test_what_is_expected_does_not_tell_how_few_did_not_say() -> None:
    category = Category("a", {}, 50, expected=25.0, share=0.5)
    for others in range(FEWEST_SHOWN):
        (other_half,) = composition.hidden(
            Margin("age", (replace(category, n=60 - others),), others)
        ).categories
        assert other_half.expected == 30.0


def test_the_page_of_an_open_wave_names_who_is_missing_and_no_small_number(
    client: FlaskClient, open_wave: Wave, town: Region
) -> None:
    staff = office(client, town)
    page = staff.get("/en/urad/vlny/annual/kdo-chybi").text
    assert "140 responses are counted here." in page
    assert "age: 19–26." in page
    assert "Fewer than 10 people answered. In the town's proportion it would be 20." in page
    assert "3 people answered" not in page
    assert "/en/urad/vlny/annual/plakat" in page
    assert "/en/urad/vlny/annual/kdo-chybi" in staff.get("/en/urad/vlny/annual").text


def test_the_page_of_a_closed_wave_tells_every_count(
    client: FlaskClient, closed_wave: Wave, town: Region
) -> None:
    page = office(client, town, Role.METHODOLOGIST).get("/en/urad/vlny/annual/kdo-chybi").text
    assert "3 people answered. In the town's proportion it would be 20." in page
    assert "Fewer than 10" not in page
    assert "/plakat" not in page


def test_a_wave_that_has_not_opened_has_no_such_page(
    client: FlaskClient, make_wave: MakeWave, region: Region
) -> None:
    make_wave(wave_code="to-come", opens_at=clock.now() + DAY, closes_at=clock.now() + 2 * DAY)
    staff = office(client, region)
    assert staff.get("/urad/vlny/to-come/kdo-chybi").status_code == 404
    assert "kdo-chybi" not in staff.get("/urad/vlny/to-come").text


def test_without_a_count_of_people_the_page_says_where_to_load_one(
    client: FlaskClient, make_wave: MakeWave, region: Region
) -> None:
    make_wave()
    page = office(client, region, Role.METHODOLOGIST).get("/en/urad/vlny/tiny-1/kdo-chybi").text
    assert "/en/urad/obyvatelstvo?region=testov" in page
    assert "does not ask people where they belong" in page
