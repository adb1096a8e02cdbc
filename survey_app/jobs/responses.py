"""The job that writes a file of responses, in a child process that leaves nothing behind but the file.

The child reads responses as a stream, notes how far it is, and stores the file in pieces, as long as its
attempt holds the claim. Whatever is ended begins anew. As a program, it writes one file to standard
output, for the command line.
"""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from typing import BinaryIO
from uuid import UUID

from sqlalchemy.orm import Session

from forms.codebook import ddi
from survey_app import clock, db
from survey_app.jobs.child import in_a_child
from survey_app.jobs.export_files import files, safer
from survey_app.jobs.export_files.table import Recording, Table
from survey_app.models import ResponseExport, Wave
from survey_app.operations import export as operations
from survey_app.operations import outbox
from survey_app.operations.export import Options
from survey_app.queries import export as queries
from survey_app.queries import waves
from survey_app.queries.export import Versions
from survey_app.vocabulary import ExportFormat

CHUNK = 1 << 20  # bytes
PROGRESS = 2_000  # responses between two notes of how far it is

Note = Callable[[int], None]


def export_responses(claim: outbox.Claim) -> None:
    """Write the file of the claim and settle the claim with its last piece; nothing where it was deleted."""
    with db.transaction() as session:
        is_wanted = queries.asked_for(session, UUID(claim.payload["export_id"])) is not None
        if not is_wanted:
            outbox.settle(session, claim)
    if is_wanted:
        in_a_child(store_file, address(), claim)


def address() -> str:
    """The address of the connected database, for a child to open it."""
    return db.current().engine.url.render_as_string(hide_password=False)


def store_file(database: str, claim: outbox.Claim) -> None:
    """Run in the child: make the file and store it."""
    db.connect(database)
    with db.reading() as session:
        asked = queries.asked_for(session, UUID(claim.payload["export_id"]))
        if asked is None:
            raise LookupError(claim.payload["export_id"])  # deleted meanwhile; the next attempt sees that
        total = queries.total(session, asked.wave)
    with db.transaction() as session:
        operations.begin(session, claim, asked, total, clock.now())

    def note(done: int) -> None:
        with db.transaction() as session:
            operations.note_progress(session, claim, asked, done, clock.now())

    with tempfile.TemporaryFile() as file:
        make_file(asked.wave.wave_code, asked.format, Options.of(asked.options), file, note)
        _store(file, claim, asked)


def _store(file: BinaryIO, claim: outbox.Claim, asked: ResponseExport) -> None:
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    for position, data in enumerate(iter(lambda: file.read(CHUNK), b"")):
        with db.transaction() as session:
            operations.add_chunk(session, claim, asked, position, data, clock.now())
    with db.transaction() as session:
        operations.finish(session, claim, asked, size, clock.now())


def make_file(wave_code: str, form: ExportFormat, options: Options, file: BinaryIO, note: Note) -> None:
    """Write the responses of a wave into an open file, telling `note` how many of them are read."""
    with db.reading() as session:
        wave = waves.wave_by_code(session, wave_code)
        if wave is None:
            raise LookupError(wave_code)
        versions = queries.versions(session, wave)
        table = _table(session, wave, versions, options, note)
    if options.coarse:
        table = safer.coarsened(table)
    if options.without_rare:
        table = safer.without_rare(table)
    # The study is described as the file has it, or a rare mode taken out of it would still be named.
    files.write(table, form, file, _study(wave, versions, table), versions.last)


def _table(session: Session, wave: Wave, versions: Versions, options: Options, note: Note) -> Table:
    variables = queries.variables(session, wave, versions, texts=options.texts)
    recording = Recording(variables)
    for done, row in enumerate(queries.rows(session, wave, versions, texts=options.texts), 1):
        recording.add(row)
        if done % PROGRESS == 0:
            note(done)
    return recording.table()


def _study(wave: Wave, versions: Versions, table: Table) -> ddi.Study:
    return ddi.Study(
        code=wave.wave_code,
        titles=versions.last.titles,
        abstracts=versions.last.introductions,
        producer=wave.region.name,
        begun_on=clock.local(wave.opens_at).date(),
        ended_on=clock.local(wave.closes_at).date(),
        modes=[
            category.labels
            for column in table.columns
            if column.variable.heading == "mode"
            for category in column.variable.categories
        ],
        cases=table.rows,
        made_up=wave.made_up or wave.region.made_up,
    )


def main() -> None:
    """Write one file to standard output; what is wanted comes as JSON on standard input."""
    wanted = json.load(sys.stdin)
    db.connect(wanted["database"])
    with tempfile.TemporaryFile() as file:
        form, options = ExportFormat(wanted["format"]), Options.of(wanted["options"])
        make_file(wanted["wave_code"], form, options, file, lambda done: None)
        file.seek(0)
        shutil.copyfileobj(file, sys.stdout.buffer, CHUNK)


if __name__ == "__main__":
    main()
