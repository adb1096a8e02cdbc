"""All that the page of one comment shows, as far as this reader may see it."""

from dataclasses import dataclass
from uuid import UUID

from flask import abort, current_app, g, request
from sqlalchemy.orm import Session

from forms.languages import text_in
from survey_app import sealing
from survey_app.blueprints import labels, page
from survey_app.blueprints.triage import choice
from survey_app.blueprints.triage.marks import MarkedText, marked_text
from survey_app.blueprints.triage.previous import PreviousStep, previous_step
from survey_app.blueprints.triage.suggestion import Suggestion, suggestion
from survey_app.models import BlindReading, Comment, Region, TargetGroup, TriageDecision
from survey_app.queries import (
    classification,
    comments,
    lanes,
    readings,
    reference,
    second_looks,
    similar,
    triage,
    turns,
    unaided,
)
from survey_app.queries.comments import Filter
from survey_app.queries.second_looks import OpenLook
from survey_app.queries.similar import AlikeComment
from survey_app.queries.unaided import Why
from survey_app.vocabulary import SecondLookReason


@dataclass(frozen=True)
class Case:
    """One comment as one reader sees it.

    `own_reading` is what the reader found where a second person has not read yet, `readings` what was read
    without sight of each other once that is over; `holder` is somebody else who has it on the screen.
    `unaided` says why the machine is silent about it: there is no suggestion then.
    """

    comment: Comment
    region: Region
    service: str
    contact: str
    text: MarkedText
    language: str
    suggestion: Suggestion | None
    unaided: Why | None
    urgent: bool
    history: list[TriageDecision]
    own_reading: BlindReading | None
    readings: list[BlindReading]
    looks: list[OpenLook]
    team: int
    groups: list[TargetGroup]
    alike: list[AlikeComment]
    previous: PreviousStep | None
    is_like_previous: bool
    waiting: lanes.Counts
    holder: turns.Holder | None
    holds_until_late: bool

    @property
    def sequence(self) -> int:
        """The number of the newest step; 0 for none."""
        return self.history[0].sequence if self.history else 0

    @property
    def decision(self) -> TriageDecision | None:
        """The decision in force."""
        return self.history[0] if self.history and self.history[0].verdict else None

    @property
    def taken_back(self) -> TriageDecision | None:
        """The decision that the reader has taken back, whoever made it, with nobody in between."""
        if self.decision is not None or not self.history:
            return None
        step, before = self.history[:2]
        return before if step.decided_by_id == g.staff.id else None

    @property
    def own_taken_back(self) -> TriageDecision | None:
        """The same, where the decision was the reader's own."""
        before = self.taken_back
        return before if before is not None and before.decided_by_id == g.staff.id else None

    @property
    def waits_for_a_third(self) -> bool:
        """Whether the reader is one of two who disagree, and somebody else is to decide."""
        disagree = SecondLookReason.READERS_DISAGREE
        return any(each.look.why is disagree and not each.mine for each in self.looks)

    @property
    def is_open(self) -> bool:
        """Whether the reader may speak about it now."""
        return self.own_reading is None and not self.waits_for_a_third

    @property
    def is_to_be_read(self) -> bool:
        """Whether it waits for this reader; then nobody else is handed it meanwhile."""
        asked_for = any(each.mine for each in self.looks) if self.looks else self.decision is None
        return self.is_open and asked_for


def case_of(reading: Session, comment_id: UUID) -> Case:
    """Read everything about a comment of the person's own regions, or answer 404."""
    regions = {region.id: region for region in choice.own_regions(reading)}
    found = comments.comment(reading, comment_id, regions)
    if found is None:
        abort(404)
    region = regions[found.region_id]
    page.set_region(region)
    services = {service.service_code: service for service in reference.services(reading, region.id)}
    service = services.get(found.service_code or "")
    groups = reference.target_groups(reading)
    reader = choice.reader(reading, list(regions.values()))
    place = similar.place(reading, found.id)
    coding = classification.coding_in_force(reading, found.id)
    history = triage.history(reading, found.id)
    looks = second_looks.open_looks(reading, reader, found.id)
    own, visible = _readings(reading, found.id, is_secret=readings.are_secret(reading, found.id))
    previous = previous_step(reading, regions)
    read = request.args.get("before", None, UUID) or (previous.saved.comment.id if previous else None)
    before = similar.place(reading, read) if read else None
    why = unaided.among(reading, reader, [found.id]).get(found.id)
    suggested = None if why else suggestion(coding, groups, g.language)
    holder = turns.holder(reading, found.id, reader.now)
    is_mine = holder is not None and holder.staff_id == g.staff.id
    return Case(
        comment=found,
        region=region,
        service=text_in(service.names, g.language) if service else "",
        contact=_contact(found),
        text=marked_text(found.text, coding, suggested.spans if suggested else ()),
        language=labels.language(coding.coding["language"] if coding else found.language),
        suggestion=suggested,
        unaided=why,
        urgent=bool((place and place.urgent) or (coding and coding.urgent)),
        history=history,
        own_reading=own,
        readings=visible,
        looks=looks,
        team=reader.teams[region.id],
        groups=groups,
        alike=similar.waiting_alike(reading, reader, found.id),
        previous=previous,
        is_like_previous=bool(before and place and before.leader_id == place.leader_id),
        waiting=lanes.counts(reading, reader, Filter(frozenset(regions))),
        holder=None if is_mine else holder,
        holds_until_late=is_mine and holder is not None and holder.until - reader.now > turns.FRESH,
    )


def _readings(
    reading: Session, comment_id: UUID, *, is_secret: bool
) -> tuple[BlindReading | None, list[BlindReading]]:
    """Return the reader's own reading while it waits for the other one, or else all that may be seen."""
    every = readings.of_comment(reading, comment_id)
    if not is_secret:
        return None, every
    return next((each for each in every if each.reader_id == g.staff.id), None), []


def _contact(comment: Comment) -> str:
    if not comment.contact_sealed:
        return ""
    return sealing.unseal_contact(comment.contact_sealed, current_app.config["SETTINGS"].signing_key)
