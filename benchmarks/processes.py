"""What another process has used of the processor and of memory. For Linux, because it looks into /proc."""

import os
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Use:
    """Seconds of the processor, and bytes of memory at the most."""

    processor: float
    peak: int


def used(pid: int) -> Use | None:
    """Return what a process has used until now; None where it has ended."""
    process = Path(f"/proc/{pid}")
    try:
        ticks = (process / "stat").read_text().rpartition(")")[2].split()[11:13]
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return None
    kibi = [line.split()[1] for line in lines if line.startswith("VmHWM:")]
    return Use(sum(map(int, ticks)) / TICKS, int(kibi[0]) * 1024) if kibi else None


def forget_peak(pid: int) -> None:
    """Let the peak of a process be counted from this moment."""
    Path(f"/proc/{pid}/clear_refs").write_text("5")
