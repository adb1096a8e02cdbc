"""The JSON schema of a condition, and reading one from a document of any origin."""

from typing import Any

from forms.documents.canonical import bounded
from forms.documents.conformity import require
from forms.expressions.tree import RELATIONS, Expression, from_document

ITEM_CODE = r"^[A-Za-z][A-Za-z0-9_]{0,63}$"
OPTION_CODE = r"^[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}$"

_PART = {"$ref": "#/$defs/expression"}
_ITEM = {"type": "string", "pattern": ITEM_CODE}
_CODES = {
    "type": "array",
    "minItems": 1,
    "maxItems": 500,
    "items": {"type": "string", "pattern": OPTION_CODE},
}


def _operation(names: list[str], **properties: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": {"op": {"enum": names}, **properties},
        "required": ["op", *properties],
        "additionalProperties": False,
    }


EXPRESSION_SCHEMA: dict[str, Any] = {
    "discriminator": {"propertyName": "op"},
    "oneOf": [
        _operation(["and", "or"], of={"type": "array", "minItems": 1, "maxItems": 50, "items": _PART}),
        _operation(["not"], of=_PART),
        _operation(["answered"], item=_ITEM),
        _operation(["in"], item=_ITEM, options=_CODES),
        _operation(
            ["compare"],
            item=_ITEM,
            relation={"enum": list(RELATIONS)},
            value={"type": ["number", "string"], "maxLength": 10},
        ),
        _operation(
            ["count"],
            item=_ITEM,
            relation={"enum": list(RELATIONS)},
            value={"type": "integer", "minimum": 0, "maximum": 500},
        ),
        _operation(
            ["attribute"], item=_ITEM, attribute={"type": "string", "pattern": ITEM_CODE}, any_of=_CODES
        ),
    ],
}


def parse(document: Any) -> Expression:
    """The condition in this document. Raises DefinitionError."""
    bounded(document)
    require(document, {**_PART, "$defs": {"expression": EXPRESSION_SCHEMA}})
    return from_document(document)
