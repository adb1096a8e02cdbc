"""What the checks find in a draft, why a warning may stay as it is, and what an import has lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import Any
from uuid import UUID

from flask import g, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from forms.checks import Finding, Severity
from forms.checks.sentences import Said
from forms.interchange import Loss
from forms.languages import text_in
from survey_app import access, clock, db
from survey_app.blueprints.designer import (
    back_to_checks,
    blueprint,
    draft_page,
    losses,
    mending,
    own,
    ready_answers,
)
from survey_app.blueprints.designer.draft_page import DraftPage
from survey_app.blueprints.designer.mending import Mending
from survey_app.operations import drafts as operations
from survey_app.queries import staff
from survey_app.vocabulary import Role

LONGEST_REASON = 500
LONGEST_NAME = 80
"""Characters of a question in a sentence about it."""
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
    """One finding of a card: its key, where it is in words, and the page where it can be mended.

    `what` is what it says where that is not what its card says, "" otherwise.
    """

    key: str
    where: str
    editor: str
    what: str = ""


@dataclass(frozen=True)
class Kept:
    """Why a finding may stay, and who said so on which day; all "" where nobody has."""

    reason: str = ""
    by: str = ""
    on: str = ""


@dataclass(frozen=True)
class Card:
    """Findings that say the same of several places, or of one place in several languages, and what is settled
    about them.

    `typed` is a reason that was refused, `error` why; or the reason given for the place in another language.
    `idle_scale` is the code of the scale that may be removed right here, "" where there is none. `one_place`:
    the findings differ in their language only. `ready` is the usual answer whose adding mends them, "" where
    that is not the way, and `lacking` are the codes of the items without it.
    """

    number: int
    severity: Severity
    said: Said
    places: tuple[Place, ...]
    kept: Kept
    typed: str = ""
    error: str = ""
    idle_scale: str = ""
    one_place: bool = False
    ready: str = ""
    lacking: tuple[str, ...] = ()

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
    return redirect(
        back_to_checks.address(draft_id, done) or url_for(".findings", draft_id=draft_id, saved=done),
        code=303,
    )


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
        here=_here(cards),
        saved_item=_saved_item(shown),
        words_of=lambda ready: ready_answers.words(ready, shown.tags),
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


def _here(cards: Sequence[Card]) -> int:
    """The number of the card to which somebody comes back, 0 where it is the head of the page that leads on.

    Where the last one that stood in the way is settled, it is the one before it.
    """
    wanted, stopping = back_to_checks.number() or 0, sum(not card.kept.on for card in cards)
    if not stopping:
        return 0
    return stopping if wanted == stopping + 1 else min(wanted, len(cards))


def _saved_item(shown: DraftPage) -> str:
    """The words of the item that was saved just now, "" where it was none."""
    item = shown.questionnaire.index.get(request.args.get("polozka", ""))
    return shorten(text_in(item.texts, shown.main_language), LONGEST_NAME, placeholder="…") if item else ""


def _cards(shown: DraftPage, names: Mapping[str, str], refused: Mapping[str, tuple[str, str]]) -> list[Card]:
    """One card for findings that are settled in the same way, numbered as the page shows them: errors first,
    then what waits, then what has a reason; see `_together`.
    """
    where = Mending(shown)
    reasons = {
        _spot(finding): shown.draft.acknowledged[finding.key]["reason"]
        for finding in shown.findings
        if finding.key in shown.draft.acknowledged
    }
    cards = []
    for number, (kept, found) in enumerate(sorted(_together(shown, names), key=_rank), start=1):
        first, said = found[0]
        places = tuple(
            Place(
                finding.key,
                words.where,
                where.address(finding, number),
                words.what if words.what != said.what else "",
            )
            for finding, words in found
        )
        before = reasons.get(_spot(first), "") if "language" in first.params and not kept.on else ""
        typed, error = next((refused[place.key] for place in places if place.key in refused), (before, ""))
        one_place = len({_spot(finding) for finding, _words in found}) == 1
        idle = mending.idle_scale(first)
        ready = "" if kept.on else ready_answers.of(first, shown.document)
        lacking = tuple(dict.fromkeys(finding.item for finding, _words in found if finding.item))
        cards.append(
            Card(number, first.severity, said, places, kept, typed, error, idle, one_place, ready, lacking)
        )
    return cards


def _rank(group: tuple[Kept, list[tuple[Finding, Said]]]) -> tuple[bool, bool]:
    kept, found = group
    return found[0][0].severity is Severity.WARNING, bool(kept.on)


def _together(shown: DraftPage, names: Mapping[str, str]) -> list[tuple[Kept, list[tuple[Finding, Said]]]]:
    """Put together findings that say the same, and warnings that differ in their language only."""
    groups: list[tuple[Kept, list[tuple[Finding, Said]]]] = []
    known: dict[tuple[Any, ...], int] = {}
    for finding in shown.findings:
        words, kept = mending.said(finding, shown.questionnaire), _kept(shown, finding, names)
        alike: list[tuple[Any, ...]] = [(finding.severity, words.what, words.why, words.mend, kept)]
        if finding.severity is Severity.WARNING and "language" in finding.params:
            alike.append((*_spot(finding), kept))
        number = next((known[one] for one in alike if one in known), len(groups))
        if number == len(groups):
            groups.append((kept, []))
        groups[number][1].append((finding, words))
        for one in alike:
            known.setdefault(one, number)
    return groups


def _spot(finding: Finding) -> tuple[str, str]:
    """What two findings share that differ in their language only."""
    return finding.code, finding.place or finding.path


def _kept(shown: DraftPage, finding: Finding, names: Mapping[str, str]) -> Kept:
    kept: Mapping[str, Any] = shown.draft.acknowledged.get(finding.key, {})
    return Kept(kept.get("reason", ""), names.get(kept.get("by", ""), ""), kept.get("on", ""))
