"""Office Czech, official English and abbreviations that people may not know.

What the text itself explains (in brackets, or "i.e.") is no fault; nor is an abbreviation everybody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from forms.checks.method import official_czech, official_english
from forms.checks.method.reading import Question, folded
from forms.checks.places import asked
from forms.definition.questionnaire import Questionnaire

_KNOWN = (
    # both languages
    "ADHD AI AIDS AM ATM B BMI BUS CD CO2 COVID CT CV DIY DJ DNA DVD ECG EKG EU FAQ FB FC FM GB GDPR GPS "
    "HD HIV HR HTML ICT ID IG II III IP IQ ISBN IT IV IX KB LCD LED LGBT LGBTQ LTE MB MD MP3 NASA NATO "
    "NBA NFC NGO NHL NO2 OK OLED PC PDF PHD PIN PM PM10 PR QR SD SIM SMS SOS SUV TV UEFA UFO UK UN UNESCO "
    "URL US USA USB UV VHS VI VII VIII VIP VR WC WI WWW XI XII XIV XIX XV XX XXI "
    # Czech
    "AV BOZP CEZ CR CSSZ CSU CTU CZ DDM DIC DPC DPH DPP DPS EC HPP IC ICO JIP JPEG KC MHD MPSV MS OP OSN "
    "OSVC PRE PSC PSP RTG RZP SPZ SS STK SVJ TEL UP VS VSE VZP ZOO ZP ZS ZTP ZUS "
    # English
    "ASAP BBC CAB CCTV DVLA EV GCSE GP HGV HMRC ITV IVF LPG MOT MP MSP NHS PE PTA RSVP SEN TB UNICEF USP "
    "VAT YMCA ZIP "
)
KNOWN = frozenset(_KNOWN.split())
"""Abbreviations that people know better than what they are short for; XX is an answer put in."""

_CAPITAL = "A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ"
_SMALL = "a-záčďéěíňóřšťúůýž"
ABBREVIATION = re.compile(
    rf"\b(?=\w*[{_CAPITAL}]{{2}})[{_CAPITAL}]{{2,7}}\b|\b[{_CAPITAL}]{{1,2}}[{_SMALL}][{_CAPITAL}]{{1,3}}\b"
)
"""Capitals only, or capitals around one small letter (PnP, MěÚ)."""

LEARNED_CS = re.compile(
    r"\b(?!(?:de)?(?:organiz|realiz|civiliz|hospitaliz|digitaliz|klimatiz|moderniz|kanaliz|kvalifik|"
    r"identifik|specializ|signaliz|autoriz|privatiz|vizualiz|certifik|prezent|reprezent|orient|dokument|"
    r"koment|sterilizac|rekvalifik|aktiviz|legaliz|motoriz|elektrifik|mobiliz|plynofik|gratul|improviz|"
    r"lokaliz|stabiliz|inzerent|momentac|kompenzac))\w{4,}(?:iz|ifik|ent)ac\w*"
)
"""Learned nouns; those in daily use are left out."""

EXPLAINED = re.compile(
    r"^[^.?!,;(]{0,40}? ?(?:\(\w+[^)]* [^)]*\)|[,–-] (?:tedy|tj|tzn|neboli|cili|that is|i\.e|meaning)\b)"
)
"""What follows a word that the author explains on the spot."""

AT_WORK = {
    "cs": re.compile(
        r"\b(?:vas[ei]\w* (?:organizac|pracovist|tym|zarizen|klient|opatrovan)\w*|"
        r"poskytujete (?:\w+ ){0,2}sluzb\w+|"
        r"(?:na|v) (?:teto pozici|nasi organizaci)|jako (?:poskytovatel|starost|zastupitel|opatrovni)\w*)\b"
    ),
    "en": re.compile(
        r"\byour (?:organi[sz]ation|team|agency|municipality|workplace|practice|clients|caseload|working "
        r"group)\b|"
        r"\b(?:does|do) your (?:service|services|charity)\b|\byour (?:line )?manager\b"
    ),
}
SHOUTED = 0.6


def speaks_to_staff(question: Question) -> bool:
    """Whether those who are asked work in the field: they know its words."""
    return bool(AT_WORK[question.family].search(question.folded))


def jargon(text: str, family: str, questionnaire: Questionnaire, tag: str) -> Iterator[tuple[str, str]]:
    """("jargon", the word → plain words) and ("abbreviation", it) for each that is found."""
    plain = folded(text)
    for words in _official(plain, family):
        yield "jargon", words
    learned = LEARNED_CS.search(plain) if family == "cs" else None
    if learned and not EXPLAINED.match(plain[learned.end() :]):
        yield "jargon", learned.group()
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) > SHOUTED * len(letters):
        return
    for found in ABBREVIATION.finditer(text):
        word = found.group()
        if folded(word).upper() not in KNOWN and not _is_explained(word, questionnaire, tag):
            yield "abbreviation", word


@lru_cache(maxsize=16_384)  # texts of a very long questionnaire; most stay from one check to the next
def _official(plain: str, family: str) -> tuple[str, ...]:
    """Each "word → plain words" of a folded text; one look for all of them tells that most have none."""
    anything, words = _lists(family)
    if not anything.search(plain):
        return ()
    found = ((pattern.search(plain), instead) for pattern, instead in words)
    return tuple(
        f"{match.group()} → {instead}"
        for match, instead in found
        if match and not EXPLAINED.match(plain[match.end() :])
    )


@lru_cache
def _lists(family: str) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], str]]]:
    words = official_czech.PLAIN if family == "cs" else official_english.PLAIN
    each = [(re.compile(rf"\b(?:{pattern})\b"), instead) for pattern, instead in words.items()]
    return re.compile(rf"\b(?:{'|'.join(words)})\b"), each


def _is_explained(word: str, questionnaire: Questionnaire, tag: str) -> bool:
    """Whether some text says what it is short for: in brackets after the words, or before them."""
    short = re.escape(word)
    pattern = re.compile(rf"\w \({short}\b[^)]*\)|\b{short}\b ?(?:\(|[–-] |= )\w{{3,}}")
    texts = [questionnaire.introductions.get(tag, "")]
    texts += [
        part.get(tag, "") for place in asked(questionnaire) for part in (place.item.texts, place.item.hints)
    ]
    return any(pattern.search(text) for text in texts)
