"""Checking the answers, sending them, and the receipt."""

from collections.abc import Mapping
from typing import Any

from flask import abort, render_template, request, session
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms import routing
from forms.definition import ItemType
from survey_app import access, db, sealing
from survey_app.blueprints import forgery
from survey_app.blueprints.answering import blueprint, drafts, summary, trial, visit
from survey_app.operations import collection as operations
from survey_app.queries import collection as queries
from survey_app.queries import trials
from survey_app.vocabulary import Mode


@blueprint.get("/<wave_code>/kontrola")
@access.public
def check(wave_code: str) -> str | Response:
    """Show all answers on the path, each with a way to change it."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    if here.draft is None or not here.admits(visit.opened_at(here.draft.token)):
        return visit.to_landing(wave_code)
    return _check_page(here)


@blueprint.post("/<wave_code>/kontrola")
@access.public
def send(wave_code: str) -> str | Response:
    """Send the answers that this browser holds; sent again it leads to the same receipt."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    forgery.check_csrf()
    token = request.form.get("submission", "")
    if visit.opened_at(token) is None:
        abort(400)
    if here.draft is None or here.draft.token != token:
        return receipt_of_an_earlier_sending(here, token)
    if not here.admits(visit.opened_at(token)):
        return visit.to_landing(wave_code)
    if request.form.get(visit.VERSION) != here.version_id:  # what is new in it has not been seen yet
        drafts.change(here.wave.code, here.wave.wave.id, token, lambda draft: _bring(here, draft))
        return Response(_check_page(here), 409, mimetype="text/html")
    if _unfinished(here):
        return Response(_check_page(here), 422, mimetype="text/html")
    return submit(here, token, here.answers)


@blueprint.get("/<wave_code>/hotovo")
@access.public
def receipt(wave_code: str) -> str | Response:
    """Thank the respondent; who wrote something sees the code that leads to it."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    code = session.get("receipts", {}).get(wave_code)
    if code is None:
        return visit.to_landing(wave_code)
    return render_template("answering/receipt.html", here=here, code=code)


def submit(here: visit.Visit, token: str, answers: Mapping[str, Any]) -> Response:
    """Store the answers on the path, forget the draft, and lead to the receipt."""
    if here.is_trial:
        return trial.submit(here, token, answers)
    read = sealing.read_submission_token(visit.settings().signing_key, token)
    code = sealing.receipt_code(visit.settings().signing_key, read.submission_id)
    submission = _submission(here, read.submission_id, sealing.receipt_hash(code), answers)
    lookup_hash = drafts.lookup_hash(here.wave.code)
    late = here.now >= here.wave.closes_at

    def store(writing: Session) -> None:
        operations.submit_response(writing, here.wave.target, submission, here.now, late=late)
        if lookup_hash:
            operations.delete_partial_response(writing, lookup_hash)

    try:
        db.write(store)
    except operations.ConflictingSubmissionError:
        abort(409)
    return visit.to_receipt(here.wave.code, code if submission.verbatims else "")


def _submission(
    here: visit.Visit, submission_id: str, receipt_hash: str, answers: Mapping[str, Any]
) -> operations.Submission:
    counted = routing.on_path(here.questionnaire, answers)
    verbatims = tuple(
        operations.Verbatim(item.item_code, str(counted.pop(item.item_code)))
        for item in here.questionnaire.items
        if item.creates_comment and item.item_code in counted
    )
    services = [
        counted[item.item_code]
        for item in here.questionnaire.items
        if item.type is ItemType.CATALOGUE_CHOICE and item.source == "services" and item.item_code in counted
    ]
    return operations.Submission(
        submission_id=submission_id,
        receipt_hash=receipt_hash,
        language=here.language,
        mode=Mode.WEB,
        answers=counted,
        verbatims=verbatims,
        service_code=str(services[0]) if services else None,
    )


def is_known(here: visit.Visit, token: str) -> bool:
    """Tell whether what was opened with this token has been sent already."""
    submission_hash = sealing.hashed(
        sealing.read_submission_token(visit.settings().signing_key, token).submission_id
    )
    with db.reading() as reading:
        stored = trials.is_stored if here.is_trial else queries.is_stored
        return stored(reading, submission_hash)


def receipt_of_an_earlier_sending(here: visit.Visit, token: str) -> Response:
    """Lead who sends the same once more to the same thanks."""
    if here.is_trial:
        return trial.receipt_of_an_earlier_sending(here, token)
    read = sealing.read_submission_token(visit.settings().signing_key, token)
    code = sealing.receipt_code(visit.settings().signing_key, read.submission_id)
    with db.reading() as reading:
        stored = queries.is_stored(reading, sealing.hashed(read.submission_id))
        wrote = queries.comment_fates(reading, sealing.receipt_hash(code))
    if not stored:
        return visit.to_landing(here.wave.code)
    return visit.to_receipt(here.wave.code, code if wrote else "")


def _bring(here: visit.Visit, draft: drafts.Draft) -> None:
    here.bring_up_to_date(draft)


def _unfinished(here: visit.Visit) -> bool:
    missing = routing.unanswered_required(here.questionnaire, here.answers)
    typed = here.draft.typed if here.draft else {}
    # What was typed on a page that is no longer on the path cannot be mended and need not be.
    return bool(missing) or any(page.page_code in typed for page in here.pages)


def _check_page(here: visit.Visit) -> str:
    assert here.draft is not None  # noqa: S101  # both callers have seen it
    return render_template(
        "answering/check.html",
        here=here,
        sections=summary.sections(here.questionnaire, here.pages, here.answers, here.language),
        missing={item.item_code for item in routing.unanswered_required(here.questionnaire, here.answers)},
        unfinished=_unfinished(here),
        typed=here.draft.typed,
        token=here.draft.token,
        switches=[],
        staff=None,
    )
