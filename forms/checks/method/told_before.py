"""What is told before a question and tells people what to think: praise, blame, a majority, what others do.

Reads folded sentences that are followed by a question in the same item, and a clause with "because" or
"since" that begins it. Plain facts ("The library opens at nine.") and both sides of a matter ("Some prefer
quiet, others do not mind noise.") hint at nothing. It does not know whether what is told is true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_PEOPLE_CS = (
    r"(?:obyvatel|obcan|lid|rodic|soused|navstevni|najemni|ridic|senior|zak|student|zamestnan|uzivatel|"
    r"klient|pacient|cestujic|dotazan|respondent|domacnost|vas|nas|z nas|mladych|podnikatel|mest[aey]?|obci|"
    r"obce|clen|volic|ctenar|matek|maminek|chodc|cyklist|ucitel|vlastni)\w*"
)
_PEOPLE_EN = (
    r"(?:people|residents|citizens|parents|neighbou?rs|visitors|tenants|drivers|seniors|pensioners|pupils|"
    r"students|employees|users|clients|patients|passengers|respondents|households|families|us|you|"
    r"young people|towns|cities|villages|municipalities|members|voters|readers|mothers|pedestrians|cyclists|"
    r"teachers|owners|customers|shopkeepers|taxpayers|locals|homeowners|workers|colleagues|others|experts|"
    r"councils|councillors)"
)
_SHARE_CS = (
    r"(?:(?:drtiva |velka |naprosta )?vetsin[ay]|(?:dve|tri) (?:tretiny|ctvrtiny|petiny)|"
    r"(?:pres|vic nez|vice nez) (?:polovina|tretina)|mnoh[oay]|mnozi|rada|spousta|stovky|tisice|stale vice|"
    r"cim dal vic\w*|(?:\w+|\d+) (?:z|ze) (?:deseti|peti|sta|ctyr)|\d+ (?:%|procent\w*))"
)
_SHARE_EN = (
    r"(?:most|(?:the |a |an )?(?:vast |large |great |overwhelming |clear )?majority of|"
    r"(?:two|three)[- ](?:thirds|quarters|fifths) of|(?:over|more than) (?:half|a third) (?:of)?|many|"
    r"hundreds of|thousands of|more and more|almost all|nearly all|\w+ (?:out of|in) (?:ten|five|four|"
    r"a hundred|\d+)|\d+ ?(?:%|per cent|percent) of)"
)
MAJORITY = {
    "cs": re.compile(
        rf"\b{_SHARE_CS} (?:\w+ ){{0,2}}?{_PEOPLE_CS}|^(?:mnozi|nekteri|lide|obyvatele|obcane|sousede|"
        rf"rodice) (?:si "
        r"|se |uz |na |casto |opakovane )*(?:stezuj|mysl|rikaj|tvrd|zad|chteji|volaj|vadi|prej)\w*|"
        rf"\b(?:devet|osm|sedm|\d+) z (?:deseti|\d+) {_PEOPLE_CS}"
    ),
    "en": re.compile(
        rf"\b{_SHARE_EN} (?:of )?(?:\w+ ){{0,2}}?{_PEOPLE_EN}\b|^(?:residents|people|parents|neighbou?rs|"
        rf"tenants) "
        r"(?:have )?(?:often |also |long |repeatedly )*(?:complain|say|claim|demand|want|call|ask|think|"
        r"believe)\w*"
    ),
}
"""What many think or do, before we ask what this one does."""

OTHERS_DO = {
    "cs": re.compile(
        r"^(?:v )?(?:okolni\w*|sousedni\w*|jin[aey]\w*|dalsi\w*|ostatni\w*|vsech(?:na|ny)|mnoh[aey]\w*|"
        r"rad[ae]) (?:\w+ ){0,2}?(?:mest\w*|obc\w*|zem\w*|stat\w*|kraj\w*|skol\w*)\b|\bvsude (?:jinde|v)\b|"
        r"\bjinde (?:v|uz|se|to)\b|\bzkusenosti z(?:e)? \w+"
    ),
    "en": re.compile(
        r"^(?:in )?(?:other|neighbou?ring|nearby|surrounding|many|most|all|several|"
        r"dozens of) (?:\w+ ){0,2}?(?:towns|cities|villages|countries|municipalities|regions|councils|"
        r"schools)\b|\beverywhere else\b|\bexperience (?:abroad|elsewhere|from|in)\b"
    ),
}
HEARSAY = {
    "cs": re.compile(
        r"\b(?:mluvi|hovori|ceka|tesi se) (?:uz )?(?:cel[eay] \w+|kazdy|vsichni)\b|"
        r"\b(?:cel[eay] (?:mesto|obec|vesnice)|kazdy|vsichni) (?:\w+ ){0,3}?(?:mluvi|hovori|cek|tes)\w*|"
        r"\b(?:rika se|povida se|mluvi se o|traduje se|pry|udajne|slychame|slysime)\b"
    ),
    "en": re.compile(
        r"\b(?:everyone|everybody|the whole (?:town|city|village)) is (?:talking|raving|excited|waiting)\b|"
        r"\b(?:it is (?:\w+ )?(?:said|rumou?red|believed|thought|claimed)|there (?:is|"
        r"are) (?:\w+ )?(?:talk|rumou?rs)|"
        r"rumou?r has it|(?:we|you) (?:often |keep |always )?hear(?:ing)? that|allegedly|reportedly)\b"
    ),
}
JUDGES = {
    "cs": re.compile(
        r"\b(?:osvedcil\w*|osvedcen\w*|(?<!ne)uspe(?:ch|sn)\w*|obliben\w*|popularn\w*|diky|"
        r"(?<!ne)zdrav[aeyi]|klidnej\w+|bezpecnej\w+|cistsi\w*|lepsi\w*|zleps\w*|krasn\w*|hezci\w*|"
        r"pohodln\w*|prijemn\w*|nejleps\w*|nejmodern\w*|jedinecn\w*|prosp[ei]\w*|zvelebi\w*|ozivi\w*|"
        r"ozil\w*|zkrasn\w*|zaslouz\w*|za malo penez|obetav\w*|tezkou praci|nastesti|konecne|pravem|"
        r"vyslysel\w*|vysel\w* (?:\w+ )?vstric|vyplati\w*|chloub\w*|pychou|snazime se|dela vse|"
        r"svetov\w* urov\w*|spickov\w*|(?:prinasi|prinesl\w*) (?:\w+ )?(?:radost|klid|zivot|uzitek)|"
        r"vzorn\w*|bohuzel|zabij\w*|umira\w*|spinav\w*|vandal\w*|stezuj\w*|trpi\w*|skodi\w*|nici\w*|"
        r"znici\w*|ohroz\w*|horsi\w*|zhors\w*|zanedban\w*|zastaral\w*|oskliv\w*|nespravedliv\w*|"
        r"katastrof\w*|neutesen\w*|obtezuj\w*|doplaci\w*|neporad\w*|predrazen\w*|chatra\w*|selhal\w*|"
        r"prodelec\w*|hyzdi\w*|dusi se|nikdo (?:\w+ )?ne\w+|(?:velk|vaz|rostouc|pal|nejvets)\w+ problem\w*|"
        r"rozpada\w*|vymira\w*|hrouti\w*)\b"
    ),
    "en": re.compile(
        r"\b(?:(?<!un)success\w*|popular|well[- ]liked|favou?rite|proved|proven|thanks to|health(?:y|ier)|"
        r"cleaner|quieter|improv\w+|beautiful\w*|comfortable|pleasant|nicer|prettier|unique|benefit(?:s|ed)|"
        r"brings? (?:joy|life)|deserves?|hard[- ]working|little pay|underpaid|tireless\w*|devoted|dedicated|"
        r"rightly|fortunately|luckily|at last|finally|listened to|heeded|"
        r"responded to (?:the|people|your|calls)|pride of|proud|treasure\w*|gem|pays? off|first-rate|"
        r"boosts?|revitali\w+|transform\w+|(?:does|do|doing) everything|world-class|flagship|unfortunately|"
        r"sadly|regrettably|kills?|killed|dirty|vandal\w*|complain\w*|suffer\w*|harms?|destroy\w*|ruin\w*|"
        r"threat\w*|endanger\w*|worse\w*|neglected|outdated|old-fashioned|ugly|overcrowded|unfair\w*|"
        r"disaster\w*|nuisance|failing|failure|run-down|crumbling|falling apart|collapsing|dying out|crisis|"
        r"alarming|wast(?:es?|ed|ing) (?:money|time|taxpayers)|unsafe|"
        r"nobody (?:\w+ )?(?:likes|wants|uses|needs)|(?:growing|serious|big|major|real) problem\w*)\b"
    ),
}
"""Praise and blame in what should be a plain fact."""

SPEAKS_FOR_IT = {
    "cs": re.compile(
        r"\b(?:bezpecn\w*|klidn\w+|modern\w*|svetl[yae]|pomohl\w*|pomaha\w*|setri\w*|usetri\w*|chrani\w*|"
        r"zachran\w*|(?:dava|dal\w*) (?:\w+ )?(?:lidem|detem|nam|obyvatel\w+|moznost)|potrebuj[ei]|"
        r"narocn\w+ prac\w*|ochlazuj\w*|cisti \w+|dulezit\w*|nezbytn\w*|levn[aeyi]\w*|prinos\w*|"
        r"vyhod[yua]\w*|problem(?:em|u|y)?|zemrel\w*|zemre|znecist\w*|hlucn\w*|kriminalit\w*|boji|strach\w*|"
        r"preplnen\w*|nebezpec\w*|zatezuj\w*|nedostatecn\w*|chybi|pribyva\w*|ubyva\w*|drah[aeyi]|"
        r"ztrat(?:ov|u)\w*|neresi\w*|zraneni|zranil\w*)\b"
    ),
    "en": re.compile(
        r"\b(?:safer?|modern|better|best|convenient|valuable|vital|essential|helps?|helped|saves?|saved|"
        r"protects?|brings? (?:people|money|jobs)|gives? (?:people|children|residents|young|us|everyone)|"
        r"needs? (?:a|an|more|new)|demanding|cools?|cleans? the|important|necessary|cheap|worth\w*|"
        r"advantages?|friendly|problems?|deaths?|dies?|died|pollut\w*|noisy|crime|afraid|fear(?:s|ed)?|"
        r"congest\w*|danger\w*|burden\w*|fails?|loses?|losing|too (?:many|much|few|little)|not enough|"
        r"shortage|lacks?|expensive|struggl\w*|injur\w*)\b"
    ),
}
"""Describes what is told about; before "Should the town…?" it speaks for one answer."""

_ASKS_OPINION = {
    "cs": re.compile(
        r"^(?:ma|maji)\b|\b(?:mel[aoiy]? by|by (?:se )?mel\w*|podpor\w*|souhlas\w*|"
        r"jste (?:\w+ )?(?:pro|proti|rad\w*)\b|chcete|prejete|hodnot\w+|mysl\w+|nazor\w*|libi\w*|"
        r"spokojen\w*|byste|byl\w* byste|podle (?:vas|tebe)|pokrac\w*|divate|povazuj\w*|dulezit\w*|prisp\w*|"
        r"uvital\w*|chystate|tesite|vnimate|rikate|soudite|postoj|duver\w*|a vy)\b"
    ),
    "en": re.compile(
        r"\b(?:should|support|agree|favou?r|oppose|against|want|would (?:you|it)|rate|think|view|opinion|"
        r"satisf\w*|like|continue|important|plan to|looking forward|feel|see|trust|"
        r"how (?:good|well|useful|pleased)|stay|go on|worth)\b"
    ),
}
_ASKS_SUPPORT = {
    "cs": re.compile(
        r"^(?:ma|maji)\b|\b(?:mel[aoiy]? by|by (?:se )?mel\w*|podpor\w*|souhlas\w*|"
        r"jste (?:\w+ )?(?:pro|proti)\b|chcete,? aby|pokrac\w*|prisp\w*|uvital\w*|pro, nebo proti)\b|"
        r"byste (?!k nam|vy)"
    ),
    "en": re.compile(
        r"\b(?:should|support|agree|favou?r|oppose|for or against|do you want|continue|go on|"
        r"would you (?:welcome|back|like the|cycle|walk|pay|give))\b"
    ),
}

BOTH_SIDES = re.compile(
    r"\b(?:some|others|opponents|critics|however|although|though|whereas|while|but|on the other hand|half|"
    r"either|one proposal|for and against|nekdo|nekteri|jini|jinym|jinemu|ostatnim|odpurci|kritici|vsak|ale|"
    r"avsak|zatimco|naopak|na druhe strane|polovina|pro a proti|bud|i kdyz|prestoze|jedni|druzi|proti ni|"
    r"proti nemu)\b"
)
"""Where the other side is told too, or at least a limit."""

_NO_STATEMENT = re.compile(
    r"^(?:please|you can|you may|zajima nas|muzete|patri|think|imagine|consider|suppose|remember|recall|if|"
    r"in the (?:next|following)|the (?:next|following)|(?:your|the|this|these) (?:answer|question|survey|"
    r"questionnaire|section|part)|answer|tell us|we (?:would|want|ask|are asking|need to|will ask)|now|"
    r"choose|tick|mark|prosim|zamyslete|vzpomen|predstavte|pokud|jestli|odpov|vyber|oznac|zaskrtn|"
    r"(?:dalsi|nasledujici|tato|tyto|tento|vase) (?:otazk|odpoved|dotaznik|cast|oddil)|chceme|rad[iy]|nyni|"
    r"rekn|napis|myslete|uved)\w*"
)
_REASON_FIRST = re.compile(
    r"^(?:because|since|as|seeing that|protoze|jelikoz|kdyz|ponevadz)\b([^?,]+), [^?]*\?"
)
_OWN = re.compile(r"\b(?:you|your|vas|vam|jste|mate)\b")
_FEWEST = 3
"""Shorter is a heading."""


def told_before(sentences: Sequence[str], family: str) -> str:
    """The words told before the question that hint at an answer to it; "" for none. Sentences are folded."""
    *told, asked = sentences
    if reason := _REASON_FIRST.search(asked):
        found = JUDGES[family].search(reason[1])
        return found.group() if found and not _OWN.search(reason[1]) else ""
    if not told or "?" not in asked or BOTH_SIDES.search(" ".join(told)):
        return ""
    stated = [
        sentence
        for sentence in told
        if "?" not in sentence and not _NO_STATEMENT.match(sentence) and len(sentence.split()) >= _FEWEST
    ]
    patterns = [MAJORITY, OTHERS_DO, HEARSAY]
    patterns += [JUDGES] if _ASKS_OPINION[family].search(asked) else []
    patterns += [SPEAKS_FOR_IT] if _ASKS_SUPPORT[family].search(asked) else []
    found_all = (pattern[family].search(sentence) for sentence in stated for pattern in patterns)
    return next((found.group() for found in found_all if found), "")
