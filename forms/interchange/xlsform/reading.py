"""A whole workbook as a questionnaire's document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from forms.interchange import codes
from forms.interchange.result import Imported, RefusedFileError
from forms.interchange.xlsform import (
    carried,
    choices,
    externals,
    faults,
    formulas,
    kobo,
    targets,
    tongues,
    tree,
    workbook,
    write_ins,
)
from forms.interchange.xlsform.calculations import Calculations
from forms.interchange.xlsform.columns import Record, column, languages, nameless, records
from forms.interchange.xlsform.items import Items
from forms.interchange.xlsform.labels import Labels
from forms.interchange.xlsform.notes import Notes
from forms.interchange.xlsform.scales import Scales
from forms.interchange.xlsform.sections import Sections
from forms.interchange.xlsform.types import kind
from forms.interchange.xlsform.workbook import Sheet

READ_SHEETS = ("survey", "choices", externals.SHEET, "settings")
LISTED = frozenset({"entities", "osm", "cascades"})
SETTINGS = frozenset(
    {
        "form_title", "title", "form_id", "id_string", "version", "default_language", "set_form_title",
        "set_form_id", "allow_choice_duplicates", "clean_text_values", carried.QUESTIONNAIRE,
    }
)  # fmt: skip
TITLE = "form_title::"
"""How the header of a title in one language begins."""
MOST_LANGUAGES = 40
NO_LANGUAGE = "und"
LOGIC = ("relevant", "constraint", "calculation")
MOST_LOGIC = 1_000_000
"""Characters of expressions in a whole workbook: reading them has to stay a matter of seconds."""


def read(content: bytes, name: str = "") -> Imported:
    """Read a workbook. Raises RefusedFileError.

    Args:
        name: of the file without its ending; names the questionnaire where the workbook does not.
    """
    notes = Notes()
    sheets = _sheets(workbook.read(content), notes)
    _note_formulas(content, sheets, notes)
    survey = records(sheets["survey"])
    if sum(len(record.get(column)) for record in survey for column in LOGIC) > MOST_LOGIC:
        raise RefusedFileError("too_much_logic", maximum=f"{MOST_LOGIC:,}")
    listed, external = (
        records(sheets[name]) if name in sheets else [] for name in ("choices", externals.SHEET)
    )
    settings = _settings(sheets, notes)
    worded = [*survey, *listed, *external]
    names = languages([sheets[name] for name in READ_SHEETS[:3] if name in sheets], worded)
    tags = _tags(names, worded, settings, notes)
    document = _document(survey, (listed, external), settings, tags, notes)
    _entitle(document, settings, name, notes)
    if not any(kind(record.get("type")).name in kobo.LISTS for record in survey):
        faults.note(sheets, notes)  # what only KoBo reads is no fault
    return Imported("xlsform", document, notes.losses)


def _sheets(found: Sequence[Sheet], notes: Notes) -> dict[str, Sheet]:
    sheets: dict[str, Sheet] = {}
    for sheet in found:
        if sheets.setdefault(sheet.name.strip().lower(), sheet) is not sheet and sheet.rows:
            notes.add(sheet.name, "sheet_lost")
    if "survey" not in sheets and len(found) == 1:
        sheets = {"survey": found[0]}
    if "survey" not in sheets:
        raise RefusedFileError("no_survey_sheet", sheets=", ".join(sheet.name for sheet in found))
    columns = {column(header).name for header in sheets["survey"].headers}
    if "type" not in columns:
        raise RefusedFileError("no_type_column")
    for name, sheet in sheets.items():
        if name not in READ_SHEETS and sheet.rows:
            notes.add(sheet.name, "sheet_lost" if name in LISTED else "sheet_ignored")
        elif name in READ_SHEETS and sheet.unread:
            notes.add(sheet.name, "sheet_unread", cell=sheet.unread)
    return {name: sheet for name, sheet in sheets.items() if name in READ_SHEETS or name in LISTED}


def _note_formulas(content: bytes, sheets: Mapping[str, Sheet], notes: Notes) -> None:
    number = formulas.uncomputed(content)
    if number:
        notes.add("survey", "formulas_uncomputed", number=str(number))
    for sheet in sheets.values():
        for row, header, error in formulas.errors(sheet.rows):
            notes.at(row, "cell_error", column=header, error=error)


def _settings(sheets: Mapping[str, Sheet], notes: Notes) -> dict[str, str]:
    rows = records(sheets["settings"]) if "settings" in sheets else []
    found = dict(rows[0].cells) if rows else {}
    for number, row in enumerate(rows):
        for name, cell in row.cells.items():
            known = name in SETTINGS or name.startswith(TITLE)
            if not known or (number and cell != found.get(name)):
                notes.add("settings", "setting_lost", name=row.headers.get(name, name), value=cell)
    return found


def _tags(
    names: Sequence[str | None], rows: Sequence[Record], settings: Mapping[str, str], notes: Notes
) -> dict[str | None, str]:
    default = settings.get("default_language", "")
    named = [name for name in names if name is not None]
    labelled = any(None in record.texts.get("label", {}) for record in rows)
    if labelled or default or not named:
        tags = tongues.tags(names, default, nameless(rows), notes)
    else:  # where all labels name their language, a hint that names none is in the first one
        tags = tongues.tags(named, default, nameless(rows), notes)
        tags[None] = tags[named[0]]
    if len(set(tags.values())) > MOST_LANGUAGES:
        raise RefusedFileError("too_many_languages", maximum=str(MOST_LANGUAGES))
    return tags


def _document(
    survey: Sequence[Record],
    offered: tuple[Sequence[Record], Sequence[Record]],
    settings: Mapping[str, str],
    tags: Mapping[str | None, str],
    notes: Notes,
) -> dict[str, Any]:
    used = _used(tags, settings.get("default_language", ""))
    own = carried.read(settings.get(carried.QUESTIONNAIRE, ""))
    known = own.parts("scales") if own else {}
    labels = Labels(tags, notes)
    root, listed, outside = externals.adopted(tree.grow(survey, notes), *offered)
    lists = choices.lists(listed, labels, notes)
    root = kobo.Unfolding(listed, notes).unfolded(root)
    choices.note_unused(listed, {*_offered(root), *known}, notes)
    choices.note_unused(outside, frozenset(), notes)
    item_codes = codes.item_codes()
    planned, read_by_name = targets.plan(root.questions(), lists, used, item_codes, notes)
    write_ins.absorb(root, planned, read_by_name, notes)
    labels.know(read_by_name)
    scales = Scales(lists, known, notes)
    computed = Calculations(root, read_by_name)
    items = Items(labels, read_by_name, scales, notes, used[0], computed)
    walked = Sections(items, planned, item_codes)
    sections = walked.documents(root)
    if own is None and not any(section["items"] for section in sections):
        raise RefusedFileError("nothing_to_ask")
    document: dict[str, Any] = {**walked.frames, "languages": used, "sections": sections}
    if scales.documents:
        document["scales"] = scales.documents
    if own is not None:
        document.update({key: part for key, part in own.keys.items() if key not in ("scales", "languages")})
        document["languages"] = _ordered(used, own.keys.get("languages"))
    return document


def _offered(root: tree.Group) -> set[str]:
    """The lists that questions offer, or rows of a matrix are made of."""
    groups = [root]
    for group in groups:
        groups.extend(child for child in group.children if isinstance(child, tree.Group))
    offered = {question.kind.name for question in root.questions() if question.kind.base != "external"}
    return offered | {group.record.get(column) for group in groups for column in kobo.LISTS.values()}


def _ordered(used: list[str], carried_languages: Any) -> list[str]:
    """The languages as they were, and those that somebody has added since."""
    known = (
        [tag for tag in carried_languages if isinstance(tag, str)]
        if isinstance(carried_languages, list)
        else []
    )
    return [*known, *(tag for tag in used if tag not in known and tag != NO_LANGUAGE)] or used


def _used(tags: Mapping[str | None, str], default: str) -> list[str]:
    """The languages of the questionnaire, first the default one: where none is named, that without a name."""
    found = list(dict.fromkeys(tags.values())) or [NO_LANGUAGE]
    main = (tags.get(default) or tongues.tag_of(default)) if default else tags.get(None)
    return sorted(found, key=lambda tag: tag != main) if main in found else found


def _entitle(document: dict[str, Any], settings: Mapping[str, str], name: str, notes: Notes) -> None:
    """Give the document its code, version and title."""
    title = _first(settings, ("form_title", "title", "set_form_title"), notes)
    form_id = _first(settings, ("form_id", "id_string", "set_form_id"), notes)
    main = document["languages"][0]
    document["questionnaire_code"] = codes.questionnaire_code(form_id, title, name)
    document["version"] = codes.version(settings.get("version", ""))
    document["titles"] = _titles(settings, document["languages"], notes)
    if main not in document["titles"]:
        document["titles"][main] = (title or form_id or name or document["questionnaire_code"])[:500]
    own = carried.read(settings.get(carried.QUESTIONNAIRE, ""))
    if own is not None:
        own.restore_exact(document, settings, {"label": {main: title}})


def _first(settings: Mapping[str, str], names: Sequence[str], notes: Notes) -> str:
    """The first of these settings that says anything; others that say something else are lost."""
    found = next((settings[name] for name in names if settings.get(name)), "")
    for name in names:
        if settings.get(name, "") not in ("", found):
            notes.add("settings", "setting_lost", name=name, value=settings[name])
    return found


def _titles(settings: Mapping[str, str], languages: Sequence[str], notes: Notes) -> dict[str, str]:
    """The titles that stand in columns of their languages."""
    found: dict[str, str] = {}
    for header, cell in settings.items():
        tag = tongues.tag_of(header.removeprefix(TITLE)) if header.startswith(TITLE) else None
        if tag is not None and tag in languages:
            found.setdefault(tag, cell[:500])
        elif header.startswith(TITLE):
            notes.add("settings", "setting_lost", name=header, value=cell)
    return found
