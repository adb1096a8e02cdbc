"""The job that looks at the quality of the coder in force, on decisions that it had not learned from.

What a coder had seen: comments first decided before it was trained, and all copies of their texts. The
figures are worked out in a child process, as a training is.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import timedelta

from analytics.text.learning.words import text_groups
from analytics.text.quality.decided import Decided
from analytics.text.quality.drift import MOST_MONTHS
from analytics.text.quality.people import Reading, Readings
from analytics.text.quality.review import review
from survey_app import clock, db
from survey_app.jobs.child import in_a_child
from survey_app.models import BlindReading
from survey_app.operations import outbox, reviews
from survey_app.queries import reference
from survey_app.queries import reviews as queries
from survey_app.queries.reviews import DecidedComment, Service
from survey_app.vocabulary import ReviewOccasion, Verdict

LONGEST_MONTH = 31


def review_coder(claim: outbox.Claim) -> None:
    """Review the coder in force, store what was found, and settle the claim with it."""
    since = clock.today() - timedelta(days=LONGEST_MONTH * (MOST_MONTHS - 1))
    with db.reading() as session:
        frame = reference.newest_coding_frame(session)
        in_turn = queries.services(session)
        comments = queries.decided_comments(session)
        read = queries.blind_readings(session)
        texts = queries.texts_since(session, since)
    present = in_turn[-1]
    learned = {each.id for each in comments if _had_seen(present, each)}
    basis = learned if present.trained_at else {each.id for each in comments}
    incoming: dict[str, list[str]] = {}
    for comment_id, text, day in texts:
        if comment_id not in basis:
            incoming.setdefault(f"{day:%Y-%m}", []).append(text)
    document = in_a_child(
        review,
        decided(comments, in_turn),
        [readings_of(each) for each in read.values()],
        [each.text for each in comments if each.id in basis],
        incoming,
    )
    with db.transaction() as session:
        if frame is not None:
            reviews.store(
                session,
                document,
                clock.now(),
                occasion=ReviewOccasion(claim.payload["occasion"]),
                model_version=present.version,
                coding_frame_version=frame.version,
            )
        outbox.settle(session, claim)


def decided(comments: Sequence[DecidedComment], in_turn: Sequence[Service]) -> list[Decided]:
    """Decisions beside what the coder in force says, and what the one said that was in force by then.

    A coding by a coder that had learned from the decision, or from one about a copy, is left out.
    """
    groups = text_groups([each.text for each in comments]).tolist() if comments else []
    seen = {
        service.version: {
            group for each, group in zip(comments, groups, strict=True) if _had_seen(service, each)
        }
        for service in in_turn
    }
    found = []
    for each, group in zip(comments, groups, strict=True):
        present, then = in_turn[-1].version, _in_force_at(each, in_turn)
        found.append(
            Decided(
                key=str(each.id),
                text=each.text,
                month=f"{clock.local(each.decided_at):%Y-%m}",
                relevant=each.verdict is Verdict.RELEVANT,
                target_groups=frozenset(each.target_groups),
                kind=each.kind,
                in_sample=each.in_sample,
                unseen=group not in seen[present],
                now=each.codings.get(present),
                then=each.codings.get(then) if group not in seen[then] else None,
            )
        )
    return found


def readings_of(read: Sequence[BlindReading]) -> Readings:
    """The readings of one comment."""
    return {
        each.reader_id: Reading(
            each.verdict is Verdict.RELEVANT,
            frozenset(each.target_groups) if each.verdict is Verdict.RELEVANT else frozenset(),
            str(each.kind) if each.kind and each.verdict is Verdict.RELEVANT else None,
        )
        for each in read
    }


def _had_seen(service: Service, comment: DecidedComment) -> bool:
    return service.trained_at is not None and comment.first_decided_at <= service.trained_at


def _in_force_at(comment: DecidedComment, in_turn: Sequence[Service]) -> str:
    """The version of the coder that was in force when the comment was decided."""
    later = [service.since for service in in_turn if service.since is not None]
    return in_turn[bisect_right(later, comment.decided_at)].version
