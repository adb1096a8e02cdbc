"""The tallies of a wave as they are stored, and as they would be if all its responses were added anew.

Counting anew reads responses as a stream and keeps sums only, so memory does not grow with the responses.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import AnswerTally, Response, Wave
from survey_app.models import RatingTally as Rating
from survey_app.queries import design
from survey_app.queries.contributions import AnswerKey, CompiledVersion, RatingKey, RatingSums, Tallies

CHUNK = 2_000
NOT_TALLIED = sa.text("NOT response.tallied")  # in the words of the partial index, or SQLite won't use it

KEY_COLUMNS = (Rating.stratum, Rating.service_code, Rating.mode, Rating.language)
SUM_COLUMNS = tuple(Rating.__table__.c[name] for name in RatingSums._fields)

_compiled: dict[UUID, CompiledVersion] = {}


def stored(session: Session, wave_id: UUID) -> Tallies:
    """Return the tallies of a wave as they are stored."""
    ratings = session.execute(sa.select(*KEY_COLUMNS, *SUM_COLUMNS).where(Rating.wave_id == wave_id))
    answers = session.execute(
        sa.select(
            AnswerTally.item_code,
            AnswerTally.option_code,
            AnswerTally.service_code,
            AnswerTally.stratum,
            AnswerTally.responses,
        ).where(AnswerTally.wave_id == wave_id)
    )
    width = len(KEY_COLUMNS)
    return Tallies(
        {RatingKey(*row[:width]): RatingSums(*row[width:]) for row in ratings},
        {AnswerKey(*row[:-1]): row[-1] for row in answers},
    )


def counted_anew(session: Session, wave_id: UUID, told: Callable[[int], None]) -> Tallies:
    """Add up all responses of a wave that are marked as tallied; `told` hears how many, now and then."""
    statement = _answered().where(Response.wave_id == wave_id, Response.tallied)
    rows = session.execute(statement.execution_options(yield_per=CHUNK))
    tallies, done = Tallies(), 0
    for chunk in rows.partitions():
        add_all(session, tallies, chunk)
        done += len(chunk)
        told(done)
    return tallies


def untallied(session: Session, wave_id: UUID, most: int) -> tuple[list[UUID], Tallies]:
    """Return some responses of a wave that no tally holds yet: their keys, and what they add."""
    rows = session.execute(
        _answered(Response.id).where(Response.wave_id == wave_id, NOT_TALLIED).limit(most)
    ).all()
    tallies = Tallies()
    add_all(session, tallies, (row[:-1] for row in rows))
    return [row.id for row in rows], tallies


def waves_to_tally(session: Session) -> list[UUID]:
    """Return the waves that have responses which no tally holds yet."""
    one = sa.select(Response.id).where(Response.wave_id == Wave.id, NOT_TALLIED).exists()
    return list(session.scalars(sa.select(Wave.id).where(one)))


def add_all(session: Session, tallies: Tallies, rows: Iterable[Any]) -> None:
    """Add rows of version, mode, language and answers."""
    for version_id, mode, language, answers in rows:
        tallies.add(compiled(session, version_id), mode.value, language, answers)


def compiled(session: Session, version_id: UUID) -> CompiledVersion:
    """Return a version as the tallies read it, made once per process: a published version never changes."""
    found = _compiled.get(version_id)
    if found is None:
        found = _compiled.setdefault(version_id, CompiledVersion(design.questionnaire(session, version_id)))
    return found


@dataclass(frozen=True)
class Difference:
    """A sum that is not what the responses add up to. `place` is the key that it is stored under."""

    place: tuple[str, ...]
    name: str
    stored: int
    counted: int


def differences(stored: Tallies, counted: Tallies) -> Iterator[Difference]:
    """Yield where stored tallies differ from tallies that were counted anew, in an order of their own."""
    nothing = RatingSums(*[0] * len(RatingSums._fields))
    for rating in sorted(stored.ratings.keys() | counted.ratings.keys()):
        pairs = zip(stored.ratings.get(rating, nothing), counted.ratings.get(rating, nothing), strict=True)
        for name, (is_stored, is_counted) in zip(RatingSums._fields, pairs, strict=True):
            if is_stored != is_counted:
                yield Difference(rating, name, is_stored, is_counted)
    for answer in sorted(stored.answers.keys() | counted.answers.keys()):
        is_stored, is_counted = stored.answers.get(answer, 0), counted.answers.get(answer, 0)
        if is_stored != is_counted:
            yield Difference(answer, "responses", is_stored, is_counted)


def _answered(*columns: Any) -> sa.Select[Any]:
    return sa.select(
        Response.questionnaire_version_id, Response.mode, Response.language, Response.answers, *columns
    )
