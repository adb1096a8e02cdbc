"""Publishing a draft: what stands in the way, what it changes and for how many people, which series break."""

from dataclasses import dataclass
from uuid import UUID

from flask import g, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from forms.checks import Finding, Severity
from forms.languages import text_in
from survey_app import access, clock, db
from survey_app.blueprints import labels
from survey_app.blueprints.designer import blueprint, change_list, draft_page, edits, own, progress
from survey_app.models import QuestionnaireDraft, QuestionnaireVersion, Wave
from survey_app.operations import design as operations
from survey_app.queries import changes, life, waves
from survey_app.vocabulary import Role, WaveState

CONFIRM = _l("Confirm for each question that its series may break here, or take the change back.")
ERRORS = _l("The checks have found errors. Mend them first.")
WARNINGS = _l("Some warnings of the checks have no reason yet. Mend them, or say why they may stay.")


@dataclass(frozen=True)
class Outlook:
    """What publication would mean: findings in the way, the version before, the changes, the waves."""

    errors: list[Finding]
    waiting: list[Finding]
    acknowledged: int
    before: QuestionnaireVersion | None
    compared: changes.Comparison
    waves: list[tuple[Wave, WaveState]]

    @property
    def is_ready(self) -> bool:
        """Whether nothing stands in the way but a confirmation."""
        return not self.errors and not self.waiting and not self.is_known

    @property
    def is_known(self) -> bool:
        """Whether the version before says all this already."""
        return self.before is not None and not self.compared.changes


@blueprint.get("/<uuid:draft_id>/zverejnit")
@access.roles(*own.LOOKS)
def publication(draft_id: UUID) -> str:
    """Show what publishing the draft would mean."""
    return _page(draft_id, own.LOOKS)


@blueprint.post("/<uuid:draft_id>/zverejnit")
@access.roles(Role.METHODOLOGIST)
def publish(draft_id: UUID) -> Response:
    """Freeze what the draft says as a new version."""
    published: list[UUID] = []
    revision = edits.revision()
    confirmed = request.form.getlist("confirmed")

    def freeze(session: Session, draft: QuestionnaireDraft) -> None:
        version = operations.publish_draft(
            session, draft, clock.now(), by=g.staff.id, confirmed_breaks=confirmed, expected=expected
        )
        published.append(version.id)

    try:
        with db.reading() as reading:
            expected = operations.prospect(reading, own.draft(reading, draft_id, Role.METHODOLOGIST))
        edits.attempt(draft_id, revision, freeze)
    except operations.PublicationError:
        return _refused(draft_id, ERRORS, "#findings")
    except operations.UnacknowledgedError:
        return _refused(draft_id, WARNINGS, "#findings")
    except operations.UnconfirmedBreaksError as error:
        return _refused(draft_id, CONFIRM, f"#confirmed-{error.item_codes[0]}", confirmed)
    return redirect(url_for(".version", version_id=published[0], saved="published"), code=303)


def _refused(
    draft_id: UUID, sentence: LazyString, address: str, confirmed: list[str] | None = None
) -> Response:
    html = _page(draft_id, (Role.METHODOLOGIST,), sentence=sentence, address=address, confirmed=confirmed)
    return Response(html, 422, mimetype="text/html")


def _page(
    draft_id: UUID,
    roles: tuple[Role, ...],
    *,
    sentence: LazyString | None = None,
    address: str = "",
    confirmed: list[str] | None = None,
) -> str:
    with db.reading() as session:
        shown = draft_page.read(session, own.draft(session, draft_id, *roles))
        outlook = _outlook(session, shown)
    return draft_page.render(
        "designer/publication.html",
        shown,
        outlook=outlook,
        before_it=[step for step in progress.steps(shown) if step.lacks],
        groups=change_list.of_comparison(outlook.compared),
        breaks=[
            (code, text_in(shown.questionnaire.index[code].texts, g.language))
            if code in shown.questionnaire.index
            else (code, "")
            for code in outlook.compared.broken_trends
        ],
        states=labels.WAVE_STATES,
        sentence=sentence,
        address=address,
        confirmed=confirmed or [],
    )


def _outlook(session: Session, shown: draft_page.DraftPage) -> Outlook:
    draft = shown.draft
    warnings = [finding for finding in shown.findings if finding.severity is Severity.WARNING]
    before = changes.version_before(session, draft.region_id, shown.questionnaire.questionnaire_code, draft)
    of_series = waves.waves_of_series(session, before.questionnaire_id) if before else []
    states = life.states(session, of_series, clock.now())
    return Outlook(
        errors=[finding for finding in shown.findings if finding.severity is Severity.ERROR],
        waiting=shown.waiting,
        acknowledged=len(warnings) - len(shown.waiting),
        before=before,
        compared=changes.comparison(session, before, shown.questionnaire),
        waves=[(wave, states[wave.id]) for wave in of_series],
    )
