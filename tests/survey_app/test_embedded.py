"""The service in one command: it starts, heals itself, refuses what cannot work, and ends without a trace."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from survey_app.config import PROJECT_ROOT
from survey_app.embedded import CannotStartError, instance, listening
from survey_app.embedded.broker import SOCKET_NAME, broker_command, find_broker
from survey_app.embedded.supervisor import Child, Supervisor
from tests.service import Service, alive, children, end, environment, free_port, refusal, running, wait_until

SLEEP = (sys.executable, "-c", "import time; time.sleep(60)")
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1); time.sleep(60)"
PARENT = """
import subprocess, sys, time
from survey_app.embedded.tether import tether
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], preexec_fn=tether)
print(child.pid, flush=True)
time.sleep(60)
"""


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """One running service for the tests that leave it running."""
    with running(tmp_path_factory.mktemp("service") / "instance", WEB_PROCESSES="2") as service:
        yield service


def _pid(child: Child) -> int:
    assert child.process is not None
    return child.process.pid


def test_a_child_that_ends_is_started_again() -> None:
    supervisor = Supervisor([Child("sleeper", SLEEP)])
    supervisor.watch()
    first = _pid(supervisor.children[0])
    os.kill(first, signal.SIGKILL)

    def restarted() -> bool:
        supervisor.watch()
        child = supervisor.children[0]
        return child.process is not None and child.process.pid != first

    wait_until(restarted, 5)
    supervisor.end()
    assert not alive(first)


def test_a_child_that_keeps_ending_is_started_after_growing_pauses() -> None:
    child = Child("hopeless", (sys.executable, "-c", "raise SystemExit(1)"))
    pauses = []
    deadline = time.monotonic() + 30
    while len(pauses) < 3 and time.monotonic() < deadline:
        before = child.early_ends
        child.watch()
        if child.early_ends > before:
            pauses.append(child.start_at - time.monotonic())
        time.sleep(0.01)
    assert pauses == sorted(pauses)
    assert pauses[-1] > 2 * pauses[0]


def test_a_child_whose_socket_is_deleted_is_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_app.embedded.supervisor.EARLY", 1.0)
    socket_path = tmp_path / "redis" / SOCKET_NAME
    broker = Child("broker", broker_command(find_broker(), socket_path.parent), socket=socket_path)
    supervisor = Supervisor([broker])
    supervisor.watch()
    try:
        wait_until(socket_path.exists, 10)
        shutil.rmtree(socket_path.parent)

        def is_back() -> bool:
            supervisor.watch()
            return socket_path.exists()

        wait_until(is_back, 10)
    finally:
        supervisor.end()


def test_a_child_that_does_not_want_to_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("survey_app.embedded.supervisor.LAST_CHANCE", 0.5)
    supervisor = Supervisor([Child("broker", SLEEP), Child("stubborn", (sys.executable, "-c", STUBBORN))])
    supervisor.watch()
    pids = [_pid(child) for child in supervisor.children]
    time.sleep(0.5)
    started = time.monotonic()
    supervisor.end()
    assert time.monotonic() - started < 5
    assert not any(alive(pid) for pid in pids)


def test_ctrl_c_in_the_terminal_reaches_the_parent_only() -> None:
    supervisor = Supervisor([Child("sleeper", SLEEP)])
    supervisor.watch()
    assert os.getsid(_pid(supervisor.children[0])) != os.getsid(0)
    supervisor.end()


def test_a_tethered_process_ends_with_its_parent(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert alive(child)
        parent.kill()
    wait_until(lambda: not alive(child), 5)


def test_an_instance_directory_is_held_by_one(tmp_path: Path) -> None:
    place = tmp_path / "i"
    with (
        instance.locked(place),
        pytest.raises(CannotStartError, match="already running"),
        instance.locked(place),
    ):
        pass
    with instance.locked(place):
        pass


def test_an_instance_directory_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotStartError, match="INSTANCE_PATH"), instance.locked(tmp_path / "file" / "i"):
        pass


def test_a_socket_path_that_is_too_long_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotStartError, match="INSTANCE_PATH"):
        broker_command(Path("valkey-server"), tmp_path / ("x" * 100))


@pytest.mark.parametrize("host", ["192.0.2.1", "no such host"])
def test_an_address_that_is_not_ours_is_refused_in_a_sentence(host: str) -> None:
    with pytest.raises(CannotStartError, match="HOST"):
        listening.listen(host, free_port())


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:5000/"),
        ("0.0.0.0", "http://127.0.0.1:5000/"),  # noqa: S104  # the address is only read
        ("::", "http://[::1]:5000/"),
        ("ohlas.example", "http://ohlas.example:5000/"),
    ],
)
def test_the_printed_address_is_one_that_a_browser_reaches(host: str, address: str) -> None:
    assert listening.page_address(host, 5000) == address


def test_the_service_serves_its_home_page_from_several_processes(service: Service) -> None:
    assert listening.answers("127.0.0.1", service.port)
    assert sum("embedded.web" in command for command in service.children().values()) == 2


def test_a_second_service_on_the_same_data_is_refused(service: Service) -> None:
    place = service.log.with_suffix("")
    status, said = refusal(place, PORT=str(free_port()))
    assert (status, said.count("\n")) == (1, 1)
    assert "already running" in said


def test_a_port_that_is_taken_is_named(service: Service, tmp_path: Path) -> None:
    status, said = refusal(tmp_path / "other", PORT=str(service.port))
    assert (status, said.count("\n")) == (1, 1)
    assert f"Port {service.port}" in said


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"PORT": "many"}, "PORT"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:////proc/nowhere/x.sqlite"}, "DATABASE_URL"),
        ({"DATABASE_URL": "postgresql://a:b:c@host:port/x"}, "DATABASE_URL"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_sentence(
    settings: dict[str, str], named: str, tmp_path: Path
) -> None:
    status, said = refusal(tmp_path / "instance", **({"PORT": str(free_port())} | settings))
    assert (status, said.count("\n")) == (2, 1), said
    assert named in said


def test_a_file_that_is_no_database_is_refused_in_a_sentence(tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear administrator, this is no database.\n" * 100)
    status, said = refusal(tmp_path / "instance", DATABASE_URL=f"sqlite:///{letter}", PORT=str(free_port()))
    assert (status, said.count("\n")) == (2, 1), said
    assert "DATABASE_URL" in said


@pytest.mark.parametrize("start", [["-c", "import wsgi"], ["-m", "survey_app.jobs.relay"]])
def test_other_ways_to_start_name_a_wrong_setting_in_one_sentence_too(
    start: list[str], tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, *start],
        cwd=PROJECT_ROOT,
        env=environment(tmp_path, SECRET_KEY="short"),  # noqa: S106  # too short to be one
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode != 0
    assert done.stderr.startswith("The setting SECRET_KEY is wrong")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("part", ["embedded.web", "jobs.relay", "jobs.work", "unixsocket"])
def test_a_killed_child_is_replaced(service: Service, part: str) -> None:
    wait_until(lambda: len(service.children()) == 5, 30)
    victim = service.child(part)
    os.kill(victim, signal.SIGKILL)

    def replaced() -> bool:
        return len(service.children()) == 5 and victim not in service.children()

    wait_until(replaced, 30)


def test_a_slow_client_holds_up_nobody(service: Service) -> None:
    slow = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(40)]
    for connection in slow:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n1")
    assert listening.answers("127.0.0.1", service.port, seconds=10)
    for connection in slow:
        connection.close()


def test_answers_do_not_name_the_server_program(service: Service) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=10)
    connection.request("GET", "/")
    assert connection.getresponse().getheader("Server") is None
    connection.close()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_asked_to_end_it_ends_everything_within_seconds_and_without_a_trace(
    number: signal.Signals, tmp_path: Path
) -> None:
    with running(tmp_path / "i", WEB_PROCESSES="1") as service:
        pids = service.children()
        started = time.monotonic()
        assert end(service, number, 15) == 0
        assert time.monotonic() - started < 10
        assert not any(alive(pid) for pid in pids)
        assert "Traceback" not in service.log.read_text()


def test_a_killed_parent_takes_everything_with_it_and_the_next_start_finds_the_data(tmp_path: Path) -> None:
    port = str(free_port())
    with running(tmp_path / "i", WEB_PROCESSES="1", PORT=port) as service:
        pids = service.children()
        key = (tmp_path / "i" / "secret_key").read_text()
        end(service, signal.SIGKILL, 5)
        wait_until(lambda: not any(alive(pid) for pid in pids), 5)
    with running(tmp_path / "i", WEB_PROCESSES="1", PORT=port) as service:
        assert (tmp_path / "i" / "secret_key").read_text() == key
        assert not children(os.getpid()).keys() & pids.keys()
