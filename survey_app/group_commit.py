"""Writers that wait for the same lock commit together: one wait for the disk instead of one for each.

Whoever gets the lock does the work of all who wait behind it in one transaction, each in a savepoint of its
own, so that a refused one leaves the others alone. Nobody is told of success before the commit. Part of
`survey_app.db`; knows no table.
"""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from sqlalchemy.orm import Session

Result = TypeVar("Result")
Transaction = Callable[[], AbstractContextManager[Session]]


class AbandonedError(Exception):
    """The thread that did the work of several was ended before the commit; nothing was stored."""


@dataclass
class _Errand:
    work: Callable[[Session], Any]
    result: Any = None
    error: BaseException | None = field(default_factory=AbandonedError)
    done: bool = False


class GroupCommit:
    """Runs pieces of work that threads of one process bring at the same time."""

    def __init__(self, transaction: Transaction) -> None:
        self._transaction = transaction
        self._waiting: list[_Errand] = []
        self._list_lock = threading.Lock()
        self._turn = threading.Lock()

    def run(self, work: Callable[[Session], Result]) -> Result:
        """Do `work` in a transaction and return its result once that is committed.

        `work` may run in another thread, so it must not look at the request. What it raises is raised here;
        so is a failed commit, for everybody it concerns.
        """
        errand = _Errand(work)
        with self._list_lock:
            self._waiting.append(errand)
        with self._turn:
            if not errand.done:
                self._run_all()
        if errand.error is not None:
            raise errand.error
        return cast("Result", errand.result)

    def _run_all(self) -> None:
        with self._list_lock:
            errands, self._waiting = self._waiting, []
        try:
            with self._transaction() as session:
                if len(errands) == 1:
                    errands[0].result, errands[0].error = errands[0].work(session), None
                else:
                    for errand in errands:
                        _run_in_savepoint(session, errand)
        except Exception as error:  # noqa: BLE001  # whatever it is, every one of them must hear of it
            for errand in errands:
                errand.error = error
        except BaseException:
            for errand in errands:
                errand.error = AbandonedError()
            raise
        finally:
            for errand in errands:
                errand.done = True


def _run_in_savepoint(session: Session, errand: _Errand) -> None:
    try:
        with session.begin_nested():
            errand.result = errand.work(session)
    except Exception as error:  # noqa: BLE001  # it is raised in the thread that brought the work
        errand.error = error
    else:
        errand.error = None
