"""Documents to begin with: an empty questionnaire, and this year's version of one that was published.

Knows documents; does not know drafts or tables.
"""

import copy
import re
from collections.abc import Mapping, Sequence
from typing import Any

from forms.definition import Layout
from forms.definition.sources import Sources

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
COUNTER = re.compile(r"\d+$")


def empty(
    code: str,
    version: str,
    titles: Mapping[str, str],
    languages: Sequence[str],
    *,
    variants: Sequence[str] = (),
    layout: Layout = Layout.SECTION,
) -> dict[str, Any]:
    """A questionnaire without sections. `languages` begin with the main one."""
    document: dict[str, Any] = {
        "questionnaire_code": code,
        "version": version,
        "titles": dict(titles),
        "languages": list(languages),
        "layout": layout.value,
        "scales": [],
        "sections": [],
    }
    return document | ({"variants": list(variants)} if variants else {})


def for_next_year(published: Mapping[str, Any], sources: Sources) -> dict[str, Any]:
    """A draft that goes on from a published version: the codes are kept, so that the years compare.

    The label of the version moves on by a year, and a year named in the titles with it. What publication had
    filled in from catalogues is taken out, to be filled in anew.
    """
    document: dict[str, Any] = copy.deepcopy(dict(published))
    document["version"] = next_label(published["version"])
    old, new = YEAR.search(published["version"]), YEAR.search(document["version"])
    if old and new:
        document["titles"] = {
            tag: re.sub(rf"(?<!\d){old[0]}(?!\d)", new[0], text) for tag, text in document["titles"].items()
        }
    for section in document["sections"]:
        for item in section["items"]:
            _take_out(item, sources)
    return document


def next_label(label: str) -> str:
    """The label of the next version: "2026" → "2027", "pilot-2" → "pilot-3", "pilot" → "pilot-2"."""
    if year := YEAR.search(label):
        return f"{label[: year.start()]}{int(year[0]) + 1}{label[year.end() :]}"
    if counter := COUNTER.search(label):
        return f"{label[: counter.start()]}{int(counter[0]) + 1}"
    return f"{label[:60]}-2"


def _take_out(item: dict[str, Any], sources: Sources) -> None:
    filled = {option["code"] for option in sources.get(item.get("source", ""), ())}
    if item.get("source") in sources and "options" in item:
        item["options"] = [option for option in item["options"] if option["code"] not in filled]
        if not item["options"]:
            del item["options"]
