"""Documents from anyone: what is refused, and how it is said."""

import json
from typing import Any

import pytest

from forms.definition import DefinitionError, digest, dump, json_schema, load, read_document
from forms.definition.schema import VARIANT
from forms.documents.canonical import MAXIMUM_BYTES
from forms.documents.conformity import require

DOCUMENT: dict[str, Any] = {
    "questionnaire_code": "tiny",
    "version": "1",
    "titles": {"cs": "Dotazník"},
    "languages": ["cs"],
    "sections": [
        {
            "section_code": "main",
            "titles": {},
            "items": [{"item_code": "used", "type": "yes_no", "texts": {"cs": "Ano?"}}],
        }
    ],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The document with one part replaced."""
    copy: Any = json.loads(json.dumps(DOCUMENT))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")[1:]]
    part = copy
    for step in steps:
        part = part[step]
    part[last] = value
    result: dict[str, Any] = copy
    return result


def problems(document: Any) -> list[tuple[str, str]]:
    """What is said about a document."""
    with pytest.raises(DefinitionError) as caught:
        load(document)
    return [(path, sentence) for path, sentence in caught.value.problems]


def nested(levels: int) -> dict[str, Any]:
    """A condition of so many levels."""
    condition: dict[str, Any] = {"op": "answered", "item": "used"}
    for _ in range(levels):
        condition = {"op": "not", "of": condition}
    return condition


@pytest.mark.parametrize(
    ("path", "value", "place", "sentence"),
    [
        ("/titles", {}, "/titles", "must have at least 1 entries"),
        ("/titles", "Dotazník", "/titles", "must be an object"),
        ("/titles", {"cz_CZ": "x"}, "/titles", "has the name “cz_CZ”, which is not a language tag"),
        ("/titles", {"cs": 5}, "/titles/cs", "must be a text"),
        ("/titles", {"cs": "x" * 501}, "/titles/cs", "must not be longer than 500 characters"),
        ("/version", 1, "/version", "must be a text"),
        ("/layout", "scroll", "/layout", "must be one of: item, section, page"),
        ("/languages", ["cs", "cs"], "/languages", "must not repeat a value"),
        ("/languages", [], "/languages", "must have at least 1 entries"),
        ("/variants", ["cs"], "/variants/0", f"does not have the form {VARIANT}"),
        ("/colour", "red", "/colour", None),
        ("/a~b/c", {}, None, None),
        ("/sections/0/items/0/type", "matrix", "/sections/0/items/0/type", None),
        ("/sections/0/items/0/type", ["yes_no"], "/sections/0/items/0/type", None),
        ("/sections/0/items/0/required", 1, "/sections/0/items/0/required", "must be true or false"),
        ("/sections/0/items/0/item_code", "used\n", "/sections/0/items/0/item_code", None),
        ("/sections/0/items/0/options", [], "/sections/0/items/0/options", None),
        ("/sections/0/items/0", None, "/sections/0/items/0", "must be an object"),
        ("/sections/0/items/0/visible_if", {"op": "xor"}, "/sections/0/items/0/visible_if/op", None),
        ("/sections/0/items/0/visible_if", {"op": "not", "of": 1}, "/sections/0/items/0/visible_if/of", None),
        ("/sections/0/items/0/visible_if", {}, "/sections/0/items/0/visible_if", "must have “op”"),
    ],
)
def test_a_wrong_part_is_named_with_its_place(
    path: str, value: Any, place: str | None, sentence: str | None
) -> None:
    if place is None:  # a name with the signs that JSON pointers escape
        assert problems(DOCUMENT | {"a~b/c": {}})[0][0] == "/a~0b~1c"
        return
    found = dict(problems(changed(path, value)))
    assert place in found
    assert sentence is None or found[place] == sentence


def test_all_problems_are_told_at_once() -> None:
    found = problems({"sections": [{"items": [{"type": "rating"}]}], "extra": 1})
    assert ("", "must have “version”") in found
    assert ("/sections/0/items/0", "must have “scale”") in found
    assert len(found) > 5


def test_at_most_a_hundred_problems_are_told() -> None:
    assert len(problems(changed("/sections/0/items", [{}] * 300))) == 100


@pytest.mark.parametrize("document", [None, [], "text", 5, True])
def test_a_document_must_be_an_object(document: Any) -> None:
    assert problems(document) == [("", "must be an object")]


def test_a_deep_condition_is_refused_without_a_recursion_error() -> None:
    load(changed("/sections/0/items/0/visible_if", nested(25)))
    assert "nested deeper" in problems(changed("/sections/0/items/0/visible_if", nested(5_000)))[0][1]


@pytest.mark.parametrize("text", ["x\x00", "\x1b[31m", "\ud800"])
def test_a_character_that_no_database_stores_is_refused(text: str) -> None:
    assert problems(changed("/titles/cs", text)) == [
        ("/titles/cs", "contains a character that cannot be stored")
    ]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 10**400, -(10**16)])
def test_a_number_beyond_reason_is_refused(number: float) -> None:
    item = {"item_code": "people", "type": "number", "texts": {"cs": "Kolik?"}, "minimum": number}
    found = problems(changed("/sections/0/items/0", item))
    assert found == [("/sections/0/items/0/minimum", "is not a number of a usable size")]


def test_values_of_python_that_json_lacks_are_refused() -> None:
    assert problems(changed("/titles/cs", b"x"))[0][0] == "/titles/cs"
    assert problems({1: "x"}) == [("", "has a name that is not a text")]


def test_a_loaded_questionnaire_does_not_change_with_its_document() -> None:
    document = changed("/version", "1")
    questionnaire = load(document)
    document["titles"]["cs"] = "Jiný"
    dump(questionnaire)["titles"]["cs"] = "Jiný"
    assert questionnaire.titles["cs"] == "Dotazník"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"a"',
        '{"a": 1, "a": 2}',
        '{"a": NaN}',
        '{"a": 1e999}',
        '{"a": ' + "1" * 5_000 + "}",
        "[" * 200_000,
        '{"a":' * 5_000 + "1" + "}" * 5_000,
        '{"a": "\\u0000"}',
        '{"a": "\\ud800"}',
        b"\xff\xfe",
        '{"a": "' + "x" * MAXIMUM_BYTES + '"}',
        '{"a": [' + "0," * 300_000 + "0]}",
    ],
    ids=range(16),
)
def test_text_that_is_no_usable_json_is_refused(text: str | bytes) -> None:
    with pytest.raises(DefinitionError) as caught:
        read_document(text)
    assert len(str(caught.value)) < 1_000


def test_a_readable_text_gives_its_document() -> None:
    assert read_document(json.dumps(DOCUMENT).encode()) == DOCUMENT


def test_the_digest_depends_on_the_content_only() -> None:
    assert digest({"a": 1, "b": ["č", None]}) == digest({"b": ["č", None], "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})
    assert len(digest(DOCUMENT)) == 64


def test_the_schema_is_json_and_says_which_draft_it_is() -> None:
    schema = json.loads(json.dumps(json_schema()))
    assert schema["$schema"].endswith("2020-12/schema")
    require(DOCUMENT, schema)


def test_a_keyword_that_the_checker_does_not_know_is_an_error_of_the_author() -> None:
    with pytest.raises(KeyError, match="dependentRequired"):
        require({}, {"type": "object", "dependentRequired": {}})
