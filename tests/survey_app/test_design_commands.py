"""The commands that bring in catalogues and questionnaires and plan waves."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask

from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.models import Region
from survey_app.queries import reference, waves
from survey_app.vocabulary import WaveState

Run = Callable[..., Result]
CONTENT = PROJECT_ROOT / "survey_app" / "content"
ANNUAL = str(CONTENT / "javorov" / "annual-2026.json")
IN_TOWN = ("--region", "testov")
ACKNOWLEDGED = ("--acknowledge", "looked at by two people", *IN_TOWN)
CREATE = ("wave", "create", "annual-2030", *IN_TOWN, "--questionnaire", "annual")


@pytest.fixture
def run(app: Flask, region: Region) -> Run:
    """Run one command."""
    return lambda *words: app.test_cli_runner().invoke(args=words)


def done(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.output


def publish_annual(run: Run) -> None:
    done(run("questionnaire", "import", ANNUAL))
    assert "version 1" in done(run("questionnaire", "publish", "annual", *ACKNOWLEDGED))


def test_a_new_town_gets_from_files_to_a_wave(run: Run, region: Region) -> None:
    assert "services: 10" in done(run("reference", "import", str(CONTENT / "javorov"), *IN_TOWN))
    publish_annual(run)
    assert "version 1" in done(run("questionnaire", "publish", "annual", *ACKNOWLEDGED))
    dates = ("--opens", "2030-09-14", "--closes", "2030-10-04 23:59:59", "--results-on", "2030-12-01")
    done(run(*CREATE, *dates, "--approve"))
    with db.reading() as session:
        wave = waves.wave_by_code(session, "annual-2030")
        assert wave is not None
        assert waves.wave_state(wave, clock.now()) is WaveState.ANNOUNCED
        assert clock.local(wave.opens_at).isoformat() == "2030-09-14T00:00:00+02:00"
    assert "annual-2030\ttestov\tannounced\t2030-09-14 00:00:00" in done(run("wave", "list"))
    exported = json.loads(done(run("questionnaire", "export", "annual", *IN_TOWN)))
    assert exported["questionnaire_code"] == "annual"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--opens", "2030-03-31 02:30", "--closes", "2030-04-04"), "does not exist"),
        (("--opens", "2030-04-05", "--closes", "2030-04-04"), "then it opens, then it closes"),
        (("--opens", "2030-04-01", "--closes", "2030-04-04", "--version", "7"), "no such version"),
    ],
)
def test_an_impossible_wave_is_refused_in_one_sentence(
    words: tuple[str, ...], sentence: str, run: Run
) -> None:
    done(run("reference", "import", str(CONTENT / "javorov"), *IN_TOWN))
    publish_annual(run)
    result = run(*CREATE, *words)
    assert result.exit_code != 0
    assert sentence in result.output
    assert "Traceback" not in result.output


def test_a_coding_frame_is_frozen_under_its_version(run: Run, tmp_path: Path) -> None:
    shipped = CONTENT / "coding_frame.json"
    assert "in force" in done(run("coding-frame", "import", str(shipped)))
    assert "there already" in done(run("coding-frame", "import", str(shipped)))
    document = json.loads(shipped.read_text(encoding="utf-8"))
    assert json.loads(done(run("coding-frame", "export"))) == document
    changed = tmp_path / "frame.json"
    changed.write_text(json.dumps({**document, "kinds": []}), encoding="utf-8")
    result = run("coding-frame", "import", str(changed))
    assert result.exit_code == 1
    assert "give this one a new name" in result.output
    with db.reading() as session:
        frame = reference.newest_coding_frame(session)
        assert frame is not None
        assert frame.document == document


def test_commands_name_the_regions_there_are(run: Run) -> None:
    result = run("reference", "import", str(CONTENT / "javorov"), "--region", "nikde")
    assert result.exit_code == 1
    assert "known regions: testov" in result.output
