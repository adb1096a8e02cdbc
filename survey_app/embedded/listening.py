"""The one listening socket that all web processes inherit."""

import errno
import http.client
import socket
import time

from survey_app.embedded import CannotStartError

BACKLOG = 1024
HEALTH = "/zdravi"  # blueprints.home.health
PATIENCE = 2.0  # seconds in which processes of a service that was just killed may let go of the port
_EVERYBODY = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  # read, not bound to


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on `host` and `port`.

    Raises:
        CannotStartError: another program listens there, or the address is not one of this machine.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
            return socket.create_server(address[:2], family=family, backlog=BACKLOG)
        except OSError as error:
            if error.errno == errno.EADDRINUSE and time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            raise CannotStartError(_sentence(host, port, error)) from None


def page_address(host: str, port: int) -> str:
    """Return the address under which a browser on this machine reaches the service."""
    reachable = _EVERYBODY.get(host, host)
    return f"http://{f'[{reachable}]' if ':' in reachable else reachable}:{port}/"


def answers(host: str, port: int, seconds: float = 2.0) -> bool:
    """Tell whether the web answers within `seconds`."""
    connection = http.client.HTTPConnection(_EVERYBODY.get(host, host), port, timeout=seconds)
    try:
        connection.request("GET", HEALTH)
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _sentence(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is taken by another program; set PORT to a free one."
    return f"Ohlas cannot listen on {host}, port {port}: {error.strerror}; check HOST and PORT."
