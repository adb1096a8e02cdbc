"""LimeSurvey's letters for types of questions, and what makes our items of each."""

from __future__ import annotations

from forms.interchange.limesurvey import arrays, choices, inputs
from forms.interchange.limesurvey.arrays import Build
from forms.interchange.limesurvey.building import Bench, Document
from forms.interchange.limesurvey.survey import Html, Question

KINDS: dict[str, Build] = {
    "1": arrays.dual_scale,
    "5": arrays.five_points,
    "A": arrays.numbered(5),
    "B": arrays.numbered(10),
    "C": arrays.worded({"Y": "yes", "U": "uncertain", "N": "no"}),
    "D": inputs.a_date,
    "E": arrays.worded({"I": "increase", "S": "same", "D": "decrease"}),
    "F": arrays.own_answers,
    "G": choices.gender,
    "H": arrays.own_answers,
    "K": inputs.numbers,
    "L": choices.one_of_list,
    "M": choices.several_of_list,
    "N": inputs.one_number,
    "O": choices.list_with_comment,
    "P": choices.several_with_comments,
    "Q": inputs.short_texts,
    "R": choices.ranking,
    "S": inputs.short_text,
    "T": inputs.long_text,
    "U": inputs.long_text,
    "W": choices.one_of_list,
    "X": inputs.information,
    "Y": choices.yes_or_no,
    "Z": choices.one_of_list,
    "!": choices.one_of_list,
    ":": arrays.grid_of_numbers,
    ";": arrays.grid_of_texts,
}
SUBQUESTIONS = {0: frozenset("1ABCEFHKMPQR:;"), 1: frozenset(":;")}
ANSWERS = {0: frozenset("1FHLORWZ!"), 1: frozenset("1")}
"""Scale → types that have subquestions or answers of it: a type that was changed may leave more behind."""

LOST = {"I": "limesurvey_language_switch", "|": "limesurvey_upload"}

THEMES = frozenset(
    {"", "core", "5pointchoice", "arrays/10point", "arrays/5point", "arrays/array", "arrays/column"}
    | {"arrays/dualscale", "arrays/increasesamedecrease", "arrays/multiflexi", "arrays/texts"}
    | {"arrays/yesnouncertain", "boilerplate", "date", "equation", "file_upload", "gender", "hugefreetext"}
    | {"language", "list_dropdown", "list_with_comment", "listradio", "longfreetext", "multiplechoice"}
    | {"multiplechoice_with_comments", "multiplenumeric", "multipleshorttext", "numerical", "ranking"}
    | {"shortfreetext", "yesno", "none"}
)
"""The looks that come with LimeSurvey; any other is a loss."""

COLUMNS = frozenset(
    {"qid", "parent_qid", "sid", "gid", "type", "title", "question", "preg", "help", "other", "mandatory"}
    | {"encrypted", "question_order", "language", "scale_id", "same_default", "relevance", "modulename"}
    | {"question_theme_name", "same_script", "script", "lid", "lid1", "id"}
)


def items_of(question: Question, bench: Bench) -> list[Document]:
    """The items that this question becomes; none where we have nothing like it, which is a loss."""
    _note_row(question, bench)
    _note_strays(question, bench)
    if question.kind in KINDS:
        return KINDS[question.kind](question, bench)
    where = bench.where(question)
    text = " – ".join(filter(None, (_said(question.texts), _said(question.helps))))
    if question.kind == "*":
        said = " – ".join(dict.fromkeys(filter(None, (question.attribute("equation"), text))))
        bench.losses.add(where, "limesurvey_equation", expression=said)
        return []
    if question.kind in LOST:
        bench.losses.add(where, LOST[question.kind], text=text)
        return []
    bench.losses.add(where, "limesurvey_unknown_type", type=question.kind)
    return inputs.information(question, bench)


def _note_row(question: Question, bench: Bench) -> None:
    """What the row of the question itself loses."""
    where, row = bench.where(question), question.row
    if row.get("mandatory", "").strip() == "S":
        bench.losses.gather(where, "limesurvey_soft_mandatory")
    for part, place in (
        (question, where),
        *((sub, bench.where(question, sub)) for sub in question.subquestions),
    ):
        if part.row.get("preg", "").strip():
            bench.losses.add(place, "limesurvey_pattern", pattern=part.row["preg"].strip())
    if any(script.strip() for script in question.scripts.values()):
        bench.losses.add(where, "limesurvey_lost_script")
    if question.theme not in THEMES:
        bench.losses.gather(where, "limesurvey_question_theme", theme=question.theme)
    if len({answer.assessment for answer in question.answers}) > 1:  # equal ones, often 1, tell nothing apart
        points = ", ".join(f"{answer.code} = {answer.assessment}" for answer in question.answers)
        bench.losses.add(where, "limesurvey_scores", points=points)
    for name in sorted(row.keys() - COLUMNS):
        if row[name].strip() not in ("", "0", "N"):
            bench.losses.gather(where, "limesurvey_column", column=name)


def _note_strays(question: Question, bench: Bench) -> None:
    """Subquestions and answers that a question of this type does not show."""
    for sub in question.subquestions:
        if question.kind not in SUBQUESTIONS.get(sub.scale, ()):
            place, said = bench.where(question, sub), _said(sub.texts, sub.code)
            bench.losses.add(place, "limesurvey_stray_subquestion", text=said)
    for answer in question.answers:
        if question.kind not in ANSWERS.get(answer.scale, ()):
            place, said = f"{bench.where(question)} / {answer.code}", _said(answer.texts, answer.code)
            bench.losses.add(place, "limesurvey_stray_answer", text=said)


def _said(texts: Html, otherwise: str = "") -> str:
    return " / ".join(dict.fromkeys(texts.values())) or otherwise
