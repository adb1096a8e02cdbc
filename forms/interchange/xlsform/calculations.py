"""Calculations that conditions can do without: what they compute is put where they are named.

A calculation under a condition is empty where that does not hold, so only rows under the same condition can
do without it. Knows XPath trees and rows; whether what comes out can be expressed is for `conditions`.
"""

from __future__ import annotations

from collections.abc import Container

from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.tree import Group, Question
from forms.interchange.xlsform.xpath import Call, Node, Ref, UnreadableError, parse

DEEPEST = 8
"""Calculations that name one another."""
MOST_NODES = 400
"""Parts of a condition with its calculations."""

Around = frozenset[int]
"""The numbers of the rows whose conditions have to hold."""


class Calculations:
    """What the calculations of a workbook compute, and which rows stand under which conditions."""

    def __init__(self, root: Group, asked: Container[str]) -> None:
        """`asked` are the names of questions, which go before calculations of the same name."""
        self._asked = asked
        self._around: dict[int, Around] = {}
        self._computed: dict[str, tuple[Around, Node]] = {}
        self._read(root, frozenset())

    def put_in(self, node: Node, record: Record) -> Node:
        """The tree of a row's condition without names of calculations.

        Raises UnreadableError where that has no end.
        """
        self._left = MOST_NODES
        return self._put_in(node, self._around.get(record.row.number, frozenset()), DEEPEST)

    def _read(self, group: Group, around: Around) -> None:
        for child in group.children:
            self._around.setdefault(child.record.row.number, around)
            own = {child.record.row.number} if child.record.get("relevant") else frozenset()
            if isinstance(child, Group):
                self._read(child, around | own)
            elif child.kind.base == "calculate":
                self._keep(child, around | own)

    def _keep(self, question: Question, around: Around) -> None:
        name = question.record.get("name")
        if not name or name in self._asked:
            return
        try:
            self._computed.setdefault(name, (around, parse(question.record.get("calculation"))))
        except UnreadableError:
            return

    def _put_in(self, node: Node, around: Around, depth: int) -> Node:
        self._left -= 1
        if self._left < 0 or depth < 0:
            raise UnreadableError("calculations without end")
        if isinstance(node, Ref) and node.name in self._computed:
            needed, computed = self._computed[node.name]
            return self._put_in(computed, around, depth - 1) if needed <= around else node
        if isinstance(node, Call):
            return Call(node.name, tuple(self._put_in(part, around, depth) for part in node.args))
        return node
