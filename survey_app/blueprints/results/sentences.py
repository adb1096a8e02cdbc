"""Plain sentences that rules make of published figures; never an order where intervals overlap.

What stands out, and beside what, is told in `standing`. Words are careful where few people answered.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import format_currency, gettext, ngettext

from survey_app.blueprints.results import standing
from survey_app.blueprints.results.needs import GroupLine, Needs
from survey_app.blueprints.results.report import INDICATIVE, Figure, Report
from survey_app.blueprints.results.standing import MOST_NAMED

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
    need = _known(
        about_both(needs, report.total),
        about_need(needs),
        about_its_rating(needs, report.total),
        about_unrated(needs),
        how_many_were_asked(needs),
    )
    sure = _known(
        about_worse(report.target_groups, report.total),
        about_others(report.target_groups, report.total),
        how_exact(report.target_groups),
    )
    paid = about_money(needs, report.total)
    twice = gettext("A service for several groups counts in each.") if paid else None
    money = _known(paid, twice, about_all_money(needs))
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


def about_both(needs: Needs, total: Figure) -> str | None:
    """Say which groups surely need more: wanted more than the mean, rated worse than all together."""
    if not needs.in_the_plane or total.index is None:
        return None
    both = standing.surely_need_more(needs, total)
    if not both:
        return str(
            gettext("No group is at once much wanted and rated worse than all together beyond chance.")
        )
    yardsticks = {"mean": round(standing.mean_need(needs)), "total": round(total.index.value)}
    firm = _with_both([line for line in both if line.figure.band != INDICATIVE])
    faint = _with_both([line for line in both if line.figure.band == INDICATIVE])
    said = _known(
        firm
        and gettext(
            "Wanted more than the mean of groups (%(mean)s of 100) and rated worse than all together"
            " (%(total)s of 100), both beyond chance: %(groups)s.",
            groups=firm,
            **yardsticks,
        ),
        faint
        and gettext(
            "It seems so, by few answers: wanted more than the mean of groups (%(mean)s of 100) and rated"
            " worse than all together (%(total)s of 100) – %(groups)s.",
            groups=faint,
            **yardsticks,
        ),
    )
    return " ".join(said)


def about_need(needs: Needs) -> str | None:
    """Say which group people want the town to focus on most, or that this cannot be told."""
    lines, first = needs.asked_for, standing.most_asked_for(needs)
    if not lines:
        return None
    if len(first) == 1:
        share = standing.asked(first[0])
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
            groups=_listed([line.figure for line in first]),
        )
    )


def about_its_rating(needs: Needs, total: Figure) -> str | None:
    """Say how the one group that is named most often is rated; that it is rated worse is said elsewhere."""
    first = standing.most_asked_for(needs)
    if len(first) != 1 or first[0].figure.hidden or total.hidden or standing.is_worse(first[0].figure, total):
        return None
    if standing.is_better(first[0].figure, total):
        return str(gettext("Its satisfaction is higher than that of all together."))
    return str(gettext("Its satisfaction cannot be told apart from that of all together."))


def about_unrated(needs: Needs) -> str | None:
    """Name the groups among those wanted most of whose satisfaction nothing is published."""
    unrated = [line for line in standing.much_wanted(needs) if line.figure.hidden]
    if not unrated:
        return None
    parts = (f"{line.figure.label} ({round(standing.asked(line).value)})" for line in unrated)
    return str(
        gettext("Among those wanted most without a rated service: %(groups)s.", groups="; ".join(parts))
    )


def how_many_were_asked(needs: Needs) -> str | None:
    """Say how many people stand behind what is said of need."""
    asked = next((line.asked for line in needs.asked_for if line.asked), None)
    if asked is None:
        return None
    return str(
        ngettext("%(num)s person answered this question.", "%(num)s people answered this question.", asked.n)
    )


def about_worse(figures: Sequence[Figure], total: Figure) -> str | None:
    """Say which groups are surely rated worse than all together, and of which few answers only hint at it."""
    found = standing.against(figures, total)
    if found is None:
        return None
    said = []
    if found.worse:
        said.append(
            gettext("Rated worse than all together beyond chance: %(groups)s.", groups=_listed(found.worse))
        )
    if found.perhaps_worse:
        said.append(
            gettext("Perhaps rated worse than all together: %(groups)s.", groups=_listed(found.perhaps_worse))
        )
    return " ".join(said) or str(gettext("No group is rated worse than all together beyond chance."))


def about_others(figures: Sequence[Figure], total: Figure) -> str | None:
    """Say how many groups are rated better than all together, and how many cannot be told apart from them."""
    found = standing.against(figures, total)
    if found is None:
        return None
    said, better = [], len(found.better)
    if better:
        said.append(ngettext("%(num)s group is rated better.", "%(num)s groups are rated better.", better))
    if found.alike:
        said.append(
            ngettext(
                "%(num)s group cannot be told apart from all together.",
                "%(num)s groups cannot be told apart from all together.",
                found.alike,
            )
        )
    return " ".join(said)


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


def about_money(needs: Needs, total: Figure) -> str | None:
    """Say what the town pays for the groups that the answer on need names."""
    both = standing.surely_need_more(needs, total)
    named = [*both, *(line for line in standing.most_asked_for(needs)[:MOST_NAMED] if line not in both)]
    paid = [line for line in named if line.cost]
    if not paid:
        return None
    parts = "; ".join(_paid(line) for line in paid)
    return str(gettext("In %(year)s the town paid: %(parts)s.", year=_year(paid), parts=parts))


def about_all_money(needs: Needs) -> str | None:
    """Say what the town pays for all services together, and for one user of them where that is known."""
    cost = needs.total_cost
    if cost is None:
        return None
    if cost.per_user is None:
        return str(
            gettext(
                "For all services the town paid %(money)s in %(year)s.",
                money=crowns(cost.czk),
                year=cost.year,
            )
        )
    return str(
        gettext(
            "For all services the town paid %(money)s in %(year)s, for one user %(each)s.",
            money=crowns(cost.czk),
            year=cost.year,
            each=crowns(cost.per_user),
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


def _with_both(lines: Sequence[GroupLine]) -> str:
    return "; ".join(
        gettext(
            "%(group)s – need %(need)s, satisfaction %(index)s",
            group=_named(line.figure),
            need=round(standing.asked(line).value),
            index=round(line.figure.index.value),
        )
        for line in lines
        if line.figure.index
    )


def _listed(figures: Sequence[Figure]) -> str:
    return "; ".join(_named(figure) for figure in figures)


def _named(figure: Figure) -> str:
    """The name of a group, with how few people stand behind its satisfaction where they are few."""
    if figure.band != INDICATIVE or figure.n is None:
        return figure.label
    return str(
        ngettext(
            "%(group)s (only %(num)s answer, indicative)",
            "%(group)s (only %(num)s answers, indicative)",
            figure.n,
            group=figure.label,
        )
    )
