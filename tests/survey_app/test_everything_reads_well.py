"""The methodologist's long page: where things are on it, and signs and codes that a person can read."""

import re

from flask import Flask
from flask.testing import FlaskClient
from flask_babel import force_locale

from survey_app import db
from survey_app.blueprints.publication.wording import warning_details
from survey_app.models import IndexSnapshot, Region, Wave
from survey_app.queries.method_warnings import MethodWarning
from survey_app.vocabulary import Role
from tests.survey_app import test_everything
from tests.survey_app.office import add_person, enter
from tests.survey_app.test_everything import store
from tests.survey_app.test_results import text_of

wave = test_everything.wave


def test_the_long_page_begins_with_what_is_on_it(client: FlaskClient, wave: Wave, region: Region) -> None:
    snapshot = store(wave)
    office = enter(client, add_person("m@testov.example", (Role.METHODOLOGIST, region)))

    page = office.get(f"/en/urad/vysledky/{snapshot.id}/vse").text

    contents = page.partition('<nav aria-label="On this page">')[2].partition("</nav>")[0]
    anchors = re.findall(r'href="#([^"]+)"', contents)
    headings = re.findall(r'<h2[^>]* id="([^"]+)"', page)
    assert len(anchors) > 5
    assert anchors == [code for code in headings if code in anchors], "in the order of the page"
    assert set(re.findall(r'<section[^>]*>\s*<h2[^>]* id="(\w+)"', page)) == set(anchors)


def test_a_change_for_the_worse_has_a_minus_and_not_a_hyphen(
    client: FlaskClient, wave: Wave, region: Region
) -> None:
    found = store(wave)
    with db.transaction() as session:
        snapshot = session.get_one(IndexSnapshot, found.id)
        total, *others = snapshot.document["cells"]
        change = {"value": 2.0, "low": -0.8, "high": 4.8, "flagged": False}
        snapshot.document = {**snapshot.document, "cells": [{**total, "change": change}, *others]}
    office = enter(client, add_person("m@testov.example", (Role.METHODOLOGIST, region)))

    words = text_of(office.get(f"/en/urad/vysledky/{found.id}/vse").text)

    assert "+2.0 (−0.8 – +4.8)" in words


def test_a_margin_in_a_warning_is_named_in_words(app: Flask) -> None:
    warning = MethodWarning("margin_joined", ({"margin": "territory"},))
    with app.test_request_context(), force_locale("en"):
        assert warning_details(warning).endswith(": part of the town")
