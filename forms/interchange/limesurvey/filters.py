"""Under which conditions a row of a question is asked: its own one, and the filters of its question.

A filter names an earlier question; a row is asked when the row or option of the same code was answered there
(`array_filter`), or when it was not (`array_filter_exclude`). Knows rows that become items; options cannot
have conditions, see `Bench.note_conditions`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from forms.interchange.limesurvey.names import Names
from forms.interchange.limesurvey.survey import Question

ALWAYS = ("", "1")
LONGEST, MOST_SOURCES = 1_000, 10
"""Of what names the earlier questions; people name one or two."""

FILTERS = {"array_filter": "!is_empty({}.NAOK)", "array_filter_exclude": "is_empty({}.NAOK)"}


def conditions(question: Question, sub: Question, names: Names) -> list[str]:
    """The conditions of a row in LimeSurvey's words, all of which have to hold; [] for one always asked.

    Rows without a namesake in the earlier question are not filtered. The names of earlier questions have to
    be known.
    """
    own = sub.row.get("relevance", "").strip()
    found = [] if own in ALWAYS else [own]
    for attribute, said in FILTERS.items():
        namesakes = [f"{source}_{sub.code}" for source in _sources(question, attribute)]
        found += [said.format(name) for name in namesakes if names.find(name) is not None]
    return found


def without_effect(question: Question, subs: Iterable[Question], names: Names) -> list[tuple[str, str]]:
    """Filters (attribute, question named) that no row has a namesake for."""
    codes = [sub.code for sub in subs]
    return [
        (attribute, source)
        for attribute in FILTERS
        for source in _sources(question, attribute)
        if not any(names.find(f"{source}_{code}") for code in codes)
    ]


def _sources(question: Question, attribute: str) -> list[str]:
    """The questions named, the first MOST_SOURCES of them."""
    names = re.findall(r"[^;,\s]+", question.attribute(attribute)[:LONGEST])
    return list(dict.fromkeys(names))[:MOST_SOURCES]
