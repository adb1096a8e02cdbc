"""A coordinator's desk: comments that only this test knows of, and what was stored about them."""

import hashlib
import uuid
from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from playwright.sync_api import Locator, Page, expect

from survey_app import db, passwords
from survey_app.models import CodingFrameVersion, Comment, QueuePlace, SecondLook, TriageDecision, TriageDraw
from survey_app.operations import classification, queue_places
from survey_app.operations import staff as staff_operations
from survey_app.queries import reference
from survey_app.queries.staff import member_by_email
from survey_app.vocabulary import Mode, Role, Source
from tests.chromium import press
from tests.survey_app.office import PASSWORD, coding


class Desk:
    """Comments that wait for whoever opens `start`, and that nobody else is handed."""

    def __init__(self, database: db.Database) -> None:
        self.database = database
        with database.reading() as session:
            (self.region,) = reference.regions(session)
            self.frame = session.scalars(
                sa.select(CodingFrameVersion).order_by(CodingFrameVersion.sequence.desc())
            ).first()
        self.service_code = f"desk-{uuid.uuid4().hex[:8]}"  # of no service: the address may name any
        self.start = f"/urad/podnety/dalsi?service={self.region.code}:{self.service_code}"

    def put(self, texts: Sequence[str], *, in_sample: bool = False, **said: Any) -> list[UUID]:
        """Add a comment for each text, with what chance and the machine say about it; return their keys."""
        assert self.frame is not None
        keys = []
        with self.database.transaction() as session:
            for text in texts:
                mark = hashlib.sha256(f"{self.service_code}{text}".encode()).hexdigest()
                comment = Comment(
                    region_id=self.region.id,
                    service_code=self.service_code,
                    text=text,
                    language="cs",
                    source=Source.FEEDBACK_FORM,
                    mode=Mode.WEB,
                    received_on=date(2026, 11, 2),
                    receipt_hash=mark,
                    submission_hash=mark,
                    content_hash=mark,
                )
                session.add(comment)
                session.flush()
                queue_places.enter(session, self.region.id, [comment.id])
                draw = TriageDraw(comment_id=comment.id, in_sample=in_sample, double_coded=False)
                draw.sample_share = draw.double_share = 0.05
                session.add(draw)
                document = coding(coding_frame_version=self.frame.version, **said)
                classification.store_classification(session, comment.id, document, date(2026, 11, 3))
                keys.append(comment.id)
        return keys

    def make_alike(self, comment_ids: Sequence[UUID]) -> None:
        """Let comments resemble each other, as the ranker would find."""
        with self.database.transaction() as session:
            alike = QueuePlace.comment_id.in_(comment_ids)
            session.execute(sa.update(QueuePlace).where(alike).values(leader_id=comment_ids[0]))

    def steps(self, *comment_ids: UUID) -> list[TriageDecision]:
        """Return what is stored about the comments, in the order in which it was decided."""
        with self.database.reading() as session:
            wanted = TriageDecision.comment_id.in_(comment_ids)
            ordered = sa.select(TriageDecision).where(wanted).order_by(TriageDecision.decided_at)
            return list(session.scalars(ordered))

    def questions(self, comment_id: UUID) -> list[str]:
        """Return what colleagues are asked about a comment."""
        with self.database.reading() as session:
            wanted = SecondLook.comment_id == comment_id
            return list(session.scalars(sa.select(SecondLook.note).where(wanted)))

    def colleague(self, email: str) -> UUID:
        """Open an account of another coordinator with the usual password, unless there is one."""
        with self.database.transaction() as session:
            found = member_by_email(session, email)
            if found is not None:
                return found.id
            hashed = passwords.hash_password(PASSWORD)
            member = staff_operations.add_member(session, email=email, name="Kolega", password_hash=hashed)
            staff_operations.grant(session, member, Role.COORDINATOR, self.region)
            return member.id


def on_screen(page: Page) -> UUID:
    """Return the comment that a page shows."""
    return UUID(page.locator("[data-comment]").get_attribute("data-comment"))


def open_first(page: Page, desk: Desk) -> None:
    """Open the first comment of a desk, and wait until the one after it is ready."""
    with page.expect_response(lambda answer: "before=" in answer.url) as ready:
        page.goto(desk.start)
    ready.value.finished()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")  # it is read
    page.wait_for_timeout(100)


def decide_by(page: Page, *keys: str) -> None:
    """Press keys after which the next comment comes, and wait until the server has what was decided."""
    page.wait_for_timeout(350)  # nobody reads faster
    for key in keys:
        page.keyboard.press(key)
    expect_saved(page)


def strip(page: Page) -> Locator:
    """Return the line that says what becomes of a decision."""
    return page.locator(".ohlas-strip")


def expect_saved(page: Page) -> None:
    """Wait until the server has what was sent."""
    expect(strip(page)).to_have_attribute("data-state", "saved")


def sign_in_as(page: Page, email: str) -> None:
    """Sign in with the password that all accounts of the tests have."""
    page.goto("/urad/prihlaseni")
    page.fill("input[name=email]", email)
    page.fill("input[type=password]", PASSWORD)
    press(page.locator("main button[type=submit]"))


def checked(page: Page) -> list[str]:
    """Return what is chosen in the form of the decision."""
    boxes = page.locator("[data-triage] :is([type=radio], [type=checkbox]):checked")
    values: list[str] = boxes.evaluate_all("boxes => boxes.map(box => box.value)")
    return values
