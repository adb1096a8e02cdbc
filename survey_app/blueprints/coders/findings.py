"""The document of a review made ready for its page: rows of tables and pictures, named in one language.

Knows the shape of the document (`analytics.text.quality.review`), not how its figures are made.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from survey_app.blueprints import labels
from survey_app.blueprints.coders.words import TASKS, Words
from survey_app.blueprints.personal_data import finds_in, masked
from survey_app.blueprints.shares.report import period_in_words
from survey_app.models import CoderReview, Comment
from survey_app.queries import classification, reviews
from survey_app.vocabulary import ReviewOccasion

Document = Mapping[str, Any]
NOTHING: Document = {"value": None, "low": None, "high": None}

OCCASIONS: dict[ReviewOccasion, LazyString] = {
    ReviewOccasion.TRAINED: _l("after a training"),
    ReviewOccasion.SCHEDULED: _l("by itself, weekly"),
    ReviewOccasion.ASKED_FOR: _l("asked for"),
}
DRIFT_VERDICTS: dict[str, LazyString] = {
    "no_sign": _l("no sign of a change"),
    "look": _l("worth a look"),
    "strong": _l("strong change"),
}


@dataclass(frozen=True)
class Bar:
    """A row of a picture, 0 to 100; `value` is None where nothing is told. `expected`: where it should lie.

    `band` is "hidden", "indicative" (few comments: only a hint) or "normal".
    """

    label: str
    n: int
    value: float | None
    low: float | None
    high: float | None
    expected: float | None = None

    @property
    def band(self) -> str:
        """How much the row may say."""
        if self.value is None:
            return "hidden"
        return "normal" if self.n >= reviews.FEWEST else "indicative"


@dataclass(frozen=True)
class LabelRow:
    """One label: the machine's figures, and those of two people; `few`: only a hint."""

    name: str
    n: int
    few: bool
    precision: Document
    recall: Document
    f1: Document
    people_n: int
    people_f1: Document
    people_alpha: Document


@dataclass(frozen=True)
class Slice:
    """A part of the measured comments: a language, or a way of writing."""

    name: str
    n: int
    relevance: Document
    abstained: Document
    groups: Document


@dataclass(frozen=True)
class Curve:
    """The learning curve of one task, and what more decisions would bring."""

    name: str
    points: tuple[Bar, ...]
    gains: tuple[Document, ...]
    gain: Document | None
    """That of 200 more decisions, or of the most below."""


@dataclass(frozen=True)
class Reliability:
    """What the probabilities of one task have meant."""

    name: str
    n: int
    error: float
    bins: tuple[Bar, ...]


@dataclass(frozen=True)
class Slip:
    """A decision that the machine contradicts, with the comment that it is about.

    `text` is the comment without personal data: methodologists read it too.
    """

    comment: Comment
    text: str
    about: str
    said: str
    machine: str
    probability: float


def label_rows(document: Document, names: Words, which: str = "all") -> list[LabelRow]:
    """Return the labels that were measured on "all" decisions or on the "sample"."""
    people = document["people"]["labels"]
    return [
        _label_row(found, people.get(found["key"], {"n": 0}), names)
        for found in document[which].get("labels", ())
    ]


def _label_row(machine: Document, people: Document, names: Words) -> LabelRow:
    return LabelRow(
        name=names.label(machine["key"]),
        n=machine["n"],
        few=machine["n"] < reviews.FEWEST,
        precision=machine["precision"],
        recall=machine["recall"],
        f1=machine["f1"],
        people_n=people["n"],
        people_f1=people.get("f1", NOTHING),
        people_alpha=people.get("alpha", NOTHING),
    )


def slices(document: Document) -> list[Slice]:
    """Return the parts by language, then Czech and Slovak with and without diacritics."""
    found = [(labels.language(each["language"]), each) for each in document["languages"]]
    ways = {
        True: gettext("Czech and Slovak with accents"),
        False: gettext("Czech and Slovak without accents"),
    }
    found.extend((ways[each["diacritics"]], each) for each in document["diacritics"])
    return [
        Slice(name, each["n"], *(each.get(key, NOTHING) for key in ("relevance", "abstained", "groups")))
        for name, each in found
    ]


def months(document: Document) -> list[Bar]:
    """Return agreement on relevance by month, by the coder that was in force then; the oldest first."""
    return [
        _bar(period_in_words(each["month"]), each["n"], each.get("relevance", NOTHING))
        for each in document["months"]
    ]


def curves(document: Document) -> list[Curve]:
    """Return the learning curves of the tasks that there are enough decisions for."""
    return [
        _curve(str(name), document["curves"][task])
        for task, name in TASKS.items()
        if task in document["curves"]
    ]


def reliability(document: Document) -> list[Reliability]:
    """Return what probabilities have meant, task by task."""
    tables = document["reliability"]
    return [
        Reliability(str(name), tables[task]["n"], tables[task]["ece"], tuple(_bins(tables[task])))
        for task, name in TASKS.items()
        if task in tables
    ]


def drift(document: Document) -> dict[str, Any]:
    """Return the comparison of incoming texts, in words where the document has codes."""
    found = document["drift"]
    return {
        "n": found["n"],
        "verdict": found["verdict"],
        "usually_unknown": found["unknown_words"],
        "languages": _languages(found["languages"]),
        "months": [
            {
                **month,
                "name": period_in_words(month["month"]),
                "languages": _languages(month.get("languages", {})),
                "verdict": str(DRIFT_VERDICTS.get(month.get("verdict", ""), "")),
            }
            for month in found["months"]
        ],
    }


def slips(session: Session, review: CoderReview, region_ids: Collection[UUID], names: Words) -> list[Slip]:
    """Return the likely slips in some regions, without those that somebody has decided about since."""
    found = review.document["slips"]
    comments = reviews.undisputed_since(
        session, [UUID(each["comment"]) for each in found], region_ids, review.reviewed_at
    )
    codings = classification.codings_in_force(session, list(comments))
    texts = {
        key: masked(comment.text, finds_in(comment.text, codings[key].coding if key in codings else {}))
        for key, comment in comments.items()
    }
    return [
        _slip(comments[key], texts[key], each, names)
        for key, each in ((UUID(each["comment"]), each) for each in found)
        if key in comments
    ]


def _slip(comment: Comment, text: str, found: Document, names: Words) -> Slip:
    about = found["about"]
    if about.startswith("group:"):
        group = names.label(about)
        words = {"given": gettext("given"), "not_given": gettext("not given")}
        return Slip(comment, text, group, words[found["said"]], words[found["machine"]], found["probability"])
    prefix = "kind:" if about == "kind" else ""
    said, machine = (names.label(f"{prefix}{found[who]}") for who in ("said", "machine"))
    return Slip(comment, text, str(TASKS[about]), said, machine, found["probability"])


def _curve(name: str, found: Document) -> Curve:
    points = [_bar(str(each["n"]), each["n"], each) for each in found["points"]]
    near = [gain for gain in found["gains"] if gain["more"] <= 200]
    return Curve(name, tuple(points), tuple(found["gains"]), near[-1] if near else None)


def _bins(table: Document) -> Iterator[Bar]:
    for each in table["bins"]:
        label = gettext("%(low)s–%(high)s %%", low=round(100 * each["low"]), high=round(100 * each["high"]))
        yield _bar(label, each["n"], each["share"], expected=100 * each["probability"])


def _bar(label: str, n: int, figure: Document, expected: float | None = None) -> Bar:
    value, low, high = (
        None if figure[end] is None else 100 * figure[end] for end in ("value", "low", "high")
    )
    return Bar(label, n, value, low, high, expected)


def _languages(shares: Mapping[str, float]) -> list[tuple[str, float]]:
    """Languages with their shares, the most frequent first."""
    ranked = sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(labels.language(code), share) for code, share in ranked]
