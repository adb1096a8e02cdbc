"""Words for what a question can be about: things that may please one way and displease another.

Two of them joined by "and" are two questions ("price and quality"), unless people take them for one ("care and
support"). Of words that are not listed here nothing is said: silence is better than a false alarm.
"""

from __future__ import annotations

import re

_QUALITIES_CS = (
    "kvalit cen[auy]$ ceno|ceny poplat naklad rychlost delk delce doba|dobu|dobe|dobou cekan dostupnost "
    "bezpecnost bezpeci cistot uklid poradek|poradk vzhled vybav vyzdob uspora usporad poloh umisten "
    "prostred prostor pohodl klid ticho hluk vuni zapach svetl osvetlen tepl teplot vytapen vetran zelen "
    "ochot odbornost vlidnost vstric profesional pristup jednan chovan komunik informovan informac "
    "srozumitelnost prehlednost aktualn presnost spolehlivost pravideln cetnost frekvenc navaznost kapacit "
    "rozsah nabid vyber pestrost chut chuti velikost porc mnozstvi cerstvost obsluh personal zamestnanc "
    "pracovni[kc] vedeni vedouc reditel ucitel lekar sestr pecovatel ridic urednic urednik starost "
    "zastupitel vychovat trener instruktor poradc plat[ueym] mzd odmen benefit podmink atmosfer kolektiv "
    "soukrom dustojnost respekt duver samostatnost pomoc podpor rad[auy]$ poradenstv poradn terapi program "
    "aktivit kurz prednas exkurz vylet krouzk akc[eim] koncert predstaven vystav vyuk vzdelavan hodnocen "
    "rozvrh otevirac ordinac hodin objednav vyrizen vyrizov ovladan obsah design grafik vyhledavan web "
    "aplikac zpravodaj ucinnost uzitecnost prinos vysled spravedlnost transparentnost otevrenost"
)
_THINGS_CS = (
    "doprav autobus vlak tramvaj mhd parkovan parkovist chodnik silnic cest cyklostez prechod krizovat "
    "zastav park[uye]|parky|parku hrist les rybnik koupalist bazen plavec knihovn muzeum|muzei|muze[a-z] "
    "galeri divadl kin[auoe]$ kulturn skol materin druzin jideln obed[uy] stravovan strav jidl kuchyn "
    "nemocnic zdravotn zubar lekarn poliklinik domov bydlen ubytovan byt[yu]$ pokoj koupeln "
    "socialn sluzb obchod restaurac trh[yu] trzist hotel urad podateln policie|polici straznic hasic "
    "odpad trideni svoz kontejner popelnic voda|vodou|vody kanalizac energi internet pripojen pocitac telefon "
    "prac[eiu]$ zamestnan rodin sousedsk soused prat lidi seniori|senior[uy] deti mladez vychov zdrav "
    "sport kultur prirod ovzdus bezbarier vytah schodist lavic verejn osvetlen budov fasad recepc cekarn "
    "satn toalet sprch dilna|diln tabor parkov zahrad hrbitov namest centr[ua] sidlist mest[ao] kraj obc[ie]"
)
_TRAITS_CS = (
    "rychl levn drah dostupn bezpecn cist tich klidn tepl svetl prehledn srozumiteln aktualn jasn presn "
    "spolehliv pravideln castes cast[eéy] pohodln moderni pekn hezk krasn zajimav uziteck uzitecn potrebn "
    "ochotn vstric mil[iyaeé] prijemn vlidn pratelsk trpeliv laskav slusn zdvoril odborn zkusen kvalifikovan "
    "profesionaln chutn pestr zdrav cerstv vybaven udrzovan bezbarier spravedliv poctiv uprimn otevren "
    "transparentn snadn jednoduch ucinn efektivn dobre|dobry|dobra dostatecn vcas blizk velk"
)
_QUALITIES_EN = (
    "qualit price|prices cost|costs fee|fees speed length duration wait|waiting availab accessib access$ safety "
    "security$ cleanliness tidiness maintenance appearance look|looks layout decor location comfort "
    "environment atmosphere noise quiet$ smell light|lighting temperature heating ventilation space$ "
    "friendliness helpfulness politeness attitude professionalism expertise knowledge competence behaviour "
    "communication information accuracy reliability punctuality frequency regularity capacity range "
    "choice variety selection taste size portion freshness service$ services staff team$ manager|managers "
    "management teacher teachers doctor doctors nurse nurses carer carers driver drivers officer officers "
    "receptionist councillor councillors mayor coach coaches trainer pay$ salary wage wages benefit benefits "
    "conditions privacy dignity respect trust independence help$ support$ advice rights therapy programme "
    "programmes activit course courses lecture lectures trip trips club clubs event events concert "
    "exhibition lesson lessons teaching timetable opening booking handling design content navigation search "
    "website app$ newsletter leaflet usefulness relevance result results fairness transparency openness "
    "honesty effectiveness workload training career equipment materials facilities furniture instructions"
)
_THINGS_EN = (
    "traffic transport bus$ buses train trains tram trams parking pavement pavements road roads path paths "
    "cycle crossing crossings park parks playground playgrounds forest pond pool$ pools gym library "
    "libraries museum museums gallery theatre cinema school schools nursery nurseries canteen meal meals food "
    "kitchen catering hospital hospitals dentist dentists pharmacy clinic surgery housing accommodation "
    "flat$ flats room rooms bathroom bathrooms shop shops restaurant restaurants cafe market markets "
    "hotel hotels council police fire$ rubbish recycling bin$ bins water sewage energy internet broadband "
    "computer computers phone phones job jobs work$ family neighbours friends health education sport sports "
    "culture nature air$ lift lifts stairs bench benches building buildings reception toilet toilets shower "
    "showers workshop workshops camp camps garden gardens cemetery square centre tax taxes wi-fi"
)
_TRAITS_EN = (
    "quick fast cheap affordable expensive accessible available safe clean tidy quiet warm bright clear "
    "understandable up-to-date accurate reliable frequent regular punctual comfortable modern nice attractive "
    "beautiful interesting useful helpful willing friendly kind patient polite courteous professional "
    "qualified experienced knowledgeable competent tasty varied healthy fresh well-equipped equipped stocked "
    "maintained well-maintained fair honest open transparent easy simple effective efficient responsive "
    "good convenient spacious relevant caring respectful informed listened"
)


def _stems(*lists: str) -> re.Pattern[str]:
    stems = "|".join(
        stem.removesuffix("$") + ("" if stem.endswith("$") else r"\w*") for stem in _split(lists)
    )
    return re.compile(rf"^(?:{stems})$")


def _split(lists: tuple[str, ...]) -> list[str]:
    return [stem for one in lists for word in one.split() for stem in word.split("|")]


KNOWN = {
    "cs": _stems(_QUALITIES_CS, _THINGS_CS, _TRAITS_CS),
    "en": _stems(_QUALITIES_EN, _THINGS_EN, _TRAITS_EN),
}
_ONE_NOTION = (
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
    "chodnik silnic cest",
    "autobus tramvaj trolejbus mhd",
    "obchod sluzb restaurac",
    "vod kanalizac",
    "vedeni vedouc reditel",
    "deti mladez rodin",
    "odpad svoz trideni",
    "help support advice care guidance information assistance",
    "dignity respect privacy",
    "safety security safe secure",
    "clean cleanliness tidy tidiness hygien",
    "kind friendly polite courteous caring helpful warm welcoming respectful",
    "clear understandable easy simple",
    "open honest transparent fair",
    "communication information",
    "road pavement path",
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


def are_two(former: str, later: str, family: str) -> bool:
    """Whether two folded words name two things to be judged apart."""
    known = KNOWN[family]
    return bool(known.match(former) and known.match(later)) and not any(
        _begins(former, notion) and _begins(later, notion) for notion in _NOTIONS
    )


_NOTIONS = [tuple(notion.split()) for notion in _ONE_NOTION]


def _begins(word: str, stems: tuple[str, ...]) -> bool:
    return any(word.startswith(stem) for stem in stems)
