"""Two negatives that people must untangle, to know what "yes" would mean.

Negative are negated verbs and adjectives, and words that reject: to oppose, to ban, to refuse. Czech says
"nobody never does not": words that only repeat a verb's negation are no second one. Two negatives in two
thoughts ("If you do not drive, what stops you?", "which did you not buy because you could not afford it")
are nothing to untangle.
"""

from __future__ import annotations

import re

from forms.checks.method.lexicon import NEGATION_CS, NEGATIVE_WORDS_EN
from forms.checks.method.reading import Question

_NOT_EN = rf"(?:{NEGATIVE_WORDS_EN}|not|never|unless|nothing|no)"
_ON_EN = r"(?:\W+(?!or\b|and\b|but\b|because\b|what\b|why\b|which\b)[\w'-]+){0,9}?\W+"
_REJECT_EN = (
    r"(?:oppos\w+|against|disagree\w*|reject\w*|disapprov\w+|deny|unhappy|object(?:s|ed|ing)? to|doubt\w*)"
)
TWO_EN: tuple[str, ...] = (
    rf"\b(?:not|never|cannot|nobody|no one|none|hardly|nor|nothing)\b{_ON_EN}{_NOT_EN}\b",
    rf"\bno (?:\w+ ){{1,3}}(?:should|must|may|ought to) (?:\w+ ){{0,3}}?{_NOT_EN}\b",
    rf"\bno [a-z]+{_ON_EN}not (?:be|get|have)\b",
    r"\b(?:wrong|unfair|a mistake|unreasonable) not to\b",
    (
        r"\b(?:untrue|false|incorrect|a lie|wrong|doubt\w*|deny|disagree\w*|disbelieve) (?:\w+ ){0,2}?that "
        r"(?:\w+ ){0,5}?(?:nobody|no one|nothing|no|none|no longer|hardly|without|unable|"
        r"impossible|unwilling)\b"
    ),
    (
        r"\b(?:mind|bother|bothers|annoy|annoys|object|upset|trouble) (?:\w+ ){0,2}?"
        r"(?:that|if|to|when) (?:\w+ ){0,5}?(?:no longer|not|never|nobody|no)\b"
    ),
    r"\bstop\w* (?:preventing|refusing|banning|denying|rejecting|opposing|prohibiting)\b|\black\w* nothing\b",
    r"\bno reason (?:why |for |that )?(?:\w+ ){0,4}?(?:not|never|refus\w+|without)\b",
    rf"\b(?:never|not) (?:\w+ )?(?:{NEGATIVE_WORDS_EN}|un(?!til|less|der|ion|it|ique|iform|ivers)\w{{5,}})\b",
    r"\b(?:prevent|stop|ban|forbid|forbidd)\w* (?:\w+ ){0,4}?(?:refus|deny|reject|oppos)\w*\b",
    rf"\b\w+n't\b{_ON_EN}{_NOT_EN}\b",
    rf"\b(?:{NEGATIVE_WORDS_EN})\b{_ON_EN}(?:not|never|\w+n't|cannot|un(?:til|less))\b(?! only)",
    (
        rf"\b{_REJECT_EN} (?:\w+ ){{0,6}}?(?:ban\w*|prohibit\w*|abolish\w*|forbid\w*|refus\w+|not|without|"
        rf"removal|"
        r"removing|stopping|preventing|against|lack|oppos\w+|no (?:longer|more))\b"
    ),
)
_NOT_CS = NEGATION_CS.pattern
_ON_CS = r"(?:\W+(?!a\b|i\b|nebo\b|ani\b|ale\b|ci\b|anebo\b|protoze\b|jelikoz\b|proc\b|co\b)\w+)"
_ENDING_CS = (
    r"(?:zakaz\w*|zruse\w*|zrusi\w*|nesm\w+|nemel[aoiy]?|zamez\w+|omez\w+|odstran\w+|vylouc\w+|odmitn\w+|"
    r"zastav\w+|neprodl\w+)"
)
TWO_CS: tuple[str, ...] = (
    rf"(?:{_NOT_CS}){_ON_CS}{{0,14}}?\W+(?:{_NOT_CS})",
    (
        r"\b(?:nesouhlas\w+|proti|odmit\w+|nepodporuj\w+|nechcete|neprejete|vadil\w*|nevadil\w*)\b"
        rf"(?:\W+\w+){{0,6}}?\W+{_ENDING_CS}\b"
    ),
    (
        rf"\b(?:nemel[aoiy]?(?: by| se)?|nepovol\w+|nezrus\w+|nepodpor\w+)\b{_ON_CS}{{0,5}}?\W+(?:zakaz\w*|"
        rf"zabran\w+|odmit\w+|odep[rř]\w+|vyloucit|zamezit|branit|zrusi\w*)\b"
    ),
    (
        rf"\b(?:vadi(?:lo)?|brani(?:lo)?|proti tomu|odmit(?:ate|nete|l\w*)|zabran\w+|zakazat|"
        rf"pochyb\w+)\b(?:(?!\W+kter){_ON_CS}){{0,8}}?\W+(?:{_NOT_CS})"
    ),
    rf"\b(?:zakazan\w*|zakaz)\b(?: \w+){{0,3}} (?:{_NOT_CS})",
)
CONCORD_CS = re.compile(
    r"\b(?:nikd[oy]|nikomu|nikoho|nikym|nikde|nikam|nic|nicim|niceho|zadn\w+|nijak|ani|vubec|nikoli\w*)\b"
)
CONDITION_CS = re.compile(r"^(?:pokud|jestlize|jestli|kdyz|kdybyste)\b[^,?]*,|^\w+-li\b[^,?]*,")
CONDITION_EN = re.compile(r"^(?:if|when|unless)\b[^,?]*,")
EITHER_WAY_EN = re.compile(
    r"\b(?:cannot|can't|could not|couldn't) (?:\w+ ){0,2}without\b|\b(?:anything|"
    r"something) (?:that )?you cannot\b|\bor (?:un|in|im|dis|ir)\w+|\bnothing (?:stops|prevents|keeps)\b|"
    r"\bwhether or not\b|\bor not\b|\bnot only\b|\bif not\b|\bwhy not\b|"
    r"\b(?:for|(?:in )?favou?r(?: of)?|support|back|accept|agree with|approve(?: of)?),? or (?:\w+ly "
    r")?(?:against|"
    r"oppose|reject|disagree with|disapprove of)\b|\bif anything\b|"
    r"\b(?:should|shall) (?:\w+ ){1,6}?or (?:be )?(?:banned|not)\b"
)
EITHER_WAY_CS = re.compile(
    r"\bpro,? (?:nebo|ci|anebo) (?:spise |rozhodne )?proti\b|(\w+),? (?:nebo|ci|anebo|a|"
    r"i) (?:spise )?ne\1\w*|(\w{4})\w*,? (?:nebo|ci|anebo) (?:spise )?ne\2\w*"
)
_SENTENCE = re.compile(r"(?<=[^\d][.?!:;])\s+")


BOTH_FORMS_CS = re.compile(r"\b(ne\w{2,})\w{0,3} ?\(\1\w*\)")
"""Men and women: "nepřišel (nepřišla)" is one negative."""


def two_negatives(question: Question) -> str:
    """From the first negative to the second, "" where there are not two in one thought."""
    if question.family == "en":
        patterns, condition, text = TWO_EN, CONDITION_EN, EITHER_WAY_EN.sub(" ", question.folded)
    else:
        patterns, condition, text = (
            TWO_CS,
            CONDITION_CS,
            EITHER_WAY_CS.sub(" ", BOTH_FORMS_CS.sub(r"\1", question.folded)),
        )
    for sentence in _SENTENCE.split(text):
        thought = CONCORD_CS.sub(" ", condition.sub(" ", sentence))
        for pattern in patterns:
            if found := re.search(pattern, thought):
                return found.group()
    return ""
