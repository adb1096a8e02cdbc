"""What has changed in the options of an item, its response scale included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from forms.changes.kinds import Change, ChangeKind
from forms.changes.pairs import Pair
from forms.changes.wordings import Wordings
from forms.definition.questionnaire import ItemType, Option, Questionnaire, Scale
from forms.languages import Texts

Options = Mapping[str, Option]


def option_changes(pair: Pair, wordings: Wordings) -> Iterator[Change]:
    """Changes of the options of an item whose type has stayed."""
    code = pair.old.item_code
    old, new = pair.old_version.options[code], pair.new_version.options[code]
    if pair.old.scale != pair.new.scale:
        yield pair.change(ChangeKind.SCALE_RENAMED, before=pair.old.scale, after=pair.new.scale)
    if pair.old.type is ItemType.RATING and old and new and not old.keys() & new.keys():
        yield pair.change(ChangeKind.SCALE_REPLACED)
    else:
        yield from _come_and_gone(pair, old, new)
        for option in old.values():
            if option.code in new:
                yield from _option(pair, option, new[option.code], old, wordings)
        yield from _order(pair, old, new)
    yield from _easy(pair, wordings)


def _come_and_gone(pair: Pair, old: Options, new: Options) -> Iterator[Change]:
    gone = [option for option in old.values() if option.code not in new]
    come = [option for option in new.values() if option.code not in old]
    for option in gone:
        renamed = next((other for other in come if other.labels and other.labels == option.labels), None)
        if renamed is None:
            yield pair.change(ChangeKind.OPTION_REMOVED, option)
        else:
            come.remove(renamed)
            yield pair.change(ChangeKind.OPTION_RECODED, option, to=renamed.code)
    for option in come:
        is_point = pair.new.type is ItemType.RATING and option.score is not None
        added = pair.change(ChangeKind.SCALE_POINT_ADDED if is_point else ChangeKind.OPTION_ADDED, option)
        # A service that joins the catalogue does not make last year's choice another question.
        yield added if is_point or pair.new.source is None else replace(added, trend=False)


def _option(
    pair: Pair, option: Option, now: Option, siblings: Options, wordings: Wordings
) -> Iterator[Change]:
    if said := wordings.changed(option.labels, now.labels):
        taken = _takes_over(now, said["languages"], siblings)
        kind = ChangeKind.OPTION_TAKES_OVER if taken else ChangeKind.OPTION_LABEL
        yield pair.change(kind, option, **said)
    if option.score != now.score:
        yield pair.change(ChangeKind.OPTION_SCORE, option, before=option.score, after=now.score)
    for kind, differs in (
        (ChangeKind.OPTION_ATTRIBUTES, option.attributes != now.attributes),
        (ChangeKind.OPTION_CASES, option.cases != now.cases),
        (ChangeKind.OPTION_PICTURE, option.picture != now.picture),
        (ChangeKind.BECAME_EXCLUSIVE, now.exclusive and not option.exclusive),
        (ChangeKind.NO_LONGER_EXCLUSIVE, option.exclusive and not now.exclusive),
        (ChangeKind.WRITE_IN_ADDED, now.write_in and not option.write_in),
        (ChangeKind.WRITE_IN_REMOVED, option.write_in and not now.write_in),
    ):
        if differs:
            yield pair.change(kind, option)


def _takes_over(now: Option, tags: list[str], siblings: Options) -> bool:
    """Whether the option says now what another one used to say, so that old answers would be misread."""
    others = [other.labels for other in siblings.values() if other.code != now.code]
    return any(_same(labels, now.labels, tag) for labels in others for tag in tags)


def _same(one: Texts, other: Texts, tag: str) -> bool:
    said = one.get(tag, "").strip().casefold()
    return bool(said) and said == other.get(tag, "").strip().casefold()


def _order(pair: Pair, old: Options, new: Options) -> Iterator[Change]:
    if [code for code in old if code in new] != [code for code in new if code in old]:
        is_scale = pair.old.type is ItemType.RATING
        yield pair.change(ChangeKind.SCALE_TURNED if is_scale else ChangeKind.OPTIONS_ORDERED)


def _easy(pair: Pair, wordings: Wordings) -> Iterator[Change]:
    """The fewer points of easy variants: each stands for a full one, so a moved label moves a meaning."""
    old, new = (
        {option.code: option for option in scale.easy_options or ()} if scale else {}
        for scale in (_scale(pair.old_version, pair.old.scale), _scale(pair.new_version, pair.new.scale))
    )
    if old == new and list(old) == list(new):
        return
    relabelled = [
        (said, code)
        for code in old.keys() & new.keys()
        if (said := wordings.changed(old[code].labels, new[code].labels))
    ]
    moved = any(_takes_over(new[code], said["languages"], old) for said, code in relabelled)
    is_same_set = old.keys() == new.keys() and all(old[code].score == new[code].score for code in old)
    yield pair.change(ChangeKind.EASY_LABEL if is_same_set and not moved else ChangeKind.EASY_POINTS)


def _scale(version: Questionnaire, code: str | None) -> Scale | None:
    return version.scale_index.get(code) if code else None
