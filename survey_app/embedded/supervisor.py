"""Starts child processes, starts them again when they end, and ends them all. Knows not what they do."""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from survey_app.embedded.tether import tether

FIRST_PAUSE = 0.1  # seconds before a new start; doubles while a child keeps ending early
LONGEST_PAUSE = 3.0
EARLY = 10.0  # seconds; a child that lived longer starts with the first pause again
LAST_CHANCE = 5.0  # seconds between asking a child to end and killing it

logger = logging.getLogger(__name__)


@dataclass
class Child:
    """One process to keep alive. `environment` is added to that of this process.

    A process that serves on a `socket` is of no use without that file: it is replaced when the file is gone.
    """

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    descriptors: tuple[int, ...] = ()
    socket: Path | None = None
    process: "subprocess.Popen[bytes] | None" = None
    started_at: float = 0.0
    early_ends: int = 0
    start_at: float = 0.0

    def start(self) -> None:
        """Start the process, tied to this one, and out of reach of the terminal's Ctrl-C."""
        self.started_at = time.monotonic()
        if self.socket is not None:
            self.socket.parent.mkdir(mode=0o700, exist_ok=True)
        self.process = subprocess.Popen(  # noqa: S603  # our own command
            self.command,
            env=os.environ | self.environment,
            pass_fds=self.descriptors,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=tether,  # noqa: PLW1509  # it takes no lock that a thread could hold
        )

    def watch(self) -> None:
        """Start the process again if it has ended and its pause is over."""
        now = time.monotonic()
        if self.process is not None and self._is_out_of_reach(now):
            self.process.kill()
            self.process.wait()
        if self.process is not None and (status := self.process.poll()) is not None:
            # Whoever was killed from outside did nothing wrong and is missed at once.
            early = now - self.started_at < EARLY and status != -signal.SIGKILL
            self.early_ends = self.early_ends + 1 if early else 0
            pause = min(FIRST_PAUSE * 2**self.early_ends, LONGEST_PAUSE)
            logger.warning("%s ended (%s); starting it again in %.1f s", self.name, _reason(status), pause)
            self.process, self.start_at = None, now + pause
        if self.process is None and now >= self.start_at:
            self.start()

    def _is_out_of_reach(self, now: float) -> bool:
        return self.socket is not None and now - self.started_at > EARLY and not self.socket.exists()

    def ask_to_end(self) -> None:
        """Ask the process to finish what it is doing and end."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def end(self, deadline: float) -> None:
        """Wait for the process to end, and kill it at `deadline` (monotonic time)."""
        if self.process is None:
            return
        try:
            self.process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Supervisor:
    """A group of children that live and end together. Later children may need earlier ones."""

    def __init__(self, children: Sequence[Child]) -> None:
        self.children = tuple(children)

    def watch(self) -> None:
        """Start whatever is not running; to be called again and again."""
        for child in self.children:
            child.watch()

    def end(self) -> None:
        """End all children, the first one last, within seconds."""
        deadline = time.monotonic() + LAST_CHANCE
        first, *others = self.children
        for child in others:
            child.ask_to_end()
        for child in others:
            child.end(deadline)
        first.ask_to_end()
        first.end(deadline + 1)


def _reason(status: int) -> str:
    return f"status {status}" if status >= 0 else signal.Signals(-status).name
