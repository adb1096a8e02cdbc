"""Sending in a trial: the answers and remarks of a tester go where no response goes.

The pages are those of real answering; only what is stored, and where, differs.
"""

from collections.abc import Mapping
from typing import Any

from flask import abort, request
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms import routing
from forms.definition import Questionnaire
from forms.languages import text_in
from survey_app import db, sealing
from survey_app.blueprints.answering import drafts, visit
from survey_app.operations import collection, trials
from survey_app.queries import trials as queries

REMARK = "trial_remark"
"""The name of the field in which a tester writes about a page."""


def submit(here: visit.Visit, token: str, answers: Mapping[str, Any]) -> Response:
    """Store a tester's answers on the path with the remarks of all pages, and lead to the thanks."""
    read = sealing.read_submission_token(visit.settings().signing_key, token)
    kept = here.draft.remarks if here.draft else {}
    submission = trials.TrialSubmission(
        submission_id=read.submission_id,
        language=here.language,
        answers=routing.on_path(here.questionnaire, answers),
        remark=_together(
            here.questionnaire, kept, request.form.get(REMARK, "")[: trials.MAX_REMARK], here.language
        ),
    )
    lookup_hash = drafts.lookup_hash(here.wave.code)

    def store(writing: Session) -> None:
        trials.submit_trial_response(writing, here.wave.code, submission, here.now)
        if lookup_hash:
            collection.delete_partial_response(writing, lookup_hash)

    try:
        db.write(store)
    except trials.TrialOverError:
        abort(404)
    return visit.to_receipt(here.wave.code, "")


def receipt_of_an_earlier_sending(here: visit.Visit, token: str) -> Response:
    """Lead who sends the same once more to the same thanks."""
    read = sealing.read_submission_token(visit.settings().signing_key, token)
    with db.reading() as reading:
        stored = queries.is_stored(reading, sealing.hashed(read.submission_id))
    return visit.to_receipt(here.wave.code, "") if stored else visit.to_landing(here.wave.code)


def _together(
    questionnaire: Questionnaire, by_page: Mapping[str, str], at_the_end: str, language: str
) -> str:
    """Return all remarks as one text, each under the heading of the section that it is about."""
    titles = {section.section_code: text_in(section.titles, language) for section in questionnaire.sections}
    of_pages = [f"{titles.get(code, code)}: {remark}" for code, remark in by_page.items() if remark.strip()]
    return "\n\n".join([*of_pages, at_the_end.strip()]).strip()
