"""Heavy work in a process of its own: the worker stays small and keeps nothing of what the work needed.

The child yields to everything else, and ends with its worker. It has no database; what it is given and gives
back is pickled between two processes of one machine.
"""

import multiprocessing
import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, wait
from typing import Any, ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

NICENESS = 10  # answering citizens and coding their comments come first


class ChildEndedError(Exception):
    """The child process ended before it had an answer, for example because memory ran out."""


def in_a_child(work: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Call a function of a module in a process of its own; the process does not outlive this call.

    Raises:
        ChildEndedError: there was no answer.
    """
    context = multiprocessing.get_context("spawn")  # a fork would inherit open connections
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(theirs, work, given, named), daemon=True)
    child.start()
    theirs.close()
    try:
        answer: Result = ours.recv()
    except EOFError:
        raise ChildEndedError from None
    finally:
        child.kill()
        child.join()
        ours.close()
    return answer


def _answer(to: Connection, work: Callable[..., Any], given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """Run in the child."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.nice(NICENESS)
    to.send(work(*given, **named))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
