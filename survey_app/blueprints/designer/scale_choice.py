"""The scales on which a rating may be answered: those of the questionnaire and the usual ones.

A usual scale comes into the questionnaire with the first item that is answered on it. Knows questionnaires;
does not know how an item or a scale is edited.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import LazyString, gettext, ngettext
from flask_babel import lazy_gettext as _l

from forms.definition import Questionnaire, Scale
from forms.editing import codes, usual
from forms.languages import text_in

USUAL: Mapping[str, LazyString] = {
    "rating5": _l("How good it is, five points"),
    "contentment5": _l("How satisfied people are, five points"),
    "satisfaction5": _l("How it suits, five points"),
    "yes_no4": _l("Certainly yes to certainly no, four points"),
    "importance4": _l("How important it is, four points"),
    "likelihood4": _l("How likely it is, four points"),
}
"""What the scales of `usual.SCALES` are called."""
MARK = "usual."
"""Stands before the code of a usual scale; no code of a scale has a dot."""

Choices = list[tuple[str, str]]


class Chosen(NamedTuple):
    """The code of the scale chosen, and the scale itself where the questionnaire does not have it yet."""

    code: str
    new: dict[str, Any] | None = None


def offered(questionnaire: Questionnaire) -> list[str]:
    """The codes of the usual scales that the questionnaire does not have."""
    return [code for code in USUAL if code not in questionnaire.scale_index]


def groups(questionnaire: Questionnaire, tags: Sequence[str]) -> list[tuple[str, Choices]]:
    """What a list of scales offers, under its headings: (value, points in words)."""
    language = tags[0]
    own = [(scale.code, points(scale_labels(scale), language)) for scale in questionnaire.scales]
    said = [words for _code, words in own]
    told_apart = [(code, words if said.count(words) == 1 else f"{words} ({code})") for code, words in own]
    ready = [
        (MARK + code, points([point["labels"] for point in usual.SCALES[code]], language))
        for code in offered(questionnaire)
    ]
    named = ((gettext("in this questionnaire"), told_apart), (gettext("usual scales"), ready))
    return [(name, choices) for name, choices in named if choices]


def chosen(value: str, questionnaire: Questionnaire, tags: Sequence[str]) -> Chosen | None:
    """The scale that a value of the list stands for; None where it stands for none."""
    if value in questionnaire.scale_index:
        return Chosen(value)
    code = value.removeprefix(MARK)
    if code == value or code not in usual.SCALES:
        return None
    free = codes.free(code, questionnaire.scale_index)
    return Chosen(free, usual.usual_scale(code, tags) | {"code": free})


def points(labels: Iterable[Mapping[str, str]], language: str) -> str:
    """The words of the points, one after another."""
    return " / ".join(text_in(words, language) for words in labels)


def scale_labels(scale: Scale) -> list[Mapping[str, str]]:
    """The texts of the points of a scale."""
    return [option.labels for option in scale.options]


def names(questionnaire: Questionnaire, language: str) -> dict[str, str]:
    """What the scales of a questionnaire are called, by their codes."""
    return {scale.code: name_of(scale, language) for scale in questionnaire.scales}


def name_of(scale: Scale, language: str) -> str:
    """What a scale is called: a usual one by its name, another by its first and its last point.

    A scale has no title of its own: people who answer see its points only.
    """
    ready = {option["code"] for option in usual.SCALES.get(scale.code, ())}
    if ready and ready == {option.code for option in scale.options}:
        return str(USUAL[scale.code])
    worded = [option for option in scale.options if option.score is not None] or scale.options
    ends = [text_in(option.labels, language) for option in (*worded[:1], *worded[-1:])]
    size = ngettext("%(num)s point", "%(num)s points", len(worded))
    return f"{' – '.join(ends)}, {size}" if worded else scale.code
