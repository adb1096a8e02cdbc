"""Czech that speaks to men only: "Byl jste…?", "Jste spokojen…?" without "(a)" or "/a".

Addressed as "vy", one person shows gender in the past participle (-l) and in adjectives. Nouns end in -l too.
"""

from __future__ import annotations

import re

_NOUNS = (
    r"(?!chtel|letel)\w+tel|manzel|cil|dil|podil|styl|model|hotel|motel|\w*mail|e-mail|personal|material|"
    r"signal|kanal|uhel|detail|profil|automobil|mobil|skol|sil|\w+stol|stol|kostel|titul|festival|original|"
    r"potencial|bal|udel|vul|kol|del|pril|web\w*|\w*(?<!vi)(?<!ve)(?<!se)(?<!by)del|kouzel|minul|portal|"
    r"serial|karneval|bazal|regal|areal|kapital|tyl|popel|konzul|orel|kotel|pytel|kabel|tunel|panel|level|"
    r"label|semestral|internal|legal|social|nul|tabul|zidl|stal se|rozhodl se"
)
_FILLERS = r"(?: (?!\w+l[iay]\b)[\w-]+){0,4}?"
_SHORT = (
    r"spokojen|nespokojen|ochoten|informovan|sam|rad|schopen|nucen|zamestnan|ubytovan|zadluzen|ohrozen|"
    r"osamel|presvedcen|seznamen|nezamestnan|omezen|prekvapen|odkazan|jist|vedom|nemocen|zdrav|povinen|"
    r"opravnen|znevyhodnen|diskriminovan|hospitalizovan|pozadan|pozvan|odmitnut|prijat|osetren|vysetren|"
    r"obslouzen|poucen|dotazan|vdecen|zvykly|zapojen|registrovan|prihlasen|unaven|stasten|hrd|zklaman|"
    r"prepracovan|motivovan|ocenen|respektovan"
)
_LONG = (
    r"osamely|zamestnany|nezamestnany|zenaty|rozvedeny|svobodny|spokojeny|nespokojeny|zdravy|nemocny|"
    r"informovany|ohrozeny|schopny|ochotny|sobestacny|zadluzeny|unaveny|vystresovany|stastny|nestastny|"
    r"jisty|uzitecny|respektovany|motivovany|odpocaty|zklamany|hrdy|nervozni muz|pretizeny|izolovany"
)
_ALONE = r"\b(?!\s?[(/]|-)"
MASCULINE = re.compile(
    rf"\b(?!(?:{_NOUNS}|byl by)\b)\w+l (?:jste|byste)\b(?!\()|\b(?:jste|byste){_FILLERS} (?!(?:{_NOUNS}|"
    rf"byl by)\b)[a-z]+[aeiyudhstkczmn]l{_ALONE}|\b(?:jste|byste|jsem|"
    rf"citite se)(?: (?!\w+l[iay]\b)\w+){{0,3}} (?:{_SHORT}|{_LONG}){_ALONE}|\b(?:{_SHORT}) (?:jste|byste|"
    rf"jsem)\b"
)


def speaks_to_men(folded: str) -> str:
    """What addresses men only, "" for nothing; a feminine form beside it ("byl či byla") makes it right."""
    for found in MASCULINE.finditer(folded):
        word = next((part for part in found.group().split() if part.endswith("l")), "")
        if not word or not re.search(rf"\b{word}a\b", folded):
            return found.group()
    return ""
