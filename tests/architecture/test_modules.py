"""Every module is small, has a name of the domain, and says what it is for."""

import ast
import re
from pathlib import Path

from tests.architecture import source

SHORTEST_REASON = 5  # letters
LONGEST = 400  # lines; longer is a smell
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "core"}
EXCEPTION = re.compile(r"#\s*(noqa: [A-Z]+\d+(, [A-Z]+\d+)*|noqa|type: ignore(\[[\w, -]+\])?)(?P<reason>.*)")


def _code() -> list[Path]:
    return [*source.files(*source.PACKAGES, "benchmarks"), source.PROJECT_ROOT / "wsgi.py"]


def _tests() -> list[Path]:
    return source.files("tests")


def test_a_module_is_short_enough_to_be_read() -> None:
    lengths = {source.name(path): len(path.read_text().splitlines()) for path in (*_code(), *_tests())}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_a_module_is_named_after_what_it_knows() -> None:
    assert [path for path in (*_code(), *_tests()) if EMPTY_NAMES & {path.stem, path.parent.name}] == []


def test_a_module_says_what_it_is_for() -> None:
    silent = [source.name(path) for path in _code() if path.read_text() and not source.docstring(path)]
    assert silent == []


def test_whatever_is_public_has_a_docstring() -> None:
    silent = [
        f"{source.name(path)}: {node.name}"
        for path in _code()
        for node in source.tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_an_exception_from_a_rule_says_why() -> None:
    unexplained = [
        f"{source.name(path)}: {line.strip()}"
        for path in (*_code(), *_tests())
        for line in source.comments(path)
        if (found := EXCEPTION.search(line)) and len(found["reason"].strip(" #-")) < SHORTEST_REASON
    ]
    assert unexplained == []


def test_no_test_is_skipped_and_nothing_of_ours_is_mocked() -> None:
    ways_out = {"skip", "importorskip", "skipif", "xfail"}
    guilty = [
        f"{source.name(path)}: {name}"
        for path in _tests()
        for name in source.attributes(path)
        if name.startswith("pytest.") and name.rpartition(".")[2] in ways_out
    ]
    assert guilty == []
    mocking = [
        path for path in _tests() if any(name.startswith("unittest") for name in source.imported(path))
    ]
    assert mocking == []
