"""Turns of phrase that ask what not everybody knows: what became of things, how they compare, who does best.

Patterns are for folded Czech and English (no diacritics, no capitals). They hold for questions that are not
about the one who answers.
"""

from __future__ import annotations

import re

DIRECTION = re.compile(
    r"^(?:(?:it|they) (?:has |is |have |are )?|(?:has|have) )?(?:much |a little |slightly |about |roughly |"
    r"rather )?(?:higher|lower|more|fewer|less|cheaper|dearer|cleaner|dirtier|safer|quieter|noisier|larger|"
    r"smaller|bigger|older|newer|faster|slower|gone (?:up|down)|risen|rose|fell|grew|went (?:up|down)|"
    r"fallen|grown|shrunk|increas\w+|decreas\w+|rising|falling|growing|improving|getting \w+|the same|"
    r"stay\w* the same|unchanged|no change|up|down|improved|worsened|better|worse|"
    r"(?:got|become|became) (?:better|worse|\w+er))\b|^(?:o dost |mnohem |o neco |trochu |priblizne |"
    r"zhruba |vyrazne |mirne )?(?:vyssi|nizsi|vice|vic|mene|mensi|vetsi|levnejsi|drazsi|cistsi|cistejsi|"
    r"spinavejsi|bezpecnejsi|tissi|hlucnejsi|rychlejsi|pomalejsi|starsi|novejsi|stejn\w+|zvysil\w*|"
    r"snizil\w*|stoupl\w*|klesl\w*|vzrostl\w*|pribylo|ubylo|roste|klesa|nezmenil\w*|nesnizil\w*|nezvysil\w*|"
    r"zustal\w* stejn\w+)\b"
)
"""Answers that compare, or tell where something is heading."""

COMPARES = re.compile(
    r"^(?:(?:compared|in comparison) (?:with|to) [^,]*, )?(?:is|are|has|have|does|do|did|was|were|"
    r"how (?:has|have|is|are|did|does|will)|what (?:is|are|was|were|has))\b|"
    r"^(?:(?:v porovnani|ve srovnani|oproti|proti) [^,]*,? )?(?:je|jsou|ma|maji|byl\w*|zvysil|snizil|klesl|"
    r"stoupl|vzrostl|pribylo|ubylo|jak se|zmenil|vybral|zaplatil|utratil|vydelal|dostal|ziskal|spotreboval|"
    r"prodal|vyrobil|jak (?:\w+ ){1,6}?(?:ovlivn|promen|zmen|projev|podepsal))\w*\b"
)

CHANGED_LATELY = re.compile(
    r"^(?:has|have) (?!there\b)(?:\w+ ){1,8}?(?:changed|improved|worsened|increased|decreased|risen|"
    r"fallen)\b|^(?:zmenil|zlepsil|zhorsil|zvysil|snizil)\w* se\b"
)
"""What became of things: one has been there for all of it, or has not."""

DOES_SO = re.compile(
    r"^(?:has|have) (?:the|our) (?:mayor|council|town|city|village|county|region|government|"
    r"state)\b(?! hall)|^did (?:the|our) (?:\w+ )?(?:council|town|city|county|government|state|"
    r"village) (?:receive|get|spend|earn|borrow|save|invest|decide|meet its)\b|"
    r"^(?:is|are) (?:the |our |local )?(?:\w+ ){1,6}?(?:rising|falling|growing|increasing|decreasing|"
    r"declining|improving|worsening|getting|becoming)\b|^will (?:the|this|our) (?!bus\b|nurse\b|carer\b|"
    r"course\b|meeting\b)|^(?:do|does|are|is|have) (?:most|many|other|all|the majority) (?:of )?(?:your |"
    r"the |our )?(?:neighbours?|people|residents|parents|tenants|drivers|shops|young|older|pupils|"
    r"colleagues|families)\b"
)
"""What somebody else does, or what will come."""

WHO_DOES_BEST = re.compile(
    r"^(?:which|what) (?:organi[sz]ation|company|firm|provider|party|charity|service|office|department|"
    r"school|hospital|shop|bank|team|club|town|district|clinic|home) (?:\w+ ){0,6}?(?:best|worst|most|"
    r"better|cheapest|fastest)\b|^(?:ktera|ktery|ktere) (?:organizace|firma|spolecnost|strana|charita|"
    r"sluzba|urad|odbor|skola|nemocnice|obchod|banka|klub|spolek|zarizeni|domov|mesto|ctvrt|"
    r"poskytovatel) (?!\w{3,}[aei]te\b)(?:\w+ ){0,6}?nej(?:lep|hor|kvalit|spolehl|levn|rychl|"
    r"vic)\w*\b(?! (?:\w+ )?\w{3,}[aei]te\b)"
)
"""The best of those of whom people know one or none."""

UNSEEN = re.compile(
    r"^(?:in|into|to) (?:which|what) \w+ (?:do|does|should) (?!you\b|your\b|we\b|i\b)[^?]* (?:belong|go)\b|"
    r"^(?:jak|o kolik) by (?:\w+ ){1,3}?(?:ovlivnil|zmenil|zvysil|snizil)\w* (?!vas\b|vam\b|vase\b|tvuj\b|"
    r"tebe\b)|"
    r"^how much (?:does|do|did) (?!you\b|your\b)[^?]* cost (?:the|our)\b|"
    r"^which of (?:these|the following) (?:\w+ ){1,3}?(?:is|are) (?:poisonous|protected|edible|legal|illegal|"
    r"recyclable|allowed|forbidden|endangered|hazardous|invasive)\b|"
    r"^(?:kam|do (?:kter|jak)\w+ \w+) (?:se )?patri\b|"
    r"^what (?:is|was) (?:the|our) (?:\w+'?s? )?(?:main|biggest|largest|chief|usual|current) (?:source|"
    r"cause|income|owner|employer|supplier|origin)\b|^how (?:hard|polluted|clean|old|deep|pure|salty|long|"
    r"tall|big) (?:is|are|was) the (?:\w+ )?(?:water|air|soil|river|lake|bridge|building|network|pipes?|"
    r"school|hall|forest)\b|^mel[aoyi]? by se\b|^kdo (?:plati|hradi|udrzuje|financuje) (?!u vas|vam|vase|"
    r"doma|vas)|^(?:zvysil|snizil|klesl|stoupl|vzrostl|zlepsil|zhorsil|ubyl|"
    r"pribyl)\w*\b(?!.*\b(?:domacnost|dite|vas|vam|vase)\w*)|^(?:splnil|dodrzel|vyresil|"
    r"hospodaril)\w* (?:\w+ )?(?:starost|obec|mesto|radnic|urad|zastupitel|vedeni)\w*|"
    r"^(?:uskodi|prospeje|ohrozi|pritahne|zdrazi|pomuze) (?!vam\b|vas\b)|"
    r"^kolik \w+ (?:ma|zamestnava|pracuje|stoji|stalo?a?) (?:\w+ )?(?:mestsk|obec|mesto|urad|radnic|skol|"
    r"knihovn|polici)\w*|^do(?:es)? the (?:council|town|city|county|state|library|school|"
    r"hospital) [^?]* or\b|^(?:jaky|jaka|jake) (?:je|jsou|byl\w*) (?:hlavni|nejvetsi) (?:zdroj|pricina|ucel|"
    r"prijem|vlastnik|zamestnavatel|dodavatel)\w*\b|^(?:z ceho|cim) (?:se )?(?:\w+ )?(?:vytapi|financuje|"
    r"plati|bere|zasobuje|hradi)\w*\b|^jak (?:tvrd|cist|znecisten|stary|stara|stare|hlubok)\w* (?:je|"
    r"jsou) (?!vas|vase)(?:\w+ )?(?:voda|vzduch|reka|budova|skola|most|potrubi|sit|puda)\b"
)
"""What lies behind walls and in account books."""
