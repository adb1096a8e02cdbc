"""Publishing questionnaires, and the pages on which methodologists run waves."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import OutboxMessage, QuestionnaireVersion, Region, Wave
from survey_app.operations import design, index, outbox, reference
from survey_app.operations.design import PublicationError
from survey_app.operations.reference import UnreadableRowError
from survey_app.queries import design as queries
from survey_app.vocabulary import OutboxStatus
from tests.survey_app.conftest import MakeWave, annual, questionnaire
from tests.survey_app.office import send

DAY = timedelta(days=1)


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
    for name in ("annual-2025.json", "annual-2026.json", "carers-2026.json"):
        document = json.loads((directory / name).read_text(encoding="utf-8"))
        assert publish(region, document).version
