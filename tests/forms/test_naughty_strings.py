"""Strings that break software, typed into every input of every tiny questionnaire."""

import json

import pytest
from werkzeug.datastructures import MultiDict

from forms.build import answers_from, form_class
from forms.definition import load
from tests.forms.conftest import QUESTIONNAIRES

NAUGHTY = [
    "",
    " ",
    "\t\r\n",
    "\x00",
    "a\x00b",
    "\x1b[31mred",
    "\ud800",
    "\ufeff",
    "\ufffe",
    "\u202ezprava",
    "\u200b\u200d",
    "e\u0301" * 50,
    "Z̷̢̛̺̖a̶̞͝l̴̰̈g̵̛̱o̷͎͂",
    "👩‍👩‍👧‍👦🇨🇿",
    "<script>alert(1)</script>",
    "{{ 7 * 7 }}",
    "{0.__class__}",
    "%s%n%(x)s",
    "'; DROP TABLE response; --",
    "../../etc/passwd",
    "null",
    "None",
    "true",
    "NaN",
    "Infinity",
    "-0",
    "1e309",
    "0x10",
    "９９",
    "٣٤",
    "½",
    "1/0",
    "9" * 4_000,
    "2026-02-30",
    "0000-00-00",
    "99. 99. 9999",
    "x" * 100_000,
    "__proto__",
    "write_in",
    "[object Object]",
    "\u2028\u2029",
    "\x0b\x0c",
]


@pytest.mark.parametrize("path", sorted(QUESTIONNAIRES.glob("*.json")), ids=lambda path: path.stem)
def test_no_string_breaks_a_form(path: object) -> None:
    questionnaire = load(json.loads((QUESTIONNAIRES / str(path)).read_text(encoding="utf-8")))
    suffixes = ("", ".write_in", ".day", ".month", ".year")
    forms = {language: form_class(questionnaire, questionnaire.items, language) for language in ("cs", "uk")}
    for text in NAUGHTY:
        pairs = [(item.item_code + suffix, text) for item in questionnaire.items for suffix in suffixes]
        for language, form_type in forms.items():
            form = form_type(MultiDict(pairs))
            form.validate()
            json.dumps(answers_from(form), allow_nan=False).encode()
            for answer in answers_from(form).values():
                assert "\x00" not in str(answer)
            for field in form:
                assert all(len(error) < 300 for error in field.errors), language
                assert len(field.options) <= len(questionnaire.options[field.name])
                assert isinstance(field.text, str)


def test_a_flood_of_values_is_no_answer() -> None:
    questionnaire = load(json.loads((QUESTIONNAIRES / "multiple_choice.json").read_text(encoding="utf-8")))
    form = form_class(questionnaire, questionnaire.items, "cs")(
        MultiDict([("colours", str(number)) for number in range(50_000)])
    )
    assert not form.validate()
    assert answers_from(form) == {}
