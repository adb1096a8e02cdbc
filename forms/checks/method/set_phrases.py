"""Words joined that are no two things asked: fixed pairs, the respondent and others, two sides, offices, "
"asides.

They are taken out of a folded question before the rest is read for two things.
"""

from __future__ import annotations

import re

FIXED = {
    "cs": re.compile(
        r"\b(?:tam a zpet|kdy a kde|kde a kdy|jak a kde|kde a jak|tak a tak|ano a ne|vice ci mene|"
        r"vice nebo mene|dnem i noci|ve dne i v noci|den a noc|cas a misto|tim ci onim|dobre nebo spatne|"
        r"tu a tam|sem a tam|krok za krokem|cas od casu|muzi a zeny|zeny a muzi|muz a zena|rodice a deti|"
        r"rodicu a deti|(?:mest|obc|byt|dom|sidl|centr|okr)\w* a (?:jeho |jeji |jejich )?okol\w+|"
        r"prace a socialnich veci|mladez\w* a telovychov\w*|zivotni\w* prostredi a|"
        r"rodin\w* a (?:pratel\w*|znam\w+|bliz\w+)|pratel\w* a (?:znam|rodin|bliz)\w+|pribuzn\w* a znam\w*|"
        r"deti a (?:mladez\w*|mlad\w+|dospivajic\w*)|detmi a mladez\w*|matk\w* a (?:dit|det)\w+|"
        r"senior\w* a (?:lid\w+|osob\w*) se|voda a kanalizace|ovoce a zelenin\w*|ovoci a zelenin\w*|"
        r"odpoledne a vecer|rano a vecer|a podobne|a jine|a dalsi\w*|a tak(?:e)? dale|a vice|a starsi\w*|"
        r"a mladsi\w*|a mene|a pul|a to\b|a presto|apod|atd|(?:leden|unor|brezen|duben|kveten|cerven|"
        r"cervenec|srpen|zari|rijen|listopad|prosinec)\w* a \w+|pondeli a \w+|sobot\w* a (?:v )?nedel\w*|"
        r"jednou a vicekrat|\d+\.? a \d+\.?|pro a proti|plus a minus|i kdyz|i nadale|i pres\w*|i tak|"
        r"i jinak|i jine|i dalsi|i po|i v pripade|i bez|i mimo|i pro|"
        r"i (?:v|ve|o|pres) (?:noci|poledne|lete|zime|pondeli|utery|stredu|ctvrtek|patek|sobot\w*|nedel\w*|"
        r"vikend\w*|svat\w+|prazdnin\w*)|i (?:vecer|rano|odpoledne|dopoledne))\b"
    ),
    "en": re.compile(
        r"\b(?:when and where|where and when|how and (?:when|where)|day and night|day or night|"
        r"time and place|times and (?:the )?places?|black and white|terms and conditions|health and safety|"
        r"pros and cons|bed and breakfast|arts and crafts|rules and regulations|more or less|up and down|"
        r"now and (?:then|again)|men and women|women and men|mother and (?:child|baby)|gas and electric\w*|"
        r"fruits? and vegetables?|friends? and (?:family|relatives)|family and friends|"
        r"family (?:and|or) friends|friends? or (?:family|relatives)|"
        r"parents? (?:and|or) (?:carers?|guardians?)|children and young people|boys and girls|"
        r"(?:city|town|village|area|neighbou?rhood|home|house) and (?:its |the )?surround\w+|and so on|"
        r"and over|and above|and older|and under|and younger|and (?:a )?half|and back|come and go|try and|"
        r"go and|wait and see|drop-in and|research and development|lost and found|\d+ and \d+|"
        r"(?:saturday|monday|friday)s? and \w+|(?:stay|stop|stopped|sit|sign|signed|stand|wait|waited|come|"
        r"came|go|went|gone|try|tried) and (?=\w)|read and (?:understand|understood|follow)|"
        r"wh(?:at|om?) \w+(?: \w+){0,3} and (?:when|where|how|why)(?=\W*$)|"
        r"(?:what|when|where|how) to \w+ and (?:whom?|what|when|where|how) to\b|fire and rescue|"
        r"(?:get|find|hire|recruit) and (?:keep|retain)|(?:well|quickly) and safely|fit and well|"
        r"costs and (?:fees|charges)|opening and closing|(?:cyclists|pedestrians|drivers) and (?:walkers|"
        r"cyclists|pedestrians)|walkers and cyclists|(?:open|unlock) and (?:close|shut|lock)|"
        r"load(?:ing)? and unload(?:ing)?|(?:on|in|up|log in|sign in|check in|turn on) and (?:off|out|down)|"
        r"(?:drop-off|pick-up|check-in|start|hot|left|front|input|before|home|inside|hardware|"
        r"incoming) and (?:pick-up|drop-off|check-out|finish|end|cold|right|back|output|after|away|outside|"
        r"software|outgoing)|find and (?:open|use)|lift(?:ing)? and carry(?:ing)?|"
        r"put(?:ting)? on and tak(?:e|ing) off|sit(?:ting)? down and stand(?:ing)? up|"
        r"chew(?:ing)? and swallow(?:ing)?|wash(?:ing)? and dry(?:ing)?|cut(?:ting)? and past(?:e|ing)|"
        r"drag and drop|search and rescue|stop and search|meet and greet|park and ride|sound and light|"
        r"light and sound|washer and dryer|salt and pepper|knife and fork|room and board|trial and error|"
        r"questions? and answers?|wear and tear|show and tell|heating and cooling|science and technology|"
        r"tea and coffee|cats and dogs|track and (?:field|trace)|(?:mum|mother|brother|son|"
        r"husband) and (?:dad|father|sister|daughter|wife)|young and old|pay and (?:other )?benefits|"
        r"look and feel|old and new|each and every|over and over|again and again|safe and sound|"
        r"peace and quiet|in and out|out and about|to and from|bread and butter|dos and don'ts|"
        r"(?:january|march|april|may|june|july|august|september|october|november) and \w+)\b"
    ),
}
RESPONDENT = {
    "cs": re.compile(
        r"\b(?:vy|vas|vam|vami|ja)(?: osobne| sam\w*)? (?:a|nebo|ci|anebo|i) (?:nek(?:do|oho|omu|ym)|vas\w*|"
        r"cl[ea]n\w*|rodin\w*|partner\w*|bliz\w*|lid\w*|osob\w*|jin\w*|kdokoli\w*)(?: \w+){0,2}|"
        r"\bvas\w* (?:domacnost|rodin)\w* (?:a|nebo) vy|\b(?:partner|manzel)\w* (?:a|nebo|ci|/) (?:partner|"
        r"manzel)\w*|\bvas\w* \w+ (?:nebo|ci) (?:vas\w* )?(?:bliz|clen)\w*"
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
        r"\b(?:between|connect(?:s|ing)|link(?:s|ing)|balanc\w*|combin\w*|reconcil\w*|compar\w*|differen\w*|"
        r"relationship|juggl\w*|distinguish\w*)\b[^?,.]*|[^?.]*\b(?:each other|one another|"
        r"together(?! with\b)|jointly|the same (?:thing|time|place)|as a (?:set|pair|couple|team)|"
        r"in person)\b[^?,.]*|\b[\w']+ and (?:the |your |a |their )?[\w']+ (?:\w+ )?(?:agree|agreed|meet|"
        r"met|discuss|discussed|decide|decided|share|shared|talk|talked|cooperate|collaborate|sign|signed|"
        r"exchange|exchanged|get on|get along)\b"
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
        r"\b(?:co|kdy|kde|jak|kdo|proc|kam) a (?:co|kdy|kde|jak|kdo|proc|kam)\b|"
        r"\bne(\w{4})\w*,? (?:nebo|ci|anebo) \1\w*|\b(?:odbor|ministerstv|oddelen|urad|centr|fakult|ustav|"
        r"komis|sprav|vybor|institut|agentur|sdruzen|spol[ek])\w* (?:\w+ ){1,4}a (?!je\b|jsou\b|ma\b|maji\b|"
        r"se\b|\w+ (?:vam|vas|mi)\b)\w+(?: \w+)?|\ba (?:v |ve )?(?:jeho |jejim |blizkem )?okol\w+|"
        r"\bpro \w+ (?:\w+ )?a (?!(?:s|z|v|na|o|do|jak)\b)\w+|\b(?:nebo|ci) (?:vice|mene|delsi|starsi|"
        r"mladsi|vic)\b"
    ),
    "en": re.compile(
        r"\bwhat (?:\w+ )?(?:can|may|should|does)\b[^?]*? and what (?:\w+ )?(?:cannot|can't|may not|should "
        r"not|"
        r"shouldn't|does not|doesn't)\b|"
        r"\b(?:what|when|where|how|who|why) and (?:what|when|where|how|who|why)\b|"
        r"\b(?:department|ministry|office|centre|center|committee|agency|council|institute|faculty) (?:of|"
        r"for) \w+ and \w+|\bfor (?:\w+ ){1,4}?and (?:\w+ )?(?:people|persons|families|children|pensioners|"
        r"seniors|adults|teenagers|students|parents|carers|visitors|women|men|others)\b|"
        r"\bfor (?!us\b|me\b|you\b|them\b|it\b)\w+ and \w+|\bor (?:so|more|less|fewer|over|older|under|"
        r"longer|earlier|later)\b"
    ),
}
BOTH_GENDERS = re.compile(r"\b(\w{4})\w*,? (?:nebo|a|ci|i|or|and) \1\w*|\b(\w{3,})/\2\w*")
OPPOSITES = {
    "cs": re.compile(
        r"\b(\w{4,})\w*,? (?:nebo|ci|anebo) (?:spise |naopak |rather )?ne\w+|"
        r"\bspis\w* \w+,? (?:nebo|ci)[^?]*|\b\w+(?:ji|jsi|ce|ne),? (?:nebo|ci) \w+(?:ji|jsi|ce|ne)\b|"
        r"\b(?:pro|ano),? (?:nebo|ci) (?:proti|ne)\b|\b(?:dobr|snad|lehk|bezpecn|rychl)\w+,? (?:nebo|ci|"
        r"a) (?:spatn|obtizn|tezk|nebezpecn|pomal|slozit)\w+"
    ),
    "en": re.compile(
        r"\b(\w{3,}) or (?:(?:very |rather |quite )?(?:un|in|im|dis|ir|il)\1|not\b)\w*|"
        r"\b(?:good|easy|safe|likely|quick|fast|better|more|higher|too (?:high|many|much|big)|increase\w*|"
        r"improve\w*|support|for|favou?r|well|satisfied|important|clean|hard|positive|"
        r"strong) or (?:\w+ )?(?:bad|poor|difficult|hard|dangerous|unlikely|slow|worse|less|lower|"
        r"too (?:low|few|little|small)|decrease\w*|oppose|against|badly|unsafe|dirty|easy|negative|weak|"
        r"got worse)|\bor not\b|\bor how little\b|\bor (?:got|gotten|stayed|become)\b[^?]*"
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
