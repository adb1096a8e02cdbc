"""Words of comments that a person cleared for the public, and the choice of a few that stand for all.

What leaves this module towards the public has no key, no date and no order of arrival. A comment whose
decision was taken back or turned is left out, whatever was cleared of it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from statistics import median
from typing import TypedDict
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import ClearedComment, Comment
from survey_app.queries import comments
from survey_app.vocabulary import Verdict

Cell = tuple[str, str | None]
"""Kind of a comment and the code of its service, None where it is about none."""


class ClearedText(TypedDict):
    """Cleared words as the public may have them. `kind` and `target_groups` are codes."""

    kind: str
    service_code: str | None
    target_groups: list[str]
    text: str
    language: str


def cleared(session: Session, comment_id: UUID) -> ClearedComment | None:
    """Return what was cleared of a comment."""
    return session.get(ClearedComment, comment_id)


def cleared_of_wave(session: Session, wave_id: UUID) -> list[ClearedText]:
    """Return what was cleared of the relevant comments of a wave, by kind, service and the letters."""
    decisions = comments.decisions_in_force()
    rows = session.execute(
        sa.select(
            decisions.c.kind,
            Comment.service_code,
            decisions.c.target_groups,
            ClearedComment.text,
            Comment.language,
        )
        .join(Comment, Comment.id == ClearedComment.comment_id)
        .join(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.wave_id == wave_id, decisions.c.verdict == Verdict.RELEVANT)
    )
    found = [
        ClearedText(
            kind=str(kind),
            service_code=service_code,
            target_groups=list(groups),
            text=text,
            language=language,
        )
        for kind, service_code, groups, text, language in rows
    ]
    return sorted(found, key=_place)


def mix_of_wave(session: Session, wave_id: UUID) -> Counter[Cell]:
    """Count the relevant comments of a wave, cleared or not, by kind and service."""
    decisions = comments.decisions_in_force()
    rows = session.execute(
        sa.select(decisions.c.kind, Comment.service_code, sa.func.count())
        .join(decisions, decisions.c.comment_id == Comment.id)
        .where(Comment.wave_id == wave_id, decisions.c.verdict == Verdict.RELEVANT)
        .group_by(decisions.c.kind, Comment.service_code)
    )
    return Counter({(str(kind), service_code): n for kind, service_code, n in rows})


def typical(
    found: Collection[ClearedText],
    mix: Mapping[Cell, int],
    nameable: Collection[str],
    number: int = 5,
) -> list[ClearedText]:
    """Choose a few cleared texts whose mix of kinds, and of services within a kind, is close to that of all.

    Places go to kinds, then to services, by the method of Sainte-Laguë, as seats go to parties; a kind of
    which nothing more is cleared leaves its place to others. Of one service the text of middling length comes
    first. The same comments give the same choice.

    Args:
        mix: numbers of all relevant comments (see `mix_of_wave`).
        nameable: services whose figures are shown. Of others a comment has its service left out: that
            somebody wrote about it would be told else.
    """
    waiting: dict[Cell, list[ClearedText]] = {}
    for text in sorted(found, key=_place):
        waiting.setdefault((text["kind"], text["service_code"]), []).append(text)
    waiting = {cell: _middling_first(texts) for cell, texts in waiting.items()}
    kinds: Counter[str] = Counter()
    for (kind, _), n in mix.items():
        kinds[kind] += n
    of_kind: Counter[str] = Counter()
    of_cell: Counter[Cell] = Counter()
    chosen: list[ClearedText] = []
    while len(chosen) < number and any(waiting.values()):
        open_cells = [cell for cell in sorted(waiting, key=_cell_place) if waiting[cell]]
        kind = max(
            dict.fromkeys(kind for kind, _ in open_cells),
            key=lambda each: kinds[each] / (2 * of_kind[each] + 1),
        )
        cell = max(
            (cell for cell in open_cells if cell[0] == kind),
            key=lambda each: mix.get(each, 0) / (2 * of_cell[each] + 1),
        )
        of_kind[kind] += 1
        of_cell[cell] += 1
        chosen.append(_named(waiting[cell].pop(0), nameable))
    return chosen


def _named(text: ClearedText, nameable: Collection[str]) -> ClearedText:
    if text["service_code"] in nameable:
        return text
    return {**text, "service_code": None}


def _middling_first(texts: Sequence[ClearedText]) -> list[ClearedText]:
    middle = median(len(each["text"]) for each in texts)
    return sorted(texts, key=lambda each: abs(len(each["text"]) - middle))


def _place(text: ClearedText) -> tuple[str, str, str, str]:
    return text["kind"], text["service_code"] or "", text["text"], text["language"]


def _cell_place(cell: Cell) -> tuple[str, str]:
    return cell[0], cell[1] or ""
