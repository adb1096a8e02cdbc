"""Office Czech, official English and abbreviations, with plain words in their stead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from forms.checks.method.reading import folded
from forms.checks.places import asked
from forms.definition.questionnaire import Questionnaire

PLAIN_CS = {
    r"implement\w+": "zavést",
    r"participa(?!tivn\w+ rozpoc)\w+": "účast",
    r"(?:in|ex)travilan\w*": "zastavěné území, okolí",
    r"saturac\w+|saturov\w+": "naplnění",
    r"depistaz\w*": "vyhledávání",
    r"stakeholder\w*": "koho se to týká",
    r"benchmark\w*": "srovnání",
    r"facilit(?:ac|ov|at)\w+": "vedení rozhovoru",
    r"evalua[cč]\w*|evaluov\w+": "hodnocení",
    r"synergi\w+|synergick\w+": "spolupráce",
    r"deinstitucionaliz\w+": "odchod z ústavů",
    r"multidisciplinarn\w+": "z více oborů",
    r"multimodaln\w+|intermodaln\w+": "různé druhy dopravy",
    r"respitn\w+": "odlehčovací",
    r"exklu[zs]\w+": "vyloučení",
    r"inkluz\w+|inkluzivn\w+": "začlenění",
    r"restrukturaliz\w+": "změna uspořádání",
    r"subsidiarit\w*|subsidiarn\w+": "rozhodování co nejblíž lidem",
    r"gentrifika\w+": "zdražování čtvrti",
    r"predmetn\w+": "tento",
    r"dotcen\w+ (?:subjekt|osob|organ|zarizen)\w*": "koho se to týká",
    r"vyse uveden\w+": "tento",
    r"nize uveden\w+": "tento",
    r"za ucelem": "aby",
    r"soucinnost\w*": "spolupráce",
    r"sub?jekt\w*": "organizace nebo člověk",
    r"predlozit zadost": "požádat",
    r"v intencich": "podle",
    r"vykazuj\w+": "má",
    r"disponuj\w+|disponov\w+": "mít",
    r"ver(?:ejn\w+ )sprav\w+ v prenesen\w+": "úřad",
    r"alokac\w+|alokov\w+": "rozdělení",
    r"kompeten[cč]n\w+": "příslušný",
    r"adekvatn\w+": "přiměřený",
    r"determin\w+": "určovat",
    r"eliminac\w+|eliminov\w+": "odstranit",
    r"percep\w+": "vnímání",
    r"preferen\w+ modal\w+": "čím jezdíte",
    r"kohez\w+": "soudržnost",
    r"prevalen\w+": "výskyt",
    r"komorbid\w+": "další nemoci",
    r"ambulantn\w+ form\w+": "kam se dochází",
    r"terenn\w+ form\w+": "která přijíždí",
    r"intervenc\w+|intervenov\w+": "pomoc, zásah",
    r"edukac\w+|edukativn\w+": "vzdělávání",
    r"diverzifik\w+": "rozmanitost",
    r"konsolid\w+": "sloučení",
    r"optimaliz\w+": "zlepšení",
    r"strategick\w+ dokument\w*": "plán",
    r"opatreni typu": "například",
    r"bonit\w+": "schopnost splácet",
    r"disparit\w+": "rozdíly",
    r"indik(?:ator|ova)\w+": "ukazatel",
    r"akcelerac\w+": "zrychlení",
    r"ex[ -]ante|ex[ -]post|de[ -]facto|de[ -]iure|a[ -](?:priori|posteriori)|pro[ -]futuro|ad[ -]hoc|"
    r"status[ -]quo": "český výraz",
    r"explicitn\w+|implicitn\w+": "výslovný, nepřímý",
    r"efektivit\w*": "účinnost",
    r"kapacitn\w+ (?:zajist|moznost|nedostat)\w*": "dost míst",
    r"pobytov\w+ zarizen\w+": "domov",
    r"monitoring\w*|monitorov\w+": "sledování",
    r"komplexnost\w*": "úplnost",
    r"resilien\w+": "odolnost",
    r"digitaliz\w+ agend\w*": "přes internet",
    r"zamestnaneck\w+ pomer\w*": "zaměstnání",
    r"zpusobil\w+ k pravn\w+": "smí sám rozhodovat",
    r"osob\w* blizk\w+ ve smyslu": "blízký",
    r"ve smyslu (?:zakon|ustanoven|§)\w*": "podle zákona",
    r"dle (?:ustanoven|§|zakon)\w*": "podle zákona",
    r"kontraproduktivn\w+": "škodlivý",
    r"paradigm\w*": "způsob myšlení",
    r"holistick\w+": "celkový",
    r"inherentn\w+": "vlastní",
    r"fundrais\w+": "shánění peněz",
}
PLAIN_EN = {
    r"utili[sz]\w+": "use",
    r"implementation|implement(?:ed|ing|s)?": "put in place",
    r"stakeholders?": "people concerned",
    r"in respect of|with regard to|in relation to|pertaining to|vis-a-vis": "about",
    r"pursuant to": "under",
    r"domiciliary": "at home",
    r"holistic\w*": "whole",
    r"multi-?modal|intermodal": "different kinds of transport",
    r"aforementioned|aforesaid|hereinafter|therein|thereof|heretofore|notwithstanding": "this",
    r"prior to": "before",
    r"commenc\w+": "begin",
    r"facilitat\w+": "help",
    r"synerg\w+": "working together",
    r"paradigm\w*": "way of thinking",
    r"subsidiarity": "deciding close to people",
    r"gentrif\w+": "rising prices in an area",
    r"deinstitutionali[sz]\w+": "leaving institutions",
    r"signpost(?:ing|ed) to": "telling people where to go",
    r"co-?production|co-?produced": "working together",
    r"deliverables?": "results",
    r"leverag(?:e|ed|ing)": "use",
    r"ameliorat\w+": "improve",
    r"remunerat\w+": "pay",
    r"endeavou?r\w*": "try",
    r"ascertain\w*": "find out",
    r"expedit(?:e|ious|iously|ed)": "speed up",
    r"perceiv\w+ efficacy|efficacy|efficacious": "how well it works",
    r"dissemin\w+": "spread",
    r"capacity[- ]building": "training",
    r"granular\w*": "detailed",
    r"operationali[sz]\w+": "put to work",
    r"modal (?:split|shift|choice)": "how people travel",
    r"socio-?economic": "income and work",
    r"comorbidit\w+": "other illnesses",
    r"prevalence": "how common",
    r"stratif\w+": "divided",
    r"in lieu of": "instead of",
    r"per annum": "a year",
    r"ex[ -]ante|ex[ -]post|inter[ -]alia|ipso[ -]facto|de[ -]facto|a[ -](?:priori|posteriori)|"
    r"per[ -]capita|ad[ -]hoc|status[ -]quo": "an English phrase",
    r"cognisant|cognizant": "aware",
    r"adher(?:e|ence) to": "follow",
    r"mitigat\w+": "reduce",
    r"conceptuali[sz]\w+": "think of",
    r"respite provision": "a break for carers",
    r"optimi[sz](?:e|ed|es|ing|ation)": "improve",
    r"restructur\w+": "change",
    r"beneficiar(?:y|ies)": "people who get it",
    r"provision of": "giving",
    r"interoperab\w+": "working together",
    r"accountab\w+ framework": "rules",
    r"governance": "how decisions are made",
    r"multi-?disciplinary|inter-?disciplinary|multi-?agency": "from several fields",
    r"benchmark\w*": "comparison",
    r"incentivi[sz]\w+": "encourage",
    r"wrap-?around": "all-round",
    r"outcomes?-based": "by results",
    r"subjective well-?being": "how you feel",
    r"adjudicat\w+": "decide",
    r"reablement|step-down": "help to recover",
    r"stakeholder engagement": "asking people",
    r"fiscal\w*": "about public money",
    r"transversal|cross-?cutting": "shared",
    r"resilien\w+": "able to cope",
}
_KNOWN = (
    "ADHD AIDS AM ATM BBC BMI BUS CD CO2 COVID CR CSU CT DIY DJ DNA DPH DVD EU FAQ FI FM GB GDPR "
    "GP GPS HD HIV "
    "HTML ICT ID II III IQ IT IV IX KB LED LGBT MB MD MHD MP3 MPSV MS NATO NGO NHS NO2 OK OSN "
    "OSVC PC PDF PHD "
    "PIN PM PM10 PSC QR RSVP SIM SMS SOS SPZ SS TV UK UN UP URL US USA USB VAT VHS VI VII VIII "
    "VIP VS VZP WC WI "
    "WWW XX ZS ZTP ZUS"
)
KNOWN = frozenset(_KNOWN.split())
"""Abbreviations that people know better than what they are short for; XX is an answer put in."""

ABBREVIATION = re.compile(r"\b(?=\w*[A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ]{2})[A-ZÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ]{2,7}\b")
LEARNED_CS = re.compile(
    r"\b(?!(?:de)?(?:organiz|realiz|civiliz|hospitaliz|digitaliz|klimatiz|moderniz|kanaliz|kvalifik|"
    r"identifik|"
    r"specializ|signaliz|autoriz|privatiz|vizualiz|certifik|prezent|orient|dokument|koment|sterilizac|rekvalifik))"
    r"\w{4,}(?:iz|ifik|ent)ac\w*"
)
"""Learned nouns; those in daily use are left out."""

SHOUTED = 0.6


def jargon(text: str, family: str, questionnaire: Questionnaire, tag: str) -> Iterator[tuple[str, str]]:
    """("jargon", the word → plain words) and ("abbreviation", it) for each that is found."""
    plain = folded(text)
    for words in _plainer(plain, family):
        yield "jargon", words
    if family == "cs" and (learned := LEARNED_CS.search(plain)):
        yield "jargon", learned.group()
    letters = [letter for letter in text if letter.isalpha()]
    if not letters or sum(letter.isupper() for letter in letters) > SHOUTED * len(letters):
        return
    for found in ABBREVIATION.finditer(text):
        word = found.group()
        if folded(word).upper() not in KNOWN and not _is_explained(word, questionnaire, tag):
            yield "abbreviation", word


@lru_cache(maxsize=16_384)  # texts of a very long questionnaire; most stay from one check to the next
def _plainer(plain: str, family: str) -> tuple[str, ...]:
    """Each "word → plain words" in a folded text; most texts have none, which one look tells."""
    anything, words = _lists(family)
    if not anything.search(plain):
        return ()
    found = ((pattern.search(plain), instead) for pattern, instead in words)
    return tuple(f"{match.group()} → {instead}" for match, instead in found if match)


@lru_cache
def _lists(family: str) -> tuple[re.Pattern[str], list[tuple[re.Pattern[str], str]]]:
    words = PLAIN_CS if family == "cs" else PLAIN_EN
    each = [(re.compile(rf"\b(?:{pattern})\b"), instead) for pattern, instead in words.items()]
    return re.compile(rf"\b(?:{'|'.join(words)})\b"), each


def _is_explained(word: str, questionnaire: Questionnaire, tag: str) -> bool:
    """Whether some text says what it is short for: in brackets after the words, or before them."""
    pattern = re.compile(rf"\w \({re.escape(word)}[,;)]|\b{re.escape(word)}\b ?(?:\(|[–-] |= )\w{{3,}}")
    texts = [questionnaire.introductions.get(tag, "")]
    texts += [
        part.get(tag, "") for place in asked(questionnaire) for part in (place.item.texts, place.item.hints)
    ]
    return any(pattern.search(text) for text in texts)
