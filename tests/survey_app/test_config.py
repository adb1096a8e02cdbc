"""Settings come from the environment, and a wrong one is named in one sentence."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from survey_app.config import PROJECT_ROOT, Settings, SettingsError, load_settings
from survey_app.embedded.broker import SOCKET_NAME


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_without_any_setting_everything_is_embedded() -> None:
    settings = load_settings()
    assert settings.database == f"sqlite:///{PROJECT_ROOT}/instance/ohlas.sqlite"
    assert settings.broker == f"unix://{PROJECT_ROOT}/instance/redis/{SOCKET_NAME}"
    assert (settings.host, settings.port) == ("127.0.0.1", 5000)


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PORT", "eighty"),
        ("PORT", "0"),
        ("PORT", "65536"),
        ("WEB_PROCESSES", "0"),
        ("WEB_THREADS", "-1"),
        ("DATABASE_URL", "mysql://localhost/ohlas"),
        ("DATABASE_URL", "sqlite:///"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("REDIS_URL", "localhost:6379"),
        ("REDIS_URL", "redis://localhost:port"),
        ("REDIS_URL", "unix://"),
        ("SECRET_KEY", "too short"),
        ("BEHIND_HTTPS", "perhaps"),
        ("TRUSTED_PROXIES", "many"),
        ("MAX_REQUEST_BYTES", "1"),
        ("PARTIAL_RESPONSE_DAYS", "0"),
        ("OPEN_DATA_LICENCE", "all rights reserved"),
    ],
)
def test_a_wrong_setting_is_named_in_one_sentence(
    variable: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    sentence = str(caught.value)
    assert sentence.startswith(f"The setting {variable} is wrong: ")
    assert sentence.count("\n") == 0
    assert sentence.endswith(".")


def test_any_wsgi_server_is_told_of_a_wrong_address_in_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import wsgi"],
        cwd=PROJECT_ROOT,
        env=os.environ | {"DATABASE_URL": "postgresql://localhost:port/ohlas"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("The setting DATABASE_URL is wrong: ")
    assert done.stderr.count("\n") == 1


def test_a_secret_is_not_repeated_in_the_sentence_about_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "hunter2")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "hunter2" not in str(caught.value)


def test_a_relative_instance_path_counts_from_where_the_service_was_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("INSTANCE_PATH", "data")
    assert load_settings().broker == f"unix://{tmp_path}/data/redis/{SOCKET_NAME}"


def test_the_key_is_made_once_kept_and_private(tmp_path: Path) -> None:
    keys: list[str] = []
    threads = [
        threading.Thread(target=lambda: keys.append(Settings(instance_path=tmp_path).signing_key))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 1
    assert len(keys[0]) >= 32
    assert stat.S_IMODE((tmp_path / "secret_key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_given_key_is_used_and_none_is_made(tmp_path: Path) -> None:
    given = "k" * 32
    assert Settings(instance_path=tmp_path, secret_key=given).signing_key == given
    assert list(tmp_path.iterdir()) == []
