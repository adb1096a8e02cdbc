"""The page that keeps nothing back from the office: a whole document of the newest method in tables."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale

from analytics import estimation
from survey_app import clock, db
from survey_app.blueprints.publication.wording import warning_in_words
from survey_app.models import AnswerTally, IndexSnapshot, RatingTally, Region, Wave
from survey_app.queries import distributions, method_warnings
from survey_app.queries.method_warnings import MethodWarning
from survey_app.vocabulary import Role, SnapshotState
from tests.survey_app.conftest import MakeWave, annual
from tests.survey_app.office import add_person, enter
from tests.survey_app.test_results import text_of

DAY = timedelta(days=1)
POINT = 10_000
OLDER = "age=65-80"


def rating(stratum: str, service: str, mode: str, n: int, points: int) -> list[Any]:
    score = points * POINT
    square = score * score
    return [
        stratum,
        service,
        mode,
        "cs",
        n,
        n,
        n * score,
        n * square,
        n,
        n * score,
        n * square,
        n // 2,
        n // 4,
    ]


def inputs() -> dict[str, Any]:
    """Inputs with two ages, of which the older answered too seldom, a need, money and a hidden service."""
    ratings = [
        rating("age=19-26", "S01", "web", 60, 50),
        rating("age=19-26", "S03", "web", 5, 75),
        rating(OLDER, "S01", "paper", 30, 100),
        rating(OLDER, "S03", "paper", 2, 25),
    ]
    return {
        "method": "3",
        "services": {"S01": ["seniors"], "S03": ["disability"]},
        "ratings": sorted(ratings),
        "answers": sorted([["q10", "", "S01", OLDER, 30], ["q10", "home_help", "S01", OLDER, 12]]),
        "items": {
            "q10": {"dimension": "need_felt", "options": {"home_help": {"target_groups": ["seniors"]}}}
        },
        "margins": {"age": {"19-26": 500, "65-80": 500}},
        "comments": sorted([["S01", ["seniors"], "praise"]] * 12),
        "readings": [],
        "money": [["S01", 2025, "city", 1_200_000]],
        "capacity": {"S01": {"capacity": 160, "unit": "clients/day", "users": 412}},
        "before": None,
        "published_before": [],
    }


@pytest.fixture
def wave(catalogues: None, make_wave: MakeWave) -> Wave:
    """A closed wave of the annual questionnaire with tallies."""
    now = clock.now()
    found = make_wave(annual(), wave_code="annual", opens_at=now - 9 * DAY, closes_at=now - DAY)
    sums = dict.fromkeys(("scored", "score_sum", "score_squares", "rated"), 0)
    sums |= dict.fromkeys(("overall_sum", "overall_squares", "top", "bottom"), 0)
    key = {"wave_id": found.id, "stratum": ""}
    with db.transaction() as session:
        session.add(RatingTally(**key, service_code="S01", mode="web", language="cs", responses=50, **sums))
        for option, n in (("", 40), ("self", 30), ("gone", 1)):
            session.add(
                AnswerTally(**key, service_code="S01", item_code="q01", option_code=option, responses=n)
            )
    return found


def store(wave: Wave) -> IndexSnapshot:
    result = estimation.compute(inputs(), estimation.METHOD_3)
    with db.transaction() as session:
        found = IndexSnapshot(
            wave_id=wave.id,
            method_version="3",
            inputs_hash="3",
            document=estimation.full_document(result),
            public_document=estimation.public_view(result),
            state=SnapshotState.DRAFT,
            computed_at=clock.now(),
        )
        session.add(found)
    return found


def test_every_part_of_the_document_stands_in_a_table(
    client: FlaskClient, wave: Wave, region: Region
) -> None:
    snapshot = store(wave)
    office = enter(client, add_person("m@testov.example", (Role.METHODOLOGIST, region)))
    page = office.get(f"/en/urad/vysledky/{snapshot.id}/vse")
    assert page.status_code == 200
    words = text_of(page.text)
    assert "Lipka Respite Care 7" in words  # hidden from everybody else
    assert "hidden: too few" in words
    assert "Before and after weighting: age" in words
    older = text_of(next(row for row in page.text.split("<tr") if "65 to 80" in row or "65–80" in row))
    assert "32 50.0 % 33.0 %" in older  # of the town; of those who answered: 32 of 97
    assert "40.0 %" in words  # 12 of 30 feel the need
    assert "1,200,000" in words
    assert "on paper 32" in words
    assert "Look here first" in words
    assert page.text.count("<caption") == page.text.count("<table")


def test_answers_left_out_are_counted_and_options_that_are_gone_are_kept(wave: Wave) -> None:
    with db.reading() as session:
        (found,) = distributions.of_wave(session, wave, clock.now())
        while_open = distributions.of_wave(session, wave, clock.now() - 5 * DAY)
    assert while_open == []
    assert (found.item_code, found.answered, found.missing) == ("q01", 40, 10)
    chosen = {option.code: option.n for option in found.options if option.n}
    assert chosen == {"self": 30, "gone": 1}


def test_every_warning_of_the_method_has_words(app: Flask) -> None:
    written = [
        {"code": "few", "n": 7},
        {"code": "without_score", "share": 0.25},
        {"code": "unweighted", "why": "design_effect"},
        {"code": "margin_unknown", "margin": "age", "share": 0.3},
        {"code": "margin_unknown", "margin": "sex", "share": 0.4},
        {"code": "margin_joined", "margin": "age", "category": "15-18 + 19-26"},
        {"code": "weights_trimmed", "n": 3},
        {"code": "voice_unread", "cells": 2},
        {"code": "broken", "items": ["q04"]},
        {"code": "compared_unweighted"},
        {"code": "hidden_again", "cells": 1},
    ]
    document = {"warnings": written, "cells": [{"band": "hidden"}], "modes": {"web": 50, "paper": 50}}
    found = method_warnings.of_document(document, {"web": 90, "paper": 10}, 4)
    assert len(found) == len({each["code"] for each in written}) + 3
    moved = next(each for each in found if each.code == method_warnings.MODE_MIX_CHANGED)
    assert moved.cases[0] == {"mode": "paper", "before": 10, "after": 50}
    with app.test_request_context(), force_locale("en"):
        sentences = [warning_in_words(each) for each in found]
        unknown = warning_in_words(MethodWarning("brand_new", ({},)))
    assert unknown == "The computation warns: brand_new"
    assert not [each for each in sentences if "The computation warns" in each]


def test_the_same_mix_of_modes_and_nothing_to_compare_with_are_no_warning() -> None:
    document = {"cells": [], "modes": {"web": 55, "paper": 45}}
    assert method_warnings.of_document(document, {"web": 50, "paper": 50}, 0) == ()
    assert method_warnings.of_document(document, {}, 0) == ()
