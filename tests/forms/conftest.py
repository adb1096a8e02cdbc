"""Fixtures: the tiny questionnaires by name, and forms filled in as a browser would."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from werkzeug.datastructures import MultiDict

from forms.build import PageForm, form_class
from forms.definition import Questionnaire, load

QUESTIONNAIRES = Path(__file__).parent.parent / "questionnaires"
Load = Callable[[str], Questionnaire]
Fill = Callable[..., PageForm]


@pytest.fixture
def questionnaire() -> Load:
    """A tiny questionnaire by its name."""
    return lambda name: load(json.loads((QUESTIONNAIRES / f"{name}.json").read_text(encoding="utf-8")))


@pytest.fixture
def fill() -> Fill:
    """A validated form with all items of a questionnaire on one page; pairs are what the browser sends."""

    def filled(
        found: Questionnaire, *pairs: tuple[str, str], language: str = "cs", **arguments: Any
    ) -> PageForm:
        form = form_class(found, found.items, language)(MultiDict(pairs), **arguments)
        form.validate()
        return form

    return filled
