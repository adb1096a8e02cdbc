"""Staff passwords: Argon2id hashes with the parameters of RFC 9106 (low memory) that argon2-cffi ships.

Knows no table and no request. Hashing takes about a tenth of a second and 64 MiB: never inside a transaction.
"""

import re
import secrets
from enum import StrEnum
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 200

_hasher = PasswordHasher()


class Weakness(StrEnum):
    """Why a new password is not accepted."""

    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    EASY_TO_GUESS = "easy_to_guess"


def hash_password(password: str) -> str:
    """Return the Argon2id hash of `password`, with its parameters and salt inside."""
    return _hasher.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Tell whether `password` is the hashed one; None (no such account) takes just as long and is False."""
    try:
        return _hasher.verify(password_hash or _nobodys_hash(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_outdated(password_hash: str) -> bool:
    """Tell whether the hash was made with other parameters than today's."""
    return _hasher.check_needs_rehash(password_hash)


def generate() -> str:
    """Return a new random password of 100 bits in groups that can be read aloud: "x7kf-…"."""
    alphabet = "abcdefghijkmnpqrstuvwxyz23456789"  # without l, o, 0 and 1, which look alike
    letters = "".join(secrets.choice(alphabet) for _ in range(20))
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def weakness(password: str, *known: str) -> Weakness | None:
    """Return what is wrong with a new password, judged by its length and by the `known` words in it.

    No rule about kinds of characters: they make passwords harder to remember, not to guess (NIST SP 800-63B).
    """
    if len(password) < SHORTEST:
        return Weakness.TOO_SHORT
    if len(password) > LONGEST:
        return Weakness.TOO_LONG
    rest = password.casefold()
    for word in (part for text in known for part in (text.casefold(), *_words(text))):
        rest = rest.replace(word, "")
    return Weakness.EASY_TO_GUESS if len(set(rest)) <= SHORTEST // 3 else None


def _words(text: str) -> list[str]:
    return [word for word in re.split(r"[\W_]+", text.casefold()) if len(word) > 2]


@cache
def _nobodys_hash() -> str:
    return hash_password(secrets.token_urlsafe())
