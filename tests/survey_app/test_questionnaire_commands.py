"""`flask questionnaire …`: files in, files out, findings, publishing."""

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result
from flask import Flask

from forms import interchange
from forms.definition import json_schema
from survey_app import db
from survey_app.config import PROJECT_ROOT
from survey_app.models import Region
from survey_app.queries import drafts
from survey_app.vocabulary import DraftStepKind

Run = Callable[..., Result]
ANNUAL = PROJECT_ROOT / "survey_app" / "content" / "javorov" / "annual-2026.json"
TINY = {
    "questionnaire_code": "tiny",
    "version": "1",
    "titles": {"cs": "Malý dotazník"},
    "languages": ["cs"],
    "sections": [
        {
            "section_code": "s",
            "titles": {},
            "items": [
                {"item_code": "age", "type": "number", "texts": {"cs": "Kolik je vám let?"}, "minimum": 0}
            ],
        }
    ],
}


@pytest.fixture
def run(app: Flask, region: Region) -> Run:
    """Run one command."""
    return lambda *words: app.test_cli_runner().invoke(args=[str(word) for word in words])


def done(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.output


def refused(result: Result) -> str:
    """What a refused command says: exit status 1 and one sentence, never a traceback."""
    assert result.exit_code == 1, result.output
    assert isinstance(result.exception, SystemExit)
    assert len(result.output.strip().splitlines()) == 1, result.output
    return result.output


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    file = tmp_path / "tiny.json"
    file.write_text(json.dumps(TINY), encoding="utf-8")
    return file


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """An XLSForm with one thing that has no place here."""
    book = openpyxl.Workbook()
    book.active.title = "survey"
    for row in (
        ("type", "name", "label::Čeština (cs)"),
        ("integer", "age", "Kolik je vám let?"),
        ("geopoint", "home", "Kde bydlíte? <script>alert(1)</script>"),
    ):
        book.active.append(row)
    file = tmp_path / "Dotazník města.xlsx"
    book.save(file)
    return file


def test_a_workbook_becomes_a_draft_with_its_losses(run: Run, region: Region, workbook: Path) -> None:
    said = done(run("questionnaire", "import", workbook))
    assert "items: 1; in cs" in said
    assert "where" in said
    assert "survey 3 (home)" in said
    assert "“geopoint” are not collected" in said
    with db.reading() as session:
        draft = drafts.draft_by_code(session, region.id, "dotaznik-mesta")
        assert draft is not None
        assert draft.origin["format"] == "xlsform"
        assert draft.origin["file"] == "Dotazník města.xlsx"
        assert {"where", "code", "params"} == set(draft.origin["losses"][0])
        assert drafts.steps(session, draft)[0].kind is DraftStepKind.IMPORTED
        assert drafts.document(session, draft)["sections"][0]["items"][0]["item_code"] == "age"


def test_a_dry_run_keeps_nothing_and_needs_no_region(run: Run, region: Region, workbook: Path) -> None:
    said = done(run("questionnaire", "import", "--dry-run", workbook, "--region", "nikde"))
    assert "Nothing was kept." in said
    assert "survey 3 (home)" in said
    with db.reading() as session:
        assert drafts.drafts(session, frozenset({region.id})) == []


def test_a_draft_is_replaced_only_on_purpose(run: Run, region: Region, tiny: Path) -> None:
    done(run("questionnaire", "import", tiny))
    assert "--replace" in refused(run("questionnaire", "import", tiny))
    done(run("questionnaire", "import", "--replace", tiny))
    with db.reading() as session:
        draft = drafts.draft_by_code(session, region.id, "tiny")
        assert draft is not None
        assert [step.number for step in drafts.steps(session, draft)] == [2, 1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"{", "is not JSON"),
        (b'{"version": "1"}', "questionnaire_code"),
        (b"\xff\xfe\x00\x01 anything", "no questionnaire in any of the known formats"),
        (b"PK\x03\x04 and no more", "is damaged"),
        (b"<?xml version='1.0'?><html/>", "LimeSurvey"),
        (b"x" * 5_000_001, "larger than 5 MB"),
        (b"<" * 20_000_001, "larger than 20 MB"),
    ],
)
def test_an_unusable_file_is_refused_in_one_sentence(
    content: bytes, sentence: str, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "broken.xlsx"
    file.write_bytes(content)
    for words in (("import",), ("import", "--dry-run"), ("check",)):
        assert sentence in refused(run("questionnaire", *words, file))


def test_findings_are_printed_and_errors_end_with_status_1(run: Run, tiny: Path, tmp_path: Path) -> None:
    found = run("questionnaire", "check", "--json", tiny)
    assert found.exit_code == 0, found.output
    assert all(
        {"severity", "where", "what", "why", "mend"} <= set(finding) for finding in json.loads(found.output)
    )
    item = {**TINY["sections"][0]["items"][0], "minimum": 9, "maximum": 1}  # type: ignore[index]  # a literal above
    broken = {**TINY, "sections": [{**TINY["sections"][0], "items": [item]}]}  # type: ignore[dict-item]  # the same
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(broken), encoding="utf-8")
    result = run("questionnaire", "check", file)
    assert result.exit_code == 1
    assert "errors 1" in result.output
    assert any(
        finding["severity"] == "error"
        for finding in json.loads(run("questionnaire", "check", "--json", file).output)
    )


def test_a_draft_is_published_once_its_warnings_are_acknowledged(run: Run, tiny: Path) -> None:
    assert "There is no draft tiny" in refused(run("questionnaire", "publish", "tiny"))
    done(run("questionnaire", "import", tiny))
    done(run("questionnaire", "publish", "tiny", "--acknowledge", "a test"))
    assert json.loads(done(run("questionnaire", "export", "tiny"))) == TINY


def test_warnings_need_a_reason_on_the_command_line_too(run: Run) -> None:
    done(run("questionnaire", "import", ANNUAL))
    said = run("questionnaire", "publish", "annual")
    assert said.exit_code == 1
    assert "Traceback" not in said.output


def test_what_is_exported_comes_back(run: Run, tiny: Path, tmp_path: Path) -> None:
    done(run("questionnaire", "import", tiny))
    for form, name in (("json", "out.json"), ("xlsform", "out.xlsx")):
        target = tmp_path / name
        done(run("questionnaire", "export", "tiny", "--draft", "--format", form, "--output", target))
        assert interchange.read(name, target.read_bytes()).document == TINY
    printed = run("questionnaire", "export", "tiny", "--draft", "--format", "xlsform")
    assert openpyxl.load_workbook(BytesIO(printed.stdout_bytes)).sheetnames == [
        "survey",
        "choices",
        "settings",
    ]
    assert "no such version" in refused(run("questionnaire", "export", "tiny"))
    assert "not both" in refused(run("questionnaire", "export", "tiny", "--draft", "--version", "1"))


def test_the_schema_is_the_one_that_files_are_checked_against(run: Run) -> None:
    assert json.loads(done(run("questionnaire", "schema"))) == json_schema()


def test_a_region_is_needed_where_there_are_several(run: Run, tiny: Path) -> None:
    with db.transaction() as session:
        session.add(Region(code="jinde", name="Jinde", languages=["cs"]))
    assert "--region CODE" in refused(run("questionnaire", "import", tiny))
    done(run("questionnaire", "import", tiny, "--region", "jinde"))
