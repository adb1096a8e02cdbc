"""Starting the whole service: what `python wsgi.py` does."""

import argparse
import importlib
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence

from sqlalchemy.exc import DatabaseError

from survey_app import language, process, schema
from survey_app.config import PROJECT_ROOT, Settings, SettingsError, load_settings
from survey_app.embedded import CannotStartError, instance, listening
from survey_app.embedded.broker import SOCKET_NAME, broker_command, find_broker
from survey_app.embedded.supervisor import Child, Supervisor
from survey_app.embedded.tether import tether

WATCH_SECONDS = 0.1
MOST_EARLY_ENDS = 5  # of a web process before the first page was served


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the service until Ctrl-C or SIGTERM.

    Returns 0 when it was asked to end, 1 where it cannot start, 2 for a wrong setting.
    """
    parser = argparse.ArgumentParser(prog="wsgi.py", description="Run the whole of Ohlas on this machine.")
    parser.add_argument("--demo", action="store_true", help="load the made-up town and its sign-ins")
    parser.add_argument(
        "--tethered", action="store_true", help="end when the program that started this one ends"
    )
    chosen = parser.parse_args(arguments)
    if chosen.tethered:
        tether(signal.SIGTERM)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    process.log_as("ohlas")
    try:
        language.check_catalogues()
        _run(load_settings(), demo=chosen.demo)
    except KeyboardInterrupt:
        return 0
    except SettingsError as error:
        return _refuse(str(error), 2)
    except DatabaseError as error:
        cause = " ".join(str(error.orig).split())
        return _refuse(f"The database that DATABASE_URL names cannot be used: {cause}", 2)
    except (CannotStartError, schema.UnknownSchemaError) as error:
        return _refuse(str(error), 1)
    return 0


def _run(settings: Settings, *, demo: bool) -> None:
    with instance.locked(settings.instance_path), listening.listen(settings.host, settings.port) as listener:
        web = _web_processes(settings, listener)
        supervisor = Supervisor([*_broker(settings), *_background(), *web])
        sign_ins = _prepare_database(settings, demo=demo)
        try:
            _wait_for_web(supervisor, web, settings)
            _announce(settings, sign_ins)
            while True:
                supervisor.watch()
                time.sleep(WATCH_SECONDS)
        finally:
            # A second Ctrl-C must not interrupt the end.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            supervisor.end()


def _prepare_database(settings: Settings, *, demo: bool) -> Sequence[str]:
    """Bring the database to the newest schema; return the lines that introduce the demo town, if any."""
    database = process.open_database(settings)
    schema.upgrade(database)
    lines = _load_demo(settings) if demo else ()
    database.dispose()
    return lines


def _load_demo(settings: Settings) -> Sequence[str]:
    demo = importlib.import_module("survey_app.demo")  # nobody else has a use for it
    try:
        lines: Sequence[str] = demo.load(settings)
    except demo.DemoRefusedError as error:
        raise CannotStartError(str(error)) from None
    return lines


def _broker(settings: Settings) -> list[Child]:
    if settings.redis_url:
        return []
    directory = settings.instance_path / "redis"
    command = broker_command(find_broker(), directory)
    return [Child("the broker", command, socket=directory / SOCKET_NAME)]


def _background() -> list[Child]:
    return [_python("the relay", "survey_app.jobs.relay"), _python("the worker", "survey_app.jobs.work")]


def _web_processes(settings: Settings, listener: socket.socket) -> list[Child]:
    descriptor = listener.fileno()
    return [
        _python(f"web process {number}", "survey_app.embedded.web", descriptor)
        for number in range(1, settings.web_processes + 1)
    ]


def _python(name: str, module: str, *descriptors: int) -> Child:
    path = os.pathsep.join(filter(None, (str(PROJECT_ROOT), os.environ.get("PYTHONPATH"))))
    command = (sys.executable, "-m", module, *map(str, descriptors))
    return Child(name, command, {"PYTHONPATH": path}, descriptors)


def _wait_for_web(supervisor: Supervisor, web: Sequence[Child], settings: Settings) -> None:
    while True:
        supervisor.watch()
        time.sleep(WATCH_SECONDS)
        if listening.answers(settings.host, settings.port):
            return
        if any(child.early_ends > MOST_EARLY_ENDS for child in web):
            raise CannotStartError("The web processes do not come up; the lines above say why.")


def _announce(settings: Settings, sign_ins: Sequence[str]) -> None:
    address = listening.page_address(settings.host, settings.port)
    sys.stdout.write("\n".join(["", f"Ohlas is ready: {address}", *sign_ins, "Ctrl-C ends it.", "", ""]))
    sys.stdout.flush()


def _refuse(sentence: str, status: int) -> int:
    sys.stderr.write(f"{sentence}\n")
    return status
