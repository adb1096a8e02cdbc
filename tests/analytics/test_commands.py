"""The command line as a shell sees it: standard output, standard error and the exit status."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from analytics.commands import COMMANDS
from survey_app.config import PROJECT_ROOT

TEXTS = "podnět,štítek\n" + "".join(f"{w} číslo {n},{w[0]}\n" for w in ("autobus", "lékař") for n in range(8))


def _run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "analytics", *arguments],
        cwd=PROJECT_ROOT,
        env={"LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONWARNINGS": "error"},
        capture_output=True,
        check=False,
    )


def test_json_is_one_object_in_utf_8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    (tmp_path / "čísla.csv").write_bytes(TEXTS.encode("cp1250"))
    done = _run("evaluate", f"{tmp_path}/čísla.csv", "--text", "podnět", "--labels", "štítek", "--json")
    assert done.returncode == 0, done.stderr.decode()
    document = json.loads(done.stdout.decode("utf-8"))
    assert document["n"] == 16
    assert document["labels"] == ["a", "l"]
    assert b"read as Windows-1250" in done.stderr


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TEXTS, encoding="utf-8")
    command = f"{sys.executable} -m analytics evaluate {tmp_path}/a.csv --text podnět --labels štítek | true"
    done = subprocess.run(["sh", "-c", command], cwd=PROJECT_ROOT, capture_output=True, check=False)
    assert done.stderr == b""


def test_a_refusal_is_one_sentence_and_status_two(tmp_path: Path) -> None:
    done = _run("evaluate", str(tmp_path / "none.csv"), "--text", "a", "--labels", "b", "--json")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == f"There is no file {tmp_path}/none.csv.\n"


def test_help_names_every_command() -> None:
    done = _run("--help")
    assert done.returncode == 0
    for name in COMMANDS:
        assert name in done.stdout.decode()


@pytest.mark.parametrize("wrong", [(), ("unheard-of",)])
def test_without_a_command_the_usage_is_shown(wrong: tuple[str, ...]) -> None:
    done = _run(*wrong)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"usage: python -m analytics")
