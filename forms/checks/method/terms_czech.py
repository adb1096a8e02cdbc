"""Professional Czech, field by field: what is said instead on the left, the words of the profession after it.

The signs are those of `terms_english`. What people know from their own affairs is left out, however official
("příspěvek na péči", "územní plán", "odlehčovací služba").
"""

from __future__ import annotations

OFFICES = """
úřad: výkon* (veřejné|státní|samosprávné|přenesené) (správy|působnosti)
úřad: orgán* (veřejné moci|státní správy|samosprávy)
úřad: samospráv* celk*, územn* samospráv*, pověřen* obec*
úřad: procesn* (postup|podjatost|lhůt)*, podjatost*, služebn* úřad*, věcn* záměr*, prvoinstančn*
úřad: odvolac* (orgán|řízení)*
úřad: výzv* k (součinnosti|odstranění vad|doplnění podání), vad* podání, nález* kontrol*, místn* šetření
úřad: ústn* jednání spojen*
úřad: správn* (orgán|uvážení)*
vyřizování: agend* (osobních|občanských|matri|evidence|živnost|přestup|dávek|cestovních|registru|úřadu)
vyřizování: vidimac*, legalizac* podpis*, apostil*, osvědčovac*, ohlašovac* (povinnost|agend)*
vyřizování: ověřovac* doložk*, konverz* dokument*
vyřizování: datov* schránk* orgán*, autorizovan* konverz*, skartac*
vyřizování: agend* (úřadu|odboru)
vyřizování přes internet: e government*, digitaliz* (agend|služeb|proces|úřad|veřejn)*
vyřizování přes internet: digitáln* agend*, elektroniz*
předpis: (obecně )?závazn* vyhlášk*, normativ*, legislativ*, prováděc* předpis*, směrnic*, interní* předpis*
předpis: nařizovac*
předpis: ustanoven* (zákona|§|předpis)*, účinnost* (vyhlášky|zákona|předpis)*, gramatick* výklad*
předpis: de minimis
peníze: kofinanc*, spolufinanc*, předfinanc*, dofinanc*, refundac*, alokac*
peníze: rozpočtov* (určen|výhled|provizori|opatřen|kapitol)*
peníze: kapitálov* výdaj*, investičn* akc*, provozn* výdaj*, dotačn* (titul|politik|řízen|mechanism|schém)*
peníze: daňov* výnos*, fiskáln*, fondov* hospoda*, způsobil* výdaj*, uznateln* náklad*, vykazován* náklad*
peníze: likvidit*, solventnost*, akont*, transfer* (neinvesti|kapitál|obcím)*
peníze: grantov* (schém|agenda|titul)*, amortiz*
peníze: zjednodušen* vykazov*, režijn* náklad*
nákup: veřejn* zakáz*, zadávac* (řízen|dokumentac)*, poptávkov* řízení*
nákup: výběrov* řízení na (dodavatel|zhotovitel)*, zadavatel* (zakáz|služb)*
pomoc z Bruselu: absorpčn*, místn* akčn* skupin*, operačn* program*, kohez*, strukturáln* fond*
pomoc z Bruselu: integrovan* (region|územn|akčn|nástroj)*
pomoc z Bruselu: nositel* projekt*, příjemc* dotac*, udržitelnost* projekt*, výzv* (irop|k předkládání)
pomoc z Bruselu: monitorovac* (zpráv|období|indik)*
plán: strategick* (rámec|cíl|dokument|záměr|řízen|priorit)*, akčn* plán*, koncepčn*
plán: koncepc* (rozvoje|sociáln|bydlen|cestovn|kultur|rodin|sport)*
plán: střednědob* plán*, opatřen* na podporu, implementac*, pilotn* (ověřen|provoz|projekt)*, pasport*
plán: generel*
plán: prioritn* os*, horizont* (roku|plánov)*, scénář* vývoje, prognóz* (demogra|vývoje)*, SWOT, predikc*
plán: prediktabilit*, predikov*
hodnocení: evaluac*, benchmark*, indikátor*, výkonov* (ukazatel|kritéri)*, kontroln* mechanism*
hodnocení: měřiteln* (ukazatel|výstup|kritéri)*, výstup* projekt*, výsledkov* indikátor*, efektivnost*
hodnocení: hospodárnost*, účelnost*
jak se ptáme lidí: participac*, participuj*, facilit*, konzultačn* proces*
jak se ptáme lidí: veřejn* projednán* (návrh|záměr) v režimu, zapojován* aktér*, stakeholder*
kdo se podílí: aktér*, síťován*, lokáln* úrov*, integračn* (politik|strategi|opatřen)*
jak se ptáme lidí: cílov* skupin*, focus group*, fokusn*, pocitov* map*, deliberac*
jak se ptáme lidí: aktivizac* (obyvatel|občan|komunit)*
kdo se stará: gestor*, garant* (opatřen|projekt|program|proces)*, koordinátor* (strateg|KPSS|komunit)*
kdo se stará: zřizovatelsk*
kdo se stará: složk* integrovan*, obyvatel* dotčen*, statutárn* (orgán|zástupc)*
dlužníci: oddlužovac*, vymáhán* (pohledáv|nedoplat)*
řízení úřadu: procesn* říz*, řízen* (kvality|rizik|změn|lidských)*, optimaliz*, restrukturaliz*
řízení úřadu: strategick* říz*, projektov* (říz|manag)*, energetick* manag*
"""

TOWN = """
parkování: statick* doprav*, doprav* v klidu, parkovac* (politik|kapacit|režim)*, rezidentn* stán*
parkování: odstavn* (ploch|stán)*, záchytn* parkovišt* typu
silnice a cesty: pozemn* komunikac*, místn* komunikac*, zklidněn* komunikac*, účelov* komunikac*
silnice a cesty: komunikac* (pro pěší|III)*
doprava: přestupn* uz(el|l)*, přípojn* (linek|linka|linky|spoj)*
doprava: takt* (linek|linky|spoj|příp|vlak|autobus|tramvaj)*
silnice a cesty: dopravn* (zklidněn|prostor|infrastruktur|obsluh|zátěž|zatížen|telemat|uzel|uzl)*
silnice a cesty: extravilán*, intravilán*, pěš* prostupnost*, prostupnost*, světeln* (signaliz|signaliza)*
silnice a cesty: preferenc* (mhd|veřejn|na křižov|chodc|vozid)*, segregovan*, obratišt*, křiž* mimoúrovň*
silnice a cesty: intenzit* doprav*, dopravn* proud*, zádržn* systém*, rozhledov* (poměr|trojúhel)*
silnice a cesty: svodidlov*, vodorovn* dopravn* značen*
doprava: veřejn* linkov* doprav*, obsluh* území*, dopravn* obslužnost*
doprava: přepravn* (výkon|proud|vztah|kapacit|řetěz)*
doprava: intermod*, multimod*, návaznost* spojů v rámci, alternativn* pohon*, nízkoemisn*, bezemisn*
doprava: udržiteln* mobilit*, mobilit* (obyvatel|v klidu|aktivn)*
ulice a náměstí: uliční* (profil|prostor|parter)*, revitaliz* (vnitroblok|brownfield|území|tok|sídlišt)*
ulice a náměstí: stavebn* uzávěr*, zástavb* (kompaktn|rozvoln|prolu)*, prolu(k|c)*, kompaktn* měst*
ulice a náměstí: urbanis*
co se kde smí stavět: funkčn* (ploch|využit|regulativ|zóna|zóny)*, regulativ*, regulačn* plán*
co se kde smí stavět: územn* (rozvoj|studi|rezerv|analytick|plánovac)*, zastavěnost*, zastaviteln*
co se kde smí stavět: koeficient*, podlažnost*, etapizac*, zábor* (půdy|zemědělsk|veřejn)*
co se kde smí stavět: změn* (č|číslo) územn*, plánovac* smlouv*, vyvlastn*, parcel* číslo
co se kde smí stavět: technick* infrastruktur*, občansk* (vybaven|infrastruktur)*, kulturn* infrastruktur*
co se kde smí stavět: volnočasov* infrastruktur*, sportovn* infrastruktur*, sociáln* infrastruktur*
co se kde smí stavět: infrastruktur*
co se kde smí stavět: koeficient* zastav*, intenzit* využit*
déšť a voda: dešťov* vod* v (intra|území|měst), hospodařen* s (dešťov|srážkov)* vod*, srážkov* vod*, retenc*
déšť a voda: akumulac*, vsakov*, zasakov*, přírodě blízk*, nepropustn* povrch*, propustn* povrch*, průleh*
déšť a voda: vodoteč*, vodn* režim*, suchý* poldr*, poldr*
zeleň: modrozelen*, zelen* infrastruktur*, biotop*, biokoridor*, biocentr*, územn* systém* ekolog*
zeleň: sídeln* zele*, izolačn* zele*, vegetačn* (úprav|prv|doprovod|střech)*, biodiverzit*, dřevin* rostouc*
zeleň: dendrolog*, arborist*, náhradn* výsadb*, invazn* druh*, travobylin*, extenzivn* (seč|sečen|údržb)*
zeleň: mozaikov* seč*
horko ve městě: tepeln* ostrov*, mikroklima*, adaptac* na (změn|klim)*, klimaticko energetick*
horko ve městě: evapotranspir*, uhlíkov* neutral*
špatný vzduch: suspendovan* částic*, imis*, emisn* (limit|zdroj|faktor|zátěž)*
špatný vzduch: hlukov* (map|zátěž|studi|limit)*, akustick* (studi|zátěž|opatřen)*
odpad: biologicky rozložiteln*, využiteln* slož(ek|k)*, tuh* komunáln*
odpad: nakládán* s (biolog|komunál)*, odpadov* hospodářstv*, oběhov* hospodářstv*, cirkulárn*
odpad: sběrn* hnízd*, svozov* (tras|oblast|frekvenc)*, materiálov* využit*, skládkov*, recyklát*
odpad: předcházen* vzniku odpad*, poplatník*
odpad: slož(ek|k)* komunáln*
teplo v domě: energetick* (manag|sanac|chudob|koncepc)*, tepeln* techn*, obálk* budov*, centráln* zásob*
teplo v domě: kogenerac*, fotovoltai* park*, komunitn* energet*, sanac* (budov|vlhk|zdiv|území)*
byty: bytov* (fond|politik|nouz)*, dostupn* bydlen* v režimu, prostupn* bydlen*, sociáln* bydlen* v systém*
byty: housing first, garantovan* bydlen*, alokac* byt*, zabydlov*, pronajímatelsk*
úklid a opravy: dezinsek*, dezinfekc* objekt*, letn* údržb* komunikac*, majetkov* správ*
bezpečí: prevenc* kriminalit* v rámci, situačn* prevenc*, sociáln* prevenc*, kriminogenn*
bezpečí: kriminalit* mládež*, represiv*, sociopatolog*, sociálně patolog*
bezpečí: protipovodňov* (opatřen|ochran)* v, vyrozum*
turisté: turistick* infrastruktur*, destinačn* (společn|manag|marketing)*
turisté: návštěvnick* (potenciál|servis|management)*, overturism*, sdílen* ekonomik*, kreativn* průmysl*
"""

CARE = """
pomoc: nízkoprahov* (zařízen|služb|program|kontaktn|centr)*, kontaktn* prác*, terénn* form*, depistáž*
pomoc: sociáln* (šetřen|začleň|inkluz|kohez|soudržn|integrac|deviac)*
pomoc: případov* (konferenc|prác|vedení|management|setkán)*, multidisciplin*, interdisciplin*
pomoc: individuáln* (plánov|plán) (průběhu|péče|služb|sociál|s klient)*, plánován* průběhu*
pomoc: průběh* sociáln* služb*
pomoc: transformač*, deinstitucionaliz*, humaniz*, komunitn* (typ|form|péč|sociál)*
pomoc: pobytov* (služb|péč) v režimu, ústavn* péč*, sociálně právn* (ochran|poraden)*
pomoc: aktivizačn* (program|činnost)*
pomoc: pečovatelsk* úkon*, úkon(y|ů|ech|ům|u)? (péč|pečov|přím)*, míra* (podpor|závislost)*, soběobsluh*
pomoc: sebeobsluh*, sebepéč*, soběstačnost* klient*, kontinuit*, návazn* (péč|služb)*, sdílen* péč*
pomoc: neformáln* (pečuj|péč)*
pomoc: prorodinn*, proseniorsk*, slaďován*, mezigenerač*, stárnut* populac*, aktivn* stárnut*, silver*
pomoc: vulnerab*, zraniteln* (skupin|osob|klient)*, ohrožen* skupin*, marginaliz*
pomoc: znevýhodněn* (skupin|osob)*, sociálně slab*
pomoc: osob* (se sníženou|s omezenou|ohrožen|se zdravot)* (schopn|mobil|orient|pohyb)*
pomoc: výkon* opatrov*, omezen* svépráv*, svéprávnost*, detenčn*
pomoc: ambulantn* (form|režim|typ)*, kontaktn* míst* služ*, kontaktn* míst* služ*, sanac* rodin*
pomoc: adaptačn* (proces|období)*, destigmat*
pomoc: psychoeduk*, psychosoc*, psychomotor*, harm reduction, substituč*, adiktolog*, abstinenč*, asistivn*
pomoc: bazáln* stimul*, validač*, ergoterap*, kinezio*, senzor*
léčba: perioper*, perinat*, pooperačn* (režim|průběh)*, předoperačn*, farmak*, medikac*, adherenc*
léčba: compliance, komplianc*, etiolog*, profylax*, profylakt*, prevenc* (primárn|sekundárn|terciárn)*
léčba: sekundárn* prevenc*, indikac*, indikovan*, kontraindik*, invazivn*, neinvaziv*, ambulantn* trakt*
léčba: nozokomi*, dysfa*, dekubit*, hyperglyk*, kardiovask*, cerebrovask*, cévn* příhod*, pulmon*
léčba: polypragm*, komorbid*, chronick* (onemocn|nemocn) v, hospitalizačn*, dimis*, překladov* zpráv*
léčba: propouštěc* (proces|management)*
léčba: gerontolog*, geriatrick* (péč|křehk|vyšetř|posouz)*, kognitiv*, behavior*, telemedic*, telezdrav*
léčba: e health, preskrip*, antibiot* režim*, imunomodul*, imuniz*, očkovac* schém*, screening*, depist*
léčba: epidemiolog*, incidenc*, prevalenc*, zdravotn* gramotnost*, podpor* zdraví v, zdravotně sociáln*
léčba: logopedick* intervenc*, ortopt*, edukac*, edukátor*
léčba: symptomatick*, primárn* prevenc*
"""

LEARNING = """
učení: nepřím* pedagog*, přím* pedagog*, pedagogick* (činnost|proces|diagnost|intervenc|působen|sbor)*
učení: edukačn*, didakt*, kurikul*, rámcov* vzděláv*, školn* vzděláv* program*, klíčov* kompetenc*
učení: kompetenčn*, kooperativn*, badatelsk*, formativn*, sumativn*, evaluačn*
učení: gramotnost* (matem|digit|funkč|inform)*, čtenářsk* gramotnost*, inkluz*, inkluziv*, společn* vzděláv*
učení: individualiz*, diferenc*, tandemov* výuk*, prokazateln* pokrok*
učení: polytechn*, tranzit* program*, rekvalifik* (kurz|program) v, kontinuáln*, neformáln* vzděláv*
učení: zájmov* vzděláv*, volnočasov* (aktivit|infra) pro, raného vzděláv*
učení: školsk* (poraden|obvod|zařízen|rad)*, lektorsk* dovedn*, synchronn*, asynchronn*, wellbeing*
učení: well being*
práce: fluktuac*, onboard*, adaptac* zaměst*, zaměstnatelnost*, prekér*, prekariz*, aktivn* politik*
práce: trh* práce v, benchmark*, odměňovac*, nefinančn* benefit*, age management, talent management
práce: hodnoticí* pohovor*
knihy a představení: akvizič*, akvizic*, bibliograf*, katalogizac*, sbírkotvor*, muzejn* edukac*
knihy a představení: prezentačn* koncept*, interpretac* (dědic|památ)*, kulturn* mediac*, kreativec*
knihy a představení: audienc* develop*, publikum* rozvoj*, mediáln* gramotn*
knihy a představení: kurátorsk*, dramaturgick*
"""

MACHINES = """
přihlášení: autentiz*, autentifik*, dvoufaktor*, šifrov*, kryptograf*
web a aplikace: uživatelsk* rozhran*, rozhran*, uživatelsk* (zkušenost|přívětiv|prostřed|komfort)*
web a aplikace: responziv*, interoperab*, funkcionalit*, kompatibil*, metadat*, otevřen* dat*
web a aplikace: datov* (sad|sklad|rozhran|politik)*, geoportál*, geoprost*, mapov* podklad*, front ?end*
web a aplikace: back ?end*, gamifik*, crowdsourc*, blockchain*, dashboard*, senzorick* síť*, internet* věcí
web a aplikace: digitáln* (gramotn|dvojč|agend|kompetenc|vyloučen|propast|transform|stop)*, konektivit*
web a aplikace: penetrac*, latenc*, informačn* architektur*, vizuáln* identit*, redakčn* systém*, API
web a aplikace: smart (city|řešen|měst)*
"""

TALK = """
prostší slovo: synerg*, holistick*, proaktiv*, kontext*, aspekt*, modalit*, trajektor*
prostší slovo: komplexn* (řešen|přístup|péč|podpor|posouz|rozvoj|rehabil)*, přidan* hodnot*
prostší slovo: potenciál* (území|rozvoj|růst)*, kontraproduk*, multiplik*, komparac*, komparativ*, kvantit*
prostší slovo: kvalitativ*, empirick*, normativn*, relevan*, signifik*, marginál*, dichotom*, heterog*
prostší slovo: homog*, diskrep*, diverz*, difuz*, dispar*, ekvivalen*, implicit*, explicit*, inheren*
prostší slovo: imanen*, kongruen*, koheren*, konzisten*, korel*, reflex* (potřeb|praxe|zkuš)*, saturac*
prostší slovo: redundan*, suboptim*, substitu*, subsid*, subsum*, validit*, verifik*, akceler*, eliminac*
prostší slovo: eliminov*, eskalac*, generov*, iniciac*, iniciov*, intenzifik*, kumulac*, minimaliz*
prostší slovo: maximaliz*, mitig*, modifik*, multilat*, racionaliz*, redukc* (riz|škod|počt)*
prostší slovo: stimulac* (poptáv|rozvoj)*, stabiliz* (kádr|personál|situac|rodin)*, standardiz*, unifik*
prostší slovo: etablov*, deklarov*, distribuc* (služ|dotac|prostřed)*, disponib*
prostší slovo: frekvenc* (spoj|svoz|výskyt|návštěv|úklid)*, lokalit* s výskyt*
prostší slovo: realizac* (opatř|projekt|záměr|plán|strateg|aktiv|interv)*, realizátor*, zefektivn*
prostší slovo: zajišťován* (služ|potřeb|výkon)*, poskytován* (pečov|sociál|úkon|součin|služ)* úkon*, dislok*
prostší slovo: predispo*, preferov* form*
prostší slovo: metodick* (veden|pokyn|postup|podpůr)*, standard* kvality
"""

TABLES = (OFFICES, TOWN, CARE, LEARNING, MACHINES, TALK)
