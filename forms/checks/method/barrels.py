"""Double-barrelled questions: two things asked, one answer to give.

Judges questions that one answer settles: scales, yes or no, "how often". Where one mark is given, two words
joined by "and" are two things, but for fixed pairs, like things, brackets, two sides and the respondent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.checks.method.aspects import are_one_notion, is_thing
from forms.checks.method.deeds import two_deeds
from forms.checks.method.joined import two_things
from forms.checks.method.one_thing import are_of_one_field
from forms.checks.method.other_joints import claim_with_reason, marked_twice, option_of_two
from forms.checks.method.reading import Fault, Question, folded
from forms.checks.method.scales import is_scale
from forms.checks.method.set_phrases import core_of, without_alternatives, without_pairs
from forms.checks.method.two_questions import ANYTHING, STARTS, asks_twice
from forms.definition.questionnaire import ItemType

ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]|„[^“”]*[“”]|“[^”]*”|\"[^\"]*\"|«[^»]*»| [–-] [^?–]*(?: [–-] )")
DEPENDENT = {
    "cs": re.compile(
        r"\b(?:tim|tom|to|vam|vas|vite|vis|jasne|jiste|zrejme|umite|dokazete|\w+[ea]no), (?:jak\w*|kde|"
        r"kdy|proc|kolik\w*|kdo|co|kter\w+|kam)\b[^?]* (?:a|nebo|ci) (?:v |na |s |za |od |do |o )?"
        r"(?:jak\w*|kde|kdy|proc|kolik\w*|kdo|co|kter\w+|kam|zda)\b"
    ),
    "en": re.compile(
        r"\b(?:with|of|about|told|know|knew|explain\w*|understand|clear|remember|say|see|shown|informed|"
        r"decide|judge|rate) (?:you )?(?:how|what|when|where|which|who|whom|why)\b[^?]*\b(?:and|or) (?:how|"
        r"what|when|where|which|who|whom|why|whether)\b(?=\W*\w)"
    ),
}
"""Two questions that depend on one and the same verb: were you told how to … and when to …"""

TWO_ASKED_OPENLY = {
    "cs": re.compile(
        r"^co (?:se )?[^,?]*\w a co (?=\w+ \w)|^co si myslite o (?:\w+ ){1,3}?a (?:o )?\w+|"
        r"^jaky je vas nazor na (?:\w+ ){1,3}?a (?:na )?\w+"
    ),
    "en": re.compile(
        r"^what (?:do|did|does|is|was|were) [^,?]*\w and what (?=\w+ \w)|"
        r"^(?:what do you think (?:of|about)|what is your opinion (?:of|on)|how do you feel about) the "
        r"(?:\w+ ){1,3}?and the \w+"
    ),
}
"""In one's own words people can answer two things; they seldom do."""

TOO_OPEN = {
    "cs": re.compile(r"\b(?:kter[yae]\w*|kdo|komu|kde|kam|odkud|co|cim|proc|kolik\w*)\b"),
    "en": re.compile(r"\b(?:which|who|whom|where|what|why|how many|how much)\b"),
}
DEEDS = {
    "cs": re.compile(
        r"\bmel[aoiy]? by\b.*?\b\w{3,}(?:ovat|[aiy]vat|[ie]t|nout)\b[^?]*?(\w+,? (?:nebo|ci|anebo) (?:\w+ )??"
        r"\w{3,}(?:ovat|[aiy]vat|it|nout|et(?= \w)))\b"
    ),
    "en": re.compile(
        r"\bshould\b[^?]*?(\w+,? or (?!from|with|near|into|under|over|without|within|around|both|all|for|"
        r"the|more|half)\w{3,} (?:the|a|an|its|their|our|more|new|fewer|less)|"
        r"\w+,? or (?!being|going)\w{3,}ing (?!centre)\w+)\b"
    ),
}
"""Two deeds that somebody should do; yes would mean either, or both."""

MADE_TWO = {
    "cs": re.compile(
        r"^(?:(?:mel[aoiy]? by|by mel[aoiy]?|ma|maji) )[^?]*?\b(?P<one>\w{4,}(?:en|"
        r"an)[yaei])(?: \w+)? a (?:\w+ )?(?P<two>\w{4,}(?:en|an)[yaei])\b"
    ),
    "en": re.compile(
        r"^should [^?]*?\bbe (?P<one>\w{3,}ed|kept|built|made|put|sold|held|given|taken)(?: \w+){0,3} and "
        r"(?P<two>\w{3,}ed)\b"
    ),
}
"""Two things that should be done to one: made dearer and watched by cameras."""

EITHER_RATED = re.compile(
    r"\b(?P<small>s|se|na|o|za|pro|with|the|your) (?:\w+ )?\w+(?: \w+)?,? (?:nebo|ci|or) (?P=small) "
    r"(?:\w+ )?\w+"
)
"""One mark for either of two: with the fares or with the drivers."""

THINGS_OR = re.compile(
    r"\b(?P<former>\w+),? (?:nebo|ci|or) (?:(?:the|our|your|its|jeho|jeji|jejich) )?(?P<later>\w+)(?: "
    r"(?P<next>\w+))?"
)
"""One mark for either of two things: the building or the teachers' manner."""

FEELING = re.compile(
    r"^(?:i|we) (?:always |usually )?(?:feel|felt|am|are|was|were) (?!able\b)(?!.*\b(?:can|could|if|when|"
    r"know|contact|asked)\b)[^?]*\b(?P<two>(?:at|in|on|by|during) (?:the|my|our) \w+(?: \w+)? or (?:at|in|"
    r"on|by|during) (?:the|my|our) \w+)|^(?:citim|citime) se [^?]*\b(?P<dva>(?:v|ve|na|u|"
    r"behem) (?:\w+ )?\w+ (?:nebo|ci) (?:v|ve|na|u|po|behem|cestou) \w+)"
)
"""How one feels in two places."""

SAFE_IN_TWO = re.compile(
    r"\bfeel (?:\w+ ){0,2}?safe (?:at|in|on|by) (?:the |your )?\w+(?: \w+)? and (?:at|in|on|by|"
    r"after) (?:the |your )?\w+|"
    r"\bbezpecne (?:doma|(?:v|ve|na|u) (?:\w+ )?\w+) (?:a|i) (?:doma|(?:v|ve|na|u|po) (?:\w+ )?\w+)"
)
"""Safe in two places at once."""

SOMEBODY = re.compile(
    r"^(?:nurse|doctor|dentist|carer|teacher|trainer|driver|officer|coach|receptionist|manager|lekar|sestr|"
    r"ucitel|ridic|urednic|urednik|pecovatel|trener|vedouc|instruktor|vychovatel)\w*$"
)
"""One met one of them, the nurse or the carer."""

SEEN_ONE = re.compile(r"\b(?:who|whom|that|you|kter\w+)\b")
"""The nurse or carer who came was one of them."""

WHOEVER = re.compile(r"\b(?:jin\w+|dals\w+|nekter\w+|nek\w+|podobn\w+|other|another|similar|any|some\w*)\b")

VERBS_JOINED = re.compile(r"\b\w{3,}te (?:\w+ ){0,3}a (?:\w+ ){0,2}\w{3,}te\b")
REASONED = {
    "cs": re.compile(
        r"^(?!.*\b(?:jste|poslednich|nekdy|stava|stalo)\b)[^?]*, ((?:protoze|jelikoz)\b[^?]*)\?"
    ),
    "en": re.compile(
        r"^(?:do you (?:think|agree|believe|support|oppose|favou?r|feel|want|\w+ (?:less|more))|should|is|"
        r"are)\b(?!.*\b(?:ever|last|past)\b)[^?]*\b(because (?!of\b)[^?]*)\?"
    ),
}
"""What people have gone through for a reason is one event; what they think, and why, is two."""

NAMES = re.compile(r"(?<=\w )[A-Z]\w+ (?:and|&) [A-Z]\w+")
EACH_IS_OFFERED = re.compile(
    r"^(?:(?:yes|no), )?(?:both|neither|one)(?: of (?:them|these|the two))?$|^\w+(?: \w+)? only$|^only \w+"
)
"""Answers that tell the two apart."""

AGREES = re.compile(r"\b(?:ne)?souhlasim\b|\b(?:dis)?agree\b")
ONE_ANSWER = {ItemType.YES_NO, ItemType.RATING, ItemType.RATING_BATTERY, ItemType.SINGLE_CHOICE}
JUDGING = re.compile(
    r"\b(?:spokojen\w*|hodnot\w+|souhlas\w*|vyhovuj\w*|dulezit\w*|povazuj\w*|myslite|libi|duver\w*|"
    r"satisf\w*|rate|agree|important|think|easy|good|well|trust|helpful|useful)\b"
)
IN_OWN_WORDS = (ItemType.OPEN_ENDED, ItemType.SHORT_TEXT)


def faults(question: Question) -> Iterator[Fault]:
    """Whether the question asks two things at once, or is two questions."""
    asking = [sentence for sentence in question.sentences if "?" in sentence]
    bare = ASIDE.sub("", folded(NAMES.sub("XX", question.text)))
    if question.type in IN_OWN_WORDS and ANYTHING[question.family].match(bare):
        return
    if bare.count("?") > 1 and not question.easy:
        yield Fault("two_questions", question.text)
        return
    if question.type in (ItemType.INFORMATION, ItemType.CONSENT):
        return
    last = core_of(bare, question.family, is_question=bool(asking))
    if question.type is ItemType.OPEN_ENDED:
        yield from _asked_openly(question, bare, last)
        return
    if depends := DEPENDENT[question.family].search(without_pairs(bare, question.family)):
        yield Fault("double_barrelled", depends.group())
        return
    if asks_twice(question.folded, last, question.family, is_open=False):
        yield Fault("two_questions", question.text)
        return
    words = _joined(question, last) or _otherwise_joined(question, bare) or _with_its_reason(question)
    if words:
        yield Fault("double_barrelled", words)
    elif option := option_of_two(bare, question.points, question.family):
        yield Fault("double_barrelled", option, "options")


def _asked_openly(question: Question, bare: str, last: str) -> Iterator[Fault]:
    if found := TWO_ASKED_OPENLY[question.family].search(bare):
        yield Fault("double_barrelled", found.group())
    if asks_twice(question.folded, last, question.family, is_open=True):
        yield Fault("two_questions", question.text)


def _otherwise_joined(question: Question, bare: str) -> str:
    """Two things that get one mark, joined by other means than "and"."""
    if not is_scale(question) and not (question.is_yes_no and JUDGING.search(bare)):
        return ""
    core = without_alternatives(bare, question.family)
    agrees = any(AGREES.search(label) for label in question.labels)
    return marked_twice(core, question.family, is_row=question.is_row) or (
        claim_with_reason(core, question.family) if agrees else ""
    )


def _with_its_reason(question: Question) -> str:
    """A judgement with a reason: who agrees with one only cannot answer."""
    found = REASONED[question.family].search(question.folded)
    return found[1] if found and question.is_yes_no else ""


def _asks_whether(question: Question, core: str) -> bool:
    """Whether the answer is yes or no, in whatever words."""
    return question.is_yes_no or ("?" in core and not STARTS[question.family].search(core))


def _either_rated(core: str, family: str) -> str:
    """Two different things of which one mark is to be given to either."""
    if felt := FEELING.search(core):
        return felt["two"] or felt["dva"]
    found = EITHER_RATED.search(core)
    if not found:
        return _either_thing(core, family)
    sides = [
        [word for word in re.findall(r"\w+", part) if is_thing(word, family)]
        for part in _halves(found.group())
    ]
    different = any(not are_one_notion(one, other) for one in sides[0] for other in sides[1])
    if not all(sides):
        former, later = (part.split()[-1] for part in _halves(found.group()))
        different = not are_of_one_field(former, later, family) and not WHOEVER.search(found.group())
    return found.group() if different else ""


def _either_thing(core: str, family: str) -> str:
    """Two things known for different ones, right beside "or"."""
    found = THINGS_OR.search(core)
    if found is None or SEEN_ONE.search(core[found.end("later") :]):
        return ""
    former, later = found["former"], found["later"]
    both = is_thing(former, family) and is_thing(later, family) and not SOMEBODY.match(former)
    alike = are_one_notion(former, later) or are_of_one_field(former, later, family)
    return "" if alike or not both else f"{former} / {later}"


def _halves(joined: str) -> list[str]:
    return re.split(r",? (?:nebo|ci|or) ", joined, maxsplit=1)


def _joined(question: Question, core: str) -> str:
    """The words joined, or "" where the question is not to be settled by one answer."""
    if sum(map(bool, map(EACH_IS_OFFERED.match, question.labels))) > 1:
        return ""
    if question.type not in ONE_ANSWER:
        both = VERBS_JOINED.search(core) if question.type is ItemType.NUMBER else None
        return both.group() if both else ""
    judged = is_scale(question) or question.is_row or bool(JUDGING.search(core))
    settled = judged or _asks_whether(question, core) or bool(re.match(r"jak casto|how often", core))
    if not settled or (not judged and TOO_OPEN[question.family].search(core)):
        return ""
    is_marked = is_scale(question) or (question.is_yes_no and bool(JUDGING.search(core)))
    if words := two_things(core, question.family, is_marked=is_marked, is_row=question.is_row) or (
        _either_rated(core, question.family) if judged else ""
    ):
        return words
    if safe := SAFE_IN_TWO.search(core):
        return safe.group()
    if not question.is_yes_no:
        return ""
    if (made := MADE_TWO[question.family].search(core)) and not are_of_one_field(
        made["one"], made["two"], question.family
    ):
        return f"{made['one']} / {made['two']}"
    deeds = DEEDS[question.family].search(core)
    return deeds[1] if deeds else two_deeds(core) if question.family == "en" else ""
