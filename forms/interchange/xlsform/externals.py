"""Options in the sheet "external_choices", which questions of the type select_one_external offer.

They stand there for their number; a list that is short enough for us is taken as if it stood in "choices".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from forms.interchange.xlsform.choices import MOST_OPTIONS
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.tree import Group, Question
from forms.interchange.xlsform.types import Kind

SHEET = "external_choices"


def adopted(
    root: Group, listed: Sequence[Record], external: Sequence[Record]
) -> tuple[Group, list[Record], list[Record]]:
    """The tree whose questions offer such lists like any other, the options of both sheets, and the options
    that nothing is made of: of a list that is too long, or whose name stands in "choices" as well.
    """
    sizes = Counter(record.get("list_name") for record in external)
    near = {record.get("list_name") for record in listed}
    names = frozenset(
        name for name, size in sizes.items() if name and size <= MOST_OPTIONS and name not in near
    )
    taken = [record for record in external if record.get("list_name") in names]
    outside = [record for record in external if record.get("list_name") not in names]
    return _offering(root, names), [*listed, *taken], outside


def _offering(group: Group, names: frozenset[str]) -> Group:
    children = [
        _offering(child, names) if isinstance(child, Group) else _asking(child, names)
        for child in group.children
    ]
    return Group(group.record, group.name, children)


def _asking(question: Question, names: frozenset[str]) -> Question:
    if question.kind.base != "external" or question.kind.name not in names:
        return question
    return Question(question.record, Kind("select_one", question.kind.name))
