"""Questions for personal data, and delicate questions before people have warmed up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from forms.checks.method.identifiers import IDENTIFIERS
from forms.checks.method.reading import DONT_KNOW, Fault, Question
from forms.definition.questionnaire import ItemType

WRITTEN = {ItemType.SHORT_TEXT, ItemType.OPEN_ENDED, ItemType.NUMBER, ItemType.DATE}
NOT_TO_BE_WRITTEN = re.compile(
    r"\b(?:nepiste|neuvadejte|bez uvedeni|nevyplnujte|please do not|do not (?:write|give|include)|without "
    r"(?:giving|naming))\b[^.?!]*"
)
ASKS = (
    r"(?:uve[dď]\w*|napis\w*|zadej\w*|vypln\w*|dopln\w*|sdel\w*|zanech\w*|prosime o|jak[eay]\w* (?:je|"
    r"mate|jsou)|vas\w*|svoje?|sve|svuj|svou|jak se jmenuj)"
)
PERSONAL_CS = re.compile(
    r"\b(?:jmen[oa](?: a prijmeni)?(?! (?:obce|mesta|ulice|sluzby|skoly|organizace|knihovny|zarizeni|"
    r"zastavky|firmy|linky|parku|spolku))|prijmeni|jmenujete|obcank[uy]|"
    r"(?:napis\w*|uved\w*|vypln\w*|zadej\w*) (?:\w+ ){0,2}adres\w*|u (?:ktereho|jakeho) zamestnavatele|"
    r"rodn[eaé]\w* cisl\w+|cisl\w+ (?:obcansk\w+|op|pasu|pojist\w+|(?:bankovniho )?uctu|prukazu|telefonu|"
    r"ridic\w+|mobil\w*)|obcansk\w+ prukaz\w*|(?:presn\w+ |postovn\w+ |domac\w+ |trval\w+ |vas\w* |"
    r"sv(?:ou|oji) |uplnou |celou )adres\w*|adres\w+ (?:bydliste|trval\w+|vaseho|pobytu)|e-?mail\w*|"
    r"telefon\w*|mobil\w*|kontaktni udaj\w*|kontakt na vas|datum (?:vaseho )?narozeni|"
    r"kdy (?:presne )?jste se narodil\w*|narozen\w* dne|diagnoz\w*|spz|prezdivk\w*|heslo|"
    r"uzivatelsk\w+ jmen\w+|rodn\w+ prijmeni|facebookov\w+ profil|fotografi\w+ (?:sebe|vas)|iban|"
    r"registracni znack\w*|(?:volil\w*|dali hlas\w*|hlasovali pro)\b|podpis\w*|popisne|cislo domu|"
    r"ulic[ei] a cislo|trvale\w* (?:bydliste|bydlist\w*)|cisl\w+ (?:\w+ ){0,2}uctu|datovou schrank\w*|"
    r"ip adres\w*|jmen\w+ (?:vaseho|vasi|osoby|lekare|pracovnika|ditete|partnera|souseda))\b"
)
HEALTH_CS = re.compile(
    r"\b(?:jakou nemoc\w*|jakymi nemocemi|na co se lecite|s cim se lecite|jake leky|"
    r"(?:vas|svuj) zdravotni stav|zdravotni (?:potize|problem\w*|postizeni|dokumentac\w*) (?:mate|trpite)|"
    r"(?:jake|jakymi) (?:mate |trpite )?(?:zdravotni(?! sluzb| zariz| pomuc| poradn| pojist| pece)|psychick|"
    r"dusevni|chronick)\w*|trpite|prodelal\w* nemoc\w*|jake (?:\w+ )?(?:leky|nemoci|onemocneni|choroby|"
    r"postizeni) (?:berete|uzivate|mate)|(?:leky|nemoci) (?:berete|uzivate)|lecite(?: se)?|"
    r"jakou (?:mate )?(?:chorob|vad|krevni skupin)\w*|krevni tlak|jste tehotn\w*)\b"
)
PERSONAL_EN = re.compile(
    r"\b(?:(?:your|full|first|last|maiden|sur|given|family|legal|complete)[ -]?(?:full |own |and last |"
    r"and surname )?names?(?! (?:badge|tag|plate|day|sign)s?\b)|surname|what are you called|"
    r"names? (?:and (?:address|surname|phone|telephone|e-?mail|contact)|"
    r"of (?:your|the) (?:doctor|carer|nurse|teacher|social worker|neighbou?r|manager|child\w*|partner|"
    r"husband|wife|gp|employer|person))|(?:date|day) of birth|birth ?date|(?:your|when is \w+) birthday|"
    r"when (?:exactly )?were you born|(?:home|postal|street|mailing|residential|full|exact|your|permanent|"
    r"house) address|house number|e-?mail address|(?:give|enter|write|leave|provide|add) (?:us )?(?:your|a|"
    r"an) (?:\w+ )?e-?mail\b|(?<!of )(?<!on )(?<!with )your (?:\w+ )?(?:e-?mail|telephone|phone|"
    r"mobile)(?=\W*$)|^(?:e-?mail|phone|telephone)\W*$|(?:phone|telephone|mobile) number|mobile number|"
    r"contact (?:details|information|number)|social security number|national insurance|passport number|"
    r"(?:identity|id|personal|birth|insurance|licen[cs]e|driving licen[cs]e) (?:card|number|certificate)|"
    r"nhs number|bank (?:account|details)|account number|(?:licen[cs]e|number) plate|"
    r"(?:vehicle |car )?registration number|vote for|your signature|you (?:been )?diagnos\w+|diagnosed you|"
    r"(?:what (?:is|was)|tell us|write|state|give|describe|enter|name) (?:\w+ )?your (?:\w+ )?diagnos\w+|"
    r"ip address|postal address|full postcode|user ?name|password|iban|sort code|whatsapp number|"
    r"medical (?:history|record)s?|(?:which|what) (?:illness|disease|condition|disorder) (?:are|were|"
    r"was) (?:you|your \w+))\b"
)
HEALTH_EN = re.compile(
    r"^(?!how\b)(?!.*\b(?:side effects?|help\w*|better|easier)\b).*\b(?:medical conditions?|"
    r"health (?:condition|problem|issue)s?|illness\w*|medications?|"
    r"what (?:disease|disability)\w*|diseases?|disabilit\w+|medicines?|being treated for|mental health|hiv|"
    r"pregnan\w+|blood (?:pressure|type|group))\b"
)
NOT_OWN = re.compile(
    r"\b(?:web\w*|urad\w*|office|contacted|by (?:phone|e-?mail|telephone)|telefonick\w*|e-?mailem|"
    r"over the phone|on the phone|mobilni\w* (?:aplikac|sit|signal)\w*|mobile (?:app|phone signal|network)|"
    r"telefonni(?:ch|m|mi)? (?:link|budk)\w*|prefer\w* to (?:be|receive)|adresu? (?:webu|stranek))\b"
)
WHERE_AND_WHO_EN = re.compile(
    r"\b(?:flat number|door number|where exactly do you live|(?:what|which|name of the) (?:street|"
    r"road) (?:do you live|is your (?:home|house|flat)|you live)|(?:which|what) (?:gp|doctor|dentist|"
    r"surgeon|psychiatrist) are you (?:registered|with|treated)|how (?:can|may|could|should) we (?:reach|"
    r"contact|get in touch|find) (?:with )?you|(?:leave|give|write|enter|tell us|type|add) (?:us |down |"
    r"in )?(?:your|a) (?:\w+ )?(?:number|contact|postcode|profile|signature|initials|address|"
    r"account)\b(?! of)|(?:facebook|instagram|skype|telegram|twitter|social media) (?:name|account|profile|"
    r"handle)|your (?:full |home )(?:postcode|zip code)|your initials|"
    r"^who (?:is|are|was|were) your (?:\w+ )?(?:carer|doctor|gp|nurse|teacher|manager|employer|landlord|"
    r"boss|therapist|key ?worker|social worker|partner|husband|wife|neighbou?r)s?\b|"
    r"where (?:exactly )?do you work(?=\W*$)|who do you work for|who is your employer|"
    r"employer(?:'s)? (?:called|name)|(?:what|which) (?:diagnosis|illness|disease) did (?:the|"
    r"your) (?:doctor|gp|specialist|hospital)|what did (?:the|your) (?:doctor|gp|specialist) diagnose|"
    r"(?:on what date|when) (?:was|were) your (?:child|son|daughter|children|baby) born|"
    r"(?:date of birth|birthday) of your|you (?:\w+ )?owe\b|you have (?:\w+ )?in (?:savings|the bank)|"
    r"your (?:\w+ )?(?:savings|debts?)\b(?=\W*$)|your (?:blood group|blood type|hiv status)|"
    r"(?:which|what) (?:\w+ )?(?:illness|disease|diagnosis|medical condition|"
    r"health (?:problem|condition|complaint)|disability|disorder|injury)(?: (?:or|and) \w+)? (?:has |"
    r"have )?(?:brought|brings|led|made|makes|keeps|kept|limits|troubles|bothers) (?:you|your)\b|"
    r"(?:which|what) (?:illness|disease|disorder|diagnosis)\b[^?]* (?:are you (?:being )?treated|"
    r"do you suffer|have you (?:got|been diagnosed)|do you come|did you come|did you visit))"
)
"""Where somebody lives and works, who looks after them, and what they owe."""

WHERE_AND_WHO_CS = re.compile(
    r"\b(?:(?:v|ve) (?:jake|ktere) ulici (?:\w+ )?bydlite|kde presne bydlite|cislo (?:bytu|dveri|obcanky)|"
    r"(?:u|ke) ktere\w+ (?:\w+ )?(?:lekar|doktor|psychiatr|psycholog)\w* (?:chodite|se lecite|dochazite|"
    r"jste)|kdo je (?:vas|vasim|vasi)\w* (?:\w+ )?(?:lekar|pecovatel|opatrovni|nadrizen|zamestnavatel|"
    r"pronajimatel|partner|manzel|ucitel)\w*|(?:jak|kde) vas (?:muzeme|mame|lze) (?:kontaktovat|zastihnout|"
    r"najit)|(?:kolik|jakou castku) (?:\w+ ){0,3}dluzite|(?:jak\w+|kolik) (?:\w+ ){0,2}(?:mate|"
    r"cini vase) (?:\w+ )?(?:dluh|uspor|naspor)\w*|kolik mate (?:\w+ )?(?:naspor|uspor|na uctu)\w*|"
    r"(?:ktere|jake) leky (?:\w+ )?(?:uziv|ber)\w*|kdy se (?:vam )?narodil\w* (?:vase|vas)|"
    r"jak se jmenuje (?:vas|vase|vasi)|kde (?:presne )?pracujete(?=\W*$)|u koho pracujete|"
    r"jak\w+ (?:vam )?(?:byla )?(?:\w+ )?(?:stanovena |urcena )?diagnoz\w*|"
    r"co vam (?:lekar|doktor)\w* zjistil\w*|(?:nechte|zanechte|pripiste) (?:nam )?(?:na sebe )?(?:kontakt|"
    r"cislo|spojeni)|(?:jaka|ktera|jakou|kterou|jake|ktere) (?:\w+ )?(?:nemoc|diagnoz|choroba|porucha|"
    r"zdravotni potiz)\w*(?: (?:nebo|ci|a) \w+)? (?:vas|vam|k nam|jste|"
    r"(?:byl\w* )?u vas)\b(?! (?:\w+ )?(?:zajim|informov|slys))|(?:s jakou|kvuli jake|pro jakou|s jakym|"
    r"kvuli jakemu) (?:nemoc|diagnoz|chorob|onemocneni|zdravotni\w* potiz)\w*|na (?:jakem|kterem) cisle|"
    r"vase psc|inicial\w*)"
)

DELICATE = re.compile(
    r"\b(?:prij(?:em|mu|my) (?:vas|domacnost)\w*|cist\w+ (?:mesicni )?prij\w+|mesicni prij\w+|"
    r"kolik (?:\w+ )?vydelavate|vyse (?:vaseho )?(?:prijm|platu|mzd)\w*|nabozensk\w+|sexualni orientac\w*|"
    r"volil\w* jste|splacen\w+ dluh\w*|problem\w* s dluh\w*|politick\w+ stran\w*|zadluzen\w*|exekuc\w*|"
    r"trestan\w*|drog(?!er)\w*|etnick\w+|vydelava (?:vas\w* )?(?:domacnost|rodin)\w*|mate (?:\w+ )?dluhy|"
    r"dluzite|uzivate (?:\w+ )?(?:drog|navykov)\w*|(?:household|monthly|annual|net|personal|your) income|"
    r"how much (?:\w+ )?do you earn|religio\w+|sexual orientation|(?:did you|would you) vote for|"
    r"political party|criminal|convicted|(?:take|use|taken|used) (?:\w+ )?drugs|owe money|illegal drugs|"
    r"ethnic\w*|in debt|your salary)\b"
)
ALSO_DELICATE = re.compile(
    r"\b(?:you and your partner earn|household'?s? (?:\w+ ){0,2}(?:debts?|income|savings)|domestic violence|"
    r"suicid\w+|(?:been|spent time) in prison|behind with (?:your|the) (?:rent|mortgage|bills|payments)|"
    r"(?:your|of your) (?:debts?|pension|savings|wages?)\b(?= \w*\W*$|\W*$)|your sex(?:ual)? life|"
    r"drink alcohol|immigration status|gambl\w+|domaci nasili|sebevrazd\w+|ve vezeni|pijete alkohol|"
    r"alkohol pijete|sexualni zivot|opozden\w* s (?:najm|splatk)\w*|vase\w* (?:dluhy|uspory)|"
    r"(?:vyse|vysi|vysoky) (?:\w+ )?(?:duchod|dluh|uspor)\w*|sazite|hazardn\w+)\b"
)
"""What people had rather not be made to say, but what many a questionnaire is about from its first item."""

PERSON = (
    r"(?:dite|deti|ditete|syn|syna|dcer[ay]|manzel\w*|partner\w*|matk[ay]|mat(?:ky|ce)|otec|otce|rodic\w*|"
    r"blizk\w+|sestr[ay]|bratr\w*|soused\w*|lekar\w*|pecovatel\w*|asistent\w*|opatrovni\w*|uredni\w*|"
    r"ucitel\w*|nadrizen\w*|vedouci|zamestnavatel\w*|pronajimatel\w*|kamarad\w*|socialni (?:pracovni\w*)|"
    r"child\w*|son|daughter|husband|wife|partner|mother|father|parents?|brother|sister|doctor|carer|"
    r"neighbou?r|teacher|boss|manager|landlord|landlady|employer|gp|nurse|social worker|key worker|"
    r"relatives?|friend|grandchild\w*|grandmother|grandfather)"
)
NAMED = re.compile(
    rf"\bjak se (?:jmenuje|jmenuji|jmenoval\w*) (?:vas\w* |tv\w+ |sv\w+ )?(?:\w+ )?{PERSON}\b|"
    rf"\b{PERSON}(?:'s|s') (?:full |first |last )?names?\b|\bwhat (?:is|are) your (?:\w+ )?{PERSON} called\b|"
    rf"\bjmen[oa] (?:vas\w* |tv\w+ |sv\w+ )?(?:\w+ )?{PERSON}\b|"
    rf"\bnames? of your (?:\w+ )?{PERSON}\b"
)
"""The name of somebody else, who has not even been asked."""

EXACT_INCOME = re.compile(
    r"\b(?:(?:vas|vase|vaseho|svuj|sveho|vasi|tvuj) (?:\w+ ){0,3}?(?:prijem|prijmu|prijmy|plat|platu|mzd\w*|"
    r"vydel\w*|duchod\w*)|(?:prijem|prijmy|plat|mzda|duchod) (?:\w+ )?(?:mate|vase|vas)|(?:jak\w+|"
    r"kolik) (?:\w+ ){0,3}?(?:berete|"
    r"vydelavate|vydelate)|jak vysok\w+ (?:je |mate )?(?:\w+ )?(?:plat|mzd|prijem|duchod)\w*|"
    r"(?:your|household(?:'s)?) (?:[\w'-]+ ){0,3}?(?:income|salary|wages?|earnings|pension)|(?:do|"
    r"did) you (?:\w+ )?earn|(?:are|were) you paid)\b"
)
"""To the crown; a range of income is another matter."""

BELIEFS = re.compile(
    r"\b(?:nabozensk\w+ (?:vyznani|presvedcen\w*|vir[aeuy])|(?:jake|jakeho|ktere|"
    r"vase) (?:jste )?(?:\w+ )?(?:vyznani|viry)|vyznavate|jste verici|ke ktere cirkvi|do ktere cirkve|"
    r"clen\w* (?:\w+ )?cirkve|sexualni\w* orientac\w*|(?:jste|citite se (?:byt )?)(?:\w+ )?(?:gay|lesb\w+|"
    r"bisexual\w*|homosexual\w*)|(?:vas|jak\w+|vaseho|mate|jste) (?:\w+ )?(?:etnick\w+|"
    r"rasov\w+) (?:puvod\w*|prislusnost\w*|skupin\w*)|(?:ke ktere|do ktere|k jake) (?:narodnostni|"
    r"etnicke)\w* (?:mensine|skupine) (?:se hlasite|patrite)|jste (?:rom|romove)\b|"
    r"(?:kter\w+|jak\w+) (?:politick\w+ )?(?:stran\w*|hnuti|kandidat\w*) (?:\w+ ){0,3}?(?:volil|volit|"
    r"dal\w* hlas|podporujete)\w*|koho (?:jste (?:\w+ )?volil|budete volit|byste (?:\w+ )?volil)\w*|"
    r"politick\w+ (?:presvedceni|preferenc|smysleni|nazor)\w*|clen\w* (?:politicke strany|odbor\w*)|"
    r"barv\w+ (?:vasi )?pleti|(?:^(?:what|which)\b[^?]* (?:is|was|are) |"
    r"(?:describe|state|give|indicate|select|choose|name|tell us) )your (?:\w+ )?(?:religion|faith|"
    r"religious (?:belief|affiliation|denomination)\w*|ethnic (?:origin|group|background)|ethnicity|race|"
    r"sexual orientation|sexuality|political (?:views|opinions|beliefs|party)|skin colou?r)|"
    r"are you (?:a )?(?:religious|christian|muslim|jewish|hindu|gay|lesbian|bisexual|heterosexual|straight)|"
    r"(?:which|what) (?:religion|church|denomination|faith|ethnic group|race|"
    r"political party)(?:,? if any,?)? (?:do|did|are|were|would|will) you\b|"
    r"(?:which|what) (?:\w+ )?(?:party|candidate) (?:did|do|will|would) you (?:\w+ )?(?:vote|support)|"
    r"(?:who|whom) (?:did|will|would) you (?:\w+ )?vote for|member of a (?:trade union|political party)|"
    r"voted? for (?:which|what)|how did you vote (?:in|at) the|do you believe in god|"
    r"(?:vas\w*|jak\w+|kter\w+|mate) (?:\w+ )?etnick\w+ (?:puvod|prislusnost)\w*|"
    r"jak\w+ je (?:\w+ )?(?:etnick|rasov)\w+|jake (?:jste|mate) narodnosti|k jake narodnosti se|"
    r"verite v boha|jak\w+ mate (?:vira|viru)|(?:mate|jste) (?:nekdy )?(?:zaznam v (?:trestnim )?rejstriku|"
    r"hiv\b|nakazen\w* hiv)|byl\w*(?:/a|\(a\))? jste (?:nekdy )?(?:\w+ )?(?:odsouzen|trestan|ve vezeni)\w*|"
    r"(?:jake|ktere) (?:\w+ )?(?:zdravotni postizeni|onemocneni|nemoci) (?:\w+ )?mate|"
    r"(?:jakou|kterou) (?:nemoc|chorobu|diagnozu|poruchu) (?:mate|trpite)|"
    r"jak\w+ (?:mate )?(?:diagnoz|krevni skupin)\w*|(?:leci|lecil)\w* (?:jste )?se (?:\w+ )?(?:psychiatr|"
    r"na psychiatr|s depres|s dusevni)\w*|what (?:nationality|race|ethnicity|religion) are you|"
    r"(?:what|which) ethnic\w* (?:\w+ )?(?:are you|do you)|(?:what|which) (?:illness|disease|disabilit|"
    r"medical condition|mental illness|diagnos)\w* (?:do|did|have) you|"
    r"have you ever (?:had|suffered from|been treated for) (?:a |an |any )?(?:mental|psychiatric|venereal|"
    r"sexually|addiction|depression)|have you (?:ever )?been (?:convicted|in prison|arrested)|"
    r"(?:are|were) you hiv|your (?:immigration|residence|asylum|hiv|criminal) (?:status|record)|"
    r"do you have a criminal record)\b"
)
"""What the law calls special categories of data: nobody needs them to plan services, whatever the options."""

FEWEST_ITEMS = 8
FEWEST_BEGUN = 4
"""Of so few, only the first is too early."""
EARLY = 1 / 3


def faults(question: Question) -> Iterator[Fault]:
    """Whether a question that people answer in their own words asks who they are."""
    text = NOT_TO_BE_WRITTEN.sub(" ", question.folded)
    if question.type in WRITTEN:
        personal = _personal(question, text)
        if personal:
            yield Fault("personal_data", personal)
    elif beliefs := BELIEFS.search(text):
        yield Fault("personal_data", beliefs.group())
    elif question.type is ItemType.SINGLE_CHOICE and (DELICATE.search(text) or ALSO_DELICATE.search(text)):
        told = any(DONT_KNOW.search(label) for label in question.labels)
        if question.place.item.required and not told:
            yield Fault("missing_refusal", ", ".join(question.labels), "options")


def _personal(question: Question, text: str) -> str:
    if NOT_OWN.search(text):
        return ""
    if named := NAMED.search(text) or EXACT_INCOME.search(text) or BELIEFS.search(text):
        return named.group()
    where = (WHERE_AND_WHO_EN if question.family == "en" else WHERE_AND_WHO_CS).search(text)
    if where:
        return where.group()
    if numbered := IDENTIFIERS[question.family].search(text):
        return numbered.group()
    if re.match(r"(?:kolik|how (?:many|much))\b", text):
        return ""
    if question.family == "en":
        found = PERSONAL_EN.search(text) or re.match(r"(?:names?|mobile|address|contact|birthday)\W*$", text)
        health_en = (
            HEALTH_EN.search(text)
            if re.search(
                r"\b(?:you (?:have|take|suffer|being treated)|your)\b",
                text,
            )
            else None
        )
        return found.group() if found else health_en.group() if health_en else ""
    if health := HEALTH_CS.search(text):
        return health.group()
    found = PERSONAL_CS.search(text)
    wanted = question.type is not ItemType.OPEN_ENDED or re.search(ASKS, text)
    return found.group() if found and wanted else ""


def delicate_early(questions: Sequence[Question]) -> Question | None:
    """The first delicate question in the first third, or right at the start of a short questionnaire."""
    order = list(dict.fromkeys(question.place.item.item_code for question in questions))
    if len(order) < FEWEST_BEGUN:
        return None
    delicate = {
        question.place.item.item_code
        for question in questions
        if not question.is_row and DELICATE.search(question.folded)
    }
    if len(delicate) > 1:  # the delicate matter is what the whole questionnaire is about
        return None
    early = set(order[: int(len(order) * EARLY) if len(order) >= FEWEST_ITEMS else 1])
    return next(
        (question for question in questions if question.place.item.item_code in early & delicate),
        None,
    )
