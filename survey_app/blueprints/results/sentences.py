"""Plain sentences that rules make of published figures; never an order where intervals overlap.

Two estimates are told apart only where their intervals do not touch: rather too careful than wrong.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from flask_babel import format_currency, gettext

from survey_app.blueprints.results.needs import GroupLine, Needs
from survey_app.blueprints.results.report import Estimate, Figure, Report

Thing = TypeVar("Thing")

MOST_NAMED = 3
CROWNS = "#,##0\N{NO-BREAK SPACE}¤"


def of(needs: Needs, report: Report) -> list[str]:
    """The sentences of the overview; what nothing is known of is left out."""
    said = (
        about_need(needs),
        about_satisfaction(report.target_groups, report.total),
        about_both(needs, report.total),
        about_money(needs),
    )
    return [sentence for sentence in said if sentence]


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


def about_satisfaction(figures: Sequence[Figure], total: Figure) -> str | None:
    """Say which group is least satisfied, or that this cannot be told."""
    shown = [figure for figure in figures if figure.index]
    if len(shown) < 2 or total.index is None:
        return None
    last = _extreme(shown, _index, best=min)
    if len(last) == 1:
        index = _index(last[0])
        return str(
            gettext(
                "The least satisfied: %(group)s."
                " %(value)s of 100, give or take %(margin)s; all together %(total)s.",
                group=last[0].label,
                value=round(index.value),
                margin=index.margin,
                total=round(total.index.value),
            )
        )
    if len(last) > MOST_NAMED or len(last) == len(shown):
        return str(gettext("Which group is least satisfied cannot be told apart by these answers."))
    return str(
        gettext(
            "The least satisfied: %(groups)s. Which of them comes last cannot be told apart.",
            groups="; ".join(figure.label for figure in last),
        )
    )


def about_both(needs: Needs, total: Figure) -> str | None:
    """Say which groups surely need more: wanted more than most, rated worse than all together."""
    lines = needs.in_the_plane
    if not lines or total.index is None:
        return None
    mean = sum(_asked(line).value for line in lines) / len(lines)
    both = [line for line in lines if _asked(line).low > mean and _index(line.figure).high < total.index.low]
    if both:
        return str(
            gettext(
                "Much wanted and rated worse than all together, both beyond chance: %(groups)s.",
                groups=_names(both),
            )
        )
    return str(gettext("No group is at once much wanted and rated worse than all together beyond chance."))


def about_money(needs: Needs) -> str | None:
    """Say what the town pays for the groups that are most asked for, else for all together."""
    paid = [line for line in most_asked_for(needs) if line.cost][:MOST_NAMED]
    if not paid and needs.total_cost is None:
        return None
    if not paid and needs.total_cost:
        return str(
            gettext(
                "For all services the town paid %(money)s in %(year)s.",
                money=crowns(needs.total_cost.czk),
                year=needs.total_cost.year,
            )
        )
    parts = [_paid(line) for line in paid]
    return str(gettext("In %(year)s the town paid: %(parts)s.", year=_year(paid), parts="; ".join(parts)))


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
    return "; ".join(line.figure.label for line in lines)


def _asked(line: GroupLine) -> Estimate:
    if line.asked is None:
        raise LookupError(line.figure.code)
    return line.asked.share


def _index(figure: Figure) -> Estimate:
    if figure.index is None:
        raise LookupError(figure.code)
    return figure.index
