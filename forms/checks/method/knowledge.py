"""Turns of phrase that ask what not everybody knows: what became of things, how they compare, who does best.

Patterns are for folded Czech and English (no diacritics, no capitals). They hold for questions that are not
about the one who answers.
"""

from __future__ import annotations

import re

DIRECTION = re.compile(
    r"^(?:(?:it|they) (?:has |is |have |are )?|(?:has|have) )?(?:much |a little |slightly |about |"
    r"roughly |rather )?(?:higher|"
    r"lower|more|"
    r"fewer|less|cheaper|dearer|cleaner|dirtier|safer|quieter|noisier|larger|smaller|bigger|older|newer|"
    r"faster|slower|"
    r"gone (?:up|down)|risen|rose|fell|grew|went (?:up|down)|fallen|grown|shrunk|increas\w+|decreas\w+|"
    r"rising|falling|growing|improving|"
    r"getting \w+|the same|"
    r"stay\w* the same|"
    r"unchanged|no change|up|down|improved|worsened|better|worse|(?:got|become|became) (?:better|worse|"
    r"\w+er))\b|"
    r"^(?:o dost |mnohem |o neco |trochu |priblizne |zhruba |vyrazne |mirne )?(?:vyssi|nizsi|vice|vic|mene|"
    r"mensi|vetsi|"
    r"levnejsi|drazsi|cistsi|cistejsi|spinavejsi|bezpecnejsi|tissi|hlucnejsi|rychlejsi|pomalejsi|starsi|"
    r"novejsi|stejn\w+|"
    r"zvysil\w*|snizil\w*|stoupl\w*|klesl\w*|vzrostl\w*|pribylo|ubylo|roste|klesa|nezmenil\w*|nesnizil\w*|"
    r"nezvysil\w*|"
    r"zustal\w* stejn\w+)\b"
)
"""Answers that compare, or tell where something is heading."""

COMPARES = re.compile(
    r"^(?:(?:compared|in comparison) (?:with|to) [^,]*, )?(?:is|are|has|have|does|do|did|was|were|how "
    r"(?:has|have|is|are|did|does|will)|what (?:is|are|was|were|has))\b|"
    r"^(?:(?:v porovnani|ve srovnani|oproti|proti) [^,]*,? )?(?:je|jsou|ma|maji|byl\w*|zvysil|snizil|klesl|"
    r"stoupl|vzrostl|"
    r"pribylo|ubylo|jak se|zmenil|vybral|zaplatil|utratil|vydelal|dostal|ziskal|spotreboval|prodal|vyrobil|"
    r"jak (?:\w+ ){1,6}?(?:ovlivn|promen|zmen|projev|podepsal))\w*\b"
)

CHANGED_LATELY = re.compile(
    r"^(?:has|have) (?!there\b)(?:\w+ ){1,8}?(?:changed|improved|worsened|increased|decreased|risen|"
    r"fallen)\b|"
    r"^(?:zmenil|zlepsil|zhorsil|zvysil|snizil)\w* se\b"
)
"""What became of things: one has been there for all of it, or has not."""

DOES_SO = re.compile(
    r"^(?:has|have) (?:the|our) (?:mayor|council|town|city|village|county|region|government|state)\b"
    r"(?! hall)|"
    r"^did (?:the|our) (?:\w+ )?(?:council|town|city|county|government|state|village) (?:receive|get|spend|"
    r"earn|"
    r"borrow|save|invest|decide|meet its)\b|"
    r"^(?:is|are) (?:the |our |local )?(?:\w+ ){1,6}?(?:rising|falling|growing|increasing|decreasing|"
    r"declining|improving|"
    r"worsening|getting|becoming)\b|"
    r"^will (?:the|this|our) (?!bus\b|nurse\b|carer\b|course\b|meeting\b)|"
    r"^(?:do|does|are|is|have) (?:most|many|other|all|the majority) (?:of )?(?:your |the |our "
    r")?(?:neighbours?|people|residents|"
    r"parents|tenants|drivers|shops|young|older|pupils|colleagues|families)\b"
)
"""What somebody else does, or what will come."""

WHO_DOES_BEST = re.compile(
    r"^(?:which|what) (?:organi[sz]ation|company|firm|provider|party|charity|service|office|department|"
    r"school|hospital|shop|"
    r"bank|team|club|town|district|clinic|home) (?:\w+ ){0,6}?(?:best|worst|most|better|cheapest|fastest)\b|"
    r"^(?:ktera|ktery|ktere) (?:organizace|firma|spolecnost|strana|charita|sluzba|urad|odbor|skola|"
    r"nemocnice|obchod|banka|"
    r"klub|spolek|zarizeni|domov|mesto|ctvrt|poskytovatel) (?!\w{3,}[aei]te\b)(?:\w+ ){0,6}?nej(?:lep|"
    r"hor|kvalit|spolehl|levn|"
    r"rychl|vic)\w*\b(?! (?:\w+ )?\w{3,}[aei]te\b)"
)
"""The best of those of whom people know one or none."""

UNSEEN = re.compile(
    r"^what (?:is|was) (?:the|our) (?:\w+'?s? )?(?:main|biggest|largest|chief|usual|current) (?:source|"
    r"cause|income|"
    r"owner|employer|supplier|origin)\b|"
    r"^how (?:hard|polluted|clean|old|deep|pure|salty|long|tall|big) (?:is|are|was) the (?:\w+ )?(?:water|"
    r"air|soil|river|lake|"
    r"bridge|building|network|pipes?|school|hall|forest)\b|"
    r"^mel[aoyi]? by se\b|^kdo (?:plati|hradi|udrzuje|financuje) (?!u vas|vam|vase|doma|vas)|"
    r"^(?:zvysil|snizil|klesl|stoupl|vzrostl|zlepsil|zhorsil|ubyl|pribyl)\w*\b(?!.*\b(?:domacnost|dite|vas|"
    r"vam|vase)\w*)|"
    r"^(?:splnil|dodrzel|vyresil|hospodaril)\w* (?:\w+ )?(?:starost|obec|mesto|radnic|urad|zastupitel|"
    r"vedeni)\w*|"
    r"^(?:uskodi|prospeje|ohrozi|pritahne|zdrazi|pomuze) (?!vam\b|vas\b)|"
    r"^kolik \w+ (?:ma|zamestnava|pracuje|stoji|stalo?a?) (?:\w+ )?(?:mestsk|obec|mesto|urad|radnic|skol|"
    r"knihovn|polici)\w*|"
    r"^do(?:es)? the (?:council|town|city|county|state|library|school|hospital) [^?]* or\b|"
    r"^(?:jaky|jaka|jake) (?:je|jsou|byl\w*) (?:hlavni|nejvetsi) (?:zdroj|pricina|ucel|prijem|vlastnik|"
    r"zamestnavatel|dodavatel)\w*\b|"
    r"^(?:z ceho|cim) (?:se )?(?:\w+ )?(?:vytapi|financuje|plati|bere|zasobuje|hradi)\w*\b|"
    r"^jak (?:tvrd|cist|znecisten|stary|stara|stare|hlubok)\w* (?:je|jsou) (?!vas|vase)(?:\w+ )?(?:voda|"
    r"vzduch|reka|budova|skola|"
    r"most|potrubi|sit|puda)\b"
)
"""What lies behind walls and in account books."""
