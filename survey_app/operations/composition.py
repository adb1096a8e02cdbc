"""Moving on what is shown of who has answered a wave."""

from uuid import UUID

from sqlalchemy.orm import Session

from survey_app.models import ShownComposition
from survey_app.operations import tallies
from survey_app.queries import composition as queries


def move_on(session: Session, wave_id: UUID) -> None:
    """Show all responses that are tallied, if at least `FEWEST_SHOWN` came since they last were shown."""
    tallies.hold(session, wave_id)
    responses, margins = queries.tallied(session, wave_id)
    shown = session.get(ShownComposition, wave_id)
    if shown is None:
        shown = ShownComposition(wave_id=wave_id, responses=0, margins={})
    if responses - shown.responses >= queries.FEWEST_SHOWN:
        shown.responses, shown.margins = responses, margins
        session.add(shown)
