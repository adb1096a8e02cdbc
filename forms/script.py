"""A condition as JSON for a script in the browser, which knows neither scores, attributes nor types of items.

The script sees what stands in the inputs as text: "7" may be a number, a word or the code of an option. So
whatever only the type of an item decides is decided here, as the server decides it.
"""

import json

from forms.definition.questionnaire import ItemType, Questionnaire
from forms.expressions import And, Attribute, Compare, Count, Expression, In, Not, Or, evaluate, lowered
from forms.expressions.tree import to_document

NUMERIC = frozenset({ItemType.NUMBER, ItemType.YEAR})
ALWAYS, NEVER = And(()), Or(())


def condition_json(condition: Expression, questionnaire: Questionnaire) -> str:
    """The condition by "answered", "in", "compare", "count", "and", "or" and "not" alone."""
    document = to_document(_typed(lowered(condition, questionnaire), questionnaire))
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def _typed(expression: Expression, questionnaire: Questionnaire) -> Expression:
    match expression:
        case And(of):
            return And(tuple(_typed(part, questionnaire) for part in of))
        case Or(of):
            return Or(tuple(_typed(part, questionnaire) for part in of))
        case Not(part):
            return Not(_typed(part, questionnaire))
        case leaf if _reads_answers(leaf, questionnaire):
            return leaf
        case leaf:  # no answer changes it
            return ALWAYS if evaluate(leaf, questionnaire, {}) else NEVER


def _reads_answers(leaf: Expression, questionnaire: Questionnaire) -> bool:
    """Whether answers of this type can meet this part of a condition at all: like is compared with like."""
    match leaf:
        case In(item) | Count(item):
            return questionnaire.item(item).type not in NUMERIC
        case Compare(item, _, value):
            return isinstance(value, str) is not (questionnaire.item(item).type in NUMERIC)
        case _:
            return not isinstance(leaf, Attribute)
