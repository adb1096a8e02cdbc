"""Two things asked at once without "and": by a slash, a comma, "including", two times, a reason, or an "
"option.

Reads folded questions that one answer settles, and the options of questions about reasons.
"""

from __future__ import annotations

import re

from forms.checks.method.aspects import are_one_notion
from forms.checks.method.one_thing import are_of_one_field

_ONE_PRICE_CS = (
    r"zaloh|dph|sluzeb|energi|poplat|prislus|vas\b|vikend|svatk|jizdn|doprav|dan[ei]\b|priloh|tech\b|deti\b|"
    r"dite"
)
_ONE_PRICE_EN = (
    r"vat\b|tax|service charge|delivery|travel|fees?\b|charges?\b|weekends?|holidays|yourself|you\b|"
    r"utilities|bills|postage|tips?\b|transport|breaks?\b|children"
)
MARKED_TWICE: dict[str, tuple[str, ...]] = {
    "cs": (
        (
            rf"\b\w+,? (?:vcetne|pripadne|popripade|eventualne|potazmo|respektive|resp\.) (?:i |take "
            rf")?(?!{_ONE_PRICE_CS})\w{{3,}}"
        ),
        (
            r"\bve dne (?:a|i) (?:v noci|vecer|po (?:setmeni|tme))|\b(?:pres|behem) den a (?:v noci|vecer|"
            r"po)|\b(?:v lete (?:a|i) v zime|v zime (?:a|i) v lete)|\bve vsedni dny (?:a|i) o vikend\w*|"
            r"\bpred \w+ (?:a|i) po (?:nem|ni|\w+)\b|\b(?:nyni|dnes|ted) (?:a|i) (?:pred|drive|loni)\b"
        ),
        (
            r"\bnejen(?:om)? [^?]*?,? ale (?:i|take|rovnez)\b|\bjak (?:s |se |na |o |za )?\w+, tak (?:i |s |"
            r"se |na |o |za )?\w+|\b(?:je|jsou|byl[aoiy]?) \w+, ale (?!ne)\w+\W?$"
        ),
        (
            r"\bjak \w+ (?:je|bylo|jsou) [^?]*?\w+(?:at|it|et|ist|yst|out)(?: \w+)?,? (?:nebo|ci|pripadne|"
            r"anebo) (?:\w+ )?\w+(?:at|it|et|ist|yst|out)(?= |\?)"
        ),
    ),
    "en": (
        (
            rf"\b\w+,? (?:including|inclusive of|in addition to|besides|alongside|coupled with) (?:the |its |"
            rf"their |our |"
            rf"your |how )?(?!{_ONE_PRICE_EN})\w+"
        ),
        (
            r"\bby day and (?:by|at|after)\b|\b(?:in|during) the (?:day|daytime) and (?:at|after|in|by)\b|"
            r"\b(?:on )?(?:week ?days|weekdays) and (?:on |at )?(?:the )?weekends?\b|"
            r"\b(?:in )?(?:(?:the )?summer and (?:in )?(?:the )?winter|"
            r"(?:the )?winter and (?:in )?(?:the )?summer)\b|\bbefore and (?:during|after)\b|"
            r"\bduring and after\b|\bnow and (?:(?:\w+ ){1,3}ago|before|in the (?:past|future)|last|when)\b"
        ),
        (
            r"\b(?:is|are|was|were) \w+,? but (?:also )?(?!not\b|only\b|no\b)\w+|\bnot only [^?]*? but\b|"
            r"\bwhile (?:also|still) (?:being|remaining|staying|keeping)\b|\bboth (?!of (?:them|"
            r"these)\b)[^?]*? and \w+"
        ),
        (
            r"\bhow (?:easy|hard|difficult|simple|likely|important|often|comfortable|confident)\b[^?]*? to "
            r"(?!sit\b|get\b|bring\b)\w+ (?:\w+ ){0,3}?or (?:to )?(?:phone|call|visit|find|book|cancel|pay|"
            r"reach|write|"
            r"use|change|park|walk|cycle|order|return|download|fill|apply|register|read|ask|contact|drive|"
            r"swim|join|recommend|buy|borrow|report|complain|open|understand)\b"
        ),
        (
            r"(?:satisfied are you with|do you rate|rate|satisfied you are with|were you with|"
            r"satisfied with) (?:the|our|your) (?:\w+ ){0,4}?\w+, (?:the|our|your|its) \w+(?: \w+)*\W?$"
        ),
        r"\bthe (?:\w+ ){1,4}?or the (?!other\b|rest\b|like\b)\w+",
        (
            r"\b(?:main|major|big|large|indoor|public|hot|new|short|printed|paid|ground|"
            r"first) \w+ and (?:side|minor|small|outdoor|private|cold|old|long|online|free|upper|second) \w+"
        ),
    ),
}
"""One mark for two things, two times, or two ways."""

_SLASH = re.compile(r"\b([a-z-]{4,})/([a-z-]{4,})\b")
_PART = r"(?:the )?([a-z-]{3,}(?: [a-z-]+)?)(?: (?:of|for|to|na|do|pro) (?:the )?[a-z-]+)?"
_ROW_OF_TWO = re.compile(
    r"^(?!.*\b(?:jak|co|ceho|cemu|kdy|kde|kam|kdo|koho|komu|kym|kter\w+|ze|aby|how|when|that)\b)"
    rf"{_PART}[,;] {_PART}\.?$"
)
_CLAIM = {
    "cs": re.compile(
        r"^(?!.*\b(?:jsem|jsme|me|mi|nas|nam|kdyz)\b)[^?]*, (?:protoze|jelikoz|nebot|a proto|takze) [^?]*$"
    ),
    "en": re.compile(
        r"^(?!(?:i|we)\b|.*\b(?:my|me|i|us)\b)[^?]*\b(?:because(?! of\b)|therefore|which is why|and so) "
        r"[^?]*$"
    ),
}
"""What somebody says, and why: who agrees with one of them only cannot answer."""

_INTRODUCED = re.compile(
    r"^(?:thinking (?:about|of)|considering|regarding|as regards|as for|in terms of|when it comes to) "
    r"(?:the|our|your|its) (?:\w+ ){1,3}?and (?:the|our|your|its) \w+[^,?]*,"
)
_REASONS = {
    "cs": re.compile(
        r"^(?:kvuli )?(?:nedostatek|malo|chybi|nemam|nebyl[aoy]?) \w+ (?:nebo|a|ci|ani) \w+$|"
        r"^(?:je|byl[aoiy]?|jsou|bylo) (?:tam |tu |to )?(?P<one>\w+) (?:a|i|nebo) (?P<other>\w+)$"
    ),
    "en": re.compile(
        r"^(?:a |the )?(?:lack of|no|too little|not enough|shortage of) \w+ (?:and|or) (?!no\b|not\b)\w+$|"
        r"^(?:the|its|a) \w+(?: \w+)? (?:and|or) (?:the|its|a) \w+(?: \w+)?$|"
        r"^(?:it|they|this|the \w+) (?:is|are|was|were) (?:too |very |so )?(?P<one>\w+) (?:and|or) (?:too |"
        r"very |so )?(?P<other>\w+)$"
    ),
}
_WHY = {
    "cs": re.compile(
        r"^(?:proc|co |z jak\w+ duvod|jak\w+ (?:byl|je) (?:hlavni )?duvod|jak\w+ (?:jsou|byly) duvody)"
    ),
    "en": re.compile(
        r"^(?:why\b|what (?!time|day|kind|type|sort|age|did you (?:eat|drink|buy|order))|"
        r"what is the (?:main )?reason|for (?:what|which) reason)"
    ),
}


def marked_twice(text: str, family: str, *, is_row: bool) -> str:
    """Two things that one mark is asked for, joined by other means than "and"; "" for none."""
    for pattern in MARKED_TWICE[family]:
        if found := re.search(pattern, text):
            return found.group()
    if found := _INTRODUCED.search(text):
        return found.group()
    if (found := _SLASH.search(text)) and not _are_one(found[1], found[2], family):
        return found.group()
    if is_row and (found := _ROW_OF_TWO.search(text)) and not _are_one(found[1], found[2], family):
        return found.group()
    return ""


def claim_with_reason(text: str, family: str) -> str:
    """A statement about the world and its reason, both to be agreed with at once."""
    found = _CLAIM[family].search(text)
    return found.group() if found else ""


def option_of_two(text: str, labels: list[str], family: str) -> str:
    """An answer to "why" that gives two reasons; who has one of them only cannot choose."""
    if not _WHY[family].search(text):
        return ""
    return next((label for label in labels if _is_two_reasons(label, family)), "")


def _is_two_reasons(label: str, family: str) -> bool:
    found = _REASONS[family].search(label)
    if found is None:
        return False
    one, other = found["one"], found["other"]
    return one is None or not _are_one(one, other, family)


def _are_one(one: str, other: str, family: str) -> bool:
    first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
    return first[:3] == second[:3] or are_one_notion(first, second) or are_of_one_field(first, second, family)
