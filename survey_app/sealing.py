"""Keys, seals and codes: what may be stored is made unreadable or unlinkable here.

* A partial response is sealed with a key that only the respondent's browser holds.
* A contact is sealed with the installation's key.
* A submission token proves when a form was opened and makes sending it twice harmless.
* A receipt code lets an anonymous author ask what became of a comment; only its hash is stored.

Knows no table and no request. Source: RFC 5869 (HKDF), NIST SP 800-38D (AES-GCM).
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from itsdangerous import BadData, TimestampSigner

_ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # no 0 O 1 I L U: a code may be dictated over the phone
_CODE_LENGTH = 12
_NONCE_BYTES = 12


class BadTokenError(Exception):
    """A submission token was not made here, or was changed."""


@dataclass(frozen=True)
class SubmissionToken:
    """What a form carries: a random identity, and when it was opened (UTC)."""

    submission_id: str
    opened_at: datetime
    text: str


def new_submission_token(signing_key: str) -> str:
    """Return a token for a form that is opened now."""
    return _signer(signing_key).sign(secrets.token_urlsafe(16)).decode()


def read_submission_token(signing_key: str, text: str) -> SubmissionToken:
    """Return the content of a token.

    Raises:
        BadTokenError: the token was not signed with `signing_key`.
    """
    try:
        submission_id, opened_at = _signer(signing_key).unsign(text, return_timestamp=True)
    except BadData:
        raise BadTokenError(text[:80]) from None
    return SubmissionToken(submission_id.decode(), opened_at, text)


def receipt_code(signing_key: str, submission_id: str) -> str:
    """Return the receipt code of a submission: the same one however often it is sent."""
    digest = hmac.digest(signing_key.encode(), b"receipt:" + submission_id.encode(), "sha256")
    number = int.from_bytes(digest[:8])  # 64 bits are enough for 12 letters of 30
    letters = []
    for _ in range(_CODE_LENGTH):
        number, remainder = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[remainder])
    code = "".join(letters)
    return "-".join(code[start : start + 4] for start in range(0, _CODE_LENGTH, 4))


def receipt_hash(code: str) -> str:
    """Return what is stored of a receipt code; typed spaces, dashes and small letters do not matter."""
    letters = "".join(letter for letter in code.upper() if letter.isalnum())
    return hashlib.sha256(letters.encode()).hexdigest()


def hashed(text: str) -> str:
    """Return the SHA-256 of `text`, as hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def new_browser_key() -> str:
    """Return a fresh key for one browser (256 random bits)."""
    return secrets.token_urlsafe(32)


def partial_lookup(browser_key: str, wave_code: str) -> str:
    """Return the key under which a browser's partial response to a wave is stored."""
    return _derived(browser_key, f"lookup:{wave_code}").hex()


def seal_partial(browser_key: str, wave_code: str, content: bytes) -> bytes:
    """Encrypt a partial response for its browser."""
    return _seal(_derived(browser_key, f"seal:{wave_code}"), content)


def unseal_partial(browser_key: str, wave_code: str, sealed: bytes) -> bytes | None:
    """Decrypt a partial response; None where the key does not fit."""
    return _unseal(_derived(browser_key, f"seal:{wave_code}"), sealed)


def seal_contact(contact: str, signing_key: str) -> bytes:
    """Encrypt the contact that somebody left with a comment."""
    return _seal(_derived(signing_key, "contact"), contact.encode())


def unseal_contact(sealed: bytes, signing_key: str) -> str:
    """Decrypt a contact; an empty text where the installation's key has been changed since."""
    content = _unseal(_derived(signing_key, "contact"), sealed)
    return "" if content is None else content.decode()


def _signer(signing_key: str) -> TimestampSigner:
    return TimestampSigner(signing_key, salt="submission", digest_method=hashlib.sha256)


def _derived(secret: str, purpose: str) -> bytes:
    # HKDF-Expand with one block; the secrets have full entropy, so the extract step adds nothing.
    return hmac.digest(secret.encode(), purpose.encode() + b"\x01", "sha256")


def _seal(key: bytes, content: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, None)


def _unseal(key: bytes, sealed: bytes) -> bytes | None:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], None)
    except InvalidTag:
        return None
