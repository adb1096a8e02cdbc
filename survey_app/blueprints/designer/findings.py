"""What the checks find in a draft, why a warning may stay as it is, and what an import has lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import g, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from forms.checks import Finding, Severity
from forms.checks.sentences import Said, said
from forms.interchange import Loss
from survey_app import access, clock, db
from survey_app.blueprints.designer import blueprint, draft_page, losses, own, tongues
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.operations import drafts as operations
from survey_app.queries import staff
from survey_app.vocabulary import Role

LONGEST_REASON = 500
NO_REASON = _l("Write why it may stay as it is.")
TOO_LONG = _l("Use at most 500 characters.")
FORMATS: Mapping[str, LazyString] = {
    "xlsform": _l("XLSForm"),
    "limesurvey": _l("LimeSurvey"),
    "json": _l("the own format (JSON)"),
}


@dataclass(frozen=True)
class Shown:
    """A finding as its card shows it. `reason`, `by` and `on` are those of who acknowledged it."""

    finding: Finding
    number: int
    said: Said
    editor: str
    reason: str = ""
    by: str = ""
    on: str = ""
    error: str = ""

    @property
    def id(self) -> str:
        """The id of the input for the reason."""
        return f"reason-{self.number}"


@blueprint.get("/<uuid:draft_id>/kontrola")
@access.roles(*own.LOOKS)
def findings(draft_id: UUID) -> str:
    """Show what the checks find."""
    return _page(draft_page.open_draft(draft_id))


@blueprint.post("/<uuid:draft_id>/kontrola")
@access.roles(Role.METHODOLOGIST)
def acknowledge(draft_id: UUID) -> Response | tuple[str, int]:
    """Remember why a warning may stay, or forget it again; errors cannot be acknowledged."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    key, reason = request.form.get("key", ""), request.form.get("reason", "").strip()
    takes_back = request.form.get("do") == "take_back"
    if not takes_back:
        refusal = NO_REASON if not reason else TOO_LONG if len(reason) > LONGEST_REASON else None
        if refusal:
            return _page(shown, {key: (reason, str(refusal))}), 422
    warnings = {found.key for found in shown.findings if found.severity is Severity.WARNING}
    if key in (shown.draft.acknowledged if takes_back else warnings):
        with db.transaction() as session:
            draft = own.draft(session, draft_id, Role.METHODOLOGIST)
            today = clock.today().isoformat()
            operations.acknowledge(session, draft, key, "" if takes_back else reason, today, by=g.staff.id)
    done = "taken_back" if takes_back else "acknowledged"
    return redirect(url_for(".findings", draft_id=draft_id, saved=done), code=303)


def _page(shown: DraftPage, refused: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Render the page; `refused` is what was typed and why it cannot be, by the key of the finding."""
    with db.reading() as session:
        names = {str(member.id): member.name for member in staff.members(session)}
    cards = [
        _card(shown, finding, number, names, (refused or {}).get(finding.key, ("", "")))
        for number, finding in enumerate(shown.findings, start=1)
    ]
    warnings = [card for card in cards if card.finding.severity is Severity.WARNING]
    lost = [Loss(**kept) for kept in shown.draft.origin.get("losses", [])]
    return draft_page.render(
        "designer/findings.html",
        shown,
        errors=[card for card in cards if card.finding.severity is Severity.ERROR],
        waiting=[card for card in warnings if not card.on],
        settled=[card for card in warnings if card.on],
        wrong=[card for card in cards if card.error],
        page_has_errors=bool(refused),
        origin=shown.draft.origin,
        format_name=FORMATS.get(shown.draft.origin.get("format", ""), ""),
        losses=losses.said(lost),
        number_of_losses=len(lost),
        day=date.fromisoformat,
    )


def _card(
    shown: DraftPage, finding: Finding, number: int, names: Mapping[str, str], refused: tuple[str, str]
) -> Shown:
    kept: Mapping[str, Any] = shown.draft.acknowledged.get(finding.key, {})
    typed, error = refused
    return Shown(
        finding,
        number,
        said(finding, shown.questionnaire, g.language, tongues.name_of),
        _editor(shown, finding),
        reason=kept.get("reason", typed),
        by=names.get(kept.get("by", ""), ""),
        on=kept.get("on", ""),
        error=error,
    )


def _editor(shown: DraftPage, finding: Finding) -> str:
    """Return the address of the page where the finding can be mended."""
    draft_id, questionnaire = shown.draft.id, shown.questionnaire
    if finding.code == "missing_translation" and finding.params["language"] in shown.tags:
        source, target = shown.main_language, finding.params["language"]
        return url_for(".translations", draft_id=draft_id, z=source, do=target, chybi="1", _anchor="texts")
    item = questionnaire.index.get(finding.item or "")
    if item is not None:
        return url_for(".item", draft_id=draft_id, item_code=item.battery or item.item_code)
    match finding.path.strip("/").split("/"):
        case ["sections", number, *_] if number.isdigit() and int(number) < len(questionnaire.sections):
            code = questionnaire.sections[int(number)].section_code
            return url_for(".section", draft_id=draft_id, section_code=code)
        case ["sections", *_]:
            return url_for(".outline", draft_id=draft_id)
        case ["scales", *_]:
            return url_for(".scales", draft_id=draft_id)
        case _:
            return url_for(".settings", draft_id=draft_id)
