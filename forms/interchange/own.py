"""Our own JSON documents, read from a file and written to one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from forms.definition import DefinitionError, load, read_document
from forms.interchange.result import Exported, Imported, RefusedFileError


def read(content: bytes) -> Imported:
    """Read a document of ours; nothing is lost. Raises RefusedFileError."""
    try:
        document = read_document(content)
        load(document)
    except DefinitionError as error:
        raise RefusedFileError("no_questionnaire", problem=str(error)) from error
    return Imported("json", document)


def write(document: Mapping[str, Any]) -> Exported:
    """Write a document so that people can read and compare it: UTF-8, indented, in the order it has."""
    return Exported(f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode())
