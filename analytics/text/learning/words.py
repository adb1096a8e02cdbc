"""Texts as TF-IDF of the parts of their words, which survive endings, typing errors and missing accents.

Every text becomes three blocks of equal weight: character n-grams (2 to 5, the edges of a word count as a
character) of its folded words, the same of the folded lemmas of these words, and the lemmas themselves.
Features know neither the order of words nor punctuation, case and accents: texts that differ in nothing
else are equal here, see `text_groups`.

A lemma is known by a number alone, drawn from its letters: what was learned can be stored without a list of
the words that people wrote.

Each distinct word of a batch is taken apart once, by arithmetic on arrays (see `ngrams`); nothing is
remembered between two calls, so memory does not grow with what was read, and a fresh text costs what a
known one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from analytics.text.learning import ngrams
from analytics.text.learning.lemmas import lemma
from analytics.text.surface import fold

BLOCKS = 3
_WORD = re.compile(r"\w{1,40}")
"""Longer runs of letters are no words; cut up, they cannot make tables wide."""


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order; numbers are words."""
    return _WORD.findall(fold(text))


def word_places(text: str) -> list[tuple[int, int]]:
    """Start and end, in the text as written, of each of its `words_of`."""
    if all(len(fold(character)) == 1 for character in set(text)):
        return [match.span() for match in _WORD.finditer(fold(text))]
    folded_lengths = np.array([len(fold(character)) for character in text], dtype=np.int_)
    starts = np.concatenate([[0], np.cumsum(folded_lengths)])
    places = []
    for match in _WORD.finditer("".join(fold(character) for character in text)):
        first = int(np.searchsorted(starts, match.start(), side="right")) - 1
        last = int(np.searchsorted(starts, match.end(), side="right")) - 1  # accents of their own included
        places.append((first, last if starts[last] == match.end() else last + 1))
    return places


def text_groups(texts: Sequence[str]) -> NDArray[np.int_]:
    """A number for each text, in order of appearance.

    Equal for texts that differ in case, accents, spaces and punctuation alone: they are one observation.
    """
    numbers: dict[str, int] = {}
    sequences = (" ".join(words_of(text)) for text in texts)
    return np.array([numbers.setdefault(sequence, len(numbers)) for sequence in sequences], dtype=np.int_)


@dataclass(frozen=True)
class Apart:
    """Features of texts, and of each of their words in order: shape (texts, features), (words, features).

    The words of text i are the rows from ends[i] to ends[i + 1]; in sum they are the text.
    """

    texts: sparse.csr_matrix
    words: sparse.csr_matrix
    ends: NDArray[np.int32]


class WordNgrams(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn ships no types
    """Texts in, a sparse float32 matrix (texts, features) out; each row has length 1, or 0 without words.

    Attributes: `letters_` the alphabet, `word_ngrams_`, `lemma_ngrams_` and `lemmas_` the numbers of n-grams
    and lemmas, each sorted; `idf_` the rarity of the features, one array for each block; `spelled_lemmas_`
    the lemmas in that order, None where only their numbers are known.
    """

    def fit(self, texts: Iterable[str], y: object = None) -> Self:
        """Learn the features and their rarity. Raises ValueError without a text, and for what is none."""
        self.fit_transform(texts)
        return self

    def fit_transform(self, texts: Iterable[str], y: object = None) -> sparse.csr_matrix:
        """`fit` and `transform` in one pass."""
        batch = _Batch(_checked(texts))
        if not batch.size:
            raise ValueError("There is no text to learn from.")
        self.letters_ = ngrams.alphabet([*batch.words, *batch.lemmas])
        self.word_ngrams_ = np.unique(ngrams.numbers(batch.words, self.letters_)[1])
        self.lemma_ngrams_ = np.unique(ngrams.numbers(batch.lemmas, self.letters_)[1])
        self.lemmas_, firsts = np.unique(_numbered(batch.lemmas), return_index=True)
        self.spelled_lemmas_: list[str] | None = [batch.lemmas[first] for first in firsts]
        counts = self._counts(batch)
        self.idf_ = [_rarity(block) for block in counts]
        return self._weighted(counts)

    def transform(self, texts: Iterable[str]) -> sparse.csr_matrix:
        """The features of texts; parts of words that were not met in fitting count for nothing."""
        check_is_fitted(self)
        return self._weighted(self._counts(_Batch(_checked(texts))))

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """Names as "word: dum ", "lemma: dum " (n-grams; a space is the edge of a word) and "lemma=dum".

        A lemma of which only the number is known is named by it, as "lemma#2f".
        """
        check_is_fitted(self)
        names = [f"word:{ngram}" for ngram in ngrams.spelled(self.word_ngrams_, self.letters_)]
        names += [f"lemma:{ngram}" for ngram in ngrams.spelled(self.lemma_ngrams_, self.letters_)]
        if self.spelled_lemmas_ is None:
            names += [f"lemma#{number:x}" for number in self.lemmas_.tolist()]
        else:
            names += [f"lemma={word}" for word in self.spelled_lemmas_]
        return np.array(names, dtype=object)

    def apart(self, texts: Iterable[str]) -> Apart:
        """`transform`, and what each word has in it.

        A feature that occurs more than once is shared out equally among its occurrences.
        """
        check_is_fitted(self)
        batch = _Batch(_checked(texts))
        vocabularies = self._vocabularies(batch)
        counts = [batch.occurrences(at, known.shape[0]) @ known for at, known in vocabularies]
        once = [block.sorted_indices() for block in counts]
        weighted = [block.copy() for block in once]
        whole = self._weighted(weighted)
        for block, weights in zip(once, weighted, strict=True):
            block.data = weights.data / block.data
        words = [
            _shared_out(known[at], block, batch.ends)
            for (at, known), block in zip(vocabularies, once, strict=True)
        ]
        return Apart(whole, sparse.hstack(words, format="csr", dtype=np.float32), batch.ends)

    def _counts(self, batch: _Batch) -> list[sparse.csr_matrix]:
        """How often each feature occurs in each text, block by block."""
        return [batch.occurrences(at, known.shape[0]) @ known for at, known in self._vocabularies(batch)]

    def _vocabularies(self, batch: _Batch) -> list[tuple[NDArray[np.int32], sparse.csr_matrix]]:
        """By block: which of the distinct words (lemmas) stands at each place, and the features of each."""
        words, lemmas = batch.words_at, batch.lemmas_at
        return [
            (words, _by_ngram(batch.words, self.letters_, self.word_ngrams_)),
            (lemmas, _by_ngram(batch.lemmas, self.letters_, self.lemma_ngrams_)),
            (lemmas, _by_itself(batch.lemmas, self.lemmas_)),
        ]

    def _weighted(self, counts: list[sparse.csr_matrix]) -> sparse.csr_matrix:
        for block, idf in zip(counts, self.idf_, strict=True):
            block.data = (1 + np.log(block.data)) * idf[block.indices]
            lengths = np.sqrt(BLOCKS * np.asarray(block.multiply(block).sum(axis=1)).ravel())
            block.data /= np.repeat(lengths, np.diff(block.indptr))
        return sparse.hstack(counts, format="csr", dtype=np.float32)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.transformer_tags.preserves_dtype = []  # texts have no dtype to preserve
        return tags


class _Batch:
    """Texts taken apart: their distinct words and lemmas, and which of them stand where."""

    def __init__(self, texts: Iterable[str]) -> None:
        numbers: dict[str, int] = {}
        places: list[int] = []
        ends = [0]
        for text in texts:
            places.extend([numbers.setdefault(word, len(numbers)) for word in words_of(text)])
            ends.append(len(places))
        self.words = list(numbers)
        self.words_at = np.array(places, dtype=np.int32)
        lemmas: dict[str, int] = {}
        lemma_of = [lemmas.setdefault(lemma(word), len(lemmas)) for word in self.words]
        self.lemmas = list(lemmas)
        self.lemmas_at = np.array(lemma_of, dtype=np.int32)[self.words_at]
        self.size = len(ends) - 1
        self.ends = np.array(ends, dtype=np.int32)

    def occurrences(self, at: NDArray[np.int32], distinct: int) -> sparse.csr_matrix:
        """How often each distinct word or lemma occurs in each text."""
        ones = np.ones(len(at), dtype=np.float32)
        return sparse.csr_matrix((ones, at, self.ends), shape=(self.size, distinct))


def _by_ngram(
    words: Sequence[str], letters: NDArray[np.uint32], vocabulary: NDArray[np.int64]
) -> sparse.csr_matrix:
    owners, found = ngrams.numbers(words, letters)
    return _incidence(owners, found, vocabulary, len(words))


def _shared_out(
    words: sparse.csr_matrix, once: sparse.csr_matrix, ends: NDArray[np.int32]
) -> sparse.csr_matrix:
    """Each feature of each word times what one occurrence of it has in its text."""
    width = max(once.shape[1], 1)
    known = np.repeat(np.arange(once.shape[0]), np.diff(once.indptr)) * width + once.indices
    text_of_word = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    wanted = np.repeat(text_of_word, np.diff(words.indptr)) * width + words.indices
    words.data = words.data * once.data[np.searchsorted(known, wanted)]
    return words


def _numbered(words: Sequence[str]) -> NDArray[np.int64]:
    """A number of 63 bits for each word, the same always and everywhere."""
    digests = b"".join(blake2b(word.encode(errors="surrogatepass"), digest_size=8).digest() for word in words)
    return (np.frombuffer(digests, dtype="<u8") >> 1).astype(np.int64)


def _by_itself(words: Sequence[str], vocabulary: NDArray[np.int64]) -> sparse.csr_matrix:
    return _incidence(np.arange(len(words)), _numbered(words), vocabulary, len(words))


def _incidence(
    owners: NDArray[np.int_], items: NDArray[Any], vocabulary: NDArray[Any], rows: int
) -> sparse.csr_matrix:
    """How often each owner has each item of a sorted vocabulary."""
    if not len(vocabulary):
        return sparse.csr_matrix((rows, 0), dtype=np.float32)
    columns = np.minimum(np.searchsorted(vocabulary, items), len(vocabulary) - 1)
    known = vocabulary[columns] == items
    ones = np.ones(int(known.sum()), dtype=np.float32)
    return sparse.csr_matrix((ones, (owners[known], columns[known])), shape=(rows, len(vocabulary)))


def _rarity(counts: sparse.csr_matrix) -> NDArray[np.float32]:
    """Smooth inverse document frequency of each column."""
    texts_with = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity: NDArray[np.float32] = np.log((1 + counts.shape[0]) / (1 + texts_with)) + 1
    return rarity.astype(np.float32)


def _checked(texts: Iterable[str]) -> Sequence[str]:
    if isinstance(texts, str):
        raise ValueError("A list of texts is expected, not one text.")
    checked = list(texts)
    for text in checked:
        if not isinstance(text, str):
            raise ValueError(f"A text is expected, not {type(text).__name__}.")
    return checked
