"""How long it takes to let the responses of a wave out, and in how much memory, as they become more.

The command and the page's download each run in a process of their own, whose peak memory is read. The
baseline of the time is the least that any program would need: to read the same rows with their JSON and to
write as many cells.
"""

import argparse
import contextlib
import csv
import http.cookiejar
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import closed_wave, processes
from benchmarks.closed_wave import WAVE
from survey_app import db
from survey_app.embedded import listening

ROWS = (1_000, 10_000, 100_000)
ANSWERS = "SELECT answers FROM response ORDER BY id"
MEBI = 1 << 20
LOOK = 0.02  # seconds between two looks at a process that will end
_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


@dataclass(frozen=True)
class Measured:
    """Seconds by the clock and of the processor; peak memory and what came out, in bytes."""

    seconds: float
    processor: float
    peak: int
    size: int


def report(what: str, measured: Measured, least: float) -> None:
    """Print one row; `least` are the baseline's seconds of the processor."""
    print(
        f"{what:36} {measured.size / MEBI:7.1f} MiB out {measured.seconds:7.2f} s"
        f" {measured.processor:7.2f} s of processor {measured.processor / least:5.1f} ×"
        f" {measured.peak / MEBI:7.1f} MiB at most"
    )


def least(database: db.Database, columns: int) -> float:
    """Return the seconds of the processor that reading the rows and writing as many cells takes alone."""
    begun = time.process_time()
    with database.engine.connect() as connection, Path(os.devnull).open("w", newline="") as nowhere:
        writer = csv.writer(nowhere)
        rows = connection.execution_options(yield_per=500).exec_driver_sql(ANSWERS)
        for (answers,) in rows:
            known = json.loads(answers) if isinstance(answers, str) else answers
            writer.writerow(["NOT_ASKED"] * (columns - len(known)) + list(known.values()))
    return time.process_time() - begun


def by_command(environment: dict[str, str], directory: Path, *options: str) -> Measured:
    """Export with the command; with `--help` among the options it starts and does nothing."""
    file = directory / "export.csv"
    file.write_bytes(b"")
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "responses", "export", WAVE]
    begun, last = time.monotonic(), processes.Use(0.0, 0)
    with subprocess.Popen(
        [*command, "--output", str(file), *options], env=environment, stdout=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            last = processes.used(process.pid) or last
            time.sleep(LOOK)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Measured(time.monotonic() - begun, last.processor, last.peak, file.stat().st_size)


class WebProcess:
    """A web process and a methodologist who takes the table from its page."""

    def __init__(self, process: "subprocess.Popen[bytes]", address: str) -> None:
        self._process, self._address = process, address
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self._opener = urllib.request.build_opener(cookies)
        typed = {"email": closed_wave.EMAIL, "password": closed_wave.PASSWORD}
        self._opener.open(self._request("/urad/prihlaseni", typed), timeout=60).close()

    def take(self, **typed: str) -> Measured:
        """Download the table, without keeping it."""
        request = self._request(f"/urad/vlny/{WAVE}/odpovedi", typed)
        processes.forget_peak(self._process.pid)
        size, before, begun = 0, self._used(), time.monotonic()
        with self._opener.open(request, timeout=600) as answer:
            while piece := answer.read(MEBI):
                size += len(piece)
        seconds, after = time.monotonic() - begun, self._used()
        return Measured(seconds, after.processor - before.processor, after.peak, size)

    def _used(self) -> processes.Use:
        found = processes.used(self._process.pid)
        assert found is not None, "the web process has ended"
        return found

    def _request(self, page: str, typed: dict[str, str]) -> urllib.request.Request:
        with self._opener.open(self._address + page, timeout=60) as answer:
            token = _TOKEN.search(answer.read().decode())
        assert token is not None
        body = urllib.parse.urlencode({"csrf_token": token[1], **typed}).encode()
        return urllib.request.Request(self._address + page, body)  # noqa: S310  # our own process


@contextlib.contextmanager
def web_process(environment: dict[str, str]) -> Iterator[WebProcess]:
    """Run one web process."""
    with listening.listen("127.0.0.1", 0) as listener:
        command = [sys.executable, "-m", "survey_app.embedded.web", str(listener.fileno())]
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with subprocess.Popen(command, env=environment, pass_fds=[listener.fileno()]) as process:
            try:
                yield WebProcess(process, address)
            finally:
                process.kill()


def main() -> None:
    """Measure with more and more responses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS, help="numbers of responses, growing")
    parser.add_argument("--database", default="", help="an empty PostgreSQL database; default: SQLite")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        address = arguments.database or f"sqlite:///{directory / 'responses.sqlite'}"
        environment = os.environ | {"DATABASE_URL": address, "INSTANCE_PATH": str(directory / "instance")}
        database = db.connect(address)
        closed_wave.prepare(database)
        print(f"Python {sys.version.split()[0]}, {database.engine.dialect.name}")
        chance = random.Random(1)  # noqa: S311  # repeatable, not secret
        for rows in arguments.rows:
            closed_wave.grow(database, rows, chance)
            measure(database, environment, directory, rows)
        database.dispose()


def measure(database: db.Database, environment: dict[str, str], directory: Path, rows: int) -> None:
    """Print the rows of the table for one number of responses."""
    idle = by_command(environment, directory, "--help")
    coded = by_command(environment, directory)
    with (directory / "export.csv").open(encoding="utf-8-sig", newline="") as file:
        columns = len(next(csv.reader(file)))
    baseline = least(database, columns)
    print(f"{rows} responses, {columns} columns; reading and writing alone: {baseline:.2f} s of processor")
    report("command, not exporting", idle, baseline)
    report("command", coded, baseline)
    report("command, with verbatims", by_command(environment, directory, "--texts"), baseline)
    with web_process(environment) as web:
        report("page", web.take(), baseline)
        report("page, with verbatims", web.take(texts="on"), baseline)


if __name__ == "__main__":
    main()
