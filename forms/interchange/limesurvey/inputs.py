"""Questions that are answered with a number, a date or words, and texts that ask nothing."""

from __future__ import annotations

import re
from datetime import date

from forms.interchange.limesurvey.building import Bench, Document
from forms.interchange.limesurvey.names import Reading, Target
from forms.interchange.limesurvey.survey import Html, Question, number
from forms.interchange.limesurvey.texts import UNIT

LONGEST_TEXT = 20_000
CLOCK, CALENDAR = frozenset("Hh"), frozenset("DdjYy")
"""Letters of formats that ask for an hour, and for a day or a year."""
SLIDER: Document = {"minimum": 0, "maximum": 100}
"""The ends of a slider that says none of its own."""

READINGS = {"number": Reading.NUMBER, "short_text": Reading.TEXT, "open_ended": Reading.TEXT}


def information(question: Question, bench: Bench) -> list[Document]:
    """A text that asks nothing; also what is left of a question without anything to answer."""
    return [bench.item(question, "information", bench.code(question))]


def one_number(question: Question, bench: Bench) -> list[Document]:
    """A number with its range and unit."""
    code = bench.code(question)
    bench.names.add(question, "", Target(code, Reading.NUMBER))
    return [bench.item(question, "number", code, **_number_facts(question, bench))]


def numbers(question: Question, bench: Bench) -> list[Document]:
    """Multiple numerical input: the question as a heading, a number for each row."""
    if question.attribute("slider_layout") != "1":
        return _rows(question, bench, "number", _number_facts(question, bench))
    range_ = {**SLIDER, **bounds(question, bench, "slider_min", "slider_max")}
    return _rows(question, bench, "number", {**range_, **facts(question, bench, "number")})


def short_text(question: Question, bench: Bench) -> list[Document]:
    """A line of words, or a number where only digits are let in."""
    item_type = "number" if question.attribute("numbers_only") == "1" else "short_text"
    return _one(question, bench, item_type)


def long_text(question: Question, bench: Bench) -> list[Document]:
    """Words at length."""
    return _one(question, bench, "open_ended")


def short_texts(question: Question, bench: Bench) -> list[Document]:
    """Multiple short text: the question as a heading, a line for each row."""
    item_type = "number" if question.attribute("numbers_only") == "1" else "short_text"
    return _rows(question, bench, item_type, facts(question, bench, item_type))


def a_date(question: Question, bench: Bench) -> list[Document]:
    """A date, or a year where the format asks for nothing else."""
    layout = question.attribute("date_format")
    letters = set(re.sub(r"[^A-Za-z]", "", layout))
    if letters & CLOCK and not letters & CALENDAR:
        bench.losses.add(bench.where(question), "time_is_text")
        return _one(question, bench, "short_text")
    if letters & CLOCK or (
        letters and "d" not in {letter.lower() for letter in letters} and letters - {"y", "Y"}
    ):
        bench.losses.add(bench.where(question), "limesurvey_date_format", format=layout)
    code = bench.code(question)
    if letters and letters <= {"y", "Y"}:
        bench.names.add(question, "", Target(code, Reading.YEAR))
        years: Document = {name: int(value[:4]) for name, value in _dates(question, bench).items()}
        return [bench.item(question, "year", code, **years)]
    bench.names.add(question, "", Target(code, Reading.DATE))
    return [bench.item(question, "date", code, **_dates(question, bench))]


def facts(question: Question, bench: Bench, item_type: str) -> Document:
    """What an item of this type says beside its text: the longest answer, or the unit."""
    unit = _unit(question, bench)
    if item_type == "number":
        return {"unit": unit} if unit else {}
    if unit:
        bench.losses.add(bench.where(question), "limesurvey_affixes", text=next(iter(unit.values())))
    most = question.attribute("maximum_chars")
    if 1 <= number(most) <= LONGEST_TEXT:
        return {"max_length": number(most)}
    if most not in ("", "0"):
        bench.losses.add(bench.where(question), "limesurvey_attribute", attribute="maximum_chars", value=most)
    return {}


def bounds(question: Question, bench: Bench, least: str, most: str) -> Document:
    """The range between two attributes; a bound that is computed is a loss."""
    found: Document = {}
    for name, attribute in (("minimum", least), ("maximum", most)):
        value = question.attribute(attribute)
        if re.fullmatch(r"-?[0-9]{1,15}([.,][0-9]{1,6})?", value):
            exact = float(value.replace(",", "."))
            found[name] = int(exact) if exact == int(exact) else exact
        elif value:
            bench.losses.add(bench.where(question), "limesurvey_attribute", attribute=attribute, value=value)
    return found


def _one(question: Question, bench: Bench, item_type: str) -> list[Document]:
    code = bench.code(question)
    bench.names.add(question, "", Target(code, READINGS[item_type]))
    return [bench.item(question, item_type, code, **facts(question, bench, item_type))]


def _rows(question: Question, bench: Bench, item_type: str, more: Document) -> list[Document]:
    items = information(question, bench)
    for sub in question.rows():
        code = bench.code(question, sub.code)
        bench.names.add(question, f"_{sub.code}", Target(code, READINGS[item_type]), sub)
        items.append(bench.row_item(question, item_type, code, sub, **more))
    bench.note_filters(question, question.rows())
    return items


def _number_facts(question: Question, bench: Bench) -> Document:
    found = bounds(question, bench, "min_num_value_n", "max_num_value_n")
    return {**found, **facts(question, bench, "number")}


def _unit(question: Question, bench: Bench) -> dict[str, str]:
    """The suffix, which is mostly a unit, else the prefix. Both are more than we have room for."""
    prefix, suffix = _said(question, "prefix"), _said(question, "suffix")
    if prefix and suffix:
        bench.losses.add(bench.where(question), "limesurvey_affixes", text=next(iter(prefix.values())))
    return bench.writer.text(suffix or prefix, bench.where(question), UNIT, repeats=False)


def _said(question: Question, attribute: str) -> Html:
    values = question.attributes.get(attribute, {})
    return {language: value for language, value in values.items() if value.strip()}


def _dates(question: Question, bench: Bench) -> Document:
    found: Document = {}
    for name, attribute in (("minimum", "date_min"), ("maximum", "date_max")):
        value = question.attribute(attribute)
        day = (
            {"minimum": f"{value}-01-01", "maximum": f"{value}-12-31"}[name]
            if len(value) == 4
            else value[:10]
        )
        try:
            found[name] = date.fromisoformat(day).isoformat()
        except ValueError:
            if value:
                where = bench.where(question)
                bench.losses.add(where, "limesurvey_attribute", attribute=attribute, value=value)
    return found
