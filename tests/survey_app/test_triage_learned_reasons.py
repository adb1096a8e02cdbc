"""What a learned coder says about a comment, in the words of the page."""

from flask import Flask
from flask_babel import force_locale

from survey_app.blueprints.triage.suggestion import suggestion
from survey_app.models import Classification
from tests.survey_app import office


def learned(code: str) -> dict[str, object]:
    return {
        "what": "learned",
        "code": code,
        "weight": 0.6,
        "text": "zelená",
        "start": 12,
        "end": 18,
        "term": "",
    }


def said(app: Flask, **changes: object):
    coding = office.coding(**changes)
    stored = Classification(
        coding=coding,
        model_version="learned-1-abc",
        coding_frame_version="1",
        relevance=0.5,
        urgent=False,
        abstained=True,
    )
    with app.test_request_context(), force_locale("en"):
        return suggestion(stored, [], "en")


def test_words_that_moved_a_learned_coder_say_what_for(app: Flask) -> None:
    for code, words in (("relevant", "a matter of social services"), ("irrelevant", "a matter of others")):
        (reason,) = said(app, reasons=[learned(code)]).reasons
        assert (reason.words, reason.speaks_for) == ("zelená", (words,))


def test_a_learned_coder_that_does_not_know_says_so(app: Flask) -> None:
    assert said(app, abstentions=["uncertain"]).abstentions == (
        "By what it has learned, it may or may not be.",
    )
