"""The labelled sentences, and how well personal data is found in them.

Labels stand in the sentences: "Volejte {phone:777 123 456}." Run as a script it prints the table of
the README: `python -m tests.analytics.text.personal_data.labelled`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from analytics.text.day_one.coder import DayOneCoder
from analytics.text.day_one.coding_frame import CodingFrame

HERE = Path(__file__).parent
ROUNDS = ("first_round", "held_out")

_LABEL = re.compile(r"\{(\w+):([^{}]+)\}")
_FRINGE = 8
"""So many characters more than the label may be found: a house number's letter, a middle name's initial."""

Span = tuple[str, int, int]


@dataclass(frozen=True)
class Sentence:
    """A sentence and its labels (kind, start, end)."""

    language: str
    text: str
    labels: tuple[Span, ...]


def sentences(name: str) -> list[Sentence]:
    """The sentences of a file: "first_round_with", "held_out_without", …"""
    document = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    return [_sentence(language, marked) for language, listed in document.items() for marked in listed]


def _sentence(language: str, marked: str) -> Sentence:
    text, labels, position = "", [], 0
    for found in _LABEL.finditer(marked):
        text += marked[position : found.start()]
        labels.append((found[1], len(text), len(text) + len(found[2])))
        text += found[2]
        position = found.end()
    return Sentence(language, text + marked[position:], tuple(labels))


def is_found(label: Span, finds: Iterable[Span]) -> bool:
    """Whether a find of that kind holds the whole label, and hardly more."""
    kind, start, end = label
    return any(
        k == kind and s <= start and e >= end and (e - s) - (end - start) <= _FRINGE for k, s, e in finds
    )


def tally(
    finds_of: Callable[[list[str]], list[tuple[Span, ...]]], parts: Iterable[str]
) -> tuple[Counter[str], Counter[str], Counter[str], list[str]]:
    """(labels, labels found, finds that hold no label, the sentences that went wrong), by kind."""
    labels: Counter[str] = Counter()
    found: Counter[str] = Counter()
    false: Counter[str] = Counter()
    wrong = []
    for name in parts:
        listed = sentences(name)
        for sentence, finds in zip(listed, finds_of([each.text for each in listed]), strict=True):
            hit = [label for label in sentence.labels if is_found(label, finds)]
            extra = [find for find in finds if not any(is_found(label, [find]) for label in sentence.labels)]
            labels.update(kind for kind, _, _ in sentence.labels)
            found.update(kind for kind, _, _ in hit)
            false.update(kind for kind, _, _ in extra)
            if extra or len(hit) < len(sentence.labels):
                wrong.append(f"{sentence.text}  {[(k, sentence.text[s:e]) for k, s, e in finds]}")
    return labels, found, false, wrong


def table(finds_of: Callable[[list[str]], list[tuple[Span, ...]]], name: str) -> Iterator[str]:
    """Lines of a table: recall and precision by kind for one round."""
    labels, found, false, wrong = tally(finds_of, (f"{name}_with", f"{name}_without"))
    yield f"| {name} | labels | found | recall | false | precision |"
    for kind in sorted({*labels, *false}):
        yield _row(kind, labels[kind], found[kind], false[kind])
    yield _row("all", labels.total(), found.total(), false.total())
    yield from wrong


def _row(kind: str, labels: int, found: int, false: int) -> str:
    recall = f"{found / labels:.3f}" if labels else "–"
    precision = f"{found / (found + false):.3f}" if found + false else "–"
    return f"| {kind} | {labels} | {found} | {recall} | {false} | {precision} |"


def _main() -> None:
    frame = HERE.parents[3] / "survey_app" / "content" / "coding_frame.json"
    coder = DayOneCoder(CodingFrame.from_document(json.loads(frame.read_text(encoding="utf-8")))).fit()
    for name in ROUNDS:
        if (HERE / f"{name}_with.json").exists():
            lines = table(lambda texts: [coding.personal_data for coding in coder.code(texts)], name)
            sys.stdout.writelines(f"{line}\n" for line in lines)


if __name__ == "__main__":
    _main()
