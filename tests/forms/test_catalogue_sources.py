"""Options taken from catalogues when a questionnaire is published."""

import json
from typing import Any

import pytest

from forms.definition import DefinitionError, load, materialise
from tests.forms.conftest import QUESTIONNAIRES

SERVICES = {
    "services": [
        {"code": "S01", "labels": {"cs": "Pečovatelská služba"}, "attributes": {"forms": ["field"]}},
        {"code": "S02", "labels": {"cs": "Domov"}, "attributes": {"forms": ["residential"]}},
    ]
}


@pytest.fixture
def draft() -> dict[str, Any]:
    """A questionnaire that asks for a service."""
    found: dict[str, Any] = json.loads((QUESTIONNAIRES / "catalogue_choice.json").read_text(encoding="utf-8"))
    return found


def test_the_catalogue_comes_before_the_item_s_own_options(draft: dict[str, Any]) -> None:
    questionnaire = load(materialise(draft, SERVICES))
    options = questionnaire.options["service"]
    assert list(options) == ["S01", "S02", "other"]
    assert options["S01"].attributes == {"forms": ("field",)}
    assert options["other"].write_in


def test_filling_twice_changes_nothing(draft: dict[str, Any]) -> None:
    once = materialise(draft, SERVICES)
    assert materialise(once, SERVICES) == once


def test_neither_the_draft_nor_the_catalogue_is_touched(draft: dict[str, Any]) -> None:
    before = json.dumps([draft, SERVICES])
    filled = materialise(draft, SERVICES)
    filled["sections"][0]["items"][0]["options"][0]["labels"]["cs"] = "jinak"
    assert json.dumps([draft, SERVICES]) == before


def test_a_source_that_is_not_at_hand_is_named(draft: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError) as caught:
        materialise(draft, {})
    problem = caught.value.problems[0]
    assert problem.path == "/sections/0/items/0/source"
    assert "services" in problem.sentence


def test_a_bad_catalogue_is_refused_with_its_place(draft: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError) as caught:
        materialise(draft, {"services": [{"code": "S 01", "labels": {}}]})
    assert caught.value.problems[0].path == "/sources/services/0/code"


def test_a_draft_that_is_no_questionnaire_is_refused() -> None:
    with pytest.raises(DefinitionError):
        materialise({"sections": 5}, SERVICES)
