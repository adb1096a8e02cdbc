"""All texts of a draft, two languages side by side, with what is missing; the same as a table out and in."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from flask import redirect, request, url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from forms import translation
from forms.languages import base_language, direction
from forms.translation import Place, UnreadableTableError, UnusableTextError
from survey_app import access, db
from survey_app.blueprints.designer import (
    back_to_checks,
    blueprint,
    draft_page,
    edits,
    kept_translations,
    own,
    progress,
    tongues,
    translation_blocks,
    uploads,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.translation_blocks import Refused
from survey_app.blueprints.designer.translation_pairs import MARK, Known, grouped, is_open, pairs
from survey_app.queries import translation_memory
from survey_app.vocabulary import DraftStepKind, Role

UNUSABLE: Mapping[str, LazyString] = {
    "unstorable": _l("There is a character in the text that cannot be stored. Type the text again."),
    "last": _l("This is its only text. Translate it first, or remove the item in its editor."),
}
UNREADABLE: Mapping[str, LazyString] = {
    "missing": _l("Choose the file with the translations."),
    "too_large": _l("The file is larger than 4 MB. Choose the table that was downloaded here."),
    "not_utf8": _l("The letters of the file cannot be read. Save it as “CSV UTF-8” and choose it again."),
    "not_a_table": _l("The file is not a table (CSV). Choose the table that was downloaded here."),
    "no_key": _l("The table has no column “key”. Choose the table that was downloaded here."),
}
LARGEST_FORM = 4_200_000


@dataclass(frozen=True)
class Chosen:
    """Which languages stand side by side, and whether only what is missing or outdated is shown."""

    source: str
    target: str
    only_open: bool

    @property
    def query(self) -> dict[str, Any]:
        """The same as the query of an address."""
        return {"z": self.source, "do": self.target} | ({"chybi": "1"} if self.only_open else {})


@blueprint.get("/<uuid:draft_id>/preklady")
@access.roles(*own.LOOKS)
def translations(draft_id: UUID) -> str:
    """Show the texts in two languages."""
    shown = draft_page.open_draft(draft_id)
    return _page(shown, _chosen(shown))


@blueprint.post("/<uuid:draft_id>/preklady")
@access.roles(Role.METHODOLOGIST)
@uploads.takes(LARGEST_FORM)
def translate(draft_id: UUID) -> Response | tuple[str, int]:
    """Save every text of the page in one step; or fill its empty fields with suggestions and save nothing."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    chosen = _chosen(shown)
    typed = {name.removeprefix(MARK): text for name, text in request.form.items() if name.startswith(MARK)}
    lines = translation_blocks.read(request.form)
    typed |= lines.said
    holds = request.form.getlist("holds")
    if request.form.get("do") == "suggest":
        filled = {key: text for key, text in _suggestions(shown, chosen, typed).items() if key in typed}
        known = Known(typed | filled, holds=holds)
        return _page(shown, chosen, known, lines.refused, filled=len(filled)), 200
    errors = _unusable(shown.document, chosen.target, typed)
    if errors or lines.refused:
        return _page(shown, chosen, Known(typed, errors, holds=holds), lines.refused), 422
    _save(draft_id, chosen.target, typed, holds)
    again = url_for(".translations", draft_id=draft_id, saved="texts", **chosen.query)
    return redirect(back_to_checks.address(draft_id, "texts") or again, code=303)


@blueprint.get("/<uuid:draft_id>/preklady/tabulka")
@access.roles(*own.LOOKS)
def translation_table(draft_id: UUID) -> Response:
    """Hand out the texts in two languages as a table."""
    shown = draft_page.open_draft(draft_id)
    chosen = _chosen(shown)
    known = Known(earlier=kept_translations.waiting(shown).get(chosen.target, {}))
    places = [
        pair.place
        for pair in pairs(shown.document, chosen.source, chosen.target, known)
        if not chosen.only_open or is_open(pair, chosen.target)
    ]
    name = f"{shown.draft.code}-{chosen.source}-{chosen.target}.csv"
    return Response(
        translation.write_table(places, chosen.source, chosen.target),
        mimetype="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@blueprint.post("/<uuid:draft_id>/preklady/tabulka")
@access.roles(Role.METHODOLOGIST)
@uploads.takes(LARGEST_FORM)
def bring_translations(draft_id: UUID) -> Response | tuple[str, int]:
    """Take the translations of a table in."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    chosen = _chosen(shown)
    file = request.files.get("file")
    content = file.read() if file else b""
    places = translation.places(shown.document)
    try:
        if not content:
            raise UnreadableTableError("missing")
        table = translation.read_table(content, places, chosen.source, chosen.target)
    except UnreadableTableError as error:
        return _page(shown, chosen, file_error=_unreadable(error)), 422
    errors = _unusable(shown.document, chosen.target, table.said)
    if errors:
        return _page(shown, chosen, Known(table.said, errors)), 422
    _save(draft_id, chosen.target, table.said)
    counts: dict[str, Any] = {"prevzato": len(table.said), "zastaralo": len(table.outdated)}
    back = url_for(".translations", draft_id=draft_id, saved="table", **counts, **chosen.query)
    return redirect(back, code=303)


def _save(draft_id: UUID, target: str, said: Mapping[str, str], holds: Collection[str] = ()) -> None:
    def change(document: dict[str, Any]) -> dict[str, Any]:
        return translation.with_texts(document, target, _changed(document, target, said))

    edits.apply(draft_id, edits.revision(), DraftStepKind.TRANSLATED, target, change, (target, holds))


def _changed(document: dict[str, Any], target: str, said: Mapping[str, str]) -> dict[str, str]:
    """Return what really differs: a browser ends lines in its own way."""
    return {
        place.key: said[place.key]
        for place in translation.places(document)
        if place.key in said and translation.cleaned(said[place.key]) != place.texts.get(target, "")
    }


def _unusable(document: dict[str, Any], target: str, said: Mapping[str, str]) -> dict[str, str]:
    """Return, by key, why a text cannot be saved."""
    errors = {}
    for place in translation.places(document):
        if place.key in said:
            try:
                translation.check(place, target, translation.cleaned(said[place.key]))
            except UnusableTextError as error:
                errors[place.key] = (
                    gettext("Use at most %(count)s characters.", count=error.longest)
                    if error.reason == "too_long"
                    else str(UNUSABLE[error.reason])
                )
    return errors


def _suggestions(shown: DraftPage, chosen: Chosen, typed: Mapping[str, str]) -> dict[str, str]:
    """By key, what to offer for the fields that would be empty with what has been typed."""
    if not shown.may_edit or chosen.source == chosen.target:
        return {}
    original = translation.original_language(shown.document, chosen.target)
    source = chosen.source if original == chosen.target else original
    empty = [
        place
        for place in translation.places(shown.document)
        if translation.is_missing(place, chosen.target) and not typed.get(place.key, "").strip()
    ]
    if not empty:
        return {}
    with db.reading() as session:
        return translation_memory.suggestions(
            session, shown.draft, shown.document, empty, source, chosen.target
        )


def _unreadable(error: UnreadableTableError) -> str:
    if error.reason == "no_language":
        sentence = gettext(
            "The table has no column “%(language)s”. Choose the table of these two languages.",
            language=error.language,
        )
        return str(sentence)
    return str(UNREADABLE[error.reason])


def _chosen(shown: DraftPage) -> Chosen:
    """Return what the query says.

    Where it says nothing: what the first language that lacks texts lacks, beside the main language.
    """
    tags = shown.tags
    source = request.args.get("z", "")
    lacking = [tag for tag in tags if progress.open_texts(shown, tag)]
    if source not in tags:
        main_alone = lacking == [shown.main_language]
        source = tags[1] if main_alone and len(tags) > 1 else shown.main_language
    others = [tag for tag in tags if tag != source] or [source]
    lacking = [tag for tag in lacking if tag in others]
    target = request.args.get("do", "")
    return Chosen(
        source,
        target if target in others else (lacking or others)[0],
        request.args.get("chybi") == "1" or bool(lacking and not request.args.keys() & {"z", "do"}),
    )


def _page(
    shown: DraftPage,
    chosen: Chosen,
    known: Known | None = None,
    refused: Mapping[str, Refused] | None = None,
    file_error: str = "",
    filled: int | None = None,
) -> str:
    known = known or Known()
    waiting = kept_translations.waiting(shown)
    known = replace(
        known,
        earlier=waiting.get(chosen.target, {}),
        suggestions=_suggestions(shown, chosen, known.said),
    )
    every = pairs(shown.document, chosen.source, chosen.target, known)
    asked = [pair for pair in every if pair.errors or not chosen.only_open or is_open(pair, chosen.target)]
    groups = [
        (heading, translation_blocks.in_blocks(inside, refused or {}))
        for heading, inside in grouped(asked, shown.questionnaire, chosen.source)
    ]
    rows = [row for _heading, inside in groups for row in inside]
    return draft_page.render(
        "designer/translations.html",
        shown,
        chosen=chosen,
        tags=[(tag, tongues.name_of(tag)) for tag in shown.tags],
        names={tag: tongues.name_of(tag) for tag in shown.tags},
        progress=[
            (tag, translation.progress(shown.document, tag), len(waiting.get(tag, {}))) for tag in shown.tags
        ],
        groups=groups,
        kept=_kept(shown, chosen.target),
        first_open=next((row for row in rows if row.is_missing or row.outdated), None),
        next_step=progress.next_step(progress.steps(shown)),
        page_has_errors=bool(known.wrong or refused or file_error),
        wrong=[row for row in rows if row.errors],
        file_error=file_error,
        filled=filled,
        may_fill=any(row.suggestions for row in rows),
        base_language=base_language,
        direction=direction,
        taken=request.args.get("prevzato", 0, type=int),
        left_out=request.args.get("zastaralo", 0, type=int),
        original=translation.original_language(shown.document, chosen.target),
    )


def _kept(shown: DraftPage, target: str) -> list[tuple[Place, str, str]]:
    """The places whose outdated translation stays: each with the original that was translated, and why."""
    reasons, marks = kept_translations.reasons(shown, target), shown.outdated.get(target, {})
    return [
        (place, marks[place.key], reasons[place.key])
        for place in translation.places(shown.document)
        if place.key in reasons
    ]
