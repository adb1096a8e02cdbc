"""Times of a wave on its page: moved by the clock of the town, and refused with a sentence."""

from datetime import datetime

import pytest
from flask.testing import FlaskClient

from survey_app import clock
from survey_app.models import Wave
from tests.survey_app.conftest import MakeWave
from tests.survey_app.office import send
from tests.survey_app.test_waves_office import DAY, ahead, local, stored


def times(wave: Wave, **others: str) -> dict[str, str]:
    return {
        "opens_at": local(wave.opens_at),
        "closes_at": local(wave.closes_at),
        "grace_minutes": "30",
        "results_on": "",
        **others,
    }


def test_the_closing_is_moved_by_the_clock_of_the_town(office: FlaskClient, make_wave: MakeWave) -> None:
    wave = ahead(make_wave)
    year = clock.now().year + 1
    moved = times(wave, closes_at=f"{year}-07-01T20:00")
    assert send(office, f"/urad/vlny/{wave.wave_code}", moved).status_code == 303
    found = stored(wave.wave_code)
    assert found.closes_at == clock.from_local(datetime(year, 7, 1, 20))  # noqa: DTZ001  # the town's clock
    assert found.grace_minutes == 30


@pytest.mark.parametrize(
    ("closes", "sentence"),
    [
        ("2027-03-28T02:30:00", "this time does not exist"),
        ("2001-01-01T12:00", "This time is over"),
        ("0001-01-01T00:00", "Enter a day and a time"),
        ("9999-12-31T23:59", "Enter a day and a time"),
        ("soon", "Enter a day and a time"),
        ("", "Enter a day and a time"),
    ],
)
def test_an_impossible_time_is_refused_with_a_sentence(
    closes: str, sentence: str, office: FlaskClient, make_wave: MakeWave
) -> None:
    wave = ahead(make_wave)
    answer = send(office, f"/en/urad/vlny/{wave.wave_code}", times(wave, closes_at=closes))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{closes}"' in answer.text
    assert stored(wave.wave_code).closes_at == wave.closes_at


def test_a_time_that_was_not_touched_stays_in_the_hour_that_comes_twice(
    office: FlaskClient, make_wave: MakeWave
) -> None:
    second_half_past_two = clock.from_local(datetime(2027, 10, 31, 2, 30, fold=1))  # noqa: DTZ001  # the town's clock
    now = clock.now()
    wave = make_wave(announced_at=now - DAY, opens_at=now + 8 * DAY, closes_at=second_half_past_two)
    unmoved = times(wave, closes_at="2027-10-31T02:30:00")
    assert send(office, f"/urad/vlny/{wave.wave_code}", unmoved).status_code == 303
    assert stored(wave.wave_code).closes_at == second_half_past_two
    assert stored(wave.wave_code).grace_minutes == 30


def test_times_are_shown_to_the_minute_and_kept_to_the_second(
    office: FlaskClient, make_wave: MakeWave
) -> None:
    evening = clock.from_local(datetime(2097, 7, 1, 23, 59, 59))  # noqa: DTZ001  # the town's clock
    wave = make_wave(announced_at=clock.now() - DAY, opens_at=clock.now() + 8 * DAY, closes_at=evening)
    page = office.get(f"/en/urad/vlny/{wave.wave_code}").text
    assert 'value="2097-07-01T23:59"' in page
    unmoved = times(wave, closes_at="2097-07-01T23:59", opens_at=local(wave.opens_at)[:16])
    assert send(office, f"/urad/vlny/{wave.wave_code}", unmoved).status_code == 303
    assert stored(wave.wave_code).closes_at == evening
    assert stored(wave.wave_code).opens_at == wave.opens_at


@pytest.mark.parametrize(
    ("opens", "closes", "is_said"),
    [
        ("2097-10-20T08:00", "2097-10-27T02:30", True),
        ("2097-10-27T08:00", "2097-11-03T08:00", True),
        ("2097-03-20T08:00", "2097-10-26T23:59", False),
        ("2097-10-28T08:00", "2098-10-25T23:59", False),
        ("2001-03-20T08:00", "9999-12-31T23:59", False),
        ("", "soon", False),
    ],
)
def test_the_hour_that_comes_twice_is_explained_only_where_the_wave_holds_it(
    opens: str, closes: str, is_said: bool, office: FlaskClient, make_wave: MakeWave
) -> None:
    wave = ahead(make_wave)
    typed = times(wave, opens_at=opens, closes_at=closes, grace_minutes="none")
    answer = send(office, f"/en/urad/vlny/{wave.wave_code}", typed)
    assert answer.status_code == 422
    assert ("hour that comes twice" in answer.text) is is_said
