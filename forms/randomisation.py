"""The order in which options are shown, where an item asks for a random one.

The order follows from a small seed alone, so a respondent who comes back sees the same one, a page can be
kept per seed, and the seed says nothing about who answered.
"""

import hashlib

from forms.definition.questionnaire import Item, Option

SEEDS = range(8)


def ordered_options(item: Item, seed: int) -> tuple[Option, ...]:
    """The item's own options in the order of this seed (0 to 7); as written when the item is not randomised.

    Exclusive and write-in options stay at the end, and so does "don't know": an option without a score
    among options with one.
    """
    if not item.randomise:
        return item.options
    scored = any(option.score is not None for option in item.options)
    last = [option for option in item.options if _stays_last(option, scored=scored)]
    shuffled = [option for option in item.options if not _stays_last(option, scored=scored)]
    shuffled.sort(
        key=lambda option: hashlib.sha256(f"{seed}:{item.item_code}:{option.code}".encode()).digest()
    )
    return (*shuffled, *last)


def _stays_last(option: Option, *, scored: bool) -> bool:
    return option.exclusive or option.write_in or (scored and option.score is None)
