"""How Czech authors hint at an answer: patterns of folded text, by the way they push."""

from __future__ import annotations

_START = r"(?:^|[.?!:]\s+)(?:a |tedy |takze |copak |coz |so |and |but )?"
_EXPERTS = (
    r"(?:odborni[kc]\w*|expert\w*|specialist\w*|leka[rř]\w*|vedc\w*|ekonom\w*|psycholog\w*|architekt\w*)"
)
_VIEWS = (
    r"(?:si mysl|souhlas|povazuj|chce|chte|vi\b|vedi|vime|vita|ocen|podpor|podeps|podepis|je pro|jsou pro|"
    r"si preje|preje|prej|tvrdi|uznav|doporuc|tes|cek|shod|prece|ma rad)\w*"
)
_SENSIBLE = r"(?:rozumn|slusn|normaln|odpovedn|zodpovedn|spravn|poctiv|soudn|ohledupln)"
_ASKS_SUPPORT = (
    r"[^?]*\b(?:souhlas|podpo|jste pro|do you (?:support|agree|want|back|favou?r)|will you)\w*[^?]*\?"
)

NEGATED = (
    _START + r"(?:nemyslite|nedomniva(?:te|s)|nezda se|nemate (?:pocit|dojem)|nemel[aoyi]? by\w*|"
    r"nechtel\w*(?:\(a\)|/a)? byste|nesouhlasite|neprejete|neuznate|nevadi vam|nepripada|nepovazujete|"
    r"nebylo by|nestalo by|nelibi se vam snad|nestoji za|nestydite|nevidite|neverite|nezaslouzi|"
    r"neni (?:to )?(?:snad |prece |podle vas )?(?:pravda|na case|skoda|ostuda|lepsi|jasne|spravne|ostudne|"
    r"nacase|nutne|treba|skandal|smutne))\b"
)
TAGS = (
    r",\s*(?:ze ano|ze jo|vidte|ze|neni-liz pravda|ne|neni|nemyslite|souhlasite|neni to tak|ze mam pravdu|"
    r"no ne)\s*\?"
)
AGREE = (
    r"(?:^|[.?!]\s+)(?:a\s|tedy\s|takze\s|jiste\s|urcite\s)*(?:souhlasite|souhlasil\w*(?:\(a\))? byste|"
    r"uznavate|uznate|priznate)(?: take| taky| i vy| prece| plne| zcela)?,?(?: s (?:tim|nazorem|tvrzenim|"
    rf"(?:\w+ )?(?:{_EXPERTS}|(?:vetsin|obyvatel|obcan|soused|starost|ostatnim|vsemi|nami)\w*))"
    r"(?: \w+){0,2})?,? ?,?(?:ze|aby)\b(?! (?:\w+ ){0,3}?(?:vas|vase|vasi|vam|vysledky|udaje|fotografie|"
    r"nahravka)\b)"
)
YOU_TOO = (
    r"\.\s+[^.?]*\b(?:i vas|i vam|vas take|vam take)\s*\?$",
    (
        r"\bjako (?:\w+ )?vetsin\w+|\b(?:souhlas\w+|ztotoznuj\w+ se) s (?:vetsinou|nazorem (?:odborn|lekar|"
        r"vetsin|expert|nas))\w*"
    ),
    r"\b(?:pripada|zda se|prijde|libi se) vam (?:take|taky|rovnez)\b",
    (
        r"\bjste (?:take |i vy |taky |rovnez )(?:toho nazoru|pro\b|presvedcen|zastanc)|\bstejne jako (?:my|"
        r"vsichni)\b"
    ),
    r"(?:^|, |\bstejne )jako (?:\w+ ){0,2}?(?:vetsin\w+|vsichni|mnozi|mnoho)\b",
    r"^stejne jako ostatni\b",
    r"(?:^|, )(?:i vy )?stejne jako (?:vas[ie]|ostatni|jini|dalsi|mnoz\w+) (?:\w+ )?\w+(?:,|\?)",
    _START
    + r"(?:i vy|take|taky|rovnez)(?: si| vam| vas| se| byste)* (?:mysl|prej|chce|chte|vadi|libi|podpor|"
    r"souhlas|povazuj|tesi|domniv)\w*",
    r"\b(?:myslite|prejete|domnivate|nemyslite) si (?:take|taky|i vy|rovnez)\b",
    r"\.\s+[^.?]{0,25}?\b(?:take|taky|i vy|rovnez)\b(?: (?:pro|proti|ji|ho|je|i vy))?\s*\?$",
)
EVERYBODY = (
    (
        rf"(?:^|[.!]\s+)[^.?]*\b{_VIEWS} (?:uz |moc )?(?:vsichni|kazdy|cel[eya] (?:mesto|obec|vesnice|"
        rf"ctvrt|skola))"
        r"[^.?]*\.\s+[^.]*\?$"
    ),
    r"\b(?:vsichni|kazdy) (?:uz )?(?:vi|vime|vedi|uznava|chce|chceme|prece)\b",
    (
        r"(?:^|[.!,]\s+)(?:na |o |po |za )?(?:\w+ ){0,4}?(?:vsichni|kazdy|cel[eya] (?:mesto|obec|vesnice|"
        r"ctvrt|skola))"
        rf" (?:\w+ ){{0,4}}?{_VIEWS}[^.?]*\.\s+[^.]*\?$"
    ),
    r"\b(?:na ktery|na kterou|na ktere|po kterem|po ktere)\w* (?:vsichni|cele mesto|cela obec|kazdy)\b",
    r"(?:^|[.!]\s+)(?:kazdy, )?(?:kdo|komu) (?:ma |miluje|chce|mysl|se star|dba|lezi|zalezi)[^.?]*,[^.?]*\.",
    r"(?:^|[.!]\s+)kdo (?:by|z nas|z vas)? ?(?:\w+ )?ne(?:chce|chtel|ma|miluj|prej|touz)\w*",
    rf"\b(?:naprosta |velka |drtiva )?vetsin[ay] (?:\w+ ){{1,3}}?{_VIEWS}",
    rf"\bke? (?:\w+ )?vetsine(?: \w+){{0,3}}, kter[aei] (?:\w+ ){{0,5}}?{_VIEWS}",
    r"\b(?:prida|pripoji|prihlasi|prikloni)\w* (?:byste )?se (?:\w+ )?ke? (?:\w+ )?(?:vetsine|nazoru)\b",
    (rf"\bkazd\w+ {_SENSIBLE}\w*|\b{_SENSIBLE}\w+ (?:clovek|lide|obcan\w*|rodic\w*|soused\w*|ridic\w*)\b"),
)
AUTHORITY = (
    r"\b(?:dokazuj|ukazuj|potvrzuj|prokazuj)\w* (?:\w+ )?(?:studie|vyzkumy|pruzkumy|data)\b",
    (
        r"\bjak (?:\w+ )?(?:pozaduj|tvrd|rikaj|doporucuj|soud|navrhuj|upozornuj)\w* (?:\w+ )?(?:odborn|"
        r"expert|lekar|vedc)\w*"
    ),
    (
        rf"\b{_EXPERTS} (?:se (?:\w+ )?|\w+ )?(?:shod\w+|doporucuj\w*|tvrd\w*|rikaj\w*|varuj\w*|soud\w*|"
        rf"povazuj\w*|"
        r"potvrzuj\w*|upozornuj\w*|mysli|vedi|prokazal\w*)"
    ),
    (
        r"\bpodle (?:\w+ )?(?:odborniku|expertu|lekaru|vedcu|vyzkumu|studii|prednich|vetsiny)\b|"
        r"\b(?:vyzkumy|studie|pruzkumy|statistiky|data|veda) (?:jasne |opakovane )?(?:ukazuj\w*|"
        r"potvrzuj\w*|dokazuj\w*|rikaj\w*|prokazal\w*|potvrdil\w*)"
    ),
    (
        r"(?:^|[.!]\s+)podle (?:\w+ )?(?:starost|reditel|rady|vedeni|zastupitel|primator|hejtman|vlad|"
        r"odbor)\w* (?:\w+ )?(?:je|jsou|by|musi|ma|nelze|potrebuj\w+)\b[^.?]*\.\s"
    ),
    r"\bsouhlasite (?:s nim|s ni|s nimi|s jejich (?:nazorem|tvrzenim|doporucenim))\b",
)
OBVIOUS = (
    (
        r"\bzalezi vam na\b[^?]*\bpodpor\w+|^(?:take )?chcete, aby\b[^?]*\b(?:proto|tedy|tudiz)\b|"
        r"\bje pravda, ze\b"
    ),
    (
        r"\b(?:jiste|urcite|nepochybne|samozrejme|zajiste|zrejme|prece) (?:take |i |se mnou |s nami |"
        r"vsichni )*(?:souhlas\w+|uznate|vite|vitate|chcete|ocenujete|podporujete|uznavate|potvrdite|"
        r"vidite|cekate|prejete)"
    ),
    (
        r"\bsamozrejm[eay]\b|\bnepochybne\b|\b(?:date|dejte) (?:nam |mi )?za pravdu\b|\bbezpochyby\b|"
        r"\bjak (?:(?:jiste|urcite) (?:vite|sami|jste si|chapete|uznate|tusite)|vsichni|(?:vsichni )?vime|"
        r"vite|je (?:obecne |vseobecne |dobre )?znam\w*)\b"
    ),
    _START
    + r"(?:jiste|urcite|nepochybne|asi|snad)(?: i)? (?:jste|vas|vam|se|sami|budete|si|nam)\b(?! spise)",
    r"\bshodneme se (?:\w+ )?na tom\b|\bse (?:\w+ )?shodneme\b",
    (
        r"\b(?:je|jsou) (?:prece )?(?:zrejme|jasne|evidentni|nesporne|vseobecne znam\w+|"
        r"nutne priznat)\b, ?ze|(?<!zda), (?:to )?je (?:vsem |nam |prece )?(?:jasne|zrejme|nesporne)\."
    ),
    r"\bkdyz (?:vite|vime|je jasne), ze\b|\bpriznejte\b|\bnelze popirat\b|\bprece\b|\bvzhledem k tomu, ze\b",
    _START + r"(?:opravdu|skutecne|vazne|snad) (?:\w+ ){0,2}?(?:chcete|mysl\w+|verite|souhlas\w*|je\b|vam|"
    r"povazuj\w*)",
    r"\bvam snad\b|\bsnad (?:ne\b|ne(?:chce|vadi|mysl|souhlas)\w*|jedno)|\bcopak\b",
    (
        r"\b(?:povazujete (?:to )?za|zda se vam(?: to)?|pripada vam(?: to)?|prijde vam(?: to)?|"
        r"je (?:to )?(?:podle vas )?) ?normalni, (?:ze|aby|kdyz)\b|\bspravne (?:nicit|vyhazovat|plytvat|"
        r"trpet|kacet)\b"
    ),
    _START + r"(?:chapete|uvedomujete si|ocenujete|vazite si(?: toho)?),? (?:ze|jak (?!casto))",
    (
        r"\b(?:nejlepsi\w*|jedin\w+|idealni\w*) (?:\w+ )?(?:resen\w+|moznost\w*|zpusob\w*) (?:je|jsou|"
        r"by)\b[^.?]*\.\s|\b(?:je|jsou) (?:\w+ )?(?:nejlepsi\w*|jedin\w+|idealni\w*) (?:resen\w+|"
        r"moznost\w*|zpusob\w*)[^.?]*\.\s"
    ),
    (
        r"\b(?:naleha?ve|nutne|akutne|konecne)? ?(?:potrebuje|je nutn\w+|je treba|je nezbytn\w+|"
        r"nutne musi)\b[^.?]*\.\s+" + _ASKS_SUPPORT
    ),
    r"^ze (?:je|jsou|se|by|mate|vam|to)\b[^?]*\?",
    (
        r"^je (?:to )?(?:podle vas )?(?:spravne|spravedlive|normalni|v poradku|"
        r"prijatelne),? ze\b(?!.*\bnebo\b)|"
        r"\bvzhledem k(?:e)? (?:\w+ )?(?:rostouc|vysok|rust|narust|nedostat|spatn|cast|mnozstv|alarm)\w*"
    ),
    (
        r"^chcete,? aby (?:vase|nase) (?:deti|vnoucata|rodiny) (?:\w+ )?(?:dychaly|zily|vyrustaly|mely|"
        r"byly v bezpeci)|\bsdilite (?:\w+ )?(?:nazor|obav|minen|presvedc)\w*|"
        r"\bjak (?:\w+ )?(?:rika|tvrdi|mysli|soudi|uvadi)\w* (?:\w+ )?(?:vetsin|mnoz|lide\b|vsichni|"
        r"obyvatel)\w*"
    ),
)
PRAISE = (
    r"\bziskal\w* (?:\w+ )?(?:ocenen|cen[uy]\b|titul)\w*[^.?]*\.\s+[^.]*\?$",
    (
        r"\b(?:nas\w*|nov\w*) (?:kras|skvel|vyborn|uzasn|kvalitn|obliben|prijemn|uspesn|zaslouzil|"
        r"vynikajic|spickov)\w*"
    ),
    r"\bnas\w* modern(?:i|ich|im|imi|iho)\b(?! (?:dejin|umen|technolog))",
    r"(?:^|[.!]\s+)(?:pevne |vsichni )?(?:doufame|verime|vime), ze (?:jste|se|vam|vas|nas\w*)\b",
    r"(?:^|[.!]\s+)(?:jsme|jsem) (?:\w+ )?(?:hrd[iay]|nejlepsi|pysn[iay]|presvedceni)\b",
    r"(?:^|[.!]\s+)(?:delame|udelali jsme) (?:pro vas )?(?:vse|maximum)\b",
    (
        r"\bnas[ei]? (?:\w+ ){1,3}?(?:dela\w*|odvad\w*|venuj\w*|pracuj\w*) (?:\w+ ){0,3}?(?:maximum|"
        r"vsechno|vyborn\w+|skvel\w+|nejlip|nejlepe)\b"
    ),
)
TAKEN_FOR_GRANTED = (
    (
        r"\b(?:o kolik|jak vyrazne|jak zasadne|jak podstatne|jak hodne|jak moc|"
        r"proc) (?:\w+ ){0,6}?(?:zlepsil|zhorsil|zkvalitnil|zkazil|polepsil|pokazil)\w*"
    ),
    (
        r"\bjak (?:vyrazne|zasadne|podstatne|skvele|vyborne|uzasne) (?:\w+ ){0,6}?(?:zlepsi|zkvalitni|"
        r"pomoh|ulehci|obohati|prisp)\w*"
    ),
    (
        r"\bproc (?:je|jsou|byl\w*|mate|se vam) (?:\w+ ){0,5}?(?:lepsi|nejlepsi|horsi|nejhorsi|tak \w+|"
        r"libi|radi?|skvel\w+)\b"
    ),
    (
        r"\b(?:v cem|cim) (?:je|jsou|byl\w*) (?:\w+ ){0,4}?(?:lepsi|nejlepsi|horsi|nejhorsi|vyjimecn\w+|"
        r"jedinecn\w+)\b"
    ),
    (
        r"\bjak moc (?:se vam |vas |jste )?(?:\w+ ){0,3}?(?:libi|libil\w*|milujete|tesi|potesil\w*|"
        r"ocenujete|radi|nadsen\w*|nadchl\w*)\b"
    ),
    (
        r"\bjak (?:moc |velmi |hodne )?(?:jste|vas|byste byli) (?:\w+ ){0,2}?(?:nadsen\w*|potesen\w*|"
        r"nadchl\w*|potesil\w*|vdecn\w+|zklaman\w*|rozhorcen\w*|nastvan\w*|pobouren\w*|zdesen\w*|"
        r"ohromen\w*)\b"
    ),
    r"\bjak (?:velk|obrovsk)\w+ (?:radost|potesen|zazitek|zklaman|zlost)\w*|\bkolik (?:radosti|potesen\w*)\b",
    (
        r"\bjak (?!dobre (?:je|jsou|byl\w*) (?:\w+ ){0,6}?(?:slyset|videt|rozumet|citit|poznat|"
        r"\w{4,}[ae]n[aeoy]?)\b)(?:dobr[aeyi]|skvel\w+|vyborn\w+|spatn[aeyi]|hrozn\w+|uzasn\w+|krasn\w+|"
        r"vynikajic\w+|strasn\w+|zbytecn\w+|prijemn\w+|nadhern\w+|otresn\w+) (?:je|jsou|byl\w*|shledavate|"
        r"vam prijde|vam pripada|(?:vam )?pripadal\w*)\b(?!.*\bnebo (?:ne)?(?:spatn|dobr|prijemn|"
        r"vyborn))(?<!prijemne je)(?<!prijemny je)"
    ),
    r"\bse vam (?:\w+ ){0,4}?tak (?:moc |velmi )?libi\b",
    (
        r"\b(?:tesi|potesilo|mrzi|stve|uklidnuje) vas(?: \w+)?, (?:ze|jak)\b|\bvas potesil\w*,? (?:ze|"
        r"jak)\b|\bjste (?:take |moc |velmi )?(?:radi|rad|rada|stastni|poteseni|vdecni|nadseni), (?:ze|"
        r"jak)\b"
    ),
)
SAID_BEFORE = (
    (
        r"\b(?:ziskal|vyhral|obdrzel|dostal|byl\w* vyhlasen|byl\w* ocenen)\w*\b[^.?]*\b(?:ocenen|cen[uy]|"
        r"titul|medail|nejlepsi|uznani|certifikat kvality)\w*[^.?]*\.\s+(?!vedel|slysel)[^.]*\?$"
    ),
    (
        r"\b(?:investoval|vlozil|venoval|vynalozil|stal[aoy]?)\w*\b[^.?]*\b(?:mnoho|hodne|spoust|nemal|"
        r"obrovsk|znacn|velk\w+ usil|milion|nesmirn)\w*[^.?]*\.\s+[^.]*\?$"
    ),
    (
        r"\b(?:zachran\w+ zivot|chrani|ohrozuje|ohrozuji|skodi|zabiji|nici|otravuje|otravuji)\w*\b[^.?]*\.\s+"
        + _ASKS_SUPPORT
    ),
    (
        r"^(?:s ohledem na|ve svetle|pri vedomi|vzhledem k(?:e)? (?:\w+ )?(?:mnoha|vysok|rostouc|hrozn|"
        r"alarm|velk|poct|nedostat|mnozstvi)|kdyz uz|ted,? kdyz|nyni,? kdyz|tvari v tvar)"
    ),
    r"^(?:pokud|jestli|kdyz) (?:vam |opravdu |skutecne |mate )?(?:zalezi|milujete|mate rad|lezi vam)",
)
"""A sentence that praises, blames or weighs before the question comes."""

APPEALS = (
    (
        r"\bjako (?:spravn|dobr(?!ovol)|zodpovedn|odpovedn|slusn|rozumn|pecliv|svedomit|milujic|starostliv|"
        r"hrd|poctiv|uvedomel|ohledupln)\w+"
    ),
    r"\b(?:ochran|zachran|uchran|ubran|chran)it (?:nase|nasi|nasich|nasim)\b",
    (
        r"\b(?:v zajmu (?:bezpec|nasich|deti|zdravi)\w*|pro dobro|kvuli bezpeci nasich|"
        r"aby (?:nase|se nase|nasi) (?:deti|vnoucata|seniori|mesto)\w*)\b"
    ),
    (
        r"\b(?:dovolit|dopustit|nechat|pripustit|dovol|dopust)\w*,? [^?]*\b(?:nici|znic|ohroz|zkaz|otrav|"
        r"trpel|zdevast)\w*|\bkter[yaeé] (?:ohrozuj|nici|skodi|otravuj|zabiji)\w*"
    ),
    r"\b(?:mel[aoyi]? by|chcete|ma|maji|podporujete|je cas)\b[^?]*\b(?:konecne|jednou provzdy)\b",
    r"\b(?:stale|porad|jeste) (?:si myslite|verite|podporujete|duverujete)\b",
    r"\bjeste (?:lepsi|lepe|hezci|krasnejsi|prijemnejsi|bezpecnejsi)\w*\b",
    (
        r"\b(?:radeji|radsi|prednost)\b[^?]*\b(?:bezpecn|cist|zdrav|klidn|zelen|"
        r"krasn)\w+[^?]*\bnebo\b[^?]*\b(?:zaparkovan|"
        r"nebezpecn|spinav|oskliv|hlucn|vyfuk|beton|odpadk|smog)\w*"
    ),
    r"\bjak casto (?:plytvate|zanedbavate|ignorujete|odhazujete)\b",
    r"\bz (?:mnoha|cetnych|nespornych|rady) (?:vyhod|prinos|prednost|problem|nevyhod)\w*",
    r"\bjak (?:uz )?je (?:\w+ )?(?:davno |dobre )?(?:jasne|zname)\b",
)
"""Calls on what one is or holds dear."""

ONLY_DEGREES = (
    (
        r"^(?:jak(?! si\b)|nakolik|do jake miry|v cem|o kolik)(?: moc| hodne| vyrazne|"
        r" silne)? (?:\w+ )*?(?:pomohl|pomaha|pomuze|zlepsil|zlepsi|ulehcil|obohatil|usnadnil|prospel|"
        r"zhorsil|obtezuj|rusi|vadi|trapi|otravuj|stve|skodi|prodlouzit|rozsirit|zvysit|snizit|omezit|"
        r"zkratit|tesi|posilit|zprisnit)\w*"
    ),
    (
        r"^(?:jak (?:rychle|brzy|moc|vyrazne|prisne)|o kolik) (?:by )?(?:se )?(?:mel\w* by|by mel|by se mel|"
        r"ma|maji)\w*\b"
    ),
    r"^jak (?:moc )?(?:jste |je |jsou )?(?:hrd|skodliv|nebezpecn|vdecn|znepokojen|obtezujic|otravn)\w*",
)
"""Fair where "not at all" is among the answers; without it they take for granted what they ask."""

UNCONDITIONED = (
    r"^proc (?:jste|nejste) (?:\w+ )?(?:proti|pro|nespokojen|spokojen)\w*\b",
    (
        r"^(?:s jakymi|na jake|jake|ktere) (?:problem|potiz|tezkost|nedostat|obtiz|"
        r"chyb)\w* (?:jste )?(?:\w+ ){0,4}?(?:narazil|setkal|mel|potykal|zaznamenal)\w*"
    ),
    (
        r"^(?:cim|v cem|jak (?:moc|hodne|velmi)|nakolik|o kolik) (?:vam|vas|vasi|vase|vasemu|"
        r"vasim) (?!.*\b(?:vubec|nebo)\b)(?:\w+ ){0,6}?(?:pomohl|usnadnil|ulehcil|ulevil|prospel|prospiv|"
        r"zlepsil|obohatil|zjednodusil|zprijemnil|usnadnuj|ulehcuj|zlepsuj|obohacuj|zkomplikoval|"
        r"znepri?jemn|ztizil|skodi|uskodil|obtezuj|otravuj)\w*"
    ),
    (
        r"^jake (?:problemy|potize|obtize|starosti|skody|neprijemnosti) (?:vam |vasi \w+ |vasim \w+ )(?:\w+ "
        r"){0,4}?(?:zpusob|pusob|prin)\w*"
    ),
)
"""Fair to ask those who have said so before."""

PATTERNS: tuple[str, ...] = (
    *SAID_BEFORE,
    *APPEALS,
    NEGATED,
    TAGS,
    AGREE,
    *YOU_TOO,
    *EVERYBODY,
    *AUTHORITY,
    *OBVIOUS,
    *PRAISE,
    *TAKEN_FOR_GRANTED,
)
