"""Closed lists of codes that tables, pages and jobs share; labels live in `blueprints/labels.py`."""

from enum import StrEnum


class Role(StrEnum):
    """What a member of staff may do in one region; one person may hold several."""

    COORDINATOR = "coordinator"
    METHODOLOGIST = "methodologist"
    PROVIDER = "provider"
    COUNCILLOR = "councillor"
    CLERK = "clerk"
    ADMINISTRATOR = "administrator"


class WaveState(StrEnum):
    """Where the clock of Europe/Prague has brought a wave; computed, never stored."""

    PLANNED = "planned"
    ANNOUNCED = "announced"
    OPEN = "open"
    GRACE = "grace"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Mode(StrEnum):
    """The channel through which an answer or a comment came."""

    WEB = "web"
    PAPER = "paper"
    INTERVIEW = "interview"
    PHONE = "phone"
    KIOSK = "kiosk"
    MEETING = "meeting"


class Source(StrEnum):
    """The door through which a comment came."""

    QUESTIONNAIRE = "questionnaire"
    FEEDBACK_FORM = "feedback_form"


class Verdict(StrEnum):
    """What a coordinator decided about a comment."""

    RELEVANT = "relevant"
    IRRELEVANT = "irrelevant"


class IrrelevanceReason(StrEnum):
    """Why a comment is not for social services; each but advertising comes with a pointer where to turn."""

    OTHER_DEPARTMENT = "other_department"
    STATE_AUTHORITY = "state_authority"
    HEALTH_CARE = "health_care"
    OUTSIDE_TERRITORY = "outside_territory"
    INDIVIDUAL_CASE = "individual_case"
    NO_CONTENT = "no_content"
    ADVERTISING = "advertising"
    ABUSIVE = "abusive"
    NOT_UNDERSTOOD = "not_understood"


class CommentKind(StrEnum):
    """What a comment does."""

    PRAISE = "praise"
    COMPLAINT = "complaint"
    SUGGESTION = "suggestion"
    QUESTION = "question"


class SnapshotState(StrEnum):
    """The life of an index snapshot: a draft is seen by methodologists only."""

    DRAFT = "draft"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class OutboxStatus(StrEnum):
    """A message waits for its job, or has failed too often and waits for a person."""

    PENDING = "pending"
    DEAD = "dead"
