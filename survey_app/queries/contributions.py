"""What one response adds to the tallies of its wave, by the frozen version that it was given under.

A response holds only what is on its path, so nothing is routed here: a version is compiled once, and every
response costs some look-ups. Knows no database and no statistics beyond sums.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from forms.definition import Item, ItemType, Questionnaire
from survey_app.models.tallies import STRATUM_LENGTH

SERVICES = "services"
GROUPS = "target_groups"
TERRITORIES = "territories"

CORE_DIMENSIONS = ("access", "availability", "environment", "staff", "benefit")
FEWEST_CORE = 3
OVERALL = "overall"
TEN_THOUSANDTHS = 10_000
BEST, SECOND_WORST = 100.0, 25.0

MARGIN_DIMENSIONS = ("age", "group", "sex")
TERRITORY = "territory"
MOST_OPTIONS = 200  # an item with more is a register, not a closed item

_ONE_CHOSEN = (ItemType.SINGLE_CHOICE, ItemType.CATALOGUE_CHOICE, ItemType.YES_NO, ItemType.RATING)
_SEVERAL_CHOSEN = (ItemType.MULTIPLE_CHOICE, ItemType.RANKING)
_NONE: Mapping[str, str] = {}

Answers = Mapping[str, Any]


class RatingKey(NamedTuple):
    """Responses that are added up together; `service_code` "" where none of the catalogue was rated."""

    stratum: str
    service_code: str
    mode: str
    language: str


class RatingSums(NamedTuple):
    """What is kept of them, in the order and the units of the columns of `RatingTally`."""

    responses: int
    scored: int
    score_sum: int
    score_squares: int
    rated: int
    overall_sum: int
    overall_squares: int
    top: int
    bottom: int


class AnswerKey(NamedTuple):
    """One option of one item, "" for those who answered it at all, by service and stratum."""

    item_code: str
    option_code: str
    service_code: str
    stratum: str


@dataclass
class Tallies:
    """Sums over some responses of one wave. Equal sums are equal tallies, whatever the order of adding."""

    ratings: dict[RatingKey, RatingSums] = field(default_factory=dict)
    answers: dict[AnswerKey, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, version: "CompiledVersion", mode: str, language: str, answers: Answers) -> None:
        """Add one response."""
        stratum, service_code = version.stratum(answers), version.service(answers)
        key = RatingKey(stratum, service_code, mode, language)
        known, new = self.ratings.get(key), version.sums(answers)
        self.ratings[key] = new if known is None else RatingSums(*map(int.__add__, known, new))
        counts = self.answers
        for item_code, option_code in version.chosen(answers):
            counts[AnswerKey(item_code, option_code, service_code, stratum)] += 1

    @property
    def responses(self) -> int:
        """How many responses were added."""
        return sum(sums.responses for sums in self.ratings.values())


class CompiledVersion:
    """A version as the tallies read it."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._margins = [
            (f"{name}=", [item.item_code for item in items])
            for name, items in margin_items(questionnaire).items()
        ]
        self._rated = [item.item_code for item in questionnaire.items if item.source == SERVICES]
        self._services = service_catalogue(questionnaire).keys()
        scores = _scores(questionnaire)
        self._core = [scores[dimension] for dimension in CORE_DIMENSIONS if dimension in scores]
        self._overall = scores.get(OVERALL, [])
        self._closed = {
            item.item_code: (item.type, frozenset(options))
            for item in questionnaire.items
            if item.type in (*_ONE_CHOSEN, *_SEVERAL_CHOSEN)
            and len(options := questionnaire.options[item.item_code]) <= MOST_OPTIONS
        }

    def stratum(self, answers: Answers) -> str:
        """Return the respondent's codes of the margins, e.g. "age=65-80&territory=centre"."""
        return "&".join(
            name + next((str(answers[code]) for code in item_codes if code in answers), "")
            for name, item_codes in self._margins
        )

    def service(self, answers: Answers) -> str:
        """Return the code of the rated service; "" for none and for one outside the catalogue."""
        chosen = (answers.get(item_code) for item_code in self._rated)
        return next((code for code in chosen if code in self._services), "")

    def sums(self, answers: Answers) -> RatingSums:
        """Return the respondent score and the score of "overall" as sums over one response."""
        score = _mean([_mean_of(items, answers) for items in self._core], fewest=FEWEST_CORE)
        overall = _mean_of(self._overall, answers)
        points = 0 if score is None else round(TEN_THOUSANDTHS * score)
        overall_points = 0 if overall is None else round(TEN_THOUSANDTHS * overall)
        return RatingSums(
            responses=1,
            scored=int(score is not None),
            score_sum=points,
            score_squares=points * points,
            rated=int(overall is not None),
            overall_sum=overall_points,
            overall_squares=overall_points * overall_points,
            top=int(overall is not None and overall >= BEST),
            bottom=int(overall is not None and overall <= SECOND_WORST),
        )

    def chosen(self, answers: Answers) -> list[tuple[str, str]]:
        """Return (item, option) for what was chosen, and (item, "") once for each item that was answered.

        Of a ranking the first place counts.
        """
        found = []
        for item_code, answer in answers.items():
            if item_code not in self._closed:
                continue
            kind, options = self._closed[item_code]
            codes = _codes(kind, answer)
            known = [code for code in codes if code in options]
            if known:
                found.append((item_code, ""))
                found.extend((item_code, code) for code in known)
        return found


def margin_items(questionnaire: Questionnaire) -> dict[str, list[Item]]:
    """Return the items that tell a respondent's place in each margin of the population, margins by name.

    Where the codes of all margins together would be too long for a stratum, the last margins are left out.
    """
    found: defaultdict[str, list[Item]] = defaultdict(list)
    for item in questionnaire.items:
        name = TERRITORY if item.source == TERRITORIES else item.dimension
        one_chosen = item.type in (ItemType.SINGLE_CHOICE, ItemType.CATALOGUE_CHOICE)
        if one_chosen and name in (*MARGIN_DIMENSIONS, TERRITORY):
            found[name].append(item)
    kept: dict[str, list[Item]] = {}
    room = STRATUM_LENGTH
    for name, items in sorted(found.items()):
        codes = (code for item in items for code in questionnaire.options[item.item_code])
        room -= len(name) + len("=&") + max(map(len, codes), default=0)
        if room >= 0:
            kept[name] = items
    return kept


def service_catalogue(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Return the target groups of each service that the questionnaire lets people rate."""
    return {
        option.code: tuple(option.attributes[GROUPS])
        for item in questionnaire.items
        if item.source == SERVICES
        for option in questionnaire.options[item.item_code].values()
        if GROUPS in option.attributes
    }


_Scored = list[tuple[str, Mapping[str, float]]]
"""Items of one dimension, each with the scores of its options; "don't know" has none."""


def _scores(questionnaire: Questionnaire) -> dict[str, _Scored]:
    found: defaultdict[str, _Scored] = defaultdict(list)
    for item in questionnaire.items:
        if item.type is ItemType.RATING and item.dimension is not None:
            options = questionnaire.options[item.item_code].values()
            scores = {option.code: float(option.score) for option in options if option.score is not None}
            found[item.dimension].append((item.item_code, scores))
    return found


def _mean_of(items: _Scored, answers: Answers) -> float | None:
    """Return the mean score of the items of one dimension (environment has another one in some services)."""
    return _mean([scores.get(answers.get(item_code, "")) for item_code, scores in items])


def _mean(values: list[float | None], fewest: int = 1) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if len(known) >= fewest else None


def _codes(kind: ItemType, answer: Any) -> list[str]:
    if kind in _ONE_CHOSEN:
        return [answer]
    return list(answer[:1] if kind is ItemType.RANKING else answer)
