"""One snapshot on its way: where it stands, who did what, what is next and who may do it."""

from typing import Any
from uuid import UUID

from flask import g, render_template, request, url_for
from flask_babel import LazyString
from sqlalchemy.orm import Session

from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.publication import blueprint, own
from survey_app.blueprints.publication.wording import NEXT, REFUSALS, STEPS, logged, warning_in_words
from survey_app.models import IndexSnapshot
from survey_app.queries import method_warnings, replies, results, snapshots
from survey_app.queries.snapshots import Refusal
from survey_app.vocabulary import SnapshotState


@blueprint.get("/<uuid:snapshot_id>")
@access.roles(*own.LOOKS)
def snapshot(snapshot_id: UUID) -> str:
    """Show where a snapshot stands."""
    with db.reading() as session:
        found = own.snapshot(session, snapshot_id, *own.LOOKS)
        page.set_region(found.wave.region)
        ways, obstacles = _steps(session, found)
        return render_template(
            "publication/snapshot.html",
            snapshot=found,
            wave=found.wave,
            states=labels.SNAPSHOT_STATES,
            milestones=_milestones(found.state),
            next=NEXT[found.state],
            able=snapshots.able(session, found),
            ways=ways,
            obstacles=obstacles,
            warnings=[warning_in_words(each) for each in method_warnings.of_snapshot(session, found)],
            on_the_way=found.state in snapshots.ON_THE_WAY,
            public=found.state in results.PUBLIC,
            takes_replies=replies.is_open(found, clock.today()),
            concerned=replies.concerned(session, found),
            replies=replies.replies_of(session, found.id),
            done=logged(snapshots.steps(session, found.id)),
            saved=request.args.get("saved", ""),
        )


def _milestones(state: SnapshotState) -> list[tuple[SnapshotState, str]]:
    """Return the way of a snapshot, each milestone "past", "present" or "to_come"."""
    reached = SnapshotState.PUBLISHED if state is SnapshotState.SUPERSEDED else state
    present = snapshots.MILESTONES.index(reached)
    places = ["past"] * present + ["present"] + ["to_come"] * (len(snapshots.MILESTONES) - present - 1)
    shown = [*snapshots.MILESTONES[:present], state, *snapshots.MILESTONES[present + 1 :]]
    return list(zip(shown, places, strict=True))


def _steps(session: Session, found: IndexSnapshot) -> tuple[list[Any], list[tuple[Any, LazyString]]]:
    """Return the steps that lead on: those the person may take, and why not those that wait for others."""
    ways, obstacles = [], []
    for words in STEPS:
        refusal = snapshots.refusal(session, found, words.kind, clock.today(), g.staff.id)
        if refusal is None:
            ways.append((words, url_for(words.endpoint, snapshot_id=found.id)))
        elif refusal is not Refusal.WRONG_STATE:
            obstacles.append((words, REFUSALS[refusal]))
    return ways, obstacles
