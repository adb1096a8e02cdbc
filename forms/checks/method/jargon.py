"""Office Czech, official English and abbreviations that people may not know.

What the text itself explains (in brackets, or "i.e.") is no fault; nor is an abbreviation everybody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from forms.checks.method import official_czech, official_english, terms_czech, terms_english
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
    "AA ASAP BBC BTEC CAB CCTV CPR DBS DVLA EV GCSE GP HGV HMRC HQ ISA ITV IVF JP LEGO LPG MOT MP MSP NHS "
    "PA PE "
    "PPE PTA RAC RAF RNLI RSPB RSPCA RSVP SATNAV SEN TB TEFL UCAS UNICEF USP VAT WWF YMCA YWCA ZIP "
    # English of other countries
    "ACT AFL AGM ATV AUD BBQ CAD CBD CEO CFO CPA CRA CTO DMV EFTPOS ESL EFL FBI FIFA GED GMAT GPA GRE GST "
    "HOA HOV "
    "HST IELTS IRS LA LSAT NDIS NSW NYC NZ NZD PST PTO QLD RCMP RN RSL RV SAT SIN SSN STEM SUNY TAFE TAS "
    "TESOL "
    "TOEFL TSA UAE UBC UCLA USD USDA USPS UTC WA YMCA YVR ZA "
    # Machines, files and media
    "ADSL API APP BIOS CGI CPU CSV DM DNS DSL DVR EPUB EULA GPU HDMI HDTV HTTP HTTPS IMAX IOS IOT JPG JSON "
    "KPI LAN "
    "MMS MPEG NAS NFT NPC OS PDA PNG PPT PS RAM RAW RFID RGB ROM RPG RSS SEO SLR SMTP SQL SSD SSL TXT UI "
    "UPS URL USB "
    "UX VCR VOIP VPN VHF UHF WAV WIFI WLAN XLS XML YT CAPTCHA MATLAB "
    # Body, illness and treatment
    "ADD AED ALS ASD BP CBT COPD CPAP DVT EEG EMT ENT EPIPEN GI GMO HPV HRT IBD IBS ICU IUD IV LASIK "
    "LGBTQIA MRI MRSA MS "
    "NICU OB OCD OT OTC PCOS PCR PET PMS PT PTSD RSI RSV SAD SARS SIDS SPF STD STI TENS UTI "
    # Sport, crafts and trades
    "ABS AC BMX CAD CAM CNC DC DIN EFL FIA FSC GMT HVAC HIIT ISO KG KM KMH LARP LBS MIG MMA MPH MTB MVP "
    "NASCAR NCAA PADI "
    "PGA PV PVC RC RPM RYA TIG UFC UV WBC WRC PST EST BST CET "
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
    r"revitaliz|deratiz|lokaliz|stabiliz|inzerent|momentac|kompenzac))\w{4,}(?:iz|ifik|ent)ac\w*"
)
"""Learned nouns; those in daily use are left out."""

LEARNED_EN = re.compile(
    r"\b(?!(?:de|dis|re|un|pre|self|multi)?-?(?:organi|reali|privati|civili|hospitali|immuni|speciali|"
    r"visuali|authori|sterili|fertili|coloni|mobili|moderni|urbani|globali|improvi|personali|customi|digiti|"
    r"summari|stabili|nationali|industriali|legali|sociali|hybridi|equali|fossili|normali|"
    r"prioriti)[sz]ation)\w{3,}i[sz]ation(?:al)?\b|\b(?!(?:bio|neuro|cardio|dermato|uro|physio|psycho|"
    r"techno|eco|geo|arch(?:ae|e)o|zoo|meteoro|chrono|astro|patho|gyn(?:ae|e)co|radio|theo|ideo|mytho?|onco|"
    r"micro|audio|h(?:ae|e)mato|hydro|immuno|rheumato|ophthalmo|socio|anthropo|"
    r"genea)logical)\w{3,}ological(?:ly)?\b|\b(?!(?:(?:dis|in|un)?ability|(?:un)?availability|"
    r"(?:un)?reliability|(?:in)?stability|(?:in)?accessibility|(?:ir)?responsibility|(?:im)?possibility|"
    r"visibility|flexibility|(?:im)?mobility|suitability|capability|probability|eligibility|credibility|"
    r"affordability|liability|sustainability|durability|compatibility|vulnerability|usability|readability|"
    r"feasibility|acceptability|adaptability|predictability|profitability)\b)\w{4,}(?:ability|ibility)\b"
)
"""Learned nouns and adjectives by their endings; those in daily use, and those of hospitals, are left out."""

WHAT_IT_IS = re.compile(
    r"^(?:-|[ ])(?!(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|should|may|might|must|"
    r"in|on|at|by|of|to|for|from|with|without|near|next|under|over|about|after|before|since|during|and|or|"
    r"but|that|which|who|when|where|if|because|as|than|so|your|you|the|this|these|his|her|their|our|its|my|"
    r"here|there|today|now|yet|again|helps?|helped|works?|worked|deals?|dealt|listens?|gives?|gave|offers?|"
    r"provides?|meets?|met|needs?|says?|said|covers?|states?|shows?)\b)[a-z]{3,}"
)
"""The English word after an abbreviation says what sort of thing it is: a VHF radio, a CNC machine."""

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
        r"\byour (?:organi[sz]ation|team|agency|municipality|workplace|practice|clients|caseload|"
        r"working group)\b|\b(?:does|do) your (?:service|services|charity)\b|\byour (?:line )?manager\b|"
        r"\byour (?:\w+ )?(?:shifts?|crew|unit|vessel|boat|herd|flock|farm|crops?|fields|business|company|"
        r"firm|studio|lab|laborator\w+|department|supervisor|colleagues|classes|students|pupils|patients|"
        r"trainees?|apprentices?hip|fleet|lorry|truck|cab|licen[cs]e class|contract|rota|employer|degree|"
        r"thesis|dissertation|placement|board of trustees|trustees|members|customers|guests|"
        r"site)\b(?! (?:school|nurse))|\bhow (?:long|many years) have you (?:worked|"
        r"been (?:working|employed|an? )|served|practised|practiced|taught|driven|flown|farmed|fished|"
        r"coached|volunteered)\b|\b(?:at|in) (?:your|this) (?:job|work|workplace|trade|role|post)\b|"
        r"\bas an? (?:nurse|doctor|teacher|driver|pilot|engineer|farmer|coach|researcher|trustee|officer|"
        r"midwife|paramedic|student|volunteer|member of staff)\b"
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
    learned = (LEARNED_CS if family == "cs" else LEARNED_EN).search(plain)
    if learned and not EXPLAINED.match(plain[learned.end() :]):
        yield "jargon", learned.group()
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) > SHOUTED * len(letters):
        return
    for found in ABBREVIATION.finditer(text):
        word = found.group()
        is_known = folded(word).upper() in KNOWN or (family == "en" and WHAT_IT_IS.match(text[found.end() :]))
        if not is_known and not _is_explained(word, questionnaire, tag):
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


def terms(tables: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(plain words, pattern) of each line "plain words: term, term"; see `terms_english` for the signs."""
    for line in "\n".join(tables).strip().splitlines():
        plain, colon, several = line.partition(": ")
        if colon:
            pattern = "|".join(part.strip() for part in folded(several).split(","))
            yield plain, _SIGN.sub(lambda sign: _SIGNS[sign.group()], pattern)


_SIGNS = {"(": "(?:", "*": r"\w*", " ?": "[ -]?", " ": "[ -]"}
_SIGN = re.compile(r"\(|\*| \??")


@lru_cache
def _lists(family: str) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], str]]]:
    words = dict(official_czech.PLAIN if family == "cs" else official_english.PLAIN)
    tables = terms_czech.TABLES if family == "cs" else terms_english.TABLES
    words |= {pattern: plain for plain, pattern in terms(tables)}
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
