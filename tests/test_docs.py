"""What the documentation says is true: settings, commands, targets, links, files, words on the screens."""

import json
import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from flask import Flask

from analytics import commands
from survey_app import cli
from survey_app.config import PROJECT_ROOT, Settings

NOT_OURS = {".venv", "instance", "node_modules", "vendor"}
DOCUMENTS = sorted(
    path
    for path in PROJECT_ROOT.rglob("*.md")
    if not any(part in NOT_OURS or part.startswith(".") for part in path.relative_to(PROJECT_ROOT).parts)
)
ADMINISTRATOR = PROJECT_ROOT / "docs" / "administrator.md"
FOR_STAFF = ("coordinator.md", "methodologist.md")
FOLDERS = ("survey_app", "forms", "analytics", "migrations", "tests", "benchmarks", "docs")

LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6} +(.+?)\s*$", re.MULTILINE)
FENCED = re.compile(r"^```[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")

each_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=[str(path.relative_to(PROJECT_ROOT)) for path in DOCUMENTS]
)


def settings_table() -> str:
    """Return the table of all settings as `docs/administrator.md` must hold it."""
    rows = ["| variable | default | what it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = field.default
        if isinstance(default, Path):
            default = default.relative_to(PROJECT_ROOT)
        elif isinstance(default, bool):
            default = str(default).lower()
        shown = "empty" if default == "" else f"`{default}`"
        rows.append(f"| `{name.upper()}` | {shown} | {field.description} |")
    return "\n".join(rows)


def test_the_table_of_settings_is_that_of_the_program() -> None:
    assert settings_table() in ADMINISTRATOR.read_text("utf-8")


@each_document
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in LINK.findall(FENCED.sub("", document.read_text("utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (document.parent / path).resolve() if path else document
        assert file.exists(), f"{target} leads nowhere"
        if anchor:
            assert anchor in _anchors(file), f"{target}: there is no such heading"


def test_every_document_is_in_the_index() -> None:
    docs = PROJECT_ROOT / "docs"
    index = (docs / "README.md").read_text("utf-8")
    for document in docs.rglob("*.md"):
        name = str(document.relative_to(docs))
        assert name == "README.md" or f"({name})" in index, f"{name} is not in the index"


@each_document
def test_every_command_of_flask_exists_with_its_options(document: Path) -> None:
    for line in _lines_of_code(document):
        for command in re.findall(r"flask --app wsgi ([a-z][^|;&)]*)", line):
            _check_command(shlex.split(command.rstrip(" …."), comments=True))


@each_document
def test_every_command_of_analytics_is_understood(document: Path) -> None:
    for line in _lines_of_code(document):
        for command in re.findall(r"python -m analytics ([a-z][^|&)]*)", line):
            words = shlex.split(command.rstrip(" …."), comments=True)
            assert commands.build_parser(words).parse_args(words).command in commands.COMMANDS


@each_document
def test_every_target_of_make_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (PROJECT_ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for line in _lines_of_code(document):
        named = re.match(r"(?:\$ )?make ([a-z]+)\b", line.strip())
        if named:
            assert named[1] in targets, line


@each_document
def test_every_variable_set_in_an_example_is_a_setting(document: Path) -> None:
    known = {name.upper() for name in Settings.model_fields} | {"TEST_DATABASE_URL", "TEST_REDIS_URL"}
    for block in FENCED.findall(document.read_text("utf-8")):
        for name in re.findall(r"^(?:Environment=|export )?([A-Z][A-Z_]+)=", block, re.MULTILINE):
            assert name in known, f"{name} is no setting"


@each_document
def test_every_file_and_folder_named_exists(document: Path) -> None:
    for named in QUOTED.findall(FENCED.sub("", document.read_text("utf-8"))):
        if re.fullmatch(rf"(?:{'|'.join(FOLDERS)})/[\w./-]*", named) and "000" not in named:
            assert (PROJECT_ROOT / named).exists(), named


@pytest.mark.parametrize("name", FOR_STAFF)
def test_bold_words_for_staff_stand_on_the_czech_screens(name: str) -> None:
    on_screen = _screen_texts()
    for words in re.findall(r"\*\*([^*\n]+)\*\*", (PROJECT_ROOT / "docs" / name).read_text("utf-8")):
        assert words in on_screen, f"„{words}“ is on no screen"


def test_bold_words_of_the_first_walk_stand_on_the_english_screens() -> None:
    walk = (PROJECT_ROOT / "README.md").read_text("utf-8").partition("## From a first answer")[2]
    on_screen = {_plain(msgid) for message in _catalogue() for msgid in _forms(message.id)} | {"English"}
    for words in re.findall(r"\*\*([^*\n]+)\*\*", walk.partition("\n## ")[0]):
        assert words in on_screen, f"“{words}” is on no screen"


def test_texts_for_citizens_are_quoted_as_they_are_shown() -> None:
    shown = _screen_texts() | _questionnaire_texts()
    text = (PROJECT_ROOT / "docs" / "citizen-texts.md").read_text("utf-8")
    quoted = [line.removeprefix("> ").strip() for line in text.splitlines() if line.startswith("> ")]
    assert quoted
    for sentence in quoted:
        assert sentence in shown, f"„{sentence}“ is shown nowhere"


def _anchors(file: Path) -> set[str]:
    """Return the addresses of the headings of a document, as code hosting sites make them."""
    headings = HEADING.findall(FENCED.sub("", file.read_text("utf-8")))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def _lines_of_code(document: Path) -> Iterator[str]:
    text = document.read_text("utf-8")
    for block in FENCED.findall(text):
        yield from block.replace("\\\n", " ").splitlines()
    yield from QUOTED.findall(FENCED.sub("", text))


def _check_command(words: list[str]) -> None:
    app = Flask("docs")
    cli.register(app)
    command: click.Command = app.cli
    path: list[str] = []
    for word in words:
        if not isinstance(command, click.Group):
            break
        found = command.get_command(click.Context(command), word)
        assert found is not None, f"there is no command {' '.join([*path, word])}"
        command, path = found, [*path, word]
    options = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    for word in words[len(path) :]:
        known = not word.startswith("--") or word.partition("=")[0] in options
        assert known, f"{' '.join(path)} has no {word}"
    assert app.test_cli_runner().invoke(app.cli, [*path, "--help"]).exit_code == 0


def _catalogue() -> Catalog:
    path = PROJECT_ROOT / "survey_app" / "translations" / "cs" / "LC_MESSAGES" / "messages.po"
    with path.open("rb") as file:
        return read_po(file)


def _forms(text: str | Sequence[str]) -> Sequence[str]:
    """Return singular and plurals of a text, or the text alone."""
    return [text] if isinstance(text, str) else text


def _screen_texts() -> set[str]:
    """Return what the pages say in Czech, as a reader sees it."""
    return {_plain(text) for message in _catalogue() for text in _forms(message.string or "")}


def _questionnaire_texts() -> set[str]:
    """Return all texts of the annual questionnaire."""
    path = PROJECT_ROOT / "survey_app" / "content" / "javorov" / "annual-2026.json"
    found: set[str] = set()

    def collect(parts: dict[str, object]) -> dict[str, object]:
        found.update(_plain(part) for part in parts.values() if isinstance(part, str))
        return parts

    json.loads(path.read_text("utf-8"), object_hook=collect)
    return found


def _plain(text: str) -> str:
    """Return `text` as a reader sees it, with ordinary spaces, as the documents are typed."""
    return text.replace("\u00a0", " ").replace("%%", "%")
