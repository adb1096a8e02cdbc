"""Who may touch a table: operations write, queries read, `db` commits, and every table has one writer."""

import ast
import functools
import importlib
from collections import defaultdict
from pathlib import Path

from survey_app import models, queues
from survey_app.jobs import work
from tests.architecture import source

TOUCH_TABLES = {"operations", "queries", "models", "db.py", "schema.py"}

SESSIONS = ("session", "reading", "writing")
INSERTING = ("insert", "insert_all", "insert_unless_known")
WRITING = ("add", "add_all", "merge", "delete", "flush", "update", *INSERTING)
READING = ("execute", "scalar", "scalars", "get_one", "query", "refresh")


def _called(path: Path, owners: tuple[str, ...], verbs: tuple[str, ...]) -> list[str]:
    names = {f"{owner}.{verb}" for owner in owners for verb in verbs}
    return [f"{source.name(path)}: {called}" for called, _ in source.calls(path) if called in names]


THE_DATABASE = ("survey_app/db.py", "survey_app/group_commit.py")  # the second does what the first asks


def test_only_db_commits() -> None:
    for path in source.files("survey_app"):
        if source.name(path) not in THE_DATABASE:
            ends = [called for called, _ in source.calls(path) if called.endswith((".commit", ".rollback"))]
            starts = _called(path, (*SESSIONS, "connection", "engine"), ("begin", "begin_nested"))
            assert (source.name(path), ends + starts) == (source.name(path), [])
            assert not source.imported(path) & {"sqlalchemy.orm.sessionmaker", "sqlalchemy.create_engine"}


def test_queries_never_write() -> None:
    for path in source.files("survey_app/queries"):
        assert _called(path, (*SESSIONS, "sa", "db"), (*WRITING, "transaction", "write")) == []


def test_operations_write_in_the_transaction_they_are_given() -> None:
    for path in source.files("survey_app/operations"):
        assert _called(path, ("db",), ("transaction", "write", "reading", "current", "connect")) == []


def test_nobody_else_touches_a_table() -> None:
    for path in source.files("survey_app"):
        if path.relative_to(source.PROJECT_ROOT).parts[1] not in TOUCH_TABLES:
            assert _called(path, SESSIONS, WRITING + READING) == []
            known = {name for name in source.imported(path) if name.partition(".")[0] == "sqlalchemy"}
            beyond = {name for name in known if not name.startswith("sqlalchemy.exc.")}
            assert beyond <= {"sqlalchemy.orm.Session"}, source.name(path)


def test_every_table_has_one_writer_and_it_is_an_operation() -> None:
    writers = defaultdict(set)
    statements = {"sa.insert", "sa.update", "sa.delete", *(f"db.{verb}" for verb in INSERTING)}
    for path in source.files("survey_app"):
        imported = {name.rpartition(".")[2] for name in source.imported(path) if ".models." in name}
        for called, node in source.calls(path):
            touched = [called] if called not in statements else [source.dotted(part) for part in node.args]
            for table in imported.intersection(touched, models.__all__):
                writers[table].add(source.name(path))
    assert {table: files for table, files in writers.items() if len(files) > 1} == {}
    assert [file for files in writers.values() for file in files if "/operations/" not in file] == []


def test_every_promised_kind_of_work_has_a_handler_and_every_handler_is_promised_something() -> None:
    promised = set()
    for path in source.files("survey_app/operations"):
        for called, node in source.calls(path):
            if called in {"outbox.promise", "outbox.promise_all", "outbox.promise_once"}:
                promised.add(_value(path, node.args[1]))
    assert promised == set(work.HANDLERS)


def test_every_job_name_resolves() -> None:
    places = (*work.HANDLERS.values(), *work.TOGETHER.values())
    for name in (queues.JOB, *(place.replace(":", ".") for place in places)):
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(module), function)), name


def _value(path: Path, node: ast.expr) -> object:
    """Return a constant, or what a name means in the module at `path`."""
    if isinstance(node, ast.Constant):
        return node.value
    module = importlib.import_module(source.name(path).removesuffix(".py").replace("/", "."))
    return functools.reduce(getattr, source.dotted(node).split("."), module)
