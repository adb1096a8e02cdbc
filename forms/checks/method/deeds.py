"""What people do: English verbs that tell a second deed after "and" from a second thing ("swim and use "
"the sauna").

Base forms only, as they stand after do, did, can or will. Words that are nouns as often (work, help, visit)
are verbs here where an article, a pronoun or a preposition follows.
"""

from __future__ import annotations

import re

_VERBS = (
    "compost accept achieve add adapt admit afford agree allow appear apply appreciate approve argue "
    "arrange arrive ask "
    "attend avoid become begin believe belong borrow break bring build buy calculate carry catch "
    "celebrate choose "
    "clean close collect come communicate compare complain complete confirm consider consult contact "
    "contain continue "
    "cook create cycle dance decide decorate deliver describe destroy develop dine discover discuss "
    "donate download "
    "draw drink drive earn eat encourage enjoy enter examine exercise expect explain explore feed feel "
    "fill find "
    "finish fix follow forget gather get give go grow handle happen have hear hire hold identify improve "
    "include "
    "increase inform install introduce invite join keep know learn leave lend let listen live lock lose "
    "maintain make "
    "manage meet mow notice obtain offer open organise organize own park pay pick plant play practise prefer "
    "prepare print protect provide publish put read receive recommend recycle reduce refuse register "
    "remain remember "
    "remove rent repair replace reply report request require reserve resolve respond return run save see "
    "seek sell "
    "send separate serve share show sing sit sleep smoke solve sort speak spend stand start stay stop "
    "study submit "
    "subscribe suggest swim take talk teach tell think throw travel treat trust try understand upload use "
    "vote wait "
    "walk wash watch wear welcome win wish write cancel book visit help support call check cover care "
    "work plan pass "
    "leave turn post order email phone ring sign train volunteer water weed exchange empty change"
)
_NOUN_TOO = (
    "book visit help support call check cover care work plan pass leave turn post order email phone ring "
    "sign train "
    "water weed change exchange exercise drink dance cycle park plant play print repair report request "
    "return rent run "
    "share show sleep smoke start stay stop study swim talk travel vote walk wash watch win wish draw "
    "drive feed fix "
    "like love hire hold sort stand taste open welcome reserve own empty"
)
_ONLY_VERBS = "|".join(sorted(set(_VERBS.split()) - set(_NOUN_TOO.split())))
_BOTH = "|".join(_NOUN_TOO.split())
_AFTER_A_VERB = (
    r"(?:the|a|an|your|my|our|their|it|them|us|him|her|me|you|any|some|in|at|on|to|up|with|for|about|there|"
    r"here|out|off)"
)
SECOND_DEED = re.compile(
    r"^(?:do|did|does|can|could|will|would|should|are you able to|were you able to|have you been able to|"
    r"is it easy to|is it possible to) (?:(?!who\b|that\b|which\b|if\b|when\b)[\w'-]+ )+?"
    rf"(?P<deeds>[\w'-]+ and (?:also |then |usually |always )?(?:(?:{_ONLY_VERBS})|(?:{_BOTH})(?= "
    rf"{_AFTER_A_VERB}\b))|"
    rf"(?:{_ONLY_VERBS}|{_BOTH}) and (?:{_BOTH})(?=\W*$))\b"
)
"""Two deeds in one yes or no; after "who" or "if" they belong to somebody else or to a condition."""


def two_deeds(core: str) -> str:
    """The words around "and" where a folded English yes/no question asks for two deeds."""
    found = SECOND_DEED.search(core)
    return found["deeds"] if found else ""
