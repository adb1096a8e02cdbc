"""Made-up respondents: seeded, so that the demo is the same everywhere, and plausible.

A person has a mood that colours all ratings, a service has its strong and weak sides, some do not know, some
leave optional items out. Answers are those on the path of the questionnaire.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from forms import routing
from forms.definition import Item, ItemType, Option, Questionnaire
from survey_app.queries.contributions import SERVICES
from survey_app.vocabulary import Mode

Code = TypeVar("Code", bound=str)

# service → (share of those who rate, {dimension: level 0–100}); dimensions not named are at the usual level
USUAL = 74.0
DIMENSIONS = ("access", "availability", "staff", "environment", "benefit")
SERVICE_PROFILES: dict[str, tuple[float, dict[str, float]]] = {
    "S01": (0.29, {"staff": 88, "availability": 62}),
    "S02": (0.12, {"access": 46, "staff": 77, "environment": 66}),
    "S03": (0.08, {"access": 27, "availability": 41, "staff": 89, "benefit": 84}),
    "S04": (0.04, {"staff": 88, "availability": 55}),
    "S05": (0.23, {"staff": 90, "benefit": 86, "availability": 64}),
    "S06": (0.06, {"environment": 55, "staff": 76}),
    "S07": (0.015, {"environment": 38}),
    "S08": (0.015, {"staff": 85}),
    "S09": (0.06, {"access": 58, "staff": 82}),
    "S10": (0.09, {"staff": 88, "availability": 57}),
    "other": (0.02, {}),
}
OTHER_LEVELS = {"annual-2024": {"S01": -16.0, "S02": 8.0, "S05": -3.0}}
"""Wave → service → points that all its levels were above those of its profile."""
MODES = {Mode.WEB: 0.68, Mode.PAPER: 0.24, Mode.INTERVIEW: 0.05, Mode.PHONE: 0.03}
LANGUAGES = {"cs": 0.86, "cs-easy": 0.06, "uk": 0.05, "en": 0.03}
LANGUAGES_OF_FOREIGNERS = {"uk": 0.7, "en": 0.15, "cs": 0.15}
FOR_FOREIGNERS = "S10"

# item → option → weight; options not named weigh one
WEIGHTS: dict[str, dict[str, float]] = {
    "q01": {"self": 5, "relative": 3, "assisted": 1, "citizen": 2},
    "q02": {"yes": 6.4, "needed": 1.1, "no": 2.1, "dk": 0.4},
    "q10": {"none": 9, "respite": 3, "youth_place": 3, "mental_help": 2, "transport": 2},
    "q11": {"full": 4, "unknown": 3, "not_here": 2},
    "q12": {"seniors": 6, "carers": 4, "youth_at_risk": 4, "families": 3, "disability": 3, "general": 0.3},
    "q13": {"certainly": 2, "probably": 4, "probably_not": 3},
    "q16": {"15-18": 0.2, "19-26": 0.7, "27-64": 5, "65-80": 4, "81+": 1.5, "na": 0.4},
}
MOOD_SPREAD, ITEM_SPREAD = 13.0, 17.0
DOES_NOT_KNOW, LEAVES_OUT = 0.05, 0.06


@dataclass(frozen=True)
class Respondent:
    """A made-up person's answers; `service_code` is the rated service, if any."""

    answers: Mapping[str, Any]
    language: str
    mode: Mode
    service_code: str | None


def respondents(
    questionnaire: Questionnaire,
    count: int,
    random: Random,
    other_levels: Mapping[str, float] | None = None,
) -> Iterator[Respondent]:
    """Make up `count` people who answer `questionnaire`.

    `other_levels`: service → points by which it was better than its profile then.
    """
    above = other_levels or {}
    for _ in range(count):
        service = _one({code: share for code, (share, _) in SERVICE_PROFILES.items()}, random)
        language = _one(LANGUAGES_OF_FOREIGNERS if service == FOR_FOREIGNERS else LANGUAGES, random)
        mood = random.gauss(0, MOOD_SPREAD) + above.get(service, 0.0)
        wanted = {
            item.item_code: _answer(questionnaire, item, service, language, mood, random)
            for item in questionnaire.items
            if item.required or random.random() > LEAVES_OUT
        }
        answers = routing.on_path(questionnaire, {code: found for code, found in wanted.items() if found})
        rated = next((item for item in questionnaire.items if item.source == SERVICES), None)
        service_code = answers.get(rated.item_code) if rated else None
        yield Respondent(answers, language, _one(MODES, random), str(service_code) if service_code else None)


def _answer(
    questionnaire: Questionnaire, item: Item, service: str, language: str, mood: float, random: Random
) -> Any:
    options = questionnaire.options_for(item, language)
    if item.type is ItemType.RATING:
        return _rating(options, _level(service, item.dimension or "") + mood, random)
    weights = {option.code: WEIGHTS.get(item.item_code, {}).get(option.code, 1.0) for option in options}
    match item.type:
        case ItemType.CATALOGUE_CHOICE:
            return service
        case ItemType.SINGLE_CHOICE:
            return _one(weights, random)
        case ItemType.MULTIPLE_CHOICE:
            return _several(options, weights, random)
    return None


def _level(service: str, dimension: str) -> float:
    """Return the level of a dimension; what no profile names (overall) lies between all of them."""
    profile = SERVICE_PROFILES[service][1]
    if dimension in DIMENSIONS:
        return profile.get(dimension, USUAL)
    return sum(profile.get(each, USUAL) for each in DIMENSIONS) / len(DIMENSIONS)


def _rating(options: tuple[Option, ...], level: float, random: Random) -> str:
    scored = {option.code: option.score for option in options if option.score is not None}
    if random.random() < DOES_NOT_KNOW:
        return next(option.code for option in options if option.score is None)
    felt = level + random.gauss(0, ITEM_SPREAD)
    return min(scored, key=lambda code: abs(scored[code] - felt))


def _several(options: tuple[Option, ...], weights: dict[str, float], random: Random) -> list[str]:
    exclusive = {option.code for option in options if option.exclusive}
    chosen: list[str] = []
    for _ in range(random.choice((1, 2, 2, 3))):
        code = _one(weights, random)
        if code in exclusive:
            return chosen or [code]
        if code not in chosen:
            chosen.append(code)
    return [option.code for option in options if option.code in chosen]


def _one(weights: Mapping[Code, float], random: Random) -> Code:
    return random.choices(list(weights), list(weights.values()))[0]
