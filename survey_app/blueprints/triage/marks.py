"""The words of a comment with marks: signs of danger, what led the machine, personal data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from survey_app.blueprints.personal_data import Find, finds_in
from survey_app.models import Classification


@dataclass(frozen=True)
class Segment:
    """A piece of the comment; `marked` pieces tell of danger or led the machine to its suggestion.

    `personal`: what kind of personal data it probably is, in words; "" for none.
    """

    text: str
    marked: bool
    personal: str = ""


@dataclass(frozen=True)
class MarkedText:
    """A comment in pieces; `personal_data` names the kinds that it probably holds."""

    segments: tuple[Segment, ...]
    personal_data: tuple[str, ...]


def marked_text(
    text: str, classification: Classification | None, spans: Sequence[tuple[int, int]]
) -> MarkedText:
    """Return a comment with `spans` (start, end) marked, and its signs of danger in any case."""
    if classification is None:
        return MarkedText(segments(text, spans), ())
    coding = classification.coding
    danger = [(found["start"], found["end"]) for found in coding["reasons"] if found["what"] == "urgent"]
    personal = finds_in(text, coding)
    kinds = tuple(dict.fromkeys(find.kind for find in personal))
    return MarkedText(segments(text, (*danger, *spans), personal), kinds)


def segments(
    text: str, spans: Sequence[tuple[int, int]], personal: Sequence[Find] = ()
) -> tuple[Segment, ...]:
    """Cut `text` at `spans` (start, end; may overlap or lie outside) and at personal data (by position).

    Personal data is never cut in two. The pieces joined are the text.
    """
    found: list[Segment] = []
    position = 0
    for find in personal:
        found += _between(text, position, find.start, spans)
        found.append(Segment(text[find.start : find.end], marked=False, personal=find.kind))
        position = find.end
    return (*found, *_between(text, position, len(text), spans))


def _between(text: str, position: int, last: int, spans: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    for start, end in sorted(spans):
        start, end = max(start, position), min(end, last)  # noqa: PLW2901  # what is left of the span
        if start >= end:
            continue
        if start > position:
            yield Segment(text[position:start], marked=False)
        yield Segment(text[start:end], marked=True)
        position = end
    if position < last:
        yield Segment(text[position:last], marked=False)
