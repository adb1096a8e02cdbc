"""Background work: how far the machine has come, what failed, and a way to let it try again."""

from uuid import UUID

from flask import Blueprint, abort, g, redirect, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from survey_app import access, db
from survey_app.blueprints import labels
from survey_app.operations import audit, outbox
from survey_app.queries import classification, reference
from survey_app.queries import work as queries
from survey_app.vocabulary import Role

blueprint = Blueprint("work", __name__, url_prefix="/urad")

SEES_WORK = (Role.COORDINATOR, Role.METHODOLOGIST, Role.ADMINISTRATOR)

_DATABASE = _l("The database could not be used.")
_MISSING = _l("A part of the program or one of its files is missing. Tell the administrator.")
_ERRORS: dict[str, LazyString] = {
    "OperationalError": _DATABASE,
    "InterfaceError": _DATABASE,
    "TimeoutError": _l("It took too long."),
    "MemoryError": _l("The machine ran out of memory."),
    "ModuleNotFoundError": _MISSING,
    "ImportError": _MISSING,
    "FileNotFoundError": _MISSING,
    "UnknownKindError": _l("The program does not know this kind of work; it may be older than the database."),
}


@blueprint.get("/ukoly")
@access.roles(*SEES_WORK)
def overview() -> str:
    """Show progress, what waits and what failed."""
    with db.reading() as reading:
        return render_template(
            "work/overview.html",
            progress=classification.progress(reading, g.staff.regions(*SEES_WORK)),
            waiting=queries.waiting(reading),
            failed=failed(reading),
            regions={region.id: region.name for region in reference.regions(reading)},
            work_kind=labels.work_kind,
            in_words=error_in_words,
            retried=request.args.get("retried", 0, int),
        )


@blueprint.get("/ukoly/stav")
@access.roles(*SEES_WORK)
def state() -> dict[str, int]:
    """Return the counts of the page, for its script to keep up."""
    with db.reading() as reading:
        progress = classification.progress(reading, g.staff.regions(*SEES_WORK))
        return {
            "total": progress.total,
            "coded": progress.coded,
            "waiting": sum(kind.waiting for kind in queries.waiting(reading)),
            "failed": len(failed(reading)),
        }


@blueprint.post("/ukoly/<uuid:message_id>/znovu")
@access.roles(*SEES_WORK)
def retry(message_id: UUID) -> Response:
    """Let one failed piece of work try again."""
    with db.transaction() as writing:
        found = [work for work in failed(writing) if work.id == message_id]
        if not found:
            abort(404)
        _retry(writing, found)
    return redirect(url_for(".overview", retried=1), code=303)


@blueprint.post("/ukoly/znovu")
@access.roles(*SEES_WORK)
def retry_all() -> Response:
    """Let everything that failed try again."""
    with db.transaction() as writing:
        found = failed(writing)
        _retry(writing, found)
    return redirect(url_for(".overview", retried=len(found)), code=303)


def error_in_words(error: str) -> LazyString:
    """Return a sentence for a stored error, which is its kind and place: "TimeoutError at …"."""
    if error == outbox.WORKER_ENDED:
        return _l("The program was ended during every attempt, for example because memory ran out.")
    kind = error.partition(" ")[0].rpartition(".")[2]
    return _ERRORS.get(kind, _l("The program met something unexpected."))


def failed(session: Session) -> list[queries.FailedWork]:
    """Return the failed work that the person may see, and let try again."""
    may_see_homeless = bool(g.staff.regions(Role.ADMINISTRATOR))
    return queries.failed(session, g.staff.regions(*SEES_WORK), with_homeless=may_see_homeless)


def _retry(writing: Session, found: list[queries.FailedWork]) -> None:
    for work in found:
        if outbox.retry(writing, work.id):
            audit.record(
                writing,
                staff_id=g.staff.id,
                region_id=work.region_id,
                action="work_retried",
                object_type="outbox_message",
                object_id=work.id,
                kind=work.kind,
                error=work.last_error,
            )
