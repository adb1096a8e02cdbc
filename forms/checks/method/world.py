"""Turns of phrase of questions about the world outside: what should be, what the law says, how things are.

Patterns are for folded Czech and English (no diacritics, no capitals).
"""

from __future__ import annotations

import re

INFINITIVE_CS = (
    r"(?!(?:internet|plat|automat|pocit|kredit|certifikat|kabinet|limit|format|inzerat|magistrat|senat|"
    r"advokat|kamarat|parlament|byt|most|cast|oblast|moznost|povinnost|radost|starost|mistnost|trat|sit|"
    r"schopnost|prilezitost|potrebnost|dost|pet|deset|sest|devet|kolikrat|krat|tenkrat|poprat|list|text|"
    r"test|rozpocet|pocet|klient|student|pacient|asistent|obyvatel|host|prostredek|dvacet|tricet|svet|let|"
    r"akt|projekt|objekt|produkt|kontakt|dokument|park|port|sport|transport|export|import|start|sal[aá]t|"
    r"obrat|zavrat|navrat)\b)\w*(?:at|it|et|yt|out|ust|ist|yst|ezt|izt|ect|est|ict|ict|oct|eci|ici)\b(?: se|"
    r" si)?"
)
THEY_CS = r"(?!vas|vam|tv[uoaei]|nas[ei]|dite\b|deti\b)\w+"

SHOULD = re.compile(
    # Měl by úřad…, Co by město mělo…, Komu by se mělo…
    r"\b(?:mel[aoyi]? by(?! ?s)|by (?:\w+ ){0,4}?mel[aoyi]?)\b(?! (?:\w+ )?zajem)|"
    # Má se na náměstí zakázat…, Má obec raději postavit…, Mají se platit…, Smí se…
    r"^(?:ma|maji) (?:\w+ ){0,3}?byt (?:\w+ ){0,3}?\w+(?:en|an|at|eno|ano|ena|ana|eny|any)\b|"
    rf"^(?:ma|maji) (?:(?:se|si|by) (?:\w+ ){{0,6}}?|{THEY_CS} (?:\w+ ){{0,6}}?){INFINITIVE_CS}|"
    rf"^(?:\w+ )?(?:koho|komu|co|kde|kdy|kolik|kam|kdo|jak|cemu|kter\w+|jak\w+) (?:\w+ ){{0,2}}?(?:ma|maji) "
    rf"(?:se |podle vas |{THEY_CS} )(?:\w+ ){{0,6}}?{INFINITIVE_CS}|"
    rf"\b(?:jak|co|kdo|kde|kdy|komu|kam|cim) se (?:podle vas )?(?:ma|maji) (?:\w+ ){{0,3}}?{INFINITIVE_CS}|"
    r"\b(?:je|bylo by|bude) (?:podle vas )?(?:treba|nutne|spravne|rozumne|vhodne|zadouci|dobre|lepsi|"
    r"potreba),? "
    r"(?:aby|zakaz|zav|postav|zrus|omez|zvys|sniz|zmen|prodlouz|rozsir)\w*|"
    r"(?:^|[,.?!:] )(?:(?:what|who|where|when|how(?: \w+)?|which(?: \w+){1,4}|to whom|why) )?should "
    r"(?!you\b|i\b|we (?:\w+ )?(?:contact|call|send|write|reach|let|inform|address|tell|ring|email|phone|"
    r"post|"
    r"bring|know|use|visit|help you)|(?:the|a) (?:reminder|letter|invoice|bill|answer|reply|result)s? |"
    r"(?:your|my) (?:child|meal|lunch|letter|son|daughter|carer|mother|father|"
    r"relative|plans?|needs|key worker)|the (?:carer|nurse|"
    r"helper|assistant|adviser|worker))|"
    r"\bought\b|\b(?:who|what|which \w+|where) (?:must|needs? to|has to) be (?:\w+)ed first\b"
)
"""What others should do."""

SIDES_TAKEN = re.compile(
    r"\b(?:jste (?:\w+ ){0,2}?(?:pro|proti)(?: tomu)?\b(?!\w)(?=,? (?:aby|tomu|zruseni|zavedeni|vystavb\w+|"
    r"zakaz\w*|zvyseni|snizeni|prodej\w*|rozsireni|stavb\w+|zmen\w+|\w+[nt]i\b))|"
    r"(?:podporujete|podporujes|schvalujete|odmitate|vitate) (?!nejak|neko|charit|dobrocinn|sv[eoé]|finan)"
    r"(?:\w+ ){0,4}?(?:zavedeni|vystavb\w+|stavb\w+|zakaz\w*|zvyseni|snizeni|zruseni|rozsireni|prodej\w*|"
    r"navrh\w*|zamer\w*|plan\w*|zmen\w*|omezeni|\w{4,}(?:ani|eni)\b|aby|to, ze)|"
    r"souhlasite(?! (?:se (?:zpracovani|zarazeni|zasilani|ulozeni|zverejneni)|s (?:ucasti|nahravan|poskytnut|"
    r"podmink|zpracovan|pouzit|uchovan|predani|kontaktovan|foceni|porizen)|s tim, (?:abych|ze vas|ze vase|"
    r"aby vas|aby vase))))\b|"
    r"\b(?:do|would) you (?:\w+ly )?(?:support|favou?r|oppose|approve of|back)\b(?! (?:any|a (?:charity|club|"
    r"team|football|child|relative|family)|someone|anyone|your|other|our work))|"
    r"\bare you (?:\w+ )?(?:in favou?r of|for or against|against|opposed to|supportive of)\b|"
    r"\bdo you (?:\w+ly )?agree (?:with|that|or disagree)\b(?! (?:us|me) (?:contact|us))|"
    r"\b(?:duverujete|verite|duverujes),? (?!v |si\b)(?:\w+)|\bdo you (?:\w+ )?trust\b"
)
"""For or against, asked for yes or no; consent to something is another matter."""

IN_MY_VIEW = re.compile(
    r"\b(?:mysl(?:ite|is) si(?! o sobe)|co si mysl|podle (?:vas|tebe)\b(?! udaj)|"
    r"podle (?:vaseho|tveho) (?:nazoru|minen|odhadu|soudu|usudku)|z vaseho pohledu|povazujete(?! se\b)|"
    r"pokladate(?! se\b)|domnivate(?! se,? ze (?:jste|mate))|jste (?:toho )?nazoru|jaky je vas nazor|"
    r"mate (?:pocit|dojem|za to), ze (?!jste|mate|vas|vam)|odhadnete|jak odhadujete|tusite|zda se vam, ze|"
    r"do you (?:think|believe|reckon|suppose|guess)(?! (?:you|your)\b)|"
    r"do you feel (?:that )?(?:the|there|it|this|people|our|council|local|staff|children|buses)\b|"
    r"do you (?:consider|regard|see) (?!yourself|moving|leaving)|in your (?:opinion|view|judg\w+|"
    r"estimation)|would you say (?:that )?(?:the|there|it|this|these|people|our|local|most)\b|"
    r"what is your (?:opinion|view)|what would you guess|at a guess)\b"
)
"""Said to be an opinion or a guess."""

OWN_PLAN = re.compile(
    r"\b(?:chtel\w*(?:[(/]\w[)]?)? (?:by(?:ste|s)|bych)|prejete si|mate zajem|preferujete|dal\w* (?:by(?:ste|"
    r"s)) prednost|"
    r"vyhovuj\w+ vam|vam (?:\w+ )?vyhovuj\w+|vam (?:nej\w+ )?(?:hodi|vyhovuje|pomoh\w+|pomaha|chybi|libi|"
    r"bavi)|would you (?:like|prefer|be (?:interested|willing|able))|do you (?:prefer|want|need|wish|like)|"
    r"suits? you|(?:matters|important|useful|helpful|helps) (?:most )?(?:to|for) you|"
    r"pro vas (?:\w+ )?(?:nej)?(?:dulezit|uzitecn|vhodn|dostupn)\w*)\b"
)
"""Wishes of one's own, which people know."""

ZEROTH = re.compile(
    r"\b(?:vyplnuj\w+|pomaha\w* (?:vam )?(?:s )?vyplnen\w*|(?:filling in|completing|answering|"
    r"fills in) (?:this|the)|help\w* you (?:to )?(?:answer|fill)|souhlas\w* se zpracovan\w*)\b"
)
"""About the answering itself."""

DIFFERENT_ANSWER = re.compile(
    r"\b(?:je (?:mi|nam) (?:to )?jedno|nejsem si jist\w*|nejsme si jist\w*|nerozhodnut\w*|nerozhodn\w*|"
    r"nedokaz\w+|netusi\w*|neslys\w+|nezajima|nevzpomin\w+|nemam vyhraneny|tezko (?:rici|posoudit|soudit)|"
    r"nedovedu|mozna|zalezi na|jak kdy|nemam nazor|zatim nevim|no preference|undecided|no view|don't mind|"
    r"do not mind|no strong|maybe|perhaps|it depends|have no idea|no idea|can't say|cannot say|"
    r"don't remember|i have not heard|never heard|unsure|either)\b"
)
"""Ways out that are worded otherwise."""

BY_THE_WAY = re.compile(
    r"\b(?:(?:vite|vis|znate|tusite|umite rici),? (?=(?:kdo|co|kde|kdy|kolik|kter|jak|od|do|komu|ci|zda|"
    r"jestli)\w*)|slyseli jste,? |mysl(?:ite|is) si,?|podle (?:vas|tebe)|domnivate se,?|"
    r"do you know (?=who|what|which|how|when|where|if|whether)|can you say|do you think|in your (?:opinion|"
    r"view)|would you say|please)"
)

_PLACES_CS = (
    r"(?:ulic|mest|obc|vesnic|ctvrt|okol|sidlist|sousedstv|kraj|region|lokalit|mist[ae]|bydlist|dom(?:em|u|"
    r"e)|skol)\w*"
)
_PLACES_EN = (
    r"(?:local )?(?:street|town|city|village|area|neighbou?rhood|district|community|council|region|county|"
    r"estate|quarter|road|country|municipality|parish|ward|local \w+)"
)
OF_THE_TOWN = re.compile(
    rf"\b(?:vas\w*|tv\w+|nas\w*) {_PLACES_CS}|\b(?:your|our) {_PLACES_EN}\b|\bkde bydlite|\bwhere you live"
)
"""One's own street or town is no more one's own than anybody else's."""

OWN_EN = re.compile(
    r"\b(?:you|your|yours|yourself|yourselves|i|me|my)\b|\b(?:the |this )(?:child|person|resident|household|"
    r"visit|appointment|journey|move|stay|course|repair|session|baby|pupil|patient|interpreter|helper)\b"
)

RESPONSIBLE = re.compile(
    r"^(?!.*\b(?:domacnost|rodin|doma\b|household|family|at home|home\b|housework|your (?:care|child)|"
    r"the child|dite|o vas\b|vase))(?:kdo|komu|who|which (?:body|office|authority|organisation|department)|"
    r"ktery urad|ktera (?:instituce|organizace)) (?:\w+ ){0,4}?(?:vlastni|rozhoduje|rozhodl|schvaluje|"
    r"jmenuje|voli\b|zrizuje|financuje|provozuje|vydava|povoluje|vydava|povoluje|zodpovida|odpovida za|"
    r"odpovedn\w+|zodpovedn\w+|povinen|povinny|povinni|ma povinnost|ma na starosti|smi|musi|ma narok|"
    r"nese odpovednost|issues|owns|decides|approves|appoints|elects|funds|finances|runs|operates|manages|"
    r"is (?:\w+ )?(?:responsible|in charge|liable|entitled|eligible|obliged|required|allowed)|"
    r"has (?:the right|to|the power)|must|may\b|deals with|handles|looks after the|sets|"
    r"pays for (?:the|street|road|public|bus|waste))\b"
)
"""Who has a say, a duty or a right."""

WHOSE = re.compile(
    r"^what happens (?:to|with|when)\b|^co se (?:deje|stane) s\b|^kam (?:se )?(?:vozi|odvazi|putuje|"
    r"vyvazi)\w*\b|^(?:komu (?:patri|nalezi|slouzi)|cí |ci je\b|kdo (?:je|byl) (?:\w+ )?(?:starost|primator|"
    r"hejtman|reditel|majitel|vlastnik|predsed|zrizovatel)\w*|jak se jmenuje (?:\w+ )?(?:starost|primator|"
    r"hejtman|reditel)\w*|whose\b|who is the (?:\w+ )?(?:mayor|owner|leader|chair|head|director)|"
    r"what is the name of the (?:mayor|leader|head|director)|(?:kdy|ve kterem roce|v jakem roce|"
    r"kterem roce) (?:byl\w*|vznik\w*|postavil\w*|zalozi\w*|otevrel\w*) |"
    r"(?:when|in (?:which|what) year) (?:was|were) the (?:\w+ ){1,4}(?:built|founded|opened|established|"
    r"set up))"
)

LAW = re.compile(
    r"\b(?:(?:podle|dle) (?:zakona|vyhlasky|pravidel|predpis\w+)|maj[ií] (?:\w+ ){0,3}narok|"
    r"ma (?:\w+ ){0,3}narok\b|zakonn\w+ (?:lhut|povinn|pokut)\w*|jak\w+ (?:je|cini|"
    r"hrozi) (?:\w+ ){0,3}(?:pokut|lhut|sankc|poplat|sazb)\w*|je (?:\w+ ){0,3}?(?:povinn[eéyá]|zakazan\w*|"
    r"dovolen\w*|legaln\w*|trestn\w*)|(?:nejvyssi|nejnizsi|maximalni|minimalni) (?:povolen|mozn|"
    r"pripustn)\w+|smi (?:se|\w+)|musi (?:se|majitel\w*|\w+ ?(?:urad|obec|mesto|obcan\w*|vlastnik\w*))|"
    r"je (?:\w+ ){0,2}?mozne (?:podle|zazadat|odhlasit)|(?:kam|do (?:ktere|jake) (?:nadoby|popelnice|"
    r"kontejneru)) (?:\w+ ){0,2}?patri|by law|legally|is it (?:legal|illegal|against the law|compulsory|"
    r"allowed|permitted)|(?:is|are) (?:\w+ ){1,5}?(?:entitled|eligible|obliged|required by|allowed|"
    r"permitted|banned|compulsory)|(?:legal|statutory) (?:limit|deadline|duty|minimum|maximum)|"
    r"(?:maximum|minimum) (?:fine|penalty|age|wage)|what is the (?:\w+ )?(?:fine|penalty|deadline|"
    r"speed limit|tax rate|voting age)|(?:must|have to|has to) (?:the council|the city|owners?|landlords?|"
    r"residents|people|employers?)|(?:owners?|landlords?|residents|people|employers?|the council|"
    r"the city) (?:must|have to|has to))\b"
)
"""Rights, duties and deadlines."""

QUANTITY = re.compile(
    r"^(?:kolik|jak(?:y|a|ou) (?:\w+ )?(?:cast(?:ka|ku)?|podil|procento|sumu?|pocet|castku)|od kolika|"
    r"do kolika|za kolik|na kolik|jak (?:caste|vysok[yae]|velk[yae]|star[yae])|"
    r"how (?:much|many|old|large|high|big)|(?:about |approximately )?what (?:share|proportion|percentage|"
    r"per cent|amount|sum|fraction|part)|(?:at|from) what age|what (?:is|was) the (?:\w+ )?(?:cost|price|"
    r"budget|number|population|total))\b"
)
WORLD = re.compile(
    r"^(?!.*\b(?:domacnost[ií]?|vaseho bytu|rodin[aey]|household|home|family|skupin[aey]|"
    r"group)\b)(?!.*\b(?:vas|nas)\w*)(?!.*\byour (?:municipality|organi[sz]ation|"
    r"club)\b).*\b(?:obec(?! (?:v|z)\b.*prispel)|obci|obce|mest[aoeu]|stat[ue]?|kraj\w*|urad\w*|radnic\w*|"
    r"magistrat\w*|vlad[aey]|lid[eíi]|obyvatel\w*|obcan\w*|domacnosti|senior\w*|zamestnanc\w*|rozpoct\w*|"
    r"knihovn\w*|bazen\w*|skol[aynu]|volebni\w*|zastupitel\w*|radni\w*|poslanc\w*|zakon\w*|council'?s?|"
    r"councillors?|city|town|state|government|region|county|people|residents|citizens|households|taxpayers|"
    r"budget|population|our (?:income|budget|money|funds|organi[sz]ation|charity|spending)|library|pool|"
    r"school|hospital|museum|employees)\b"
)
"""Institutions and the people at large, of whom not everybody knows the figures."""

CHANGED = re.compile(
    r"^how (?:has|have|did|will) (?:\w+ ){1,8}?(?:change|changed|develop|developed|evolve|evolved)\b|"
    r"^jak se (?:\w+ ){0,8}?(?:zmeni|vyvij|vyvinu|promeni|vyvije)\w*"
)
"""How something came to be as it is."""

SUPERLATIVE = re.compile(
    r"^(?:je|bylo by|is it|would it be) (?:\w+ )?(?:lepsi|better)\b|"
    r"^(?!.*\b(?:v roce|pro schuzk\w*|termin|time|day|evening|date|reason|purpose|duvod\w*|hour|source|"
    r"meeting|was|were|did|byl\w*|jste)\b)(?:what|which|who|where|kter\w+|jak\w+|co|kdo|kde|cemu|"
    r"komu)\b.*\b(?:nej(?!cast|bliz|mlads|stars|prv|pozdej|mene|vys|driv|delsi|dele|raden|pred|spis|sou|ste|"
    r"sem|vic\b|vice\b)\w{4,}|nejvice? (?:chybi|trapi|prospiva|skodi|ohrozuje|potrebuje)|"
    r"hlavni (?:prinos|problem|ukol|prekazk|vyhod|nevyhod|pricin|slabin|prednost|nedostat)\w*|predevsim|"
    r"best|worst|biggest|greatest|largest|safest|cleanest|dirtiest|noisiest|the most (?!often|recent)\w+|"
    r"most (?:important|serious|urgent|useful|pressing|effective|valuable)|"
    r"main (?:problem|benefit|task|challenge|advantage|disadvantage|weakness|strength|cause|obstacle|"
    r"barrier|threat|priority)|better|worse|lepsi|horsi)\b"
)
"""What is best or worst, as a matter of opinion."""

GENERAL = re.compile(
    r"^(?:je|jsou|ma|maji|funguj[ei]|jezdi|stac[ií]|zlepsil\w*|zhorsil\w*|zvysil\w*|snizil\w*|zmenil\w*|"
    r"vyplati|dela|stara|venuje|poskytuje|informuje|hospodari|pecuje|pomaha|prispiva|ubylo|pribylo|bude|"
    r"budou|dokaze|dari|prospel\w*|potrebuje|chybi|vyuzil[aoiy]?|poskodil\w*|posilil\w*|oslabil\w*|"
    r"byl[aoiy]? (?:\w+ )?(?:soutez|rozhodnuti|zakazka|vyber|prodej|hlasovani|postup)|"
    r"(?:was|were) the (?:\w+ )?(?:tender|decision|contract|sale|selection|procurement|vote|process)|is|are|"
    r"has|have|does|do|will|can|could)\b"
)
"""The beginning of a question about how things are."""

JUDGED = re.compile(
    r"\b(?:dost|dostat\w+|prilis|moc|dobr[aeyou]\w*|dobre|lep[sš]\w+|lepe|hor[sš]\w+|hure|(?<!nej)spatn\w+|"
    r"(?:ne)?bezpecn\w+|v poradku|cist[sš]i\w*|poskodil\w*|posilil\w*|oslabil\w*|harm\w*|damag\w*|hurt|"
    r"spoil\w*|strengthen\w*|weaken\w*|cist[eaáyéý]|uklizen\w+|spravedliv\w+|prehledn\w+|srozumiteln\w+|"
    r"zlepsil\w*|zhorsil\w*|nutn\w+|zbytecn\w+|uzitecn\w+|prospesn\w+|vhodn\w+|spravn[eéya]\w*|primeren\w+|"
    r"kvalitn\w+|spolehliv\w+|hospodarn\w*|ucinn\w+|efektivn\w+|otevren\w+ (?:vuci|lidem|vsem|obcanum)|"
    r"ferov\w+|dulezit\w+|draz\w+|drah[eaéáyý]|levn\w+|snadn\w+|pekn\w+|hezk\w+|vyplati|potrebuje|"
    r"potrebn\w+|zivotaschopn\w+|atraktivn\w+|pratelsk\w+|bezbarier\w+|zvysil\w*|snizil\w*|ubylo|pribylo|"
    r"prospel\w*|stac[ií]|enough|too (?!young|old)|adequate\w*|sufficient\w*|fair\w*|safe\w*|clean\w*|good|"
    r"well|better|worse|best|easy|reliable|reliably|improv\w+|worsen\w*|deteriorat\w+|declin\w+|increas\w+|"
    r"decreas\w+|necessary|needed|useful|important|right|wrong|worth|accessible|effective\w*|efficient\w*|"
    r"successful\w*|reasonable|reasonably|appropriate|suitable|welcoming|friendly|attractive|affordable|"
    r"expensive|dangerous|noisy|dirty|clear|honest\w*|transparent\w*|open to|value for money|benefit|"
    r"care about|listen|waste|need|needs|properly|fairly)\b"
)
"""Words of judgement."""

PUBLIC = re.compile(
    r"\b(?:obec|obci|obce|mest[aoeu]|mesto|radnic\w*|urad\w*|magistrat\w*|starost[ayuo]\w*|primator\w*|"
    r"zastupitel\w*|radni\w*|vlad[aey]|stat\w?|kraj\w*|polici\w*|straznic\w*|knihovn\w*|muzeum|muze[aiu]|"
    r"divadl\w*|bazen\w*|koupalist\w*|sberny dvur|nemocnic\w*|poliklinik\w*|jideln\w*|trznic\w*|trh\w?|"
    r"namesti|park\w?|nadrazi|silnic\w*|ulic\w*|chodnik\w*|cyklostez\w*|autobus\w*|tramvaj\w*|linka|"
    r"doprav\w*|obyvatel\w*|obcan\w*|lid[eií]|senior\w*|mlad[iy]\w*|slavnost\w*|zpravodaj\w*|rozpocet|"
    r"rozpocet\w*|sidlist\w*|ctvrt\w*|region\w*|charit\w*|socialni sluzby|council\w*|mayor|town|city|"
    r"village|county|state|government|police|wardens?|library|museum|theatre|pool|hospital|clinic|market|"
    r"square|park|station|roads?|streets?|pavements?|buses|bus (?:service|line|company)|traffic|residents|"
    r"people|citizens|taxpayers|festival|budget|estate|neighbou?rhood|region|charity|community|"
    r"public transport|recycling centre)\b"
)
"""Institutions, places and people at large."""

SATISFIED = re.compile(
    r"^(?:jste|are you) (?:\w+ ){0,2}?(?:spokojen\w*|nespokojen\w*|satisfied|happy|content)\b"
)

THIRD_PERSON = re.compile(
    r"^(?!(?:ma|maji|je|jsou|chodi|bydli|jde|dochazi|jezdi|plati|zije|kour|dostal|vlastni|vede (?:vas|si)|"
    r"smi)\b)(?:\w{2,}(?:uje|uji|aji|eji|ava|iva|i|a|e))\b(?<!la)(?<!li)|"
    r"^(?:does|do|will|can|could) (?:the|this|our|local|people|residents|buses|council\w*|young|older)\b"
)
"""Somebody else does, will or can do something; what was done once, people saw or did not."""

WAS_IT_RIGHT = re.compile(
    r"^(?:bylo (?:\w+ ){0,2}?(?:spravn\w*|dobr\w*|rozumn\w*|nutn\w*|vhodn\w*|chyb\w*)|"
    r"(?:was|were) (?:it|this|that) (?:\w+ )?(?:right|wrong|wise|necessary|fair|sensible|reasonable|"
    r"good idea|a mistake|good idea))\b"
)

OWN_PEOPLE = re.compile(
    r"\b(?:dite|ditete|diteti|dcer\w*|blizk\w+|klient\w*|domacnost\w*|pestoun\w*|clovek, o ktereho)\b"
)
"""Those for whom somebody answers."""
