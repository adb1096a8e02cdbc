"""The gate before every view: no mark, no entry; a mark for roles asks who is there.

`g.staff` is the `Identity` of whoever is signed in, or None.
"""

from uuid import UUID

from flask import Flask, abort, current_app, g, redirect, request, session, url_for
from werkzeug.wrappers import Response

from survey_app import access, db
from survey_app.blueprints.staff import sign_in, unsent
from survey_app.queries import staff as staff_queries


def register(app: Flask) -> None:
    """Put the gate before every view of `app`."""
    app.before_request(_check)


def _check() -> Response | None:
    g.staff = None
    if request.endpoint == "asset":
        return None  # the same bytes for everybody: not even the session is looked at
    g.staff = _who()
    if "\0" in request.path or b"%00" in request.query_string:
        abort(404)  # nothing has such a name, and PostgreSQL would not even look it up
    if request.endpoint is None:
        return None  # no such address: the error page answers
    allowed = access.allowed_roles(current_app.view_functions[request.endpoint])
    if allowed is None:
        raise RuntimeError(f"the view {request.endpoint} has no access mark")
    if allowed == access.PUBLIC:
        return None
    if g.staff is None:
        held = unsent.sent_now() if allowed != access.ANYBODY_SIGNED_IN else None
        if held is not None:
            return sign_in.ask_before_sending_on(held)
        return redirect(url_for("staff.sign_in", next=_way_back()), code=303)
    # Who has no role yet, or none any more, may still sign out and change the password.
    if allowed != access.ANYBODY_SIGNED_IN and not g.staff.holds(allowed):
        abort(403)
    return None


def _way_back() -> str | None:
    """Where to go on after signing in; a change is not repeated, and `full_path` lacks the mount point."""
    if request.method not in ("GET", "HEAD"):
        return unsent.came_from() or None
    return request.script_root + request.full_path.rstrip("?")


def _who() -> staff_queries.Identity | None:
    if "staff_id" not in session:
        return None
    with db.reading() as reading:
        return staff_queries.identity(reading, UUID(session["staff_id"]), session["epoch"])
