"""Tables, one file per stage. Models hold columns and constraints, no behaviour that reads or writes."""

from survey_app.models.classification import Classification
from survey_app.models.coder import CoderRelease, CoderReview, LearnedCoder
from survey_app.models.collection import Comment, PartialResponse, Response
from survey_app.models.design import Questionnaire, QuestionnaireVersion
from survey_app.models.drafts import BankEntry, DraftStep, Picture, QuestionnaireDraft
from survey_app.models.index import IndexSnapshot
from survey_app.models.outbox import OutboxMessage
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
from survey_app.models.triage import TriageDecision
from survey_app.models.waves import TrialResponse, Wave, WaveStep

__all__ = [
    "AuditEvent",
    "BankEntry",
    "BlindReading",
    "Classification",
    "CoderRelease",
    "CoderReview",
    "CodingFrameVersion",
    "Comment",
    "DraftStep",
    "Funding",
    "IndexSnapshot",
    "LearnedCoder",
    "OutboxMessage",
    "PartialResponse",
    "Picture",
    "Provider",
    "Questionnaire",
    "QuestionnaireDraft",
    "QuestionnaireVersion",
    "QueuePlace",
    "Region",
    "Response",
    "RoleAssignment",
    "SecondLook",
    "ServiceType",
    "ShareEstimate",
    "ShortcutKeys",
    "SignInFailure",
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
