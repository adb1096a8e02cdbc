"""A question as the rules of method read it: one item in one language, without its diacritics and capitals.

Authors leave out diacritics and shout in capitals; folding makes both the same. Folding keeps every letter in
its place, so what is found can be quoted as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from forms.checks.places import Asked, asked
from forms.definition.questionnaire import ItemType, Option, Questionnaire
from forms.languages import is_easy, text_in
from forms.piping import PLACEHOLDER

READ = ("cs", "en")
"""The languages whose questions we can judge."""

SENTENCE_END = re.compile(r"(?<=[.?!])\s+(?=[A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ„“\"(])")
YES_NO = re.compile(r"^(rozhodne |spise |urcite |asi )?(ano|ne|yes|no)\b")
_NOT_DONE_CS = (
    r"nepodil|nejezd|nechod|nedojizd|nehraj|nesportuj|nekup|nenakup|neobedv|neucast|nepracuj|nebydl|nestud|"
    r"nepecuj|neodebir|nect(?:u|eme)|nesled|nekour|nepij|nejim|nevlastn|nepobir|nedostav|nekomunik|nejedn|"
    r"nezadal|nevid(?:am|ame)|neplat|neridi|neparkuj|netrid|neposlouch|nekontakt|netelefon"
)
DONT_KNOW = re.compile(
    r"\b(nevim\w?\w?|nevi(?:te|s)|netyka|neumi(?:m|me)|nedokaz\w+|nedoved\w+|nemohu|nemuz\w+|"
    r"nelze (posoudit|rici|hodnotit)|nechci|nechceme|bez odpovedi|bez nazoru|"
    r"(?:nemam|nemame) (na to )?(nazor|zkusenost)|nevyuzil\w*|nevyuziv\w+|nepouziv\w+|tezko rici|je (?:mi|"
    r"nam) to (?:jedno|fuk|egal|sumak)|neznam\w*|"
    r"neznate|neuvedeno|nepamatuj\w+|nevzpom[ei]n\w+|netusi\w*|nehodnoti(?:m|me)|neni muj pripad|"
    r"neresi(?:m|me)|nenavstev\w+|"
    rf"nenavstivil\w*|nepotreboval\w*|nesetkal\w*|(?:{_NOT_DONE_CS})\w*(?:m|u|me|ji|te)|"
    r"(?:jsem|jsme) (?:\w+ ){0,2}ne\w+l[aiy]?|ne\w+l[aiy]?(?:/a|/i|\(a\)|\(i\))? (?:jsem|jsme)|don.?t know|"
    r"do not know|not sure|unsure|can.?t|cannot|not applicable|n/a|(does|do) not apply|doesn.?t apply|"
    r"don.?t (use|have|remember|recall|go there|mind|want to (say|answer|tell))|no opinion|prefer not|(i'd|"
    r"would) rather not|"
    r"rather not (say|answer|tell)|not my case|^(?:i|we) (?:had|have) no \w+$|"
    r"^not (?:read|used|seen|visited|needed|received|relevant)$|(have not|haven.?t|never) (used|tried|seen|"
    r"visited|needed)|(?:i|we) (?:do not|don't|did not|didn't|have not|haven't|have never|are not|"
    r"am not) (?!agree|think|like|trust|believe|feel|support|mind|care|understand|want|need|approve|enjoy|"
    r"happy|satisfied|sure)\w+|(?:i|we) (?:did not|didn't|do not|don't) (?:need|want) (?:any|it|to|help|"
    r"one)\b|(?:had|have) no (?:expectations|contact|dealings|experience|need|children|such|use)|"
    r"no experience|hard to say|(?:no|not have a) (?:\w+ )?(?:view|preference|opinion)|"
    r"(?:could|can) ?(?:not|n't) (?:tell|say|judge)|not relevant|does not concern|doesn.?t concern|"
    r"no answer)(?!\w)"
)


@lru_cache(maxsize=4_096)
def folded(text: str) -> str:
    """Lower case without diacritics, letter for letter; typographic apostrophes become plain."""
    plain = unicodedata.normalize("NFC", text).replace("’", "'").replace("\N{NO-BREAK SPACE}", " ")
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in plain).lower()


class Fault(NamedTuple):
    """What a rule has found: its code, the words it is about, and where below the item."""

    code: str
    words: str = ""
    below: str = "texts"


@dataclass(frozen=True)
class Question:
    """One item in one language or easy variant; `family` is "cs" or "en"."""

    place: Asked
    questionnaire: Questionnaire
    tag: str

    @property
    def family(self) -> str:
        """The language without region and variant."""
        return self.tag.partition("-")[0]

    @property
    def easy(self) -> bool:
        """Whether it is an easy-to-read variant."""
        return is_easy(self.tag)

    @property
    def type(self) -> ItemType:
        """The item's type."""
        return self.place.item.type

    @property
    def is_row(self) -> bool:
        """Whether it is a statement of a battery."""
        return self.place.item.battery is not None

    @cached_property
    def text(self) -> str:
        """The question, an answer piped into it being one word."""
        return PLACEHOLDER.sub("XX", self.place.item.texts[self.tag]).strip()

    @property
    def hint(self) -> str:
        """What is said below the question, "" for nothing."""
        return self.place.item.hints.get(self.tag, "").strip()

    @cached_property
    def folded(self) -> str:
        """The question without diacritics and capitals."""
        return folded(self.text)

    @cached_property
    def sentences(self) -> list[str]:
        """Its sentences, as they are written."""
        return SENTENCE_END.split(self.text)

    @cached_property
    def options(self) -> tuple[Option, ...]:
        """The options shown in this language."""
        return self.questionnaire.options_for(self.place.item, self.tag)

    @cached_property
    def labels(self) -> list[str]:
        """Their labels, folded."""
        return [folded(text_in(option.labels, self.tag)).strip() for option in self.options]

    @cached_property
    def points(self) -> list[str]:
        """The labels that are no "don't know": of a scale with scores, those that have one."""
        is_scored = any(option.score is not None for option in self.options)
        return [
            label
            for label, option in zip(self.labels, self.options, strict=True)
            if not DONT_KNOW.search(label) and (option.score is not None or not is_scored)
        ]

    @cached_property
    def is_yes_no(self) -> bool:
        """Whether it is answered by yes or no."""
        if self.type is ItemType.YES_NO:
            return True
        closed = self.type is ItemType.SINGLE_CHOICE and 2 <= len(self.points) <= 5
        return closed and sum(bool(YES_NO.match(label)) for label in self.points) >= 2


def as_written(question: Question, words: str) -> str:
    """Folded words of a question, its options or its hint as the author wrote them."""
    labels = [text_in(option.labels, question.tag).strip() for option in question.options]
    for text in (question.text, ", ".join(labels), question.hint):
        plain = unicodedata.normalize("NFC", text)
        start = folded(plain).find(words)
        if words and start >= 0:
            return plain[start : start + len(words)]
    return words


def questions(questionnaire: Questionnaire) -> Iterator[Question]:
    """Every item in every language we can judge."""
    for place in asked(questionnaire):
        for tag, text in place.item.texts.items():
            if tag.partition("-")[0] in READ and text.strip():
                yield Question(place, questionnaire, tag)
