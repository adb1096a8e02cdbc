"""The shipped coding frame and one coder built from it: building takes seconds, so the tests share it."""

import json
from pathlib import Path

import pytest

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.day_one.coding_frame import CodingFrame

FRAME = Path(__file__).parents[3] / "survey_app" / "content" / "coding_frame.json"


@pytest.fixture(scope="session")
def frame_document() -> dict:
    return json.loads(FRAME.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def frame(frame_document) -> CodingFrame:
    return CodingFrame.from_document(frame_document)


@pytest.fixture(scope="session")
def coder(frame) -> DayOneCoder:
    return DayOneCoder(frame).fit()


@pytest.fixture(scope="session")
def coding_of(coder):
    """The coding of one text."""
    return lambda text: coder.code([text])[0]
