"""Plain sentences that rules make of published figures; never an order where intervals overlap.

Two estimates are told apart only where their intervals do not touch: rather too careful than wrong.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from flask_babel import format_currency, gettext, ngettext

from survey_app.blueprints.results.needs import GroupLine, Needs
from survey_app.blueprints.results.report import Estimate, Figure, Report

Thing = TypeVar("Thing")

MOST_NAMED = 3
CROWNS = "#,##0\N{NO-BREAK SPACE}¤"


@dataclass(frozen=True)
class Answer:
    """A question of a councillor, what the figures say to it in plain sentences, and what they do not say."""

    code: str
    question: str
    said: tuple[str, ...]
    not_said: str


def answers(needs: Needs, report: Report) -> tuple[Answer, ...]:
    """Answer which group needs more, how sure that is, and what it costs; where nothing is known, say so."""
    need = _known(about_need(needs), how_many_were_asked(needs), about_both(needs, report.total))
    sure = _known(about_worse(report.target_groups, report.total), how_exact(report.target_groups))
    money = _known(about_money(needs, report.total), about_all_money(needs))
    return (
        Answer(
            "need",
            gettext("Which group needs more?"),
            need or (gettext("This cannot be told: nobody was asked, or too few people answered."),),
            gettext("It is what those who answered chose, not a count of people in need.") if need else "",
        ),
        Answer(
            "sure",
            gettext("How sure is it?"),
            sure or (gettext("This cannot be told by group: too few people answered."),),
            gettext(
                "It is not the opinion of the whole town: who wanted to answered."
                " The interval does not tell how others differ."
            ),
        ),
        Answer(
            "cost",
            gettext("What does it cost?"),
            money or (gettext("This cannot be told: no money is recorded."),),
            gettext("It is what the town pays now, not what more help would cost.") if money else "",
        ),
    )


def _known(*sentences: str | None) -> tuple[str, ...]:
    return tuple(sentence for sentence in sentences if sentence)


def most_asked_for(needs: Needs) -> list[GroupLine]:
    """The groups that may be the one most people want the town to focus on: all where none stands out."""
    lines = needs.in_the_plane
    return _extreme(lines, _asked, best=max) if lines else []


def about_need(needs: Needs) -> str | None:
    """Say which group people want the town to focus on most, or that this cannot be told."""
    lines, first = needs.in_the_plane, most_asked_for(needs)
    if not lines:
        return None
    if len(first) == 1:
        share = _asked(first[0])
        return str(
            gettext(
                "People want the town to focus most on: %(group)s."
                " %(value)s of 100 say so, give or take %(margin)s.",
                group=first[0].figure.label,
                value=round(share.value),
                margin=share.margin,
            )
        )
    if len(first) > MOST_NAMED or len(first) == len(lines):
        return str(
            gettext(
                "Which group people want the town to focus on most cannot be told apart by these answers."
            )
        )
    return str(
        gettext(
            "People want the town to focus most on: %(groups)s."
            " Which of them comes first cannot be told apart.",
            groups=_names(first),
        )
    )


def how_many_were_asked(needs: Needs) -> str | None:
    """Say how many people stand behind what is said of need."""
    asked = next((line.asked for line in needs.in_the_plane if line.asked), None)
    if asked is None:
        return None
    return str(ngettext("%(num)s person answered this.", "%(num)s people answered this.", asked.n))


def about_worse(figures: Sequence[Figure], total: Figure) -> str | None:
    """Say which groups are surely rated worse than all together, and of how many that cannot be said."""
    shown = [figure for figure in figures if figure.index]
    if not shown or total.index is None:
        return None
    worse = [figure for figure in shown if _index(figure).high < total.index.low]
    if not worse:
        return str(gettext("No group is rated worse than all together beyond chance."))
    return str(
        ngettext(
            "Rated worse than all together beyond chance: %(groups)s."
            " Of %(num)s other group that cannot be said.",
            "Rated worse than all together beyond chance: %(groups)s."
            " Of %(num)s other groups that cannot be said.",
            len(shown) - len(worse),
            groups=_listed(worse),
        )
    )


def how_exact(figures: Sequence[Figure]) -> str | None:
    """Say how wide the intervals of groups are, from the narrowest to the widest."""
    margins = sorted(figure.index.margin for figure in figures if figure.index)
    if not margins:
        return None
    return str(
        gettext(
            "Satisfaction of a group holds give or take %(least)s to %(most)s points (95 %% intervals).",
            least=margins[0],
            most=margins[-1],
        )
    )


def about_both(needs: Needs, total: Figure) -> str | None:
    """Say which groups surely need more: wanted more than most, rated worse than all together."""
    lines = needs.in_the_plane
    if not lines or total.index is None:
        return None
    both = surely_need_more(needs, total)
    if both:
        return str(
            gettext(
                "Much wanted and rated worse than all together, both beyond chance: %(groups)s.",
                groups=_names(both),
            )
        )
    return str(gettext("No group is at once much wanted and rated worse than all together beyond chance."))


def surely_need_more(needs: Needs, total: Figure) -> list[GroupLine]:
    """The groups asked for more than the mean of groups and rated worse than all together, beyond chance."""
    lines = needs.in_the_plane
    if not lines or total.index is None:
        return []
    mean = sum(_asked(line).value for line in lines) / len(lines)
    return [line for line in lines if _asked(line).low > mean and _index(line.figure).high < total.index.low]


def about_money(needs: Needs, total: Figure) -> str | None:
    """Say what the town pays for the groups that the answer on need names."""
    first = most_asked_for(needs)[:MOST_NAMED]
    named = [*first, *(line for line in surely_need_more(needs, total) if line not in first)]
    paid = [line for line in named if line.cost]
    if not paid:
        return None
    parts = [_paid(line) for line in paid]
    return str(gettext("In %(year)s the town paid: %(parts)s.", year=_year(paid), parts="; ".join(parts)))


def about_all_money(needs: Needs) -> str | None:
    """Say what the town pays for all services together."""
    cost = needs.total_cost
    if cost is None:
        return None
    return str(
        gettext(
            "For all services the town paid %(money)s in %(year)s.", money=crowns(cost.czk), year=cost.year
        )
    )


def crowns(czk: int) -> str:
    """An amount in whole crowns, in the language of the page."""
    return str(format_currency(czk, "CZK", CROWNS, currency_digits=False))


def _paid(line: GroupLine) -> str:
    cost = line.cost
    if cost is None:
        return line.figure.label
    if cost.per_user is None:
        return str(gettext("%(group)s – %(money)s", group=line.figure.label, money=crowns(cost.czk)))
    return str(
        gettext(
            "%(group)s – %(money)s, for one user %(each)s",
            group=line.figure.label,
            money=crowns(cost.czk),
            each=crowns(cost.per_user),
        )
    )


def _year(lines: Sequence[GroupLine]) -> int:
    return next(line.cost.year for line in lines if line.cost)


def _extreme(
    things: Sequence[Thing], of: Callable[[Thing], Estimate], best: Callable[..., Thing]
) -> list[Thing]:
    """The things that may be the first: whose interval touches that of the one that seems to be."""
    first = of(best(things, key=lambda thing: of(thing).value))
    return [thing for thing in things if of(thing).low <= first.high and of(thing).high >= first.low]


def _names(lines: Sequence[GroupLine]) -> str:
    return _listed([line.figure for line in lines])


def _listed(figures: Sequence[Figure]) -> str:
    return "; ".join(figure.label for figure in figures)


def _asked(line: GroupLine) -> Estimate:
    if line.asked is None:
        raise LookupError(line.figure.code)
    return line.asked.share


def _index(figure: Figure) -> Estimate:
    if figure.index is None:
        raise LookupError(figure.code)
    return figure.index
