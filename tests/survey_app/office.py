"""Members of staff and how they come in, for tests of staff pages."""

import re
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from survey_app import db, passwords
from survey_app.models import CodingFrameVersion, Comment, Provider, Region, StaffMember
from survey_app.operations import classification, draws, queue_places, staff
from survey_app.queries import readings
from survey_app.vocabulary import Mode, Role, Source

PASSWORD = "tři sta třicet tři stříkaček"  # noqa: S105  # of accounts that exist in a test database only
FRAME = "test-1"


@cache
def password_hash() -> str:
    """Return the hash of `PASSWORD`, made once because that is slow."""
    return passwords.hash_password(PASSWORD)


def add_region(code: str) -> Region:
    """Add a town."""
    with db.transaction() as session:
        town = Region(code=code, name=code.capitalize(), languages=["cs"])
        session.add(town)
    return town


def add_person(email: str, *roles: tuple[Role, Region], name: str = "") -> StaffMember:
    """Open an account with the password `PASSWORD` and these roles."""
    with db.transaction() as session:
        member = staff.add_member(
            session, email=email, name=name or email.partition("@")[0], password_hash=password_hash()
        )
        for role, region in roles:
            staff.grant(session, member, role, region, _provider(session, region, role))
        session.flush()
        session.refresh(member)
    return member


def _provider(session: Session, region: Region, role: Role) -> Provider | None:
    if role is not Role.PROVIDER:
        return None
    provider = Provider(region_id=region.id, code="anybody", name="Anybody")
    session.add(provider)
    session.flush()
    return provider


def enter(client: FlaskClient, member: StaffMember) -> FlaskClient:
    """Give `client` a session of `member`, as signing in does."""
    with client.session_transaction() as session:
        session["staff_id"], session["epoch"] = str(member.id), member.session_epoch
    return client


def token_in(page: TestResponse) -> str:
    """Return the CSRF token of a page with a form."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)
    assert found, f"no form on {page.request.path}: {page.status}"
    return found[1]


def send(client: FlaskClient, page: str, data: dict[str, Any] | None = None, *, to: str = "") -> TestResponse:
    """Open `page` and post `data` with its token, back to it or `to` another address."""
    token = token_in(client.get(page))
    return client.post(to or page, data={"csrf_token": token, **(data or {})})


def key_without_luck() -> UUID:
    """Return a key that chance gives to one reader and no sample, if a region has the usual shares."""
    lots = {draws.SAMPLE: readings.Shares().sample, draws.DOUBLE: readings.Shares().double}
    keys = iter(uuid4, None)
    return next(key for key in keys if not any(draws.is_drawn(key, lot, lots[lot]) for lot in lots))


def add_comment(region: Region, text: str, **columns: Any) -> Comment:
    """Store a comment as the always-open form does, with a key that gives every test the same draw."""
    with db.transaction() as session:
        unique = f"{text}{columns}"
        comment = Comment(
            **{
                "id": key_without_luck(),
                "region_id": region.id,
                "text": text,
                "language": "cs",
                "source": Source.FEEDBACK_FORM,
                "mode": Mode.WEB,
                "received_on": date(2026, 11, 2),
                "receipt_hash": unique[:64],
                "submission_hash": unique[:64],
                "content_hash": unique[:64],
                **columns,
            }
        )
        session.add(comment)
        session.flush()
        queue_places.enter(session, region.id, [comment.id])
    return comment


def coding(**changes: Any) -> dict[str, Any]:
    """Return a coding document as `analytics.text` writes it."""
    return {
        "relevance": 0.9,
        "relevant": True,
        "suggested_reason": None,
        "target_groups": {"seniors": 0.9, "carers": 0.2},
        "suggested_groups": ["seniors"],
        "kind": "complaint",
        "kind_scores": {},
        "language": "cs",
        "language_probability": 1.0,
        "urgent": False,
        "reasons": [],
        "abstentions": [],
        "abstained": False,
        "model_version": "test-1",
        "coding_frame_version": FRAME,
        **changes,
    }


def classify(comment_id: UUID, **changes: Any) -> None:
    """Store what the machine says about a comment."""
    with db.transaction() as session:
        if session.get(CodingFrameVersion, FRAME) is None:
            session.add(CodingFrameVersion(version=FRAME, sequence=0, document={}))
            session.flush()
        classification.store_classification(session, comment_id, coding(**changes), date(2026, 11, 3))
