"""The card of one learned coder: what it learned from, how good it is, what would change with it."""

from flask import abort, g, render_template
from sqlalchemy.orm import Session

from survey_app import access, db
from survey_app.blueprints import reach
from survey_app.blueprints.coders import blueprint, words
from survey_app.models import LearnedCoder
from survey_app.queries import coders, reference, releases
from survey_app.vocabulary import Role


@blueprint.get("/koder/<version>")
@access.roles(*reach.LOOKS)
def card(version: str) -> str:
    """Show one learned coder in words and tables."""
    with db.reading() as session:
        coder = find(session, version)
        names = words.Words(session, g.language)
        in_force = releases.coder_in_force(session)
        frame = reference.newest_coding_frame(session)
        is_in_force = in_force is not None and in_force.id == coder.id
        return render_template(
            "coders/card.html",
            coder=coder,
            card=coder.card,
            taken_over=names.handed_over(coder),
            tasks=names.tasks(coder),
            changes=[] if is_in_force else names.changes(coder, in_force),
            in_force=in_force,
            is_in_force=is_in_force,
            read_languages=words.languages(coder),
            old_frame=frame is not None and frame.version != coder.coding_frame_version,
            asked_for_by=coders.asked_for_by(session, coder),
            may_release=bool(reach.regions(Role.METHODOLOGIST)) and coders.takes_something_over(coder),
        )


def find(session: Session, version: str) -> LearnedCoder:
    """Return the coder with this version, or answer that there is none."""
    coder = coders.by_version(session, version)
    if coder is None:
        abort(404)
    return coder
