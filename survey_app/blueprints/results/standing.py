"""Which groups stand out by published figures, and which cannot be told apart. Knows no sentence.

A figure is told apart from a mean, or two from each other, only where their intervals do not touch: rather
too careful than wrong.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from survey_app.blueprints.results.needs import GroupLine, Needs
from survey_app.blueprints.results.report import INDICATIVE, Estimate, Figure

MOST_NAMED = 3


@dataclass(frozen=True)
class Standing:
    """Groups against all together: surely worse, worse by few answers only, better; how many are left."""

    worse: tuple[Figure, ...]
    perhaps_worse: tuple[Figure, ...]
    better: tuple[Figure, ...]
    alike: int


def against(figures: Sequence[Figure], total: Figure) -> Standing | None:
    """Return how groups stand against all together; None where nothing of either may be shown."""
    shown = [figure for figure in figures if not figure.hidden]
    if not shown or total.hidden:
        return None
    worse = [figure for figure in shown if is_worse(figure, total)]
    better = tuple(figure for figure in shown if is_better(figure, total))
    return Standing(
        worse=tuple(figure for figure in worse if figure.band != INDICATIVE),
        perhaps_worse=tuple(figure for figure in worse if figure.band == INDICATIVE),
        better=better,
        alike=len(shown) - len(worse) - len(better),
    )


def is_worse(figure: Figure, total: Figure) -> bool:
    """Whether a group is rated worse than all together beyond chance."""
    return figure.index is not None and total.index is not None and figure.index.high < total.index.low


def is_better(figure: Figure, total: Figure) -> bool:
    """Whether a group is rated better than all together beyond chance."""
    return figure.index is not None and total.index is not None and figure.index.low > total.index.high


def mean_need(needs: Needs) -> float:
    """The mean of the needs of all groups whose need is published.

    Raises:
        LookupError: no need is published.
    """
    shares = [asked(line).value for line in needs.asked_for]
    if not shares:
        raise LookupError("need")
    return sum(shares) / len(shares)


def most_asked_for(needs: Needs) -> list[GroupLine]:
    """The groups that may be the one most people want the town to focus on: all where none stands out."""
    lines = needs.asked_for
    if not lines:
        return []
    first = asked(max(lines, key=lambda line: asked(line).value))
    return [line for line in lines if asked(line).low <= first.high and asked(line).high >= first.low]


def much_wanted(needs: Needs) -> list[GroupLine]:
    """The groups asked for more than the mean of groups beyond chance, the most wanted first."""
    lines = needs.asked_for
    if not lines:
        return []
    mean = mean_need(needs)
    above = [line for line in lines if asked(line).low > mean]
    return sorted(above, key=lambda line: -asked(line).value)


def surely_need_more(needs: Needs, total: Figure) -> list[GroupLine]:
    """The groups asked for more than the mean of groups and rated worse than all together, beyond chance."""
    return [line for line in much_wanted(needs) if is_worse(line.figure, total)]


def named_first(needs: Needs, total: Figure) -> frozenset[str]:
    """The codes of the groups that answer which group needs more: else of those most asked for."""
    lines = surely_need_more(needs, total) or most_asked_for(needs)
    return frozenset(line.figure.code for line in lines if line.figure.code)


def asked(line: GroupLine) -> Estimate:
    """The need of a group.

    Raises:
        LookupError: it is not published.
    """
    if line.asked is None:
        raise LookupError(line.figure.code)
    return line.asked.share
