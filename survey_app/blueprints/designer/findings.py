"""What the checks find in a draft, why a warning may stay as it is, and what an import has lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import g, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from forms.checks import Finding, Severity
from forms.checks.sentences import Said
from forms.interchange import Loss
from survey_app import access, clock, db
from survey_app.blueprints.designer import blueprint, draft_page, losses, mending, own
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.mending import Mending
from survey_app.operations import drafts as operations
from survey_app.queries import staff
from survey_app.vocabulary import Role

LONGEST_REASON = 500
NO_PLACE = _l("Tick at least one place for which the reason holds.")
NO_REASON = _l("Write why it may stay as it is.")
TOO_LONG = _l("Use at most 500 characters.")
FORMATS: Mapping[str, LazyString] = {
    "xlsform": _l("XLSForm"),
    "limesurvey": _l("LimeSurvey"),
    "json": _l("the own format (JSON)"),
}


@dataclass(frozen=True)
class Place:
    """One finding of a card: its key, where it is in words, and the page where it can be mended."""

    key: str
    where: str
    editor: str


@dataclass(frozen=True)
class Kept:
    """Why a finding may stay, and who said so on which day; all "" where nobody has."""

    reason: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True)
class Card:
    """Findings that say the same of several places, and what is settled about them.

    `typed` is a reason that was refused, `error` why. `idle_scale` is the code of the scale that may be
    removed right here, "" where there is none.
    """

    number: int
    severity: Severity
    said: Said
    places: tuple[Place, ...]
    kept: Kept
    typed: str = ""
    error: str = ""
    idle_scale: str = ""

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
    """Remember why warnings may stay, or forget it again; errors cannot be acknowledged."""
    shown = draft_page.open_draft(draft_id, Role.METHODOLOGIST)
    keys, reason = request.form.getlist("key"), request.form.get("reason", "").strip()
    takes_back = request.form.get("do") == "take_back"
    if not takes_back and (refusal := _refusal(keys, reason)):
        among = request.form.get("among", "") or "".join(keys[:1])
        return _page(shown, {among: (reason, str(refusal))}), 422
    warnings = {found.key for found in shown.findings if found.severity is Severity.WARNING}
    with db.transaction() as session:
        draft = own.draft(session, draft_id, Role.METHODOLOGIST)
        today = clock.today().isoformat()
        for key in keys:
            if key in (shown.draft.acknowledged if takes_back else warnings):
                operations.acknowledge(
                    session, draft, key, "" if takes_back else reason, today, by=g.staff.id
                )
    done = "taken_back" if takes_back else "acknowledged"
    return redirect(url_for(".findings", draft_id=draft_id, saved=done), code=303)


def _refusal(keys: Sequence[str], reason: str) -> LazyString | None:
    """Why a reason cannot be kept."""
    if not keys:
        return NO_PLACE
    if not reason:
        return NO_REASON
    return TOO_LONG if len(reason) > LONGEST_REASON else None


def _page(shown: DraftPage, refused: Mapping[str, tuple[str, str]] | None = None) -> str:
    """Render the page; `refused` is what was typed and why it cannot be, by the key of a finding."""
    with db.reading() as session:
        names = {str(member.id): member.name for member in staff.members(session)}
    cards = _cards(shown, names, refused or {})
    warnings = [card for card in cards if card.severity is Severity.WARNING]
    lost = [Loss(**kept) for kept in shown.draft.origin.get("losses", [])]
    return draft_page.render(
        "designer/findings.html",
        shown,
        errors=[card for card in cards if card.severity is Severity.ERROR],
        waiting=[card for card in warnings if not card.kept.on],
        settled=[card for card in warnings if card.kept.on],
        number_of_errors=sum(found.severity is Severity.ERROR for found in shown.findings),
        number_waiting=len(shown.waiting),
        wrong=[card for card in cards if card.error],
        page_has_errors=bool(refused),
        origin=shown.draft.origin,
        format_name=FORMATS.get(shown.draft.origin.get("format", ""), ""),
        losses=losses.said(lost),
        number_of_losses=len(lost),
        day=date.fromisoformat,
    )


def _cards(shown: DraftPage, names: Mapping[str, str], refused: Mapping[str, tuple[str, str]]) -> list[Card]:
    """One card for findings that say the same and are settled in the same way, in the order of the first."""
    where = Mending(shown)
    together: dict[tuple[Any, ...], list[tuple[Finding, Said]]] = {}
    for finding in shown.findings:
        words = mending.said(finding, shown.questionnaire)
        same = (finding.severity, words.what, words.why, words.mend, _kept(shown, finding, names))
        together.setdefault(same, []).append((finding, words))
    cards = []
    for number, ((severity, *_words, kept), found) in enumerate(together.items(), start=1):
        places = tuple(Place(finding.key, words.where, where.address(finding)) for finding, words in found)
        typed, error = next((refused[place.key] for place in places if place.key in refused), ("", ""))
        idle = mending.idle_scale(found[0][0])
        cards.append(Card(number, severity, found[0][1], places, kept, typed, error, idle))
    return cards


def _kept(shown: DraftPage, finding: Finding, names: Mapping[str, str]) -> Kept:
    kept: Mapping[str, Any] = shown.draft.acknowledged.get(finding.key, {})
    return Kept(kept.get("reason", ""), names.get(kept.get("by", ""), ""), kept.get("on", ""))
