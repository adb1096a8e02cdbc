"""Words for what a question can be about: things that may please one way and displease another.

Two of them joined by "and" are two questions ("price and quality"), unless people take them for one ("care
and support"). Of words that are not listed here nothing is said: silence is better than a false alarm.
"""

from __future__ import annotations

import re

_QUALITIES_CS = (
    "akc[eim] aktivit aktualn aplikac atmosfer benefit bezpeci bezpecnost cekan cen[auy]$ ceno|ceny "
    "cerstvost cetnost chovan chut chuti cistot delce delk design doba|dobu|dobe|dobou dostupnost "
    "dustojnost duver exkurz frekvenc grafik hluk hodin hodnocen informac informovan instruktor jednan "
    "kapacit klid kolektiv komunik koncert krouzk kurz kvalit lekar mnozstvi mzd nabid naklad navaznost "
    "objednav obsah obsluh ochot odbornost odmen ordinac osvetlen otevirac otevrenost ovladan pecovatel "
    "personal pestrost plat[ueym] podmink podpor pohodl poloh pomoc poplat poradc poradek|poradk "
    "poradenstv poradn porc pracovni[kc] pravideln prednas predstaven prehlednost presnost prinos pristup "
    "profesional program prostor prostred rad[auy]$ reditel respekt ridic rozsah rozvrh rychlost "
    "samostatnost sestr soukrom spolehlivost spravedlnost srozumitelnost starost svetl tepl teplot terapi "
    "ticho transparentnost trener ucinnost ucitel uklid umisten urednic urednik uspora usporad uzitecnost "
    "vedeni vedouc velikost vetran vlidnost vstric vuni vybav vyber vychovat vyhledavan vylet vyrizen "
    "vyrizov vysled vystav vytapen vyuk vyzdob vzdelavan vzhled web zamestnanc zapach zastupitel zelen "
    "zpravodaj"
)
_THINGS_CS = (
    "jarmark pruvod masopust slavnost festival ples tombol hudb ohnostroj lazn obcerstven vstupn jizdn najem "
    "najm "
    "sluzeb knihoven zastavek lavicek prednasek lekaren jidelen skolek dilen saten budov herna heren "
    "asistenc autobus bazen bezbarier budov bydlen byt[yu]$ cekarn centr[ua] cest chodnik cvicen "
    "cyklostez deti dilna|diln divadl dohled domov doprav doprov druzin energi fasad galeri hasic hotel "
    "hrbitov hrist hygien internet jideln jidl kanalizac kin[auoe]$ knihovn kontejner koupalist koupeln "
    "kraj krizovat kuchyn kultur kulturn lavic lek[uy]$ lekarn lekc les lidi materin mest[ao] mhd mladez "
    "muzeum|muzei|muze[a-z] nakup namest nemocnic nocleh noclehar obc[ie] obchod obed[uy] odpad oset[rř] "
    "osvetlen ovzdus park[uye]|parky|parku parkov parkovan parkovist plavec pocitac podateln pokoj "
    "policie|polici poliklinik popelnic prac[eiu]$ pran prat prechod pripojen prirod recepc rehabilitac "
    "restaurac rodin rybnik satn schodist seniori|senior[uy] sidlist silnic skol sluzb socialn soused "
    "sousedsk sport sprch strav stravovan straznic svoz tabor telefon toalet tramvaj trh[yu] trideni trzb "
    "trzist ubytovan uklid urad verejn vlak voda|vodou|vody vychov vytah zachod zahrad zamestnan zastav "
    "zdrav zdravotn znalost zubar"
)
_TRAITS_CS = (
    "aktualn bezbarier bezpecn blizk cast[eéy] castes cerstv chutn cist dobre|dobry|dobra dostatecn "
    "dostupn drah efektivn hezk jasn jednoduch klidn krasn kvalifikovan laskav levn mil[iyaeé] moderni "
    "ochotn odborn otevren pekn pestr poctiv pohodln potrebn pratelsk pravideln prehledn presn prijemn "
    "profesionaln rychl slusn snadn spolehliv spravedliv srozumiteln svetl tepl tich transparentn trpeliv "
    "ucinn udrzovan uprimn uziteck uzitecn vcas velk vlidn vstric vybaven zajimav zdrav zdvoril zkusen"
)
_QUALITIES_EN = (
    "access$ accessib accuracy activit advice app$ appearance atmosphere attitude availab behaviour "
    "benefit benefits booking capacity career carer carers choice cleaning cleanliness club clubs coach "
    "coaches comfort communication competence concert conditions content cost|costs councillor "
    "councillors course courses decor design dignity doctor doctors driver drivers duration effectiveness "
    "environment equipment event events exhibition expertise facilities fairness fee|fees frequency "
    "freshness friendliness furniture handling heating help$ helpfulness honesty independence information "
    "instructions knowledge laundry layout leaflet lecture lectures length lesson lessons light|lighting "
    "location look|looks maintenance management manager|managers materials mayor navigation newsletter "
    "noise nurse nurses officer officers opening openness pay$ politeness portion price|prices privacy "
    "professionalism programme programmes punctuality qualit quiet$ range receptionist regularity "
    "relevance reliability respect result results rights safety salary search security$ selection "
    "service$ services shopping size smell space$ speed staff support$ taste teacher teachers teaching "
    "team$ temperature therapy tidiness time timetable trainer training transparency trip trips trust "
    "usefulness variety ventilation wage wages wait|waiting website wording workload"
)
_THINGS_EN = (
    "accommodation air$ bathroom bathrooms bench benches bin$ bins broadband building buildings bus$ "
    "buses cafe camp camps canteen catering cemetery centre cinema clinic computer computers council "
    "crossing crossings culture cycle dentist dentists education energy family fire$ flat$ flats food "
    "forest friends gallery garden gardens gym health hospital hospitals hotel hotels housing internet "
    "job jobs kitchen litter graffiti libraries library lift lifts market markets meal meals museum museums "
    "nature neighbours nurseries nursery park parking parks path paths pavement pavements pharmacy phone "
    "phones playground playgrounds police pond pool$ pools reception recycling restaurant restaurants "
    "road roads room rooms rubbish school schools sewage shop shops shower showers sport sports square "
    "stairs surgery tax taxes theatre toilet toilets traffic train trains tram trams transport "
    "water wi-fi work$ workshop workshops"
)
_TRAITS_EN = (
    "accessible accurate affordable attractive available beautiful bright caring cheap clean clear "
    "comfortable competent convenient courteous easy effective efficient equipped expensive experienced "
    "fair fast frequent fresh friendly good healthy helpful honest informed interesting kind "
    "knowledgeable listened maintained modern nice open patient polite professional punctual qualified "
    "quick quiet regular relevant reliable respectful responsive safe simple spacious stocked tasty tidy "
    "transparent understandable up-to-date useful varied warm well-equipped well-maintained willing"
)


def _stems(*lists: str) -> re.Pattern[str]:
    stems = "|".join(
        stem.removesuffix("$") + ("" if stem.endswith("$") else r"\w*") for stem in _split(lists)
    )
    return re.compile(rf"^(?:{stems})$")


def _split(lists: tuple[str, ...]) -> list[str]:
    return [stem for one in lists for word in one.split() for stem in word.split("|")]


THINGS = {"cs": _stems(_QUALITIES_CS, _THINGS_CS), "en": _stems(_QUALITIES_EN, _THINGS_EN)}
TRAITS = {"cs": _stems(_TRAITS_CS), "en": _stems(_TRAITS_EN)}
_ONE_NOTION = (
    "najem energi vod elektrin plyn tepl zaloh",
    "reading writing arithmetic maths",
    "rent bill energy heating water",
    "pomoc podpor rad poradenstv pec",
    "rad poradenstv informac",
    "cistot uklid poradek poradk",
    "informac komunik zprav",
    "dustojnost respekt soukrom",
    "bezpecnost bezpeci ochran",
    "mil prijemn vlidn pratelsk laskav vstric ochotn slusn zdvoril",
    "jasn srozumiteln prehledn",
    "snadn jednoduch",
    "poctiv uprimn otevren transparentn spravedliv",
    "klid klidn tich ticho",
    "bydlen ubytovan byt",
    "jidl strav stravovan obed kuchyn jideln",
    "sport kultur volny",
    "skol materin vzdelavan vychov vyuk",
    "les park prirod zelen zahrad",
    "zdrav zdravotn socialn",
    "socialn sluzb zdravotn",
    "autobus tramvaj trolejbus mhd",
    "obchod restaurac",
    "vod kanalizac",
    "koupeln zachod sprch toalet",
    "vedeni vedouc reditel",
    "deti mladez rodin",
    "odpad svoz trideni",
    "help support advice care guidance information assistance",
    "dignity respect privacy kindness courtesy compassion concern",
    "safety security safe secure",
    "clean cleanliness tidy tidiness hygien",
    "kind friendly polite courteous caring helpful warm welcoming respectful",
    "clear understandable easy simple",
    "open honest transparent fair",
    "communication information",
    "bus buses train tram",
    "school nursery education teaching training",
    "food meal kitchen catering",
    "health care social medical wellbeing hospital",
    "flat housing accommodation",
    "culture sport leisure art",
    "park garden playground nature open",
    "family friend neighbour",
    "staff team manager management",
    "rubbish recycling waste bin litter",
    "internet broadband wi-fi",
    "quick fast prompt efficient",
    "useful relevant interesting",
    "equipment facilities materials furniture",
    "shop restaurant cafe market",
    "pool gym",
    "effective efficient",
    "professional competent knowledgeable qualified experienced",
    "odborn zkusen kvalifikovan profesionaln odbornost profesional",
)


def is_thing(word: str, family: str) -> bool:
    """Whether a folded noun names something that may please or displease by itself."""
    return bool(THINGS[family].match(word))


def is_trait(word: str, family: str) -> bool:
    """Whether a folded adjective or adverb says of something that it pleases."""
    return bool(TRAITS[family].match(word))


def are_one_notion(former: str, later: str) -> bool:
    """Whether people take two folded words for one thing: alike, or joined by habit."""
    return any(_begins(former, notion) and _begins(later, notion) for notion in _NOTIONS)


_NOTIONS = [tuple(notion.split()) for notion in _ONE_NOTION]


def _begins(word: str, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stem) for stem in stems)
