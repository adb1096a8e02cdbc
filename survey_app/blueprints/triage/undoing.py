"""What the person decided last, each with the way to take it back: undo goes several steps back."""

from collections.abc import Callable
from datetime import timedelta

from flask import g

from survey_app import clock, db
from survey_app.blueprints.triage import blueprint
from survey_app.queries import own_decisions
from survey_app.queries.own_decisions import OwnDecision
from survey_app.vocabulary import Role

SITTING = timedelta(hours=12)
"""How far back one goes with a key; what is older is taken back on the page of its comment."""


@blueprint.context_processor
def _surroundings() -> dict[str, Callable[[], list[OwnDecision]]]:
    return {"last_decisions": last_decisions}


def last_decisions() -> list[OwnDecision]:
    """Return what the person who is signed in decided in this sitting, the last first."""
    with db.reading() as reading:
        return own_decisions.last_of(
            reading, g.staff.id, g.staff.regions(Role.COORDINATOR), clock.now() - SITTING
        )
