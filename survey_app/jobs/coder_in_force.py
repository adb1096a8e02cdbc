"""The coder in force, ready to code: loaded once in a process, anew after a release or a new coding frame."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.learning import artifacts
from analytics.text.learning.coder import LearnedCoder
from survey_app.queries import coders, reference, releases


class NoCodingFrameError(Exception):
    """No coding frame has been imported; `flask coding-frame import` does that."""


@dataclass
class _Loaded:
    """What this process has in memory."""

    day_one: DayOneCoder | None = None
    learned: LearnedCoder | None = None


_loaded = _Loaded()


def load(session: Session) -> DayOneCoder | LearnedCoder:
    """Return the coder in force with the newest coding frame.

    Raises:
        NoCodingFrameError: there is no frame.
        ArtifactError: the released coder cannot be read, as after a new version of the program.
    """
    day_one = load_day_one(session)
    released = releases.coder_in_force(session)
    if released is None:
        _loaded.learned = None
        return day_one
    learned = _loaded.learned
    if learned is None or learned.model_version != released.version:
        learned = artifacts.from_bytes(coders.artifact(session, released.version), day_one)
        _loaded.learned = learned
    return learned


def load_day_one(session: Session) -> DayOneCoder:
    """Return the coder that knows only the newest coding frame.

    Raises:
        NoCodingFrameError: there is no frame.
    """
    frame = reference.newest_coding_frame(session)
    if frame is None:
        raise NoCodingFrameError
    day_one = _loaded.day_one
    if day_one is None or day_one.frame.version != frame.version:
        _loaded.day_one = _loaded.learned = None  # two of them at once would need twice the memory
        day_one = DayOneCoder(CodingFrame.from_document(frame.document)).fit()
        _loaded.day_one = day_one
    return day_one
