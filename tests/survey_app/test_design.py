"""Publishing questionnaires, and the pages on which methodologists run waves."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import OutboxMessage, QuestionnaireVersion, Region, StaffMember, Wave
from survey_app.operations import design, index, outbox, reference, waves
from survey_app.operations.design import PublicationError
from survey_app.operations.reference import UnreadableRowError
from survey_app.operations.waves import WindowError, WindowProblem
from survey_app.queries import design as queries
from survey_app.vocabulary import OutboxStatus, Role
from tests.survey_app.conftest import MakeWave, annual, questionnaire
from tests.survey_app.office import add_person, add_region, enter, send

DAY = timedelta(days=1)


@pytest.fixture
def methodologist(region: Region) -> StaffMember:
    """A methodologist of the town."""
    return add_person("metodik@testov.example", (Role.METHODOLOGIST, region))


@pytest.fixture
def office(client: FlaskClient, methodologist: StaffMember) -> FlaskClient:
    """The browser of the methodologist."""
    return enter(client, methodologist)


def publish(region: Region, document: dict[str, Any]) -> QuestionnaireVersion:
    with db.transaction() as session:
        return design.publish_version(session, region, document, clock.now())


def test_a_published_version_holds_the_catalogues_of_its_day(region: Region, catalogues: None) -> None:
    version = publish(region, annual())
    with db.transaction() as session:
        reference.import_directory(session, region, Path("nowhere"))
        found = queries.questionnaire(session, version.id)
    services = [item for item in found.items if item.source == "services"]
    option = found.options[services[0].item_code]["S01"]
    assert option.labels["cs"] == "Pečovatelská služba Javorov"
    assert option.attributes == {"forms": ("field",), "target_groups": ("seniors", "disability")}


def test_the_same_content_is_the_same_version(region: Region) -> None:
    first = publish(region, questionnaire())
    again = publish(region, questionnaire())
    changed = publish(region, questionnaire(titles={"cs": "Jiný", "en": "Another"}))
    assert again.id == first.id
    assert (first.version, changed.version) == (1, 2)


def test_a_broken_questionnaire_is_refused_with_its_places(region: Region) -> None:
    broken = questionnaire()
    broken["sections"][1]["items"][0]["scale"] = "nonexistent"
    with pytest.raises(PublicationError) as refusal:
        publish(region, broken)
    assert any("/sections/1/items/0" in problem for problem in refusal.value.problems)
    with pytest.raises(PublicationError):
        publish(region, {"titles": 5})
    with db.reading() as session:
        assert session.query(QuestionnaireVersion).count() == 0


def test_reference_files_say_which_row_is_wrong(region: Region, tmp_path: Path) -> None:
    (tmp_path / "providers.csv").write_text("id,name\nP1,Lípa\n,Bez kódu\n", encoding="utf-8")
    with (
        pytest.raises(UnreadableRowError, match=r"providers\.csv, line 3: the column id"),
        db.transaction() as s,
    ):
        reference.import_directory(s, region, tmp_path)


def test_reference_files_may_be_brought_in_again(region: Region, catalogues: None) -> None:
    directory = Path(design.__file__).parent.parent / "content" / "javorov"
    with db.transaction() as session:
        counts = reference.import_directory(session, region, directory)
    assert counts["services"] == 10
    assert counts["funding"] == 30


def test_no_wave_hides_the_page_about_the_method(make_wave: MakeWave) -> None:
    with pytest.raises(WindowError) as refused:
        make_wave(wave_code="metoda")
    assert refused.value.problem is WindowProblem.CODE_RESERVED


def test_the_list_shows_the_waves_of_the_own_regions_only(office: FlaskClient, make_wave: MakeWave) -> None:
    make_wave(wave_code="mine")
    with db.transaction() as session:
        other = Region(code="jinde", name="Jinde", languages=["cs"])
        session.add(other)
        session.flush()
        version = design.publish_version(session, other, questionnaire(), clock.now())
        now = clock.now()
        waves.create_wave(session, version, other, "theirs", waves.Window(now, now, now + DAY))
    page = office.get("/en/urad/vlny").text
    assert "mine" in page
    assert "theirs" not in page
    assert office.get("/urad/vlny/theirs").status_code == 404


def test_a_coordinator_looks_and_cannot_change(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave = make_wave()
    coordinator = enter(client, add_person("k@testov.example", (Role.COORDINATOR, region)))
    page = coordinator.get(f"/en/urad/vlny/{wave.wave_code}")
    assert page.status_code == 200
    assert "Change the time" not in page.text
    assert coordinator.post(f"/urad/vlny/{wave.wave_code}/vypocet").status_code in (400, 403)


def test_a_methodologist_elsewhere_cannot_change_a_wave_here(
    client: FlaskClient, region: Region, make_wave: MakeWave
) -> None:
    wave, elsewhere = make_wave(), add_region("jinde")
    person = add_person("x@y.example", (Role.COORDINATOR, region), (Role.METHODOLOGIST, elsewhere))
    browser = enter(client, person)
    answer = send(browser, "/urad/heslo", {"results_on": ""}, to=f"/urad/vlny/{wave.wave_code}")
    assert answer.status_code == 404


def times(closes: str, **others: str) -> dict[str, str]:
    return {"closes_at": closes, "grace_minutes": "30", "results_on": "", **others}


def stored(wave: Wave) -> Wave:
    with db.reading() as session:
        return session.get_one(Wave, wave.id)


def test_the_closing_is_moved_by_the_clock_of_the_town(office: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave()
    year = clock.now().year + 1
    answer = send(office, f"/urad/vlny/{wave.wave_code}", times(f"{year}-07-01T20:00"))
    assert answer.status_code == 303
    assert stored(wave).closes_at == clock.from_local(datetime(year, 7, 1, 20))  # noqa: DTZ001  # the town's clock
    assert stored(wave).grace_minutes == 30


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
    wave = make_wave()
    answer = send(office, f"/en/urad/vlny/{wave.wave_code}", times(closes))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{closes}"' in answer.text
    assert stored(wave).closes_at == wave.closes_at


def test_a_time_that_was_not_touched_stays_in_the_hour_that_comes_twice(
    office: FlaskClient, make_wave: MakeWave
) -> None:
    second_half_past_two = clock.from_local(datetime(2027, 10, 31, 2, 30, fold=1))  # noqa: DTZ001  # the town's clock
    wave = make_wave(closes_at=second_half_past_two)
    answer = send(office, f"/urad/vlny/{wave.wave_code}", times("2027-10-31T02:30:00"))
    assert answer.status_code == 303
    assert stored(wave).closes_at == second_half_past_two
    assert stored(wave).grace_minutes == 30


def test_closing_now_asks_first(office: FlaskClient, make_wave: MakeWave) -> None:
    wave = make_wave()
    page = f"/en/urad/vlny/{wave.wave_code}/uzavreni"
    assert "cannot be opened again" in office.get(page).text
    assert stored(wave).closes_at == wave.closes_at
    assert send(office, page).status_code == 303
    assert stored(wave).closes_at <= clock.now()
    again = send(office, page)
    assert again.status_code == 422
    assert "has closed already" in again.text


def test_an_announced_wave_can_be_withdrawn(office: FlaskClient, make_wave: MakeWave) -> None:
    now = clock.now()
    wave = make_wave(announced_at=now - DAY, opens_at=now + DAY, closes_at=now + 2 * DAY)
    assert send(office, f"/urad/vlny/{wave.wave_code}/stazeni").status_code == 303
    assert stored(wave).withdrawn_at is not None
    assert "Withdraw" not in office.get(f"/en/urad/vlny/{wave.wave_code}").text


def messages() -> list[OutboxMessage]:
    with db.reading() as session:
        return session.query(OutboxMessage).filter_by(kind="compute_index").all()


def ask(office: FlaskClient, wave: Wave) -> str:
    page = f"/urad/vlny/{wave.wave_code}"
    return send(office, "/urad/heslo", to=f"{page}/vypocet").location


def test_no_index_before_the_last_answer_can_come(office: FlaskClient, make_wave: MakeWave) -> None:
    now = clock.now()
    in_grace = make_wave(opens_at=now - DAY, closes_at=now - timedelta(minutes=1), grace_minutes=60)
    assert "too_early" in ask(office, in_grace)
    assert messages() == []


def test_an_index_is_promised_once_and_again_after_it_failed(
    office: FlaskClient, make_wave: MakeWave
) -> None:
    now = clock.now()
    wave = make_wave(opens_at=now - 9 * DAY, closes_at=now - DAY)
    ask(office, wave)
    ask(office, wave)
    (promised,) = messages()
    assert promised.payload == {"wave_id": str(wave.id)}
    assert "about to begin" in office.get(f"/en/urad/vlny/{wave.wave_code}").text
    for _ in range(len(outbox.PAUSES) + 1):
        with db.transaction() as session:
            claim = outbox.claim(session, promised.id, now)
            assert claim is not None
            outbox.fail(session, claim, "TimeoutError at a place", now)
    assert "failed several times" in office.get(f"/en/urad/vlny/{wave.wave_code}").text
    ask(office, wave)
    (revived,) = messages()
    assert (revived.id, revived.status, revived.attempts) == (promised.id, OutboxStatus.PENDING, 0)


def test_an_index_cannot_be_promised_for_an_open_wave(make_wave: MakeWave) -> None:
    wave = make_wave()
    with pytest.raises(index.NotClosedError), db.transaction() as session:
        index.request_computation(session, session.merge(wave), clock.now(), by=None)


def test_the_content_pack_can_be_published(region: Region, catalogues: None) -> None:
    directory = Path(design.__file__).parent.parent / "content" / "javorov"
    for name in ("annual-2025.json", "annual-2026.json"):
        document = json.loads((directory / name).read_text(encoding="utf-8"))
        assert publish(region, document).version
