"""Every address is Czech kebab-case, and every view says who may call it."""

import re

import pytest
from flask import Flask

from survey_app import access

pytestmark = pytest.mark.parametrize("backend", ["sqlite"], indirect=True)

WORDS = r"[a-z0-9]+(-[a-z0-9]+)*(\.(css|js|svg|txt|woff2|ico|json|jsonld|ics|png|csv))?"
VARIABLE = r"<(\w+(\([\w,]+\))?:)?\w+>(\.\w+)?"
SEGMENT = re.compile(f"{WORDS}|{VARIABLE}")


def test_every_view_carries_an_access_mark(app: Flask) -> None:
    unmarked = [name for name, view in app.view_functions.items() if access.allowed_roles(view) is None]
    assert unmarked == []


def test_addresses_are_kebab_case(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        segments = rule.rule.strip("/").split("/")
        assert all(SEGMENT.fullmatch(segment) for segment in segments if segment), rule.rule


def test_addresses_do_not_end_with_a_slash(app: Flask) -> None:
    assert [
        rule.rule for rule in app.url_map.iter_rules() if rule.rule.endswith("/") and rule.rule != "/"
    ] == []
