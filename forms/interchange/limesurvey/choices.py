"""Questions with one answer or several out of a list, and rankings."""

from __future__ import annotations

import re

from forms.expressions.tree import In
from forms.interchange.codes import Codes
from forms.interchange.limesurvey.building import Bench, Document
from forms.interchange.limesurvey.conditions import OTHER
from forms.interchange.limesurvey.names import Reading, Target
from forms.interchange.limesurvey.survey import Question, number
from forms.interchange.limesurvey.texts import LABEL, TEXT

RANDOM = ("1", "random")
AS_WRITTEN = ("", "0", "normal")
MOST_RANKED = 20
MAXIMUM_CHOICES = 500


def one_of_list(question: Question, bench: Bench) -> list[Document]:
    """List (radio, dropdown): a single choice, with "other" as a write-in option."""
    options, mapping = bench.options(question, question.answers_of(0))
    code = bench.code(question)
    other = _with_other(question, bench, options)
    if other:
        mapping = {**mapping, OTHER: other}
        bench.names.add(question, "_other", Target(code, Reading.WORDS, option=other))
    bench.names.add(question, "", Target(code, Reading.CHOICE, mapping))
    random = _is_random(question, bench)
    return [bench.item(question, "single_choice", code, options=options, randomise=random)]


def list_with_comment(question: Question, bench: Bench) -> list[Document]:
    """A single choice and an open-ended item for the comment."""
    item, code = one_of_list(question, bench)[0], bench.code(question, "comment")
    bench.names.add(question, "_comment", Target(code, Reading.TEXT))
    comment = bench.item(question, "open_ended", code, bench.word(question, "comment"))
    comment.pop("required", None)
    return [item, comment]


def several_of_list(question: Question, bench: Bench) -> list[Document]:
    """Multiple choice: the subquestions are its options."""
    options, mapping = bench.options(question, question.rows())
    code = bench.code(question)
    for sub in question.rows():
        if sub.code in mapping:
            target = Target(code, Reading.BOX, mapping, mapping[sub.code])
            bench.names.add(question, f"_{sub.code}", target, sub)
    bench.names.add(question, "", Target(code, Reading.BOXES, mapping))
    other = _with_other(question, bench, options)
    if other:
        bench.names.add(question, "_other", Target(code, Reading.WORDS, option=other))
    _make_exclusive(question, bench, options, mapping)
    most = _limit(question, bench, ("max_answers",), MAXIMUM_CHOICES)
    item = bench.item(
        question,
        "multiple_choice",
        code,
        options=options,
        max_choices=most,
        randomise=_is_random(question, bench),
    )
    _require_some(question, bench, item)
    _note_options(question, bench)
    return [item]


def several_with_comments(question: Question, bench: Bench) -> list[Document]:
    """Multiple choice with comments: a short text for each option, asked when the option is chosen."""
    items = several_of_list(question, bench)
    choice, rule = items[0], question.attribute("commented_checkbox")
    if rule == "unchecked":
        bench.losses.add(question.name, "limesurvey_attribute", attribute="commented_checkbox", value=rule)
    labels = {option["code"]: option["labels"] for option in choice["options"]}
    for ending in dict.fromkeys([*(sub.code for sub in question.rows()), "other"]):
        target = bench.names.find(f"{question.code}_{ending}")
        if target is None or target.item != choice["item_code"]:
            continue
        code = bench.code(question, f"{ending}comment")
        bench.names.add(question, f"_{ending}comment", Target(code, Reading.TEXT))
        word = bench.word(question, "comment")
        texts = {
            tag: f"{label}: {word[tag]}"[:TEXT] if tag in word else label
            for tag, label in labels[target.option].items()
        }
        comment = bench.item(question, "short_text", code, texts)
        comment.pop("required", None)
        if rule not in ("allways", "always", "unchecked"):  # the first is how LimeSurvey spells it
            bench.when_also(comment, In(target.item, (target.option,)))
        items.append(comment)
    return items


def gender(question: Question, bench: Bench) -> list[Document]:
    """LimeSurvey's built-in question for gender."""
    code = bench.code(question)
    bench.names.add(question, "", Target(code, Reading.CHOICE, {"F": "F", "M": "M"}))
    options = bench.built_in(question, {"F": "female", "M": "male"})
    return [bench.item(question, "single_choice", code, options=options)]


def yes_or_no(question: Question, bench: Bench) -> list[Document]:
    """Yes or no."""
    code = bench.code(question)
    bench.names.add(question, "", Target(code, Reading.CHOICE, {"Y": "yes", "N": "no"}))
    return [bench.item(question, "yes_no", code)]


def ranking(question: Question, bench: Bench) -> list[Document]:
    """Options put in order; they are answers, in the newest versions subquestions."""
    options, mapping = bench.options(question, question.answers_of(0) or question.rows())
    code = bench.code(question)
    bench.names.add(question, "", Target(code, Reading.RANKING, mapping))
    for place in range(1, len(options) + 1):
        bench.names.add(question, f"_{place}", Target(code, Reading.PLACE, option=str(place)))
    _note_options(question, bench)
    most = _limit(question, bench, ("max_subquestions", "max_answers"), MOST_RANKED)
    random = _is_random(question, bench)
    return [bench.item(question, "ranking", code, options=options, max_choices=most, randomise=random)]


def _note_options(question: Question, bench: Bench) -> None:
    """What subquestions lose by becoming options."""
    bench.note_conditions(question, question.rows())
    bench.note_helps(question, question.rows())


def _is_random(question: Question, bench: Bench) -> bool:
    """Whether options stand in random order; any other order than the written one is a loss."""
    orders = {
        name: question.attribute(name) for name in ("random_order", "answer_order", "subquestion_order")
    }
    for name, order in orders.items():
        if order not in (*RANDOM, *AS_WRITTEN):
            bench.losses.add(question.name, "limesurvey_attribute", attribute=name, value=order)
    return any(order in RANDOM for order in orders.values())


def _with_other(question: Question, bench: Bench, options: list[Document]) -> str:
    """Add the write-in option where the question has one; its code."""
    if question.row.get("other", "").strip() != "Y" or len(options) >= MAXIMUM_CHOICES:
        return ""
    code = Codes(option["code"] for option in options).option("other")
    own = question.attributes.get("other_replace_text", {})
    labels = bench.writer.text(own, bench.where(question), LABEL, repeats=False)
    missing = [tag for tag in bench.tags.values() if tag not in labels]
    words = bench.word(question, "other") if missing else {}
    options.append({"code": code, "labels": {**words, **labels}, "write_in": True})
    return code


def _make_exclusive(
    question: Question, bench: Bench, options: list[Document], mapping: dict[str, str]
) -> None:
    by_code = {option["code"]: option for option in options}
    for code in dict.fromkeys(re.split(r"[;,\s]+", question.attribute("exclude_all_others"))):
        if code in mapping:
            by_code[mapping[code]]["exclusive"] = True
        elif code not in ("", "0"):
            where = bench.where(question)
            bench.losses.add(where, "limesurvey_attribute", attribute="exclude_all_others", value=code)


def _require_some(question: Question, bench: Bench, item: Document) -> None:
    least = question.attribute("min_answers")
    if least == "1":
        item["required"] = True
    elif least not in ("", "0"):
        bench.losses.add(bench.where(question), "limesurvey_attribute", attribute="min_answers", value=least)


def _limit(question: Question, bench: Bench, names: tuple[str, ...], most: int) -> int | None:
    """The smallest of these limits; one that is computed, or beyond ours, is a loss."""
    limits = []
    for name in names:
        value = question.attribute(name)
        if 1 <= number(value) <= most:
            limits.append(number(value))
        elif value not in ("", "0"):
            bench.losses.add(bench.where(question), "limesurvey_attribute", attribute=name, value=value)
    return min(limits, default=None)
