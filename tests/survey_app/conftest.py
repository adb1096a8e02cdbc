"""A town and its waves, for tests of everything above the tables."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask.testing import FlaskClient

from survey_app import clock, db
from survey_app.config import PROJECT_ROOT
from survey_app.models import Region, StaffMember, Wave
from survey_app.operations import design, reference, waves
from survey_app.operations.windows import Window
from survey_app.vocabulary import Role
from tests.survey_app.office import add_person, enter

MakeWave = Callable[..., Wave]


def questionnaire(layout: str = "section", **changes: Any) -> dict[str, Any]:
    """Return a questionnaire of five items with a route, in two languages and an easy variant."""
    yes_no = [
        {"code": "yes", "labels": {"cs": "ano", "en": "yes"}},
        {"code": "no", "labels": {"cs": "ne", "en": "no"}},
    ]
    grades = [
        {"code": "good", "labels": {"cs": "dobře", "en": "good"}, "score": 100},
        {"code": "bad", "labels": {"cs": "špatně", "en": "bad"}, "score": 0},
        {"code": "dk", "labels": {"cs": "nevím", "en": "don't know"}},
    ]
    used = {"op": "in", "item": "used", "options": ["yes"]}
    first = {
        "section_code": "use",
        "titles": {"cs": "Služby", "en": "Services"},
        "items": [
            {
                "item_code": "used",
                "type": "single_choice",
                "required": True,
                "texts": {"cs": "Využili jste službu?", "en": "Have you used a service?"},
                "options": yes_no,
            },
        ],
    }
    second = {
        "section_code": "rating",
        "titles": {"cs": "Hodnocení", "en": "Rating"},
        "visible_if": used,
        "items": [
            {
                "item_code": "staff",
                "type": "rating",
                "scale": "grades",
                "dimension": "staff",
                "texts": {"cs": "Jak se chovají pracovníci?", "en": "How do the staff behave?"},
            },
            {
                "item_code": "visits",
                "type": "number",
                "minimum": 0,
                "maximum": 99,
                "texts": {"cs": "Kolikrát?", "en": "How many times?"},
            },
        ],
    }
    third = {
        "section_code": "words",
        "titles": {"cs": "Vlastními slovy", "en": "In your own words"},
        "items": [
            {
                "item_code": "change",
                "type": "open_ended",
                "creates_comment": True,
                "texts": {"cs": "Co změnit?", "en": "What should change?"},
            },
        ],
    }
    return {
        "questionnaire_code": "tiny",
        "version": "1",
        "titles": {"cs": "Maličký dotazník", "en": "A tiny questionnaire"},
        "introductions": {"cs": "Je to krátké.", "en": "It is short."},
        "thanks": {"cs": "Děkujeme.", "en": "Thank you."},
        "languages": ["cs", "en"],
        "layout": layout,
        "scales": [{"code": "grades", "options": grades}],
        "sections": [first, second, third],
        **changes,
    }


JAVOROV = PROJECT_ROOT / "survey_app" / "content" / "javorov"


def annual() -> dict[str, Any]:
    """Return the annual questionnaire of the demo town."""
    path = JAVOROV / "annual-2026.json"
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


@pytest.fixture
def region(database: db.Database) -> Region:
    """A town without anything."""
    with database.transaction() as session:
        town = Region(code="testov", name="Testov", languages=["cs", "en", "uk"], phone="+420 000 000 000")
        session.add(town)
    return town


@pytest.fixture
def methodologist(region: Region) -> StaffMember:
    """A methodologist of the town."""
    return add_person("metodik@testov.example", (Role.METHODOLOGIST, region))


@pytest.fixture
def office(client: FlaskClient, methodologist: StaffMember) -> FlaskClient:
    """The browser of the methodologist."""
    return enter(client, methodologist)


@pytest.fixture
def jana(region: Region) -> StaffMember:
    """A coordinator of the town."""
    return add_person("jana@testov.example", (Role.COORDINATOR, region), name="Jana")


@pytest.fixture
def petr(region: Region) -> StaffMember:
    """Another coordinator of the town."""
    return add_person("petr@testov.example", (Role.COORDINATOR, region), name="Petr")


@pytest.fixture
def catalogues(database: db.Database, region: Region) -> None:
    """The services, target groups and territories of the demo town."""
    with database.transaction() as session:
        reference.import_directory(session, region, JAVOROV)


@pytest.fixture
def make_wave(database: db.Database, region: Region) -> MakeWave:
    """Make approved waves; without dates they opened yesterday and close tomorrow."""

    def make(
        document: dict[str, Any] | None = None,
        *,
        wave_code: str = "tiny-1",
        announced_at: datetime | None = None,
        opens_at: datetime | None = None,
        closes_at: datetime | None = None,
        grace_minutes: int = 60,
        approved: bool = True,
    ) -> Wave:
        now = clock.now()
        opens_at = opens_at or now - timedelta(days=1)
        closes_at = closes_at or now + timedelta(days=1)
        window = Window(announced_at or opens_at, opens_at, closes_at, grace_minutes)
        with database.transaction() as session:
            version = design.publish_version(session, region, document or questionnaire(), now)
            wave = waves.create_wave(session, version, region, wave_code, window, window.announced_at)
            if approved:
                waves.approve(session, wave, window.announced_at, by=None, announcement_days=0)
            return wave

    return make


@pytest.fixture
def closed(catalogues: None, make_wave: MakeWave) -> Wave:
    """A wave of the annual questionnaire that takes no more answers."""
    now = clock.now()
    return make_wave(
        annual(), wave_code="annual-1", opens_at=now - timedelta(days=30), closes_at=now - timedelta(days=9)
    )
