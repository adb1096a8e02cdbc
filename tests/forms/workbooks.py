"""XLSForms made in memory, and the two tables that most of them need."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl

Table = Sequence[Sequence[Any]]
YES_NO = (("list_name", "name", "label::English (en)"), ("yn", "yes", "Yes"), ("yn", "no", "No"))


def workbook(survey: Table, choices: Table = (), settings: Table = (), **more: Table) -> bytes:
    """The bytes of a workbook; a sheet without rows is left out."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in {"survey": survey, "choices": choices, "settings": settings, **more}.items():
        if rows:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(list(row))
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def with_members(content: bytes, members: Mapping[str, bytes | None]) -> bytes:
    """The archive with some members put in, exchanged or (None) left out."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            if name not in members:
                copy.writestr(name, source.read(name))
        for name, member in members.items():
            if member is not None:
                copy.writestr(name, member)
    return target.getvalue()
