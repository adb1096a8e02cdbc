"""Scales: adding, changing, removing them, and the scores of their points."""

from collections.abc import Mapping
from typing import Any

from forms.editing import references
from forms.editing.parts import (
    Document,
    EditError,
    EditProblem,
    copied,
    items,
    require_free,
    scale_at,
    scale_of,
)


def add(document: Mapping[str, Any], scale: Mapping[str, Any]) -> Document:
    """Add a scale."""
    require_free(scale["code"], _codes(document), "scale")
    changed = copied(document)
    changed.setdefault("scales", []).append(copied(scale))
    return changed


def change(
    document: Mapping[str, Any],
    code: str,
    scale: Mapping[str, Any],
    *,
    renamed_options: Mapping[str, str] | None = None,
) -> Document:
    """Put another scale in the place of one; items follow its code, conditions those of its points.

    Raises EditError: the code is taken, or a point is gone that a condition names.
    """
    if scale["code"] != code:
        require_free(scale["code"], _codes(document), "scale")
    renamed = renamed_options or {}
    stays = {option["code"] for option in scale["options"]}
    gone = {
        option["code"]
        for option in scale_of(document, code)["options"]
        if renamed.get(option["code"], option["code"]) not in stays
    }
    answered = _answered_on(document, code)
    if places := references.to_options(document, answered, gone):
        raise EditError(EditProblem.REFERRED_TO, ", ".join(sorted(gone)), places)
    changed = copied(document)
    changed["scales"][scale_at(changed, code)] = copied(scale)
    for item in items(changed):
        if item.get("scale") == code:
            item["scale"] = scale["code"]
    references.follow_options(changed, answered, renamed)
    return changed


def remove(document: Mapping[str, Any], code: str) -> Document:
    """Remove a scale. Raises EditError REFERRED_TO where items are answered on it."""
    if places := references.to_scale(document, code):
        raise EditError(EditProblem.REFERRED_TO, code, places)
    changed = copied(document)
    del changed["scales"][scale_at(changed, code)]
    return changed


def even_scores(points: int, *, best_first: bool) -> list[float]:
    """Scores from 0 (worst) to 100 (best) at even distances, in the order in which points are shown."""
    scores = [round(100 * number / (points - 1), 2) if points > 1 else 100.0 for number in range(points)]
    return scores[::-1] if best_first else scores


def _answered_on(document: Mapping[str, Any], code: str) -> set[str]:
    return {
        answered
        for item in items(document)
        if item.get("scale") == code
        for answered in ([row["item_code"] for row in item.get("rows", ())] or [item["item_code"]])
    }


def _codes(document: Mapping[str, Any]) -> set[str]:
    return {scale["code"] for scale in document.get("scales", ())}
