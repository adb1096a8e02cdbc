"""Words for the codes of `vocabulary` and of the log, translated when a page is made."""

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l

from survey_app.passwords import LONGEST, SHORTEST, Weakness
from survey_app.vocabulary import (
    CommentKind,
    IrrelevanceReason,
    Mode,
    Role,
    SecondLookReason,
    SnapshotState,
    SnapshotStepKind,
    Source,
    Verdict,
    WaveState,
    WaveStepKind,
)

ROLES: dict[Role, LazyString] = {
    Role.COORDINATOR: _l("coordinator"),
    Role.METHODOLOGIST: _l("methodologist"),
    Role.PROVIDER: _l("provider"),
    Role.COUNCILLOR: _l("councillor"),
    Role.CLERK: _l("clerk"),
    Role.ADMINISTRATOR: _l("administrator"),
}

VERDICTS: dict[Verdict, LazyString] = {
    Verdict.RELEVANT: _l("Relevant"),
    Verdict.IRRELEVANT: _l("Not relevant"),
}

REASONS: dict[IrrelevanceReason, LazyString] = {
    IrrelevanceReason.OTHER_DEPARTMENT: _l("Belongs to another department of the town"),
    IrrelevanceReason.STATE_AUTHORITY: _l("A matter of the state (labour office, pensions, benefits)"),
    IrrelevanceReason.HEALTH_CARE: _l("Health care"),
    IrrelevanceReason.OUTSIDE_TERRITORY: _l("Outside our territory"),
    IrrelevanceReason.INDIVIDUAL_CASE: _l("A personal case, to be dealt with directly"),
    IrrelevanceReason.NO_CONTENT: _l("No usable content"),
    IrrelevanceReason.ADVERTISING: _l("Advertising"),
    IrrelevanceReason.ABUSIVE: _l("Only insults"),
    IrrelevanceReason.NOT_UNDERSTOOD: _l("Cannot be understood"),
}

POINTERS: dict[IrrelevanceReason, LazyString] = {
    IrrelevanceReason.OTHER_DEPARTMENT: _l(
        "The switchboard or the registry of the town hall will pass it to the right department."
    ),
    IrrelevanceReason.STATE_AUTHORITY: _l(
        "The Labour Office decides on benefits, the Social Security Administration on pensions; "
        "the town's advice centre helps with the forms."
    ),
    IrrelevanceReason.HEALTH_CARE: _l(
        "A doctor, the hospital or the health insurance company can help; complaints go to the hospital's "
        "management or to the regional authority."
    ),
    IrrelevanceReason.OUTSIDE_TERRITORY: _l("The town hall of the place concerned can help."),
    IrrelevanceReason.INDIVIDUAL_CASE: _l(
        "A social worker of the town will deal with it in person, by telephone or at the office."
    ),
    IrrelevanceReason.NO_CONTENT: _l("The author is welcome to write again and in more detail."),
    IrrelevanceReason.ABUSIVE: _l(
        "The author is welcome to say what happened; complaints about officials go to the town secretary."
    ),
    IrrelevanceReason.NOT_UNDERSTOOD: _l(
        "The author is welcome to write again, in any language, or to call the coordinator."
    ),
}

KINDS: dict[CommentKind, LazyString] = {
    CommentKind.PRAISE: _l("Praise"),
    CommentKind.COMPLAINT: _l("Complaint"),
    CommentKind.SUGGESTION: _l("Suggestion"),
    CommentKind.QUESTION: _l("Question"),
}

MODES: dict[Mode, LazyString] = {
    Mode.WEB: _l("on the web"),
    Mode.PAPER: _l("on paper"),
    Mode.INTERVIEW: _l("in an interview"),
    Mode.PHONE: _l("by telephone"),
    Mode.KIOSK: _l("at a kiosk"),
    Mode.MEETING: _l("at a meeting"),
}

SOURCES: dict[Source, LazyString] = {
    Source.QUESTIONNAIRE: _l("from the questionnaire"),
    Source.FEEDBACK_FORM: _l("from the form “Write to us”"),
}

WAVE_STATES: dict[WaveState, LazyString] = {
    WaveState.DRAFT: _l("being prepared"),
    WaveState.TRIAL: _l("on trial"),
    WaveState.APPROVED: _l("approved"),
    WaveState.ANNOUNCED: _l("announced"),
    WaveState.OPEN: _l("open"),
    WaveState.EXTENDED: _l("open, extended"),
    WaveState.GRACE: _l("closed, late answers are still accepted"),
    WaveState.CLOSED: _l("closed"),
    WaveState.PROCESSING: _l("results are being worked on"),
    WaveState.PUBLISHED: _l("results are published"),
    WaveState.ARCHIVED: _l("archived"),
    WaveState.WITHDRAWN: _l("withdrawn"),
}

WAVE_STEPS: dict[WaveStepKind, LazyString] = {
    WaveStepKind.CREATED: _l("planned a wave"),
    WaveStepKind.VERSION_CHANGED: _l("chose another version of the questionnaire"),
    WaveStepKind.TRIAL_STARTED: _l("started a trial"),
    WaveStepKind.TRIAL_ENDED: _l("ended a trial"),
    WaveStepKind.APPROVED: _l("approved a wave"),
    WaveStepKind.APPROVAL_TAKEN_BACK: _l("took the approval of a wave back"),
    WaveStepKind.WINDOW_CHANGED: _l("changed the time of a wave"),
    WaveStepKind.EXTENDED: _l("extended a wave"),
    WaveStepKind.CLOSED_EARLY: _l("closed a wave early"),
    WaveStepKind.WITHDRAWN: _l("withdrew a wave"),
    WaveStepKind.ARCHIVED: _l("archived a wave"),
    WaveStepKind.BROUGHT_BACK: _l("brought a wave back from the archive"),
}

SNAPSHOT_STATES: dict[SnapshotState, LazyString] = {
    SnapshotState.DRAFT: _l("draft"),
    SnapshotState.CHECKED: _l("checked"),
    SnapshotState.IN_REPLY: _l("open for replies of providers"),
    SnapshotState.APPROVED: _l("approved"),
    SnapshotState.PUBLISHED: _l("published"),
    SnapshotState.SUPERSEDED: _l("replaced by a newer one"),
}

SNAPSHOT_STEPS: dict[SnapshotStepKind, LazyString] = {
    SnapshotStepKind.CHECKED: _l("checked results"),
    SnapshotStepKind.OPENED_FOR_REPLIES: _l("opened results for the replies of providers"),
    SnapshotStepKind.REPLIED: _l("replied to results"),
    SnapshotStepKind.REPLY_WITHDRAWN: _l("withdrew the reply to results"),
    SnapshotStepKind.APPROVED: _l("approved results"),
    SnapshotStepKind.RETURNED: _l("gave results back"),
    SnapshotStepKind.PUBLISHED: _l("published results"),
}

WEAKNESSES: dict[Weakness, LazyString] = {
    Weakness.TOO_SHORT: _l("Use at least %(n)s characters.", n=SHORTEST),
    Weakness.TOO_LONG: _l("Use at most %(n)s characters.", n=LONGEST),
    Weakness.EASY_TO_GUESS: _l("This is too easy to guess. Use several words of your own."),
}

SECOND_LOOKS: dict[SecondLookReason, LazyString] = {
    SecondLookReason.MACHINE_DISAGREES: _l("the machine was sure of the opposite"),
    SecondLookReason.READERS_DISAGREE: _l("two readers disagree"),
    SecondLookReason.FLAGGED: _l("a colleague was asked"),
}

ACTIONS: dict[str, LazyString] = {
    "staff_added": _l("opened an account"),
    "staff_deactivated": _l("closed an account"),
    "staff_activated": _l("opened a closed account again"),
    "role_granted": _l("gave a role"),
    "role_revoked": _l("took a role away"),
    "password_set": _l("set a password"),
    "own_password_changed": _l("changed the own password"),
    "region_added": _l("added a region"),
    "comment_decided": _l("decided about a comment"),
    "decision_taken_back": _l("took a decision about a comment back"),
    "second_look_asked": _l("asked for a second look at a comment"),
    "second_look_withdrawn": _l("took back a question about a comment"),
    "triage_settings_changed": _l("changed how comments are read"),
    "work_retried": _l("let failed work try again"),
    "catalogues_imported": _l("brought in catalogues"),
    "coding_frame_imported": _l("brought in a coding frame"),
    "review_requested": _l("asked for the quality of coding to be looked at"),
    "training_requested": _l("asked for a coder to be trained"),
    "coder_trained": _l("a coder was trained"),
    "coder_released": _l("put a coder in force"),
    "draft_begun": _l("began a questionnaire"),
    "draft_removed": _l("threw a draft of a questionnaire away"),
    "bank_entry_kept": _l("kept something in the item bank"),
    "bank_entry_renamed": _l("gave another code in the item bank"),
    "bank_entry_removed": _l("removed something from the item bank"),
    "version_published": _l("published a version of a questionnaire"),
    **{f"wave_{kind}": words for kind, words in WAVE_STEPS.items()},
    "trial_responses_deleted": _l("deleted what testers of a wave sent"),
    "margins_loaded": _l("loaded how many people live in the region"),
    "tallies_rebuilt": _l("counted all responses of a wave anew"),
    "responses_exported": _l("exported responses of a wave"),
    "export_deleted": _l("deleted a file of responses"),
    "index_requested": _l("asked for the index to be computed"),
    "shares_requested": _l("asked for shares of comments to be estimated"),
    **{f"snapshot_{kind}": words for kind, words in SNAPSHOT_STEPS.items()},
    "comment_cleared": _l("cleared words of a comment for the public"),
    "comment_clearing_taken_back": _l("took words of a comment back from the public"),
}

LOG_OBJECTS: dict[str, LazyString] = {
    "staff_member": _l("Account"),
    "region": _l("Region"),
    "comment": _l("Comment"),
    "outbox_message": _l("Background work"),
    "questionnaire_version": _l("Questionnaire"),
    "questionnaire_draft": _l("Draft of a questionnaire"),
    "bank_entry": _l("Item bank"),
    "coding_frame": _l("Coding frame"),
    "learned_coder": _l("Coder"),
    "wave": _l("Wave"),
    "index_snapshot": _l("Computation"),
}

LOG_DETAILS: dict[str, LazyString] = {
    "broken_trends": _l("Series that break"),
    "changes": _l("Changes"),
    "texts": _l("With what people wrote"),
    "alone": _l("Nobody else could approve it"),
    "announced_at": _l("Announced"),
    "before": _l("Before"),
    "closes_at": _l("Closes"),
    "code": _l("Code"),
    "email": _l("E-mail"),
    "error": _l("Error"),
    "grace_minutes": _l("Minutes for late answers"),
    "how": _l("How"),
    "inputs_hash": _l("Fingerprint of what went in"),
    "kind": _l("Kind"),
    "method_version": _l("Method"),
    "name": _l("Name"),
    "number": _l("Number"),
    "opens_at": _l("Opens"),
    "provider": _l("Provider"),
    "questionnaire_code": _l("Questionnaire"),
    "reason": _l("Reason"),
    "reply_until": _l("Replies until"),
    "left_out": _l("Without the right of reply"),
    "after": _l("After"),
    "cells": _l("Cells"),
    "items": _l("Questions"),
    "margin": _l("Group of the town"),
    "category": _l("Category"),
    "mode": _l("Way of answering"),
    "n": _l("Number"),
    "share": _l("Share"),
    "warnings": _l("Warnings that were read"),
    "results_on": _l("Results are promised for"),
    "readers": _l("People who agreed"),
    "unaided": _l("Without a suggestion"),
    "role": _l("Role"),
    "sample_share": _l("Share in the sample"),
    "double_share": _l("Share that two people read"),
    "why": _l("Why"),
    "sequence": _l("Step"),
    "source": _l("Who counted"),
    "verdict": _l("Decision"),
    "version": _l("Version"),
    "wave_code": _l("Wave"),
}

WORK_KINDS: dict[str, LazyString] = {
    "classify_comment": _l("Coding a comment"),
    "compute_index": _l("Computing the index"),
    "draw_pictures": _l("Drawing pictures of results"),
    "estimate_shares": _l("Estimating shares of comments"),
    "export_responses": _l("Writing a file of responses"),
    "rank_queue": _l("Ordering the comments that wait"),
    "reclassify": _l("Coding all comments anew"),
    "review_coder": _l("Looking at the quality of coding"),
    "tally_responses": _l("Counting responses"),
    "train_coder": _l("Training a coder"),
}

MARGINS: dict[str, LazyString] = {
    "age": _l("age"),
    "group": _l("group of people"),
    "sex": _l("sex"),
    "territory": _l("part of the town"),
}

LANGUAGES: dict[str, LazyString] = {
    "cs": _l("Czech"),
    "cs-easy": _l("easy Czech"),
    "sk": _l("Slovak"),
    "uk": _l("Ukrainian"),
    "en": _l("English"),
}


def action(code: str) -> str:
    """Return the words for an action of the log; a code without words is shown as it is."""
    return str(ACTIONS.get(code, code))


def log_object(code: str) -> str:
    """Return the words for a kind of thing that the log is about; a code without words is shown as it is."""
    return str(LOG_OBJECTS.get(code, code))


def log_detail(code: str) -> str:
    """Return the words for what a detail of the log says; a code without words is shown as it is."""
    return str(LOG_DETAILS.get(code, code))


def work_kind(code: str) -> str:
    """Return the words for a kind of background work; a code without words is shown as it is."""
    return str(WORK_KINDS.get(code, code))


def language(tag: str) -> str:
    """Return the words for a language that somebody wrote in."""
    return str(LANGUAGES.get(tag) or gettext("another language"))
