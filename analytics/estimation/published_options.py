"""Which options of closed items may be shown: the account of what people chose.

Knows counts of options, now and in snapshots published before. Does not know what the options mean.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from analytics.estimation.disclosure import publishable
from analytics.estimation.published import Figure, Published
from analytics.estimation.tallies import Answer

Counts = Counter[str]
"""Option → people; "" for all who answered the item."""


def shown_options(
    item_code: str, answers: Iterable[Answer], earlier: Sequence[Published], minimum: int
) -> frozenset[Figure]:
    """Options of an item whose share may be shown, and the item itself ("option", item, ""), or nothing.

    Where everybody chose one option, options are sets like the others. Where several could be chosen, nobody
    knows how they overlap: each option and the rest must be at least ``minimum`` people. What came or went
    since an earlier snapshot, of an option or of its rest, must be nobody or at least ``minimum``.
    """
    counts = _counts(item_code, answers)
    everybody = _option(item_code, "")
    befores = [
        (_counts(item_code, version.answers), version.shown)
        for version in earlier
        if everybody in version.shown
    ]
    if counts[""] < minimum or any(_few(counts[""] - before[""], minimum) for before, _ in befores):
        return frozenset()
    wanted = [
        code
        for code in sorted(set(counts) - {""}, key=lambda code: (-counts[code], code))
        if min(counts[code], counts[""] - counts[code]) >= minimum
        and not any(
            _option(item_code, code) in shown and _tells(code, counts, before, minimum)
            for before, shown in befores
        )
    ]
    if sum(counts.values()) == 2 * counts[""]:  # everybody chose one
        people = Counter(
            {frozenset({everybody, _option(item_code, code)}): n for code, n in counts.items() if code}
        )
        kept = publishable(people, [everybody, *(_option(item_code, code) for code in wanted)], minimum)
        return frozenset(kept)
    return frozenset([everybody, *(_option(item_code, code) for code in wanted)])


def _tells(code: str, counts: Counts, before: Counts, minimum: int) -> bool:
    came = counts[code] - before[code]
    return _few(came, minimum) or _few(counts[""] - before[""] - came, minimum)


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
