"""Texts of a workbook made plain: no HTML, no Markdown, ${name} as our piping, in language tags.

What looks like our piping and is not is taken apart, so that no text begins to mean something on its way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from forms.interchange import markup
from forms.interchange.xlsform import markdown
from forms.interchange.xlsform.columns import Record
from forms.interchange.xlsform.conditions import Targets
from forms.interchange.xlsform.notes import Notes

REFERENCE = re.compile(r"\$\{\s*([^{}\s]{1,200})\s*\}")
ELLIPSIS = "…"
LONGEST = {"texts": 2_000, "hints": 4_000, "interviewer_notes": 4_000, "titles": 500, "labels": 500}


class Plain(NamedTuple):
    """A plain text, what it lost, the names it repeats that no question bears, and its pictures in words."""

    text: str
    lost: tuple[str, ...]
    unknown: tuple[str, ...]
    pictures: tuple[str, ...] = ()


def plain(cell: str, codes: Mapping[str, str], *, piped: bool) -> Plain:
    """Make a cell plain; `codes` are those of questions by name, `piped` is where we repeat answers."""
    bare = markup.plain(cell)
    text, marked = markdown.plain(bare.text)
    lost = list(bare.lost)
    if marked and "formatting" not in lost:
        lost.append("formatting")
    text = text.replace("{{", "{ {").replace("}}", "} }")
    unknown = [name for name in REFERENCE.findall(text) if not piped or name not in codes]

    def repeated(match: re.Match[str]) -> str:
        return ELLIPSIS if match[1] in unknown else f"{{{{{codes[match[1]]}}}}}"

    return Plain(REFERENCE.sub(repeated, text), tuple(lost), tuple(dict.fromkeys(unknown)), bare.pictures)


class Labels:
    """The texts of one workbook."""

    def __init__(self, tags: Mapping[str | None, str], notes: Notes) -> None:
        self.tags = tags
        self.notes = notes
        self.codes: dict[str, str] = {}

    def know(self, targets: Targets) -> None:
        """Tell which questions a text may repeat."""
        self.codes = {name: target.code for name, target in targets.items()}

    def raw(self, record: Record, column: str) -> dict[str, str]:
        """The cells of a translated column by tag."""
        found: dict[str, str] = {}
        for language, cell in record.texts.get(column, {}).items():
            found.setdefault(self.tags[language], cell)
        return found

    def texts(self, record: Record, column: str, key: str) -> dict[str, str]:
        """The plain texts of a translated column by tag, as the document keeps them under `key`."""
        found = {}
        counted = self.raw(record, column)
        for language, cell in record.texts.get(column, {}).items():
            tag = self.tags[language]
            if cell != counted[tag]:
                self.notes.at(record.row, "text_repeated", text=cell, tag=tag)
        for tag, cell in counted.items():
            text, lost, unknown, pictures = plain(cell, self.codes, piped=key in ("texts", "hints"))
            for name in unknown:
                self.notes.at(record.row, "piping_lost", name=name)
            for what in lost:
                if what == "formatting":
                    self.notes.together(record.row, "markup_formatting")
                else:
                    shown = {"picture": ", ".join(pictures) or "…"} if what == "picture" else {}
                    self.notes.at(record.row, "markup_other", what=what, **shown)
            if len(text) > LONGEST[key]:
                self.notes.at(record.row, "text_shortened", maximum=str(LONGEST[key]))
                text = f"{text[: LONGEST[key] - 1]}{ELLIPSIS}"
            if text:
                found[tag] = text
        return found
