"""Tables, one file per stage. Models hold columns and constraints, no behaviour that reads or writes."""

from survey_app.models.classification import Classification
from survey_app.models.collection import Comment, PartialResponse, Response
from survey_app.models.design import Questionnaire, QuestionnaireVersion, Wave
from survey_app.models.index import IndexSnapshot
from survey_app.models.outbox import OutboxMessage
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
from survey_app.models.staff import AuditEvent, RoleAssignment, SignInFailure, StaffMember
from survey_app.models.triage import TriageDecision

__all__ = [
    "AuditEvent",
    "Classification",
    "CodingFrameVersion",
    "Comment",
    "Funding",
    "IndexSnapshot",
    "OutboxMessage",
    "PartialResponse",
    "Provider",
    "Questionnaire",
    "QuestionnaireVersion",
    "Region",
    "Response",
    "RoleAssignment",
    "ServiceType",
    "SignInFailure",
    "SocialService",
    "StaffMember",
    "TargetGroup",
    "Territory",
    "TriageDecision",
    "Wave",
]
