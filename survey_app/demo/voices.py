"""What the made-up people wrote: with the waves, last year's decided and partly cleared, and by the form."""

import csv
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from survey_app import clock, sealing
from survey_app.demo.town import PACK
from survey_app.models import Region, StaffMember, Wave
from survey_app.operations import clearing, collection, triage
from survey_app.operations.collection import Feedback
from survey_app.queries import comments
from survey_app.queries import index as queries
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Mode, Verdict

DAYS_OF_LETTERS = 10
A_SITTING_AGO = timedelta(days=1)
"""Or the person at the desk would be offered to undo what somebody else made up."""


@dataclass(frozen=True)
class Voice:
    """One line of a file of comments. `verdict` is None where nobody has decided; `cleared` may be quoted."""

    wave_code: str
    text: str
    language: str
    service_code: str | None
    verdict: Verdict | None
    reason: IrrelevanceReason | None
    target_groups: tuple[str, ...]
    kind: CommentKind | None
    cleared: bool


def of_wave(wave_code: str) -> list[Voice]:
    """Return what was written with the questionnaire of a wave."""
    return [voice for voice in _read(PACK / "wave-comments.csv") if voice.wave_code == wave_code]


def decide_about(session: Session, wave: Wave, coordinator: StaffMember) -> None:
    """Decide about the comments of a wave as the content pack says, in the name of the demo coordinator."""
    known = {voice.text: voice for voice in of_wave(wave.wave_code)}
    for comment_id, text in queries.undecided_verbatims(session, wave.id):
        voice = known[text]
        if voice.verdict is not None:
            triage.decide(
                session,
                comment_id,
                0,
                verdict=voice.verdict,
                reason=voice.reason,
                target_groups=voice.target_groups,
                kind=voice.kind,
                note="",
                staff_id=coordinator.id,
                decided_at=clock.now() - A_SITTING_AGO,
            )
            if voice.cleared:  # these hold no personal data, so there is nothing to mask
                found = comments.comment(session, comment_id, {wave.region_id})
                assert found is not None  # noqa: S101  # it has just been decided about
                clearing.clear(session, found, text, text, clock.today(), by=coordinator.id, marks=())


def write_through_the_form(session: Session, region: Region, now: datetime) -> None:
    """Send the sample comments through the always-open form, one a few hours after the other."""
    for number, voice in enumerate(_read(PACK / "comments.csv")):
        submission_id = f"demo letter {number}"
        feedback = Feedback(
            submission_id=submission_id,
            receipt_hash=sealing.hashed(f"receipt of {submission_id}"),
            language=voice.language,
            mode=Mode.WEB,
            text=voice.text,
        )
        written_at = now - timedelta(days=number % DAYS_OF_LETTERS)
        collection.submit_feedback(session, region.id, feedback, written_at)


def _read(path: Path) -> list[Voice]:
    with path.open(encoding="utf-8", newline="") as file:
        return [_voice(row) for row in csv.DictReader(file)]


def _voice(row: dict[str, str]) -> Voice:
    relevant = row.get("relevant")
    verdict = None if not relevant else Verdict.RELEVANT if relevant == "1" else Verdict.IRRELEVANT
    return Voice(
        wave_code=row.get("wave", ""),
        text=row["text"],
        language=row["lang"],
        service_code=row.get("service_id") or None,
        verdict=verdict,
        reason=IrrelevanceReason(row["reason"]) if row.get("reason") else None,
        target_groups=tuple(filter(None, row["target_groups"].split(";"))),
        kind=CommentKind(row["kind"]) if row.get("kind") else None,
        cleared=row.get("cleared") == "1",
    )
