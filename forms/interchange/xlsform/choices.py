"""The lists of the sheet "choices", as options of ours."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import Any

from forms.interchange.codes import Codes
from forms.interchange.xlsform import carried
from forms.interchange.xlsform.columns import MEDIA, Record
from forms.interchange.xlsform.labels import Labels
from forms.interchange.xlsform.notes import Notes

MOST_OPTIONS = 500
OTHER_CODE = "other"
OTHER = {
    "cs": "Jiná možnost", "en": "Other", "uk": "Інше", "sk": "Iná možnosť", "de": "Anderes", "pl": "Inne",
    "fr": "Autre", "es": "Otro", "it": "Altro", "pt": "Outro", "ru": "Другое", "vi": "Khác",
    "hu": "Egyéb", "ro": "Altele", "bg": "Друго", "hr": "Drugo", "sl": "Drugo", "el": "Άλλο", "tr": "Diğer",
    "nl": "Anders", "sv": "Annat", "ar": "أخرى", "fa": "سایر", "he": "אחר", "zh": "其他", "mn": "Бусад",
    "ka": "სხვა", "hi": "अन्य",
}  # fmt: skip
KNOWN = frozenset({"list_name", "name", carried.OPTION})


@dataclass
class ChoiceList:
    """Options in order, and their codes by the names they have in the workbook."""

    name: str
    options: list[dict[str, Any]] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    def documents(self) -> list[dict[str, Any]]:
        """The options for one item, shared with no other."""
        return copy.deepcopy(self.options)

    def writing_in(self, code: str) -> ChoiceList:
        """The list where words may be written beside this option."""
        options = self.documents()
        for option in options:
            if option["code"] == code:
                option["write_in"] = True
        return replace(self, options=options)

    def with_other(self, tags: Sequence[str]) -> ChoiceList:
        """The list with an option to write in: the one called "other", or one more."""
        known = self.codes.get(OTHER_CODE)
        if known is not None:
            return self.writing_in(known)
        codes = Codes(option["code"] for option in self.options)
        code = codes.distinct(OTHER_CODE)
        said = {tag: OTHER.get(tag.partition("-")[0], "") for tag in tags}
        labels = {tag: word for tag, word in said.items() if word} or {"en": OTHER["en"]}
        other = {"code": code, "labels": labels, "write_in": True}
        return ChoiceList(self.name, [*self.documents(), other], {**self.codes, OTHER_CODE: code})


def lists(records: Sequence[Record], labels: Labels, notes: Notes) -> dict[str, ChoiceList]:
    """The lists of a workbook by name."""
    found: dict[str, ChoiceList] = {}
    names: dict[str, list[str]] = {}
    for record in records:
        names.setdefault(record.get("list_name"), []).append(record.get("name"))
    codes = {name: Codes(reserved=own) for name, own in names.items()}
    for record in records:
        name = record.get("list_name")
        if not name:
            _note_stray(record, notes)
            continue
        whole = found.setdefault(name, ChoiceList(name))
        if len(whole.options) == MOST_OPTIONS:
            notes.add(f"choices ({name})", "too_many_options", maximum=str(MOST_OPTIONS))
            continue
        _add(whole, record, codes[name], labels, notes)
    return found


def _add(whole: ChoiceList, record: Record, codes: Codes, labels: Labels, notes: Notes) -> None:
    name = record.get("name")
    own = carried.read(record.get(carried.OPTION))
    texts = labels.texts(record, "label", "labels")
    if not name:
        if texts:
            notes.at(record.row, "choice_without_name", label=" / ".join(texts.values()))
        return
    known = own.value("code", name) if own else None
    code = codes.distinct(known, own=True) if isinstance(known, str) else codes.option(name)
    if own is None and name in whole.codes:
        notes.at(record.row, "choice_repeated", code=code)
    elif own is None and code != name:
        notes.at(record.row, "code_changed", name=name, code=code)
    whole.codes.setdefault(name, code)
    option: dict[str, Any] = {"code": code, "labels": texts}
    if own:
        raw = {"label": labels.raw(record, "label")}
        own.restore(option, {"name": name}, raw)
    whole.options.append(option)
    _note_rest(record, notes)


def note_unused(listed: Sequence[Record], used: AbstractSet[str], notes: Notes) -> None:
    """Note the lists that no question offers, with what their options say."""
    found: dict[tuple[str, str], list[str]] = {}
    for record in listed:
        name = record.get("list_name")
        if name and name not in used:
            label = next(iter(record.texts.get("label", {}).values()), record.get("name"))
            found.setdefault((record.row.sheet, name), []).append(label)
    for (sheet, name), options in found.items():
        notes.add(f"{sheet} ({name})", "list_unused", options=", ".join(options))


def _note_stray(record: Record, notes: Notes) -> None:
    label = next(iter(record.texts.get("label", {}).values()), record.get("name"))
    if label:
        notes.at(record.row, "choice_without_list", label=label)
    else:
        _note_rest(record, notes)


def _note_rest(record: Record, notes: Notes) -> None:
    for medium in MEDIA:
        for file in dict.fromkeys(record.texts.get(medium, {}).values()):
            notes.at(record.row, "media_lost", file=file)
    for name in record.cells:
        if name not in KNOWN:
            notes.cell(record.row, record.headers.get(name, name))
