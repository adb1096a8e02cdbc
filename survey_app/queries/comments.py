"""Comments as coordinators see them: the queue, its order and its counts; always of given regions only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from survey_app.models import Classification, CodingFrameVersion, Comment, TriageDecision
from survey_app.queries.classification import NEWEST_FIRST
from survey_app.queries.paging import Page, page_of
from survey_app.vocabulary import Verdict

PAGE_SIZE = 25
UNCODED = 0.5  # before the machine has spoken a comment stands between the likely and the unlikely ones


@dataclass(frozen=True)
class Filter:
    """Which comments: None or empty means all. `state` is "waiting" or a verdict."""

    region_ids: frozenset[UUID]
    state: Verdict | str = ""
    service: tuple[UUID, str] | None = None


@dataclass(frozen=True)
class Waiting:
    """How many comments wait for a decision, and how many of them tell of danger."""

    total: int
    urgent: int


def newest_codings() -> sa.Subquery:
    """What the machine said last about each comment."""
    place = sa.func.row_number().over(partition_by=Classification.comment_id, order_by=NEWEST_FIRST)
    ranked = sa.select(Classification, place.label("place")).join(CodingFrameVersion).subquery()
    return sa.select(ranked).where(ranked.c.place == 1).subquery()


def decisions_in_force() -> sa.Subquery:
    """The last decision about each comment; one without a verdict took the decision before it back."""
    later = aliased(TriageDecision)
    return (
        sa.select(TriageDecision)
        .where(
            ~sa.exists().where(
                later.comment_id == TriageDecision.comment_id, later.sequence > TriageDecision.sequence
            )
        )
        .subquery()
    )


@dataclass(frozen=True)
class QueueRow:
    """One line of the queue. `relevance` is None before the machine has coded the comment."""

    id: UUID
    text: str
    received_on: date
    region_id: UUID
    service_code: str | None
    verdict: Verdict | None
    relevance: float | None
    urgent: bool
    abstained: bool


class _Queue:
    """The statement that the queue, its counts and the way to the next comment share."""

    def __init__(self, chosen: Filter) -> None:
        self._codings, self._decisions = newest_codings(), decisions_in_force()
        self._chosen = chosen
        self.urgent = sa.func.coalesce(self._codings.c.urgent, sa.false())
        self.waits = self._decisions.c.verdict.is_(None)

    def select(self, *columns: Any) -> sa.Select[Any]:
        chosen, codings, decisions = self._chosen, self._codings, self._decisions
        statement = (
            sa.select(*columns)
            .select_from(Comment)
            .outerjoin(codings, codings.c.comment_id == Comment.id)
            .outerjoin(decisions, decisions.c.comment_id == Comment.id)
            .where(Comment.region_id.in_(chosen.region_ids))
        )
        if chosen.service is not None:
            region_id, service_code = chosen.service
            statement = statement.where(Comment.region_id == region_id, Comment.service_code == service_code)
        if chosen.state == "waiting":
            statement = statement.where(self.waits)
        elif chosen.state:
            statement = statement.where(decisions.c.verdict == chosen.state)
        return statement

    def rows(self) -> sa.Select[Any]:
        """Undecided first; among them danger, then likely relevance. Nothing is hidden."""
        codings, decisions = self._codings, self._decisions
        return self.select(
            Comment.id,
            Comment.text,
            Comment.received_on,
            Comment.region_id,
            Comment.service_code,
            decisions.c.verdict,
            codings.c.relevance,
            self.urgent.label("urgent"),
            sa.func.coalesce(codings.c.abstained, sa.false()).label("abstained"),
        ).order_by(*self.order)

    @property
    def order(self) -> tuple[Any, ...]:
        """Danger first, then by likely relevance, then the older one."""
        return (
            sa.case((self.waits, 0), else_=1),
            sa.case((self.urgent, 0), else_=1),
            sa.func.coalesce(self._codings.c.relevance, UNCODED).desc(),
            Comment.received_on,
            Comment.id,
        )


def queue(session: Session, chosen: Filter, page: int) -> Page[QueueRow]:
    """Return one page of the queue."""
    found = page_of(session, _Queue(chosen).rows(), page, PAGE_SIZE)
    return Page([QueueRow(*row) for row in found.rows], found.number, found.size, found.total)


def waiting(session: Session, region_ids: frozenset[UUID]) -> Waiting:
    """Count the comments that wait for a decision."""
    statement = _Queue(Filter(region_ids, "waiting"))
    total, urgent = session.execute(
        statement.select(sa.func.count(), sa.func.count().filter(statement.urgent))
    ).one()
    return Waiting(total, urgent)


def next_waiting(session: Session, chosen: Filter, after: UUID) -> UUID | None:
    """Return the undecided comment that follows `after` in the queue, or the first one; never `after` itself.

    A comment that was passed over comes again only when the end of the queue is reached.
    """
    statement = _Queue(Filter(chosen.region_ids, "waiting", chosen.service))
    ids = list(session.scalars(statement.select(Comment.id).order_by(*statement.order)))
    start = ids.index(after) + 1 if after in ids else 0
    others = [found for found in ids[start:] + ids[:start] if found != after]
    return others[0] if others else None


def comment(session: Session, comment_id: UUID, region_ids: Collection[UUID]) -> Comment | None:
    """Return a comment of one of these regions; None for a foreign one as for one that does not exist."""
    return session.scalar(
        sa.select(Comment).where(Comment.id == comment_id, Comment.region_id.in_(region_ids))
    )
