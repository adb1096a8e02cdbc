"""Loaded words: words that are a judgement in themselves.

Some are one wherever they stand ("disgraceful"). Others can be asked about ("Is the fee unfair?") and push
only where they are put before what is to be judged ("How do you rate the unfair fee?").
"""

from __future__ import annotations

import re

from forms.checks.method.reading import Question

_ALWAYS_CS = (
    # praise
    (
        r"hruzostrasn|rozmaril|bezcitn|nestoudn|zkrachoval|tragick\w+ stav|amatersk\w+ (?:veden|pristup)|"
        r"skvel|vynikajic|uzasn|fantastick|bajecn|prvotridn|spickov|obetav|jedinecn|prestizn|"
        r"svetov\w+ uroven|znamenit|perfektn|drahocenn|nadhern|prekrasn|tolik (?:potrebn|ocekavan)|"
        r"dlouho ocekavan|vytouzen|vymodlen|zazracn|grandiozn|famozn|fenomenaln|brilantn|excelentn|"
        r"ohromujic|okouzlujic|genialn|bezchybn|vehlasn|renomovan|chvalyhodn|zasluzn|hrdinsk|neunavn|"
        r"nezistn|revolucni|prulomov|neuveriteln|dech berouc|vzornou? peci"
    ),
    # blame of things
    (
        r"katastrofaln|otresn|ostudn|skandalni|skandalo\w*|nehorazn|premrsten|predrazen|nesmysln|nechutn|"
        r"odporn|hanebn|zdlouhav\w* a|zpackan|zfusovan|odflaknut|drastick|barbarsk|tristni|alarmujic|"
        r"obludn|oblud[auyo]u?\b|hruzn|lichvar|priserny?|prisern|mizern|bidn|zalostn|dezolatn|ohavn|hnusn|"
        r"idiotsk|pitom|absurdn|neslychan|zrudn|zrud[auyo]u?\b|monstr\w+|paskvil|ruin[auoy]u?\b|fias[kc]|"
        r"debakl|prebujel|zlodejsk|hrabiv|likvidacni (?:poplat|cen|dan)|betonov\w+ (?:poust|krabic|mor)|"
        r"zkaz[eu] mesta|zverstv|svinstv|ostud[auy] mesta|brak\b"
    ),
    # blame of people
    (
        r"neschopn(?!\w* (?:prac|platit|se\b|chod))|arogantn|chamtiv|bezohledn|bezcharaktern|nenazran|"
        r"zbabel|lajdack|parazit|vyzirk|neprizpusobiv|nekompetentn|lenoch|flakac|nemakacenk|prizivnik|"
        r"prisavk|zneuzivac|papalas|politikar|kmotr[uyi]\b|mafi[aieou]|mafian|ekoterorist|lin(?:ym|ych|i|y|"
        r"ymi|eho|a|ou) (?:nezam|uredni|zamestn|lid|obcan|ucitel|delni)|cikan|fetak|ozral|asocial|chamrad|"
        r"luz[aoyu]u?\b|urednick\w+ sikan|sikanov\w* (?:ridic|obcan|podnikat|chodc|lid)|"
        r"buzer\w*|sikan\w* (?:urad|stat)|zkorumpovan|prolhan|"
        r"priliv (?:\w+ )?(?:cizinc|migrant|uprchl)|(?:nekontrolovan|masov)\w+ priliv|migracni vln"
    ),
    # waste
    (
        r"plytva|mrha|rozhazov|rozkrad|vyhazov\w+ (?:\w+ )?(?:pen|za)|vyhozen\w+ pen|pen\w+ vyhozen|"
        r"zbytecn(?:e|y|ych|ou|a) (?:vysok|draz|drah|plytv|utrac|byrokra|urednik|papirov)|zoufal"
    ),
)
_ALWAYS_MORE_CS = (
    # ills of nature, war and crime, said of what is none
    (
        r"inva[zs](?:e|i|i) (?!rostlin|druh|kurov|klist)\w+|mor (?:elektr|kolobez|aut|reklam|turist|"
        r"graffit)|zaplav\w+ "
        r"(?:reklam|turist|aut|cizinc|stiznost|papir|plakat|odpadk)|prival\w* (?:turist|aut|reklam)|"
        r"tazeni proti (?:ridic|automob|kurak|pejska|podnikat)|valk\w+ (?:proti|s) (?:ridic|auty|automob|"
        r"pejskar)|"
        r"utok\w* na (?:ridic|rodin|penezenk|nase)|"
        r"chaos(?:em|u)? (?:na|v|kolem|pri|ve)|bordel|nepr?ehledn\w+ zmatek|zmatky (?:na|v) urad|"
        r"betonov\w+ dzungl|sediv\w+ (?:panelak|krabic|beton)|kralikarn|nocni mur|peklo (?:na|v)|skandal|"
        r"zvul[ie]|"
        r"okradan|zdiran|zdirat|odiran|tunelov|trafik\w* (?:pro|politik)|koryt"
    ),
    # people and what they are like
    (
        r"vandra[kc]|houmles|homelesak|pobud(?:a|y|u|ove|um)\b|sock(?:y|am|ami)\b|cmoud|prachac|"
        r"zbohatl[ik]+|nabob|"
        r"chuligan|buran(?:i|u|um|y)?\b|hlupak|hlupac|fizl|bachar|feta[kc]|megaloman|gigantoman|"
        r"vytrznik|vytrznic|vandal(?!ism)|opilc|ozralc|povalec|tulak|bezdak|somrak|vyderac|spekulant|"
        r"zlodej\w* na "
        r"radnic|darebak|gauner|grazl|hulvat|drz(?:e|y|ych|ym|ymi|eho) (?:uredni|ridic|zamest|soused|deti|"
        r"mladez|cyklist)|"
        r"otravn|kouzeln(?:e|y|eho|ych|ou|a) (?!divadl|hul|klobouk|flet)|puvabn|malebn|utuln|pohadkov\w+ "
        r"(?:mest|namest|park)|"
        r"sikovn(?:e|y|ych|ym|ymi) (?:remesln|zamest|pracovn|uredni|kuchar)|mil(?:ym|emu|ou|ymi|eho|ych) "
        r"(?:personal|zamest|"
        r"pristup|obsluh|pracovn|uredni)|vstricn(?:ym|ou|ymi|eho|ych) (?:personal|zamest|pristup|obsluh|"
        r"pracovn|uredni)|"
        r"laskav(?:ym|ou|ymi|eho|ych) (?:personal|zamest|pristup|pec|obsluh|pracovn)|profesionaln(?:im|iho|"
        r"ich|imi) (?:personal|"
        r"pristup|zamest|tym)|nekonecn(?:e|y|ych|ou|a|ymi) (?:rozkop|cekan|front|oprav|uzavir|papir|prutah)|"
        r"vecn(?:e|y|ych|ou|a|ymi) (?:rozkop|uzavir|oprav|prutah|stavenist)|neustal(?:e|y|ych|ou|ym|ymi|a) "
        r"(?:zdraz|kompli|"
        r"prutah|problem|stiznost)"
    ),
)
_ALWAYS_EN = (
    # praise
    (
        r"miserable|lousy|heavy-handed|tacky|obsession with|blunders?|our (?:\w+ )?(?:beautiful|handy|"
        r"lovely|convenient)|wonderful|excellent|outstanding|amazing|fantastic|brilliant|superb|"
        r"world-class|award-winning|first-class|hard-?working|much-needed|long-overdue|highly successful|"
        r"very popular|extremely popular|state-of-the-art|generous|beloved|much-loved|heroic|tireless\w*|"
        r"prestigious|marvellous|delightful|selfless|fabulous|magnificent|stunning|gorgeous|spectacular|"
        r"incredible|phenomenal|unrivalled|top-notch|first-rate|exemplary|groundbreaking|ground-breaking|"
        r"revolutionary|dedicated (?:staff|team|workers|nurses|teachers|volunteers|carers)|caring (?:staff|"
        r"team)|great (?:new|work|service|job|staff|team)|our (?:excellent|great|new improved|improved|"
        r"popular|friendly|professional|lovely|precious)|precious (?:green|open)"
    ),
    # blame of things
    (
        r"terrible|awful|horrible|horrendous|horrific|disgraceful|outrageous|disastrous|shameful|"
        r"scandalous|wasteful|so-called|ridiculous|burdensome|evil|cruel|draconian|bloated|filthy|"
        r"disgusting|crippling|skyrocketing|soaring|crumbling|pathetic|appalling|dreadful|notorious|"
        r"exorbitant|extortionate|shambolic|botched|bungled|shocking|hideous|monstrosity|monstrous|eyesore|"
        r"abysmal|atrocious|deplorable|lamentable|woeful|laughable|farcical|nonsensical|idiotic|stupid|"
        r"absurd|senseless|mindless|barbaric|savage|ruinous|catastrophic|scandal-hit|rip-?off|red tape|"
        r"vanity project|white elephant|money-grabbing|cash cow|stealth tax|sky-high|fat-cat|ill-conceived|"
        r"ill-judged|half-baked|hare-brained|pitiful|inexcusable|unforgivable|reckless\w*(?! (?:driv|cycl|"
        r"rid)\w+)|concrete jungle"
    ),
    # blame of people
    (
        r"winos?|hobos?|chavs|hoodlums|riff-raff|ne'er-do-wells?|"
        r"megaloman\w+|grandiose|gargantuan|incompetent|inept|lazy|greedy|overpaid|innocent|bureaucrats|"
        r"unelected|arrogant|corrupt|heartless|"
        r"callous|scroungers?|freeloaders?|layabouts?|spongers?|work-?shy|cowboy (?:builders|developers)|"
        r"money-hungry|thugs?|yobs?|louts?|do-gooders?|fat cats|cronies|crooked|self-serving|"
        r"floods? of (?:migrants|immigrants|refugees|foreigners)|hordes|swarms"
    ),
    # ills of nature, war and crime, said of what is none
    (
        r"plagues? of|epidemic of (?!flu|measles|cholera|covid|influenza)\w+|invasion (?:of|by) (?!privacy|"
        r"your|my)\w+|(?:tide|"
        r"wave|deluge|"
        r"avalanche|onslaught|torrent|flood) of (?:tourists|cars|traffic|visitors|foreigners|complaints|"
        r"crime|violence|newcomers|rubbish|advert\w*)|scourge|menace|blight on|cancer of|tax "
        r"grab|"
        r"land grab|power grab|cash grab|money grab|war (?:on|against) (?:drivers|motorists|cars|trees|"
        r"families|the \w+)|"
        r"attack on (?:drivers|motorists|families|our|the (?:elderly|poor))|assault on (?:drivers|our|"
        r"families)|"
        r"grip of|stranglehold|nightmare|fiasco|debacle|shambles|disaster of|catastrophe|chaos|mayhem|"
        r"farce|travesty|"
        r"scandal|disgrace|nonsense|madness|lunacy|folly|hell-?hole|dump (?:of|that is)|slums?|ghettos?|"
        r"jungle of|"
        r"sea of (?:concrete|cars|rubbish)|mountains of (?:rubbish|waste|litter|paperwork)|"
        r"mess (?:left|made|caused)|concrete (?:blocks|desert|monster|box|boxes|boxy)|"
        r"troublemakers?|hooligans?|vandals|drunks|drunkards|junkies|druggies|tramps|bums|vagrants|"
        r"cheats|swindlers|profiteers?|speculators|fraudsters|loafers|idlers|shirkers|pen-?pushers|"
        r"busybodies|maniacs?|lunatics?|idiots|road hogs|bad apples|cash-strapped taxpayers|prestige "
        r"project\w*|"
        r"pet project\w*|privileges of|'s privileges|elite(?: \w+)? clubs?|bosses' perks|hard-earned|"
        r"should [^?]* put up with|at last(?! (?:year|month|week|summer|winter|spring|autumn|night|time|"
        r"visit))|finally (?:stop|end|ban|build|act|do|start)"
    ),
    # adjectives that never describe
    (
        r"flawless\w*|charming|enchanting|picturesque|splendid|glorious|remarkable|extraordinary|"
        r"unforgettable|"
        r"breath-?taking|unbeatable|unmatched|impeccable|devastating|disruptive new|ruthless|brutal|"
        r"merciless|"
        r"shameless|cynical|hypocritical|devious|insidious|sinister|toxic (?!waste|substance|material|"
        r"plant|fume)\w+|"
        r"wretched|dismal|dire|ghastly|grotesque|preposterous|ludicrous|insane|mad (?:idea|"
        r"plan|scheme)|"
        r"endless (?:roadworks|queues?|delays?|waiting|paperwork|"
        r"meetings|noise)|"
        r"constant (?:delays|noise|failures|complaints)|never-ending|painfully|hopelessly|grossly|blatant\w*|"
        r"vicious|spiteful|malicious|despicable|vile|repulsive|revolting|obscene|sordid|seedy|shabby|"
        r"dingy|"
        r"long-suffering|hard-pressed|hard-done-by|cherished|treasured|vital (?:work|"
        r"role|service)|"
        r"invaluable|exceptional (?:work|service|care|staff)|tasteless|trashy|cheap and nasty|gimmick\w*|"
        r"propaganda|brainwash\w*|indoctrinat\w*|meddl\w+|interfering|snoop\w+|nanny state"
    ),
    # waste
    (
        r"squander\w*|wast(?:e|es|ed|ing) (?:of )?(?:\w+ )?(?:money|funds|taxes|cash)|splurg\w+|"
        r"throw\w* (?:\w+ )?money"
    ),
)
_BEFORE_NOUN_CS = (
    r"zbytecn|osklive?|oskliv|chaotick|nezodpovedn|nespravedliv|hrozn|strasn|hloup|ubo[hz]|"
    r"smesn(?!\w+ (?:\w+ )?odpad)|nekvalitn|"
    r"sobeck|zaostal|neomaln|zchatral|zanedban|zastaral|beznadejn|nudn|nepotrebn|nepovedn|nepoveden|"
    r"nedomyslen|svevoln|necitliv|sporn|kontroverzn|megalomansk|nelidsk|nemoraln|agresivn\w+ (?:cyklist|"
    r"ridic|migr)"
)
_BEFORE_NOUN_EN = (
    r"sensible|pointless|unfair|unnecessary|ugly|chaotic|selfish|irresponsible|radical|silly|foolish|useless|"
    r"needless|unjust|"
    r"excessive|outdated|backward|hopeless|harmful|destructive|unpopular|controversial|misguided|unwanted|"
    r"intrusive|"
    r"oppressive|punitive|unsightly|nasty|dirty|boring|careless|thoughtless|inhumane|immoral|aggressive|"
    r"greedy|sloppy|rude|smelly|stinking|invasive(?! (?:plant|species|weed|alien|non)\w*)|unfriendly|"
    r"friendly|helpful|"
    r"polite|skilled|skilful|professional(?= (?:work|approach|service|care|attitude|team|help))|"
    r"tasty|delicious|modern(?! (?:art|dance|language|history|music|day|slavery))|beautiful|lovely|"
    r"successful|popular|handsome|elegant|costly|overpriced|"
    r"clever|wise|thoughtful|considerate|innovative|reliable|trustworthy|impressive|attractive|"
    r"annoying|irritating|disturbing|drab|dull|grey concrete|bleak|gloomy|uncomfortable|cramped|ridiculously|"
    r"overcrowded|lax|inadequate|insufficient|unreliable|run-down|rundown|decaying|"
    r"disruptive|reckless|drunken|unruly|disorderly|rebellious|pushy|unhelpful|bossy|clumsy|cumbersome"
)
_JUDGED_CS = (
    r"^(?:jak (?:hodnotite|jste (?:spokojen\w*|nespokojen\w*)|vnimate|se vam libi)|co (?:si mysl|rik|"
    r"soud)\w+|jaky (?:je|mate|postoj)|souhlas\w+|podporuj\w+|ma(?:ji|te)?\b|mel\w* by|jste (?:pro|proti)|"
    r"vadi)[^?]*?"
)
_JUDGED_EN = (
    r"^(?:how (?:do you (?:rate|feel|see|like)|satisfied)|what (?:do you|is your)|should|do you (?:support|"
    r"agree|approve|favou?r|want|oppose|think)|are you (?:for|against|in favou?r|happy|satisfied))\b[^?]*?"
)
ALWAYS = {
    "cs": re.compile(rf"(?<!\bza )\b(?:{'|'.join(_ALWAYS_CS + _ALWAYS_MORE_CS)})\w*"),
    "en": re.compile(rf"\b(?:{'|'.join(_ALWAYS_EN)})\b"),
}
BEFORE_NOUN = {
    "cs": re.compile(
        rf"{_JUDGED_CS}(?<!\bjako )(?<!\bza )(?<!\bjak )(?<!\bje )(?<!\bjsou "
        rf")\b(?P<word>(?:{_BEFORE_NOUN_CS})(?:[aeiyu]|ou|eho|emu|em|ych|ym|ymi|ich|im|imi|ho|"
        rf"mu)? (?!nebo\b|ci\b|a\b|anebo\b|dlouh|velk|moc\b|mnoho|je\b|jsou\b)\w+)"
    ),
    "en": re.compile(
        rf"{_JUDGED_EN}(?:(?<=should)|\b(?:the|this|that|these|those|our|such|an?|its?|their|new|"
        rf"\w+'s)(?: \w+)?) (?P<word>(?:{_BEFORE_NOUN_EN}) (?!or\b|and\b|to\b|that\b|if\b|for\b|treatment|"
        rf"behaviour|language|weather|waste|water)\w+)"
    ),
}


def loaded(question: Question) -> str:
    """The first loaded word, "" for none. Statements of a battery may judge: that is what they are for."""
    if question.is_row:
        return ""
    if found := ALWAYS[question.family].search(question.folded):
        return found.group()
    placed = BEFORE_NOUN[question.family].search(question.folded)
    return placed.group("word") if placed else ""
