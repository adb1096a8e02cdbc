"""Burden: too much to write, too long, and memories that nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.checks.method.choices import HOW_OFTEN
from forms.checks.method.going_on import goes_on
from forms.checks.method.reading import Fault, Question, folded
from forms.definition.questionnaire import ItemType, Questionnaire
from forms.duration import minutes, seconds
from forms.expressions.tree import items_read
from forms.languages import is_easy
from forms.longest import longest
from forms.simulation import walk
from forms.solver import UndecidedError

MOST_MINUTES = 15
MOST_OPEN = 4
MOST_OPEN_SHARE = 0.5
FEWEST_OPEN = 3
PERIOD = re.compile(
    r"\b(?:den\w*|dn[yíiu]\w*|tyd\w*|mesic\w*|rok\w*|roce|let\w*|letos|loni|lonsk\w*|vcera|vikend\w*|"
    r"hodin\w*|"
    r"pololeti|sezon\w*|posledni\w*|minul\w+|uplynul\w+|prumern\w+|obvykle|bezne|normalne|nekdy|dosud|"
    r"od roku|zivot\w*|in your life|celkem|po (?:porodu|operaci|propusteni|prichodu|odchodu|navratu|urazu|"
    r"nehode|povodni|umrti|rozvodu|stehovani|prestehovani|nastupu)|soucasn\w+|dnes\w*|nyni|ted|ctvrtlet\w*|"
    r"(?:ledn|unor|brezn|dubn|kvetn|cervn|cervenc|srpn|rijn|listopad|prosinc)\w*|zari|behem|v zime|v lete|"
    r"again|about (?:it|this|that)|before this|znovu|opakovane|(?:v |ve |in |od |since )?(?:19|20)\d\d|"
    r"days?|daily|weeks?|weekly|months?|monthly|years?|yearly|annually|hours?|past|last|recent\w*|usual\w*|"
    r"normally|typical\w*|average|generally|ever|currently|now\w*|today|yesterday|tonight|term|semester|"
    r"since|during|so far|lifetime|season|summer|winter|weekend|quarter|january|february|in march|april|"
    r"in may|june|july|august|september|october|november|december)\b"
)
UNTIL = re.compile(r"\b(?:until|before)\b|, (?:nez|dokud)\b")
"""How many times until something happened: that is the time."""

UNIT_IN_LABEL = re.compile(
    r"\b(?:den\w*|dn[ey]\w*|tyd\w*|mesic\w*|rok\w*|rocne|kazdodenne|every|days?|daily|weeks?|weekly|months?|"
    r"monthly|years?|yearly|annually)\b|%"
)
COMES_AGAIN = re.compile(
    r"^how (?:many times|often) (?:have|has|did|do|does) (?:you|your \w+) (?:\w+ )?(?:been to|been at|visit|"
    r"visited|used?|go|gone|been|come|attend(?:ed)?|contact(?:ed)?|see|seen|eat|eaten|borrow(?:ed)?|"
    r"travel(?:led)?)\b(?!.*\b(?:because|before|after|until|when|while|with|about|for|"
    r"to \w+ (?:a|an|your|the)|this|these|that|married|group|course)\b)"
)
"""What goes on for years; how often a thing happened in an event (a stay, a flood) needs no other frame."""

VISITED = re.compile(
    r"^how many times did (?:you|your \w+) (?:visit|use|go to|attend|borrow|travel|"
    r"see) (?:(?:a|an|the|our|by) )?(?:\w+ )?(?:doctor|dentist|library|museum|pool|theatre|cinema|park|bus|"
    r"train|tram|office|town hall|website|centre|market|hospital|clinic|surgery|pharmacy|service|gym|"
    r"sports hall|playground|recycling centre)\W*$"
)
"""What was never only once: visits to a doctor, journeys by bus."""

HOURS_COUNTED = re.compile(r"^(?:(?:how many|kolik) )?(?:hours?|days?|minutes?|hodin\w*|dn[iuy]|minut\w*)\b")
"""Hours that are counted are not the time in which they are."""

TIME_GONE_BY = re.compile(
    r"\b(?:last|past|since|during|ever|recent\w*|posledni\w*|minul\w+|od|letos|loni|behem|nekdy|uplynul\w+|"
    r"(?:19|20)\d\d)\b"
)
"""A time that a question after it goes on to ask about."""

COUNTS = re.compile(
    r"\b(?:kolikrat|jak casto|kolik (?:jste|penez|korun|hodin|kilometru)|how many times|how often|how much "
    r"(?:have|did) you|how many)\b|\bkolik\b(?!.*\b(?:dvou|dva|2) (?:let|rok))"
)
LONG_AGO = re.compile(
    r"\b(?:posledni\w*|minul\w*|predchozi\w*|uplynul\w*|last|past|previous)\s(?:(\d+)|dvou|dva|tri|trech|"
    r"peti|pet|deseti|deset|two|three|four|five|ten|several|few|nekolika)\s(?:let\w*|roky|roku|roce|years?)\b"
)

NOT_FORGOTTEN = re.compile(
    r"\b(?:last|past|previous) (?:two|three|[23]) years\b|\b(?:moved|moves?|accidents?|operations?|"
    r"surger\w+|jobs?|employers?|born|births?|floods?|flooded|falls?|grown|changed|harvests?|elections?|"
    r"pregnan\w+|hospital stays?|fires?|claims?|homes?|cars?|"
    r"years)\b(?<!\d years)(?<!five years)(?<!ten years)(?<!several years)(?<!few years)(?<!four years)"
)
"""Events of a life, which people know after years."""


def faults(question: Question) -> Iterator[Fault]:
    """Whether the question says when, and whether anybody can remember."""
    text = question.folded
    if question.type in (ItemType.NUMBER, ItemType.SINGLE_CHOICE) and COUNTS.search(text):
        ago = LONG_AGO.search(text)
        if ago and (ago[1] is None or int(ago[1]) > 1) and not NOT_FORGOTTEN.search(text):
            yield Fault("long_recall", ago.group())
    counts = re.search(r"\b(?:kolikrat|how many times)\b", text) or (
        HOW_OFTEN.search(text) and question.type is ItemType.NUMBER
    )
    is_asked = question.type in (ItemType.NUMBER, ItemType.SINGLE_CHOICE, ItemType.SHORT_TEXT)
    if not is_asked or _says_when(question) or PERIOD.search(HOURS_COUNTED.sub("", text)):
        return
    if (goes_on(question) and not _follows_a_time(question)) or (
        counts and not UNTIL.search(text) and not _is_framed(question)
    ):
        yield Fault("missing_reference_period", question.text)


def _says_when(question: Question) -> bool:
    """Whether the unit, the hint or the answers name a time: litres a month, twice a week."""
    unit = HOURS_COUNTED.sub("", folded(question.place.item.unit.get(question.tag, "")))
    told = PERIOD.search(folded(question.hint)) or PERIOD.search(unit)
    return bool(told) or any(UNIT_IN_LABEL.search(label) for label in question.labels)


def _follows_a_time(question: Question) -> bool:
    """Whether the condition reads an item that asks about a time gone by."""
    condition = question.place.item.visible_if
    index = question.questionnaire.index
    before = [index[code] for code in items_read(condition) if code in index] if condition is not None else []
    return any(TIME_GONE_BY.search(folded(item.texts.get(question.tag, ""))) for item in before)


def _is_framed(question: Question) -> bool:
    """Whether an event or a question before says in what time."""
    if question.family != "en":
        return False
    is_open = (question.type is ItemType.NUMBER or VISITED.search(question.folded)) and COMES_AGAIN.search(
        question.folded
    )
    return not is_open or question.place.item.visible_if is not None


def too_many_open(questionnaire: Questionnaire) -> str:
    """How many items are to be answered in one's own words, if too many; else ""."""
    answered = [
        item
        for item in questionnaire.items
        if item.type not in (ItemType.INFORMATION, ItemType.RATING_BATTERY, ItemType.CONSENT)
    ]
    count = sum(item.type is ItemType.OPEN_ENDED for item in answered)
    many = count > MOST_OPEN or (count >= FEWEST_OPEN and count >= MOST_OPEN_SHARE * len(answered))
    return str(count) if many else ""


def too_long(questionnaire: Questionnaire) -> tuple[str, int] | None:
    """The slowest language and its minutes, if the longest way takes more than fifteen; else None."""
    languages = [tag for tag in (*questionnaire.languages, *questionnaire.variants) if not is_easy(tag)]
    everything = {tag: minutes(questionnaire, questionnaire.items, tag) for tag in languages}
    slowest = max(languages, key=everything.__getitem__)
    if everything[slowest] <= MOST_MINUTES:
        return None
    time = minutes(questionnaire, (), slowest) + _longest(questionnaire, slowest) / 60
    return (slowest, round(time)) if time > MOST_MINUTES else None


def _longest(questionnaire: Questionnaire, language: str) -> float:
    """The seconds of the longest way; of the longest one walked, where they cannot all be compared."""
    each = {code: seconds(questionnaire, (item,), language) for code, item in questionnaire.index.items()}
    try:
        return longest(questionnaire, each)
    except UndecidedError:
        return sum(each[code] for code in walk(questionnaire).longest.item_codes)
