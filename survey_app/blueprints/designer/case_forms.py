"""The grammatical forms of an item's answers, for later texts that repeat them in a sentence."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import redirect, request, url_for
from flask_babel import gettext
from werkzeug.wrappers import Response

from forms.definition import GrammaticalCase
from forms.editing import items as edit
from forms.editing.parts import Document, copied, item_of
from survey_app import access
from survey_app.blueprints.designer import back_to_checks, blueprint, draft_page, edits, own, tongues, wording
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.typed import Typed
from survey_app.vocabulary import DraftStepKind, Role

INFLECTED = ("cs", "uk")
"""Languages in which a repeated answer may need another ending."""
FORMS = tuple(case for case in GrammaticalCase if case is not GrammaticalCase.NOMINATIVE)
LONGEST = 500


@blueprint.get("/<uuid:draft_id>/polozka/<item_code>/tvary")
@access.roles(*own.LOOKS)
def case_forms(draft_id: UUID, item_code: str) -> str:
    """Show the forms of an item's answers."""
    shown = draft_page.open_draft(draft_id)
    item = own.part(item_of, shown.document, item_code)
    typed = Typed()
    for option in item.get("options", ()):
        for case, texts in option.get("cases", {}).items():
            typed.put_texts(f"{option['code']}.{case}", texts)
    return _show(shown, item, typed, {})


@blueprint.post("/<uuid:draft_id>/polozka/<item_code>/tvary")
@access.roles(Role.METHODOLOGIST)
def change_case_forms(draft_id: UUID, item_code: str) -> Response | tuple[str, int]:
    """Save the forms."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    item, typed = own.part(item_of, shown.document, item_code), Typed.sent(request.form)
    errors = {
        name: gettext("At most %(count)s characters can be kept.", count=LONGEST)
        for name in typed.values
        if len(typed.text(name)) > LONGEST
    }
    if errors:
        return _show(shown, item, typed, errors), 422

    def change(document: Document) -> Document:
        changed = copied(item_of(document, item_code))
        for option in changed.get("options", ()):
            cases = _cases(typed, option, _languages(shown))
            option.pop("cases", None)
            if cases:
                option["cases"] = cases
        return edit.change(document, item_code, changed)

    edits.apply(draft_id, edits.revision(), DraftStepKind.ITEM_CHANGED, item_code, change)
    again = url_for(".case_forms", draft_id=draft_id, item_code=item_code, saved="item")
    return redirect(back_to_checks.address(draft_id, "item", item_code) or again, code=303)


def _cases(typed: Typed, option: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """The forms of one option; forms that the page does not show stay."""
    found: dict[str, dict[str, str]] = {}
    for case in GrammaticalCase:
        before = option.get("cases", {}).get(case.value, {})
        if case in FORMS:
            before = {tag: text for tag, text in before.items() if tag not in languages}
        texts = before | typed.texts(f"{option['code']}.{case.value}", languages if case in FORMS else ())
        if texts:
            found[case.value] = texts
    return found


def _languages(shown: DraftPage) -> tuple[str, ...]:
    return tuple(tag for tag in shown.questionnaire.languages if tag in INFLECTED)


def _show(shown: DraftPage, item: Mapping[str, Any], typed: Typed, errors: Mapping[str, str]) -> str:
    return draft_page.render(
        "designer/case_forms.html",
        shown,
        item=item,
        typed=typed,
        errors=errors,
        focus="",
        tags=_languages(shown) or shown.tags[:1],
        inflected=_languages(shown),
        forms={case: wording.CASES[case] for case in FORMS},
        name_of=tongues.name_of,
    )
