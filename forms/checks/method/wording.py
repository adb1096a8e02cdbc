"""Wording: what pushes towards an answer, what people stumble over, what they do not understand."""

from __future__ import annotations

from collections.abc import Iterator

from forms.checks.method.jargon import jargon
from forms.checks.method.leading import leading
from forms.checks.method.loaded import loaded
from forms.checks.method.masculine import speaks_to_men
from forms.checks.method.negation import two_negatives
from forms.checks.method.reading import SENTENCE_END, Fault, Question
from forms.checks.method.unreal import unreal
from forms.definition.questionnaire import ItemType
from forms.languages import text_in

MOST_WORDS = {"cs": 28, "en": 32}
MOST_WORDS_EASY = 15
MOST_WORDS_TOLD = 40
MOST_WORDS_ALL = 60
QUESTION_TYPES = set(ItemType) - {ItemType.INFORMATION, ItemType.CONSENT}


def faults(question: Question) -> Iterator[Fault]:
    """Faults of the words of one question; what is only told can be long or hard to understand."""
    if question.type in QUESTION_TYPES:
        yield from _asked(question)
    yield from _words(question)
    yield from _length(question)


def _asked(question: Question) -> Iterator[Fault]:
    """Faults that only a question can have."""
    if not question.is_row and (hint := leading(question)):
        yield Fault("leading_question", hint)
    if judgement := loaded(question):
        yield Fault("loaded_words", judgement)
    if negatives := two_negatives(question):
        yield Fault("double_negation", negatives)
    yield from unreal(question)
    if question.family == "cs" and (masculine := speaks_to_men(question.folded)):
        yield Fault("masculine_only", masculine)


def _words(question: Question) -> Iterator[Fault]:
    told = set()
    labels = "; ".join(text_in(option.labels, question.tag) for option in question.place.item.options)
    for below, text in (("texts", question.text), ("hints", question.hint), ("options", labels)):
        for code, word in jargon(text, question.family, question.questionnaire, question.tag):
            if (code, word) not in told and (below != "options" or code == "jargon"):
                told.add((code, word))
                yield Fault(code, word, below)


def _length(question: Question) -> Iterator[Fault]:
    most = MOST_WORDS_EASY if question.easy else MOST_WORDS[question.family]
    if question.type not in QUESTION_TYPES:
        most = MOST_WORDS_TOLD
    longest = max(question.sentences, key=lambda sentence: len(sentence.split()))
    explained = max(SENTENCE_END.split(question.hint), key=lambda sentence: len(sentence.split()))
    if len(longest.split()) > most:
        yield Fault("long_sentence", longest)
    elif len(explained.split()) > MOST_WORDS_TOLD:
        yield Fault("long_sentence", explained, "hints")
    elif len(question.text.split()) > MOST_WORDS_ALL and question.type in QUESTION_TYPES:
        yield Fault("long_question", question.text)
