"""Signing in, slowed down where passwords are being guessed.

Three limits: one account from one address after a few failures; one account from everywhere after more; one
address only after very many, so that thirty colleagues behind one address never pay for a typo of another.
Nobody is locked out for good: the pause ends by itself. Accounts and addresses are stored as keyed hashes for
an hour. Passwords are checked outside, because that is slow and must not hold a transaction.
"""

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from survey_app.models import SignInFailure, StaffMember
from survey_app.queries import staff as staff_queries

REMEMBERED = timedelta(hours=1)


@dataclass(frozen=True)
class Limit:
    """So many failures are free; the next attempt waits, and the wait doubles up to the longest."""

    free: int
    first_wait: timedelta
    longest_wait: timedelta

    def wait(self, failures: staff_queries.Failures, now: datetime) -> timedelta:
        """Return how long the next attempt must wait; zero or less: not at all."""
        if failures.count < self.free or failures.last_at is None:
            return timedelta(0)
        doublings = min(failures.count - self.free, 16)
        pause = min(self.first_wait * (1 << doublings), self.longest_wait)
        return failures.last_at + pause - now


PAIR = Limit(5, timedelta(seconds=30), timedelta(minutes=15))
ACCOUNT = Limit(30, timedelta(seconds=10), timedelta(minutes=1))
ADDRESS = Limit(300, timedelta(seconds=5), timedelta(seconds=30))


@dataclass(frozen=True)
class Attempt:
    """Who tries to sign in and from where, as keyed hashes that mean nothing without the key."""

    account_hash: str
    address_hash: str


def attempt_of(email: str, address: str, key: str) -> Attempt:
    """Return the attempt for an e-mail and a network address; an IPv6 network of /64 is one address."""
    account = staff_queries.normal_email(email)
    return Attempt(_keyed("account", account, key), _keyed("address", _network(address), key))


def begin_attempt(session: Session, attempt: Attempt, email: str, now: datetime) -> timedelta | None:
    """Count the attempt as failed until it succeeds; or return how long to wait, then it does not count."""
    # Attempts at one account queue up here, or many sent at once would all be let in (PostgreSQL; SQLite
    # has one writer anyway).
    session.execute(
        sa.select(StaffMember.id)
        .where(StaffMember.email == staff_queries.normal_email(email))
        .with_for_update()
    )
    since = now - REMEMBERED
    account, address = attempt.account_hash, attempt.address_hash
    wait = max(
        PAIR.wait(staff_queries.sign_in_failures(session, since, account=account, address=address), now),
        ACCOUNT.wait(staff_queries.sign_in_failures(session, since, account=account), now),
        ADDRESS.wait(staff_queries.sign_in_failures(session, since, address=address), now),
    )
    if wait > timedelta(0):
        return wait
    forget_old_failures(session, now)
    session.add(SignInFailure(account_hash=account, address_hash=address, failed_at=now))
    return None


def succeed(session: Session, attempt: Attempt) -> None:
    """Forget the failures of this account at this address."""
    session.execute(
        sa.delete(SignInFailure).where(
            SignInFailure.account_hash == attempt.account_hash,
            SignInFailure.address_hash == attempt.address_hash,
        )
    )


def forget_old_failures(session: Session, now: datetime) -> None:
    """Delete failures that slow nobody down any more."""
    session.execute(sa.delete(SignInFailure).where(SignInFailure.failed_at <= now - REMEMBERED))


def _network(address: str) -> str:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(parsed.ipv4_mapped or ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def _keyed(purpose: str, value: str, key: str) -> str:
    return hmac.new(key.encode(), f"sign-in {purpose}\0{value}".encode(), hashlib.sha256).hexdigest()
