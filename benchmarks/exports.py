"""How long the worker needs to write a file of responses in each format, and in how much memory.

The worker runs the job as always, in a process of its own with a child that writes; both are looked at from
outside. The wave has 100 columns of every kind, every other response has a verbatim.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

import sqlalchemy as sa

from benchmarks import closed_wave, processes
from forms import export
from survey_app import clock, db
from survey_app.models import ResponseExport, StaffMember, Wave
from survey_app.operations import export as operations
from survey_app.operations.export import Options
from survey_app.queries import design
from survey_app.queries.export import JOB
from survey_app.vocabulary import ExportFormat

ROWS = 100_000
MEBI = 1 << 20
LOOK = 0.02  # seconds between two looks at a process that will end
EVERYTHING = Options(texts=True, coarse=True, without_rare=True)
WORKER = """
import sys
from survey_app import db
from survey_app.jobs import work

db.connect(sys.argv[1])
work.run(sys.argv[2:])
"""


@dataclass
class Measured:
    """Seconds by the clock; of the child: seconds of the processor and peak memory in bytes."""

    seconds: float = 0.0
    processor: float = 0.0
    peak: int = 0
    size: int = 0


def wide() -> dict[str, Any]:
    """Return a questionnaire whose responses have 100 columns with texts, 5 of them circumstances."""
    grades = [_option(f"g{place}", score=25 * place) for place in range(5)]
    used = {"op": "in", "item": "c0", "options": ["o0", "o1"]}
    items = [_item(f"c{n}", "single_choice", options=[_option(f"o{p}") for p in range(6)]) for n in range(10)]
    items += [_item(f"r{n}", "rating", scale="grades", visible_if=used) for n in range(50)]
    items += [
        _item(f"m{n}", "multiple_choice", options=[_option(f"o{p}") for p in range(9)]) for n in range(3)
    ]
    items += [_item(f"n{n}", "number", minimum=0) for n in range(4)]
    items += [
        _item("born", "year"),
        _item("day", "date"),
        _item("words", "open_ended"),
        _item("more", "yes_no"),
    ]
    return {
        "questionnaire_code": "wide",
        "version": "1",
        "titles": {"cs": "Široký dotazník"},
        "languages": ["cs"],
        "scales": [{"code": "grades", "options": [*grades, _option("dk")]}],
        "sections": [{"section_code": "all", "titles": {"cs": "Vše"}, "items": items}],
    }


def _item(code: str, kind: str, **more: Any) -> dict[str, Any]:
    return {
        "item_code": code,
        "type": kind,
        "texts": {"cs": f"Jak hodnotíte to, co je pod číslem {code}?"},
        **more,
    }


def _option(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "labels": {"cs": f"možnost {code}"}, **more}


def ask(database: db.Database, form: ExportFormat, options: Options) -> UUID:
    """Ask for a file as the page does."""
    with database.transaction() as session:
        wave = session.scalars(sa.select(Wave)).one()
        by = session.scalars(sa.select(StaffMember.id)).one()
        return operations.ask_for(session, wave, clock.now(), by=by, form=form, options=options).id


def measure(database: db.Database, address: str, form: ExportFormat, options: Options) -> Measured:
    """Let a worker write a file, then delete it."""
    asked = ask(database, form, options)
    found, begun = Measured(), time.monotonic()
    with subprocess.Popen([sys.executable, "-c", WORKER, address, str(uuid5(asked, JOB))]) as worker:
        while worker.poll() is None:
            for child in _children(worker.pid):
                use = processes.used(child)
                if use is not None:
                    found.processor, found.peak = use.processor, max(found.peak, use.peak)
            time.sleep(LOOK)
    found.seconds = time.monotonic() - begun
    with database.transaction() as session:
        made = session.get_one(ResponseExport, asked)
        assert made.finished_at is not None, "the file was not made; the log says why"
        found.size = made.size
        operations.delete_expired(session, clock.now() + 2 * operations.KEPT)
    return found


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def main() -> None:
    """Print a row for each format: as answered, and with everything that makes a file safer, and words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS, help="number of responses")
    parser.add_argument("--database", default="", help="an empty PostgreSQL database; default: SQLite")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        address = arguments.database or f"sqlite:///{Path(name) / 'exports.sqlite'}"
        os.environ |= {"DATABASE_URL": address, "INSTANCE_PATH": str(Path(name) / "instance")}
        database = db.connect(address)
        closed_wave.prepare(database, wide())
        closed_wave.grow(database, arguments.rows, random.Random(1))  # noqa: S311  # repeatable, not secret
        with database.reading() as session:
            wave = session.scalars(sa.select(Wave)).one()
            asked = design.questionnaire(session, wave.questionnaire_version_id)
        columns = 5 + len(export.columns(asked, texts=True))
        print(f"{database.engine.dialect.name}, {arguments.rows} responses, {columns} columns with texts")
        for options in (Options(), EVERYTHING):
            for form in ExportFormat:
                found = measure(database, address, form, options)
                print(
                    f"{form:5}{'everything' if options.texts else 'as answered':12} {found.seconds:6.1f} s"
                    f" {found.processor:6.1f} s of processor {found.peak / MEBI:6.0f} MiB at most"
                    f" {found.size / MEBI:6.1f} MiB out"
                )
        database.dispose()


if __name__ == "__main__":
    main()
