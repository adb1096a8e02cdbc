"""A closed wave of the annual questionnaire with as many responses as a measurement wants."""

import json
import random
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import sqlalchemy as sa

from benchmarks.questionnaires import ANNUAL
from forms.definition import Item, ItemType, Questionnaire
from forms.routing import WITHOUT_ANSWER, on_path
from survey_app import clock, db, passwords, schema
from survey_app.models import Comment, Region, Response, Wave
from survey_app.operations import design, reference, staff, waves
from survey_app.operations.windows import Window
from survey_app.queries import design as versions
from survey_app.vocabulary import Mode, Role, Source

WAVE = "benchmark"
EMAIL = "metodika@benchmark.example"
PASSWORD = "jen pro měření, jen pro měření"  # noqa: S105  # of a database that is thrown away
AT_ONCE = 1_000
WORDS = "Oběd by mohl být teplejší a jídelna by mohla mít otevřeno i v sobotu, kdy vaří jen málokdo."


def prepare(database: db.Database, document: dict[str, Any] | None = None) -> None:
    """Make the town, a methodologist, and a closed wave of the annual questionnaire or of `document`."""
    schema.upgrade(database)
    now, day = clock.now(), timedelta(days=1)
    with database.transaction() as session:
        region = Region(code="benchmark", name="Měřín", languages=["cs"])
        session.add(region)
        session.flush()
        reference.import_directory(session, region, ANNUAL.parent)
        document = document or json.loads(ANNUAL.read_text(encoding="utf-8"))
        version = design.publish_version(session, region, document, now)
        window = Window(now - 3 * day, now - 2 * day, now - day, grace_minutes=0)
        wave = waves.create_wave(session, version, region, WAVE, window, window.announced_at)
        waves.approve(session, wave, window.announced_at, by=None, announcement_days=0)
        hashed = passwords.hash_password(PASSWORD)
        member = staff.add_member(session, email=EMAIL, name="Metodika", password_hash=hashed)
        staff.grant(session, member, Role.METHODOLOGIST, region, None)


def grow(database: db.Database, rows: int, chance: random.Random) -> None:
    """Add responses, every other one with a verbatim, until there are `rows`."""
    with database.reading() as session:
        there = session.scalar(sa.select(sa.func.count()).select_from(Response)) or 0
        wave = session.scalars(sa.select(Wave)).one()
        questionnaire = versions.questionnaire(session, wave.questionnaire_version_id)
    open_ended = next(item for item in questionnaire.items if item.type is ItemType.OPEN_ENDED)
    for begun in range(there, rows, AT_ONCE):
        responses = [
            _response(wave, on_path(questionnaire, made_up(questionnaire, chance)))
            for _ in range(min(AT_ONCE, rows - begun))
        ]
        comments = [_comment(wave, response, open_ended) for response in responses[::2]]
        with database.transaction() as session:
            session.execute(sa.insert(Response), responses)
            session.execute(sa.insert(Comment), comments)


def made_up(questionnaire: Questionnaire, chance: random.Random) -> dict[str, Any]:
    """Return an answer to each item, wherever the path leads."""
    answers: dict[str, Any] = {}
    for item in questionnaire.items:
        options = questionnaire.options[item.item_code]
        if item.type is ItemType.MULTIPLE_CHOICE:
            answers[item.item_code] = chance.sample(list(options), min(2, len(options)))
        elif options and item.type not in WITHOUT_ANSWER:
            answers[item.item_code] = chance.choice(list(options))
        elif item.type is ItemType.NUMBER:
            answers[item.item_code] = chance.randrange(100)
        elif item.type is ItemType.YEAR:
            answers[item.item_code] = chance.randrange(1930, 2010)
        elif item.type is ItemType.DATE:
            answers[item.item_code] = (date(2026, 1, 1) + timedelta(chance.randrange(300))).isoformat()
    return answers


def _response(wave: Wave, answers: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": uuid4(),
        "wave_id": wave.id,
        "questionnaire_version_id": wave.questionnaire_version_id,
        "mode": Mode.WEB,
        "language": "cs",
        "received_on": date(2026, 11, 2),
        "late": False,
        "answers": answers,
        "submission_hash": uuid4().hex,
        "content_hash": "",
    }


def _comment(wave: Wave, response: dict[str, Any], item: Item) -> dict[str, Any]:
    return {
        "region_id": wave.region_id,
        "wave_id": wave.id,
        "response_id": response["id"],
        "item_code": item.item_code,
        "text": WORDS,
        "language": "cs",
        "source": Source.QUESTIONNAIRE,
        "mode": Mode.WEB,
        "received_on": response["received_on"],
        "receipt_hash": uuid4().hex,
        "submission_hash": response["submission_hash"],
        "content_hash": "",
    }
