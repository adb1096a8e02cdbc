"""Whose turn it is: the next comment, putting one off, asking a colleague, and leaving it for others."""

from uuid import UUID

from flask import abort, g, redirect, request, url_for
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints.triage import blueprint, choice
from survey_app.blueprints.triage.comment import decision_form, onward, open_case, shown
from survey_app.blueprints.triage.form import FlagForm
from survey_app.operations import turns, verdicts
from survey_app.operations.triage import DecidedMeanwhileError
from survey_app.queries import comments, similar
from survey_app.vocabulary import Role

TOLD = ("previous", "together", "left_out", "put_off", "asked")


@blueprint.get("/podnety/dalsi")
@access.roles(Role.COORDINATOR)
def next_comment() -> Response:
    """Hand out the next comment; with `after` the one after that, to have it ready."""
    after = choice.after()
    chosen, previous = choice.chosen_regions(), request.args.get("previous", None, UUID)
    with db.transaction() as writing:
        read = (*after, previous)[0]
        place = similar.place(writing, read) if read else None
        beside = place.leader_id if place and place.region_id in chosen.region_ids else None
        following = turns.take_next(writing, g.staff.id, chosen, clock.now(), beyond=after, beside=beside)
    return onward(following, **{name: request.args.getlist(name) for name in TOLD})


@blueprint.post("/podnety/<uuid:comment_id>/odlozit")
@access.roles(Role.COORDINATOR)
def put_off(comment_id: UUID) -> Response:
    """Show the comment to this person again only when nothing else waits, and go on."""
    _own(comment_id)
    now, chosen = clock.now(), choice.chosen_regions()
    with db.transaction() as writing:
        turns.put_off(writing, comment_id, g.staff.id, now)
        following = turns.take_next(writing, g.staff.id, chosen, now, beyond=(comment_id, *choice.after()))
    return onward(following, put_off=comment_id)


@blueprint.post("/podnety/<uuid:comment_id>/oznacit")
@access.roles(Role.COORDINATOR)
def flag(comment_id: UUID) -> Response | tuple[str, int]:
    """Ask a colleague to look at the comment, and go on."""
    case = open_case(comment_id)
    form = FlagForm()
    if not form.validate():
        return shown(case, decision_form(case, typed=False), form), 422
    now, chosen = clock.now(), choice.chosen_regions()
    try:
        with db.transaction() as writing:
            verdicts.flag(writing, comment_id, form.question.data, now, by=g.staff.id)
            following = turns.take_next(
                writing, g.staff.id, chosen, now, beyond=(comment_id, *choice.after())
            )
    except DecidedMeanwhileError:
        abort(409)
    return onward(following, asked=comment_id)


@blueprint.post("/podnety/<uuid:comment_id>/pustit")
@access.roles(Role.COORDINATOR)
def leave(comment_id: UUID) -> Response:
    """Leave the comment for others, and go back to the queue."""
    _own(comment_id)
    with db.transaction() as writing:
        turns.release(writing, comment_id, g.staff.id)
    return redirect(url_for(".queue", **choice.kept()), code=303)


@blueprint.post("/podnety/<uuid:comment_id>/drzet")
@access.roles(Role.COORDINATOR)
def hold(comment_id: UUID) -> tuple[str, int]:
    """Go on holding a comment while its page is used: 204, or 409 where somebody else has it by now."""
    _own(comment_id)
    with db.transaction() as writing:
        held = turns.hold(writing, comment_id, g.staff.id, clock.now())
    return "", 204 if held else 409


def _own(comment_id: UUID) -> None:
    """Answer 404 for a comment of a foreign region."""
    with db.reading() as reading:
        if comments.comment(reading, comment_id, g.staff.regions(Role.COORDINATOR)) is None:
            abort(404)
