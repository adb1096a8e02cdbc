"""Two questions under one question mark: "Do you sort waste, and if not, what keeps you from it?"

Reads folded questions. A second question stands after a condition ("if so"), after a question word with a
clause of its own, or is a second one for yes or no. What depends on one verb ("told when to come and where
to wait") and a bare "and why?" after an open question are one. It does not know what the questions mean.
"""

from __future__ import annotations

import re

_WORD_CS = (
    r"(?:jak(?:[yea]|ou|ych|ym|ymi|eho|emu)?|kde|kdy|proc|kolik\w*|kdo|koho|kom[u]?|kym|co|ceho|cemu|cem|cim|"
    r"kter(?:[yaei]|ou|eho|emu|em|ych|ym|ymi)|kam|kudy|odkud|nakolik)"
)
_BEFORE_CS = r"(?:(?:v|ve|na|s|se|za|z|ze|od|do|o|k|ke|u|po|podle|pro|pri|pred) )?"
_WORD_EN = r"(?:how|why|where|when|what|which|who|whom|whose|whether)"
_BEFORE_EN = r"(?:(?:with|for|to|from|by|at|in|on|about|of|since) )?"
JOINED = {
    "cs": re.compile(
        rf",? (?:a|i|nebo|ci),? (?:(?:take|zaroven|pripadne|pokud (?:ano|ne),?) )?{_BEFORE_CS}"
        rf"(?P<word>{_WORD_CS})\b(?P<rest>[^?]*)"
    ),
    "en": re.compile(
        rf",? (?:and|or),? (?:if (?:so|not|yes|"
        rf"no),? )?(?:also )?{_BEFORE_EN}(?P<word>{_WORD_EN})\b(?P<rest>[^?]*)"
    ),
}
STARTS = {
    "cs": re.compile(rf"^(?:a |ale )?{_BEFORE_CS}(?P<word>{_WORD_CS})\b"),
    "en": re.compile(rf"^(?:and |but )?{_BEFORE_EN}(?P<word>{_WORD_EN})\b"),
}
IF_SO = {
    "cs": re.compile(
        r"\w+ \w[^?]*?(?:\(|[,;–-] ?| )(?:a |nebo )?(?:(?:pokud|kdyz|jestli(?:ze)?|v pripade,? ze) (?:ano|"
        r"ne|nikoli\w*|tomu tak \w+)|v (?:kladnem|zapornem|opacnem) pripade)\b[^?]*\?|"
        rf"\w+ \w[^?]*, (?:pripadne|popripade|eventualne) {_BEFORE_CS}{_WORD_CS}\b[^?]*\?"
    ),
    "en": re.compile(
        r"\w+ \w[^?]*?(?:\(|[,;–-] ?| and | or )(?:and |or |but )?if (?:so|not|yes|no)\b(?! (?:now|for|at|"
        r"in|to)\b)[^?]*\?"
    ),
}
"""What only some of those asked are asked next."""

REQUESTS = {
    "cs": re.compile(
        r"^(?:prosim,? )?(?:napiste|uvedte|popiste|reknete|vysvetlete|vyjmenujte)\b[^?]*,? a (?:(?:zaroven|"
        r"take|pak) )?"
        r"(?:napiste|uvedte|popiste|reknete|vysvetlete|vyjmenujte|zduvodnete)\b"
    ),
    "en": re.compile(
        r"^(?:please,? )?(?:describe|tell us|say|write(?: down)?|explain|list|name)\b[^?]*\band (?:(?:also|"
        r"then) )?"
        r"(?:please )?(?:describe|tell us|say|write|explain|list|name)\b"
    ),
}
"""Two requests in one: write what helps you, and say which day suits you."""

ANYTHING = {
    "cs": re.compile(
        r"^(?:je|jsou|existuje|mate|mas|chybi|napada vas)\b[^?]*\b(?:neco|nekdo|nekoho|nejak\w+|dalsi|"
        r"nekter\w+)\b[^?]*"
        r"(?:\?|,) (?:a )?(?:pokud|jestli|jestlize) ano,? (?:co|kdo|koho|jak(?:e|y|a|ou)|kter\w+)(?: \w+)?\?$"
    ),
    "en": re.compile(
        r"^(?:is|are) there (?:an?|any\w*|some\w*|other|another)\b[^?]*(?:\?|,) (?:and )?if (?:so|yes),? "
        r"(?:what|which|who)(?: (?:one|ones|is it|are they))?\?$"
    ),
}
"""Which one, if any: in one's own words one answer tells both."""

_AUXILIARY_EN = (
    r"(?:do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|isn't|don't|didn't|haven't)"
)
_CLAUSE = {
    "cs": re.compile(
        r"\b(?:jste|byste|jsme|bychom|jsi|bys|je|jsou|byl[aoiy]?|bude\w*|by|ma|mate|maji|muze\w*|mohou|smi|"
        r"vas|vam|se|\w{2,}(?:ete|ite|ate)|\w{3,}(?:uje|uji)|(?!dal|cel|byval|mal)\w{3,}(?:al|il|el|ul|"
        r"yl)[aoiy]?|trva|stoji)\b|^ (?!prave\b|zrovna\b|ne\b|nej|treba\b)\w+ \w+ \w+"
    ),
    "en": re.compile(
        rf"^(?: [\w'-]+){{0,5}}? {_AUXILIARY_EN}\b|^ (?!(?:else|not|exactly|only)\b)(?:\w+ )?[\w-]+ (?:you|"
        rf"your|they|"
        r"their|them)\b(?! (?:and|or)\b)"
    ),
}
"""A verb of its own after the question word; without one, it only asks more of the same: and why there?"""

_AGAIN = {
    "cs": re.compile(
        r"\w[^?]*\w,? a (?:(?:jste|mate|vite|znate|chcete|muzete|je|jsou|byl[aoiy]?|bylo|libi|vyhovuje|"
        r"pomohl[aoiy]?) |\w{3,}(?:al|il|el|ul|yl)[aoiy]? (?:jste|vam|vas|byste|se (?:vam )?|to|nekdo)\b)"
    ),
    "en": re.compile(
        rf"\w[^?]*\w,? and {_AUXILIARY_EN}(?:n't)? (?:you|it|they|there|he|she|the|this|that|these|anyone|"
        rf"your)\b"
    ),
}
"""A question for yes or no after another question."""

_TWICE_CLOSED = {
    "cs": re.compile(
        rf"^{_BEFORE_CS}{_WORD_CS} [^?,]*, a (?:jste|mate|vite|znate|chcete|muzete|doporuc\w+|libi)\b"
    ),
    "en": re.compile(
        rf"^{_BEFORE_EN}{_WORD_EN} [^?,]*, and (?:do|did|would|will|are|were|have|had|can|could) you\b"
    ),
}
"""A question for yes or no after one for something else, set off by a comma."""

_ASKS_CLOSED = {
    "cs": re.compile(
        r"^(?:a |ale )?(?:(?:uz|take|jeste|nekdy) )?(?:jste|mate|vite|znate|chcete|je|jsou|byl\w*|bude\w*|"
        r"\w{3,}(?:te|li|la|lo)|chodi|jezdi|libi|ma|maji)\b"
    ),
    "en": re.compile(rf"^(?:and |but )?{_AUXILIARY_EN} "),
}
_EITHER = re.compile(r",? (?:nebo|ci|or)\b")
_INTRODUCED = re.compile(
    r"^(?:if|when|since|in|at|on|during|after|before|pokud|kdyz|jestlize|pri|po|v|ve|na)\b[^,?]*, "
)
_ASKED_IN_PART = {
    "cs": re.compile(rf", {_BEFORE_CS}{_WORD_CS}\b|\b(?:zda|jestli)\b|, (?:nez|az|kdyz|pokud|ze|aby)\b"),
    "en": re.compile(rf"(?<=\w )(?:{_WORD_EN}|if|that)\b"),
}
"""A question word inside the first question: what follows goes on from there."""


def asks_twice(text: str, core: str, family: str, *, is_open: bool) -> bool:
    """Whether a folded text is two questions; `core` is what asks, without pairs and clauses of condition.

    An open question may ask for more of the same (and why? and what not?); a closed one has one answer.
    """
    if IF_SO[family].search(text) or REQUESTS[family].match(text):
        return True
    asking = _INTRODUCED.sub("", _last_sentence(text if is_open else core))
    if not STARTS[family].match(asking) and "?" not in asking:
        return False
    if _TWICE_CLOSED[family].match(asking):
        return True
    return any(
        _is_another(asking, found, family, is_open=is_open) for found in JOINED[family].finditer(asking)
    ) or (is_open and _is_asked_again(asking, family))


def _last_sentence(text: str) -> str:
    return re.split(r"(?<=[.!:])\s+", text.strip())[-1]


def _is_another(asking: str, found: re.Match[str], family: str, *, is_open: bool) -> bool:
    """Whether what is joined by a question word is a second question."""
    before = asking[: found.start()]
    begins = STARTS[family].match(before)
    if begins is None and not _ASKS_CLOSED[family].match(before):
        return not is_open and not _ASKED_IN_PART[family].search(before)
    if _ASKED_IN_PART[family].search(before, begins.end() if begins else 0):
        return False
    if begins is None or not is_open:
        return True
    if begins.group() == before:  # when and where
        return False
    goes_on = begins["word"] == found["word"] or _EITHER.match(found.group())
    return not goes_on and bool(_CLAUSE[family].search(found["rest"]))


def _is_asked_again(asking: str, family: str) -> bool:
    found = _AGAIN[family].match(asking)
    if found is None or not (STARTS[family].match(asking) or _ASKS_CLOSED[family].match(asking)):
        return False
    begins = STARTS[family].match(asking)
    return not _ASKED_IN_PART[family].search(found.group(), begins.end() if begins else 0)
