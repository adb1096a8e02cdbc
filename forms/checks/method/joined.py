"""What stands on both sides of "and": one notion, or two things to be judged apart.

Reads folded words around the conjunction. Two clauses, two deeds, and two words that `aspects` knows for
different things are two. Where one mark is given to both, whatever else is joined is two as well, unless
`one_thing` knows it for one; elsewhere we say nothing of words that we do not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from forms.checks.method.aspects import are_one_notion, is_thing, is_trait
from forms.checks.method.one_thing import are_of_one_field

AND = {
    "cs": re.compile(
        r",? (?P<strong>(?:a zaroven|jakoz i|a take|a rovnez|a soucasne|spolu s|vcetne je(?:ho|ji|jich)|"
        r"ale i|ale take|stejne jako(?! (?:vetsin|ostatn|vsichni|loni|drive|minul|v ))) |a/nebo )|"
        r"(?<!,) (?:a|i) (?!tedy\b|to\b|proto\b|presto\b|tak\b|podobne\b)|"
        r", a (?=(?:\w+ ){0,2}(?:se|si|je|jsou|ma|maji)\b)(?!proto\b|to\b|presto\b|tak\b)|"
        r", a (?=\w+(?:al|il|el|ul|yl)[aoiy]? (?:vam|vas|ti|te|mi|me|nam)\b)|, a proto (?P<therefore>)| & "
    ),
    "en": re.compile(
        r",? (?P<strong>(?:as well as|along with|together with|and also|but also|plus|and at the same "
        r"time) )|"
        r",? (?:and|&) (?!then\b|so on\b)(?P<therefore>therefore |so )?|(?P<slash>and/or )"
    ),
}
"""Named groups join two things whatever they are."""

TWICE = {
    "cs": re.compile(r"(se?|za?|ze|na|pro|o|u|vase|vas|nase|nas) (?=\w)"),
    "en": re.compile(r"(with|the|your|our|its|their|for|about|a|an) (?=\w)"),
}
"""Small words that people repeat before the second of two things, not within one notion."""

CHANGE = {
    "cs": re.compile(
        r"(?:vice|mene|nov[eyaou]\w*|vyssi|nizsi|delsi|kratsi|levnejsi|sirsi|rychlejsi|pomalejsi|"
        r"(?:zdraz|zlevn|zrus|zaved|prodlouz|zkrac|rozsir|omez|sniz|zvys|zvets|zmens|povol|zastav|zateplen|"
        r"presun|oddelen|uzavren|otevren)\w*[nt]i|vystavb\w+|stavb\w+|zakaz\w*|oprav\w+|nakup\w*|prodej\w*) "
    ),
    "en": re.compile(
        r"(?:a )?(?:more|fewer|less|higher|lower|longer|shorter|new|bigger|smaller|cheaper|wider|faster|"
        r"slower) "
    ),
}
"""Another change that is proposed."""

_NOUNS_LIKE_VERBS_CS = (
    r"skol\w+|jidl\w+|divadl\w+|pravidl\w+|vozidl\w+|letadl\w+|sidl\w+|kol[aoy]?|mesidl\w+|cidl\w+|sil[ay]|"
    r"chvil\w+|posil\w+|mobil\w+|auto\w+|titul\w*|uhli|sdel\w+|cel[aoiy]|mal[aoiy]|byval\w+|dospel\w+|"
    r"zral\w+|dal[aoi]?|stal[aoiy]|okol\w*|cil\w*|podil\w*|zel\w*|bil\w*|teplo|svetlo|rychlo|umel[aoiy]|"
    r"mil[aoiy]|hotel\w*|model\w*|web\w*|popel\w*|tabul\w*|ved\w*l\w*|vedl\w+|zavil\w*|vrel\w*|kapl\w*|"
    r"dil[aou]|jaslic\w*|svetl[aoy]|tepl[aoy]|rychl[aoy]|kysel\w*|jedl\w*|umyval\w*"
)
_SOMEBODY_DOES = {
    "cs": re.compile(
        rf"^(?!(?:{_NOUNS_LIKE_VERBS_CS})$)(?:ma|maji|je|jsou|muze|mohou|umi|vi|vedi|chodi|jezdi|drzi|"
        rf"resi|plati|"
        r"cit(?:i|im|ime)|vidi|slysi|mluvi|nabizi|prichazi|vari|pusobi|patri|dari|dela|dava|zna|voli|udrzi|"
        r"stoji|pujci|uci|vyda|usetri|zlepsi|zvysi|snizi|zrusi|omezi|zavede|postavi|prida|ubere|rozsiri|"
        r"zkrati|prodlouzi|\w{3,}aji|\w{2,}uji?|\w{2,}uje|\w{2,}ujeme|\w{2,}ujete|"
        r"\w{3,}(?:al|il|el|ul|yl|ol)(?:a|o|i|y)|\w{3,}(?:nout|ovat|avat|ivat|yvat|sit|zit|lit|dit|nit|rit|"
        r"vit|cit|stit)|\w{3,}ate|\w{3,}ite)$"
    ),
    "en": re.compile(
        r"^(?:is|are|was|were|has|have|had|does|do|did|can|could|will|would|should|feels?|felt|takes?|took|"
        r"gives?|gave|given|explain(?:s|ed)?|answer(?:s|ed)?|listen(?:s|ed)?|respond(?:s|ed)?|"
        r"treat(?:s|ed)?|makes?|made|keeps?|kept|tells?|told|knows?|knew|understands?|understood|gets?|got|"
        r"comes?|came|goes|went|runs?|ran|arrives?|arrived|stays?|stayed|speaks?|spoke|drive|says?|said|"
        r"sends?|sent|meets?|met|drives?|drove|works?|worked|helps?|helped|offers?|offered|provides?|"
        r"provided|received?|receives|cares?|cared|shows?|showed|reduces?|increases?|improves?|builds?|"
        r"closes?|cuts?|raises?|lowers?|bans?|removes?|stops?|starts?|opens?|requires?|restricts?|expands?|"
        r"renovates?|replaces?|installs?|widens?|demolish(?:es)?|subsidi[sz]es?|organi[sz]es?|enforces?|"
        r"merges?|reopens?|rebuilds?|relocates?|publish(?:es)?|employs?|dealt|introduces?|extends?|adds?|"
        r"creates?|buys?|sells?|plants?|hires?|moves?|changes?|charges?|charged|donated?|pays|charges|keeps|"
        r"lets|asks?|asked|calls?|called|writes?|wrote|checks|checked|replies|replied|cleans|cooks|brings?|"
        r"brought|fixes|fixed|solves?|solved|teaches|taught|protects?|supports|encourages|invites|informs?|"
        r"informed|apologi[sz]ed|returns?|returned|finish(?:es|ed)|turns|joined?|paid|pay|cancel(?:s|led)?|"
        r"book(?:s|ed)?|reports?|reported|visit(?:s|ed)?|attend(?:s|ed)?|shown|taken|invited|introduced|"
        r"recommend(?:s|ed)?|trusts?|respects?|enjoys?|enjoyed|learn(?:s|ed|t)?|agreed?|spends?|spent|"
        r"saves?|leaves?|left|find|finds|found|cost|costs|allows?|well|easily|quickly|safely|properly)$"
    ),
}
_NOT_A_DEED_EN = re.compile(
    r"^(?:work|works|help|cares?|visits?|reports?|changes?|plants?|costs?|cuts?|charges?|book|books|"
    r"leaves|supports|drives?)$"
)
"""Nouns as often as verbs: deeds only where a deed is named before."""


_SMALL = {
    "cs": re.compile(
        r"^(?:do|jeho|jeji|jejich|k|ke|na|nas|nase|nasi|o|od|po|pri|pro|s|u|v|vas|vase|vasi|ve|z|za|ze)$"
    ),
    "en": re.compile(
        r"^(?:a|an|any|at|for|her|his|how|in|its|of|on|our|some|that|the|their|this|to|with|your)$"
    ),
}
"""Words before what is meant."""

_CLAUSE_EN = {"are", "had", "has", "have", "is", "was", "were"}
_CLAUSE_CS = {"je", "jsou", "ma", "maji", "mohou", "muze", "se", "si"}
_DOES_IT = {
    "cs": re.compile(
        r"^(?:nestavet|nezavirat|nezvysovat|neprodavat|nepovolovat|nerusit|nekupovat) |"
        r"^\w{3,}[iae] (?:vam|vas|mi|me|nam)\b|^\w+(?:al|il|el|ul|yl)[aoiy]? (?:vam|vas|se|si|ho|mi|me)\b|"
        r"^\w{3,}(?:ete|ite) (?:na|v|ve|se|si|tam|tu|to|ho|ji|je|k|do) "
    ),
    "en": re.compile(
        r"^(?:\w{3,}ed|sorted|sold|held|ran) (?:my|me|us|our|it|them|him|her|everything|all)\b|"
        r"^(?:i|he|she|they|we) \w+|^without \w+|^not (?:build|close|open|raise|cut|buy|sell|spend|waste|"
        r"allow|ban) "
    ),
}
"""Somebody did something to somebody, or another sentence begins."""

_ANOTHER_PHRASE = re.compile(
    r"^(?:you|we|they|he|she|i|near|by|from|during|while|when|where|who|which|as|into|between|after|before|"
    r"over|per|offered|provided|given|mezi|u|pod|nad|pred|behem|podle|kter\w+|ktere|jez|jenz)$"
)
"""Begins another phrase after the thing that is joined."""

NEAR = 4
"""So many words before the conjunction may hold what is joined."""


class Side(NamedTuple):
    """Words next to the conjunction, the nearest first; small words after it are left out.

    `thing` are those of the later that come before the next small word: "drinks" of "drinks in the hall".
    """

    former: list[str]
    later: list[str]
    thing: list[str]
    is_named: bool
    """Whether a small word stood right after it: and the staff …"""


_STOP = re.compile(r"[,:;.?!()]")


def two_things(core: str, family: str, *, is_marked: bool = False, is_row: bool = False) -> str:
    """The words joined where they are two things; "" where they are one, or nobody can tell.

    `is_marked` where one mark is given to all that is asked about, `is_row` where that is a row of a battery.
    """
    for found in AND[family].finditer(core):
        if core[: found.start()].endswith(("/a", "(a)")):  # "vstal/a a protáhl/a se" is one habit
            continue
        before = re.split(_STOP, core[: found.start()])[-1]
        after = re.split(_STOP, core[found.end() :])[0]
        side = _side(before, after, family)
        if not side.former or not side.later or _SMALL[family].match(side.former[0]):
            continue
        is_said = any(value is not None for value in found.groupdict().values())
        is_change = CHANGE[family].match(after)
        if (
            is_said
            or is_change
            or _is_said_twice(before, after, family)
            or _DOES_IT[family].match(after)
            or _is_second_clause(side, family)
            or _is_second_thing(side, family)
            or (
                is_marked
                and not _is_done_to_both(before, side, family)
                and _is_unlike(side, found.group(), family, is_row=is_row)
            )
        ):
            return f"{side.former[0]}{found.group()}{side.later[0]}"
    return ""


def _side(before: str, after: str, family: str) -> Side:
    words = _words(after)
    is_small = [bool(_SMALL[family].match(word) or _ANOTHER_PHRASE.match(word)) for word in words]
    start = next((number for number, small in enumerate(is_small) if not small), len(words))
    end = next((number for number in range(start, len(words)) if is_small[number]), len(words))
    later = [word for word in words if not _SMALL[family].match(word)]
    return Side(_words(before)[::-1], later, words[start:end], is_named=words[:1] != later[:1])


def _is_said_twice(before: str, after: str, family: str) -> bool:
    """Whether a small word is repeated, as people do for two things: with the rent and with the repairs."""
    again = TWICE[family].match(after)
    if again is None:
        return False
    farthest = 5 if again[1] in ("with", "s", "se") else 2
    return bool(re.search(rf"\b{again[1]} (?:[\w'-]+ ){{0,{farthest}}}[\w'-]+$", before))


def _words(text: str) -> list[str]:
    return re.findall(r"[\w'-]+", text)


def _is_second_clause(side: Side, family: str) -> bool:
    """Whether somebody does something else after the conjunction."""
    does = _SOMEBODY_DOES[family]
    first = side.later[0]
    if are_one_notion(side.former[0], first) or are_of_one_field(side.former[0], first, family):
        return False
    if family == "cs":
        if re.match(r"ne(?!j|c|kd|bo)\w{3,}l[aoiy]?$", first):  # "needed, and did not get"
            return False
        asks = not side.is_named and re.match(
            r"(?!dite$|deti$|ctete$)\w{2,}(?:ete|ite|ate)$|pomohl[aoiy]?$", first
        )
        return bool(does.match(first) or asks) or any(word in _CLAUSE_CS for word in side.later[:3])
    if not does.match(first):
        second = "".join(side.later[1:2])
        acts = side.is_named and does.match(second) and not _NOT_A_DEED_EN.match(second)
        if first == "not" or first.isdigit():
            return False
        if second in _CLAUSE_EN or acts:
            return True
        return _is_gerund(first) and any(word.endswith("ing") for word in side.former)
    return not _NOT_A_DEED_EN.match(first) or any(map(does.match, side.former))


def _is_gerund(word: str) -> bool:
    return len(word) > 5 and word.endswith("ing") and not is_thing(word, "en")


def _is_second_thing(side: Side, family: str) -> bool:
    """Whether what is known on both sides is known for different things, or different traits."""
    if family == "cs" and side.later[0] == "bez" and is_trait(side.former[0], family):
        return True
    return any(_are_different(side, family, is_known) for is_known in (is_thing, is_trait))


_TEAM_EN = re.compile(
    r"^(?:compan(?:y|ies)|providers?|suppliers?|courses?|class(?:es)?|sessions?|therap(?:y|ists?)|"
    r"department|committee|ministry|cent(?:re|er)|teams?|act|schemes?|group|board|commission|foundation|"
    r"trust|festival|club|desk|unit|plan|form|agreement|policy|policies|procedures?|section|office|"
    r"partnership|association)$"
)
"""Bodies and papers that are named by two words: the parks and gardens team."""

_UNDER_ONE_HEAD = {
    "cs": re.compile(
        r"\b(?:nabid\w+|vyber\w*|oprav\w*|udrzb\w+|svoz\w*|sber\w*|prodej\w*|pujcov\w+|zapujc\w+|dodav\w+|"
        r"odstran\w+|uklid\w*|vymen\w*|(?:pec[ei]|peci|informac\w+|zprav\w*) o|"
        r"(?:pomoc\w*|podpor\w+) (?:s|se|pri)) (?:\w+ )?\w+$"
    ),
    "en": re.compile(
        r"\b(?:collection|supply|offer|choice|range|selection|repair|removal|clearing|sale|loan|rental|hire|"
        r"delivery|stock|disposal|replacement|maintenance|information|advice|news|help|support|assistance|"
        r"lessons?|courses?|classes|number|division|mix) (?:of|about|on|for|with|in) (?:\w+ )?[\w-]+$"
    ),
}
"""What is judged is the one thing that is done to both: the collection of paper and cardboard."""

_GOES_ON = {
    "cs": re.compile(
        r"^(?:jak|jake|dalsi\w*|jin\w+|podobn\w+|ostatn\w+|vice|mene|starsi|mladsi|pul|ne|nikoli\w*|jeste|uz|"
        r"pristi|loni|letos|dale|zpet|priste|nyni|jinde|jinam|\d+)$"
    ),
    "en": re.compile(
        r"^(?:other|others|similar|related|not|never|nothing|no|all|more|less|half|\d+|whether|older|"
        r"younger|over|under|above|below|around|beyond|cannot|elsewhere|same|so)$"
    ),
}
"""What follows "and" without being a second thing: and others, and not, and older."""


_SHOP = {
    "cs": re.compile(r"^(?:obchod|obchodem|prodejna|prodejnou|pokladna|pokladnou|satna|satnou)$"),
    "en": re.compile(r"^(?:shop|store|cloakroom|ticket office|box office)$"),
}
_PLACE_TO_EAT = {
    "cs": re.compile(r"^(?:kavarn|restaurac|bufet|jideln|bistr)\w*$"),
    "en": re.compile(r"^(?:cafe|restaurant|canteen|bar|bistro|tearoom)$"),
}
"""One shop and one place to eat are two; shops and restaurants of a street are what it offers."""

_MANY = {"cs": re.compile(r"[eiy]$"), "en": re.compile(r"[^s]s$")}
"""Plurals: rows of a battery name equipment by two of them, as "towels and sheets"."""


def _is_done_to_both(before: str, side: Side, family: str) -> bool:
    alone = len(side.thing) == len(side.later) or side.later[len(side.thing) :][:1] != ["of"]
    return alone and not side.is_named and bool(_UNDER_ONE_HEAD[family].search(before.strip()))


def _is_unlike(side: Side, joint: str, family: str, *, is_row: bool) -> bool:
    """Whether nothing is known that would make one of two things that get one mark."""
    former, later = side.former, side.later
    if _SHOP[family].match(former[0]) and _PLACE_TO_EAT[family].match(later[0]):
        return len(side.thing) == 1
    if _GOES_ON[family].match(later[0]) or former[0].isdigit():
        return False
    if joint == " i " and (former[0][-1] != later[0][-1] or side.is_named):  # "also", not "and"
        return False
    if is_row and _MANY[family].search(former[0]) and _MANY[family].search(later[0]):
        return False
    if family == "en" and len(later) > 1 and _TEAM_EN.match(later[1]) and not side.is_named:
        return False
    near = [(former[0], word) for word in later[:2]] + [(word, later[0]) for word in former[1:2]]
    return not any(are_one_notion(*pair) or are_of_one_field(*pair, family) for pair in near)


def _are_different(side: Side, family: str, is_known: Callable[[str, str], bool]) -> bool:
    former = next((word for word in side.former[:NEAR] if is_known(word, family)), None)
    later = [word for word in side.thing[:2] if is_known(word, family)]
    if former is None:
        return False
    if are_one_notion(side.former[0], side.later[0]) or are_of_one_field(
        side.former[0], side.later[0], family
    ):
        later = later[1:]
    return any(not are_one_notion(former, word) for word in later)
