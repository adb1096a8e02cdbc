"""Scales: as many good points as bad ones, words on each, a way out, statements to be agreed with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from forms.checks.method.lexicon import NEGATION_CS, NEGATION_EN
from forms.checks.method.polarity import (
    is_best_in_the_middle,
    is_judgement,
    is_school_marks,
    side,
    sides,
    uneven_around_the_middle,
)
from forms.checks.method.reading import DONT_KNOW, Fault, Question
from forms.definition.questionnaire import ItemType

MIDDLE = 50
WORDLESS = re.compile(r"^(?:[\W\d_]*|[a-f])$")
BEGINS_WITH_NUMBER = re.compile(r"^\d{1,2}\s*[-–:.)(=]")
NUMBER_AT_END = re.compile(r"^[a-z ]{3,}\s*(?:[-–=:(]\s*)?\d{1,2}\)?$")
MARKS = re.compile(
    r"(na (skale|stupnici|bodove skale)|oznamkujte|znamk[aouy]\w*|ohodnotte)\b.{0,40}\d|\bjako ve skole\b|"
    r"\bod (1|0|jedne|nuly) do (5|7|10)\b|(scale (of|from) (1|0|one|zero)|from (1|0) to (5|7|10)|"
    r"(1|0) to (5|7|10)\b|out of (5|10)|marks? out of)|\b1 ?(=|-|–|je|znamena|is|means|being) ?(the )?(nej|"
    r"velmi|best|worst|very|zcela|uplne|spokoj|low|high|poor)|\(?\b[01] ?[-–] ?(?:5|10|100)\b\)?|"
    r"\b(?:bodu|hvezdicek|procent) ze? (?:sta|\d+)|\bpoints? out of\b|\bze sta bodu\b"
)
JUDGES = re.compile(
    r"^(?:jak (?!cast|dlouh|dalek|star|velk|vysok|mnoho|se (?:\w+ )?(?:jmenuje|dostane))|nakolik|"
    r"do jake miry|(?:o)?hodno|oznamk|oboduj|how (?!many|much|old|often|long|far|big|large|tall|soon|late)|"
    r"to what extent|(?:please )?rate\b|how many (?:points|stars|marks)\b|kolik (?:bodu|hvezdic\w+)\b|"
    r"what (?:is|was) your (?:\w+ )?(?:impression|opinion|rating|satisfaction)|"
    r"jak[ya]? (?:mate|je vas|byl vas|je vase) (?:\w+ )?(?:dojem|nazor|spokojenost|hodnoceni)|"
    r"(?:please )?(?:give|score|mark)\b|overall,? how|celkove,? jak|co rikate)"
)
"""Questions that ask for a judgement; bare numbers are an answer to how many."""
FEWEST_BARE = 4

YES_AND_NO = re.compile(
    r"^(?:(rozhodne|urcite|spise|velmi|asi|definitely|probably|rather) )?(ano|ne|yes|no)$"
)
LIMIT = re.compile(r"(?:under|over|less|more|do|nad|pod|vice|mene)\b")
AGREEMENT = re.compile(r"\b(ne)?souhlasim\b|\b(dis)?agree\b|\bto tak (?:je|neni)\b")
OWN_STATE = re.compile(
    r"^jak (?:dobre |snadno )?(?:se )?(?:domluvi|umi|zvlada|slysi|vidi|citi|mluvi|cte)(?:te|s)\b|"
    r"^how (?:well )?(?:do|can) you (?:usually |currently )?(?:speak|manage|cope|hear|see|sleep|feel|"
    r"read)\b|^how (?:confident|worried|tired|stressed|lonely|anxious|nervous|relaxed|sleepy|calm|bored|"
    r"hungry) (?:are|do|did|were) you\b(?!.*\b(?:that|about the|council|town|city)\b)|"
    r"^how (?:much )?(?:confident|worried|tired|stressed|lonely|anxious|nervous|relaxed|calm|"
    r"bored),? if at all,|^(?:do|are) you (?:feel|feeling) (?:any )?(?:better|worse|happier|healthier|"
    r"fitter|calmer)\b|^how much do you (?:enjoy|like) \w+(?:ing\b| (?:on your own|yourself))|"
    r"^(?:zmenil|zlepsil|zhorsil)\w* se (?:vam |vas|tv)\w*|\b(?:better or worse|worse or better) for you\b|"
    r"\bthis (?:survey|questionnaire)\b|^how much (?:better or worse|worse or better) (?:do|can) you\b"
)
"""How people are, and what they can do, they know."""

IT_VARIES = re.compile(r"\bit (?:varies|depends)\b|\b(?:ruzne|jak kdy)\b")

DENIES = {
    "cs": (
        NEGATION_CS,
        re.compile(
            r"\b(?:nikd[oy]|nikoho|nikomu|nikym|nikde|nikam|nic|niceho|nicim|zadn\w+|ani \w+,? ani|zridka|"
            r"malokd[eoy]|malokter\w+|sotva(?:kd[oy])?|"
            r"(?<!\bmi )(?<!\bnam )chybi(?! mi\b| nam\b)|postrada\w*|schazi)\b"
        ),
    ),
    "en": (
        NEGATION_EN,
        re.compile(
            r"\b(?:nowhere|no one|none|neither|seldom|rarely|scarcely|barely|unable|impossible|"
            r"lack(?:s|ed|ing)?|no (?!(?:\w+er|more|less) than|matter|later|sooner|\d)[a-z]{3,})\b"
        ),
    ),
}
"""Words that deny what a statement says: not, nobody, nowhere, no bus, rarely."""

MANY_STATEMENTS = 8
ANOTHER_CLAUSE = re.compile(
    r",|\b(?:that|which|who|whom|when|if|because|where|while|as|ze|aby|kdyz|pokud|protoze|kter\w+|kde|co|"
    r"nez)\b"
)
FARTHEST_IN_ONE = 6
FARTHEST = 5
"""A negation after so many words belongs to a clause of its own: tasks that I have not been trained for."""
CHOICES = {ItemType.SINGLE_CHOICE, ItemType.RATING, ItemType.RATING_BATTERY}


def is_scale(question: Question) -> bool:
    """Whether one answer judges the whole question."""
    if question.place.item.scale is not None:
        return True
    scored = sum(option.score is not None for option in question.options)
    return question.type is ItemType.SINGLE_CHOICE and (
        scored >= 3 or is_judgement(question.points) or is_best_in_the_middle(question.points)
    )


def faults(question: Question) -> Iterator[Fault]:
    """Faults of the scale of one question."""
    if question.type in (ItemType.NUMBER, ItemType.SHORT_TEXT) and MARKS.search(question.folded):
        yield Fault("unlabelled_scale")
    if question.type not in CHOICES or question.is_row:
        if question.is_row:
            yield from _statement(question)
        return
    below = "scale" if question.place.item.scale is not None else "options"
    if is_scale(question):
        yield from _balance(question, below)
        if _lacks_way_out(question):
            yield Fault("missing_dont_know", ", ".join(question.labels), below)
    elif uneven := _uneven_yes_and_no(question.points):
        yield Fault("unbalanced_scale", uneven, below)
    if _is_wordless(question):
        yield Fault("unlabelled_scale", ", ".join(question.labels), below)
    if question.type is not ItemType.RATING_BATTERY:
        yield from _statement(question)


def _balance(question: Question, below: str) -> Iterator[Fault]:
    scores = [option.score for option in question.options if option.score is not None]
    good = sum(score > MIDDLE for score in scores)
    bad = sum(score < MIDDLE for score in scores)
    counted = sides(question.points)
    if is_best_in_the_middle(question.points):
        if (uneven := uneven_around_the_middle(question.points)) is not None:
            yield Fault("unbalanced_scale", f"{uneven[0]} : {uneven[1]}", below)
        return
    if is_school_marks(question.points):
        return
    if good != bad:
        yield Fault("unbalanced_scale", f"{good} : {bad}", below)
    elif counted is not None and counted[0] != counted[1]:
        yield Fault("unbalanced_scale", f"{counted[0]} : {counted[1]}", below)


def _uneven_yes_and_no(points: Sequence[str]) -> str:
    """Degrees of yes and of no, where one has more of them; "" where all is well."""
    said = [found for label in points if (found := YES_AND_NO.match(label))]
    yes = sum(found[2] in ("ano", "yes") for found in said)
    graded = len(said) == len(points) and any(found[1] for found in said)
    return f"{yes} : {len(said) - yes}" if graded and 2 * yes != len(said) and yes else ""


def _lacks_way_out(question: Question) -> bool:
    scored = [option.score is not None for option in question.options]
    is_told = any(DONT_KNOW.search(label) or IT_VARIES.search(label) for label in question.labels)
    return (
        bool(scored)
        and not is_told
        and not (any(scored) and not all(scored))
        and not _ends_otherwise(question)
        and not OWN_STATE.search(question.folded)
    )


def _ends_otherwise(question: Question) -> bool:
    """Whether the last label is none of the points: very easy, …, very difficult, somebody else pays."""
    *points, last = question.labels
    return side(last) is None and " " in last and all(side(label) is not None for label in points)


def _is_wordless(question: Question) -> bool:
    bare = [label for label in question.points if WORDLESS.match(label)]
    if question.place.item.scale is not None:
        return bool(bare)
    if len(bare) > 1 and (MARKS.search(question.folded) or _is_partly_worded(question)):
        return True
    only_bare = len(bare) >= FEWEST_BARE and len(bare) >= len(question.points) - 1
    return only_bare and bool(JUDGES.search(question.folded) or _counts_down(bare))


def _counts_down(labels: Sequence[str]) -> bool:
    """Whether bare numbers fall to one or nought, as points of a scale do, and counts do not."""
    numbers = [int(label) for label in labels if label.isdecimal()]
    return len(numbers) == len(labels) and numbers == list(
        range(len(numbers) - 1 + numbers[-1], numbers[-1] - 1, -1)
    )


def _is_partly_worded(question: Question) -> bool:
    """Words at the ends only: "1 – worst", "2", "3", "4", "5 – best"."""
    ends = [
        label for label in question.points if BEGINS_WITH_NUMBER.match(label) or NUMBER_AT_END.search(label)
    ]
    if not all(label.isdecimal() for label in question.points if WORDLESS.match(label)):
        return False
    if _are_ends_in_words(question.points):
        return True
    worded = [label for label in ends if not LIMIT.match(label) and re.search(r"[a-z]{3}", label)]
    return len(worded) == 2 and question.points[0] in worded and question.points[-1] in worded


def _are_ends_in_words(points: Sequence[str]) -> bool:
    """Words without a number at both ends, bare numbers between."""
    first, *between, last = points
    are_sides = side(first) is not None and side(last) is not None
    return are_sides and bool(between) and all(map(WORDLESS.match, between))


def _statement(question: Question) -> Iterator[Fault]:
    """A statement with "not" on a scale with "disagree" makes people untangle two negatives."""
    if sum(bool(AGREEMENT.search(label)) for label in question.points) < 2:
        return
    said = re.sub(r"(ne)?souhlasite|(ne)?souhlasim|(dis)?agree", "", question.folded)
    found = (pattern.search(said) for pattern in DENIES[question.family])
    negation = min((match for match in found if match), key=re.Match.start, default=None)
    before = said[: negation.start()].rpartition(":")[2] if negation else ""
    if negation and (len(before.split()) <= _farthest(before) or _ends_statement(question, negation)):
        yield Fault("negative_statement", negation.group())


def _farthest(before: str) -> int:
    return FARTHEST if ANOTHER_CLAUSE.search(before) else FARTHEST_IN_ONE


def _ends_statement(question: Question, negation: re.Match[str]) -> bool:
    """Whether a Czech statement of one clause ends with its negated verb, however long it is."""
    before, after = negation.string[: negation.start()], negation.string[negation.end() :]
    return question.family == "cs" and not ANOTHER_CLAUSE.search(before) and len(after.split()) <= 1


def agreement_heavy(questions: list[Question]) -> Question | None:
    """The first of many statements that are all to be agreed with; None where they are few."""
    agreed = [
        question
        for question in questions
        if not question.easy
        and question.type is ItemType.RATING
        and sum(bool(AGREEMENT.search(label)) for label in question.points) >= 2
    ]
    if not agreed:
        return None
    tag = Counter(question.tag for question in agreed).most_common(1)[0][0]
    mine = [question for question in agreed if question.tag == tag]
    return mine[0] if len(mine) >= MANY_STATEMENTS else None
