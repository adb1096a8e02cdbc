"""Which translations are older than their originals.

Compares a document with the one before it; knows no steps, no page and no finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from forms.definition.questionnaire import Option, Questionnaire
from forms.languages import base_language, is_easy
from forms.translation.places import EASY_OPTIONS, Kind, Place, places

Outdated = Mapping[str, Mapping[str, str]]
"""Language tag → key of a place → the original as it was when the translation was made."""


def original_language(document: Mapping[str, Any], tag: str) -> str:
    """The language that texts of this tag are made from: an easy variant's own, else the main one."""
    main: str = document["languages"][0]
    return base_language(tag) if is_easy(tag) else main


def outdated_after(
    before: dict[str, Any], known: Outdated, after: dict[str, Any]
) -> dict[str, dict[str, str]]:
    """What is outdated after a change, where `known` was outdated before it.

    A translation is outdated from when its original changes without it until it changes itself, or the
    original is put back. White space does not matter. A place under a new code is the old one where it says
    the same in the translated language.
    """
    earlier = {place.key: place for place in places(before)}
    later = places(after)
    renamed = _renamed(earlier, later)
    marks: dict[str, dict[str, str]] = {}
    for tag in (*after["languages"], *after.get("variants", ())):
        source = original_language(after, tag)
        if tag == source:
            continue
        for place in later:
            was = earlier.get(place.key) or renamed.get(place.key)
            if was is None or not _same(was, place, tag) or not _words(place.texts.get(tag, "")):
                continue
            old = known.get(tag, {}).get(was.key) or was.texts.get(source, "")
            if _words(old) and _words(old) != _words(place.texts.get(source, "")):
                marks.setdefault(tag, {})[place.key] = old
    return marks


def without(known: Outdated, tag: str, keys: Iterable[str]) -> dict[str, dict[str, str]]:
    """The same without what somebody said still holds in one language."""
    settled = set(keys)
    left = {
        language: {key: old for key, old in marks.items() if not (language == tag and key in settled)}
        for language, marks in known.items()
    }
    return {language: marks for language, marks in left.items() if marks}


def pointer(questionnaire: Questionnaire, place: Place) -> str:
    """The JSON pointer to a text; "" where the questionnaire does not have it.

    Options of a catalogue may have come before an item's own, so the codes decide.
    """
    kind, *codes = place.path
    name = {Kind.CASE: f"cases/{place.name}", Kind.ALTERNATIVES: "picture/alternatives"}.get(
        place.kind, place.name
    )
    match kind:
        case "section":
            found = [
                f"/sections/{n}"
                for n, part in enumerate(questionnaire.sections)
                if part.section_code == codes[0]
            ]
        case "item":
            found = _in_items(questionnaire, codes)
        case "scale":
            found = _in_scales(questionnaire, codes)
        case _:
            found = [""]
    return f"{found[0]}/{name}" if found else ""


def _in_items(questionnaire: Questionnaire, codes: Sequence[str]) -> list[str]:
    found = []
    for number, section in enumerate(questionnaire.sections):
        for place, item in enumerate(section.items):
            path = f"/sections/{number}/items/{place}"
            match codes:
                case _ if item.item_code != codes[0]:
                    continue
                case [_, "row", code]:
                    found += [f"{path}/rows/{n}" for n, row in enumerate(item.rows) if row.item_code == code]
                case [_, "option", code]:
                    found += _of_options(f"{path}/options", item.options, code)
                case _:
                    found.append(path)
    return found


def _in_scales(questionnaire: Questionnaire, codes: Sequence[str]) -> list[str]:
    code, kind, option = codes
    found = []
    for number, scale in enumerate(questionnaire.scales):
        if scale.code == code and kind == EASY_OPTIONS:
            found += _of_options(f"/scales/{number}/easy_options", scale.easy_options or (), option)
        elif scale.code == code:
            found += _of_options(f"/scales/{number}/options", scale.options, option)
    return found


def _of_options(path: str, options: Sequence[Option], code: str) -> list[str]:
    """The last option with the code first: an item's own ones stand behind those of its catalogue."""
    numbers = [number for number, option in enumerate(options) if option.code == code]
    return [f"{path}/{number}" for number in reversed(numbers)]


def _renamed(earlier: Mapping[str, Place], later: Sequence[Place]) -> dict[str, Place]:
    """Places under a new key → the one under the old key that has gone, where a translation is the same."""
    keys = {place.key for place in later}
    gone = [place for key, place in earlier.items() if key not in keys]
    found: dict[str, Place] = {}
    for place in later if gone else ():
        if place.key in earlier:
            continue
        same = (
            was
            for was in gone
            if was.kind is place.kind and any(_said_alike(was, place, tag) for tag in place.texts)
        )
        if (was := next(same, None)) is not None:
            gone.remove(was)
            found[place.key] = was
    return found


def _said_alike(one: Place, other: Place, tag: str) -> bool:
    return bool(_words(one.texts.get(tag, ""))) and _same(one, other, tag)


def _same(one: Place, other: Place, tag: str) -> bool:
    return _words(one.texts.get(tag, "")) == _words(other.texts.get(tag, ""))


def _words(text: str) -> list[str]:
    return text.split()
