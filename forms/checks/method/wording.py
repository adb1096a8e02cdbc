"""Wording: what pushes towards an answer, what people stumble over, what they do not understand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from forms.checks.method import lexicon
from forms.checks.method.jargon import jargon
from forms.checks.method.reading import SENTENCE_END, Fault, Question
from forms.checks.method.scales import is_scale
from forms.definition.questionnaire import ItemType
from forms.languages import text_in

Patterns = Mapping[str, tuple[str, ...]]

LEADING: Patterns = {"cs": lexicon.LEADING_CS, "en": lexicon.LEADING_EN}
LOADED = {"cs": lexicon.LOADED_CS, "en": lexicon.LOADED_EN}
HYPOTHETICAL = {"cs": lexicon.HYPOTHETICAL_CS, "en": lexicon.HYPOTHETICAL_EN}
TURNS_TO = {"cs": lexicon.TURNS_TO_CS, "en": lexicon.TURNS_TO_EN}
ABSOLUTE = {"cs": lexicon.ABSOLUTE_CS, "en": lexicon.ABSOLUTE_EN}
MOST_WORDS = {"cs": 28, "en": 32}
MOST_WORDS_EASY = 15
MOST_WORDS_TOLD = 40
MOST_WORDS_ALL = 60
QUESTION_TYPES = set(ItemType) - {ItemType.INFORMATION, ItemType.CONSENT}
BALANCED = re.compile(
    r"souhlasite,? (?:nebo|ci|anebo) nesouhlasite|agree or disagree|do jake miry|nakolik|to what extent|how "
    r"(?:far|strongly|much) do you agree"
)
TWO_NEGATIONS_EN = (
    (
        rf"\b(?:not|never|cannot|nobody|no one|none|hardly|nor)\b(?:\W+(?!or\b|and\b|but\b)\w+){{0,9}}?\W+"
        rf"(?:{lexicon.NEGATIVE_WORDS_EN}|not|never|unless|nothing|no)\b"
    ),
    (
        rf"\b\w+n't\b(?:\W+(?!or\b|and\b|but\b)\w+){{0,9}}?\W+(?:{lexicon.NEGATIVE_WORDS_EN}|not|never|"
        rf"unless|"
        rf"nothing|no)\b"
    ),
    (
        rf"\b(?:{lexicon.NEGATIVE_WORDS_EN})\b(?:\W+(?!or\b|and\b|but\b)\w+){{0,9}}?\W+(?:not|never|\w+n't|"
        rf"cannot|un(?:til|less))\b(?! only)"
    ),
    (
        r"\b(?:oppos\w+|against|disagree\w*|reject\w*|disapprov\w+|deny|unhappy) (?:\w+ ){0,6}?(?:ban\w*|"
        r"prohibit\w*|abolish\w*|"
        r"forbid\w*|refus\w+|not|without|removal|removing|stopping|preventing|against|lack|oppos\w+)\b"
    ),
)
HOW_OFTEN = re.compile(r"\bjak casto\b|\bhow often\b")
NEGATION = lexicon.NEGATION_CS.pattern
TWO_NEGATIONS_CS = (
    rf"(?:{NEGATION})(?:\W+(?!a\b|i\b|nebo\b|ani\b|ale\b|ci\b|anebo\b)\w+){{0,14}}?\W+(?:{NEGATION})",
    (
        r"\b(?:nesouhlas\w+|proti|odmit\w+|nepodporuj\w+|nechcete|neprejete|vadil\w*|nevadil\w*)\b"
        r"(?:\W+\w+){0,6}?\W+(?:zakaz\w*|zakaz\w*|zruse\w*|"
        r"zrusi\w*|nesm\w+|nemel[aoiy]?|zamez\w+|omez\w+|odstran\w+|vylouc\w+|odmitn\w+|zastav\w+|neprodl\w+)\b"
    ),
    rf"\bvadi(?:lo)?\b(?:\W+\w+){{0,8}}?\W+(?:{NEGATION})",
    (
        r"\b(?:zakazat|zabranit|odmit\w+|zakazan\w*|zakaz)\b(?: \w+){0,3}? ne(?!bo|co|kdo|kde|kter|jak|"
        r"kolik|j|zisk|mocn)\w{3,}"
    ),
)
CONCORD = re.compile(
    r"\b(?:nikd[oy]|nikomu|nikoho|nikym|nikde|nikam|nic|nicim|niceho|zadn\w+|nijak|ani|vubec|nikoli\w*)\b"
)
NEITHER_NOR = re.compile(
    r"\bor (?:un|in|im|dis|ir)\w+|\bwhether or not\b|\bor not\b|\bnot only\b|\bif not\b|\bwhy not\b"
)
FOR_OR_AGAINST = re.compile(
    r"\bpro,? (?:nebo|ci|anebo) proti\b|\b(?:for|in favou?r of|support) or (?:against|oppose)\b|"
    r"\bsupport or oppose\b"
)
CS_PAIR = re.compile(
    r"(\w+),? (?:nebo|ci|anebo|a|i) (?:spise )?ne\1\w*|(\w{4})\w*,? (?:nebo|ci|anebo) (?:spise )?ne\2\w*"
)
MASCULINE = re.compile(
    r"\b(?!(?:\w+tel|manzel|cil|dil|podil|styl|model|hotel|mail|e-mail|email|personal|material|signal|"
    r"kanal|uhel|stal se|"
    r"automobil|mobil|"
    r"minul|skol|sil|sidel|pravidel|obyvatel|ucitel|spotrebitel|uzivatel|poskytovatel|majitel|pritel|"
    r"zamestnavatel|"
    r"podnikatel|nositel|titul|festival|original|potencial|bal|udel|vul|kol|del|pril|byl by|web\w*|ctenar)\b)"
    r"\w{2,}l jste\b(?!\()|"
    r"\bjste (?:se |si |uz |nekdy |tam |tu |to |byl |v poslednich \d+ mesicich |nekdy |letos |loni |dosud )*"
    r"(?!(?:\w+tel|manzel|cil|dil|podil|mel na|obyvatel|ucitel|uzivatel|majitel|poskytovatel|"
    r"zamestnavatel|podnikatel|"
    r"rozhodl se)\b)"
    r"[a-z]{2,}(?:al|el|il|yl|ul|edl|ohl|asl|estl)\b(?!\s?[(/]|-)|"
    r"\b(?:jste|byste|jsem)(?: \w+){0,3} (?:spokojen|nespokojen|ochoten|informovan|sam|rad|schopen|nucen|"
    r"zamestnan|"
    r"ubytovan|zadluzen|ohrozen|osamel|presvedcen|seznamen|nezamestnan|omezen|prekvapen|"
    r"odkazan)\b(?!\s?[(/]|-)|"
    r"\b(?:spokojen|nespokojen|ochoten|rad|sam|schopen|informovan|presvedcen|seznamen|zamestnan) (?:jste|"
    r"byste|jsem)\b"
)


def faults(question: Question) -> Iterator[Fault]:
    """Faults of the words of one question."""
    if question.type not in QUESTION_TYPES:
        yield from _words(question)
        yield from _length(question)
        return
    family, text = question.family, question.folded
    leading = _first(LEADING[family], text) or _negative_question(question)
    if leading and not BALANCED.search(text) and not question.is_row:
        yield Fault("leading_question", leading)
    loaded = re.search(LOADED[family], text)
    if loaded and not question.is_row:
        yield Fault("loaded_words", loaded.group())
    negations = _two_negations(question)
    if negations:
        yield Fault("double_negation", negations)
    yield from _unreal(question)
    yield from _words(question)
    yield from _length(question)
    if family == "cs" and (masculine := MASCULINE.search(text)):
        yield Fault("masculine_only", masculine.group())


def _first(patterns: tuple[str, ...], text: str) -> str:
    found = (re.search(pattern, text) for pattern in patterns)
    return next((match.group().strip(" ,.") for match in found if match and match.group().strip()), "")


def _negative_question(question: Question) -> str:
    """A yes-or-no question that begins with a negated verb waits for "yes": Nevadí vám…?"""
    if question.family != "cs" or not question.is_yes_no or not question.folded.endswith("?"):
        return ""
    found = lexicon.NEGATION_CS.match(question.folded)
    return found.group() if found else ""


def _two_negations(question: Question) -> str:
    """Czech says "nobody never does not": words that only repeat a verb's negation are no second one."""
    if question.family == "en":
        return _first(TWO_NEGATIONS_EN, FOR_OR_AGAINST.sub(" ", NEITHER_NOR.sub(" ", question.folded)))
    for sentence in re.split(
        r"(?<=[^\d][.?!:;])\s+", FOR_OR_AGAINST.sub(" ", CS_PAIR.sub(" ", question.folded))
    ):
        found = _first(TWO_NEGATIONS_CS, CONCORD.sub(" ", sentence))
        if found:
            return found
    return ""


def _unreal(question: Question) -> Iterator[Fault]:
    """What has not happened, and what is hardly ever true."""
    hypothetical = re.search(HYPOTHETICAL[question.family], question.folded)
    settled = question.is_yes_no or HOW_OFTEN.search(question.folded)
    if hypothetical and settled and not re.search(TURNS_TO[question.family], question.folded):
        yield Fault("hypothetical", hypothetical.group())
    absolute = re.search(ABSOLUTE[question.family], question.folded)
    if absolute and (question.is_yes_no or question.is_row or is_scale(question)):
        yield Fault("absolute_words", absolute.group())


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
