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
    """How far a wave has come, by its steps and by the clock of Europe/Prague; computed, never stored."""

    DRAFT = "draft"
    TRIAL = "trial"
    APPROVED = "approved"
    ANNOUNCED = "announced"
    OPEN = "open"
    EXTENDED = "extended"
    GRACE = "grace"
    CLOSED = "closed"
    PROCESSING = "processing"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    WITHDRAWN = "withdrawn"


class WaveStepKind(StrEnum):
    """What somebody did with a wave."""

    CREATED = "created"
    VERSION_CHANGED = "version_changed"
    TRIAL_STARTED = "trial_started"
    TRIAL_ENDED = "trial_ended"
    APPROVED = "approved"
    APPROVAL_TAKEN_BACK = "approval_taken_back"
    WINDOW_CHANGED = "window_changed"
    EXTENDED = "extended"
    CLOSED_EARLY = "closed_early"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"
    BROUGHT_BACK = "brought_back"


class DraftStepKind(StrEnum):
    """How a draft came to what it says."""

    CREATED = "created"
    CLONED = "cloned"
    IMPORTED = "imported"
    SETTINGS = "settings"
    SECTION_ADDED = "section_added"
    SECTION_CHANGED = "section_changed"
    SECTION_MOVED = "section_moved"
    SECTION_REMOVED = "section_removed"
    ITEM_ADDED = "item_added"
    ITEM_CHANGED = "item_changed"
    ITEM_MOVED = "item_moved"
    ITEM_REMOVED = "item_removed"
    SCALE_ADDED = "scale_added"
    SCALE_CHANGED = "scale_changed"
    SCALE_REMOVED = "scale_removed"
    TRANSLATED = "translated"


class BankEntryKind(StrEnum):
    """What the item bank keeps."""

    ITEM = "item"
    SCALE = "scale"


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
    """How far a snapshot is from the public: computed, checked by a methodologist, open to the replies of
    providers, approved by a second person, published, and at last replaced by a newer one."""

    DRAFT = "draft"
    CHECKED = "checked"
    IN_REPLY = "in_reply"
    APPROVED = "approved"
    PUBLISHED = "published"
    SUPERSEDED = "superseded"


class SnapshotStepKind(StrEnum):
    """What somebody did with a snapshot."""

    CHECKED = "checked"
    OPENED_FOR_REPLIES = "opened_for_replies"
    REPLIED = "replied"
    REPLY_WITHDRAWN = "reply_withdrawn"
    APPROVED = "approved"
    RETURNED = "returned"
    PUBLISHED = "published"


class ExportFormat(StrEnum):
    """Files in which responses leave the house."""

    CSV = "csv"
    XLSX = "xlsx"
    SPSS = "sav"
    STATA = "dta"
    CODEBOOK = "ddi"


class OutboxStatus(StrEnum):
    """A message waits for its job, or has failed too often and waits for a person."""

    PENDING = "pending"
    DEAD = "dead"


class Lane(StrEnum):
    """What a coordinator is handed, in this order."""

    DANGER = "danger"
    SECOND_LOOK = "second-look"
    WAITING = "waiting"
    PUT_OFF = "put-off"


class SecondLookReason(StrEnum):
    """Why a comment that was read is to be looked at by another pair of eyes."""

    MACHINE_DISAGREES = "machine_disagrees"
    READERS_DISAGREE = "readers_disagree"
    FLAGGED = "flagged"


class ReviewOccasion(StrEnum):
    """What led to a look at the quality of the coder."""

    TRAINED = "trained"
    SCHEDULED = "scheduled"
    ASKED_FOR = "asked_for"
