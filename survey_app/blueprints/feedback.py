"""The always-open form "Napište nám", its receipt, and what became of a comment."""

from flask import Blueprint, abort, g, redirect, render_template, request, session, url_for
from flask_wtf.csrf import generate_csrf
from werkzeug.wrappers import Response

from forms import build
from forms import feedback as feedback_items
from forms.definition import Option
from survey_app import access, clock, db, sealing
from survey_app.blueprints import forgery, page
from survey_app.blueprints.answering.visit import opened_at, settings
from survey_app.models import Region
from survey_app.operations import collection as operations
from survey_app.queries import collection as queries
from survey_app.queries import reference
from survey_app.vocabulary import Mode

blueprint = Blueprint("feedback", __name__)


@blueprint.get("/napiste-nam")
@access.public
def choose_region() -> str | Response:
    """Lead to the form of the only region, or ask which one."""
    with db.reading() as reading:
        regions = reference.regions(reading)
    if len(regions) == 1:
        return redirect(url_for(".write", region_code=regions[0].code))
    return render_template("feedback/choose_region.html", regions=regions)


@blueprint.route("/napiste-nam/<region_code>", methods=["GET", "POST"])
@access.public
def write(region_code: str) -> str | Response:
    """Show the form, or store what was written."""
    with db.reading() as reading:
        region = reference.region_by_code(reading, region_code)
        services = reference.services(reading, region.id) if region else []
    if region is None:
        abort(404)
    page.set_region(region)
    options = [Option(service.service_code, service.names) for service in services]
    form = feedback_items.feedback_form(options, g.language)(
        request.form if request.method == "POST" else None
    )
    if request.method != "POST":
        return _form_page(form, sealing.new_submission_token(settings().signing_key), 200)
    token = request.form.get("submission", "")
    if opened_at(token) is None:
        abort(400)
    valid = form.validate()
    if not forgery.csrf_is_valid():
        g.csrf_failed = True
        return _form_page(form, token, 400)
    return _store(region, form, token) if valid else _form_page(form, token, 422)


def _form_page(form: build.PageForm, token: str, status: int) -> Response:
    failed = g.get("csrf_failed", False)
    html = render_template(
        "feedback/write.html", form=form, token=token, csrf_value=generate_csrf(), csrf_failed=failed
    )
    return Response(html, status, mimetype="text/html")


def _store(region: Region, form: build.PageForm, token: str) -> Response:
    key = settings().signing_key
    submission_id = sealing.read_submission_token(key, token).submission_id
    code = sealing.receipt_code(key, submission_id)
    answers = build.answers_from(form)
    contact = str(answers.get(feedback_items.CONTACT, ""))
    feedback = operations.Feedback(
        submission_id=submission_id,
        receipt_hash=sealing.receipt_hash(code),
        language=g.language,
        mode=Mode.WEB,
        text=str(answers[feedback_items.TEXT]),
        service_code=str(answers[feedback_items.SERVICE]) if feedback_items.SERVICE in answers else None,
        contact_sealed=sealing.seal_contact(contact, key) if contact else None,
        contact=contact,
    )
    now = clock.now()
    try:
        db.write(lambda writing: operations.submit_feedback(writing, region.id, feedback, now))
    except operations.ConflictingSubmissionError:
        abort(409)
    session["feedback_receipt"] = code
    return redirect(url_for(".receipt", region_code=region.code), code=303)


@blueprint.get("/napiste-nam/<region_code>/hotovo")
@access.public
def receipt(region_code: str) -> str | Response:
    """Thank the author and show the code."""
    with db.reading() as reading:
        region = reference.region_by_code(reading, region_code)
    if region is None:
        abort(404)
    page.set_region(region)
    code = session.get("feedback_receipt")
    if code is None:
        return redirect(url_for(".write", region_code=region_code), code=303)
    return render_template("feedback/receipt.html", code=code)


@blueprint.route("/podnet", methods=["GET", "POST"])
@access.public
def fate() -> str | Response:
    """Tell the holder of a receipt what became of the comment."""
    if request.method != "POST":
        return render_template("feedback/fate.html", fates=None, typed="", csrf_value=generate_csrf())
    forgery.check_csrf()
    typed = request.form.get("code", "").strip()[:80]
    with db.reading() as reading:
        fates = queries.comment_fates(reading, sealing.receipt_hash(typed)) if typed else []
    html = render_template("feedback/fate.html", fates=fates, typed=typed, csrf_value=generate_csrf())
    return Response(html, 200 if fates else 422, mimetype="text/html")
