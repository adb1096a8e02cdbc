"""Each rule about the source is seen to fail where it is broken on purpose, in a copy."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from survey_app import access
from tests.architecture import source, test_addresses, test_modules, test_tables

Rule = Callable[[], None]

BREACHES: list[tuple[Rule, str, str]] = [
    (test_tables.test_only_db_commits, "survey_app/jobs/relay.py", "session.commit()"),
    (test_tables.test_only_db_commits, "survey_app/operations/index.py", "session.begin_nested()"),
    (test_tables.test_queries_never_write, "survey_app/queries/work.py", "session.add(OutboxMessage())"),
    (
        test_tables.test_operations_write_in_the_transaction_they_are_given,
        "survey_app/operations/triage.py",
        "db.transaction()",
    ),
    (
        test_tables.test_nobody_else_touches_a_table,
        "survey_app/blueprints/home.py",
        "session.scalars(statement)",
    ),
    (test_tables.test_nobody_else_touches_a_table, "survey_app/blueprints/home.py", "import sqlalchemy"),
    (
        test_tables.test_every_table_has_one_writer_and_it_is_an_operation,
        "survey_app/operations/triage.py",
        "from survey_app.models import Wave\nsession.add(Wave())",
    ),
    (
        test_tables.test_every_promised_kind_of_work_has_a_handler_and_every_handler_is_promised_something,
        "survey_app/operations/triage.py",
        'outbox.promise(session, "unheard_of")',
    ),
    (test_modules.test_a_module_is_short_enough_to_be_read, "forms/build.py", "\n" * test_modules.LONGEST),
    (test_modules.test_a_module_is_named_after_what_it_knows, "forms/utils.py", ""),
    (test_modules.test_a_module_says_what_it_is_for, "forms/silent.py", "x = 1"),
    (test_modules.test_whatever_is_public_has_a_docstring, "forms/build.py", "def silent(): ..."),
    (test_modules.test_an_exception_from_a_rule_says_why, "forms/build.py", "x = 1  # noqa: E501"),
    (
        test_modules.test_no_test_is_skipped_and_nothing_of_ours_is_mocked,
        "tests/test_skipped.py",
        "pytest.skip()",
    ),
    (
        test_modules.test_no_test_is_skipped_and_nothing_of_ours_is_mocked,
        "tests/test_mocked.py",
        "from unittest import mock",
    ),
]


@pytest.mark.parametrize(("rule", "file", "line"), BREACHES)
def test_a_rule_fails_where_it_is_broken(
    rule: Rule, file: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (*source.files(*source.PACKAGES), source.PROJECT_ROOT / "wsgi.py"):
        copy = tmp_path / source.name(path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    monkeypatch.setattr(source, "PROJECT_ROOT", tmp_path)
    rule()
    broken = tmp_path / file
    broken.parent.mkdir(exist_ok=True)
    before = broken.read_text(encoding="utf-8") if broken.exists() else ""
    broken.write_text(f"{before}\n{line}\n", encoding="utf-8")
    source.tree.cache_clear()
    with pytest.raises(AssertionError):
        rule()


@pytest.mark.parametrize(
    ("rule", "address"),
    [
        (test_addresses.test_every_view_carries_an_access_mark, "/unmarked"),
        (test_addresses.test_addresses_are_kebab_case, "/snake_case"),
        (test_addresses.test_addresses_do_not_end_with_a_slash, "/folder/"),
    ],
)
def test_a_rule_about_addresses_fails_where_it_is_broken(rule: Callable[[Flask], None], address: str) -> None:
    app = Flask(__name__, static_folder=None)
    rule(app)
    view = access.public(lambda: "")
    if address == "/unmarked":
        del view.access_roles
    app.add_url_rule(address, "view", view)
    with pytest.raises(AssertionError):
        rule(app)
