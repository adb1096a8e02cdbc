"""Our own JSON documents survive the way out and back; what is none is refused in a sentence."""

import json

import pytest
from hypothesis import given

from forms.definition import Questionnaire, dump, load
from forms.interchange import Imported, Loss, RefusedFileError, codes, own, read
from forms.interchange.sentences import SENTENCES, limesurvey, said_loss, said_refusal, shared, xlsform
from tests.forms import strategies


@given(strategies.questionnaires())
def test_own_json_comes_back_equal(questionnaire: Questionnaire) -> None:
    document = dump(questionnaire)
    imported = read("dotaznik.json", own.write(document).content)
    assert imported == Imported("json", document)
    assert load(imported.document) == questionnaire


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"[]",
        b"{}",
        b"{",
        b'{"version": "\xff"}',
        b'{"version": "\\ud800"}',
        b'{"a": 1, "a": 2}',
        b'{"version": ' + b"9" * 5_000 + b"}",
        b"{" + b'"a":{' * 100_000,
        b"MZ\x90\x00 a program",
        b"%PDF-1.7",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"<!DOCTYPE html><p>",
        "plain words".encode("utf-16"),
    ],
)
def test_what_is_no_questionnaire_is_refused_in_every_language(content: bytes) -> None:
    with pytest.raises(RefusedFileError) as refusal:
        read("soubor", content)
    sentences = {said_refusal(refusal.value, language) for language in ("cs", "en", "uk")}
    assert len(sentences) == 3
    assert all("\n" not in sentence and len(sentence) < 500 for sentence in sentences)


def test_a_sentence_shows_hostile_values_as_one_short_line_of_text() -> None:
    loss = Loss(
        "survey 2", "type_unknown", {"value": "<b>\x1b[2J\u202e\n\n" + "x" * 9_999, "label": "{0}{value}"}
    )
    said = said_loss(loss, "cs-easy")
    assert "\x1b" not in said
    assert "\u202e" not in said
    assert "\n" not in said
    assert "{0}{value}" in said
    assert len(said) < 1_200


def test_every_sentence_is_said_in_three_languages_with_the_same_values() -> None:
    assert len(SENTENCES) == sum(len(part.SENTENCES) for part in (shared, xlsform, limesurvey))
    for code, texts in SENTENCES.items():
        assert set(texts) == {"cs", "en", "uk"}, code
        values = [sorted(text.split("{")[1:]) for text in texts.values()]
        names = [{value.split("}")[0] for value in found} for found in values]
        assert names[0] == names[1] == names[2], code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("q01", "q01"),
        ("věk", "vek"),
        ("1st", "i_1st"),
        ("_x", "i_x"),
        ("a b/c", "a_b_c"),
        ("日本", "item"),
        ("", "item"),
        ("action", "action_2"),
        ("x" * 80, "x" * 64),
    ],
)
def test_foreign_names_become_codes_that_the_schema_admits(name: str, code: str) -> None:
    assert codes.item_codes().item(name) == code


def test_no_code_is_given_out_twice() -> None:
    given_out = codes.Codes()
    assert [given_out.option(name) for name in ("-88", "88", "88", "ano/ne", "x" * 70, "x" * 71)] == [
        "88",
        "88_2",
        "88_3",
        "ano_ne",
        "x" * 64,
        "x" * 62 + "_2",
    ]


def test_json_is_written_for_people() -> None:
    assert json.loads(own.write({"titles": {"cs": "Žluťoučký"}}).content) == {"titles": {"cs": "Žluťoučký"}}
    assert "Žluťoučký" in own.write({"titles": {"cs": "Žluťoučký"}}).content.decode()


def test_a_number_with_thousands_of_digits_is_refused_without_words_for_programmers() -> None:
    with pytest.raises(RefusedFileError) as refused:
        read("a.json", b'{"version": ' + b"9" * 100_000 + b"}")
    assert "number" in refused.value.params["problem"]
    assert "sys." not in refused.value.params["problem"]
