"""The instance directory: made at first start, and used by one running service at a time."""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from survey_app.embedded import CannotStartError


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the instance directory at `path`; the operating system lets go of it even where we are killed.

    Raises:
        CannotStartError: another service holds it, or it cannot be written to.
    """
    try:
        path.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = os.open(path / "running.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotStartError(
            f"The instance directory {path} cannot be used ({error.strerror}); check INSTANCE_PATH."
        ) from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(lock)
        raise CannotStartError(
            f"Ohlas is already running on the data in {path}; stop it first, or set INSTANCE_PATH."
        ) from None
    try:
        yield
    finally:
        os.close(lock)
