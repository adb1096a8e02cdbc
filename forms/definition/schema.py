"""The JSON schema of a questionnaire's document: the one source of what a document may contain.

It says shapes and limits. What they mean together (a code used twice, a condition that reads a later item)
is for `forms.checks`.
"""

from typing import Any

from forms.definition.questionnaire import GrammaticalCase, ItemType, Layout
from forms.expressions.schema import EXPRESSION_SCHEMA, ITEM_CODE, OPTION_CODE

LANGUAGE = r"^[a-z]{2,3}(-(?!easy$)[A-Za-z0-9]{2,8})?$"
VARIANT = r"^[a-z]{2,3}(-(?!easy)[A-Za-z0-9]{2,8})?-easy$"
LONGEST_VARIANT = 16
LONGEST_LANGUAGE = LONGEST_VARIANT - len("-easy")
VERSION = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"
LONGEST_QUESTIONNAIRE_CODE = 60
QUESTIONNAIRE_CODE = rf"^[a-z0-9][a-z0-9-]{{0,{LONGEST_QUESTIONNAIRE_CODE - 1}}}$"
ISO_DATE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"

DIGEST = r"^[0-9a-f]{64}$"

_NAMES = {"pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$", "description": "a language tag"}


def _texts(longest: int, *, needed: bool = False) -> dict[str, Any]:
    texts = {
        "type": "object",
        "propertyNames": _NAMES,
        "additionalProperties": {"type": "string", "maxLength": longest},
    }
    return {**texts, "minProperties": 1} if needed else texts


def _code(pattern: str) -> dict[str, Any]:
    return {"type": "string", "pattern": pattern}


def _object(required: list[str], properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


_CONDITION = {"$ref": "#/$defs/expression"}
_BOOLEAN = {"type": "boolean"}
_OPTIONS = {"type": "array", "maxItems": 500, "items": {"$ref": "#/$defs/option"}}
_NUMBER = {"type": "number"}
_LENGTH = {"type": "integer", "minimum": 1, "maximum": 20_000}
_SOURCE = {"type": "string", "pattern": r"^[a-z][a-z_]{0,63}$"}

_COMMON = {
    "item_code": _code(ITEM_CODE),
    "texts": _texts(2_000, needed=True),
    "hints": _texts(4_000),
    "required": _BOOLEAN,
    "dimension": _code(ITEM_CODE),
    "visible_if": _CONDITION,
    "visible_if_texts": _texts(1_000),
    "interviewer_notes": _texts(4_000),
    "picture": {"$ref": "#/$defs/picture"},
    "trend": _BOOLEAN,
}
_CHOICE = {"options": _OPTIONS, "source": _SOURCE, "randomise": _BOOLEAN}
_TEXT = {"max_length": _LENGTH, "creates_comment": _BOOLEAN}
_BOUNDS = {"minimum": _NUMBER, "maximum": _NUMBER, "unit": _texts(100)}
_YEARS = {"minimum": {"type": "integer"}, "maximum": {"type": "integer"}}
_DATES = {"minimum": _code(ISO_DATE), "maximum": _code(ISO_DATE)}

KEYS_BY_TYPE: dict[ItemType, dict[str, Any]] = {
    ItemType.SINGLE_CHOICE: _CHOICE,
    ItemType.MULTIPLE_CHOICE: {**_CHOICE, "max_choices": {"type": "integer", "minimum": 1, "maximum": 500}},
    ItemType.RANKING: {**_CHOICE, "max_choices": {"type": "integer", "minimum": 1, "maximum": 20}},
    ItemType.RATING: {"scale": _code(ITEM_CODE)},
    ItemType.RATING_BATTERY: {
        "scale": _code(ITEM_CODE),
        "rows": {"type": "array", "minItems": 1, "maxItems": 50, "items": {"$ref": "#/$defs/row"}},
    },
    ItemType.CATALOGUE_CHOICE: _CHOICE,
    ItemType.NUMBER: _BOUNDS,
    ItemType.DATE: _DATES,
    ItemType.YEAR: _YEARS,
    ItemType.SHORT_TEXT: _TEXT,
    ItemType.OPEN_ENDED: _TEXT,
    ItemType.YES_NO: {},
    ItemType.INFORMATION: {},
    ItemType.CONSENT: {},
}
"""What an item of each type may say beside the common keys. A new type of item starts here."""

_NEEDED_BY_TYPE = {ItemType.RATING: ["scale"], ItemType.RATING_BATTERY: ["scale", "rows"]}


def _item(item_type: ItemType) -> dict[str, Any]:
    return _object(
        ["item_code", "type", "texts", *_NEEDED_BY_TYPE.get(item_type, [])],
        {"type": {"const": item_type.value}, **_COMMON, **KEYS_BY_TYPE[item_type]},
    )


DEFINITIONS: dict[str, Any] = {
    "expression": EXPRESSION_SCHEMA,
    "option": _object(
        ["code", "labels"],
        {
            "code": _code(OPTION_CODE),
            "labels": _texts(500),
            "score": {"type": "number", "minimum": 0, "maximum": 100},
            "exclusive": _BOOLEAN,
            "write_in": _BOOLEAN,
            "attributes": {
                "type": "object",
                "propertyNames": {"pattern": ITEM_CODE, "description": "the name of an attribute"},
                "additionalProperties": {"type": "array", "maxItems": 100, "items": _code(OPTION_CODE)},
            },
            "cases": {
                "type": "object",
                "propertyNames": {
                    "pattern": f"^({'|'.join(GrammaticalCase)})$",
                    "description": "the name of a grammatical case",
                },
                "additionalProperties": _texts(500),
            },
            "picture": {"$ref": "#/$defs/picture"},
        },
    ),
    "picture": _object(["digest", "alternatives"], {"digest": _code(DIGEST), "alternatives": _texts(1_000)}),
    "row": _object(
        ["item_code", "texts"],
        {
            "item_code": _code(ITEM_CODE),
            "texts": _texts(2_000, needed=True),
            "dimension": _code(ITEM_CODE),
            "trend": _BOOLEAN,
        },
    ),
    "scale": _object(
        ["code", "options"],
        {
            "code": _code(ITEM_CODE),
            "options": {**_OPTIONS, "minItems": 2},
            "easy_options": {**_OPTIONS, "minItems": 2},
        },
    ),
    "item": {
        "discriminator": {"propertyName": "type"},
        "oneOf": [_item(item_type) for item_type in ItemType],
    },
    "section": _object(
        ["section_code", "titles", "items"],
        {
            "section_code": _code(ITEM_CODE),
            "titles": _texts(500),
            "visible_if": _CONDITION,
            "items": {"type": "array", "maxItems": 500, "items": {"$ref": "#/$defs/item"}},
        },
    ),
}


def json_schema() -> dict[str, Any]:
    """JSON Schema 2020-12 of a questionnaire's document, for editors and for other programs."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Questionnaire",
        **_object(
            ["questionnaire_code", "version", "titles", "languages", "sections"],
            {
                "questionnaire_code": _code(QUESTIONNAIRE_CODE),
                "version": _code(VERSION),
                "titles": _texts(500, needed=True),
                "introductions": _texts(10_000),
                "thanks": _texts(10_000),
                "languages": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 40,
                    "uniqueItems": True,
                    "items": {**_code(LANGUAGE), "maxLength": LONGEST_LANGUAGE},
                },
                "variants": {
                    "type": "array",
                    "maxItems": 40,
                    "uniqueItems": True,
                    "items": {**_code(VARIANT), "maxLength": LONGEST_VARIANT},
                },
                "layout": {"enum": [layout.value for layout in Layout]},
                "scales": {"type": "array", "maxItems": 50, "items": {"$ref": "#/$defs/scale"}},
                "sections": {"type": "array", "maxItems": 100, "items": {"$ref": "#/$defs/section"}},
            },
        ),
        "$defs": DEFINITIONS,
    }
