"""What every page of a draft shows around its own content: the draft, what it says, and where to go on.

Knows how to read a draft for a page; does not know how one is changed (see `edits`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from uuid import UUID

from flask import g, render_template, request, url_for
from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from forms import checks, definition, translation
from survey_app import db
from survey_app.blueprints import page
from survey_app.blueprints.designer import back_to_checks, own, step_subjects
from survey_app.models import DraftStep, QuestionnaireDraft
from survey_app.queries import draft_findings, drafts, reference
from survey_app.vocabulary import DraftStepKind, Role

NAVIGATION = (
    ("designer.outline", _l("Outline")),
    ("designer.scales", _l("Scales")),
    ("designer.settings", _l("Settings")),
    ("designer.translations", _l("Translations")),
    ("designer.routes", _l("Routes")),
    ("designer.preview", _l("Preview")),
    ("designer.findings", _l("Checks")),
    ("designer.history", _l("History")),
    ("designer.publication", _l("Publish")),
    ("designer.file", _l("File")),
)
"""Pages of a draft in the order of work; each takes `draft_id`. The parts of one page share its address."""


DOINGS: Mapping[DraftStepKind, LazyString] = {
    DraftStepKind.CREATED: _l("beginning the questionnaire"),
    DraftStepKind.CLONED: _l("copying a published version"),
    DraftStepKind.IMPORTED: _l("bringing in a file"),
    DraftStepKind.SETTINGS: _l("changing the settings"),
    DraftStepKind.SECTION_ADDED: _l("adding the section %(subject)s"),
    DraftStepKind.SECTION_CHANGED: _l("changing the section %(subject)s"),
    DraftStepKind.SECTION_MOVED: _l("moving the section %(subject)s"),
    DraftStepKind.SECTION_REMOVED: _l("removing the section %(subject)s"),
    DraftStepKind.ITEM_ADDED: _l("adding the item %(subject)s"),
    DraftStepKind.ITEM_CHANGED: _l("changing the item %(subject)s"),
    DraftStepKind.ITEM_MOVED: _l("moving the item %(subject)s"),
    DraftStepKind.ITEM_REMOVED: _l("removing the item %(subject)s"),
    DraftStepKind.SCALE_ADDED: _l("adding a scale"),
    DraftStepKind.SCALE_CHANGED: _l("changing a scale"),
    DraftStepKind.SCALE_REMOVED: _l("removing a scale"),
    DraftStepKind.TRANSLATED: _l("translating into another language"),
}
"""What a step did, as a part of a sentence; `subject` is what it did it to."""
WITH_WAYS = frozenset(
    f"designer.{name}"
    for name in (
        "outline",
        "item_step",
        "section_step",
        "scales",
        "routes",
        "preview",
        "history",
        "publication",
    )
)
"""Pages with undo and redo: those where nothing half written could be lost by going to another step."""


@dataclass(frozen=True)
class DraftPage:
    """A draft as a page shows it.

    `questionnaire` has its catalogues filled in as publication would; `document` is as the author wrote it.
    `around` are the steps that undo and redo go to, `outdated` the translations older than their originals.
    """

    draft: QuestionnaireDraft
    document: dict[str, Any]
    questionnaire: definition.Questionnaire
    sources: definition.sources.Sources
    may_edit: bool
    around: drafts.Around
    outdated: translation.Outdated

    @property
    def tags(self) -> tuple[str, ...]:
        """The languages and variants of the questionnaire, the main language first."""
        return (*self.questionnaire.languages, *self.questionnaire.variants)

    @property
    def main_language(self) -> str:
        """The language in which the questionnaire is written first."""
        return self.questionnaire.languages[0]

    @cached_property
    def findings(self) -> list[checks.Finding]:
        """What the checks find, as they will at publication."""
        return draft_findings.findings(self.questionnaire, self.document, self.outdated)

    @cached_property
    def waiting(self) -> list[checks.Finding]:
        """The warnings for which nobody has given a reason yet."""
        warnings = (found for found in self.findings if found.severity is checks.Severity.WARNING)
        return [found for found in warnings if found.key not in self.draft.acknowledged]


def open_draft(draft_id: UUID, *roles: Role) -> DraftPage:
    """Read the draft with this key for a page; a foreign one is not found."""
    with db.reading() as session:
        return read(session, own.draft(session, draft_id, *(roles or own.LOOKS)))


def read(session: Session, draft: QuestionnaireDraft) -> DraftPage:
    """Read what a page needs to know of a draft."""
    page.set_region(draft.region)
    document = drafts.document(session, draft)
    sources = reference.catalogues(session, draft.region_id)
    return DraftPage(
        draft=draft,
        document=document,
        questionnaire=filled(document, sources),
        sources=sources,
        may_edit=draft.region_id in g.staff.regions(Role.METHODOLOGIST),
        around=drafts.steps_around(session, draft),
        outdated=drafts.outdated(session, draft),
    )


def filled(document: Mapping[str, Any], sources: definition.sources.Sources) -> definition.Questionnaire:
    """Read a questionnaire with its catalogues filled in, as far as there are such catalogues."""
    return _filled(json.dumps((document, sources)))


@lru_cache(maxsize=10)
def _filled(written: str) -> definition.Questionnaire:
    """All pages of a draft ask for the same one until it is changed, so a few are kept.

    `written` is the JSON of the document and of the catalogues.
    """
    document, sources = json.loads(written)
    try:
        return definition.load(definition.materialise(document, sources))
    except definition.DefinitionError:
        return definition.load(document)


def render(template: str, shown: DraftPage, **context: Any) -> str:
    """Render a page that extends designer/frame.html."""
    return render_template(
        template,
        shown=shown,
        draft=shown.draft,
        document=shown.document,
        questionnaire=shown.questionnaire,
        may_edit=shown.may_edit,
        draft_pages=_pages(shown.draft.id),
        ways=_ways(shown) if shown.may_edit and request.endpoint in WITH_WAYS else (),
        saved=request.args.get("saved", ""),
        from_checks=back_to_checks.number(),
        **context,
    )


def _ways(shown: DraftPage) -> list[tuple[str, str]]:
    """Return endpoint and label of what goes a step back and forward: both say which step it is."""
    found, around = [], shown.around
    if around.undone is not None:
        change = _said(shown, around.undone)
        found.append(("designer.undo", gettext("Undo the last change: %(change)s", change=change)))
    if around.redone is not None:
        change = _said(shown, around.redone)
        found.append(("designer.redo", gettext("Do again: %(change)s", change=change)))
    return found


def _said(shown: DraftPage, step: DraftStep) -> str:
    """Return what a step did, as a part of a sentence: to which section or question, else to which code."""
    number = step.number - 1 if step.kind in step_subjects.REMOVALS else step.number
    document: Mapping[str, Any] | None = shown.document
    if number != shown.draft.step:
        with db.reading() as session:
            document = drafts.step_document(session, shown.draft, number)
    name = step_subjects.words(document, step) if document else ""
    subject = gettext("“%(name)s”", name=name) if name else ""
    return str(DOINGS[step.kind]) % {"subject": subject or step.subject}


def _pages(draft_id: UUID) -> list[dict[str, Any]]:
    """Return label, address and whether it is the present page, for each page of a draft."""
    addresses = {endpoint: url_for(endpoint, draft_id=draft_id) for endpoint, _label in NAVIGATION}
    here = request.script_root + request.path
    below = [name for name, address in addresses.items() if here == address or here.startswith(f"{address}/")]
    current = max(below, key=lambda name: len(addresses[name]), default="")
    return [
        {"label": label, "address": addresses[endpoint], "current": endpoint == current}
        for endpoint, label in NAVIGATION
    ]
