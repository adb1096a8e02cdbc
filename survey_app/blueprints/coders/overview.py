"""The first page about coding: what is in force, what is being learned, what was learned."""

from typing import Any

from flask import g, redirect, render_template, request, url_for
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, db
from survey_app.blueprints import reach, work
from survey_app.blueprints.coders import blueprint, words
from survey_app.operations import coders as operations
from survey_app.queries import coders, reclassification, releases
from survey_app.vocabulary import Role


@blueprint.get("")
@access.roles(*reach.LOOKS)
def overview() -> str:
    """Show the coder in force, the training, the progress of coding, and all learned coders."""
    with db.reading() as session:
        names = words.Words(session, g.language)
        release = releases.in_force(session)
        in_force = release.learned_coder if release else None
        learned = coders.all_coders(session)
        decisions = coders.decision_count(session)
        return render_template(
            "coders/overview.html",
            release=release,
            in_force=in_force,
            day_one=releases.DAY_ONE,
            taken_over=names.handed_over(in_force) if in_force else [],
            previous=_previous(session),
            awaiting=coders.awaiting_release(session),
            coders=[(coder, words.main_score(coder), len(coder.card["handed_over"])) for coder in learned],
            history=releases.history(session),
            decisions=decisions,
            missing=max(0, coders.FEWEST_DECISIONS - decisions),
            training=coders.training(session),
            in_words=work.error_in_words,
            progress=_progress(session),
            state=_state(session),
            is_methodologist=bool(reach.regions(Role.METHODOLOGIST)),
            saved=request.args.get("saved", ""),
        )


@blueprint.get("/stav")
@access.roles(*reach.LOOKS)
def state() -> dict[str, Any]:
    """Return the counts of the page, for its script to keep up."""
    with db.reading() as session:
        return _state(session)


@blueprint.post("/uceni")
@access.roles(Role.METHODOLOGIST)
def train() -> Response:
    """Ask for a coder to be trained."""
    try:
        with db.transaction() as session:
            is_new = operations.promise_training(session, by=g.staff.id)
    except operations.TooFewDecisionsError:
        return redirect(url_for(".overview", saved="too_few"), code=303)
    return redirect(url_for(".overview", saved="training" if is_new else "under_way"), code=303)


@blueprint.post("/prekodovani")
@access.roles(Role.METHODOLOGIST)
def code_anew() -> Response:
    """Ask for the comments that are missing to be coded by the coder in force."""
    with db.transaction() as session:
        operations.promise_reclassification(session)
    return redirect(url_for(".overview", saved="reclassification"), code=303)


def _previous(session: Session) -> str | None:
    """Return the version that can be put back, None where there is none."""
    try:
        earlier = releases.before(session)
    except LookupError:
        return None
    return earlier.version if earlier else releases.DAY_ONE


def _progress(session: Session) -> dict[str, Any] | None:
    target = reclassification.target(session)
    if target is None:
        return None
    found = reclassification.progress(session, target)
    return {
        "total": found.total,
        "coded": found.coded,
        "stands": found.coded < found.total and not reclassification.is_promised(session, target),
        "frame": target.coding_frame_version,
    }


def _state(session: Session) -> dict[str, Any]:
    """Counts, and a stamp that is another one when the page would read differently."""
    progress = _progress(session)
    training = coders.training(session)
    newest = coders.all_coders(session)
    stage = "" if training is None else f"{training.started:d}{training.failed:d}"
    return {
        "total": progress["total"] if progress else 0,
        "coded": progress["coded"] if progress else 0,
        "stamp": f"{stage}-{len(newest)}",
    }
