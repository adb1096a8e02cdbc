"""Words and turns of phrase that rules look for, in folded Czech and English (no diacritics, no capitals)."""

from __future__ import annotations

import re

NOT_NEGATIONS_CS = (
    r"nebo|necht?|nechat|nechav\w+|nech[ae][mlstj]\w*|neco\w*|neceho|necem\w*|necim|nekdo|nekoho|nekom\w*|nekym|"
    r"nekde|nekam|"
    r"nekdy|nejak\w*|nekolik\w*|nekter\w+|nej(?!ezd|de|du|sou|st[ei]|sem|sme|si\b|el|ed[eou]|is)\w+|"
    r"nedel\w+|nemoc\w*|nehod\w+|nemovit\w+|neustal\w+|"
    r"nepritel\w*|"
    r"nebezpec\w*|nezisk\w+|nevidom\w+|neslysic\w+|nezamestnan\w+|nezamestnanost\w*|nebot|nerv\w+|neter\w*|"
    r"negativ\w+|"
    r"nebe\w*|nektar|nekurak\w*|neuro\w*|nevim|nestatn\w+|nezavisl\w+|neformaln\w+|nepretrzit\w+|"
    r"neprerusen\w+|neb|"
    r"neteri|nesm\w+l\w*|nevest\w+|nevlastn\w+|nedavn\w+|nedoslych\w+|nelekarsk\w+|nelegal\w+|net|"
    r"newsletter\w*|"
    r"necel\w+|nekonecn\w+|nestest\w+|nerost\w*|netto|nehmotn\w+|nezletil\w+|neplnolet\w+|nesobestacn\w+|"
    r"nemohouc\w+"
)
THEM_CS = r"(?<!\bna )(?<!\bpro )(?<!\bza )(?<!\bo )(?<!\bv )"
"""Without diacritics, "na ně" (to them) reads like "ne" (no)."""

NEGATION_CS = re.compile(rf"\b(?!(?:{NOT_NEGATIONS_CS})\b)ne[a-z]{{2,}}\b|{THEM_CS}\bne\b(?=\s[a-z])")
NEGATION_EN = re.compile(r"\b(not|never|no longer|cannot|nobody|nothing|hardly)\b|n't\b")

NEGATIVE_WORDS_EN = (
    r"un(?:happy|safe|likely|fair|able|necessary|important|satisf\w+|reasonable|common|acceptable|clear|"
    r"comfortable|"
    r"helpful|willing|reliable|friendly|desirable|suitable|aware|interested|available|usual|pleasant|"
    r"justified|wise|"
    r"welcome|known|concerned|involved|noticed|affected|qualified|equal)|im(?:possible|polite|proper|"
    r"practical)|"
    r"in(?:appropriate|adequate|sufficient|accessible|convenient|correct|effective|frequent|significant|"
    r"capable|"
    r"tolerant|considerate)|dis(?:satisf\w+|agree\w*|approv\w+|allow\w*|lik\w+|honest|courag\w+|continu\w+|"
    r"satisfaction)|"
    r"oppos\w+|ban(?:ned|ning)?|prohibit\w*|forbid\w*|forbidden|prevent\w*|refus\w+|den(?:y|ied)|reject\w*|"
    r"against|"
    r"fail(?:s|ed|ing)?|lack\w*|without|abolish\w*|stop\w*|avoid\w*|ir(?:responsible|relevant|regular)|"
    r"il(?:legal|logical)"
)
OPINION = re.compile(
    r"\b(myslite si|podle vas|podle vaseho nazoru|povazujete|domnivate|jste (toho )?nazoru|mel[aoyi]? by "
    r"(mesto|obec|kraj|"
    r"stat|se|urad|vlada)|do you (think|feel|believe|consider)|in your (opinion|view)|should the (city|town|"
    r"council|"
    r"government|municipality|state))\b"
)

LEADING_CS = (
    r"\b(?:nas\w*|nov\w*) (?:kras|skvel|vyborn|uzasn|moderni|kvalitn|obliben|prijemn)\w*",
    (
        r"\bjak (?:\w+ )?(?:pozaduj|tvrd|rikaj|doporucuj|soud|navrhuj|upozornuj)\w* (?:\w+ )?(?:odborn|"
        r"expert|lekar|vedc)\w*"
    ),
    (
        r"\bjste (?:take |i vy |taky |rovnez )(?:toho nazoru|pro\b|presvedcen|zastanc)|\bstejne jako "
        r"(?:vetsina|vsichni|ostatni|my)\b"
    ),
    r"^ze (?:je|jsou|se|by|mate|vam|to)\b[^?]*\?",
    (
        r"(?:^|[.?!]\s+)(?:a\s|tedy\s|takze\s|jiste\s|urcite\s)*(?:souhlasite|souhlasil\w*(?:\(a\))? byste|"
        r"uznavate|uznate|"
        r"priznate)(?: take| taky| i vy| prece| plne| zcela)?,?(?: s (?:tim|nazorem|tvrzenim|"
        r"(?:\w+ )?(?:vetsin|odborni[kc]|expert|lekar|vedc|obyvatel|obcan|soused|starost|"
        r"ostatnim|vsemi|nami)\w*)"
        r"(?: \w+){0,2})?,? ?,?(?:ze|"
        r"aby)\b"
    ),
    (
        r"(?:^|[.?!:]\s+)(?:a\s|copak\s|coz\s)?(?:nemyslite|nedomniva(?:te|s)|nezda se|nemate (?:pocit|"
        r"dojem)|"
        r"nemel[aoyi]? by\w*|nechtel\w*(?:\(a\)|/a)? byste|nesouhlasite|neprejete|neni (?:to )?(?:snad |"
        r"prece |"
        r"podle vas )?"
        r"(?:pravda|na case|skoda|ostuda|lepsi|jasne|spravne|ostudne|nacase|nutne|treba|skandal|smutne)|"
        r"neuznate|nevadi vam|"
        r"nepripada|nepovazujete|nebylo by|nelibi se vam snad|nestoji za|nestydite|nevidite|neverite|"
        r"nezaslouzi|"
        r"copak|coz ne)\b"
    ),
    (
        r",\s*(?:ze ano|ze jo|vidte|ze|neni-liz pravda|ne|neni|nemyslite|souhlasite|neni to tak|ze mam "
        r"pravdu|"
        r"no ne)\s*\?"
    ),
    (
        r"\b(?:jiste|urcite|nepochybne|samozrejme|zajiste|zrejme|prece) (?:take |i |se mnou |s nami |"
        r"vsichni )*"
        r"(?:souhlas\w+|uznate|vite|vitate|chcete|ocenujete|podporujete|uznavate|potvrdite|vidite|cekate|"
        r"prejete)"
    ),
    (
        r"\bsamozrejme\b|\bnepochybne\b|\b(?:date|dejte) (?:nam |mi )?za pravdu\b|\bbezpochyby\b|\bjak (?:jiste|urcite|vsichni|(?:vsichni )?vime|vite|"
        r"je "
        r"(?:obecne |"
        r"vseobecne |dobre )?znam\w*)\b|\b(?:vsichni|kazdy) (?:uz )?(?:vi|vime|vedi|uznava|chce|chceme|"
        r"prece)\b"
    ),
    (
        r"\bkazd\w+ (?:rozumn|slusn|normaln|odpovedn|zodpovedn|spravn|poctiv|soudn)\w*|\b(?:rozumn|slusn|"
        r"zodpovedn|soudn)\w+ "
        r"(?:clovek|lide|obcan\w*|rodic\w*)\b"
    ),
    (
        r"\b(?:naprosta |velka |drtiva )?vetsin[ay] (?:\w+ ){1,3}?(?:si mysl|souhlas|povazuj|chce|vi\b|vita|"
        r"ocenuj|podporuj|je pro|"
        r"preje|tvrdi|uznava|doporucuj)\w*"
    ),
    (
        r"\b(?:odbornic\w+|experti|specialiste|lekari|vedci|ekonomove|psychologove|architekti) (?:se (?:\w+ "
        r")?|"
        r"\w+ )?(?:shod\w+|"
        r"doporucuj\w*|tvrd\w*|rikaj\w*|varuj\w*|soud\w*|povazuj\w*|potvrzuj\w*|upozornuj\w*|mysli|vedi|"
        r"prokazal\w*)"
    ),
    (
        r"\bpodle (?:\w+ )?(?:odborniku|expertu|lekaru|vedcu|vyzkumu|studii|prednich|vetsiny)\b|\b(?:vyzkumy|"
        r"studie|pruzkumy|"
        r"statistiky|data) (?:jasne |opakovane )?(?:ukazuj\w*|potvrzuj\w*|dokazuj\w*|rikaj\w*|prokazal\w*)"
    ),
    (
        r"\b(?:je|jsou) (?:prece )?(?:zrejme|jasne|evidentni|nesporne|vseobecne znam\w+|nutne priznat)\b, "
        r"?ze|"
        r"\bvzhledem k tomu, ze\b|\bkdyz (?:vite|vime|je jasne), ze\b|\bpriznejte\b|\bnelze popirat\b|"
        r"\bprece\b"
    ),
    (
        r"\b(?:o kolik|jak moc|jak vyrazne|jak hodne|proc) (?:\w+ ){0,6}?(?:zlepsil|zhorsil|zkvalitnil|"
        r"zkazil|"
        r"polepsil|pokazil)\w*"
    ),
    (
        r"\bproc (?:je|jsou|byl\w*|mate|se vam) (?:\w+ ){0,5}?(?:lepsi|nejlepsi|horsi|nejhorsi|tak \w+|libi|"
        r"radi|skvel\w+)\b"
    ),
    (
        r"\bjak moc (?:se vam |vas |jste )?(?:\w+ ){0,3}?(?:libi|libil\w*|milujete|tesi|potesil\w*|ocenujete|"
        r"radi|nadsen\w*)\b"
    ),
    (
        r"\bjak (?:dobr[aeyi]|skvel\w+|vyborn\w+|spatn[aeyi]|hrozn\w+|uzasn\w+|krasn\w+|vynikajic\w+|"
        r"strasn\w+|"
        r"zbytecn\w+) "
        r"(?:je|jsou|byl\w*|shledavate|vam prijde|vam pripada)\b(?!.*\bnebo (?:spatn|dobr))"
    ),
)
LEADING_EN = (
    (
        r"\b(?:like|as) (?:most|many|other|all|leading) (?:\w+ )?(?:people|residents|experts|citizens|"
        r"scientists|doctors|"
        r"neighbou?rs|parents|users|others)\b"
    ),
    r"^(?:isn't|aren't|shouldn't|wouldn't|don't|doesn't|wasn't|weren't|can't|haven't|hasn't) \w+ [^?]*\?",
    (
        r"(?:^|[.?!:]\s+|, )(?:and |but |so )?(?:don't|doesn't|isn't|aren't|wouldn't|shouldn't|didn't|"
        r"haven't|"
        r"hasn't|couldn't|"
        r"won't|wasn't) (?:you|it|we|they|the|this|that|our|there|everyone|everybody)\b"
    ),
    (
        r"(?:^|[.?!:]\s+)(?:do|would|should|is|are) (?:you|it|we|they|the \w+) not (?:think|agree|feel|"
        r"believe|"
        r"also|be|true|say)\b"
    ),
    (
        r"(?:^|[.?!:]\s+)(?:so |and |surely )?(?:do|would|don't|wouldn't) you (?:also |not |strongly |fully |"
        r"really )*"
        r"(?:agree|accept that|admit|concede)(?! or disagree)(?! to )\b(?: with (?:us|me|the (?:view|"
        r"idea|opinion|"
        r"experts|majority|claim)))?"
        r"(?:,? (?:that|with)\b)?(?!.*\bor (?:disagree|do you disagree)\b)"
    ),
    (
        r",\s*(?:isn't it|aren't (?:they|you|we)|don't you(?: (?:think|agree))?|doesn't (?:it|he|she)|right|"
        r"wouldn't you(?: \w+)?|"
        r"won't you|haven't (?:you|we)|correct|shouldn't (?:it|we|they)|do you not|is it not|no|yes|don't "
        r"we)\s*\?"
    ),
    (
        r"(?<!far )\bas (?:you|we|everyone|everybody)(?: all)?(?: \w+)? knows?\b|\b(?:everyone|everybody|we all|you) "
        r"(?:knows?|agrees?) "
        r"that\b|\bit is (?:well|widely|generally|commonly) (?:known|accepted|agreed)\b|\bit is (?:clear|"
        r"obvious) that\b"
    ),
    (
        r"(?:^|[,.;?!] )(?:obviously|clearly|surely|of course|undoubtedly|needless to say|naturally)\b|"
        r"\bsurely\b"
    ),
    (
        r"\b(?:most|many|the majority of|almost all|nearly all|all) (?:\w+ )?(?:people|residents|experts|"
        r"citizens|doctors|"
        r"scientists|parents|users|neighbou?rs|voters|taxpayers|professionals)(?: \w+)? (?:think|agree|"
        r"believe|"
        r"say|feel|know|"
        r"support|want|prefer|recommend|consider|welcome)\b"
    ),
    (
        r"\b(?:leading |many |medical |health |most )?(?:experts?|doctors|scientists|studies|research|"
        r"economists|specialists|"
        r"psychologists|evidence|surveys)(?: \w+)? (?:agrees?|says?|believes?|recommends?|warns?|thinks?|"
        r"shows?|"
        r"shown|proves?|"
        r"proven|proved|suggests?|confirms?|consider)\b|\baccording to (?:\w+ )?(?:experts|doctors|"
        r"scientists|"
        r"research|studies)\b"
    ),
    (
        r"\b(?:any|every|all) (?:reasonable|sensible|decent|responsible|caring|right-thinking|intelligent|"
        r"good) "
        r"\w+"
    ),
    (
        r"(?:^|[.?!] )(?:given (?:that|the fact|how)|considering (?:that|how|the fact)|in view of|"
        r"knowing "
        r"that)\b"
    ),
    (
        r"\bhow (?:good|great|excellent|wonderful|amazing|fantastic|bad|terrible|awful|brilliant|impressive|"
        r"superb|beautiful|"
        r"horrible|outstanding|annoying|disgraceful|delicious)\b(?! or\b)(?! a job\b)"
        r"(?!(?<=good)[^?]*\bat (?:each\b|the following\b|\w+ing\b))(?!.*\bor (?:bad|good|"
        r"poor|"
        r"slow)\b)"
        r"(?! (?:is|are|was) your (?:english|czech|health|hearing|eyesight|knowledge|memory|sight))(?!ly)"
    ),
    (
        r"\bhow much (?:do|did|does|have|has|would) (?:you |the |our |this |your |\w+ ){1,4}?(?:like|love|"
        r"enjoy|appreciate|hate|"
        r"dislike|improve|improved|benefit|benefited|suffer|suffered|worsen\w*)\b|\bhow much (?:better|worse|"
        r"happier|safer)\b"
    ),
    (
        r"\bwhy (?:is|are|do you (?:like|love|prefer|think)|did you (?:like|love|enjoy)) (?:\w+ "
        r"){0,6}?(?:better|best|worse|worst|"
        r"so \w+|great|like|love|favou?rite)\b|\bwhy do you (?:like|love|enjoy|hate)\b"
    ),
)
LOADED_CS = (
    r"\b(?:skvel|vynikajic|uzasn|fantastick|bajecn|prvotridn|katastrofaln|otresn|ostudn|skandalni|"
    r"skandalo\w*|neschopn|"
    r"nehorazn|premrsten|predrazen|nesmysln|plytva|mrha|rozhazov|obetav|arogantn|"
    r"nechutn|spickov|"
    r"odporn|chamtiv|bezohledn|zoufal|bezcharaktern|nadstandardn|prestizn|svetov\w+ uroven|jedinecn|"
    r"nenazran|zbabel|hanebn|znamenit|perfektn|lajdack|parazit|vyzirk|neprizpusobiv|rozkrad|"
    r"drahocenn|"
    r"nadhern|tolik potrebn|dlouho ocekavan|zdlouhav\w* a|"
    r"zbytecn(?:e|y|ych|ou|a) "
    r"(?:vysok|draz|drah|plytv|utrac|byrokra|urednik))\w*"
)
LOADED_EN = (
    r"\b(?:wonderful|excellent|outstanding|amazing|fantastic|brilliant|superb|world-class|award-winning|"
    r"first-class|"
    r"hard-?working|much-needed|long-overdue|terrible|awful|horrible|disgraceful|outrageous|disastrous|"
    r"shameful|"
    r"scandalous|incompetent|lazy|greedy|wasteful|so-called|ridiculous|burdensome|innocent|"
    r"evil|cruel|"
    r"draconian|squander\w*|bloated|overpaid|filthy|disgusting|crippling|skyrocketing|soaring|crumbling|"
    r"horrendous|pathetic|"
    r"highly successful|very popular|extremely popular|state-of-the-art|generous|beloved|heroic|"
    r"tireless\w*|"
    r"prestigious|marvellous|delightful|appalling|dreadful|notorious|bureaucrats|unelected|selfless|"
    r"fabulous|magnificent|"
    r"exorbitant|stunning|dedicated (?:staff|team|workers|nurses|teachers)|caring (?:staff|team)|great "
    r"(?:new|work|service|"
    r"job|staff|team)|our (?:excellent|great|new improved|improved|popular|friendly|professional))\b"
)
TURNS_TO_CS = (
    r"^(?:na koho|ke komu|komu|koho|kam|kde|s kym) (?:byste|bys) (?:se )?(?:obrati|sveri|zavola|pozada|"
    r"popros|mluvi|hleda|rek|sel|sli|nahlas)\w*[^?]* kdyby(?:ste|s)\b"
)
TURNS_TO_EN = (
    r"^(?:who|whom|to whom|where) would you (?:talk|turn|go|ask|contact|call|tell|report|look)\b[^?]*"
    r"\bif you\b"
)
"""Whom people would turn to in need is a question about whom they have, not about what would be."""

HYPOTHETICAL_CS = (
    r"\b(?:kdyby\w*|pokud by(?!ste)\w*|predstavte si|jestlize by\w*|v pripade, ze by\w*|dejme tomu)\b"
)
HYPOTHETICAL_EN = (
    r"\b(?:imagine|suppose|supposing|hypothetically)\b|\bwould you\b[^.?!]*\bif\b|"
    r"\bif (?!you (?:could|had to))(?:\w+ ){1,7}?(?:were|would|introduced|opened|closed|built|"
    r"offered)\b[^.?!]*\bwould\b"
)
"""What would be; asked of yes and no only: how likely or how useful something would be, people can say."""

ABSOLUTE_CS = r"\b(?:vzdy|vzdycky|nikdy|pokazde|za vsech okolnosti|bez vyjimky|vsichni)\b"
ABSOLUTE_EN = r"\b(?:always|never|every single|all the time|without exception|everyone|nobody)\b"
