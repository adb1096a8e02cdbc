"""The scales on which a rating may be answered: those of the questionnaire and the usual ones.

A usual scale comes into the questionnaire with the first item that is answered on it. Knows questionnaires;
does not know how an item or a scale is edited.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from flask_babel import LazyString, gettext, ngettext
from flask_babel import lazy_gettext as _l

from forms.definition import Option, Questionnaire, Scale
from forms.editing import codes, usual
from forms.languages import text_in

USUAL: Mapping[str, LazyString] = {
    "rating5": _l("How good it is, five points"),
    "contentment5": _l("How satisfied people are, five points"),
    "yes_no4": _l("Certainly yes to certainly no, four points"),
    "importance4": _l("How important it is, four points"),
    "likelihood4": _l("How likely it is, four points"),
    "satisfaction5": _l("How it suits, five points"),
}
"""What the scales of `usual.SCALES` are called, the commonest in surveys of public services first."""
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
    """What a list of scales offers, under its headings, the commonest first: (value, name with its ends)."""
    language = tags[0]
    used = Counter(item.scale for section in questionnaire.sections for item in section.items)
    own = sorted(questionnaire.scales, key=lambda scale: -used[scale.code])
    ready = [
        (
            MARK + code,
            _with_ends(str(USUAL[code]), [point["labels"] for point in usual.SCALES[code][:-1]], language),
        )
        for code in offered(questionnaire)
    ]
    named = ((gettext("in this questionnaire"), _told_apart(own, language)), (gettext("usual scales"), ready))
    return [(name, choices) for name, choices in named if choices]


def _told_apart(scales: Sequence[Scale], language: str) -> Choices:
    """The scales by their names; those of one name by all their points too, and if need be by their codes."""
    names = [described(scale, language) for scale in scales]
    longer = [f"{described(scale, language)}: {points(scale_labels(scale), language)}" for scale in scales]
    return [
        (
            scale.code,
            name if names.count(name) == 1 else more if longer.count(more) == 1 else f"{more} ({scale.code})",
        )
        for scale, name, more in zip(scales, names, longer, strict=True)
    ]


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
    if _is_usual(scale):
        return str(USUAL[scale.code])
    size = ngettext("%(num)s point", "%(num)s points", len(_worded(scale)))
    ends = _ends([option.labels for option in _worded(scale)], language)
    return f"{ends}, {size}" if ends else scale.code


def described(scale: Scale, language: str) -> str:
    """The name of a scale with its first and its last point, which tell the direction too."""
    name = name_of(scale, language)
    labels = [option.labels for option in _worded(scale)]
    return _with_ends(name, labels, language) if _is_usual(scale) else name


def _is_usual(scale: Scale) -> bool:
    ready = {option["code"] for option in usual.SCALES.get(scale.code, ())}
    return bool(ready) and ready == {option.code for option in scale.options}


def _worded(scale: Scale) -> Sequence[Option]:
    """The points with a score; all where none has one."""
    return [option for option in scale.options if option.score is not None] or scale.options


def _with_ends(name: str, labels: Sequence[Mapping[str, str]], language: str) -> str:
    return f"{name}: {_ends(labels, language)}"


def _ends(labels: Sequence[Mapping[str, str]], language: str) -> str:
    return " – ".join(text_in(words, language) for words in (*labels[:1], *labels[-1:]))
