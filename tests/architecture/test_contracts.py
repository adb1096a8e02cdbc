"""The import contracts hold, and each is seen to fail where it is broken on purpose."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture import source

BREACHES = {
    "Imports in survey_app only go down": (
        "survey_app/queries/work.py",
        "import survey_app.operations.audit",
    ),
    "Imports in forms only go down": ("forms/routing.py", "import forms.solver"),
    "Imports in analytics only go down": (
        "analytics/evaluation/metrics.py",
        "import analytics.text.surface",
    ),
    "Imports in analytics.text only go down": (
        "analytics/text/day_one/kind.py",
        "import analytics.text.learning.words",
    ),
    "forms and analytics know neither each other nor the application": (
        "forms/routing.py",
        "import analytics.estimation.shares",
    ),
    "forms and analytics do not import the application": (
        "analytics/estimation/shares.py",
        "import survey_app.clock",
    ),
    "forms knows no web, no table, no queue and no statistics": ("forms/feedback.py", "import flask"),
    "analytics knows no web, no table and no queue": ("analytics/text/day_one/kind.py", "import sqlalchemy"),
    "The web process loads neither analytics nor the queue": ("survey_app/assets.py", "import pandas"),
    "Only jobs import analytics": ("survey_app/operations/index.py", "import analytics.estimation.shares"),
    "The worker and the relay load no web": ("survey_app/sealing.py", "import flask"),
    "Only survey_app.queues knows RQ and Redis": ("survey_app/jobs/relay.py", "import redis"),
    "Only analytics.pictures draws": ("analytics/evaluation/folds.py", "import vl_convert"),
    "Only forms.interchange knows foreign formats": ("forms/routing.py", "import openpyxl"),
    "Only survey_app.jobs.export_files writes files of statisticians": (
        "survey_app/jobs/review.py",
        "import pyreadstat",
    ),
    "Writers of files know columns, no tables and no queue": (
        "survey_app/jobs/export_files/delimited.py",
        "import survey_app.models",
    ),
}


def _lint_imports(root: Path) -> str:
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [program, "--no-cache"],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def _verdicts(said: str) -> dict[str, str]:
    return dict(re.findall(r"^(.+) (KEPT|BROKEN)\b", said, flags=re.MULTILINE))


def test_the_import_contracts_hold() -> None:
    said = _lint_imports(source.PROJECT_ROOT)
    assert set(_verdicts(said).values()) == {"KEPT"}, said


def test_each_contract_fails_where_it_is_broken_on_purpose(tmp_path: Path) -> None:
    _copy_code(tmp_path)
    for file, line in BREACHES.values():
        path = tmp_path / file
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    verdicts = _verdicts(_lint_imports(tmp_path))
    assert {name for name, verdict in verdicts.items() if verdict == "BROKEN"} == set(BREACHES)
    configuration = tomllib.loads((tmp_path / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = configuration["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == set(BREACHES)


def test_a_module_that_no_layer_names_breaks_the_build(tmp_path: Path) -> None:
    _copy_code(tmp_path)
    (tmp_path / "survey_app" / "utils.py").write_text('"""Everything and nothing."""\n')
    said = _lint_imports(tmp_path)
    assert _verdicts(said).get("Imports in survey_app only go down") != "KEPT"
    assert "survey_app.utils" in said


def _copy_code(destination: Path) -> None:
    for path in source.files(*source.PACKAGES):
        copy = destination / source.name(path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    shutil.copy(source.PROJECT_ROOT / "pyproject.toml", destination)
