"""The list of questionnaires: drafts, published versions, beginning a new one, cloning, throwing away."""

from itertools import groupby
from typing import Any
from uuid import UUID

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms.fields import SelectChoice

from forms.definition import Layout
from forms.editing import beginnings, codes, usual
from survey_app import access, clock, db
from survey_app.blueprints.designer import as_published, blueprint, draft_page, edits, own
from survey_app.blueprints.designer.begin_form import BeginForm
from survey_app.models import QuestionnaireDraft, QuestionnaireVersion, Region
from survey_app.operations import drafts as operations
from survey_app.queries import design, drafts, reference, waves
from survey_app.vocabulary import DraftStepKind, Role

TAKEN = _l("There already is a draft of a questionnaire with this code.")


@blueprint.get("")
@access.roles(*own.LOOKS)
def overview() -> str:
    """List what is in the making and the published questionnaires of the person's regions."""
    return _overview()


def _overview(sentence: str = "") -> str:
    with db.reading() as session:
        found = drafts.drafts(session, own.regions(*own.LOOKS))
        changes = drafts.last_changes(session, found)
        versions = sorted(design.published_versions(session, own.regions(*own.LOOKS)), key=_in_series)
        questionnaires = {version.id: design.questionnaire(session, version.id) for version in versions}
        wave_codes = waves.codes_by_version(session, [version.id for version in versions])
        regions = {region.id: region for region in reference.regions(session)}
        unchanged = as_published.unchanged(session, found, changes, as_published.newest(versions))
    series = [list(group) for _key, group in groupby(versions, key=lambda version: version.questionnaire_id)]
    return render_template(
        "designer/overview.html",
        drafts=[(draft, changes[draft.id]) for draft in found if draft.id not in unchanged],
        draft_of={(draft.region_id, draft.code): draft for draft in found},
        unchanged=unchanged,
        series=series,
        questionnaires=questionnaires,
        wave_codes=wave_codes,
        regions=regions,
        several_regions=len(own.regions(*own.LOOKS)) > 1,
        writes_in=own.regions(Role.METHODOLOGIST),
        saved=request.args.get("saved", ""),
        sentence=sentence,
    )


def _in_series(version: QuestionnaireVersion) -> tuple[str, str, int]:
    return version.questionnaire.code, str(version.questionnaire_id), -version.version


@blueprint.route("/novy", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def begin() -> Response | tuple[str, int]:
    """Begin an empty questionnaire."""
    with db.reading() as session:
        regions = [
            region for region in reference.regions(session) if region.id in own.regions(Role.METHODOLOGIST)
        ]
    form = BeginForm()
    form.offer()
    form.region.choices = [SelectChoice(region.code, region.name) for region in regions]
    if request.method == "GET":
        form.prefill(clock.local(clock.now()).year)
    elif form.validate():
        region = next(region for region in regions if region.code == form.region.data)
        try:
            draft_id = _create(region, form)
        except operations.CodeTakenError:
            form.questionnaire_code.errors = [TAKEN]
        else:
            return redirect(url_for(".outline", draft_id=draft_id, saved="begun"), code=303)
    page = render_template("designer/begin.html", form=form, several_regions=len(regions) > 1)
    return page, 422 if form.errors else 200


def _create(region: Region, form: BeginForm) -> UUID:
    with db.transaction() as session:
        code = form.questionnaire_code.data or codes.proposed(
            form.titles.data, _codes_in_use(session, region), otherwise="questionnaire", joint="-", longest=24
        )
        languages = form.chosen_languages()
        document = beginnings.empty(
            code,
            form.version.data,
            {languages[0]: form.titles.data},
            languages,
            variants=form.variants.data or (),
            layout=Layout(form.layout.data),
        )
        if form.usual_words.data:
            document |= usual.words_around(
                languages, contact=", ".join(filter(None, (region.phone, region.email)))
            )
        return operations.create(session, region, document, clock.now(), by=g.staff.id).id


def _codes_in_use(session: Session, region: Region) -> set[str]:
    mine = frozenset({region.id})
    return {draft.code for draft in drafts.drafts(session, mine)} | {
        version.questionnaire.code for version in design.published_versions(session, mine)
    }


@blueprint.post("/verze/<uuid:version_id>/klon")
@access.roles(Role.METHODOLOGIST)
def clone(version_id: UUID) -> Response | tuple[str, int]:
    """Begin next year's version of a published questionnaire; items keep their codes.

    A draft that says nothing but what is published goes on with it: there is nothing in it to lose.
    """
    try:
        with db.transaction() as session:
            draft = _clone(session, version_id)
    except (operations.CodeTakenError, operations.ChangedMeanwhileError):
        return _overview(gettext("There already is a draft of this questionnaire. Go on with it.")), 422
    return redirect(url_for(".outline", draft_id=draft.id, saved="cloned"), code=303)


def _clone(session: Session, version_id: UUID) -> QuestionnaireDraft:
    version = design.version_in(session, version_id, own.regions(Role.METHODOLOGIST))
    if version is None:
        abort(404)
    region = next(
        region for region in reference.regions(session) if region.id == version.questionnaire.region_id
    )
    sources = reference.catalogues(session, region.id)
    document: dict[str, Any] = beginnings.for_next_year(version.document, sources)
    draft = drafts.draft_by_code(session, region.id, version.questionnaire.code)
    newest = design.published_version(session, region.id, version.questionnaire.code)
    if draft and newest:
        before = drafts.document(session, draft)
        if as_published.says_the_same(session, before, newest, sources):
            operations.begin_anew(session, draft, document, version.id, clock.now(), by=g.staff.id)
            return draft
    return operations.create(
        session,
        region,
        document,
        clock.now(),
        kind=DraftStepKind.CLONED,
        based_on_id=version.id,
        by=g.staff.id,
    )


@blueprint.route("/<uuid:draft_id>/zahozeni", methods=["GET", "POST"])
@access.roles(Role.METHODOLOGIST)
def throw_away(draft_id: UUID) -> Response | str:
    """Ask, then throw a draft away with all its steps."""
    if request.method == "POST":
        edits.attempt(
            draft_id,
            edits.revision(),
            lambda session, draft: operations.remove(session, draft, by=g.staff.id),
        )
        return redirect(url_for(".overview", saved="removed"), code=303)
    return draft_page.render("designer/throw_away.html", draft_page.open_draft(draft_id, Role.METHODOLOGIST))
