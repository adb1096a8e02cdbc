"""One page of a long list. Knows no table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

Row = TypeVar("Row")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """Rows number `(number - 1) * size + 1` and on, of `total`."""

    rows: Sequence[Row]
    number: int
    size: int
    total: int

    @property
    def last(self) -> int:
        """The number of the last page; an empty list has one page."""
        return max(1, -(-self.total // self.size))


def page_of(session: Session, statement: sa.Select[Any], number: int, size: int) -> Page[Any]:
    """Return page `number` of `statement`; a number beyond the list gives its last page.

    A statement of one column or entity gives these, one of several gives rows.
    """
    total = session.scalar(sa.select(sa.func.count()).select_from(statement.order_by(None).subquery())) or 0
    empty = Page[Any]((), 1, size, total)
    number = min(max(number, 1), empty.last)
    found = session.execute(statement.limit(size).offset((number - 1) * size))
    one_column = len(statement.column_descriptions) == 1
    return Page(found.scalars().all() if one_column else found.all(), number, size, total)
