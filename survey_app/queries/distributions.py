"""How the closed items of a wave were answered and how many people left each out, from its tallies.

For the office only: small numbers are not hidden here. Of a wave that still takes answers there is nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from forms.definition import Questionnaire
from forms.languages import Texts
from survey_app.models import AnswerTally, RatingTally, Wave
from survey_app.queries import design, waves

ANSWERED_AT_ALL = ""


@dataclass(frozen=True)
class OptionCount:
    """How many responses chose an option; `texts` is empty for one that the present version does not know."""

    code: str
    texts: Texts
    n: int


@dataclass(frozen=True)
class Distribution:
    """The answers to one item. `missing`: responses without an answer, whether asked or not."""

    item_code: str
    texts: Texts
    answered: int
    missing: int
    options: tuple[OptionCount, ...]


def of_wave(session: Session, wave: Wave, now: datetime) -> list[Distribution]:
    """Return the distribution of each closed item in the order of the questionnaire."""
    if not waves.takes_no_more_answers(wave, now):
        return []
    counts: dict[str, Counter[str]] = {}
    statement = (
        sa.select(AnswerTally.item_code, AnswerTally.option_code, sa.func.sum(AnswerTally.responses))
        .where(AnswerTally.wave_id == wave.id)
        .group_by(AnswerTally.item_code, AnswerTally.option_code)
    )
    for item_code, option_code, n in session.execute(statement):
        counts.setdefault(item_code, Counter())[option_code] = int(n)
    total = session.scalar(
        sa.select(sa.func.sum(RatingTally.responses)).where(RatingTally.wave_id == wave.id)
    )
    questionnaire = design.questionnaire(session, wave.questionnaire_version_id)
    order = [item.item_code for item in questionnaire.items]
    known = [code for code in order if code in counts]
    gone = sorted(counts.keys() - set(order))
    return [_distribution(questionnaire, code, counts[code], int(total or 0)) for code in (*known, *gone)]


def _distribution(
    questionnaire: Questionnaire, item_code: str, counts: Counter[str], total: int
) -> Distribution:
    item = next((item for item in questionnaire.items if item.item_code == item_code), None)
    options = questionnaire.options.get(item_code, {})
    answered = counts[ANSWERED_AT_ALL]
    known = [OptionCount(code, option.labels, counts[code]) for code, option in options.items()]
    gone = _unknown(counts.keys() - options.keys() - {ANSWERED_AT_ALL}, counts)
    texts = item.texts if item else {}
    return Distribution(item_code, texts, answered, max(0, total - answered), (*known, *gone))


def _unknown(codes: Iterable[str], counts: Counter[str]) -> list[OptionCount]:
    return [OptionCount(code, {}, counts[code]) for code in sorted(codes)]
