"""The card of a coder put into words: names of labels, figures with intervals, what changes with it.

Knows the shape of the card (`analytics.text.learning.training`), not how its figures are made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from forms.languages import text_in
from survey_app.blueprints import labels
from survey_app.models import LearnedCoder
from survey_app.queries import reference
from survey_app.vocabulary import CommentKind

TASKS: dict[str, LazyString] = {
    "relevance": _l("Relevance"),
    "target_groups": _l("Target groups"),
    "kind": _l("Kind of comment"),
}
_TASK_OF = {"relevant": "relevance", "kind": "kind"}
_VERDICTS: dict[str, LazyString] = {"relevant": _l("Relevant"), "irrelevant": _l("Not relevant")}


@dataclass(frozen=True)
class Estimate:
    """A figure from 0 to 1 and its 95 % interval; None where there is none."""

    value: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Row:
    """One label: how good the learned coder and the frame alone are at it."""

    name: str
    positives: int | None
    learned: Estimate
    day_one: Estimate
    brier: float | None
    ece: float | None
    taken_over: bool


@dataclass(frozen=True)
class Task:
    """One of the three things that are learned; without rows it was not learned."""

    name: str
    n: int
    texts: int
    learned: bool
    rows: tuple[Row, ...]
    unlearned: tuple[str, ...]


@dataclass(frozen=True)
class Change:
    """A label that two coders do differently; an estimate is None where a coder leaves it to the frame."""

    name: str
    now: Estimate | None
    then: Estimate | None


class Words:
    """Names of labels in the language of the page."""

    def __init__(self, session: Session, tag: str) -> None:
        self._groups = {group.code: text_in(group.names, tag) for group in reference.target_groups(session)}

    def key(self, key: str) -> str:
        """Return the words for what is handed over: "relevant", "kind", "group:seniors"."""
        if key in _TASK_OF:
            return str(TASKS[_TASK_OF[key]])
        return self._code("target_groups", key.partition(":")[2])

    def label(self, key: str) -> str:
        """Return the words for one label: "relevant", "irrelevant", "group:seniors", "kind:praise"."""
        prefix, _, code = key.partition(":")
        task = {"group": "target_groups", "kind": "kind"}.get(prefix, "relevance")
        return self._code(task, code or key)

    def handed_over(self, coder: LearnedCoder) -> list[str]:
        """Return the names of what a coder takes over from the frame."""
        return [self.key(key) for key in _in_order(coder.card["handed_over"])]

    def tasks(self, coder: LearnedCoder) -> list[Task]:
        """Return the three tasks of a card."""
        return [self._task(task, part, coder) for task, part in _parts(coder)]

    def changes(self, coder: LearnedCoder, in_force: LearnedCoder | None) -> list[Change]:
        """Return what would be coded by another model than now if the coder were put in force."""
        now, then = _wholes(in_force), _wholes(coder)
        keys = _in_order({*now, *then})
        return [Change(self.key(key), now.get(key), then.get(key)) for key in keys]

    def _task(self, task: str, part: Mapping[str, Any], coder: LearnedCoder) -> Task:
        taken = set(coder.card["handed_over"])
        rows = [self._row(task, label, _unit(task, label["code"]) in taken) for label in part["labels"]]
        return Task(
            str(TASKS[task]),
            part["n"],
            part["texts"],
            part["learned"],
            tuple(rows),
            tuple(self._code(task, code) for code in part["unlearned"]),
        )

    def _row(self, task: str, label: Mapping[str, Any], taken_over: bool) -> Row:
        return Row(
            self._code(task, label["code"]),
            label["positives"],
            Estimate(**label["learned"]),
            Estimate(**label["day_one"]),
            label["brier"],
            label["ece"],
            taken_over,
        )

    def _code(self, task: str, code: str) -> str:
        if task == "relevance":
            return str(_VERDICTS[code])
        if task == "kind":
            return str(labels.KINDS[CommentKind(code)]) if code in list(CommentKind) else code
        return self._groups.get(code, code)


def main_score(coder: LearnedCoder) -> Estimate | None:
    """Return the mean F1 of both verdicts on relevance; None where the coder has not learned it."""
    found = [whole for _, part in _parts(coder) for whole in part["whole"] if whole["key"] == "relevant"]
    return Estimate(**found[0]["learned"]) if found else None


def languages(coder: LearnedCoder) -> str:
    """Return the languages that a coder learned from, each with its number of texts."""
    counts = sorted(coder.card["languages"].items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{labels.language(tag)} ({n})" for tag, n in counts) or str(gettext("none"))


def _parts(coder: LearnedCoder) -> list[tuple[str, Mapping[str, Any]]]:
    return [(task, coder.card["tasks"][task]) for task in TASKS]


def _wholes(coder: LearnedCoder | None) -> dict[str, Estimate]:
    if coder is None:
        return {}
    wholes = [whole for _, part in _parts(coder) for whole in part["whole"]]
    taken = set(coder.card["handed_over"])
    return {whole["key"]: Estimate(**whole["learned"]) for whole in wholes if whole["key"] in taken}


def _unit(task: str, code: str) -> str:
    """Return the key under which a code is handed over."""
    return f"group:{code}" if task == "target_groups" else {"relevance": "relevant", "kind": "kind"}[task]


def _in_order(keys: Sequence[str] | set[str]) -> list[str]:
    """Relevance and kind first, then groups."""
    return sorted(keys, key=lambda key: (key not in _TASK_OF, key != "relevant", key))
