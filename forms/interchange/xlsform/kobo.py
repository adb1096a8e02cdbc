"""KoBo's own groups said in plain XLSForm, before any question is read.

A score is questions with one list; a rank is one question that puts options in order; a matrix asks each of
its questions for each option of a list, so it becomes a battery, or one question for each option.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.tree import Group, Question
from forms.interchange.xlsform.types import Kind
from forms.interchange.xlsform.workbook import Row

SCORE, RANK, MATRIX = "score", "rank", "kobomatrix"
LISTS = {SCORE: "kobo--score-choices", RANK: "kobo--rank-items", MATRIX: "kobo--matrix_list"}
"""Group → the column that names its list."""
MOST_QUESTIONS = 2_000
"""What the matrices of a workbook may be taken apart into, so that a small file cannot become a huge one."""
RANK_MESSAGE = "kobo--rank-constraint-message"
Texts = Mapping[str | None, str]


class Unfolding:
    """Takes the groups of one workbook apart; `listed` are the rows of its choices."""

    def __init__(self, listed: Sequence[Record], notes: Notes) -> None:
        self.notes = notes
        self.left = MOST_QUESTIONS
        self.lists: dict[str, list[Record]] = {}
        for record in listed:
            if record.get("name"):
                self.lists.setdefault(record.get("list_name"), []).append(record)

    def unfolded(self, group: Group) -> Group:
        """The tree without groups that only KoBo knows."""
        children: list[Question | Group] = []
        for child in group.children:
            if isinstance(child, Question):
                children.append(child)
            elif child.name == RANK:
                children.append(self._ranked(child))
            elif child.name == MATRIX:
                children.extend(self._matrix(child))
            else:
                children.append(self.unfolded(_scored(child) if child.name == SCORE else child))
        return Group(group.record, group.name, children)

    def _ranked(self, group: Group) -> Question:
        """One question; it asks for as many places as the group had rows."""
        levels = [question for question in group.questions() if question.kind.base == "row"]
        for question in group.questions():
            self.notes.at(question.record.row, "rank_level_lost", label=_said(question.record))
        cells = {**group.record.cells}
        if levels and not cells.get("constraint"):
            cells["constraint"] = f"count-selected(.) <= {len(levels)}"
        message = cells.pop(RANK_MESSAGE, "")
        if message:
            self.notes.at(group.record.row, "message_lost", message=message)
        record = group.record._replace(cells=cells)
        return Question(record, Kind("rank", group.record.get(LISTS[RANK])))

    def _matrix(self, group: Group) -> list[Group]:
        """A group for each question of the matrix, with a row for each option of its list."""
        rows = self.lists.get(group.record.get(LISTS[MATRIX]), [])
        if not rows:
            self.notes.at(group.record.row, "list_missing", name=group.record.get(LISTS[MATRIX]))
            return [Group(group.record, "group", group.children)]
        questions = group.questions()
        self.left -= len(questions) * len(rows)
        if self.left < 0:
            self.notes.at(group.record.row, "group_unknown", type=MATRIX)
            return [Group(group.record, "group", group.children)]
        self.notes.at(group.record.row, "matrix_taken_apart", label=_said(group.record))
        return [_column(group.record, question, rows) for question in questions]


def _scored(group: Group) -> Group:
    kind = Kind("select_one", group.record.get(LISTS[SCORE]))
    rows: list[Question | Group] = [
        Question(_required_as(group.record, child.record), kind)
        if isinstance(child, Question) and child.kind.base == "row"
        else child
        for child in group.children
    ]
    return Group(group.record, SCORE, rows)


def _required_as(group: Record, record: Record) -> Record:
    """Whether a row must be answered is said once, beside the group."""
    cells = {"required": group.get("required"), **record.cells}
    return record._replace(cells={name: cell for name, cell in cells.items() if cell})


def _column(matrix: Record, question: Question, rows: Sequence[Record]) -> Group:
    """One question of a matrix asked for every row; its own label stands beside that of the matrix."""
    prefix = f"{matrix.get('name')}_{question.record.get('name')}".strip("_")
    title = matrix._replace(
        cells={**matrix.cells, "name": prefix, "appearance": ""},
        texts={**matrix.texts, "label": _beside(matrix.texts.get("label", {}), question.record)},
    )
    asked: list[Question | Group] = []
    for row in rows:
        name = f"{matrix.get('name')}_{row.get('name')}_{question.record.get('name')}".strip("_")
        record = question.record._replace(
            row=Row(question.record.row.sheet, question.record.row.number, {"name": name}),
            cells={**question.record.cells, "name": name},
            texts={**question.record.texts, "label": row.texts.get("label", {None: row.get("name")})},
        )
        asked.append(Question(record, question.kind))
    return Group(title, SCORE if question.kind.base == "select_one" else "group", asked)


def _beside(texts: Texts, record: Record) -> dict[str | None, str]:
    """The texts of two records in one, language by language."""
    more = record.texts.get("label", {})
    both = {language: (texts.get(language, ""), more.get(language, "")) for language in {**texts, **more}}
    return {language: " – ".join(part for part in parts if part) for language, parts in both.items()}


def _said(record: Record) -> str:
    return next(iter(record.texts.get("label", {}).values()), record.get("name"))
