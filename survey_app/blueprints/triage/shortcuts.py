"""What can be done with one key in triage, which keys usually do it, and where two would collide.

Reasons and target groups share the digits: a reason is asked for only of an irrelevant comment, a group only
of one that is not, so never both at once. Knows neither requests nor tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from string import ascii_lowercase, digits

from survey_app.vocabulary import CommentKind, IrrelevanceReason

COMMANDS: dict[str, str] = {
    "accept": "a",
    "relevant": "r",
    "irrelevant": "n",
    "note": "o",
    "skip": "k",
    "leave": "j",
    "flag": "f",
    "undo": "u",
    "similar": "l",
    "help": "?",
}
KINDS: dict[str, str] = {
    f"kind:{CommentKind.PRAISE}": "p",
    f"kind:{CommentKind.COMPLAINT}": "s",
    f"kind:{CommentKind.SUGGESTION}": "m",
    f"kind:{CommentKind.QUESTION}": "d",
}
DIGITS = "1234567890"
# Below the digits: first what lies side by side in the lowest row, on Czech and English keyboards alike.
FURTHER = "xcvbghweityqz"
POSSIBLE = frozenset(ascii_lowercase + digits + "?")
# The row of digits as a Czech keyboard writes it without Shift.
_CZECH_ROW = str.maketrans("+ěščřžýáíé", DIGITS)


def group_action(code: str) -> str:
    """Return the action that ticks or unticks a target group."""
    return f"group:{code}"


def reason_action(reason: IrrelevanceReason) -> str:
    """Return the action that chooses why a comment is irrelevant."""
    return f"reason:{reason}"


def usual_keys(groups: Sequence[str]) -> dict[str, str]:
    """Return action → key for target groups (codes, in their order); "" where there are more than keys."""
    in_rows = (DIGITS + FURTHER).ljust(len(groups))
    reasons = zip(map(reason_action, IrrelevanceReason), DIGITS, strict=False)
    places = zip(map(group_action, groups), in_rows, strict=False)
    return {**COMMANDS, **KINDS, **dict(reasons), **{action: key.strip() for action, key in places}}


def keys_in_force(chosen: Mapping[str, str], groups: Sequence[str]) -> dict[str, str]:
    """Return action → key as a person chose; where a usual key is in use otherwise, its action has none."""
    keys = usual_keys(groups)
    own = {action: key for action, key in chosen.items() if action in keys}
    keys |= own
    for action in keys.keys() - own.keys():
        if any(keys[action] == key and are_at_once(action, other) for other, key in own.items()):
            keys[action] = ""
    return keys


def differences(keys: Mapping[str, str], groups: Sequence[str]) -> dict[str, str]:
    """Return what of `keys` is not as usual."""
    usual = usual_keys(groups)
    return {action: key for action, key in keys.items() if usual[action] != key}


def as_key(typed: str) -> str:
    """Return the key that was typed into a field: in lower case, a Czech letter as the digit on its key."""
    return typed.strip().lower().translate(_CZECH_ROW)


def collisions(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of actions that one key would start."""
    actions = [action for action, key in keys.items() if key]
    return [
        (one, other)
        for place, one in enumerate(actions)
        for other in actions[place + 1 :]
        if keys[one] == keys[other] and are_at_once(one, other)
    ]


def are_at_once(one: str, other: str) -> bool:
    """Whether two actions can be asked for at the same moment."""
    return {_part(one), _part(other)} != {"reason", "group"}


def actions_of(part: str, actions: Iterable[str]) -> list[str]:
    """Return the actions of one part: "command", "kind", "reason" or "group"."""
    return [action for action in actions if _part(action) == part]


def _part(action: str) -> str:
    part, colon, _ = action.partition(":")
    return part if colon else "command"
