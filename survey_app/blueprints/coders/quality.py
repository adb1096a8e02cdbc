"""The page of quality: what the newest look at the coder in force has found, and a way to look again."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, db
from survey_app.blueprints import reach, work
from survey_app.blueprints.coders import blueprint, findings, words
from survey_app.operations import reviews as operations
from survey_app.queries import coders, reference, releases, reviews
from survey_app.vocabulary import ReviewOccasion, Role


@blueprint.get("/kvalita")
@access.roles(*reach.LOOKS)
def quality() -> str:
    """Show the newest review in words, pictures and tables."""
    with db.reading() as session:
        review = reviews.newest(session)
        own = reach.regions(*reach.LOOKS)
        names = words.Words(session, g.language)
        in_force = releases.coder_in_force(session)
        return render_template(
            "coders/quality.html",
            review=review,
            found=review.document if review else None,
            reviewed=reviews.coder_of(session, review) if review else None,
            is_in_force=review is not None and review.model_version == _version(in_force),
            fewest=reviews.FEWEST,
            decisions=coders.decision_count(session),
            labels=findings.label_rows(review.document, names) if review else [],
            sample_labels=findings.label_rows(review.document, names, "sample") if review else [],
            slices=findings.slices(review.document) if review else [],
            months=findings.months(review.document) if review else [],
            curves=findings.curves(review.document) if review else [],
            reliability=findings.reliability(review.document) if review else [],
            drift=findings.drift(review.document) if review else None,
            slips=findings.slips(session, review, own, names) if review else [],
            linked=reach.regions(Role.COORDINATOR),
            series=reviews.series(session),
            occasions=findings.OCCASIONS,
            under_way=reviews.under_way(session),
            in_words=work.error_in_words,
            stamp=_stamp(session),
            is_methodologist=bool(reach.regions(Role.METHODOLOGIST)),
            made_up=any(region.made_up for region in reference.regions(session) if region.id in own),
            saved=request.args.get("saved", ""),
        )


@blueprint.post("/kvalita")
@access.roles(Role.METHODOLOGIST)
def look_again() -> Response:
    """Ask for a new look at the quality."""
    with db.transaction() as session:
        is_new = operations.promise(session, ReviewOccasion.ASKED_FOR, by=g.staff.id)
    return redirect(url_for(".quality", saved="asked" if is_new else "under_way"), code=303)


@blueprint.get("/kvalita/stav")
@access.roles(*reach.LOOKS)
def quality_state() -> dict[str, Any]:
    """Return a stamp that is another one when the page would read differently, for its script."""
    with db.reading() as session:
        return {"stamp": _stamp(session)}


def _stamp(session: Session) -> str:
    under_way, newest = reviews.under_way(session), reviews.newest(session)
    stage = "" if under_way is None else f"{under_way.started:d}{under_way.failed:d}"
    return f"{stage}-{newest.sequence if newest else 0}"


def _version(coder: Any) -> str:
    return str(coder.version) if coder else releases.DAY_ONE
