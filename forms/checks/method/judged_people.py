"""Words that judge the people a question is about: names they are called, and what they are said to be like.

"Louts" and "výrostci" judge wherever they stand. "Rude", "reckless", "devoted" judge right before the people
they are said of ("reckless cyclists"); whether people are rude can be asked ("Are they rude or polite?").
Reads folded text; it knows common words only, and no irony.
"""

from __future__ import annotations

import re

NAMES = {
    "cs": re.compile(
        r"\b(?:vyrost(?:ek|k[yuai]|ci|cich|kum|kem)|sprat(?:ek|k[yuai]|ci|cich|kum)|"
        r"frac(?:ek|k[yu]|ci|cich)|harant\w*|usmrkan\w*|puberta(?:k|c)\w*|zebra(?:k|ci|ku|ky|kum|cich|kem)|"
        r"narkoman\w*|individu(?:a|i|um)|sebrank\w*|holot\w*|ksindl\w*|verbez\w*|lumpen\w*|lump(?:ove|u|y)|"
        r"tlup\w+|hord[aouy]\w*|smeck\w+|band[auyo]u? (?:\w+ )?(?:mlad|vyrost|ciz|zlod|opil)\w*|smejd\w*|"
        r"budizknicem\w*|lempl\w*|flaka[kc]\w*|pijavic\w*|hyen[yam]\w*|supi\b|blb(?:ec|ci|cu)|idiot\w*|"
        r"debil\w*|magor\w*|cvo(?:k|ci)\w*|fanati(?:k|c)\w*|kverulant\w*|potiziste?\w*|"
        r"stezovate\w* notor\w*|raubir\w*|davkar\w*|zneuzivatel\w*|kripl\w*|barbar(?:i|u|ove)\b|"
        r"primitiv(?:i|u|ove)\b|sobc(?:i|u|e|um)\b|sobec\b|ignorant\w*|darmozrout\w*|vyzirk\w*|lenoch\w*|"
        r"povaleci?\w*|nemravn\w+ osob\w*|zivl[yu]\b|existence? pochybn\w*|pochybn\w+ existenc\w*|"
        r"naplav[yau]\b|luftak\w*|nelegaln\w+ (?:imigrant|migrant|cizinc|pristehoval)\w*|"
        r"ekonomick\w+ migrant\w*|prazsti snob\w*|snob(?:i|u|ove)\b|zlat\w+ mladez\w*|lichvar\w*|"
        r"zlodejick\w*|ekofanati\w*|ekoterorist\w*|pirat\w* silnic|silnicni\w* pirat\w*|tyran\w*|"
        r"despot\w*)\b"
    ),
    "en": re.compile(
        r"\b(?:brats?|beggars?|(?:drug )?addicts|illegal (?:immigrants|migrants|aliens)|illegals|"
        r"(?:benefits?|welfare|dole) (?:cheats?|dependents|scroungers|tourists|queens?|fraudsters)|"
        r"gangs? of (?:youngsters|teenagers|youths|kids|boys|young people|children)|fanatics|nutters|"
        r"loonies|weirdos|freaks|slackers|parasites(?= (?:on|who|of society))|yokels|rednecks|hillbillies|"
        r"nimbys?|eco-warriors|tree-huggers|boy racers|jobsworths|rabble|scum|crooks|morons|imbeciles|snobs|"
        r"loan sharks|slumlords|moochers|deadbeats|losers|misfits|delinquents|ruffians|rowdies|lowlifes?|"
        r"good-for-nothings?|wasters|wastrels|degenerates|barbarians|savages|peasants|cranks|crackpots|"
        r"killjoys|whingers|moaners|grumblers|meddlers|cowboys|petty tyrants|tyrants|bigwigs|big shots|"
        r"snowflakes|rich kids|the undeserving|undesirables|unsavoury characters|dubious characters|"
        r"economic migrants|lycra louts|road rage drivers|dog haters|car haters|"
        r"problem (?:families|tenants|pupils|children|youths|teenagers|neighbou?rs|residents))\b"
    ),
}
_PEOPLE_CS = (
    r"(?:prodavac|prodejc|trhovc|umel[ec]|dodavatel|remeslni|ridic|motorist|cyklist|chodc|mladez|mladistv|"
    r"mlad[iy]ch?\b|teenager|deti|det(?:mi|em)|dit|zak|zac|student|najemni|rodic|pejska|psovod|majitel|"
    r"vlastni|uredni|urad|zamestnan|zamestnav|personal|obsluh|politi(?:k|c)|zastupitel|radni|developer|"
    r"investor|turist|soused|duchodc|senior|strazni|polici|ucitel|sester|sestr|lekar|doktor|knihovn|hasic|"
    r"zachranar|pecovatel|navstevni|host|migrant|uprchl|cizinc|pristehoval|pronajimatel|obyvatel|obcan|"
    r"lid[eií]|rodin|vedouci|vychovatel|kuchar|prodava|revizor|podnikatel|koloběž|kolobez|skejt|parta|"
    r"partic?k|skupink|osob(?!n)|nezamestnan|lyz|kurak|fanous|radikal|trener|dobrovolni|bytari?|"
    r"organizator)\w*"
)
_PEOPLE_EN = (
    r"(?:drivers?|motorists?|cyclists?|riders?|pedestrians?|youths?|youngsters?|teenagers?|teens|kids|"
    r"children|boys|girls|pupils?|students?|tenants?|parents?|(?:dog |pet |car )?owners?|officials?|clerks?|"
    r"officers?|staff|employees?|workers?|politicians?|councillors?|developers?|investors?|tourists?|"
    r"visitors?|neighbou?rs?|pensioners?|wardens?|inspectors?|police(?:men)?|teachers?|nurses?|doctors?|"
    r"librarians?|firefighters?|carers?|guests?|migrants?|immigrants?|refugees?|foreigners?|landlords?|"
    r"landladies|residents?|citizens?|people|families|parties|managers?|bosses|cooks?|builders?|smokers?|"
    r"fans|protesters?|activists?|coaches|volunteers?|skaters?|shopkeepers?|sellers?|salesmen|vendors|"
    r"traders|dealers|artists?|contractors?|builders?|unemployed|newcomers?|crowds?)\b"
)
_LIKE_CS = (
    r"bezohledn|bezohlednych|dotern|vlezl|nezodpovedn|drz[iy]|drzym|drzych|vulgarn|nevychovan|neukaznen|"
    r"neposlusn|nezveden|jecici|jecic|urvan|rvouci|rvouc|povalujic|potulujic|potloukajic|poflakujic|lin[iy]|"
    r"neschopn|nepratelsk|neochotn|neprijemn|protivn|arogantn|nafoukan|namyslen|nenasytn|chamtiv|hamizn|"
    r"lakom|zkorumpovan|prolhan|zpovykan|rozmazlen|zhyckan|neporadn|spinav|pachnouc|zapachajic|otravn|hloup|"
    r"tup[iy]|zaostal|primitivn|neurvale|neurval|surov|zakern|vychytral|vsehoschopn|lhostejn|laxn|hulvatsk|"
    r"agresivn|problemov|nepripusobiv|neprizpusobiv|pritroubl|neprijateln|podezrel|usmevav|ochotn|vstricn|"
    r"obetav|statecn|pracovit|oddan|poctiv|zaslouzil|sikovn|laskav|mil[iy]|skvel|neunavn|hadav|bezcitn|"
    r"nevdecn|prelet|sobeck|nekulturn|nevzdelan|nedisciplinovan|opovazliv|vzteklou?|hystericky|hysterick"
)
_LIKE_EN = (
    r"reckless|inconsiderate|careless|rude|devoted|loitering|idle|unruly|rowdy|undisciplined|disobedient|"
    r"ill-mannered|bad-mannered|badly[- ]behaved|spoil(?:t|ed)|pampered|anti-?social|faceless|clueless|"
    r"unhelpful|hostile|surly|grumpy|sullen|snooty|haughty|pompous|irresponsible|feckless|dishonest|shady|"
    r"dodgy|unscrupulous|filthy|smelly|messy|screaming|shrieking|foul-mouthed|vulgar|aggressive|abusive|"
    r"drunken|pushy|nosy|stubborn|ignorant|narrow-minded|selfish|hysterical|gullible|fanatical|militant|"
    r"smiling|courteous|kind|kindly|polite|brave|loyal|tireless|honest|decent|disrespectful|impolite|"
    r"thoughtless|disruptive|misbehaving|delinquent|self-important|out-of-touch|uncaring|heartless|bossy|"
    r"suspicious-looking|unwashed|ungrateful|uncivili[sz]ed|uneducated|lawless|obnoxious|unpleasant|"
    r"annoying|irritating|friendly|helpful|lovely|wonderful|hard-working|hardworking|unfriendly|"
    r"uncooperative|unqualified|lazy|selfless|caring(?! for)"
)
LIKE = {
    "cs": re.compile(
        rf"(?<!\bnebo )(?<!\bci )\b(?P<word>(?:{_LIKE_CS})(?:i|y|ych|ym|ymi|imi|im|ich|e|a|eho|ou|ho|ci|"
        rf"cich|cimi)?) "
        rf"(?:(?:se|nasi|meststi|mistni|zdejsi|mladi|mestskych|mistnich|zdejsich) )?{_PEOPLE_CS}"
    ),
    "en": re.compile(
        rf"(?<!\bor )(?<!\bhow )(?<!\bor very )\b(?P<word>(?:{_LIKE_EN}) (?:\w+ )??{_PEOPLE_EN})"
        r"(?! (?:are|is|or)\b)(?<! or \w{4})(?<! and \w{4})"
    ),
}
"""What people are said to be like, right before those people."""

TERRORISE = re.compile(
    r"\b(?:who|which|that|kter\w+) (?:\w+ ){0,2}?(?:terrori[sz]e|harass|menace|bully|loiter|hang about|"
    r"vandali[sz]e|terorizuj\w*|otravuj\w*|obtezuj\w*|poflakuj\w*|povaluj\w*|vykrikuj\w*|zneuzivaj\w*|"
    r"parazituj\w*|abuse the|exploit|sponge off|leech)\b"
)


def judged_people(text: str, family: str) -> str:
    """The folded words that judge people; "" for none."""
    if found := NAMES[family].search(text) or TERRORISE.search(text):
        return found.group()
    said = LIKE[family].search(text)
    return said["word"] if said else ""
