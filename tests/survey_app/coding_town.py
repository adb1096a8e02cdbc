"""A town that has decided about many comments, and coders that were learned from it."""

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa

from analytics.text.day_one.coding_frame import CodingFrame
from analytics.text.learning import artifacts
from analytics.text.learning.training import Decision, train
from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.demo.town import document
from survey_app.models import Comment, LearnedCoder, OutboxMessage, Region, StaffMember, TriageDecision
from survey_app.operations import coders, reference
from survey_app.operations.coders import Trained
from survey_app.queries import coders as queries
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Mode, Source, Verdict

SUBJECTS = ("zelené stuhy", "modré balóny", "šedé kameny")  # the words stand in no coding frame
GROUPS = ("seniors", "families")


@cache
def frame() -> dict[str, Any]:
    """Return the coding frame that comes with the program."""
    return document(PROJECT_ROOT / "survey_app" / "content" / "coding_frame.json")


def import_frame(**changes: Any) -> str:
    """Bring the coding frame in and return its version."""
    whole = frame() | changes
    with db.transaction() as session:
        reference.import_coding_frame(session, whole["version"], whole)
    return str(whole["version"])


def add_comments(region: Region, texts: list[str]) -> list[UUID]:
    """Store comments at once, without promising any work."""
    rows = [
        {
            "id": uuid4(),
            "region_id": region.id,
            "text": text,
            "language": "cs",
            "source": Source.FEEDBACK_FORM,
            "mode": Mode.WEB,
            "received_on": date(2026, 11, 2),
            "receipt_hash": uuid4().hex,
            "submission_hash": uuid4().hex,
            "content_hash": uuid4().hex,
        }
        for text in texts
    ]
    with db.transaction() as session:
        db.insert_all(session, Comment, rows)
    return [row["id"] for row in rows]


def decide(comment_ids: list[UUID], by: StaffMember) -> None:
    """Decide about comments in turn: for seniors, for families, not relevant."""
    steps = []
    for number, comment_id in enumerate(comment_ids):
        subject = number % 3
        relevant = subject < 2
        steps.append(
            TriageDecision(
                comment_id=comment_id,
                sequence=1,
                verdict=Verdict.RELEVANT if relevant else Verdict.IRRELEVANT,
                irrelevance_reason=None if relevant else IrrelevanceReason.OTHER_DEPARTMENT,
                target_groups=[GROUPS[subject]] if relevant else [],
                kind=CommentKind.COMPLAINT if relevant else None,
                decided_by_id=by.id,
                decided_at=clock.now(),
            )
        )
    with db.transaction() as session:
        session.add_all(steps)


def decided_town(region: Region, by: StaffMember, decisions: int = 330) -> list[UUID]:
    """Let a town write and be read; the words of a comment tell what is decided about it."""
    comment_ids = add_comments(region, _texts(decisions))
    decide(comment_ids, by)
    return comment_ids


def store_coder(version: str = "learned-1-abc", handed_over: tuple[str, ...] = ("relevant",)) -> LearnedCoder:
    """Store a coder that nobody trained, with a card but without anything that could code."""
    with db.transaction() as session:
        trained = Trained(version, frame()["version"], version, card(handed_over, version), b"nothing")
        coders.store(session, trained, clock.now(), asked_for_by=None)
        return session.scalars(sa.select(LearnedCoder).filter_by(version=version)).one()


def card(handed_over: tuple[str, ...] = ("relevant",), version: str = "learned-1-abc") -> dict[str, Any]:
    """Return a card as `analytics.text.learning.training` writes it."""

    def estimates(learned: float, day_one: float) -> dict[str, Any]:
        return {
            "learned": {"value": learned, "low": learned - 0.04, "high": learned + 0.04},
            "day_one": {"value": day_one, "low": day_one - 0.05, "high": day_one + 0.05},
            "difference": {"value": learned - day_one, "low": learned - day_one - 0.05, "high": 0.3},
            "chance": 0.00025,
        }

    def label(key: str, code: str) -> dict[str, Any]:
        return {"key": key, "code": code, "positives": 120, "brier": 0.08, "ece": 0.03, **estimates(0.9, 0.7)}

    return {
        "version": version,
        "training_hash": "0f" * 32,
        "coding_frame_version": frame()["version"],
        "recipe": "learned-1",
        "features": "words-1",
        "seed": 0,
        "libraries": {"python": "3.11.7", "scikit-learn": "1.9.1"},
        "n": 330,
        "texts": 328,
        "languages": {"cs": 320, "uk": 10},
        "without_diacritics": 40,
        "with_diacritics": 280,
        "handed_over": list(handed_over),
        "limits": {
            "relevant_from": 0.65,
            "irrelevant_up_to": 0.35,
            "kind_from": 0.4,
            "groups_from": {"seniors": 0.31},
            "likeliest_group_from": 0.2,
        },
        "tasks": {
            "relevance": {
                "n": 330,
                "texts": 328,
                "learned": True,
                "unlearned": [],
                "whole": [{"key": "relevant", **estimates(0.88, 0.71)}],
                "labels": [label("relevant", "relevant"), label("irrelevant", "irrelevant")],
            },
            "target_groups": {
                "n": 220,
                "texts": 219,
                "learned": True,
                "unlearned": ["foreigners"],
                "whole": [{"key": "group:seniors", **estimates(0.9, 0.7)}],
                "labels": [label("seniors", "seniors")],
            },
            "kind": {"n": 120, "texts": 119, "learned": False, "unlearned": [], "whole": [], "labels": []},
        },
        "training_seconds": 3.2,
    }


@cache
def learned_coder() -> Trained:
    """Return a coder that was really learned from what is decided about a town such as `decided_town`."""
    decisions = [
        Decision(text, relevant=True, target_groups=(GROUPS[number % 3],), kind="complaint")
        if number % 3 < 2
        else Decision(text, relevant=False)
        for number, text in enumerate(_texts(330))
    ]
    found = train(CodingFrame.from_document(frame()), decisions)
    version = found.coder.model_version
    return Trained(
        version, frame()["version"], found.training_hash, found.card, artifacts.to_bytes(found.coder)
    )


def release_learned_coder() -> str:
    """Put a coder in force that was really learned, and return its version."""
    trained = learned_coder()
    with db.transaction() as session:
        coders.store(session, trained, clock.now(), asked_for_by=None)
        coder = queries.by_version(session, trained.version)
        coders.release(session, coder, clock.now(), instead_of=0, note="", by=None)
    return trained.version


def _texts(number: int) -> list[str]:
    return [f"U nás chybí {SUBJECTS[each % 3]}, případ {each}." for each in range(number)]


def promised(kind: str) -> list[OutboxMessage]:
    """Return the messages of a kind."""
    with db.reading() as session:
        return list(session.scalars(sa.select(OutboxMessage).filter_by(kind=kind)))
