"""Need and money as published, beside the satisfaction of the same groups; three figures, never one.

Knows the keys of the public document. Computes no statistics, and adds nothing up.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from forms.languages import text_in
from survey_app.blueprints.results.report import HIDDEN, TARGET_GROUP, Estimate, Figure, Report
from survey_app.queries import design


@dataclass(frozen=True)
class NeedShare:
    """How many of 100 who answered chose an option, with its interval, and how many answered."""

    label: str
    share: Estimate
    n: int
    target_groups: tuple[str, ...]


@dataclass(frozen=True)
class Cost:
    """CZK of the town in a year; for a user and a unit of capacity where these are known."""

    year: int
    czk: int
    share: float | None
    per_user: int | None
    per_capacity: int | None


@dataclass(frozen=True)
class GroupLine:
    """A target group in the table. `number`: its place in the catalogue, by which the picture names it.

    A group that no service of the wave helps has a need, and neither a number nor anything else.
    """

    number: int | None
    figure: Figure
    asked: NeedShare | None
    missed: NeedShare | None
    cost: Cost | None


@dataclass(frozen=True)
class Needs:
    """Help that was missed, why, and a line for each target group of which anything is published."""

    missed: tuple[NeedShare, ...]
    reasons: tuple[NeedShare, ...]
    groups: tuple[GroupLine, ...]
    services: tuple[tuple[Figure, Cost], ...]
    total_cost: Cost | None

    @property
    def asked_for(self) -> tuple[GroupLine, ...]:
        """Groups whose need may be shown, whatever else is known of them."""
        return tuple(line for line in self.groups if line.asked)

    @property
    def in_the_plane(self) -> tuple[GroupLine, ...]:
        """Groups whose need and satisfaction both may be shown."""
        return tuple(line for line in self.groups if line.asked and not line.figure.hidden)


def of(session: Session, report: Report, tag: str) -> Needs:
    """Return the needs that stand in the document of a report, in the language `tag`."""
    document = report.snapshot.document
    labels = option_names(session, report, tag)
    missed = _shares(document.get("need", ()), labels)
    asked = {
        group: share
        for share in _shares(document.get("priorities", ()), labels)
        for group in share.target_groups
    }
    costs = _costs(document.get("money", ()))
    known = {figure.code for figure in report.target_groups}
    unrated = (
        Figure(TARGET_GROUP, group, share.label, HIDDEN)
        for group, share in asked.items()
        if group not in known
    )
    numbered = [*enumerate(report.target_groups, 1), *((None, figure) for figure in unrated)]
    groups = tuple(
        GroupLine(
            number,
            figure,
            asked.get(figure.code or ""),
            next((share for share in missed if figure.code in share.target_groups), None),
            costs.get((TARGET_GROUP, figure.code)),
        )
        for number, figure in numbered
    )
    paid = ((figure, costs.get((figure.kind, figure.code))) for figure in report.services)
    return Needs(
        missed=missed,
        reasons=_shares(document.get("reasons", ()), labels),
        groups=groups,
        services=tuple((figure, cost) for figure, cost in paid if cost),
        total_cost=costs.get(("total", None)),
    )


def option_names(session: Session, report: Report, tag: str) -> dict[tuple[str, str], str]:
    """What the options of the questionnaire are called in the language `tag`, by (item, option)."""
    questionnaire = design.questionnaire(session, report.wave.questionnaire_version_id)
    return {
        (item_code, code): text_in(option.labels, tag)
        for item_code, options in questionnaire.options.items()
        for code, option in options.items()
    }


def _shares(
    rows: Iterable[Mapping[str, Any]], labels: Mapping[tuple[str, str], str]
) -> tuple[NeedShare, ...]:
    """Shares in the order of the document: the largest first within an item."""
    return tuple(
        NeedShare(
            labels.get((row["item"], row["option"])) or row["option"],
            Estimate(row["value"], row["low"], row["high"]),
            row["n"],
            tuple(row["target_groups"]),
        )
        for row in rows
    )


def _costs(rows: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str | None], Cost]:
    """Money of the newest year, by kind and code of a cell."""
    known = list(rows)
    newest = max((row["year"] for row in known), default=None)
    return {
        (row["kind"], row["code"]): Cost(
            row["year"], row["czk"], row["share"], row["per_user"], row["per_capacity"]
        )
        for row in known
        if row["year"] == newest
    }
