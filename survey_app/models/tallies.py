"""Sufficient statistics of a wave: what its results are computed from, without a look at each response.

A response is added once (`Response.tallied`); a rebuild from all responses gives the same rows. Every number
is a whole one, so sums do not depend on the order of adding. Points are held in ten-thousandths.

Rows are kept in the order of their keys (SQLite: WITHOUT ROWID): the order in which strata came up first
would say who answered before whom.
"""

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from survey_app.db import Base

STRATUM_LENGTH = 200

_UNORDERED = {"sqlite_with_rowid": False}


class RatingTally(Base):
    """Responses of one stratum that rated one service ("" for none), in one mode and one language.

    `stratum` holds the codes of the margins in the order of their names, e.g. "age=65-80&territory=centre";
    nothing behind "=" where the item was not answered. `scored` responses have a respondent score, with its
    sum and its sum of squares; `rated` ones have a score of "overall", of which `top` have the best and
    `bottom` one of the two worst points.
    """

    __tablename__ = "rating_tally"
    __table_args__ = (_UNORDERED,)

    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), primary_key=True)
    stratum: Mapped[str] = mapped_column(sa.String(STRATUM_LENGTH), primary_key=True)
    service_code: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    mode: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    language: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    responses: Mapped[int]
    scored: Mapped[int]
    score_sum: Mapped[int] = mapped_column(sa.BigInteger)
    score_squares: Mapped[int] = mapped_column(sa.BigInteger)
    rated: Mapped[int]
    overall_sum: Mapped[int] = mapped_column(sa.BigInteger)
    overall_squares: Mapped[int] = mapped_column(sa.BigInteger)
    top: Mapped[int]
    bottom: Mapped[int]


class AnswerTally(Base):
    """Responses of one stratum on one service that chose one option of a closed item.

    `option_code` "" counts those who answered the item at all, whatever they chose.
    """

    __tablename__ = "answer_tally"
    __table_args__ = (_UNORDERED,)

    wave_id: Mapped[UUID] = mapped_column(sa.ForeignKey("wave.id"), primary_key=True)
    item_code: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    option_code: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    service_code: Mapped[str] = mapped_column(sa.String(40), primary_key=True)
    stratum: Mapped[str] = mapped_column(sa.String(STRATUM_LENGTH), primary_key=True)
    responses: Mapped[int]
