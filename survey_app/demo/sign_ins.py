"""One demo account for each role. Passwords follow from the installation's key: the same at each start, and
known to nobody who has not seen the screen of this installation.
"""

import base64
import hmac
from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey_app.models import Region, StaffMember
from survey_app.operations import staff
from survey_app.queries import reference
from survey_app.vocabulary import Role

NAMES = {
    Role.COORDINATOR: "Hana Lípová (demo)",
    Role.METHODOLOGIST: "Marek Dub (demo)",
    Role.PROVIDER: "Věra Jasanová (demo)",
    Role.COUNCILLOR: "Pavel Buk (demo)",
    Role.CLERK: "Iva Habrová (demo)",
    Role.ADMINISTRATOR: "Tomáš Olše (demo)",
}
PROVIDER_CODE = "P1"


@dataclass(frozen=True)
class Account:
    """A demo account and the password that opens it."""

    role: Role
    name: str
    email: str
    password: str


def of(signing_key: str) -> list[Account]:
    """Return the demo accounts of the installation that has `signing_key`."""
    return [Account(role, name, email(role), _password(signing_key, role)) for role, name in NAMES.items()]


def email(role: Role) -> str:
    """Return the address that signs in with `role`."""
    return f"{role}@javorov.example"


def open_accounts(
    session: Session, region: Region, accounts: list[Account], hashes: dict[str, str]
) -> dict[Role, StaffMember]:
    """Open the demo accounts, each with its role in the demo town."""
    members = {}
    for account in accounts:
        member = staff.add_member(
            session, email=account.email, name=account.name, password_hash=hashes[account.email]
        )
        is_provider = account.role is Role.PROVIDER
        provider = reference.provider_by_code(session, region.id, PROVIDER_CODE) if is_provider else None
        staff.grant(session, member, account.role, region, provider)
        members[account.role] = member
    return members


def _password(signing_key: str, role: Role) -> str:
    digest = hmac.digest(signing_key.encode(), f"demo sign-in: {role}".encode(), "sha256")
    letters = base64.b32encode(digest).decode().lower()[:16]
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))
