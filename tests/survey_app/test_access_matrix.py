"""Every address of the application against everybody: a stranger, each role, a person without a role.

Nothing is listed by hand: a new view is walked as soon as it exists. A view whose address needs a part that
`PARTS` does not know fails with its name; add there how to fill it.
"""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from survey_app import access, clock, db
from survey_app.models import (
    BankEntry,
    Comment,
    IndexSnapshot,
    LearnedCoder,
    OutboxMessage,
    QuestionnaireDraft,
    Region,
    ResponseExport,
    StaffMember,
    Wave,
)
from survey_app.operations import bank, drafts, outbox, trials
from survey_app.vocabulary import ExportFormat, OutboxStatus, Role, SnapshotState
from tests.survey_app import coding_town
from tests.survey_app.conftest import MakeWave, questionnaire
from tests.survey_app.office import add_comment, add_person, enter, token_in

METHODS = ("GET", "POST")
NOBODY_MAY = (401, 403)
OF_ALL_REGIONS = {"version"}
"""Parts that name what belongs to the whole installation: learned coders."""


@pytest.fixture
def people(region: Region) -> dict[Role, StaffMember]:
    """One person for each role."""
    return {role: add_person(f"{role}@testov.example", (role, region)) for role in Role}


@pytest.fixture
def parts(region: Region, make_wave: MakeWave) -> dict[str, Any]:
    """What fills the variable parts of addresses: something of each kind that exists."""
    now = clock.now()
    wave = make_wave(opens_at=now - timedelta(days=9), closes_at=now - timedelta(days=1))
    comment = add_comment(region, "Obědy jsou studené.")
    return {
        "code": region.code,
        "region_code": region.code,
        "wave_code": wave.wave_code,
        "trial_key": trial_key(make_wave(wave_code="on-trial", approved=False)),
        "page_code": "use",
        "comment_id": comment.id,
        "message_id": failed_message(comment).id,
        "snapshot_id": draft(wave).id,
        "fingerprint": "0",
        "name": "favicon.svg",
        "sheet": "potreby",
        "draft_id": questionnaire_draft(region).id,
        "version_id": wave.questionnaire_version_id,
        "entry_id": bank_entry(region).id,
        "item_code": "used",
        "section_code": "use",
        "number": 1,
        "digest": "0" * 64,
        "export_id": response_export(wave).id,
        "format_name": "json",
        "version": learned_coder().version,
    }


def learned_coder() -> LearnedCoder:
    coding_town.import_frame()
    return coding_town.store_coder()


def questionnaire_draft(region: Region) -> QuestionnaireDraft:
    with db.transaction() as session:
        return drafts.create(session, region, questionnaire(), clock.now())


def bank_entry(region: Region) -> BankEntry:
    with db.transaction() as session:
        return bank.keep_scale(session, region, questionnaire()["scales"][0])


def trial_key(wave: Wave) -> str:
    with db.transaction() as session:
        found = session.get_one(Wave, wave.id)
        trials.start_trial(session, found, clock.now(), by=None)
        return str(found.trial_key)


def failed_message(comment: Comment) -> OutboxMessage:
    with db.transaction() as session:
        message = OutboxMessage(
            kind="classify_comment",
            payload={"comment_id": str(comment.id)},
            status=OutboxStatus.DEAD,
            due_at=outbox.AT_ONCE,
        )
        session.add(message)
    return message


def draft(wave: Wave) -> IndexSnapshot:
    with db.transaction() as session:
        snapshot = IndexSnapshot(
            wave_id=wave.id,
            method_version="1",
            inputs_hash="0",
            document={},
            public_document={},
            state=SnapshotState.DRAFT,
            computed_at=clock.now(),
        )
        session.add(snapshot)
    return snapshot


def response_export(wave: Wave) -> ResponseExport:
    with db.transaction() as session:
        asked = ResponseExport(
            wave_id=wave.id,
            format=ExportFormat.CSV,
            options={},
            asked_for_at=clock.now(),
            finished_at=clock.now(),
            expires_at=clock.now() + timedelta(days=7),
        )
        session.add(asked)
    return asked


def rules(app: Flask) -> Iterator[tuple[Rule, str, frozenset[Role]]]:
    """Every (rule, method, roles that may call it); roles are empty for public views."""
    for rule in app.url_map.iter_rules():
        allowed = access.allowed_roles(app.view_functions[rule.endpoint])
        assert allowed is not None, f"the view {rule.endpoint} has no access mark"
        for method in METHODS:
            if method in (rule.methods or ()):
                yield rule, method, allowed


def address(app: Flask, rule: Rule, parts: dict[str, Any]) -> str:
    """Where a view is, with `parts` filled in."""
    unknown = rule.arguments - parts.keys()
    assert not unknown, f"{rule.rule} ({rule.endpoint}) needs {unknown}: add it to `parts`"
    if rule.rule.startswith("/zkouska/"):  # testers bring the key where others bring the code
        parts = {**parts, "wave_code": parts["trial_key"]}
    with app.test_request_context():
        return app.url_for(rule.endpoint, **{name: parts[name] for name in rule.arguments})


def call(app: Flask, rule: Rule, method: str, parts: dict[str, Any], who: StaffMember | None) -> TestResponse:
    client = app.test_client()
    if who is not None:
        enter(client, who)
    return client.open(address(app, rule, parts), method=method)


def named(rule: Rule, method: str) -> str:
    return f"{method} {rule.rule}"


def test_a_stranger_is_led_to_the_sign_in(app: Flask, parts: dict[str, Any]) -> None:
    walked = 0
    for rule, method, allowed in rules(app):
        if not allowed:
            continue
        answer = call(app, rule, method, parts, None)
        assert answer.status_code == 303, named(rule, method)
        assert answer.location.partition("?")[0] == "/urad/prihlaseni", named(rule, method)
        walked += 1
    assert walked > 10


def test_public_pages_ask_nobody_who_they_are(app: Flask, parts: dict[str, Any]) -> None:
    for rule, method, allowed in rules(app):
        if not allowed:
            answer = call(app, rule, method, parts, None)
            assert answer.status_code not in NOBODY_MAY, named(rule, method)
            assert "/urad/prihlaseni?next" not in answer.headers.get("Location", ""), named(rule, method)


def test_each_role_gets_in_where_it_may_and_nowhere_else(
    app: Flask, parts: dict[str, Any], people: dict[Role, StaffMember]
) -> None:
    for rule, method, allowed in rules(app):
        for role, person in people.items():
            answer = call(app, rule, method, parts, person)
            where = f"{role}: {named(rule, method)}"
            if not allowed or role in allowed:
                assert answer.status_code not in NOBODY_MAY, where
                assert answer.status_code < 500, where
                assert "/urad/prihlaseni?next" not in answer.headers.get("Location", ""), where
            else:
                assert answer.status_code == 403, where


def test_a_person_without_a_role_gets_in_only_where_everybody_may(app: Flask, parts: dict[str, Any]) -> None:
    person = add_person("nikdo@testov.example")
    for rule, method, allowed in rules(app):
        answer = call(app, rule, method, parts, person)
        open_to_all = not allowed or allowed == access.ANYBODY_SIGNED_IN
        assert (answer.status_code == 403) is not open_to_all, named(rule, method)


def test_the_same_role_in_another_region_finds_nothing_of_this_one(app: Flask, parts: dict[str, Any]) -> None:
    with db.transaction() as session:
        elsewhere = Region(code="jinde", name="Jinde", languages=["cs"])
        session.add(elsewhere)
    for role in Role:
        stranger = add_person(f"{role}@jinde.example", (role, elsewhere))
        for rule, method, allowed in rules(app):
            if role in allowed and rule.arguments - OF_ALL_REGIONS and method == "GET":
                answer = call(app, rule, method, parts, stranger)
                assert answer.status_code == 404, f"{role}: {named(rule, method)}"


def test_the_same_role_in_another_region_changes_nothing_of_this_one(
    app: Flask, parts: dict[str, Any]
) -> None:
    with db.transaction() as session:
        elsewhere = Region(code="jinde", name="Jinde", languages=["cs"])
        session.add(elsewhere)
    for role in Role:
        client = enter(app.test_client(), add_person(f"{role}@jinde.example", (role, elsewhere)))
        token = token_in(client.get("/urad/heslo"))
        form = {"csrf_token": token, "revision": "1", "do": "up", "number": "1"}
        for rule, method, allowed in rules(app):
            if role in allowed and rule.arguments - OF_ALL_REGIONS and method == "POST":
                answer = client.post(address(app, rule, parts), data=form)
                assert answer.status_code == 404, f"{role}: {named(rule, method)}"


def test_no_change_is_made_without_the_token_of_the_form(
    app: Flask, parts: dict[str, Any], people: dict[Role, StaffMember]
) -> None:
    for rule, method, allowed in rules(app):
        if method == "POST":
            who = people[min(allowed)] if allowed else None
            assert call(app, rule, method, parts, who).status_code == 400, named(rule, method)
