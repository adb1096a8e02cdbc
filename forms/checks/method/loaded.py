"""Loaded words: words that are a judgement in themselves.

Some are one wherever they stand ("disgraceful"). Others can be asked about ("Is the fee unfair?") and push
only where they are put before what is to be judged ("How do you rate the unfair fee?").
"""

from __future__ import annotations

import re

from forms.checks.method.judged_people import judged_people
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
        r"idiotsk|pitom|nesnesiteln\w+ (?=\w{3})|rev (?:z|ze|od)\b|doup(?:e|at)|propadak|absurdn|neslychan|"
        r"zrudn|zrud[auyo]u?\b|monstr\w+|paskvil|ruin[auoy]u?\b|fias[kc]|"
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
        r"plytva|mrha|(?:na|v|u|kvuli|nad) zbytecn\w+ (?=\w{3})|rozhazov|rozhaz(?:et|i|eli|ela)\b|rozkrad|"
        r"vyhazov\w+ (?:\w+ )?(?:pen|za)|vyhozen\w+ "
        r"pen|pen\w+ vyhozen|"
        r"zbytecn(?:e|y|ych|ou|a) (?:vysok|draz|drah|plytv|utrac|byrokra|urednik|papirov)|zoufal|"
        r"rozdavan\w* (?:davek|dotac|penez|bytu)"
    ),
)
_ALWAYS_MORE_CS = (
    # ills of nature, war and crime, said of what is none
    (
        r"inva[zs](?:e|i|i) (?!rostlin|druh|kurov|klist)\w+|mor (?:elektr|kolobez|aut|reklam|turist|"
        r"graffit)|zaplav\w+ (?:reklam|turist|aut|cizinc|stiznost|papir|plakat|odpadk)|"
        r"prival\w* (?:turist|aut|reklam)|tazeni proti (?:ridic|automob|kurak|pejska|podnikat)|"
        r"valk\w+ (?:proti|s) (?:ridic|auty|automob|pejskar)|utok\w* na (?:ridic|rodin|penezenk|nase)|"
        r"chaos(?:em|u)? (?:na|v|kolem|pri|ve)|bordel|nepr?ehledn\w+ zmatek|zmatky (?:na|v) urad|"
        r"betonov\w+ dzungl|sediv\w+ (?:panelak|krabic|beton)|kralikarn|nocni mur|peklo (?:na|v)|skandal|"
        r"zvul[ie]|okradan|zdiran|zdirat|odiran|tunelov|trafik\w* (?:pro|politik)|koryt"
    ),
    # people and what they are like
    (
        r"vandra[kc]|houmles|homelesak|pobud(?:a|y|u|ove|um)\b|sock(?:y|am|ami)\b|cmoud|prachac|"
        r"zbohatl[ik]+|nabob|chuligan|buran(?:i|u|um|y)?\b|hlupak|hlupac|fizl|bachar|feta[kc]|megaloman|"
        r"gigantoman|vytrznik|vytrznic|vandal(?!ism)|opilc|ozralc|povalec|tulak|bezdak|somrak|vyderac|"
        r"spekulant|zlodej\w* na radnic|darebak|gauner|grazl|hulvat|drz(?:e|y|ych|ym|ymi|eho) (?:uredni|"
        r"ridic|zamest|soused|deti|mladez|cyklist)|otravn|kouzeln(?:e|y|eho|ych|ou|a) (?!divadl|hul|klobouk|"
        r"flet)|puvabn|malebn|utuln|pohadkov\w+ (?:mest|namest|park)|"
        r"sikovn(?:e|y|ych|ym|ymi) (?:remesln|zamest|pracovn|uredni|kuchar)|"
        r"mil(?:ym|emu|ou|ymi|eho|ych) (?:personal|zamest|pristup|obsluh|pracovn|uredni)|"
        r"vstricn(?:ym|ou|ymi|eho|ych) (?:personal|zamest|pristup|obsluh|pracovn|uredni)|"
        r"laskav(?:ym|ou|ymi|eho|ych) (?:personal|zamest|pristup|pec|obsluh|pracovn)|"
        r"profesionaln(?:im|iho|ich|imi) (?:personal|pristup|zamest|tym)|"
        r"nekonecn(?:e|y|ych|ou|a|ymi) (?:rozkop|cekan|front|oprav|uzavir|papir|prutah)|"
        r"vecn(?:e|y|ych|ou|a|ymi) (?:rozkop|uzavir|oprav|prutah|stavenist)|"
        r"neustal(?:e|y|ych|ou|ym|ymi|a) (?:zdraz|kompli|prutah|problem|stiznost)"
    ),
)
_ALWAYS_EN = (
    # praise
    (
        r"miserable|lousy|heavy-handed|tacky|obsession with|blunders?|our (?:\w+ )?(?:beautiful|handy|"
        r"lovely|convenient)|wonderful|excellent|outstanding|amazing|fantastic|brilliant|superb|"
        r"world-class|award-winning|first-class|hard-?working|much-needed|long-overdue|highly successful|"
        r"very popular|extremely popular|state-of-the-art|extravagan\w+|lavish\w*|dreary|generous|beloved|"
        r"much-loved|heroic|tireless\w*|"
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
        r"scribbles?|daubs?|taxpayers'? (?:money|cash)|"
        r"ill-judged|half-baked|hare-brained|pitiful|inexcusable|unforgivable|reckless\w*(?! (?:driv|cycl|"
        r"rid)\w+)|concrete jungle"
    ),
    # blame of people
    (
        r"winos?|hobos?|chavs|hoodlums|riff-raff|ne'er-do-wells?|megaloman\w+|grandiose|gargantuan|"
        r"incompetent|inept|lazy|greedy|overpaid|innocent|bureaucrats|unelected|arrogant|corrupt|heartless|"
        r"callous|scroungers?|freeloaders?|layabouts?|spongers?|work-?shy|cowboy (?:builders|developers)|"
        r"money-hungry|thugs?|yobs?|louts?|do-gooders?|fat cats|cronies|crooked|self-serving|"
        r"floods? of (?:migrants|immigrants|refugees|foreigners)|hordes|swarms"
    ),
    # ills of nature, war and crime, said of what is none
    (
        r"plagues? of|epidemic of (?!flu|measles|cholera|covid|influenza)\w+|"
        r"invasion (?:of|by) (?!privacy|your|my)\w+|(?:tide|wave|deluge|avalanche|onslaught|torrent|"
        r"flood) of (?:tourists|cars|traffic|visitors|foreigners|complaints|crime|violence|newcomers|"
        r"rubbish|advert\w*)|scourge|menace|blight on|cancer of|tax grab|land grab|power grab|cash grab|"
        r"money grab|war (?:on|against) (?:drivers|motorists|cars|trees|families|the \w+)|"
        r"attack on (?:drivers|motorists|families|our|the (?:elderly|poor))|"
        r"assault on (?:drivers|our|families)|grip of|stranglehold|nightmare|fiasco|debacle|shambles|"
        r"disaster of|catastrophe|chaos|mayhem|farce|travesty|scandal|disgrace|nonsense|madness|lunacy|"
        r"folly|hell-?hole|dump (?:of|that is)|slums?|ghettos?|jungle of|sea of (?:concrete|cars|rubbish)|"
        r"mountains of (?:rubbish|waste|litter|paperwork)|mess (?:left|made|caused)|"
        r"concrete (?:blocks|desert|monster|box|boxes|boxy)|troublemakers?|hooligans?|vandals|drunks|"
        r"drunkards|junkies|druggies|tramps|bums|vagrants|cheats|swindlers|profiteers?|speculators|"
        r"fraudsters|loafers|idlers|shirkers|pen-?pushers|busybodies|maniacs?|lunatics?|idiots|road hogs|"
        r"bad apples|cash-strapped taxpayers|prestige project\w*|pet project\w*|privileges of|'s privileges|"
        r"elite(?: \w+)? clubs?|bosses' perks|hard-earned|should [^?]* put up with|"
        r"at last(?! (?:year|month|week|summer|winter|spring|autumn|night|time|visit))|"
        r"finally (?:stop|end|ban|build|act|do|start)"
    ),
    # adjectives that never describe
    (
        r"flawless\w*|charming|enchanting|picturesque|splendid|glorious|remarkable|extraordinary|"
        r"unforgettable|breath-?taking|unbeatable|unmatched|impeccable|devastating|disruptive new|ruthless|"
        r"brutal|merciless|shameless|cynical|hypocritical|devious|insidious|sinister|"
        r"toxic (?!waste|substance|material|plant|fume)\w+|wretched|dismal|dire|ghastly|grotesque|"
        r"preposterous|ludicrous|insane|mad (?:idea|plan|scheme)|endless (?:roadworks|queues?|delays?|"
        r"waiting|paperwork|meetings|noise)|constant (?:delays|noise|failures|complaints)|never-ending|"
        r"painfully|hopelessly|grossly|blatant\w*|vicious|spiteful|malicious|despicable|vile|repulsive|"
        r"revolting|obscene|sordid|seedy|shabby|dingy|long-suffering|hard-pressed|hard-done-by|cherished|"
        r"treasured|vital (?:work|role|service)|invaluable|exceptional (?:work|service|care|staff)|"
        r"tasteless|trashy|cheap and nasty|gimmick\w*|propaganda|brainwash\w*|indoctrinat\w*|meddl\w+|"
        r"interfering|snoop\w+|nanny state"
    ),
    # adverbs that judge what they stand before
    (
        r"(?:laughably|ridiculously|absurdly|shamefully|scandalously|outrageously|pitifully|needlessly|"
        r"insanely|unbearably|disgracefully|woefully|appallingly|shockingly|horribly|hideously|inexcusably|"
        r"pathetically|superbly|admirably|delightfully|brilliantly|beautifully) \w+|sneaky|underhand(?:ed)?|"
        r"back-?door (?=rise|increase|sale|deal|tax)|derelict eyesore|dinosaur of|whims? of|fed up with|"
        r"sick of|put up with|should (?:\w+ ){0,3}tolerate|tasteful new|hulking|garish|gaudy|tawdry|"
        r"ramshackle|antiquated|prehistoric|toothless|spineless|gutless|cowardly|knee-?jerk|short-sighted|"
        r"wrong-headed|half-hearted|pie in the sky|boondoggles?|gravy train|money pit|bottomless pit|"
        r"handouts|freebies|junkets?|whitewash|cover-up|stitch-up|witch[- ]hunt|crackdown on|"
        r"overrun (?:by|with)|swamped (?:by|with)|inundated (?:by|with)|bombarded (?:by|with)|choking on|"
        r"strangling|suffocating|pester\w*|vagabonds?|magical|inspiring|visionary|pioneering|heart-warming|"
        r"thriving|vibrant|acclaimed|renowned|much-praised|top-class|high-class|unsurpassed|"
        r"snail[- ]pace\w*|top-quality|family silver|(?:brave|bold|courageous|visionary|"
        r"far-sighted) (?:plan|decision|proposal|move|step|project|policy)\w*|death traps?|"
        r"(?:handy|convenient|practical|clever|smart|user-friendly|comfortable|spacious|bright|cosy|stylish|"
        r"elegant|exciting|attractive|fast) new|new and improved"
    ),
    # waste
    (
        r"squander\w*|wast(?:e|es|ed|ing) (?:of )?(?:\w+ )?(?:money|funds|taxes|cash)|splurg\w+|"
        r"throw\w* (?:\w+ )?money"
    ),
)
_ALWAYS_ADVERBS_CS = (
    (
        r"(?:smesne|vecne|beznadejne|nehorazne|neuveritelne|ostudne|trapne|nesmyslne|nekrestansky|"
        r"nespravedlive|bezduvodne|skandalne|absurdne|hanebne|neunosne|nadherne|skvele|uzasne|"
        r"perfektne) \w{3,}(?:y|ych|ym|ymi|eho|emu|ou|ymi|a|e) (?=\w{3})|neutesen|barabizn|rozmar[yuů]|"
        r"ohyzdn|vkusn\w+ nov|mate uz dost |mate dost (?:toho|tech|aut|reklam|turist|hluku|neporadk|"
        r"byrokrac)\w*|mate po krk|leze vam na nervy|pije vam krev|(?:mame|maji lide|maji obyvatele|"
        r"ma mesto|ma obec) (?:\w+ ){0,3}?(?:trpet|snaset|strpet|tolerovat)|vagabund|krikav|kycovit|bezzub|"
        r"alibistick|pokryteck|kratkozrak|cern\w+ dir[aouy]|penezovod|almuzn|klientelis|"
        r"kamaradick\w+ (?:zakaz|obchod)|zaplaven\w* (?:auty|turist|reklam|cizinc|odpadk)|"
        r"zahlcen\w* (?:auty|turist|reklam)|prevalcov|magick|inspirativn|vehlasn|proslul|prukopnick|"
        r"pulzujic|silen(?:e|y|ych|ou|a|ym|eho) \w|odbyt(?:a|ou|e) prac|za hlouposti|sneci|rodinn\w+ stribr|"
        r"(?:odvazn|smel|vizionarsk|prozirav)\w+ (?:plan|zamer|rozhodnut|navrh|krok|projekt)|polorozpadl|"
        r"rozpadajic\w* se|pokoutn|potichu proved|(?:zprisnit|zmirnit|zrusit|snizit|zvysit|"
        r"omezit) prilis \w+|(?:prakticky|praktick|prehledn|pohodln|chytr|prostorn|elegantn|utuln|komfortn|"
        r"rychl|prijemn|atraktivn)\w{0,3} nov(?:y|a|e|ou|eho|em|ym|ych|emu)\b"
    ),
)
"""Adverbs that judge what they stand before, and praise of what is new."""

_BEFORE_NOUN_CS = (
    r"uspesn|vydaren|vkusn|nevkusn|sympatick|spinav|smradlav|ohyzdn|vybydlen|predpotopn|archaick|zbytecn|"
    r"osklive?|oskliv|chaotick|nezodpovedn|nespravedliv|hrozn|strasn|hloup|ubo[hz]|"
    r"smesn(?!\w+ (?:\w+ )?odpad)|nekvalitn|sobeck|zaostal|neomaln|zchatral|zanedban|zastaral|beznadejn|"
    r"nudn|nepotrebn|nepovedn|nepoveden|nedomyslen|svevoln|necitliv|sporn|kontroverzn|megalomansk|nelidsk|"
    r"nemoraln|agresivn\w+ (?:cyklist|ridic|migr)"
)
_BEFORE_NOUN_EN = (
    r"sensible|pointless|unfair|unnecessary|ugly|chaotic|selfish|irresponsible|radical|silly|foolish|"
    r"useless|needless|unjust|excessive|outdated|backward|hopeless|harmful|destructive|unpopular|"
    r"controversial|misguided|unwanted|intrusive|oppressive|punitive|unsightly|nasty|dirty|boring|careless|"
    r"thoughtless|inhumane|immoral|aggressive|greedy|sloppy|rude|smelly|stinking|"
    r"invasive(?! (?:plant|species|weed|alien|non)\w*)|unfriendly|friendly|helpful|polite|skilled|skilful|"
    r"professional(?= (?:work|approach|service|care|attitude|team|help))|tasty|delicious(?:ly)?|"
    r"modern(?! (?:art|dance|language|history|music|day|slavery))|beautiful|lovely|successful|popular|"
    r"handsome|elegant|costly|overpriced|convenient|handy|spacious|cosy|efficient|messy|clever|wise|"
    r"thoughtful|considerate|innovative|reliable|trustworthy|impressive|attractive|annoying|irritating|"
    r"disturbing|drab|dull|grey concrete|bleak|gloomy|uncomfortable|cramped|ridiculously|overcrowded|lax|"
    r"inadequate|insufficient|unreliable|run-down|rundown|decaying|disruptive|reckless|drunken|unruly|"
    r"disorderly|rebellious|pushy|unhelpful|bossy|clumsy|cumbersome"
)
_JUDGED_CS = (
    r"^(?:jak (?:hodnotite|jste (?:spokojen\w*|nespokojen\w*)|vnimate|se vam libi)|co (?:si mysl|rik|"
    r"soud)\w+|jaky (?:je|mate|postoj)|souhlas\w+|podporuj\w+|ma(?:ji|te)?\b|mel\w* by|jste (?:pro|proti)|"
    r"vadi)[^?]*?"
)
_JUDGED_EN = (
    r"^(?:how (?:(?:do|did|would) you (?:rate|feel|see|like|describe|score)|satisfied)|"
    r"what (?:do you|is your)|should|do you (?:support|agree|approve|favou?r|want|oppose|think)|"
    r"are you (?:for|against|in favou?r|happy|satisfied))\b[^?]*?"
)
ALWAYS = {
    "cs": re.compile(rf"(?<!\bza )\b(?:{'|'.join(_ALWAYS_CS + _ALWAYS_MORE_CS + _ALWAYS_ADVERBS_CS)})\w*"),
    "en": re.compile(rf"\b(?:{'|'.join(_ALWAYS_EN)})\b"),
}
BEFORE_NOUN = {
    "cs": re.compile(
        rf"{_JUDGED_CS}(?<!\bjako )(?<!\bza )(?<!\bjak )(?<!\bje )(?<!\bjsou "
        rf")\b(?P<word>(?:{_BEFORE_NOUN_CS})(?:[aeiyu]|ou|eho|emu|em|ych|ym|ymi|ich|im|imi|ho|"
        rf"mu)? (?!nebo\b|ci\b|a\b|anebo\b|dlouh|velk|moc\b|mnoho|je\b|jsou\b)\w+)"
    ),
    "en": re.compile(
        rf"{_JUDGED_EN}(?:(?<=should)|\b(?:the|this|that|these|those|our|such|an?|its?|their|new|more|any|"
        rf"even|"
        rf"\w+'s)(?: \w+)?) (?P<word>(?:{_BEFORE_NOUN_EN}) (?!or\b|and\b|to\b|that\b|if\b|for\b|treatment|"
        rf"behaviour|language|weather|waste|water)\w+)"
    ),
}


def loaded(question: Question) -> str:
    """The first loaded word, "" for none. Statements of a battery may judge: that is what they are for."""
    if question.is_row:
        return ""
    for found in ALWAYS[question.family].finditer(question.folded):
        if not _is_one_of_two(question.folded, found):
            return found.group()
    if placed := BEFORE_NOUN[question.family].search(question.folded):
        return placed.group("word")
    return judged_people(question.folded, question.family)


def _is_one_of_two(text: str, found: re.Match[str]) -> bool:
    """Whether the word is one of two answers offered: recklessly or carefully."""
    after = re.match(r"\w* (?:or|nebo|ci|anebo)\b", text[found.end() :])
    return bool(after or re.search(r"\b(?:or|nebo|ci|anebo) (?:very |too |spise )?$", text[: found.start()]))
