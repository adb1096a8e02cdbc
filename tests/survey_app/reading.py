"""What people make of comments, for tests: opinions, and speaking as one of a team."""

from datetime import datetime

from survey_app import clock, db
from survey_app.models import (
    BlindReading,
    Comment,
    Region,
    SecondLook,
    StaffMember,
    TriageDecision,
    TriageDraw,
)
from survey_app.operations import verdicts
from survey_app.operations.opinion import Opinion
from survey_app.queries import readings, second_looks, triage
from survey_app.queries.lanes import reader
from survey_app.vocabulary import CommentKind, IrrelevanceReason, SecondLookReason, Verdict
from tests.survey_app.office import add_comment

RELEVANT = Opinion(Verdict.RELEVANT, None, ("seniors",), CommentKind.COMPLAINT, "")
IRRELEVANT = Opinion(Verdict.IRRELEVANT, IrrelevanceReason.HEALTH_CARE)


def speak(
    comment: Comment,
    person: StaffMember,
    opinion: Opinion = RELEVANT,
    based_on: int = 0,
    now: datetime | None = None,
    readings_seen: int = 0,
) -> None:
    """Say what a person makes of a comment."""
    with db.transaction() as session:
        verdicts.speak(
            session,
            comment.id,
            based_on,
            opinion,
            now or clock.now(),
            by=person.id,
            readings_seen=readings_seen,
        )


def add_for_two(region: Region, text: str, *, in_sample: bool = False) -> Comment:
    """Add a comment that chance has given to two readers."""
    return _drawn(add_comment(region, text), in_sample=in_sample, double_coded=True)


def add_to_sample(region: Region, text: str) -> Comment:
    """Add a comment that chance has put into the sample, for one reader."""
    return _drawn(add_comment(region, text), in_sample=True, double_coded=False)


def _drawn(comment: Comment, *, in_sample: bool, double_coded: bool) -> Comment:
    draw = TriageDraw(comment_id=comment.id, in_sample=in_sample, double_coded=double_coded)
    draw.sample_share = draw.double_share = 0.05
    with db.transaction() as session:
        session.add(draw)
    return comment


def ask(comment: Comment, person: StaffMember, note: str = "Co s tím?") -> None:
    """Ask colleagues to look at a comment."""
    with db.transaction() as session:
        verdicts.flag(session, comment.id, note, clock.now(), by=person.id)


def take_question_back(comment: Comment, person: StaffMember) -> str:
    """Take back what a person asked last about a comment, and return it."""
    with db.transaction() as session:
        return verdicts.take_question_back(session, comment.id, clock.now(), by=person.id)


def steps(comment: Comment) -> list[TriageDecision]:
    """Return the history, the newest step first."""
    with db.reading() as session:
        return triage.history(session, comment.id)


def read_blind(comment: Comment) -> list[BlindReading]:
    """Return the readings of a comment."""
    with db.reading() as session:
        return readings.of_comment(session, comment.id)


def looks(comment: Comment, person: StaffMember, now: datetime | None = None) -> dict[SecondLookReason, bool]:
    """Return why somebody is to look at a comment again, and whether it is for this person."""
    with db.reading() as session:
        found = second_looks.open_looks(
            session, reader(session, person.id, {comment.region_id}, now or clock.now()), comment.id
        )
    return {each.look.why: each.mine for each in found}


def every_look(comment: Comment) -> list[SecondLook]:
    """Return the second looks at a comment, settled ones too."""
    with db.reading() as session:
        return list(session.query(SecondLook).filter_by(comment_id=comment.id).order_by(SecondLook.asked_at))
