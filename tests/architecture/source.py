"""The source of the project as syntax trees, for tests about what code may say."""

import ast
import functools
import tokenize
from collections.abc import Iterator
from pathlib import Path

from survey_app.config import PROJECT_ROOT

PACKAGES = ("survey_app", "forms", "analytics")


def files(*folders: str) -> list[Path]:
    """Return the Python files below folders of the project, in order."""
    return sorted(path for folder in folders for path in (PROJECT_ROOT / folder).rglob("*.py"))


def name(path: Path) -> str:
    """Return the path as people write it: "survey_app/db.py"."""
    return str(path.relative_to(PROJECT_ROOT))


@functools.cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call in a file with the dotted name of what is called ("sa.update")."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def docstring(path: Path) -> str | None:
    """Return what a module says about itself."""
    return ast.get_docstring(tree(path))


def comments(path: Path) -> list[str]:
    """Return the comments of a file."""
    with tokenize.open(path) as file:
        tokens = list(tokenize.generate_tokens(file.readline))
    return [token.string for token in tokens if token.type == tokenize.COMMENT]


def attributes(path: Path) -> set[str]:
    """Return every dotted name that a file uses."""
    return {dotted(node) for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}


def dotted(node: ast.expr) -> str:
    """Return a dotted name; parts that are not names are "…"."""
    match node:
        case ast.Name(id=identifier):
            return identifier
        case ast.Attribute(value=value, attr=attribute):
            return f"{dotted(value)}.{attribute}"
        case _:
            return "…"


def imported(path: Path) -> set[str]:
    """Return the dotted names that a file imports, wherever in the file."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found
