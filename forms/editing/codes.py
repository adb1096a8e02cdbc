"""Codes that are proposed to an author, so that nobody has to think one up.

A code is an identity: it stays when words change, and years are compared by it.
"""

import re
import unicodedata
from collections.abc import Container

LONGEST = 40
UKRAINIAN = str.maketrans(
    dict(zip("абвгґдезіиклмнопрстуф", "abvhgdeziyklmnoprstuf", strict=True))
    | {"є": "ie", "ж": "zh", "ї": "i", "й": "i", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch"}
    | {"ь": "", "ю": "iu", "я": "ia"}
)


def proposed(
    text: str, taken: Container[str], *, otherwise: str, joint: str = "_", longest: int = LONGEST
) -> str:
    """A code made of the first words of a text, other than those taken; `otherwise` where no letter is left.

    It has at most `longest` characters before a number that makes it free, begins with a letter, and holds
    small letters, digits and `joint`. Cut short, it does not end in a word of one or two letters (of, v, na).
    Good for items, options, scales and sections; with the joint "-" for questionnaires.
    """
    plain = (
        unicodedata.normalize("NFKD", text.lower().translate(UKRAINIAN)).encode("ascii", "ignore").decode()
    )
    words = re.findall(r"[a-z0-9]+", plain)
    made = ""
    for word in words:
        longer = f"{made}{joint}{word}" if made else word[:longest]
        if len(longer) > longest:
            made = re.sub(rf"({re.escape(joint)}[a-z]{{1,2}})+$", "", made)
            break
        made = longer
    if not made or not made[0].isalpha():
        made = f"{otherwise}{joint}{made}".rstrip(joint)
    return free(made, taken, joint=joint)


def free(code: str, taken: Container[str], *, joint: str = "_") -> str:
    """The code itself, or with the first number that makes it free."""
    number, found = 1, code
    while found in taken:
        number += 1
        found = f"{code}{joint}{number}"
    return found


def next_item(taken: Container[str]) -> str:
    """The next free number of an item: q01, q02, …"""
    number = 1
    while f"q{number:02}" in taken:
        number += 1
    return f"q{number:02}"
