"""A web process that is killed and replaced at once, forked off a server that has everything imported.

It is the web process of the service, serving on the inherited socket; only its start is cheaper, so that a
test can kill many. Knows not what it serves.
"""

import contextlib
import multiprocessing
import os
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerProcess
from pathlib import Path

from survey_app.embedded import listening, web
from survey_app.embedded.tether import tether
from tests.service import environment

_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload([__name__])


@dataclass
class Web:
    """A web process on `listener`, or the one that took its place."""

    listener: socket.socket
    settings: dict[str, str]
    process: ForkServerProcess = field(init=False)

    def __post_init__(self) -> None:
        self.start()

    @property
    def address(self) -> str:
        """The address of the home page, without the last slash."""
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def start(self) -> None:
        """Start a process; who asks before it serves, waits."""
        self.process = _FORKS.Process(target=_serve, args=(self.listener, self.settings), daemon=True)
        self.process.start()

    def kill(self) -> None:
        """Kill the process (SIGKILL)."""
        self.process.kill()

    def replace(self) -> None:
        """Start another process where the first is dead."""
        self.process.join()
        self.start()


@contextlib.contextmanager
def serving(instance: Path, **settings: str) -> Iterator[Web]:
    """Serve with `settings` (in capitals) on a free port, and end what is left."""
    with listening.listen("127.0.0.1", 0) as listener:
        served = Web(listener, environment(instance, **settings))
        try:
            yield served
        finally:
            served.kill()
            served.process.join()


def _serve(listener: socket.socket, settings: dict[str, str]) -> None:
    tether()
    os.environ.clear()
    os.environ.update(settings)
    web.main(listener.detach())
