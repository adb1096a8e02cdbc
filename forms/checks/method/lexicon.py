"""Words and turns of phrase that rules look for, in folded Czech and English (no diacritics, no capitals)."""

from __future__ import annotations

import re

NOT_NEGATIONS_CS = (
    r"nebo|necht?|nechat|nechav\w+|nech[ae][mlstj]\w*|neco\w*|neceho|necem\w*|necim|nekdo|nekoho|nekom\w*|"
    r"nekym|nekde|nekam|nekdy|nejak\w*|nekolik\w*|nekter\w+|nej(?!ezd|de|du|sou|st[ei]|sem|sme|si\b|el|"
    r"ed[eou]|is)\w+|nedel(?:e|i|im|ich|ni\w*)|nemoc\w*|nehod(?:a|y|e|u|ou|am|ach|ami)?|nemovit\w+|"
    r"neustal\w+|nepritel\w*|nebezpec\w*|nezisk\w+|nevidom\w+|neslysic\w+|nezamestnan\w+|nezamestnanost\w*|"
    r"nebot|nerv\w+|neter\w*|negativ\w+|nebes\w*|nebe|nebi|nektar|nekurak\w*|neuro\w*|nevim|nestatn\w+|"
    r"nezavisl\w+|neformaln\w+|nepretrzit\w+|neprerusen\w+|neb|neteri|nesmrteln\w+|nesmysl\w*|nevest\w+|"
    r"nevlastn\w+|nedavn\w+|nedoslych\w+|nelekarsk\w+|nelegal\w+|net|newsletter\w*|necel\w+|nekonecn\w+|"
    r"nestest\w+|nerost\w*|netto|nehmotn\w+|nezletil\w+|neplnolet\w+|nesobestacn\w+|nemohouc\w+|"
    # pronouns, peoples, to carry
    r"neho|nemu|nemz|nehoz|nemuz|nejz|nemec\w*|nemc\w+|nemk\w+|nes(?:e|ou|u|eme|ete|l[aioy]?|t)|nebesk\w+|"
    r"neon\w*|"
    # words whose "not" nobody hears any more
    r"nezbytn\w+|neodkladn\w+|nevyhnuteln\w+|nedostat(?:ek|k\w+)|neporad(?:ek|k\w+)|nejistot\w*|neklid\w*|"
    r"nespavost\w*|neplatic\w*|nerovnost\w*|neuspech\w*|nedaleko|nedlouho|nemal[oyae]\w*|nescetn\w+|"
    r"neobycejn\w+|nepochybn\w+|neodmysliteln\w+|neurcit\w+|nezaopatren\w+|neplacen\w+|nekomercn\w+|"
    r"neverejn\w+|nealko\w*|nestrann\w+|nemluvn\w+|neprimeren\w+|neduver\w+|nespravedlnost\w*|nesnaz\w*|"
    r"nepohod\w+|nenavist\w*|nekvalifikovan\w+|nefrolog\w*|neolog\w*|neonat\w*|netopyr\w*|"
    r"nezauja\w+|nezistn\w+|neprodlen\w+|nerusen\w+|nenucen\w+|nevsedn\w+|nezapomenuteln\w+|nenasiln\w+|"
    r"nevtirav\w+"
)
THEM_CS = r"(?<!\bna )(?<!\bpro )(?<!\bza )(?<!\bo )(?<!\bv )"
"""Without diacritics, "na ně" (to them) reads like "ne" (no)."""

NEGATION_CS = re.compile(rf"\b(?!(?:{NOT_NEGATIONS_CS})\b)ne[a-z]{{2,}}\b|{THEM_CS}\bne\b(?=\s[a-z])")
NEGATION_EN = re.compile(r"\b(not|never|no longer(?! than)|cannot|nobody|nothing|hardly)\b|n't\b")

NEGATIVE_WORDS_EN = (
    r"un(?:happy|true|safe|likely|fair|able|necessary|important|satisf\w+|reasonable|common|acceptable|clear|"
    r"comfortable|helpful|willing|reliable|friendly|desirable|suitable|aware|interested|available|usual|"
    r"pleasant|justified|wise|welcome|known|concerned|involved|noticed|affected|qualified|equal)|"
    r"im(?:possible|polite|proper|practical)|in(?:appropriate|adequate|sufficient|accessible|convenient|"
    r"correct|effective|frequent|significant|capable|tolerant|considerate)|dis(?:satisf\w+|agree\w*|"
    r"approv\w+|allow\w*|lik\w+|honest|courag\w+|continu\w+|satisfaction)|oppos\w+|ban(?:ned|ning)?|"
    r"prohibit\w*|forbid\w*|forbidden|prevent\w*|refus\w+|den(?:y|ied)|reject\w*|against|fail(?:s|ed|ing)?|"
    r"lack\w*|without|abolish\w*|stop\w*|avoid\w*|ir(?:responsible|relevant|regular)|il(?:legal|logical)"
)
