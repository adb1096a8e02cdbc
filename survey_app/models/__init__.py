"""Tables, one file per stage. Models hold columns and constraints, no behaviour that reads or writes."""

from survey_app.models.classification import Classification
from survey_app.models.coder import CoderRelease, CoderReview, LearnedCoder
from survey_app.models.collection import ClearedComment, Comment, PartialResponse, Response
from survey_app.models.composition import ShownComposition
from survey_app.models.design import Questionnaire, QuestionnaireVersion
from survey_app.models.drafts import BankEntry, DraftStep, Picture, QuestionnaireDraft
from survey_app.models.exports import ExportChunk, ResponseExport
from survey_app.models.index import IndexSnapshot, ProviderReply, SnapshotPicture, SnapshotStep
from survey_app.models.outbox import OutboxMessage
from survey_app.models.population import MarginSet
from survey_app.models.reading import (
    BlindReading,
    QueuePlace,
    SecondLook,
    ShortcutKeys,
    TriageDraw,
    TriageLease,
    TriageSettings,
    TriageSkip,
)
from survey_app.models.reference import (
    CodingFrameVersion,
    Funding,
    Provider,
    Region,
    ServiceType,
    SocialService,
    TargetGroup,
    Territory,
)
from survey_app.models.shares import ShareEstimate
from survey_app.models.staff import AuditEvent, RoleAssignment, SignInFailure, StaffMember
from survey_app.models.tallies import AnswerTally, RatingTally
from survey_app.models.triage import TriageDecision
from survey_app.models.waves import TrialResponse, Wave, WaveStep

__all__ = [
    "AnswerTally",
    "AuditEvent",
    "BankEntry",
    "BlindReading",
    "Classification",
    "ClearedComment",
    "CoderRelease",
    "CoderReview",
    "CodingFrameVersion",
    "Comment",
    "DraftStep",
    "ExportChunk",
    "Funding",
    "IndexSnapshot",
    "LearnedCoder",
    "MarginSet",
    "OutboxMessage",
    "PartialResponse",
    "Picture",
    "Provider",
    "ProviderReply",
    "Questionnaire",
    "QuestionnaireDraft",
    "QuestionnaireVersion",
    "QueuePlace",
    "RatingTally",
    "Region",
    "Response",
    "ResponseExport",
    "RoleAssignment",
    "SecondLook",
    "ServiceType",
    "ShareEstimate",
    "ShortcutKeys",
    "ShownComposition",
    "SignInFailure",
    "SnapshotPicture",
    "SnapshotStep",
    "SocialService",
    "StaffMember",
    "TargetGroup",
    "Territory",
    "TriageDecision",
    "TriageDraw",
    "TriageLease",
    "TriageSettings",
    "TriageSkip",
    "TrialResponse",
    "Wave",
    "WaveStep",
]
