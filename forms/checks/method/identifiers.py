"""Numbers, codes, dates and addresses by which one person or one case is told from all others.

Patterns of folded text: the number of whatever is one's own (a permit, a card, a flat, a file). Numbers of
lines, stops, wards and classes belong to many.
"""

from __future__ import annotations

import re

NUMBERED_CS = re.compile(
    r"\b(?:identifikacni(?:ho|m)?|danove(?:ho)?|rodne(?:ho)?|pojistne(?:ho)?|evidencni(?:ho)?) cisl\w+|"
    r"cisl[oa] (?!linky|zastavky|kontejneru|nadoby)(?:(?:sve(?:ho)?|svych|vas(?:eho|i|ich)|"
    r"tve(?:ho)?) (?!volebn|obvod|okrs|linky|tridy|sekce|skupin|kontejner)\w+|"
    r"(?:\w+ ){0,2}?(?:prukaz\w*|karti?ck\w*|karty|pasu|viza|povoleni|bytu|dveri|uctu|pojis\w+|smlouv\w*|"
    r"datov\w+|spis\w*|jednaci|rozhodnuti|legitimac\w*|ztp|vozidla|auta|parcely|elektromeru|obcank\w*))|"
    r"variabilni symbol\w*|spisov\w+ znack\w*|\bico\b|\bdic\b|\bpin\b|osobni(?:ho)? cisl\w+|kod (?:vasi|sve|"
    r"vaseho|sveho) \w+|gps|"
    r"(?:datum|den) (?:\w+ ){0,2}?narozeni|prihlasovaci (?:jmeno|udaj\w*)|"
    r"(?:ve? )?(?:jakem|kterem) (?:dome|byte)(?: a ulici)? (?:\w+ )?bydlite|"
    r"kolik (?:\w+ )?mate (?:\w+ )?na (?:\w+ )?uctu|kolik penez mate|"
    r"(?:za co|proc) jste (?:byl\w* )?(?:\w+ )?(?:trestan|odsouzen|souzen)\w*|"
    r"kdo je (?:\w+ )?(?:ucitel|lekar|pecovatel|vychovatel|trener|asistent)\w* vas\w*|"
    r"jmenujte (?:lekar|sestr|urednic|ucitel|osob|pracovni|ridic)\w*|"
    r"kdy (?:vam )?(?:zemrel|umrel)\w* (?:vas|vase)|(?:jake|ktere) narodnosti (?:jste|jsou|je)|"
    r"datum (?:svatby|snatku|rozvodu|umrti)|kdy jste se (?:ozenil|vdal|rozvedl)\w*"
)
NUMBERED_EN = re.compile(
    r"\b(?:your|your (?:child|son|daughter|husband|wife|partner|company)'?s) (?!lucky|favou?rite|ward|bus|"
    r"route|district|class|constituency|group|table|team)(?:[\w'-]+ ){0,3}?(?:number(?! (?:one|\d|of))|"
    r"id(?: number)?|pin|code(?! of))\b|\bnumbers? of (?:your|the) (?:[\w'-]+ ){0,2}?(?:flat|house|door|"
    r"passport|visa|permit|card|licen[cs]e|account|policy|certificate|file|case|phone|car|vehicle|meter)\b|"
    r"\b(?:residence permit|visa|passport|tax|pension|policy|case|file|membership|library card|meter|staff|"
    r"employee|payroll|"
    r"birth certificate|student|customer|registration|disability card) (?:number|id)\b|\bgps\b|"
    r"\b(?:which|what) (?:street|house|building|flat)(?: and (?:street|house|number|"
    r"flat))? do you live (?:in|on|at)\b|\bon (?:what|which) (?:date|day) were you born\b|"
    r"\bhow much (?:money )?(?:do you have|is there) (?:in|on) your (?:\w+ )?account|"
    r"\b(?:give|write|list|state|name) (?:us )?their names\b|\b(?:when|"
    r"on (?:what|which) (?:date|day)) did your (?:\w+ )?(?:husband|wife|partner|mother|father|son|daughter|"
    r"child|relative) die\b|\b(?:wedding|divorce) (?:date|day)\b|\bwhen did you (?:marry|get married|"
    r"divorce)\b|\bwhat nationality (?:is|are|was|were) your\b|\bwhat were you (?:convicted|sentenced|"
    r"arrested) (?:of|for)\b|^who is your (?:child|son|daughter)'s\b|"
    r"^(?:please )?name the (?:doctor|nurse|clerk|teacher|carer|officer|person|official|driver) (?:who|"
    r"that)\b"
)

IDENTIFIERS = {"cs": NUMBERED_CS, "en": NUMBERED_EN}
