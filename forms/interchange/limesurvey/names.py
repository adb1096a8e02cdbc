"""What the names in LimeSurvey's expressions and texts stand for in our questionnaire.

A question is called by its code ("Q1", "Q1_SQ001"), by its numbers ("12345X6X78SQ001") or, lately, by "Q78".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from forms.interchange.limesurvey.survey import Question

SUFFIXES = re.compile(r"(\.(NAOK|valueNAOK|value|shown|code))+$", re.IGNORECASE)


class Reading(StrEnum):
    """What can be asked of a target."""

    CHOICE = "choice"
    BOXES = "boxes"
    BOX = "box"
    RANKING = "ranking"
    PLACE = "place"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"
    TEXT = "text"
    WORDS = "words"


TICKED = (Reading.BOX, Reading.WORDS)
"""What is one option of an item, ticked or not."""


@dataclass(frozen=True)
class Target:
    """An item of ours, and what of it is meant.

    `options` are LimeSurvey's codes → ours; `option` is the one meant by BOX (chosen or not) and by WORDS
    (the respondent's own words beside it), and the number of the place for PLACE.
    """

    item: str
    reading: Reading
    options: Mapping[str, str] = field(default_factory=dict)
    option: str = ""


class Names:
    """Every name by which an answer may be called."""

    def __init__(self) -> None:
        self._by_code: dict[str, Target] = {}
        self._by_number: dict[str, Target] = {}
        self._ticked: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, question: Question, suffix: str, target: Target, sub: Question | None = None) -> None:
        """`suffix` follows the question's code: "", "_SQ001", "_other", "_SQ001_SQ002", "_SQ001_0"."""
        self._by_code.setdefault(f"{question.code}{suffix}", target)
        if target.reading in TICKED:
            self._ticked[target.item].add(target.option)
        numbers = f"X{question.gid}X{question.qid}"
        for form in {suffix.removeprefix("_"), _as_field(suffix)}:
            self._by_number.setdefault(f"{numbers}{form}".lower(), target)
        if suffix == "" or sub is not None:
            own = f"q{question.qid}" if sub is None else f"q{question.qid}_s{sub.qid}"
            self._by_number.setdefault(own, target)

    def find(self, name: str) -> Target | None:
        """The target of a name as it stands in an expression, a text or a row of conditions."""
        name = SUFFIXES.sub("", name.strip()).removeprefix("INSERTANS:").removeprefix("+")
        numbers = re.fullmatch(r"[0-9]{1,12}(X[0-9]+X[0-9]+.*)", name)
        if numbers:
            return self._by_number.get(numbers[1].lower())
        return self._by_code.get(name) or self._by_number.get(name.lower())

    def are_all_boxes(self, targets: Sequence[Target]) -> bool:
        """Whether these are all boxes of one multiple choice, the one for own words among them."""
        named = {target.option for target in targets}
        return (
            len({target.item for target in targets}) == 1
            and all(target.reading in TICKED for target in targets)
            and any(target.reading is Reading.BOX for target in targets)
            and named == self._ticked[targets[0].item]
        )

    def boxes(self, name: str) -> Target | None:
        """The multiple choice that "that.Q1" means."""
        target = self.find(re.sub(r"^that\.", "", name))
        return target if target is not None and target.reading is Reading.BOXES else None


def _as_field(suffix: str) -> str:
    """ "_SQ001_0" as the field of a dual scale is called: "SQ001#0"."""
    return re.sub(r"_([01])$", r"#\1", suffix.removeprefix("_"))
