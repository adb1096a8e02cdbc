"""The builder of conditions: lines "item – relation – answers", all or any of which have to hold.

Knows the form and the questionnaire that it asks about; does not know where the condition belongs. Where a
condition is nested deeper than lines can say, it is shown in words, to be kept or replaced.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Literal, get_args

from flask_babel import gettext

from forms.definition import ItemType, Option, Questionnaire
from forms.editing.conditions import Leaf, Part, PartList, condition_of, part_list
from forms.expressions import Answered, Attribute, Compare, Count, Expression, In
from forms.expressions.tree import Relation
from forms.languages import text_in
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed

PREFIX = "condition.parts"
MOST_LINES = 10
NOT = "not_"
KEEP = "keep"


@dataclass(frozen=True)
class Line:
    """One line as the form shows it, with what its relation needs, or everything before there is one.

    `answers` and `facts` are (value, label) of what may be ticked.
    """

    number: int
    item: str
    relation: str
    relations: Sequence[tuple[str, str]]
    answers: Sequence[tuple[str, str]] = ()
    facts: Sequence[tuple[str, str]] = ()
    ticked: Sequence[str] = ()
    takes_value: bool = False
    value: str = ""


@dataclass(frozen=True)
class Builder:
    """The whole fieldset. `choices` are the items (code, label) that may be asked about."""

    join: str
    choices: Sequence[tuple[str, str]]
    lines: Sequence[Line] = field(default_factory=tuple)
    nested: bool = False
    keeps: bool = False


def fill(typed: Typed, condition: Expression | None) -> None:
    """Show a condition."""
    listed = part_list(condition)
    if listed is None:
        typed.put("condition.mode", KEEP)
        return
    typed.put("condition.join", listed.join)
    for number, part in enumerate(listed.parts):
        _fill_line(typed, f"{PREFIX}.{number}", part)


def _fill_line(typed: Typed, name: str, part: Part) -> None:
    negation = NOT if part.negated else ""
    typed.put(f"{name}.item", part.leaf.item)
    match part.leaf:
        case Answered():
            typed.put(f"{name}.relation", f"{negation}answered")
        case In(_, options):
            typed.put(f"{name}.relation", f"{negation}in")
            typed.put(f"{name}.options", *options)
        case Compare(_, relation, value):
            typed.put(f"{name}.relation", f"{negation}compare.{relation}")
            typed.put(f"{name}.value", str(value))
        case Count(_, relation, value):
            typed.put(f"{name}.relation", f"{negation}count.{relation}")
            typed.put(f"{name}.value", str(value))
        case Attribute(_, attribute, any_of):
            typed.put(f"{name}.relation", f"{negation}attribute")
            typed.put(f"{name}.options", *(f"{attribute}={value}" for value in any_of))


def take_step(typed: Typed, step: str) -> str | None:
    """Add a line, or look up the answers of the item chosen in one; None for another button."""
    if step == f"{PREFIX}.add":
        if typed.rows(PREFIX) < MOST_LINES:
            return f"{PREFIX}.{typed.add_row(PREFIX, {'item': ''})}.item"
        return f"{PREFIX}.add"
    if step.startswith(f"{PREFIX}.") and step.endswith(".look"):
        return f"{step.removesuffix('.look')}.relation"
    return None


def shown(
    typed: Typed,
    questionnaire: Questionnaire,
    earlier: Sequence[str],
    before: Expression | None,
    fact_label: Callable[[str, str], str],
) -> Builder:
    """What the form shows of what was typed.

    Args:
        earlier: the codes of the items that may be read.
        fact_label: words for an attribute of a catalogue and one of its values.
    """
    language = questionnaire.languages[0]
    asked = [code for code in earlier if code in questionnaire.index]
    choices = [(code, f"{code}: {text_in(questionnaire.item(code).texts, language)}") for code in asked]
    return Builder(
        join=typed.text("condition.join") or "all",
        choices=choices,
        lines=[_line(typed, questionnaire, number, fact_label) for number in range(typed.rows(PREFIX))],
        nested=part_list(before) is None,
        keeps=typed.text("condition.mode") == KEEP,
    )


def _line(
    typed: Typed, questionnaire: Questionnaire, number: int, fact_label: Callable[[str, str], str]
) -> Line:
    name = f"{PREFIX}.{number}"
    code, relation = typed.text(f"{name}.item"), typed.text(f"{name}.relation")
    if code not in questionnaire.index:
        return Line(number, code, relation, ())
    options = questionnaire.options[code].values()
    language = questionnaire.languages[0]
    answers = [(option.code, text_in(option.labels, language)) for option in options]
    facts = sorted(
        {
            (f"{attribute}={value}", fact_label(attribute, value))
            for option in options
            for attribute, values in option.attributes.items()
            for value in values
        }
    )
    offered, kind = _relations(questionnaire, code), relation.removeprefix(NOT)
    if relation and relation not in offered:
        offered = [*offered, relation]
    return Line(
        number=number,
        item=code,
        relation=relation,
        relations=[(found, said(found)) for found in offered],
        answers=answers if kind in ("", "in") else (),
        facts=facts if kind in ("", "attribute") else (),
        ticked=typed.chosen(f"{name}.options"),
        takes_value=any("." in found for found in offered) if not kind else "." in kind,
        value=typed.text(f"{name}.value"),
    )


def _relations(questionnaire: Questionnaire, code: str) -> list[str]:
    item, options = questionnaire.item(code), list(questionnaire.options[code].values())
    found: list[str] = []
    if options:
        found += ["in", "not_in"]
    if any(option.attributes for option in options):
        found += ["attribute", "not_attribute"]
    if item.type in (ItemType.NUMBER, ItemType.YEAR, ItemType.DATE) or _scored(options):
        found += [f"compare.{relation}" for relation in get_args(Relation)]
    if item.type in (ItemType.MULTIPLE_CHOICE, ItemType.RANKING):
        found += [f"count.{relation}" for relation in ("ge", "le", "eq")]
    return [*found, "answered", "not_answered"]


def _scored(options: Sequence[Option]) -> bool:
    return any(option.score is not None for option in options)


def said(relation: str) -> str:
    """A relation in words."""
    negated, kind = relation.startswith(NOT), relation.removeprefix(NOT)
    kind, _, comparison = kind.partition(".")
    words = {
        "in": (gettext("the answer is one of"), gettext("the answer is none of")),
        "attribute": (gettext("what was chosen is one of"), gettext("what was chosen is none of")),
        "answered": (gettext("it was answered"), gettext("it was not answered")),
        "compare": (gettext("the answer is"), gettext("the answer is not")),
        "count": (gettext("the number of answers is"), gettext("the number of answers is not")),
    }
    comparisons = {
        "eq": gettext("exactly"),
        "ne": gettext("other than"),
        "lt": gettext("below"),
        "le": gettext("at most"),
        "gt": gettext("above"),
        "ge": gettext("at least"),
    }
    phrase = words.get(kind, (relation, relation))[negated]
    return f"{phrase} {comparisons[comparison]}" if comparison in comparisons else phrase


def read(
    reading: Reading, questionnaire: Questionnaire, earlier: Sequence[str], before: Expression | None
) -> Expression | None:
    """The condition that was built, with a sentence at each line that is not complete."""
    typed = reading.typed
    if part_list(before) is None and typed.text("condition.mode") == KEEP:
        return before
    parts = []
    for number in range(typed.rows(PREFIX)):
        name = f"{PREFIX}.{number}"
        code = typed.text(f"{name}.item")
        if not code:
            continue
        if code not in earlier or code not in questionnaire.index:
            reading.refuse(f"{name}.item", gettext("Choose an item that is asked before."))
            continue
        relation = typed.text(f"{name}.relation")
        leaf = _leaf(reading, questionnaire, name, relation.removeprefix(NOT))
        if leaf is not None:
            parts.append(Part(leaf, relation.startswith(NOT)))
    join: Literal["all", "any"] = "any" if typed.text("condition.join") == "any" else "all"
    built = PartList(join, tuple(parts))
    return before if _in_order(part_list(before)) == _in_order(built) else condition_of(built)


def _in_order(listed: PartList | None) -> PartList | None:
    """The same list with ticked values in one order: boxes come in that of the page, which is no change."""
    if listed is None:
        return None

    def ordered(leaf: Leaf) -> Leaf:
        match leaf:
            case In(item, options):
                return In(item, tuple(sorted(options)))
            case Attribute(item, attribute, any_of):
                return Attribute(item, attribute, tuple(sorted(any_of)))
            case _:
                return leaf

    return replace(listed, parts=tuple(replace(part, leaf=ordered(part.leaf)) for part in listed.parts))


def _leaf(reading: Reading, questionnaire: Questionnaire, name: str, relation: str) -> Leaf | None:
    code = reading.typed.text(f"{name}.item")
    kind, _, comparison = relation.partition(".")
    if kind == "answered":
        return Answered(code)
    if kind in ("in", "attribute"):
        return _among(reading, questionnaire, name, kind)
    if kind not in ("compare", "count") or comparison not in get_args(Relation):
        reading.refuse(f"{name}.relation", gettext("Choose what should hold."))
        return None
    value = _value(reading, questionnaire, name, kind)
    if value is None:
        return None
    related: Any = comparison
    return Compare(code, related, value) if kind == "compare" else Count(code, related, int(value))


def _among(reading: Reading, questionnaire: Questionnaire, name: str, kind: str) -> Leaf | None:
    code = reading.typed.text(f"{name}.item")
    ticked = reading.typed.chosen(f"{name}.options")
    facts = [value for value in ticked if "=" in value]
    if kind == "attribute":
        attributes = {value.partition("=")[0] for value in facts}
        if len(attributes) == 1:
            return Attribute(code, attributes.pop(), tuple(value.partition("=")[2] for value in facts))
        reading.refuse(
            f"{name}.options",
            gettext("Tick facts of one kind only.") if attributes else gettext("Tick at least one fact."),
        )
        return None
    chosen = tuple(value for value in ticked if value in questionnaire.options[code])
    if not chosen:
        reading.refuse(f"{name}.options", gettext("Tick at least one answer of this item."))
        return None
    return In(code, chosen)


def _value(reading: Reading, questionnaire: Questionnaire, name: str, kind: str) -> float | str | None:
    item = questionnaire.item(reading.typed.text(f"{name}.item"))
    text = reading.typed.text(f"{name}.value")
    if kind == "compare" and item.type is ItemType.DATE:
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            reading.refuse(f"{name}.value", gettext("Write a day, such as 2026-12-06."))
            return None
    if not text:
        reading.refuse(f"{name}.value", gettext("Write a number."))
        return None
    return reading.number(f"{name}.value", whole=kind == "count", least=0 if kind == "count" else None)
