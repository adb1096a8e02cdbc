"""`flask questionnaire …`: files of other programs in and out, findings, and publishing."""

import json
import sys
from functools import partial
from pathlib import Path

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from forms import checks, definition, interchange
from forms.checks import Severity
from forms.checks.sentences import said
from forms.interchange import LARGEST_FILE, Exported, Imported, RefusedFileError, own, xlsform
from forms.interchange.sentences import one_line, said_loss, said_refusal
from forms.languages import text_in
from survey_app import clock
from survey_app.cli.session import find_region, reading, transaction
from survey_app.models import QuestionnaireDraft, QuestionnaireVersion, Region
from survey_app.operations import design, drafts
from survey_app.queries import design as versions
from survey_app.queries import drafts as draft_queries
from survey_app.queries import pictures, reference
from survey_app.vocabulary import DraftStepKind

group = AppGroup("questionnaire", help="Questionnaires: from files, to files, checked, published.")

LANGUAGE = "en"
_region = click.option(
    "--region", "region_code", help="The code of the region; not needed if there is only one."
)
_file = click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))


@group.command("import")
@_file
@_region
@click.option(
    "--dry-run", is_flag=True, help="Say what would come of it and what would be lost; keep nothing."
)
@click.option("--replace", is_flag=True, help="Make it the next step of the draft with the same code.")
def bring_in(file: Path, region_code: str | None, dry_run: bool, replace: bool) -> None:
    """Make a draft of FILE: XLSForm (.xlsx, .xls), LimeSurvey (.lss) or a JSON document of ours."""
    imported = _read(file)
    with transaction() as session:
        imported = pictures.without_missing(session, imported)
        if dry_run:
            _report(imported)
            click.echo("Nothing was kept.")
            return
        region = _chosen_region(session, region_code)
        draft = _keep(session, region, imported, file.name, replace=replace)
        code = draft.code
    _report(imported)
    click.echo(
        f"The draft {code} waits in the designer; publish it there or by `questionnaire publish {code}`."
    )


@group.command("publish")
@click.argument("code")
@_region
@click.option(
    "--acknowledge", metavar="REASON", help="Why the warnings do not matter; kept with the version."
)
@click.option(
    "--confirm-break", "breaks", multiple=True, metavar="ITEM", help="A trend item whose series may break."
)
def publish(code: str, region_code: str | None, acknowledge: str | None, breaks: tuple[str, ...]) -> None:
    """Publish the draft CODE; it is frozen with the services of the region as they are now."""
    with reading() as session:
        region = _chosen_region(session, region_code)
        expected = design.prospect(session, _draft(session, region, code))
    with transaction() as session:
        draft = _draft(session, region, code)
        try:
            number = _published(session, draft, expected, acknowledge, breaks).version
        except design.UnconfirmedBreaksError as error:
            raise click.ClickException(
                f"Series of trend items would break: {', '.join(error.item_codes)}. "
                "Confirm each by --confirm-break ITEM."
            ) from None
        except drafts.ChangedMeanwhileError:
            raise click.ClickException(
                "Somebody changed the draft just now; look at it and try again."
            ) from None
    click.echo(f"The questionnaire {code} is published in {region.code} as version {number}.")


@group.command("check")
@_file
@click.option("--json", "as_json", is_flag=True, help="Print the findings as JSON.")
def check(file: Path, as_json: bool) -> None:
    """Print what the checks find in FILE; exit status 1: something stands in the way of publication."""
    questionnaire = definition.load(_read(file).document)
    findings = checks.findings(questionnaire)
    words = [(finding, said(finding, questionnaire, LANGUAGE)) for finding in findings]
    if as_json:
        documents = [
            finding.to_document()
            | {"where": says.where, "what": says.what, "why": says.why, "mend": says.mend}
            for finding, says in words
        ]
        click.echo(json.dumps(documents, ensure_ascii=False, indent=1))
    else:
        for finding, says in words:
            parts = (says.where, says.what, says.why, says.mend)
            click.echo(f"{finding.severity.value}\t" + "\t".join(one_line(part) for part in parts))
        click.echo(_counted(findings))
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise SystemExit(1)


@group.command("export")
@click.argument("code")
@_region
@click.option("--version", type=int, help="The number of the version; without it the newest one.")
@click.option("--draft", "of_draft", is_flag=True, help="The draft instead of a version.")
@click.option("--format", "form", type=click.Choice(["json", "xlsform"]), default="json", show_default=True)
@click.option(
    "--output", type=click.Path(dir_okay=False, writable=True, path_type=Path), help="Where to write."
)
def export(
    code: str,
    region_code: str | None,
    version: int | None,
    of_draft: bool,
    form: str,
    output: Path | None,
) -> None:
    """Write a version or the draft of the questionnaire CODE as JSON or as an XLSForm."""
    if of_draft and version is not None:
        raise click.ClickException("Choose a version or the draft, not both.")
    with reading() as session:
        region = _chosen_region(session, region_code)
        if of_draft:
            document = draft_queries.document(session, _draft(session, region, code))
        else:
            document = _version(session, region, code, version).document
    exported = own.write(document) if form == "json" else xlsform.write(definition.load(document))
    _put_out(exported, output)


@group.command("schema")
def schema() -> None:
    """Print the JSON Schema of questionnaires, the one that files are checked against."""
    click.echo(json.dumps(definition.json_schema(), ensure_ascii=False, indent=1))


def _read(file: Path) -> Imported:
    """The questionnaire in a file, or the end of the command with a sentence."""
    with file.open("rb") as opened:
        content = opened.read(LARGEST_FILE + 1)
    try:
        return interchange.read(file.name, content)
    except RefusedFileError as error:
        raise click.ClickException(f"{one_line(file.name)}: {said_refusal(error, LANGUAGE)}") from None


def _report(imported: Imported) -> None:
    questionnaire = definition.load(imported.document)
    title = one_line(text_in(questionnaire.titles, questionnaire.languages[0]))
    languages = ", ".join(questionnaire.languages)
    click.echo(
        f"{title} ({questionnaire.questionnaire_code}): items: {len(questionnaire.items)}; in {languages}."
    )
    click.echo(_counted(checks.findings(questionnaire)))
    _tell_losses(imported.losses, err=False)


def _tell_losses(losses: tuple[interchange.Loss, ...], *, err: bool) -> None:
    """The losses as a table with two columns."""
    if not losses:
        click.echo("Nothing is lost.", err=err)
        return
    rows = [
        ("where", "what is lost"),
        *((one_line(loss.where), said_loss(loss, LANGUAGE)) for loss in losses),
    ]
    width = min(max(len(where) for where, _ in rows), 60)
    for where, what in rows:
        click.echo(f"{where:<{width}}  {what}", err=err)


def _counted(findings: list[checks.Finding]) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    return f"Findings: errors {errors}, warnings {len(findings) - errors}."


def _keep(
    session: Session, region: Region, imported: Imported, file: str, *, replace: bool
) -> QuestionnaireDraft:
    now, origin = clock.now(), imported.origin(file)
    if replace:
        draft = draft_queries.draft_by_code(session, region.id, imported.document["questionnaire_code"])
        if draft is not None:
            drafts.bring_in(session, draft, draft.revision, imported.document, origin, now, by=None)
            return draft
    try:
        return drafts.create(
            session, region, imported.document, now, kind=DraftStepKind.IMPORTED, origin=origin
        )
    except drafts.CodeTakenError as error:
        raise click.ClickException(
            f"There is a draft {error} in {region.code} already; --replace makes this its next step."
        ) from None


def _published(
    session: Session,
    draft: QuestionnaireDraft,
    expected: design.Prospect,
    reason: str | None,
    breaks: tuple[str, ...],
) -> QuestionnaireVersion:
    publish = partial(
        design.publish_draft,
        session,
        draft,
        clock.now(),
        by=None,
        confirmed_breaks=breaks,
        expected=expected,
    )
    try:
        return publish()
    except design.UnacknowledgedError as error:
        if not reason:
            raise click.ClickException(
                f"Warnings that nobody has acknowledged: {len(error.findings)}. See them in the designer, "
                "or give a reason for all of them by --acknowledge REASON."
            ) from None
        for finding in error.findings:
            drafts.acknowledge(session, draft, finding.key, reason, clock.today().isoformat(), by=None)
    return publish()


def _chosen_region(session: Session, code: str | None) -> Region:
    """The region with the code, or the only one there is."""
    if code is not None:
        return find_region(session, code)
    regions = reference.regions(session)
    if len(regions) != 1:
        known = ", ".join(region.code for region in regions) or "none yet"
        raise click.ClickException(f"Say which region by --region CODE (known regions: {known}).")
    return regions[0]


def _draft(session: Session, region: Region, code: str) -> QuestionnaireDraft:
    draft = draft_queries.draft_by_code(session, region.id, code)
    if draft is None:
        raise click.ClickException(f"There is no draft {code} in {region.code}.")
    return draft


def _version(session: Session, region: Region, code: str, number: int | None) -> QuestionnaireVersion:
    found = versions.published_version(session, region.id, code, number)
    if found is None:
        raise click.ClickException(f"There is no such version of a questionnaire {code} in {region.code}.")
    return found


def _put_out(exported: Exported, output: Path | None) -> None:
    """Write a file; without a name to standard output, where losses must not mix with it."""
    if output is None:
        sys.stdout.buffer.write(exported.content)
    else:
        output.write_bytes(exported.content)
    if exported.losses:
        _tell_losses(exported.losses, err=True)
