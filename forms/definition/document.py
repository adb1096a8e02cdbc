"""A questionnaire read from its JSON document and written back.

Only what the schema admits is read, so nothing here guards against shapes. Defaults are left out of what is
written.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from forms.definition.questionnaire import (
    Item,
    ItemType,
    Layout,
    Option,
    Picture,
    Questionnaire,
    Row,
    Scale,
    Section,
)
from forms.definition.schema import json_schema
from forms.documents.canonical import bounded
from forms.documents.conformity import require
from forms.expressions.tree import Expression, from_document, to_document

SCHEMA = json_schema()


def load(document: Mapping[str, Any]) -> Questionnaire:
    """The questionnaire in this document, which may come from anyone.

    Raises DefinitionError with a path and a sentence for every problem. Shape only: see `forms.checks` for
    sense.
    """
    bounded(document)
    require(document, SCHEMA)
    document = copy.deepcopy(document)
    return Questionnaire(
        questionnaire_code=document["questionnaire_code"],
        version=document["version"],
        titles=document["titles"],
        introductions=document.get("introductions", {}),
        thanks=document.get("thanks", {}),
        languages=tuple(document["languages"]),
        variants=tuple(document.get("variants", ())),
        layout=Layout(document.get("layout", Layout.SECTION)),
        scales=tuple(_scale(part) for part in document.get("scales", ())),
        sections=tuple(_section(part) for part in document["sections"]),
    )


def dump(questionnaire: Questionnaire) -> dict[str, Any]:
    """The document of a questionnaire: `load(dump(q)) == q`, and no part of it is shared with `q`."""
    document: dict[str, Any] = _plain(questionnaire)
    return document


def _scale(document: Mapping[str, Any]) -> Scale:
    easy = document.get("easy_options")
    return Scale(
        code=document["code"],
        options=tuple(_option(part) for part in document["options"]),
        easy_options=None if easy is None else tuple(_option(part) for part in easy),
    )


def _option(document: Mapping[str, Any]) -> Option:
    attributes = {name: tuple(values) for name, values in document.get("attributes", {}).items()}
    return Option(**{**document, "attributes": attributes, "picture": _picture(document)})


def _picture(document: Mapping[str, Any]) -> Picture | None:
    return Picture(**document["picture"]) if "picture" in document else None


def _section(document: Mapping[str, Any]) -> Section:
    return Section(
        section_code=document["section_code"],
        titles=document["titles"],
        items=tuple(_item(part) for part in document["items"]),
        visible_if=_condition(document),
    )


def _item(document: Mapping[str, Any]) -> Item:
    converted = {
        "type": ItemType(document["type"]),
        "options": tuple(_option(part) for part in document.get("options", ())),
        "visible_if": _condition(document),
        "picture": _picture(document),
        "rows": tuple(Row(**part) for part in document.get("rows", ())),
    }
    return Item(**{**document, **converted})


def _condition(document: Mapping[str, Any]) -> Expression | None:
    return from_document(document["visible_if"]) if "visible_if" in document else None


def _plain(value: Any) -> Any:
    match value:
        case Questionnaire() | Scale() | Section() | Item() | Row() | Option() | Picture():
            return {
                part.name: _plain(found)
                for part in fields(value)
                if (found := getattr(value, part.name)) != _default(part)
            }
        case Mapping():
            return {name: _plain(part) for name, part in value.items()}
        case tuple() | list():
            return [_plain(part) for part in value]
        case _ if isinstance(value, Expression):
            return to_document(value)
        case ItemType() | Layout():
            return value.value
        case _:
            return value


def _default(part: Any) -> Any:
    return part.default if part.default_factory is MISSING else part.default_factory()
