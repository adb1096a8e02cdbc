"""What holds for a whole questionnaire: its name, languages, pages, the words before and after the items."""

import re
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import redirect, request, url_for
from flask_babel import gettext, ngettext
from werkzeug.wrappers import Response

from forms.definition.schema import QUESTIONNAIRE_CODE, VERSION
from forms.editing import settings as edit
from forms.editing import usual
from forms.editing.parts import Document
from forms.languages import EASY, base_language, is_easy
from survey_app import access, db
from survey_app.blueprints.designer import (
    as_published,
    back_to_checks,
    blueprint,
    draft_page,
    edits,
    own,
    progress,
    tongues,
)
from survey_app.blueprints.designer.begin_form import CODE_RULE, LAYOUTS, VERSION_RULE
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.reading import Reading
from survey_app.blueprints.designer.typed import Typed
from survey_app.operations.drafts import CodeTakenError
from survey_app.queries import design
from survey_app.vocabulary import DraftStepKind, Role

TEXTS = ("titles", "introductions", "thanks")
LONGEST = {"titles": 500, "introductions": 10_000, "thanks": 10_000}  # characters, as in the schema


@blueprint.get("/<uuid:draft_id>/nastaveni")
@access.roles(*own.LOOKS)
def settings(draft_id: UUID) -> str | tuple[str, int]:
    """Show the settings of a draft."""
    shown = draft_page.open_draft(draft_id)
    document = shown.document
    typed = Typed({"questionnaire_code": [document["questionnaire_code"]], "version": [document["version"]]})
    for name in TEXTS:
        typed.put_texts(name, document.get(name, {}))
    typed.put("layout", document.get("layout", "section"))
    typed.put("main_language", shown.main_language)
    typed.put("languages", *shown.questionnaire.languages)
    typed.put("variants", *shown.questionnaire.variants)
    return _show(shown, typed, {})


@blueprint.post("/<uuid:draft_id>/nastaveni")
@access.roles(Role.METHODOLOGIST)
def change_settings(draft_id: UUID) -> Response | str | tuple[str, int]:
    """Save the settings, or show them again."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    typed = Typed.sent(request.form)
    reading = Reading(typed, shown.tags)
    said = _said(reading, shown)
    languages, variants = _languages(reading)
    _ask_before_removing(reading, shown, languages, variants)
    if reading.errors:
        return _show(shown, typed, reading.errors)

    def change(document: Document) -> Document:
        spoken = edit.speak(edit.change(document, said), languages, variants)
        return usual.with_ready_words(spoken, (*languages, *variants))

    try:
        edits.apply(draft_id, edits.revision(), DraftStepKind.SETTINGS, "", change)
    except CodeTakenError:
        taken = gettext("There already is a draft of a questionnaire with this code.")
        return _show(shown, typed, {"questionnaire_code": taken})
    checks = back_to_checks.address(draft_id, "settings")
    return redirect(checks or url_for(".settings", draft_id=draft_id, saved="settings"), code=303)


def _said(reading: Reading, shown: DraftPage) -> dict[str, Any]:
    typed = reading.typed
    said: dict[str, Any] = {
        "titles": reading.needed_texts("titles", gettext("Write the title."), shown.document["titles"]),
        "introductions": reading.texts("introductions", shown.document.get("introductions")),
        "thanks": reading.texts("thanks", shown.document.get("thanks")),
    }
    for name, longest in LONGEST.items():
        for tag, text in said[name].items():
            if len(text) > longest:
                reading.refuse(
                    f"{name}.{tag}", gettext("At most %(count)s characters can be kept.", count=longest)
                )
    said["layout"] = typed.text("layout")
    if said["layout"] not in LAYOUTS:
        reading.refuse("layout", gettext("Choose one of the options."))
    said["version"] = typed.text("version")
    if not _fits(VERSION, said["version"]):
        reading.refuse("version", str(VERSION_RULE))
    if not _is_published(shown):
        said["questionnaire_code"] = code = typed.text("questionnaire_code")
        if not _fits(QUESTIONNAIRE_CODE, code):
            reading.refuse("questionnaire_code", str(CODE_RULE))
    return said


def _languages(reading: Reading) -> tuple[list[str], list[str]]:
    """The languages chosen, the main one first, and the easy variants."""
    typed = reading.typed
    more = tongues.tags_in(typed.text("more_languages"))
    if wrong := tongues.wrong(more):
        reading.refuse(
            "more_languages",
            gettext("%(tag)s is not the code of a language, such as de or pl.", tag=wrong[0]),
        )
    chosen = [typed.text("main_language"), *typed.chosen("languages"), *more]
    languages = [tag for tag in dict.fromkeys(chosen) if tag and not tongues.wrong([tag])]
    if not languages:
        reading.refuse("main_language", gettext("Choose the main language."))
    variants = typed.chosen("variants")
    for variant in variants:
        if base_language(variant) not in languages or not is_easy(variant):
            reading.refuse(
                "variants",
                gettext(
                    "%(variant)s needs its language: choose %(language)s too.",
                    variant=tongues.name_of(variant),
                    language=tongues.name_of(base_language(variant)),
                ),
            )
    return languages, variants


def _ask_before_removing(
    reading: Reading, shown: DraftPage, languages: list[str], variants: list[str]
) -> None:
    """A language goes with its texts only after the author was told how many they are."""
    gone = [tag for tag in shown.tags if tag not in (*languages, *variants)]
    texts = sum(edit.text_count(shown.document, tag) for tag in gone)
    if texts and not reading.typed.flag("confirmed"):
        names = ", ".join(tongues.name_of(tag) for tag in gone)
        sentence = ngettext(
            "With %(names)s goes %(num)s text. Tick the box if you want that.",
            "With %(names)s go %(num)s texts. Tick the box if you want that.",
            texts,
            names=names,
        )
        reading.refuse("confirmed", sentence)


def _fits(pattern: str, text: str) -> bool:
    return re.fullmatch(pattern, text) is not None


def _is_published(shown: DraftPage) -> bool:
    with db.reading() as session:
        return design.published_version(session, shown.draft.region_id, shown.draft.code) is not None


def _show(shown: DraftPage, typed: Typed, errors: Mapping[str, str]) -> str | tuple[str, int]:
    known = list(dict.fromkeys((*tongues.OFFERED, *shown.questionnaire.languages)))
    easy = dict.fromkeys((*(f"{tag}{EASY}" for tag in known), *shown.questionnaire.variants))
    page = draft_page.render(
        "designer/settings.html",
        shown,
        typed=typed,
        errors=errors,
        focus="",
        tags=shown.tags,
        name_of=tongues.name_of,
        layouts=LAYOUTS,
        known_languages=known,
        easy_variants=list(easy),
        published=_is_published(shown),
        steps=(found := progress.steps(shown)),
        next_step=progress.next_step(found),
        as_published=as_published.version(shown),
    )
    return (page, 422) if errors else page
