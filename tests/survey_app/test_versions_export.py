"""Exporting responses: the same bytes for ever, each response by its own version."""

import csv
import io
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.models import Region, Wave
from survey_app.operations import collection, design, waves
from survey_app.vocabulary import Mode, Role

from . import office
from .conftest import MakeWave, questionnaire


def answer(wave: Wave, number: int, text: str = "", **answers: Any) -> None:
    """Record a response to the version that the wave asks now."""
    verbatims = (collection.Verbatim("change", text),) if text else ()
    with db.transaction() as session:
        found = session.get_one(Wave, wave.id)
        target = collection.Target(found.id, found.region_id, found.questionnaire_version_id)
        submission = collection.Submission(str(number), f"r{number}", "cs", Mode.WEB, answers, verbatims)
        collection.submit_response(session, target, submission, clock.now(), late=False)


def publish(region: Region, document: dict[str, Any]) -> Any:
    with db.transaction() as session:
        return design.publish_version(session, region, document, clock.now())


def close(wave: Wave) -> None:
    """Let the wave and its time for late answers be over."""
    with db.transaction() as session:
        found = session.get_one(Wave, wave.id)
        found.opens_at -= timedelta(days=9)
        found.announced_at -= timedelta(days=9)
        found.closes_at = clock.now() - timedelta(days=1)


def without_visits(**changes: Any) -> dict[str, Any]:
    document = questionnaire(**{"version": "2", **changes})
    document["sections"][1]["items"][1] = {
        "item_code": "again",
        "type": "yes_no",
        "texts": {"cs": "Přijdete zas?", "en": "Come again?"},
    }
    return document


@pytest.fixture
def wave(make_wave: MakeWave) -> Wave:
    found = make_wave()
    answer(found, 1, "=cmd()", used="yes", staff="dk", visits=3)
    answer(found, 2, used="no")
    return found


def exported(app: Flask, tmp_path: Path, *options: str) -> bytes:
    file = tmp_path / "export.csv"
    arguments = ["responses", "export", "tiny-1", "--output", str(file), *options]
    done = app.test_cli_runner().invoke(args=arguments)
    assert done.exit_code == 0, done.output
    return file.read_bytes()


def rows(content: bytes) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))


def test_every_way_of_not_answering_has_its_code(app: Flask, wave: Wave, tmp_path: Path) -> None:
    close(wave)

    by_use = {row["used"]: row for row in rows(exported(app, tmp_path))}

    assert (by_use["yes"]["staff"], by_use["yes"]["visits"]) == ("dk", "3")
    assert (by_use["no"]["staff"], by_use["no"]["visits"]) == ("NOT_ASKED", "NOT_ASKED")
    assert "change" not in by_use["yes"]


def test_words_come_only_when_asked_for_and_never_as_a_formula(
    app: Flask, wave: Wave, tmp_path: Path
) -> None:
    close(wave)

    by_use = {row["used"]: row for row in rows(exported(app, tmp_path, "--texts"))}

    assert by_use["yes"]["change"] == "'=cmd()"
    assert by_use["no"]["change"] == "NO_ANSWER"


def test_an_old_wave_gives_the_same_bytes_after_every_later_change(
    app: Flask, region: Region, wave: Wave, make_wave: MakeWave, tmp_path: Path
) -> None:
    close(wave)
    before = exported(app, tmp_path)

    publish(region, without_visits())
    newer = make_wave(without_visits(), wave_code="tiny-2")
    answer(newer, 9, used="yes", again="no")
    publish(region, without_visits(version="3", titles={"cs": "Jinak", "en": "Otherwise"}))

    assert exported(app, tmp_path) == before
    assert before.count(b"\r\n") == 3


def test_a_wave_that_changed_its_version_while_open_has_the_columns_of_both(
    app: Flask, region: Region, wave: Wave, tmp_path: Path
) -> None:
    version = publish(region, without_visits())
    with db.transaction() as session:
        waves.switch_version(session, session.get_one(Wave, wave.id), version, clock.now(), by=None)
    answer(wave, 3, used="yes", staff="good", again="yes")
    close(wave)

    content = exported(app, tmp_path)
    found = {(row["version"], row["used"]): row for row in rows(content)}
    assert content.splitlines()[0].decode("utf-8-sig") == (
        "version,mode,language,received_on,late,used,staff,visits,again"
    )
    assert found["1", "yes"]["again"] == "NOT_IN_VERSION"
    assert found["2", "yes"]["visits"] == "NOT_IN_VERSION"
    assert found["2", "yes"]["again"] == "yes"

    publish(region, questionnaire(version="4"))
    assert exported(app, tmp_path) == content


def test_answers_of_an_open_wave_stay_unseen(app: Flask, wave: Wave, tmp_path: Path) -> None:
    refused = app.test_cli_runner().invoke(args=["responses", "export", "tiny-1"])

    assert refused.exit_code == 1
    assert "Answers are still taken in the wave tiny-1." in refused.output


def test_a_wave_that_does_not_exist_is_said(app: Flask, database: db.Database) -> None:
    refused = app.test_cli_runner().invoke(args=["responses", "export", "nowhere"])

    assert (refused.exit_code, "There is no wave nowhere." in refused.output) == (1, True)


def test_a_coordinator_does_not_export(client: FlaskClient, region: Region, wave: Wave) -> None:
    office.enter(client, office.add_person("koordinace@testov.cz", (Role.COORDINATOR, region)))

    assert client.get("/urad/vlny/tiny-1/odpovedi").status_code == 403


def test_an_empty_wave_gives_headings_only(app: Flask, make_wave: MakeWave, tmp_path: Path) -> None:
    close(make_wave())

    assert exported(app, tmp_path).decode("utf-8-sig") == (
        "version,mode,language,received_on,late,used,staff,visits\r\n"
    )
