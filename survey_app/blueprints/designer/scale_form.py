"""The form of one scale: points with scores, and the fewer points of easy variants."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import gettext

from forms.editing import codes
from forms.editing.scales import even_scores
from forms.languages import is_easy
from survey_app.blueprints.designer import option_form
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed

POINTS, EASY = "options", "easy_options"
FEWEST, MOST = 2, 11
"""Worded points of a scale; "don't know" is none of them."""


class ScaleRead(NamedTuple):
    """A scale as it was typed, and old code → new code of the points that stay."""

    document: dict[str, Any]
    renamed: Mapping[str, str]


def easy_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """The easy variants among the languages of a questionnaire."""
    return tuple(tag for tag in tags if is_easy(tag))


def begun() -> Typed:
    """The form of a new scale."""
    typed = Typed({"code": [""], "direction": ["best_first"]})
    for _ in range(5):
        typed.add_row(POINTS)
    return typed


def fill(scale: Mapping[str, Any]) -> Typed:
    """The form of a scale as it is."""
    typed = Typed({"code": [scale["code"]]})
    option_form.fill(typed, POINTS, scale["options"])
    option_form.fill(typed, EASY, scale.get("easy_options", ()))
    scores = [option["score"] for option in scale["options"] if option.get("score") is not None]
    typed.put("direction", "worst_first" if scores and scores == sorted(scores) else "best_first")
    return typed


def take_step(typed: Typed, step: str, tags: Sequence[str]) -> str | None:
    """Do what a button of the form says; return where to stand now."""
    option_form.propose_codes(typed, POINTS, tags[0])  # so that easy points can be tied to the full ones
    if step == "scores":
        _spread(typed, tags[0])
        return "scores"
    if step == f"{EASY}.add":
        shown = easy_tags(tags) or tags
        return f"{EASY}.{typed.add_row(EASY)}.labels.{shown[0]}"
    return option_form.take_step(typed, POINTS, step, tags) or typed.take_step(step)


def full_points(typed: Typed, language: str) -> list[tuple[str, str]]:
    """The points (code, words) to which an easy one may belong."""
    names = [f"{POINTS}.{number}" for number in range(typed.rows(POINTS))]
    return [
        (code, typed.text(f"{name}.labels.{language}") or code)
        for name in names
        if (code := typed.text(f"{name}.code"))
    ]


def read(reading: Reading, before: Mapping[str, Any], others: set[str]) -> ScaleRead:
    """Read the form. `others` are the codes of the other scales."""
    if not any(reading.typed.text(f"{POINTS}.{n}.score") for n in range(reading.typed.rows(POINTS))):
        _spread(reading.typed, reading.tags[0])
    points = option_form.read(reading, POINTS, before.get("options", ()), scored=True, marks=("write_in",))
    scored = [point for point in points.documents if "score" in point]
    if not FEWEST <= len(scored) <= MOST:
        reading.refuse(
            f"{POINTS}.add",
            gettext("A scale has %(least)s to %(most)s points with a score.", least=FEWEST, most=MOST),
        )
    first = points.documents[0]["labels"].get(reading.tags[0], "") if points.documents else ""
    code = reading.code("code", codes.proposed(f"scale {first}", others, otherwise="scale"))
    if code in others:
        reading.refuse("code", gettext("Another scale has this code."))
    document: dict[str, Any] = {"code": code, "options": points.documents}
    easy = _easy(reading, before, {point["code"]: point for point in points.documents}, points.renamed)
    if easy:
        document["easy_options"] = easy
    reading.check_shape(document, "scale")
    return ScaleRead(document, points.renamed)


def _easy(
    reading: Reading,
    before: Mapping[str, Any],
    points: Mapping[str, Mapping[str, Any]],
    renamed: Mapping[str, str],
) -> list[dict[str, Any]]:
    """Read the easy points; each has the code and the score of its full one."""
    shown = easy_tags(reading.tags)
    if not shown:
        kept: list[dict[str, Any]] = list(before.get(EASY, ()))
        return [{**option, "code": renamed.get(option["code"], option["code"])} for option in kept]
    known = {option["code"]: option for option in before.get(EASY, ())}
    found: list[dict[str, Any]] = []
    for number in range(reading.typed.rows(EASY)):
        name = f"{EASY}.{number}"
        was = known.get(reading.typed.text(f"{name}.was"), {})
        labels = {tag: text for tag, text in was.get("labels", {}).items() if tag not in shown}
        labels |= reading.typed.texts(f"{name}.labels", shown)
        code = reading.typed.text(f"{name}.code")
        if not labels and not code:
            continue
        code = renamed.get(code, code)
        if code not in points:
            reading.refuse(f"{name}.code", gettext("Choose the full point that this one stands for."))
            continue
        if any(option["code"] == code for option in found):
            reading.refuse(f"{name}.code", gettext("Two easy points stand for the same full one."))
        if not any(labels.get(tag) for tag in shown):
            reading.refuse(f"{name}.labels.{shown[0]}", gettext("Write the words of this answer."))
        kept_keys = {key: was[key] for key in option_form.UNSEEN if key in was}
        score = {"score": points[code]["score"]} if "score" in points[code] else {}
        found.append({"code": code, "labels": labels, **kept_keys, **score})
    if len(found) == 1:
        reading.refuse(f"{EASY}.add", gettext("An easy scale needs at least two points."))
    return found


def _spread(typed: Typed, language: str) -> None:
    """Give the points even scores, but for those that somebody without an opinion takes."""
    rows = [
        number
        for number in range(typed.rows(POINTS))
        if typed.text(f"{POINTS}.{number}.labels.{language}")
        and typed.text(f"{POINTS}.{number}.code") not in ("dont_know", "dk", "na")
    ]
    scores = even_scores(len(rows), best_first=typed.text("direction") != "worst_first")
    for number, score in zip(rows, scores, strict=True):
        typed.put(f"{POINTS}.{number}.score", f"{score:g}".replace(".", ","))
