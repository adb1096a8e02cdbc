from itertools import pairwise

import numpy as np
import pytest
from scipy import sparse

from analytics.text.learning import ngrams
from analytics.text.learning.lemmas import lemma
from analytics.text.learning.words import WordNgrams, text_groups, word_places, words_of

TEXTS = ["Lidé čekají na lékaře", "čekáme na lékaře", "lékař nepřišel", "чекаємо лікаря"]
NAUGHTY = [
    "",
    " ",
    "\0",
    "\ud800",
    "a\u0301" * 50,
    "İSTANBUL",
    "ﬃ",
    "½",
    "x" * 5_000,
    "👵🏽",
    "\u202e abc",
    "ΣΑΣ",
]


@pytest.fixture(scope="module")
def features():
    return WordNgrams().fit(TEXTS)


def test_forms_of_a_word_share_its_lemma_with_accents_and_without():
    assert {lemma(form) for form in ("lekar", "lekare", "lekari", "lekaru")} == {"lekar"}
    assert lemma("lidmi") == "clovek"
    assert lemma("людьми") == "людина"
    assert lemma("qwertz") == "qwertz"


def test_words_are_folded_and_what_is_no_word_is_cut_up():
    assert words_of("Kde je LÉKAŘ, v 8:30?") == ["kde", "je", "lekar", "v", "8", "30"]
    assert max(len(word) for word in words_of("x" * 100)) == 40


def test_ngrams_stay_inside_a_word_and_its_edges_count():
    letters = ngrams.alphabet(["ab", "c"])
    owners, numbers = ngrams.numbers(["ab", "c"], letters)
    found = list(zip(owners.tolist(), ngrams.spelled(numbers, letters), strict=True))
    assert sorted(found) == sorted(
        [
            (0, " a"),
            (0, "ab"),
            (0, "b "),
            (1, " c"),
            (1, "c "),
            (0, " ab"),
            (0, "ab "),
            (1, " c "),
            (0, " ab "),
        ]
    )


def test_a_letter_outside_the_alphabet_has_no_ngram():
    letters = ngrams.alphabet(["ab"])
    assert ngrams.spelled(ngrams.numbers(["xa"], letters)[1], letters) == ["a "]


def test_an_alphabet_of_too_many_letters_keeps_the_frequent_ones_and_the_edge():
    letters = ngrams.alphabet([chr(number) for number in range(0x4E00, 0x4E00 + 5_000)] + ["aaa"])
    assert len(letters) == 4_095
    assert {32, ord("a")} <= set(letters.tolist())


def test_every_column_has_the_name_of_what_it_counts(features):
    names = features.get_feature_names_out()
    row = features.transform(["nepřišli čekaje"])
    assert len(names) == len(set(names)) == row.shape[1]
    present = set(names[row.indices])
    assert {"word: nepr", "word:ceka", "lemma:cekat", "lemma=cekat"} <= present
    assert not any("lekar" in name for name in present)


def test_accents_case_and_punctuation_change_nothing(features):
    assert (features.transform(["LIDE CEKAJI na lekare!!"]) != features.transform([TEXTS[0]])).nnz == 0
    assert text_groups(["Ano, děkuji.", "ano dekuji", "děkuji ano"]).tolist() == [0, 0, 1]


def test_each_block_of_a_text_has_the_same_weight(features):
    rows = features.fit_transform(TEXTS)
    assert np.allclose(np.asarray(rows.multiply(rows).sum(axis=1)), 1, atol=1e-5)


def test_fitting_and_transforming_give_the_same_matrix(features):
    assert abs(WordNgrams().fit_transform(TEXTS) - features.transform(TEXTS)).max() == 0


def test_the_words_of_a_text_add_up_to_it(features):
    texts = [*TEXTS, "lidé lidé lidem, lékaři a lékař", "nic známého zde", ""]
    apart = features.apart(texts)
    assert np.diff(apart.ends).tolist() == [len(words_of(text)) for text in texts]
    assert abs(apart.texts - features.transform(texts)).max() < 1e-6
    for row, (start, end) in enumerate(pairwise(apart.ends)):
        added_up = np.asarray(apart.words[start:end].sum(axis=0)).ravel()
        assert added_up == pytest.approx(apart.texts[row].toarray().ravel(), abs=1e-6)


def test_equal_words_have_equal_parts_in_any_company(features):
    alone, company = features.apart(["lidé a lidé"]), features.apart([*TEXTS, "lidé a lidé"])
    words = company.words[company.ends[-2] :].toarray()
    assert words == pytest.approx(alone.words.toarray(), abs=1e-7)
    assert np.array_equal(words[0], words[2])


def test_words_are_found_in_the_text_as_it_was_written():
    text = "Kde\u0301 je — Příště½ lékař?"
    assert [text[start:end] for start, end in word_places(text)][:3] == ["Kde\u0301", "je", "Příště½"]
    assert text[slice(*word_places(text)[-1])] == "lékař"


@pytest.mark.parametrize("text", NAUGHTY)
def test_no_text_is_too_strange(features, text):
    row = features.transform([text])
    assert np.isfinite(row.data).all()
    assert len(word_places(text)) == len(words_of(text))
    assert sparse.issparse(WordNgrams().fit_transform([text]))


@pytest.mark.parametrize("texts", ["one text", [], [None], [1.5], [b"bytes"]])
def test_what_is_no_list_of_texts_is_refused(texts):
    with pytest.raises(ValueError, match="text"):
        WordNgrams().fit(texts)
