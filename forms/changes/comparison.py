"""Comparing two versions of a questionnaire.

Both must be as they are published: catalogues filled in (`forms.definition.materialise`). Items are the same
where their codes are the same; a code that changed under unchanged words is said to be a new name.
"""

from __future__ import annotations

from collections.abc import Iterator

from forms.changes.conditions import Paths
from forms.changes.items import item_changes
from forms.changes.kinds import Change, ChangeKind
from forms.changes.pairs import UNANSWERED, Pair, change_of
from forms.changes.wordings import Wordings
from forms.definition.questionnaire import Item, Questionnaire, Section


def compare(old: Questionnaire, new: Questionnaire) -> list[Change]:
    """Everything in which `new` differs from `old`: first the questionnaire, then items in order.

    Empty exactly where the two are equal.
    """
    wordings = Wordings(frozenset((*new.languages, *new.variants)))
    whole = [*_whole(old, new), *_sections(old, new, wordings)]
    items = [*_shared(old, new, wordings), *_come_and_gone(old, new)]
    found = [*whole, *items]
    places = {code: place for place, code in enumerate({**_in_order(old), **_in_order(new)})}
    found.sort(key=lambda change: places.get(change.item_code, -1))
    found[len(whole) : len(whole)] = wordings.translations()
    if not found and old != new:  # what is left are scales that no item uses
        found.append(Change(ChangeKind.SCALES_ARRANGED))
    return found


def _whole(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    if old.questionnaire_code != new.questionnaire_code:
        codes = {"before": old.questionnaire_code, "after": new.questionnaire_code}
        yield Change(ChangeKind.SERIES, params=codes)
    for kind, before, after in (
        (ChangeKind.VERSION_NAME, old.version, new.version),
        (ChangeKind.LAYOUT, old.layout.value, new.layout.value),
        (
            ChangeKind.LANGUAGES,
            [*old.languages, *old.variants],
            [*new.languages, *new.variants],
        ),
    ):
        if before != after:
            yield Change(kind, params={"before": before, "after": after})
    for kind, differs in (
        (ChangeKind.TITLE, old.titles != new.titles),
        (ChangeKind.INTRODUCTION, old.introductions != new.introductions),
        (ChangeKind.THANKS, old.thanks != new.thanks),
        (ChangeKind.ORDER, _is_rearranged(old, new)),
        (ChangeKind.SCALES_ARRANGED, _arrangement(old) != _arrangement(new)),
    ):
        if differs:
            yield Change(kind)


def _is_rearranged(old: Questionnaire, new: Questionnaire) -> bool:
    """Whether what both have stands in another order."""
    return any(
        [code for code in before if code in after] != [code for code in after if code in before]
        for before, after in (
            (_section_index(old), _section_index(new)),
            (_in_order(old), _in_order(new)),
        )
    )


def _arrangement(version: Questionnaire) -> list[str]:
    return [scale.code for scale in version.scales]


def _section_index(version: Questionnaire) -> dict[str, Section]:
    found: dict[str, Section] = {}
    for section in version.sections:
        found.setdefault(section.section_code, section)
    return found


def _in_order(version: Questionnaire) -> dict[str, Item]:
    """Items by code as `version.index` has them, in the order of the questionnaire."""
    return {item.item_code: version.index[item.item_code] for item in version.items}


def _sections(old: Questionnaire, new: Questionnaire, wordings: Wordings) -> Iterator[Change]:
    before, after = _section_index(old), _section_index(new)
    for section in old.sections:
        now = after.get(section.section_code)
        if now is None:
            yield Change(ChangeKind.SECTION_REMOVED, params={"section": dict(section.titles)})
            continue
        if said := wordings.changed(section.titles, now.titles):
            yield Change(ChangeKind.SECTION_TITLE, params=said)
        if section.visible_if != now.visible_if:
            title = dict(section.titles)
            yield Change(ChangeKind.SECTION_CONDITION_WRITTEN, params={"section": title})
    for section in new.sections:
        if section.section_code not in before:
            yield Change(ChangeKind.SECTION_ADDED, params={"section": dict(section.titles)})


def _shared(old: Questionnaire, new: Questionnaire, wordings: Wordings) -> Iterator[Change]:
    paths = Paths(old, new)
    homes = [_homes(version) for version in (old, new)]
    for code, item in _in_order(old).items():
        if code in new.index:
            pair = Pair(old, new, item, new.index[code])
            if homes[0][code] != homes[1][code]:
                yield pair.change(ChangeKind.ITEM_MOVED)
            yield from item_changes(pair, wordings, paths)


def _homes(version: Questionnaire) -> dict[str, tuple[str, str | None]]:
    """Item code → the section and the battery in which it stands."""
    return {
        item.item_code: (section.section_code, item.battery)
        for section in reversed(version.sections)
        for item in reversed(section.asked)
    }


def _come_and_gone(old: Questionnaire, new: Questionnaire) -> Iterator[Change]:
    come = [item for item in _in_order(new).values() if item.item_code not in old.index]
    for item in _in_order(old).values():
        if item.item_code in new.index:
            continue
        if item.type in UNANSWERED:
            yield change_of(item, ChangeKind.INFORMATION_REMOVED)
            continue
        renamed = next((other for other in come if _is_same_question(item, other)), None)
        if renamed is None:
            yield change_of(item, ChangeKind.ITEM_REMOVED)
        else:
            come.remove(renamed)
            yield change_of(item, ChangeKind.ITEM_RECODED, to=renamed.item_code)
    for item in come:
        yield change_of(item, ChangeKind.ITEM_ADDED)


def _is_same_question(one: Item, other: Item) -> bool:
    return one.type is other.type and one.texts == other.texts and any(one.texts.values())
