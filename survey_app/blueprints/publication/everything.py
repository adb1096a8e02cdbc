"""Everything that a computation holds, for those who answer for it: hidden cells too, and why they are.

Reads documents of every method version: what an old one does not have is not shown. Computes no statistics.
"""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import g, render_template
from flask_babel import gettext
from sqlalchemy.orm import Session

from forms.definition import Questionnaire
from forms.languages import text_in
from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.publication import blueprint, own
from survey_app.blueprints.publication.wording import warning_details, warning_in_words
from survey_app.models import IndexSnapshot
from survey_app.queries import design, distributions, method_warnings, results
from survey_app.queries.contributions import margin_items
from survey_app.vocabulary import Mode

JOINT = " + "
"""Between the codes of categories that were joined for weighting."""


@blueprint.get("/<uuid:snapshot_id>/vse")
@access.roles(*own.LOOKS)
def everything(snapshot_id: UUID) -> str:
    """Show one computation whole."""
    with db.reading() as session:
        found = own.snapshot(session, snapshot_id, *own.LOOKS)
        page.set_region(found.wave.region)
        return render_template("publication/everything.html", **_surroundings(session, found))


def _surroundings(session: Session, found: IndexSnapshot) -> dict[str, Any]:
    document, wave, now = found.document, found.wave, clock.now()
    names = results.cell_names(session, wave)
    questionnaire = design.questionnaire(session, wave.questionnaire_version_id)

    def named(kind: str, code: str | None) -> str:
        return text_in(names.get((kind, code or ""), {}), g.language) or code or ""

    return {
        "snapshot": found,
        "wave": wave,
        "document": document,
        "cells": document.get("cells", []),
        "named": named,
        "said": _options(questionnaire),
        "margins": labels.MARGINS,
        "category": _categories(questionnaire),
        "asked": {item.item_code: text_in(item.texts, g.language) for item in questionnaire.items},
        "weighting": document.get("weighting") or {},
        "warnings": [
            (warning_in_words(each), warning_details(each))
            for each in method_warnings.of_snapshot(session, found)
        ],
        "distributions": distributions.of_wave(session, wave, now),
        "mode": _mode,
        "language_label": labels.language,
        "in_words": _in_words,
    }


def _categories(questionnaire: Questionnaire) -> Callable[[str, str], str]:
    """Return how to say a category of a margin, also one that was joined of several."""
    words = {
        (margin, code): text_in(option.labels, g.language)
        for margin, items in margin_items(questionnaire).items()
        for item in items
        for code, option in questionnaire.options[item.item_code].items()
    }

    def said(margin: str, category: str) -> str:
        if not category:
            return str(gettext("not said"))
        return JOINT.join(words.get((margin, code), code) for code in category.split(JOINT))

    return said


def _options(questionnaire: Questionnaire) -> Mapping[tuple[str, str], str]:
    """Return the words of each option of each closed item, by the codes of both."""
    return {
        (item_code, code): text_in(option.labels, g.language)
        for item_code, options in questionnaire.options.items()
        for code, option in options.items()
    }


def _mode(code: str) -> str:
    return str(labels.MODES[Mode(code)]) if code in set(Mode) else code


def _in_words(counts: Mapping[str, int], kind: str) -> str:
    """Say counts in one cell of a table, the most frequent first."""
    word = _mode if kind == "mode" else labels.language
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{word(code)} {n}" for code, n in ordered)
