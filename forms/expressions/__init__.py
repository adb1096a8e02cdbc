"""Conditions of a questionnaire: a small tree, evaluated by the server, said in words, handed to the browser.

{"op": "and", "of": [{"op": "in", "item": "q02", "options": ["yes"]}, {"op": "answered", "item": "q03"}]}
"""

from forms.expressions.description import describe
from forms.expressions.evaluation import Answer, Answers, Facts, evaluate, is_answered, lowered, residual
from forms.expressions.schema import EXPRESSION_SCHEMA, parse
from forms.expressions.tree import (
    And,
    Answered,
    Attribute,
    Compare,
    Count,
    Expression,
    In,
    Not,
    Or,
    items_read,
    to_document,
)

__all__ = [
    "EXPRESSION_SCHEMA",
    "And",
    "Answer",
    "Answered",
    "Answers",
    "Attribute",
    "Compare",
    "Count",
    "Expression",
    "Facts",
    "In",
    "Not",
    "Or",
    "describe",
    "evaluate",
    "is_answered",
    "items_read",
    "lowered",
    "parse",
    "residual",
    "to_document",
]
