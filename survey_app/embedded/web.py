"""One web process: `python -m survey_app.embedded.web DESCRIPTOR` serves on an inherited socket."""

import gc
import signal
import socket
import sys

import waitress

from survey_app import process
from survey_app.app import create_app

CONNECTIONS = 500
OVERSIZE = 4  # up to so many times the allowed size a request gets the friendly page, not a bare refusal


def main(descriptor: int) -> None:
    """Serve until SIGTERM; requests at hand are finished first."""
    settings = process.start("web")
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit())
    app = create_app(settings)
    gc.freeze()  # what the application is made of need not be looked at again in the middle of an answer
    waitress.serve(
        app,
        sockets=[socket.socket(fileno=descriptor)],
        threads=settings.web_threads,
        connection_limit=CONNECTIONS,
        asyncore_use_poll=True,
        max_request_body_size=settings.max_request_bytes * OVERSIZE,
        # The application itself decides which of these headers it trusts (settings.trusted_proxies).
        clear_untrusted_proxy_headers=settings.trusted_proxies == 0,
        ident=None,
        _quiet=True,
    )


if __name__ == "__main__":
    main(int(sys.argv[1]))
