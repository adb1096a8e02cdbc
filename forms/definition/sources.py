"""Filling an item's options from a catalogue, once, when a questionnaire is published.

The published document is then self-contained: a service renamed next year does not change last year's
question.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from forms.definition.document import load
from forms.definition.schema import DEFINITIONS
from forms.documents.canonical import bounded
from forms.documents.conformity import DefinitionError, Problem, child, require

Sources = Mapping[str, Sequence[Mapping[str, Any]]]
"""Source name → option documents: {"code": …, "labels": {"cs": …}, "attributes": {"forms": ["field"]}}."""

OPTION_LIST = {"type": "array", "maxItems": 400, "items": {"$ref": "#/$defs/option"}, "$defs": DEFINITIONS}


def materialise(document: Mapping[str, Any], sources: Sources) -> dict[str, Any]:
    """A copy of the document in which every item with a `source` holds the options of that source.

    The item's own options ("other, please write", "don't know") follow after the source's, unless the source
    has the same code. Doing it twice changes nothing.
    Raises DefinitionError for a document that cannot be loaded, for a missing source and for bad options.
    """
    load(document)
    filled: dict[str, Any] = copy.deepcopy(dict(document))
    known: dict[str, list[dict[str, Any]]] = {}
    for section_number, section in enumerate(filled["sections"]):
        for item_number, item in enumerate(section["items"]):
            if "source" in item:
                name, path = item["source"], f"/sections/{section_number}/items/{item_number}/source"
                if name not in known:
                    known[name] = _options(name, sources, path)
                item["options"] = _merged(copy.deepcopy(known[name]), item.get("options", []))
    return filled


def _options(name: str, sources: Sources, path: str) -> list[dict[str, Any]]:
    if name not in sources:
        raise DefinitionError([Problem(path, f"names the source “{name}”, which is not at hand")])
    options = copy.deepcopy([dict(option) for option in sources[name]])
    bounded(options)
    require(options, OPTION_LIST, child("/sources", name))
    return options


def _merged(from_source: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    taken = {option["code"] for option in from_source}
    return [*from_source, *(option for option in own if option["code"] not in taken)]
