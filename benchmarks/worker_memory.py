"""Memory of a worker that trains a coder of dozens of labels and then codes every comment by it.

A real database and the worker's own handlers; the process is looked at from outside. `nhs_comments.csv` of
the data folder gives texts and labels; every third comment is taken for irrelevant, so that all is learned.
"""

import argparse
import csv
import json
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from benchmarks.processes import forget_peak, used
from survey_app import clock, db, schema
from survey_app.config import PROJECT_ROOT
from survey_app.jobs import work
from survey_app.models import Comment, LearnedCoder, OutboxMessage, Region, StaffMember, TriageDecision
from survey_app.operations import coders, reference
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Mode, Source, Verdict

GOAL = 700
MEBI = 1024 * 1024
ALSO = ("Chybí nám tu pečovatelka a doprava k lékaři.", "Немає місця в будинку для літніх людей.")
WORKER = "import sys; from benchmarks.worker_memory import serve; serve(sys.argv[1])"


def main() -> None:
    """Measure and print one row for each thing that the worker does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder that holds nhs_comments.csv")
    parser.add_argument("--decisions", type=int, default=5000)
    parser.add_argument("--comments", type=int, default=1000, help="how many of them are coded anew")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/ohlas.sqlite"
        schema.upgrade(db.connect(url))
        _fill(chosen.data / "nhs_comments.csv", chosen.decisions)
        with subprocess.Popen([sys.executable, "-c", WORKER, url], cwd=PROJECT_ROOT) as process:
            try:
                _measure(process, chosen.comments)
            finally:
                process.kill()


def serve(url: str) -> None:
    """Work like the worker does, until killed."""
    db.connect(url)
    for kind in work.HANDLERS:
        work.handler(kind)
    while True:
        work.run(_waiting())
        time.sleep(0.2)


def _measure(process: "subprocess.Popen[bytes]", comments: int) -> None:
    with db.transaction() as session:
        coders.promise_training(session, by=None)
    _say("while a child trains", process)
    with db.transaction() as session:
        coder = session.scalars(sa.select(LearnedCoder)).one()
        print(
            f"learned from {coder.card['n']} decisions in {coder.card['training_seconds']} s, "
            f"takes over {len(coder.card['handed_over'])} labels"
        )
        kept = sa.select(Comment.id).order_by(Comment.id).limit(comments)
        session.execute(sa.delete(TriageDecision).where(TriageDecision.comment_id.not_in(kept)))
        session.execute(sa.delete(Comment).where(Comment.id.not_in(kept)))
        coders.release(session, coder, clock.now(), instead_of=0, note="", by=None)
    started = time.monotonic()
    _say(f"while {comments} comments are coded by it", process)
    print(f"coded in {time.monotonic() - started:.0f} s, loading the coder among them")


def _say(what: str, process: "subprocess.Popen[bytes]") -> None:
    while _waiting():
        time.sleep(0.5)
    use = used(process.pid)
    if use is None:
        raise SystemExit("The worker has ended.")
    print(f"{what}: at most {use.peak / MEBI:.0f} MiB (goal {GOAL})")
    forget_peak(process.pid)


def _waiting() -> list[str]:
    with db.reading() as session:
        return [str(found) for found in session.scalars(sa.select(OutboxMessage.id))]


def _fill(file: Path, decisions: int) -> None:
    """Store comments, and a decision about each; the labels become the target groups of the frame."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(islice(csv.DictReader(lines), decisions))
    labels = sorted({label for row in rows for label in row["labels"].split(";")})
    codes = {label: f"label_{number}" for number, label in enumerate(labels)}
    print(f"{len(labels)} labels")
    with db.transaction() as session:
        region = Region(code="town", name="Town", languages=["cs"])
        reader = StaffMember(email="reader@town.example", name="Reader", password_hash="-")  # noqa: S106  # opens nothing
        session.add_all([region, reader])
        frame = _frame(codes)
        reference.import_coding_frame(session, frame["version"], frame)
        session.flush()
        kinds = list(CommentKind)
        for number, row in enumerate(rows):
            text = row["text"] if number % 50 else f"{ALSO[number // 50 % 2]} {number}"
            comment = _comment(region, text)
            relevant = number % 3 > 0
            session.add(comment)
            session.flush()
            session.add(
                TriageDecision(
                    comment_id=comment.id,
                    sequence=1,
                    verdict=Verdict.RELEVANT if relevant else Verdict.IRRELEVANT,
                    irrelevance_reason=None if relevant else IrrelevanceReason.NO_CONTENT,
                    target_groups=[codes[label] for label in row["labels"].split(";")] if relevant else [],
                    kind=kinds[number % 4] if relevant else None,
                    decided_by_id=reader.id,
                    decided_at=clock.now(),
                )
            )


def _comment(region: Region, text: str) -> Comment:
    return Comment(
        region_id=region.id,
        text=text,
        language="en",
        source=Source.FEEDBACK_FORM,
        mode=Mode.WEB,
        received_on=clock.today(),
        receipt_hash=uuid4().hex,
        submission_hash=uuid4().hex,
        content_hash=uuid4().hex,
    )


def _frame(codes: dict[str, str]) -> dict[str, Any]:
    """The frame that comes with the program, its groups' words shared out among as many groups as labels."""
    path = PROJECT_ROOT / "survey_app" / "content" / "coding_frame.json"
    frame: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    groups = [group for group in frame["target_groups"] if not group.get("only_alone")]
    frame["target_groups"] = [
        {**groups[number % len(groups)], "code": code} for number, code in enumerate(codes.values())
    ]
    return frame


if __name__ == "__main__":
    main()
