"""Ties the life of a process to that of the process that started it, even where that one is killed."""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None, use_errno=True)  # loaded once here: between fork and exec nothing may be imported


def tether(last_signal: signal.Signals = signal.SIGKILL) -> None:
    """Ask the kernel to send `last_signal` to this process when its parent ends (Linux; elsewhere nothing).

    Source: prctl(2), PR_SET_PDEATHSIG.
    """
    parent = os.getppid()
    if hasattr(_libc, "prctl"):
        _libc.prctl(_PR_SET_PDEATHSIG, int(last_signal), 0, 0, 0)
        if os.getppid() != parent:  # it ended before we could ask
            os.kill(os.getpid(), last_signal)
