"""Heavy work in a process of its own: the worker stays small and keeps nothing of what the work needed.

The child yields to everything else, and ends with its worker. It has no database; what it is given and gives
back is pickled between two processes of one machine.

Not multiprocessing: its start waits for ever where the child dies before it has read what it is to do.
"""

import os
import pickle
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

from survey_app.config import PROJECT_ROOT

Given = ParamSpec("Given")
Result = TypeVar("Result")

NICENESS = 10  # answering citizens and coding their comments come first
_LOOK_SECONDS = 0.5


class ChildEndedError(Exception):
    """The child process ended before it had an answer, for example because memory ran out."""


def in_a_child(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Call a function of a module in a process of its own; the process does not outlive this call.

    Raises:
        ChildEndedError: there was no answer; why stands in the log.
    """
    path = os.pathsep.join(filter(None, (str(PROJECT_ROOT), os.environ.get("PYTHONPATH"))))
    with subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-m", "survey_app.jobs.child", str(os.getpid())],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": path},
    ) as child:
        try:
            said, _ = child.communicate(pickle.dumps((work, given, named)))
        finally:
            child.kill()
    if child.returncode != 0:
        raise ChildEndedError
    return cast("Result", pickle.loads(said))  # noqa: S301  # from our own child


def main() -> None:
    """Run in the child: call what standard input says, and write what it returned to standard output."""
    threading.Thread(target=_end_with, args=(int(sys.argv[1]),), daemon=True).start()
    os.nice(NICENESS)
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answer:
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # nothing that is printed gets into the answer
        work, given, named = pickle.load(sys.stdin.buffer)  # noqa: S301  # from our own parent
        try:
            said = work(*given, **named)
        except Exception as error:  # noqa: BLE001  # its message may quote what a citizen wrote
            sys.exit(f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}")
        pickle.dump(said, answer)


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_LOOK_SECONDS)
    os._exit(1)


if __name__ == "__main__":
    main()
