"""Arrays: one scale over several rows becomes a rating battery, a grid of inputs an item for each cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from forms.interchange.limesurvey import filters
from forms.interchange.limesurvey.building import Bench, Document, ends_joined
from forms.interchange.limesurvey.inputs import READINGS, bounds, facts, information
from forms.interchange.limesurvey.names import Reading, Target
from forms.interchange.limesurvey.survey import Html, Question
from forms.interchange.limesurvey.texts import HINT, TEXT

MOST_ROWS = 50
Build = Callable[[Question, Bench], list[Document]]
Scale = tuple[list[Document], Mapping[str, str]]
"""Options, and LimeSurvey's codes → ours."""


def numbered(points: int) -> Build:
    """An array whose points are the numbers 1 to `points`."""

    def build(question: Question, bench: Bench) -> list[Document]:
        return _battery(question, bench, _numbers(question, bench, points))

    return build


def worded(named: Mapping[str, str]) -> Build:
    """An array with words of LimeSurvey's own; LimeSurvey's code → the word."""

    def build(question: Question, bench: Bench) -> list[Document]:
        return _battery(question, bench, (bench.built_in(question, named), {code: code for code in named}))

    return build


def own_answers(question: Question, bench: Bench) -> list[Document]:
    """An array with answers of its own, by rows or by columns."""
    return _battery(question, bench, bench.options(question, question.answers_of(0)))


def five_points(question: Question, bench: Bench) -> list[Document]:
    """The 5 point choice: a single rating."""
    options, mapping = _numbers(question, bench, 5)
    code, scale = bench.code(question), bench.scale(question.code, options)
    bench.names.add(question, "", Target(code, Reading.CHOICE, mapping))
    if scale is None:
        return [bench.item(question, "single_choice", code, options=options)]
    bench.losses.gather(bench.where(question), "limesurvey_without_scores")
    return [bench.item(question, "rating", code, scale=scale)]


def dual_scale(question: Question, bench: Bench) -> list[Document]:
    """Two scales beside the same rows: two batteries."""
    bench.losses.add(bench.where(question), "limesurvey_dual")
    items: list[Document] = []
    for number, header in enumerate(("dualscale_headerA", "dualscale_headerB")):
        scale = bench.options(question, question.answers_of(number))
        texts = bench.joined(question.texts, _headers(question, header), between="<br>")
        items += _battery(question, bench, scale, ending=str(number), texts=texts)
    return items


def grid_of_numbers(question: Question, bench: Bench) -> list[Document]:
    """A number in each cell; boxes in each cell are a multiple choice in each row."""
    if question.attribute("multiflexible_checkbox") == "1":
        return _boxes(question, bench)
    return _cells(
        question, bench, "number", bounds(question, bench, "multiflexible_min", "multiflexible_max")
    )


def grid_of_texts(question: Question, bench: Bench) -> list[Document]:
    """A line of words in each cell."""
    item_type = "number" if question.attribute("numbers_only") == "1" else "short_text"
    return _cells(question, bench, item_type, facts(question, bench, item_type))


def _numbers(question: Question, bench: Bench, points: int) -> Scale:
    bench.losses.add(bench.where(question), "limesurvey_bare_numbers", points=str(points))
    codes = [str(point) for point in range(1, points + 1)]
    labels = [dict.fromkeys(bench.tags.values(), code) for code in codes]
    options = [{"code": code, "labels": label} for code, label in zip(codes, labels, strict=True)]
    return options, {code: code for code in codes}


def _battery(
    question: Question, bench: Bench, scale: Scale, *, ending: str = "", texts: Html | None = None
) -> list[Document]:
    options, mapping = scale
    rows = question.rows()
    own = {} if texts is None else _stem(question, bench, texts)
    shared = (
        bench.scale("_".join(filter(None, (question.code, ending))), options) if len(options) > 1 else None
    )
    bench.note_filters(question, rows)
    if not rows or shared is None:
        bench.losses.add(bench.where(question), "limesurvey_no_battery")
        return _one_by_one(question, bench, scale, ending, own)
    bench.losses.gather(bench.where(question), "limesurvey_without_scores")
    if any(filters.conditions(question, sub, bench.names) for sub in rows):
        bench.losses.gather(bench.where(question), "limesurvey_rows_apart")
        return _one_by_one(question, bench, scale, ending, own, shared)
    items = []
    for start in range(0, len(rows), MOST_ROWS):
        code = bench.code(question, *filter(None, (ending, str(start) if start else "")))
        part = [
            {
                "item_code": _row_code(question, bench, sub, mapping, ending),
                "texts": bench.row_text(question, sub),
            }
            for sub in rows[start : start + MOST_ROWS]
        ]
        bench.note_helps(question, rows[start : start + MOST_ROWS])
        stem = {name: dict(said) for name, said in own.items()}
        items.append(bench.item(question, "rating_battery", code, scale=shared, rows=part, **stem))
    return items


def _stem(question: Question, bench: Bench, texts: Html) -> Document:
    where = bench.where(question)
    return {
        "texts": bench.writer.needed(texts, where, TEXT, question.name),
        "hints": bench.writer.text(question.helps, where, HINT),
    }


def _row_code(
    question: Question, bench: Bench, sub: Question, mapping: Mapping[str, str], ending: str
) -> str:
    """The code of the item that a row becomes, by which conditions and texts find it from now on."""
    code = bench.code(question, sub.code, *filter(None, (ending,)))
    suffix = "_".join(filter(None, ("", sub.code, ending)))
    bench.names.add(question, f"_{suffix}", Target(code, Reading.CHOICE, mapping), None if ending else sub)
    return code


def _one_by_one(
    question: Question, bench: Bench, scale: Scale, ending: str, own: Document, shared: str | None = None
) -> list[Document]:
    """Items of their own under a heading: ratings on the shared scale, which may have conditions; single
    choices for a scale of one point, and where there is no room for a scale.
    """
    options, mapping = scale
    items = [bench.item(question, "information", bench.code(question, *filter(None, (ending,))), **own)]
    for sub in question.rows():
        code = _row_code(question, bench, sub, mapping, ending)
        if shared is not None:
            items.append(bench.row_item(question, "rating", code, sub, scale=shared))
            continue
        copies = [{**option, "labels": dict(option["labels"])} for option in options]
        items.append(bench.row_item(question, "single_choice", code, sub, options=copies))
    return items


def _boxes(question: Question, bench: Bench) -> list[Document]:
    bench.note_conditions(question, question.columns())
    bench.note_helps(question, question.columns())
    bench.note_filters(question, question.rows())
    items = information(question, bench)
    for sub in question.rows():
        options, mapping = bench.options(question, question.columns())
        code = bench.code(question, sub.code)
        bench.names.add(question, f"_{sub.code}", Target(code, Reading.BOXES, mapping), sub)
        for column, option in mapping.items():
            target = Target(code, Reading.BOX, mapping, option)
            bench.names.add(question, f"_{sub.code}_{column}", target)
        items.append(bench.row_item(question, "multiple_choice", code, sub, options=options))
    return items


def _cells(question: Question, bench: Bench, item_type: str, more: Document) -> list[Document]:
    items = information(question, bench)
    bench.losses.add(bench.where(question), "limesurvey_grid")
    bench.note_helps(question, question.columns())
    bench.note_filters(question, question.rows())
    for sub in question.rows():
        for column in question.columns():
            code = bench.code(question, sub.code, column.code)
            bench.names.add(question, f"_{sub.code}_{column.code}", Target(code, READINGS[item_type]))
            both = bench.joined(ends_joined(question, sub.texts), column.texts)
            text = bench.writer.needed(both, f"{bench.where(question, sub)} / {column.code}", TEXT, code)
            item = bench.row_item(question, item_type, code, sub, text, **more)
            bench.when(item, bench.where(question, column), column.row.get("relevance", ""))
            items.append(item)
    return items


def _headers(question: Question, attribute: str) -> Html:
    values = question.attributes.get(attribute, {})
    return {language: value for language, value in values.items() if language and value.strip()}
