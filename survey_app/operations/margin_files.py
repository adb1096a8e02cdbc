"""Margins of the population in a file (CSV): columns margin, category, people; others may stand beside them.

Read as strictly as a stranger's file: nothing is guessed, the first thing that is wrong refuses the whole.
Knows no region and no questionnaire.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from enum import StrEnum

from forms.spreadsheet import BYTE_ORDER_MARK, FORMULA_STARTS
from survey_app.queries.contributions import MARGIN_DIMENSIONS, TERRITORY

MARGINS = (*MARGIN_DIMENSIONS, TERRITORY)
COLUMNS = ("margin", "category", "people")

LARGEST_FILE = 200_000
"""Bytes."""
MOST_ROWS = 2_000
MOST_PEOPLE = 100_000_000
LONGEST_CATEGORY = 64
FEWEST_CATEGORIES = 2

_DELIMITERS = ";,\t"
_NUMBER = re.compile(r"[0-9]{1,3}( [0-9]{3})+|[0-9]{1,9}")

Margins = Mapping[str, Mapping[str, int]]
"""Margin → code of the category → people."""


class MarginProblem(StrEnum):
    """What is wrong with a file."""

    EMPTY = "the file is empty"
    TOO_LARGE = "the file is larger than 200 kB"
    NOT_TEXT = "the file is not a table (CSV)"
    NO_COLUMN = "there is no such column in the first line"
    TOO_MANY_ROWS = "there are more than 2000 rows"
    TOO_FEW_CELLS = "the row has fewer cells than the first line"
    FORMULA = "a cell is a formula"
    UNKNOWN_MARGIN = "the margin must be age, sex, territory or group"
    CATEGORY = "the category must have 1 to 64 characters, without & and ="
    NOT_A_NUMBER = "people must be a whole number"
    TWICE = "the category is there twice"
    ONE_CATEGORY = "the margin needs at least two categories with people"


class MarginFileError(Exception):
    """A file cannot be read. `line` is 0 where it is about the whole; `word` says what is meant, if anything.

    The message is one sentence.
    """

    def __init__(self, problem: MarginProblem, line: int = 0, word: str = "") -> None:
        place = f"Line {line}: " if line else ""
        super().__init__(f"{place}{problem}{f' ({word})' if word else ''}.")
        self.problem, self.line, self.word = problem, line, word


def read(content: bytes) -> Margins:
    """Read a file in UTF-8 or Windows-1250, with semicolons, commas or tabs.

    Raises:
        MarginFileError: with the line and what is wrong there.
    """
    rows = _rows(_text(content))
    heading = [cell.strip().lower() for _, cells in [next(rows, (1, []))] for cell in cells]
    for column in COLUMNS:
        if column not in heading:
            raise MarginFileError(MarginProblem.NO_COLUMN, 1, column)
    places = [heading.index(column) for column in COLUMNS]
    found: dict[str, dict[str, int]] = {}
    for number, (line, cells) in enumerate(rows, 1):
        if number > MOST_ROWS:
            raise MarginFileError(MarginProblem.TOO_MANY_ROWS, line)
        if len(cells) <= max(places):
            raise MarginFileError(MarginProblem.TOO_FEW_CELLS, line)
        margin, category, people = _row(line, *(cells[place] for place in places))
        if category in found.setdefault(margin, {}):
            raise MarginFileError(MarginProblem.TWICE, line, category)
        found[margin][category] = people
    if not found:
        raise MarginFileError(MarginProblem.EMPTY)
    for margin, categories in found.items():
        if sum(people > 0 for people in categories.values()) < FEWEST_CATEGORIES:
            raise MarginFileError(MarginProblem.ONE_CATEGORY, word=margin)
    return found


def _row(line: int, margin: str, category: str, people: str) -> tuple[str, str, int]:
    margin, category, people = (" ".join(cell.split()) for cell in (margin, category, people))
    for cell in (margin, category, people):
        if cell.startswith(FORMULA_STARTS):
            raise MarginFileError(MarginProblem.FORMULA, line, _shown(cell))
    if margin.lower() not in MARGINS:
        raise MarginFileError(MarginProblem.UNKNOWN_MARGIN, line, _shown(margin))
    if not 0 < len(category) <= LONGEST_CATEGORY or set(category) & set("&=") or not category.isprintable():
        raise MarginFileError(MarginProblem.CATEGORY, line, _shown(category))
    if not _NUMBER.fullmatch(people) or int(people.replace(" ", "")) > MOST_PEOPLE:
        raise MarginFileError(MarginProblem.NOT_A_NUMBER, line, _shown(people))
    return margin.lower(), category, int(people.replace(" ", ""))


def _text(content: bytes) -> str:
    """Return the text of a file: no table holds control characters, whatever the encoding."""
    if not content.strip():
        raise MarginFileError(MarginProblem.EMPTY)
    if len(content) > LARGEST_FILE:
        raise MarginFileError(MarginProblem.TOO_LARGE)
    for encoding in ("utf-8-sig", "cp1250"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(unicodedata.category(each) == "Cc" and each not in "\t\r\n" for each in text):
            raise MarginFileError(MarginProblem.NOT_TEXT)
        return unicodedata.normalize("NFC", text.removeprefix(BYTE_ORDER_MARK))
    raise MarginFileError(MarginProblem.NOT_TEXT)


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line, cells) of every line that says something."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise MarginFileError(MarginProblem.NOT_TEXT, reader.line_num) from None
        if any(cell.strip() for cell in cells):
            yield reader.line_num, cells


def _shown(cell: str) -> str:
    """Return the beginning of a cell, for a sentence."""
    return "".join(each if each.isprintable() else " " for each in cell[:40])
