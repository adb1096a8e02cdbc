"""Scales: two to eleven points, scored in one direction, with easy options that map to full ones."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from forms.checks.finding import Finding, Severity
from forms.definition.questionnaire import Item, ItemType, Option, Questionnaire, Scale

FEWEST_POINTS, MOST_POINTS = 2, 11
BEST, WORST = 100, 0
FEWEST_ALIKE = 2
"""Labels of points that two scales share before people take one for the other."""
POINTS_FOR_A_RANGE = 3
"""Of fewer points nothing can be said about where a scale begins and ends."""


def findings(questionnaire: Questionnaire) -> Iterator[Finding]:
    """Faults of the scales, used or not, and of scored options elsewhere."""
    used = {item.scale for item in questionnaire.items}
    for number, scale in enumerate(questionnaire.scales):
        path = f"/scales/{number}"
        if scale.code not in used:
            yield Finding("unused_scale", path, {"scale": scale.code}, Severity.WARNING)
        yield from _points(scale.options, path)
        yield from _scored(scale.options, f"{path}/options")
        if (
            questionnaire.variants
        ):  # without an easy variant nobody sees the easy points, and nobody can mend them
            yield from _easy(scale, path)
        yield from _turned_round(questionnaire.scales[:number], scale, path)
    for number, section in enumerate(questionnaire.sections):
        for place, item in enumerate(section.items):
            yield from _item(item, f"/sections/{number}/items/{place}")


def _turned_round(before: Sequence[Scale], scale: Scale, path: str) -> Iterator[Finding]:
    """Whether an earlier scale has the same answers the other way round; others nobody takes for them."""
    directions = {1, -1} - {_direction(_scores(scale.options))}
    if len(directions) > 1:
        return
    for other in before:
        turned = _direction(_scores(other.options)) in directions
        if turned and len(_said(scale) & _said(other)) >= FEWEST_ALIKE:
            params = {"scale": scale.code, "other": other.code}
            yield Finding("scale_directions_mixed", f"{path}/options", params, Severity.WARNING)
            return


def _said(scale: Scale) -> set[tuple[str, str]]:
    """The labels of the points, by language."""
    points = [option for option in scale.options if option.score is not None]
    return {(tag, label.casefold()) for option in points for tag, label in option.labels.items()}


def _points(options: Sequence[Option], path: str) -> Iterator[Finding]:
    """Without any scores every option but an exclusive one is taken for a point."""
    scored = len(_scores(options))
    points = scored or sum(not option.exclusive for option in options)
    if not FEWEST_POINTS <= points <= MOST_POINTS:
        yield Finding("scale_points", f"{path}/options", {"count": str(points)})
    for number, option in enumerate(options):
        if option.write_in:
            yield Finding("write_in_not_possible", f"{path}/options/{number}", {"option": option.code})
    if not scored:
        yield Finding("scale_without_scores", f"{path}/options", severity=Severity.WARNING)


def _scored(options: Sequence[Option], path: str) -> Iterator[Finding]:
    scores = _scores(options)
    if _direction(scores) is None and len(scores) > 1 and not _is_best_in_the_middle(scores):
        said = ", ".join(f"{score:g}" for score in scores)
        yield Finding("scores_not_monotone", path, {"scores": said}, Severity.WARNING)
    elif len(scores) >= POINTS_FOR_A_RANGE and (max(scores) < BEST or min(scores) > WORST):
        params = {"lowest": f"{min(scores):g}", "highest": f"{max(scores):g}"}
        yield Finding("scores_off_range", path, params, Severity.WARNING)
    places = [number for number, option in enumerate(options) if option.score is not None]
    for number in range(places[0], places[-1]) if places else ():
        if options[number].score is None:
            params = {"option": options[number].code}
            yield Finding("unscored_between", f"{path}/{number}", params, Severity.WARNING)


def _item(item: Item, path: str) -> Iterator[Finding]:
    """Options with scores of their own, outside a scale."""
    if item.type in (ItemType.SINGLE_CHOICE, ItemType.CATALOGUE_CHOICE) and len(_scores(item.options)) > 1:
        yield from _scored(item.options, f"{path}/options")


def _scores(options: Sequence[Option]) -> list[float]:
    return [option.score for option in options if option.score is not None]


def _direction(scores: Sequence[float]) -> int | None:
    """1 for rising scores, -1 for falling ones; None for neither, or for fewer than two."""
    steps = {
        1 if later > former else -1 if later < former else 0 for former, later in itertools.pairwise(scores)
    }
    return steps.pop() if len(steps) == 1 and steps != {0} else None


def _easy(scale: Scale, path: str) -> Iterator[Finding]:
    if scale.easy_options is None:
        return
    full = {option.code: option for option in scale.options}
    for place, option in enumerate(scale.easy_options):
        if option.code not in full:
            params = {"option": option.code}
            yield Finding("unknown_option", f"{path}/easy_options/{place}/code", params)
        elif option.score != full[option.code].score:
            params = {"option": option.code}
            yield Finding("easy_score_differs", f"{path}/easy_options/{place}", params)
    mapped = [full[option.code] for option in scale.easy_options if option.code in full]
    yield from _easy_order(scale, mapped, path)


def _easy_order(scale: Scale, mapped: Sequence[Option], path: str) -> Iterator[Finding]:
    place = {option.code: number for number, option in enumerate(scale.options)}
    order = [place[option.code] for option in mapped]
    if order != sorted(order):
        yield Finding("easy_order_differs", f"{path}/easy_options")
    scores = _scores(scale.options)
    easy = _scores(mapped)
    if scores and (not easy or (min(easy), max(easy)) != (min(scores), max(scores))):
        yield Finding("easy_range_differs", f"{path}/easy_options", severity=Severity.WARNING)
    if any(option.score is None for option in scale.options) and all(
        option.score is not None for option in mapped
    ):
        yield Finding("easy_without_dont_know", f"{path}/easy_options", severity=Severity.WARNING)


def _is_best_in_the_middle(scores: Sequence[float]) -> bool:
    """Too little, about right, too much: better up to the middle, worse after it, alike at both ends."""
    middle = len(scores) // 2
    return (
        len(scores) % 2 == 1
        and tuple(scores) == tuple(reversed(scores))
        and all(former < later for former, later in itertools.pairwise(scores[: middle + 1]))
    )
