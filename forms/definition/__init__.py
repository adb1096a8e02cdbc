"""The definition of a questionnaire and its JSON document.

A published version is one frozen document; these names are all that the rest of the house needs to read it.
"""

from forms.definition.document import dump, load
from forms.definition.questionnaire import (
    CONSENT_OPTIONS,
    YES_NO_OPTIONS,
    Bound,
    GrammaticalCase,
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
from forms.definition.sources import materialise
from forms.documents.canonical import MAXIMUM_BYTES, digest, read_document
from forms.documents.conformity import DefinitionError, Problem
from forms.languages import Texts, text_in

__all__ = [
    "CONSENT_OPTIONS",
    "MAXIMUM_BYTES",
    "YES_NO_OPTIONS",
    "Bound",
    "DefinitionError",
    "GrammaticalCase",
    "Item",
    "ItemType",
    "Layout",
    "Option",
    "Picture",
    "Problem",
    "Questionnaire",
    "Row",
    "Scale",
    "Section",
    "Texts",
    "digest",
    "dump",
    "json_schema",
    "load",
    "materialise",
    "read_document",
    "text_in",
]
