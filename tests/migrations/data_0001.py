"""One row in every table of the first schema."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

INSERTED_AT = "0001"  # nothing could be inserted before it

_IDS = [UUID(int=number) for number in range(1, 20)]
REGION, PROVIDER, SERVICE, QUESTIONNAIRE, VERSION, WAVE, RESPONSE, COMMENT, STAFF = _IDS[:9]
FUNDING, TERRITORY, CLASSIFICATION, DECISION, SNAPSHOT, EVENT, FAILURE, ROLE, MESSAGE = _IDS[9:18]
INSTANT = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
DAY = date(2026, 10, 25)
NAMES = {"cs": "Žluťoučký kůň", "uk": "Їжак"}

ROWS: dict[str, list[dict[str, Any]]] = {
    "region": [
        {
            "id": REGION,
            "code": "testov",
            "name": "Testov",
            "languages": ["cs", "uk"],
            "phone": "",
            "email": "",
            "address": "",
            "brand_colour": "#005ea5",
            "made_up": True,
        }
    ],
    "territory": [
        {"id": TERRITORY, "region_id": REGION, "code": "t", "names": NAMES, "population": None, "position": 0}
    ],
    "target_group": [{"code": "seniors", "names": NAMES, "position": 1}],
    "service_type": [
        {
            "code": "care",
            "names": NAMES,
            "family": "care",
            "section": "§ 40",
            "valid_from": DAY,
            "valid_to": None,
        }
    ],
    "coding_frame_version": [{"version": "1", "sequence": 1, "document": {"codes": []}}],
    "provider": [
        {"id": PROVIDER, "region_id": REGION, "code": "p", "name": "Pomoc, z. s.", "legal_form": "z. s."}
    ],
    "social_service": [
        {
            "id": SERVICE,
            "region_id": REGION,
            "provider_id": PROVIDER,
            "service_code": "s-01",
            "service_type_code": "care",
            "names": NAMES,
            "forms": ["field"],
            "target_groups": ["seniors"],
            "capacity": 12,
            "capacity_unit": "",
            "users_per_year": None,
        }
    ],
    "funding": [
        {"id": FUNDING, "service_id": SERVICE, "year": 2026, "source": "town", "amount_czk": 1_250_000}
    ],
    "questionnaire": [{"id": QUESTIONNAIRE, "region_id": REGION, "code": "annual"}],
    "questionnaire_version": [
        {
            "id": VERSION,
            "questionnaire_id": QUESTIONNAIRE,
            "version": 1,
            "document": {"sections": []},
            "digest": "d" * 64,
            "published_at": INSTANT,
        }
    ],
    "wave": [
        {
            "id": WAVE,
            "region_id": REGION,
            "questionnaire_version_id": VERSION,
            "wave_code": "annual-2026",
            "announced_at": INSTANT,
            "opens_at": INSTANT,
            "closes_at": datetime(2026, 11, 25, tzinfo=UTC),
            "grace_minutes": 60,
            "results_on": None,
            "withdrawn_at": None,
            "made_up": True,
        }
    ],
    "response": [
        {
            "id": RESPONSE,
            "wave_id": WAVE,
            "questionnaire_version_id": VERSION,
            "mode": "web",
            "language": "cs-easy",
            "received_on": DAY,
            "late": False,
            "answers": {"used": "yes", "visits": 3.5},
            "submission_hash": "s" * 64,
            "content_hash": "c" * 64,
        }
    ],
    "partial_response": [
        {"lookup_hash": "l" * 64, "wave_id": WAVE, "sealed": b"\x00\xff sealed", "expires_on": DAY}
    ],
    "comment": [
        {
            "id": COMMENT,
            "region_id": REGION,
            "wave_id": WAVE,
            "response_id": RESPONSE,
            "item_code": "change",
            "service_code": None,
            "text": "Příliš dlouhé čekání. 🙂",
            "language": "cs",
            "source": "questionnaire",
            "mode": "web",
            "received_on": DAY,
            "contact_sealed": None,
            "receipt_hash": "r" * 64,
            "submission_hash": "s" * 64,
            "content_hash": "c" * 64,
        }
    ],
    "classification": [
        {
            "id": CLASSIFICATION,
            "comment_id": COMMENT,
            "model_version": "day-one-1",
            "coding_frame_version": "1",
            "relevance": 0.5,
            "urgent": False,
            "abstained": True,
            "coding": {"reasons": []},
            "classified_on": DAY,
        }
    ],
    "staff_member": [
        {
            "id": STAFF,
            "email": "a@testov.example",
            "name": "A",
            "password_hash": "x",
            "session_epoch": 2,
            "active": True,
        }
    ],
    "role_assignment": [
        {
            "id": ROLE,
            "staff_member_id": STAFF,
            "region_id": REGION,
            "role": "provider",
            "provider_id": PROVIDER,
        }
    ],
    "sign_in_failure": [
        {"id": FAILURE, "account_hash": "a" * 64, "address_hash": "b" * 64, "failed_at": INSTANT}
    ],
    "audit_event": [
        {
            "id": EVENT,
            "happened_at": INSTANT,
            "staff_member_id": None,
            "region_id": REGION,
            "action": "wave.open",
            "object_type": "wave",
            "object_id": str(WAVE),
            "detail": {},
        }
    ],
    "triage_decision": [
        {
            "id": DECISION,
            "comment_id": COMMENT,
            "sequence": 1,
            "verdict": "irrelevant",
            "irrelevance_reason": "health_care",
            "target_groups": [],
            "kind": None,
            "note": "",
            "decided_by_id": STAFF,
            "decided_at": INSTANT,
        }
    ],
    "index_snapshot": [
        {
            "id": SNAPSHOT,
            "wave_id": WAVE,
            "method_version": "1",
            "inputs_hash": "i" * 64,
            "document": {"cells": []},
            "public_document": {},
            "state": "published",
            "computed_at": INSTANT,
            "published_at": INSTANT,
            "published_by_id": STAFF,
        }
    ],
    "outbox_message": [
        {
            "id": MESSAGE,
            "kind": "classify_comment",
            "payload": {"comment_id": str(COMMENT)},
            "status": "pending",
            "attempts": 0,
            "due_at": datetime(1970, 1, 1, tzinfo=UTC),
            "last_error": "",
        }
    ],
}


def check(rows: dict[str, list[dict[str, Any]]]) -> None:
    """Every table has its row."""
    assert {table: len(found) for table, found in rows.items()} == dict.fromkeys(ROWS, 1)
