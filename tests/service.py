"""The whole service as a real process, for tests that watch it live and die."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from survey_app.config import PROJECT_ROOT, Settings
from survey_app.embedded.tether import tether

READY_SECONDS = 90  # two cores may be busy with other tests


@dataclass(frozen=True)
class Service:
    """A running service: its parent process, where it listens, and what it has said on standard error."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    @property
    def address(self) -> str:
        """The address of the home page, without the last slash."""
        return f"http://127.0.0.1:{self.port}"

    def children(self) -> dict[int, str]:
        """Return the living child processes: process number → what is run."""
        return children(self.process.pid)

    def child(self, part_of_command: str) -> int:
        """Return the process number of the first child whose command contains `part_of_command`."""
        return next(pid for pid, command in self.children().items() if part_of_command in command)


def children(parent: int) -> dict[int, str]:
    """Return the living children of a process: process number → command."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                state, ppid = (entry / "stat").read_text().rpartition(")")[2].split()[:2]
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                if int(ppid) == parent and state != "Z" and "wsgi.py" not in command:
                    found[int(entry.name)] = command
    return found


def environment(instance: Path, **settings: str) -> dict[str, str]:
    """Return an environment without this machine's settings, with `settings` (in capitals) added."""
    names = {name.upper() for name in Settings.model_fields}
    clean = {name: value for name, value in os.environ.items() if name not in names}
    return clean | {"INSTANCE_PATH": str(instance)} | settings


def free_port() -> int:
    """Return a port on which nobody listens at this moment."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextlib.contextmanager
def running(instance: Path, *arguments: str, **settings: str) -> Iterator[Service]:
    """Start `python wsgi.py` and yield it when it says that it is ready; kill what is left of it."""
    port = int(settings.setdefault("PORT", str(free_port())))
    said, log = instance.with_name(f"{instance.name}.out"), instance.with_name(f"{instance.name}.log")
    with (
        said.open("wb") as output,
        log.open("ab") as errors,
        subprocess.Popen(
            [sys.executable, "wsgi.py", *arguments],
            cwd=PROJECT_ROOT,
            env=environment(instance, **settings),
            stdout=output,
            stderr=errors,
            preexec_fn=tether,
        ) as process,
    ):
        try:
            _wait_for_ready(process, said, log)
            yield Service(process, port, log)
        finally:
            process.kill()


def refusal(instance: Path, **settings: str) -> tuple[int, str]:
    """Start `python wsgi.py` where it cannot run; return its status and what it said."""
    done = subprocess.run(
        [sys.executable, "wsgi.py"],
        cwd=PROJECT_ROOT,
        env=environment(instance, **settings),
        capture_output=True,
        text=True,
        timeout=READY_SECONDS,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def wait_until(condition: Callable[[], bool], seconds: float) -> None:
    """Wait until `condition()` is true.

    Raises:
        TimeoutError: it did not become true in time.
    """
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited {seconds} s in vain for {condition}")
        time.sleep(0.05)


def alive(pid: int) -> bool:
    """Tell whether a process runs (one that has ended and waits to be noticed does not)."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def end(service: Service, number: signal.Signals, seconds: float) -> int:
    """Send a signal to the parent and return its status."""
    service.process.send_signal(number)
    return service.process.wait(seconds)


def _wait_for_ready(process: "subprocess.Popen[bytes]", said: Path, log: Path) -> None:
    def ready() -> bool:
        if process.poll() is not None:
            raise RuntimeError(f"the service ended with {process.returncode}: {log.read_text()[-4000:]}")
        return "Ohlas is ready" in said.read_text()

    try:
        wait_until(ready, READY_SECONDS)
    except TimeoutError:
        raise RuntimeError(f"the service did not get ready: {log.read_text()[-4000:]}") from None
