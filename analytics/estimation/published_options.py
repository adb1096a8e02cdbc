"""Which options of closed items may be shown: the account of what people chose.

Knows counts of options, now and in snapshots published before. Does not know what the options mean.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from analytics.estimation.published import Figure, Published, allow, chosen, layered
from analytics.estimation.tallies import Answer

Counts = Counter[str]
"""Option → people; "" for all who answered the item."""


def shown_options(
    item_code: str,
    answers: Iterable[Answer],
    earlier: Sequence[Published],
    minimum: int,
    listed: Iterable[str] = (),
) -> frozenset[Figure]:
    """Options of an item whose share may be shown, and the item itself ("option", item, ""), or nothing.

    ``listed``: options that could be chosen, also those that nobody chose. Where everybody chose one option,
    options are sets of people like cells and are shown as cells are. Where several could be chosen, nobody
    knows how they overlap; see `_of_many_choices`.
    """
    versions = [_counts(item_code, rows) for rows in (*(version.answers for version in earlier), answers)]
    codes = sorted({*listed, *(code for counts in versions for code in counts)} - {""})
    by_size = sorted(codes, key=lambda code: (-versions[-1][code], code))
    one_each = all(sum(counts.values()) == 2 * counts[""] for counts in versions)
    kept = (_of_one_choice if one_each else _of_many_choices)(item_code, versions, by_size, earlier, minimum)
    return kept if _option(item_code, "") in kept else frozenset()


def _of_one_choice(
    item_code: str,
    versions: Sequence[Counts],
    by_size: Sequence[str],
    earlier: Sequence[Published],
    minimum: int,
) -> frozenset[Figure]:
    own = {code: frozenset({_option(item_code, ""), _option(item_code, code)}) for code in by_size}
    people = layered([Counter({own[code]: counts[code] for code in by_size}) for counts in versions], earlier)
    for figures in own.values():
        allow(people, figures, earlier)
    return chosen(people, [_option(item_code, code) for code in ("", *by_size)], minimum)


def _of_many_choices(
    item_code: str,
    versions: Sequence[Counts],
    by_size: Sequence[str],
    earlier: Sequence[Published],
    minimum: int,
) -> frozenset[Figure]:
    """Each option and its rest must be at least ``minimum`` people, and what came or went since an earlier
    snapshot, of an option or of its rest, nobody or at least ``minimum``. All options together tell how many
    choices there were beyond one each: where few, the smallest option is hidden. Whoever chose none of the
    options that are told, chose hidden ones: where that says nearly all of a few, one more is hidden."""
    *befores, counts = versions
    wholes = [
        (before, version.shown)
        for before, version in zip(befores, earlier, strict=True)
        if _option(item_code, "") in version.shown
    ]
    if counts[""] < minimum or any(_few(counts[""] - before[""], minimum) for before, _ in wholes):
        return frozenset()
    told = [
        code
        for code in by_size
        if min(counts[code], counts[""] - counts[code]) >= minimum
        and not any(
            _option(item_code, code) in shown
            and _tells(counts[code] - before[code], counts[""] - before[""], minimum)
            for before, shown in wholes
        )
    ]
    every = {_option(item_code, code) for code in by_size}
    beyond = [(_beyond_one(counts), counts[""])]
    beyond += [
        (_beyond_one(counts) - _beyond_one(before), counts[""] - before[""])
        for before, shown in wholes
        if every <= shown
    ]
    if len(told) == len(by_size) and any(_tells(more, people, minimum) for more, people in beyond):
        told.pop()
    while told and any(
        _cornered(came, [code for code in told if _option(item_code, code) in shown], minimum)
        for came, shown in [
            (counts, {_option(item_code, code) for code in told}),
            *((_came(counts, before), shown) for before, shown in wholes),
        ]
    ):
        told.pop()
    return frozenset(_option(item_code, code) for code in ("", *told))


def _cornered(counts: Counts, told: Sequence[str], minimum: int) -> bool:
    """Tell whether people must have chosen hidden options that fewer than ``minimum`` choices were of."""
    known = sum(counts[code] for code in told)
    return known < counts[""] and 0 < sum(counts.values()) - counts[""] - known < minimum


def _came(counts: Counts, before: Counts) -> Counts:
    return Counter({code: counts[code] - before[code] for code in {*counts, *before}})


def _beyond_one(counts: Counts) -> int:
    return sum(counts.values()) - 2 * counts[""]


def _tells(part: int, whole: int, minimum: int) -> bool:
    return _few(part, minimum) or _few(whole - part, minimum)


def _few(change: int, minimum: int) -> bool:
    return 0 < abs(change) < minimum


def _option(item_code: str, code: str) -> Figure:
    return ("option", item_code, code)


def _counts(item_code: str, answers: Iterable[Answer]) -> Counts:
    counts: Counts = Counter()
    for answer in answers:
        if answer.item_code == item_code:
            counts[answer.option_code] += answer.responses
    return counts
