"""Words joined that are no two things asked: fixed pairs, the respondent and others, two sides, offices, "
"asides.

They are taken out of a folded question before the rest is read for two things.
"""

from __future__ import annotations

import re

FIXED = {
    "cs": re.compile(
        r"\b(?:tam a zpet|kdy a kde|kde a kdy|jak a kde|kde a jak|tak a tak|ano a ne|vice ci mene|vice "
        r"nebo mene|dnem "
        r"i noci|"
        r"ve dne i v noci|den a noc|cas a misto|tim ci onim|dobre nebo spatne|tu a tam|sem a tam|krok za "
        r"krokem|cas od casu|"
        r"muzi a zeny|zeny a muzi|muz a zena|rodice a deti|rodicu a deti|(?:mest|obc|byt|dom|sidl|centr|"
        r"okr)\w* a (?:jeho |jeji "
        r"|jejich )?okol\w+|prace a socialnich veci|mladez\w* a telovychov\w*|zivotni\w* prostredi a|"
        r"rodin\w* a (?:pratel\w*|znam\w+|bliz\w+)|pratel\w* a (?:znam|rodin|bliz)\w+|pribuzn\w* a znam\w*|"
        r"deti a (?:mladez\w*|"
        r"mlad\w+|dospivajic\w*)|detmi a mladez\w*|matk\w* a (?:dit|det)\w+|senior\w* a (?:lid\w+|osob\w*) "
        r"se|"
        r"voda a kanalizace|ovoce a zelenin\w*|ovoci a zelenin\w*|odpoledne a vecer|rano a vecer|a podobne|"
        r"a jine|"
        r"a dalsi\w*|a tak(?:e)? dale|a vice|a starsi\w*|a mladsi\w*|a mene|a pul|a to\b|a presto|"
        r"apod|atd|"
        r"(?:leden|unor|brezen|duben|kveten|cerven|cervenec|srpen|zari|rijen|listopad|prosinec)\w* a \w+|"
        r"pondeli a \w+|sobot\w* a (?:v )?nedel\w*|jednou a vicekrat|\d+\.? a \d+\.?|pro a proti|plus a "
        r"minus|"
        r"i kdyz|i nadale|i pres\w*|i tak|i jinak|i jine|i dalsi|i po|i v pripade|i bez|i mimo|i pro|"
        r"i (?:v|ve|o|pres) (?:noci|poledne|lete|zime|pondeli|utery|stredu|ctvrtek|patek|sobot\w*|nedel\w*|"
        r"vikend\w*|svat\w+|prazdnin\w*)|i (?:vecer|rano|odpoledne|dopoledne))\b"
    ),
    "en": re.compile(
        r"\b(?:when and where|where and when|how and (?:when|where)|day and night|day or night|time and "
        r"place|times and (?:the )?"
        r"places?|black and white|terms and conditions|health and safety|pros and cons|bed and breakfast|"
        r"arts and crafts|"
        r"rules and regulations|more or less|up and down|now and (?:then|again)|men and women|women and men|"
        r"mother and "
        r"(?:child|baby)|gas and electric\w*|fruits? and vegetables?|friends? and (?:family|relatives)|"
        r"family and friends|"
        r"family (?:and|or) friends|friends? or (?:family|relatives)|parents? (?:and|or) (?:carers?|"
        r"guardians?)|children and young people|"
        r"boys and girls|(?:city|town|village|area|neighbou?rhood|home|house) and (?:its |the )?surround\w+|"
        r"and so on|and over|"
        r"and above|and older|and under|and younger|and (?:a )?half|and back|come and go|try and|go and|"
        r"wait and see|"
        r"drop-in and|research and development|lost and found|\d+ and \d+|(?:saturday|monday|friday)s? and "
        r"\w+|"
        r"(?:stay|stop|stopped|sit|sign|signed|stand|wait|waited|come|came|go|went|gone|try|"
        r"tried) and (?=\w)|"
        r"read and (?:understand|understood|follow)|wh(?:at|om?) \w+(?: \w+){0,3} and (?:when|where|how|"
        r"why)(?=\W*$)|"
        r"(?:what|when|where|how) to \w+ and (?:whom?|what|when|where|how) to\b|"
        r"fire and rescue|(?:get|find|hire|recruit) and (?:keep|retain)|(?:well|quickly) and safely|"
        r"fit and well|"
        r"costs and (?:fees|charges)|opening and closing|(?:cyclists|pedestrians|drivers) and (?:walkers|"
        r"cyclists|"
        r"pedestrians)|walkers and cyclists|(?:open|unlock) and (?:close|shut|lock)|"
        r"load(?:ing)? and unload(?:ing)?|"
        r"(?:on|in|up|"
        r"log in|sign in|check in|turn on) and (?:off|out|down)|(?:drop-off|pick-up|check-in|start|hot|left|"
        r"front|"
        r"input|before|home|inside|hardware|incoming) and (?:pick-up|drop-off|check-out|finish|end|cold|"
        r"right|back|"
        r"output|after|away|outside|software|outgoing)|find and (?:open|use)|lift(?:ing)? and carry(?:ing)?|"
        r"put(?:ting)? on and tak(?:e|ing) off|sit(?:ting)? down and stand(?:ing)? up|chew(?:ing)? and "
        r"swallow(?:ing)?|wash(?:ing)? and dry(?:ing)?|cut(?:ting)? and past(?:e|ing)|drag and drop|"
        r"search and "
        r"rescue|stop and search|meet and greet|park and ride|sound and light|light and sound|"
        r"washer and dryer|"
        r"salt and pepper|knife and fork|room and board|trial and error|questions? and answers?|"
        r"wear and tear|"
        r"show and tell|heating and cooling|science and technology|tea and coffee|cats and dogs|track and "
        r"(?:field|trace)|(?:mum|mother|brother|son|husband) and (?:dad|father|sister|daughter|wife)|"
        r"young and "
        r"old|pay and (?:other )?benefits|look and feel|"
        r"old and new|each and every|over and over|again and again|safe and sound|peace and quiet|"
        r"in and out|out and about|to and from|bread and butter|dos and don'ts|(?:january|march|april|may|"
        r"june|july|august|september|october|november) and \w+)\b"
    ),
}
RESPONDENT = {
    "cs": re.compile(
        r"\b(?:vy|vas|vam|vami|ja)(?: osobne| sam\w*)? (?:a|nebo|ci|anebo|i) (?:nek(?:do|oho|omu|ym)|vas\w*|"
        r"cl[ea]n\w*|rodin\w*|"
        r"partner\w*|bliz\w*|lid\w*|osob\w*|jin\w*|kdokoli\w*)(?: \w+){0,2}|\bvas\w* (?:domacnost|rodin)\w* "
        r"(?:a|nebo) vy|"
        r"\b(?:partner|manzel)\w* (?:a|nebo|ci|/) (?:partner|manzel)\w*|\bvas\w* \w+ (?:nebo|ci) (?:vas\w* "
        r")?(?:bliz|clen)\w*"
    ),
    "en": re.compile(
        r"\byou(?:rself)?,? (?:and|or|and/or) (?:someone|somebody|anyone|anybody|(?:a |any )?(?:member|"
        r"members) of|your|the|my|all|a "
        r"(?:family|relative|friend|partner|close)|another|other|the people|people)(?: \w+){0,2}|\byour \w+ "
        r"(?:and|or) you\b|^(?:my|the) \w+ and i\b|\b(?:my |the )?\w+ and me\b|"
        r"\b(?:husband|wife|spouse|partner)s? or (?:wife|husband|partner)s?|\bsomeone (?:you|in) \w+ or \w+"
    ),
}
_SERVING_CS = (
    r"(?:lekar|sestr|sestri|pecovatel|pracovni[kc]|ucitel|ridic|revizor|strazni[kc]|urednic|urednik)\w*"
)
_SERVING_EN = (
    r"(?:doctor|nurse|midwife|dentist|pharmacist|therapist|teacher|assistant|driver|conductor|officer|"
    r"warden|adviser|advisor|social worker|care worker|receptionist)s?"
)
WHOEVER_SERVED = {
    "cs": re.compile(rf"\b{_SERVING_CS} (?:nebo|ci|anebo) (?:jin\w+ )?{_SERVING_CS}"),
    "en": re.compile(rf"\b{_SERVING_EN} or (?:the |a |other )?{_SERVING_EN}\b"),
}
"""One of two people, whichever it was; with "and" they are two."""

TWO_SIDES = {
    "cs": re.compile(
        r"\b(?:mezi|skloubit|skloubeni|sladit|sladeni|sladujete|kombinovat|spojit|spojeni|propojeni|"
        r"propojit|porovna\w*|srovna\w*|"
        r"rozdil\w*|vztah\w*|rovnovah\w*|navaznost\w*(?= \w+ a \w+)|spoluprac\w*(?! (?:se?|mezi)\b)|"
        r"spolu(?! s\b)|vzdalenost\w*|slucit\w*|vyvaz(?:it|ova\w*)|pomer\w*)\b[^?,.]*"
    ),
    "en": re.compile(
        r"\b(?:between|connect(?:s|ing)|link(?:s|ing)|balanc\w*|combin\w*|reconcil\w*|compar\w*|"
        r"differen\w*|relationship|juggl\w*|"
        r"distinguish\w*)\b[^?,.]*|"
        r"[^?.]*\b(?:each other|one another|together(?! with\b)|jointly|the same (?:thing|time|place)|"
        r"as a (?:set|"
        r"pair|couple|team)|in person)\b[^?,.]*|"
        r"\b[\w']+ and (?:the |your |a |their )?[\w']+ (?:\w+ )?(?:agree|agreed|meet|met|discuss|discussed|"
        r"decide|"
        r"decided|share|shared|talk|talked|cooperate|collaborate|sign|signed|exchange|exchanged|get on|get "
        r"along)\b"
    ),
}
ASIDE_CLAUSE = {
    "cs": re.compile(
        r"^(?:kdyz|pokud|jestlize|pri|po|pred|v dobe|az|ze vsech|s ohledem na|vezmete-li|zamyslete "
        r"se)\b[^?]*?, (?=[a-z])|"
        r", (?:kter\w+|jenz|jez|jehoz|jejiz|kdyz|pokud|protoze|aniz|kde|kam|kdyby)\b[^,?]*(?:,|(?=\?)|$)"
    ),
    "en": re.compile(
        r"^(?:when|if|after|before|during|thinking about|overall|in the|over the|while|as|for|since|"
        r"at)\b[^?]*?, (?=[a-z])|"
        r",? (?:who|that you|which you|because|when you|if you|where you|while you)\b[^,?]*(?:,|(?=\?)|$)"
    ),
}
OFFICES = {
    "cs": re.compile(
        r"\b(?:co|kdy|kde|jak|kdo|proc|kam) a (?:co|kdy|kde|jak|kdo|proc|kam)\b|\bne(\w{4})\w*,? "
        r"(?:nebo|ci|anebo) \1\w*|"
        r"\b(?:odbor|ministerstv|oddelen|urad|centr|fakult|ustav|komis|sprav|vybor|institut|agentur|"
        r"sdruzen|spol[ek])\w*"
        r" (?:\w+ ){1,4}a (?!je\b|jsou\b|ma\b|maji\b|se\b|\w+ (?:vam|vas|mi)\b)\w+(?: \w+)?|"
        r"\ba (?:v |ve )?(?:jeho |jejim |blizkem )?okol\w+|"
        r"\bpro \w+ (?:\w+ )?a (?!(?:s|z|v|na|o|do|jak)\b)\w+|\b(?:nebo|ci) (?:vice|mene|delsi|starsi|"
        r"mladsi|vic)\b"
    ),
    "en": re.compile(
        r"\b(?:what|when|where|how|who|why) and (?:what|when|where|how|who|why)\b|"
        r"\b(?:department|ministry|office|centre|center|committee|agency|council|institute|faculty) "
        r"(?:of|for) \w+ and \w+|"
        r"\bfor (?:\w+ ){1,4}?and (?:\w+ )?(?:people|persons|families|children|pensioners|seniors|adults|"
        r"teenagers|"
        r"students|parents|carers|visitors|women|men|others)\b|"
        r"\bfor (?!us\b|me\b|you\b|them\b|it\b)\w+ and \w+|"
        r"\bor (?:so|more|less|fewer|over|older|under|longer|earlier|later)\b"
    ),
}
BOTH_GENDERS = re.compile(r"\b(\w{4})\w*,? (?:nebo|a|ci|i|or|and) \1\w*|\b(\w{3,})/\2\w*")
OPPOSITES = {
    "cs": re.compile(
        r"\b(\w{4,})\w*,? (?:nebo|ci|anebo) (?:spise |naopak |rather )?ne\w+|\bspis\w* \w+,? (?:nebo|"
        r"ci)[^?]*|\b\w+(?:ji|jsi|ce|ne),? "
        r"(?:nebo|ci) \w+(?:ji|jsi|ce|ne)\b|\b(?:pro|ano),? (?:nebo|ci) (?:proti|ne)\b|\b(?:dobr|snad|lehk|"
        r"bezpecn|rychl)\w+,? "
        r"(?:nebo|ci|a) (?:spatn|obtizn|tezk|nebezpecn|pomal|slozit)\w+"
    ),
    "en": re.compile(
        r"\b(\w{3,}) or (?:(?:very |rather |quite )?(?:un|in|im|dis|ir|il)\1|not\b)\w*|"
        r"\b(?:good|easy|safe|likely|quick|fast|better|more|higher|"
        r"too (?:high|many|much|big)|"
        r"increase\w*|improve\w*|support|for|favou?r|well|satisfied|important|clean|hard|positive|strong) "
        r"or (?:\w+ )?(?:bad|poor|difficult|hard|"
        r"dangerous|unlikely|slow|worse|less|lower|too (?:low|few|little|small)|decrease\w*|oppose|against|"
        r"badly|unsafe|dirty|easy|"
        r"negative|weak|got worse)|\bor not\b|\bor how little\b|\bor (?:got|gotten|stayed|become)\b[^?]*"
    ),
}


def core_of(bare: str, family: str, *, is_question: bool) -> str:
    """The sentence that asks, without fixed pairs and clauses that only say what is meant."""
    parts = re.split(r"(?<=[.:])\s+", bare.strip())
    asks = [part for part in parts if "?" in part] if is_question else parts
    core = without_pairs(" ".join(asks), family)
    for pattern in (RESPONDENT, WHOEVER_SERVED, OPPOSITES, TWO_SIDES, ASIDE_CLAUSE, FIXED):
        core = pattern[family].sub(" ", core)
    return core.strip()


def without_pairs(text: str, family: str) -> str:
    """A folded text without fixed pairs, offices and both genders of one word."""
    return FIXED[family].sub(" ", BOTH_GENDERS.sub(" ", OFFICES[family].sub(" ", text)))


def without_alternatives(text: str, family: str) -> str:
    """A folded text without opposites ("clean or dirty") and both genders of one word."""
    return BOTH_GENDERS.sub(" ", OPPOSITES[family].sub(" ", text))
