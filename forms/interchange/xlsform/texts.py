"""Texts of a document as cells of a workbook, and what a cell cannot say about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from forms.interchange.xlsform import carried, labels, tongues
from forms.interchange.xlsform.carried import COLUMNS
from forms.piping import PLACEHOLDER

PIPED = ("texts", "hints")


class Texts:
    """The texts of one questionnaire: its languages, and the names that its items bear in the workbook."""

    def __init__(self, languages: Sequence[str], names: Mapping[str, str]) -> None:
        self.languages = tuple(languages)
        self.names = names
        self.codes = {name: code for code, name in names.items()}

    def put(
        self,
        row: dict[str, str],
        exact: list[dict[str, Any]],
        key: str,
        texts: Mapping[str, str],
        needed: str = "",
    ) -> None:
        """Write the texts kept under `key` into a row; what its cells cannot say goes into `exact`.

        Args:
            needed: stands in the cell of the first language when there is no text at all.
        """
        written: dict[str, str] = {}
        for tag in self.languages:
            cell = self._cell(texts.get(tag, ""), key)
            if cell:
                written[tag] = cell
        first = self.languages[0]
        if needed and not written:
            written[first] = needed
        for tag in dict.fromkeys([*self.languages, *texts]):
            shown, text = written.get(tag), texts.get(tag)
            if self._read(shown, key) != text:
                exact.append(carried.entry(key, shown, text, tag))
        column = COLUMNS[key]
        row.update({f"{column}::{tongues.header(tag)}": shown for tag, shown in written.items()})

    def _cell(self, text: str, key: str) -> str:
        """The text as other programs show it: answers are repeated without grammar."""

        def repeated(match: Any) -> str:
            name = self.names.get(match["item"]) if key in PIPED else None
            return f"${{{name}}}" if name else match["fallback"] or labels.ELLIPSIS

        said = PLACEHOLDER.sub(repeated, text.replace("${", "$ {"))
        return said.replace("\r\n", "\n").replace("\r", "\n").strip()

    def _read(self, cell: str | None, key: str) -> str | None:
        if cell is None:
            return None
        text = labels.plain(cell, self.codes, piped=key in PIPED).text
        return text if len(text) <= labels.LONGEST[key] and text else None
