"""The coding frame: the words by which a town recognises what a comment is about.

A methodologist edits it as a document (JSON). It holds target groups with names, definitions and terms,
words that show relevance, signposts (words of matters that belong elsewhere), kinds, signs of danger,
negations, question words and neutral phrases that must not fire. Terms are listed per language: cs, en, uk,
and optionally sk, which adds to the Czech terms.

How a term is written: words divided by spaces. A word stands for all forms that the dictionary of
`simplemma` knows for it (in kinds, negations, question words and neutral phrases only for itself: there the
form carries the meaning). `senior*` stands for every word beginning so; `bije … děti` lets up to four other
words stand between. Case and missing accents never matter.

This module checks the shape and the size of the document. It knows nothing about matching and nothing about
scores.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.text.day_one.frame_reader import FrameError, Reader

LANGUAGES = ("cs", "en", "uk")
"""Languages in which every name, definition and list of terms is given."""
ADDED_LANGUAGES = ("sk",)
"""Languages that may add terms: Slovak is otherwise read with the Czech terms."""
KINDS = ("praise", "complaint", "suggestion", "question")

_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_WORD = re.compile(r"[^\s*…]+\*?\Z")
_MOST_GROUPS, _MOST_TERMS, _MOST_WORDS = 100, 1_000, 8
_LONGEST_TERM, _LONGEST_NAME, _LONGEST_DEFINITION = 80, 200, 2_000
_SHORTEST_STEM = 3

Texts = Mapping[str, str]
Terms = Mapping[str, tuple[str, ...]]

__all__ = [
    "ADDED_LANGUAGES",
    "KINDS",
    "LANGUAGES",
    "CodingFrame",
    "FrameError",
    "Kind",
    "Signpost",
    "TargetGroup",
]


@dataclass(frozen=True)
class TargetGroup:
    """A code of the frame.

    `people` name the group, `help` its services and needs, `hints` count only together.
    """

    code: str
    names: Texts
    definitions: Texts
    people: Terms
    help: Terms
    hints: Terms
    age_from: int | None = None
    """An age in years from which a stated age ("je mi 84", "71 років") names this group."""
    written_in: tuple[str, ...] = ()
    """Languages in which writing to a Czech town is itself a sign of this group."""
    only_alone: bool = False
    """Suggested only when no other group is (labelling rule 8, `general`)."""


@dataclass(frozen=True)
class Signpost:
    """A reason why a comment may be irrelevant, with the words of such matters.

    Terms may be empty: then only people use it.
    """

    code: str
    names: Texts
    terms: Terms


@dataclass(frozen=True)
class Kind:
    """Praise, complaint, suggestion or question; `terms` decide, `hints` only help."""

    code: str
    names: Texts
    terms: Terms
    hints: Terms


@dataclass(frozen=True)
class CodingFrame:
    """A checked coding frame. Build it with `from_document`; `to_document` gives an equal document back."""

    version: str
    target_groups: tuple[TargetGroup, ...]
    services: Terms
    service_hints: Terms
    signposts: tuple[Signpost, ...]
    kinds: tuple[Kind, ...]
    interrogatives: Terms
    negations: Terms
    urgent: Terms
    neutral: Terms

    @property
    def group_codes(self) -> tuple[str, ...]:
        """Codes of the target groups in the order of the frame."""
        return tuple(group.code for group in self.target_groups)

    @classmethod
    def from_document(cls, document: object) -> CodingFrame:
        """Check a document and build the frame.

        Raises FrameError with every finding as (path, sentence), at most 50 of them.
        """
        reader = Reader()
        frame = _read_frame(reader, document)
        reader.finish()
        if frame is None:
            raise FrameError([("", "This is no coding frame.")])
        return frame

    def to_document(self) -> dict[str, Any]:
        """The frame as a JSON document; `from_document` of it is equal to this frame."""
        return {
            "version": self.version,
            "target_groups": [_group_document(group) for group in self.target_groups],
            "relevance": {"services": _lists(self.services), "hints": _lists(self.service_hints)},
            "signposts": [
                {"code": s.code, "names": dict(s.names), "terms": _lists(s.terms)} for s in self.signposts
            ],
            "kinds": [
                {"code": k.code, "names": dict(k.names), "terms": _lists(k.terms), "hints": _lists(k.hints)}
                for k in self.kinds
            ],
            "interrogatives": _lists(self.interrogatives),
            "negations": _lists(self.negations),
            "urgent": _lists(self.urgent),
            "neutral": _lists(self.neutral),
        }


def _lists(terms: Terms) -> dict[str, list[str]]:
    return {language: list(words) for language, words in terms.items()}


def _group_document(group: TargetGroup) -> dict[str, Any]:
    document: dict[str, Any] = {
        "code": group.code,
        "names": dict(group.names),
        "definitions": dict(group.definitions),
        "people": _lists(group.people),
        "help": _lists(group.help),
        "hints": _lists(group.hints),
    }
    if group.age_from is not None:
        document["age_from"] = group.age_from
    if group.written_in:
        document["written_in"] = list(group.written_in)
    if group.only_alone:
        document["only_alone"] = True
    return document


def _read_frame(reader: Reader, document: object) -> CodingFrame | None:
    parts = ("version", "target_groups", "relevance", "signposts", "kinds", "interrogatives", "negations")
    frame = reader.mapping(document, "", required=(*parts, "urgent", "neutral"))
    if frame is None:
        return None
    relevance = reader.mapping(frame.get("relevance"), "relevance", required=("services", "hints")) or {}
    groups = tuple(_read_groups(reader, frame.get("target_groups")))
    kinds = tuple(_read_kinds(reader, frame.get("kinds")))
    _refuse_doubles(reader, "target_groups", [group.code for group in groups])
    if sorted(kind.code for kind in kinds) != sorted(KINDS):
        reader.note("kinds", f"The kinds must be exactly these four: {', '.join(KINDS)}.")
    signposts = tuple(_read_signposts(reader, frame.get("signposts")))
    _refuse_doubles(reader, "signposts", [signpost.code for signpost in signposts])
    return CodingFrame(
        version=reader.text(frame.get("version"), "version", longest=40),
        target_groups=groups,
        services=_read_terms(reader, relevance.get("services"), "relevance.services"),
        service_hints=_read_terms(reader, relevance.get("hints"), "relevance.hints"),
        signposts=signposts,
        kinds=kinds,
        interrogatives=_read_terms(reader, frame.get("interrogatives"), "interrogatives"),
        negations=_read_terms(reader, frame.get("negations"), "negations"),
        urgent=_read_terms(reader, frame.get("urgent"), "urgent"),
        neutral=_read_terms(reader, frame.get("neutral"), "neutral"),
    )


def _read_groups(reader: Reader, document: object) -> Iterator[TargetGroup]:
    required = ("code", "names", "definitions", "people", "help", "hints")
    optional = ("age_from", "written_in", "only_alone")
    for path, group in reader.mappings(document, "target_groups", required, optional, most=_MOST_GROUPS):
        age = group.get("age_from")
        if age is not None and not (type(age) is int and 1 <= age <= 120):
            reader.note(f"{path}.age_from", "The age must be a whole number of years from 1 to 120.")
        alone = group.get("only_alone", False)
        if type(alone) is not bool:
            reader.note(f"{path}.only_alone", "Write true or false.")
        yield TargetGroup(
            code=_read_code(reader, group.get("code"), f"{path}.code"),
            names=_read_texts(reader, group.get("names"), f"{path}.names", _LONGEST_NAME),
            definitions=_read_texts(
                reader, group.get("definitions"), f"{path}.definitions", _LONGEST_DEFINITION
            ),
            people=_read_terms(reader, group.get("people"), f"{path}.people"),
            help=_read_terms(reader, group.get("help"), f"{path}.help"),
            hints=_read_terms(reader, group.get("hints"), f"{path}.hints"),
            age_from=age if type(age) is int else None,
            written_in=_read_languages(reader, group.get("written_in", []), f"{path}.written_in"),
            only_alone=alone is True,
        )


def _read_signposts(reader: Reader, document: object) -> Iterator[Signpost]:
    for path, item in reader.mappings(
        document, "signposts", ("code", "names", "terms"), (), most=_MOST_GROUPS
    ):
        yield Signpost(
            code=_read_code(reader, item.get("code"), f"{path}.code"),
            names=_read_texts(reader, item.get("names"), f"{path}.names", _LONGEST_NAME),
            terms=_read_terms(reader, item.get("terms"), f"{path}.terms"),
        )


def _read_kinds(reader: Reader, document: object) -> Iterator[Kind]:
    for path, item in reader.mappings(
        document, "kinds", ("code", "names", "terms", "hints"), (), most=len(KINDS)
    ):
        yield Kind(
            code=_read_code(reader, item.get("code"), f"{path}.code"),
            names=_read_texts(reader, item.get("names"), f"{path}.names", _LONGEST_NAME),
            terms=_read_terms(reader, item.get("terms"), f"{path}.terms"),
            hints=_read_terms(reader, item.get("hints"), f"{path}.hints"),
        )


def _read_code(reader: Reader, value: object, path: str) -> str:
    if not (isinstance(value, str) and _CODE.match(value)):
        reader.note(
            path,
            "A code begins with a small letter and has at most 40 small letters, digits and underscores.",
        )
        return ""
    return value


def _read_texts(reader: Reader, value: object, path: str, longest: int) -> Texts:
    texts = reader.mapping(value, path, required=LANGUAGES) or {}
    return {
        language: reader.text(texts.get(language), f"{path}.{language}", longest) for language in LANGUAGES
    }


def _read_languages(reader: Reader, value: object, path: str) -> tuple[str, ...]:
    languages = reader.strings(value, path, most=len(LANGUAGES) + len(ADDED_LANGUAGES))
    for language in languages:
        if language not in LANGUAGES + ADDED_LANGUAGES:
            known = ", ".join(LANGUAGES + ADDED_LANGUAGES)
            reader.note(path, f"“{language[:20]}” is not one of the languages {known}.")
    return languages


def _read_terms(reader: Reader, value: object, path: str) -> Terms:
    lists = reader.mapping(value, path, required=LANGUAGES, optional=ADDED_LANGUAGES) or {}
    return {
        language: _checked(
            reader, reader.strings(words, f"{path}.{language}", most=_MOST_TERMS), f"{path}.{language}"
        )
        for language, words in lists.items()
        if language in LANGUAGES + ADDED_LANGUAGES
    }


def _checked(reader: Reader, terms: tuple[str, ...], path: str) -> tuple[str, ...]:
    seen: set[str] = set()
    for position, term in enumerate(terms):
        if sentence := _fault_of(term):
            reader.note(f"{path}[{position}]", sentence)
        elif term in seen:
            reader.note(f"{path}[{position}]", f"The term “{term}” is listed twice.")
        seen.add(term)
    return terms


def _fault_of(term: str) -> str | None:
    """A sentence about what is wrong with a term, or None."""
    if not term.strip():
        return "A term must not be empty."
    if len(term) > _LONGEST_TERM:
        return f"A term has at most {_LONGEST_TERM} characters."
    if any(unicodedata.category(character).startswith("C") for character in term):
        return "A term must not hold control characters."
    words = term.split()
    if len(words) > _MOST_WORDS:
        return f"The term “{term}” has more than {_MOST_WORDS} words."
    if words[0] == "…" or words[-1] == "…" or "… …" in " ".join(words):
        return f"In the term “{term}” a gap (…) must stand between two words."
    faults = (_fault_of_word(word) for word in words if word != "…")
    return next((f"In the term “{term}” {fault}" for fault in faults if fault), None)


def _fault_of_word(word: str) -> str | None:
    if not _WORD.match(word):
        return "a star may stand only at the end of a word, and a gap (…) only alone."
    if not any(character.isalnum() for character in word):
        return "every word must hold a letter or a digit."
    if word.endswith("*") and len(word) <= _SHORTEST_STEM:
        return f"at least {_SHORTEST_STEM} letters must stand before the star."
    return None


def _refuse_doubles(reader: Reader, path: str, codes: Sequence[str]) -> None:
    for code in sorted({code for code in codes if code and codes.count(code) > 1}):
        reader.note(path, f"The code “{code}” is used more than once.")
