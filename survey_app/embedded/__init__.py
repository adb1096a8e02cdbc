"""The whole service in one command: database, broker, web processes, relay and worker.

`python wsgi.py` starts it and stays its parent. Whatever ends is started again; when the parent ends, in
whatever way, everything ends.
"""


class CannotStartError(Exception):
    """The service does not come up; the message is one sentence for the administrator."""
