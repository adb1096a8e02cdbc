"""What goes on and on, counted or paid for without a time: "How many books have you read?"

Reads the folded question and its numeric answers. What happened in one event (a stay, a fair, the last
visit) and what is counted once and for all (children, languages, one's first time here) needs no time. It
knows common deeds and expenses only.
"""

from __future__ import annotations

import re

from forms.checks.method.reading import Question
from forms.definition.questionnaire import ItemType

COUNTED = re.compile(
    r"\b(?:\d+ ?(?:times|x|krat)\b|\d+krat|not once|once|twice|three times|ani jednou|jednou|dvakrat|"
    r"trikrat|ctyrikrat|petkrat|vickrat|vicekrat)"
)
FIRST_TIME = re.compile(r"\bfirst\b|\bpoprve\b|\bpoprv")
ONE_EVENT = re.compile(
    r"\b(?:before|after|until|when|while|willing|per|each|every|one|on average|"
    r"(?:this|that|these|those) (?:\w+ )?(?:visits?|trips?|occasions?|events?|stay|days?|evening|times?|"
    r"market|fair|festival|repair|purchase|journey|performance|concert|course)|altogether|in all|in total|"
    r"so far|at the (?:market|fair|festival|kiosk|event)|jed(?:en|na|no|nu|ne|noho)|ochotn\w+|na osobu|"
    r"kazd\w+|tent[oy]|tato|toto|tuto|tomto|teto|(?<!dele )(?<!vic )(?<!vice )(?<!mene )nez|pri|pred|kdyz|"
    r"na (?:trhu|jarmarku|slavnost\w*|festivalu|akci)|celkem|dohromady|chtel\w*|byste|byl\w* by)\b"
)
_SPENDING_EN = (
    r"(?:electricity|gas|water|heating|energy|rent|internet|housing|childcare|transport|travel|fares|food|"
    r"groceries|medicines?|medication|clubs?|lessons|school (?:meals|lunches)|lunches|petrol|fuel|parking|"
    r"phones?|care|clothes|culture|sports?|books|entertainment|leisure|alcohol|cigarettes)"
)
_SPENDING_CS = (
    r"(?:lek[yu]|jizdn|doprav|obed|krouz|energi|elektr|plyn|tepl|top|vod[unaey]|potravin|jidl|kultur|sport|"
    r"knih|oblecen|paliv|benzin|naft|parkov|skolk|druzin|pec[ie]|telefon|internet|bydlen|najem|najm|alkohol|"
    r"cigaret|zabav|volny cas|domacnost)\w*"
)
_DONE_EN = (
    r"(?:read|borrowed|attended|visited|seen|watched|made|taken|bought|missed|received|written|reported|"
    r"submitted|sent|filed|lodged|cancelled|worked|volunteered|been (?:off|ill|absent|away|late)|lost)"
)
_THINGS_CS = (
    r"(?:knih|filmu|predstaveni|koncertu|schuzi|vyletu|cest|jizd|stiznosti|zadosti|dopisu|podnetu|akci|"
    r"kurzu|skoleni|navstev|vysetreni|clanku|casopisu|her|zapasu|prednasek|besed|baliku|jednani|cigaret|piv|"
    r"kav|obedu|jidel|zprav|hovoru)"
)
_SOMEBODY_EN = r"(?:you|your \w+|your \w+ \w+)"
GOES_ON = {
    "cs": re.compile(
        r"^(?:(?:asi|priblizne|zhruba) )?kolik (?:\w+ ){0,4}?(?:utraci|utratite|vydava)\w*\b[^?]* (?:za|na) |"
        rf"^kolik (?:\w+ ){{0,4}}?(?:utratil|zaplatil|vydal|plati)\w*\b[^?]*\bza (?:\w+ )?{_SPENDING_CS}|"
        rf"^kolik (?:\w+ ){{0,2}}?za (?:\w+ )?{_SPENDING_CS} (?:\w+ ){{0,3}}?(?:utratil|zaplatil|plati|"
        rf"utraci|vydava)\w*|"
        rf"^kolika? (?:\w+ )?{_THINGS_CS} (?:(?:\w+ ){{0,3}}?jste|(?:\w+ )?\w{{3,}}te\b|si|se|vam|vase|"
        rf"vykour)|"
        r"^kolik (?:hodin|minut|casu) (?:se |si )?(?:\w+ )?(?:sledujete|travite|stravite|venujete|cvicite|"
        r"sportujete|ctete|dobrovolnicite|pecujete|hrajete|s?travi vase|venujes|s?travis|odpracujete|"
        r"odslouzite|prosedite|prestojite)\b|^kolik (?:dni|dnu|hodin) (?:jste|(?:\w+ ){1,3}?jste|"
        r"vase dite) (?:\w+ ){0,4}?(?:chybel|marodil|stonal|byl\w* nemocn|zameskal)\w*|"
        r"^kolik (?:\w+ ){0,2}?(?:vykourite|vypijete|snite|vyhodite|prectete|spotrebujete|najezdite|"
        r"nachodite|ujedete)\b|^kolik (?:\w+ ){0,3}?(?:darova|prispe)li\b"
    ),
    "en": re.compile(
        rf"^(?:about |roughly )?how (?:often|many times) (?:has|have) {_SOMEBODY_EN} (?!ever\b)|"
        rf"^how many times (?:were|was|did|has|have) {_SOMEBODY_EN} (?:\w+ )?(?:in hospital|ill|sick|late|"
        rf"absent|injured|"
        r"fall ill|miss)\b|"
        rf"^(?:about |roughly )?how (?:much|many \w+) (?:money |time )?(?:has|"
        rf"have) {_SOMEBODY_EN} (?:\w+ )?(?:paid|spent|"
        r"given|donated|waited)\b|"
        rf"^how (?:much|many (?:hours|minutes|euros|pounds|dollars)) (?:money |"
        rf"time )?do(?:es)? {_SOMEBODY_EN} (?:\w+ )?"
        r"(?:spend (?:on|in|watching|with)|volunteer|watch|exercise|study|train|read)\b|"
        rf"^how much do(?:es)? {_SOMEBODY_EN} (?:\w+ )?pay (?:for|in) (?:your |the )?{_SPENDING_EN}\b|"
        rf"^how much did {_SOMEBODY_EN} (?:\w+ )?(?:pay|spend) (?:for|on) (?:your |the )?{_SPENDING_EN}\W*$|"
        rf"^how many (?!times\b|people\b|children\b|years\b)(?:\w+ ){{1,3}}?(?:has|"
        rf"have) {_SOMEBODY_EN} (?:\w+ )?"
        rf"{_DONE_EN}\b|"
        rf"^how many (?!times\b)\w+ (?:\w+ )?do(?:es)? {_SOMEBODY_EN} (?:\w+ )?(?:smoke|drink|eat|read|"
        rf"borrow|buy|throw|"
        r"watch)\b|"
        rf"^how many (?!times\b)\w+ (?:\w+ )?did {_SOMEBODY_EN} (?:read|borrow|watch|smoke|drink)\b"
    ),
}
HOW_OFTEN_DID = re.compile(r"^jak casto [^?]*\b\w{2,}l[aoiy]?\b|^how often (?:did|were|was|have|has) ")


def goes_on(question: Question) -> bool:
    """Whether a count or a sum is asked for that grows with time; what says the time is another matter."""
    text = question.folded
    numeric = question.type is ItemType.NUMBER or any(
        re.search(r"\d", label) or COUNTED.search(label) for label in question.labels
    )
    if not numeric or ONE_EVENT.search(text) or any(map(FIRST_TIME.search, question.labels)):
        return False
    if HOW_OFTEN_DID.search(text) and any(map(COUNTED.match, question.labels)):
        return True
    return bool(GOES_ON[question.family].search(text))
