"""`flask staff …`: accounts and roles."""

import click
from flask.cli import AppGroup
from sqlalchemy.orm import Session

from survey_app import passwords
from survey_app.cli.session import find_region, transaction
from survey_app.models import Provider, Region, StaffMember
from survey_app.operations import staff as operations
from survey_app.passwords import Weakness
from survey_app.queries import reference
from survey_app.queries import staff as queries
from survey_app.vocabulary import Role

group = AppGroup("staff", help="Accounts of staff and their roles.")

_WEAKNESSES = {
    Weakness.TOO_SHORT: f"The password must have at least {passwords.SHORTEST} characters.",
    Weakness.TOO_LONG: f"The password may have at most {passwords.LONGEST} characters.",
    Weakness.EASY_TO_GUESS: "The password is too easy to guess; use several words of your own.",
}

_role = click.option(
    "--role", required=True, type=click.Choice([role.value for role in Role]), help="What the person does."
)
_region = click.option("--region", "region_code", required=True, help="The code of the region.")
_provider = click.option("--provider", "provider_code", help="The code of the provider; for that role only.")
_generate = click.option("--generate", is_flag=True, help="Make up a password and print it, once.")


def _email(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    name, at, domain = value.strip().partition("@")
    if not (name and at and domain) or " " in value.strip() or len(value) > 200:
        raise click.BadParameter("this is not an e-mail address")
    return value


_account = click.argument("email", callback=_email)


@group.command("add")
@_account
@click.option("--name", required=True, help="The name that colleagues see.")
@_role
@_region
@_provider
@_generate
def add(
    email: str, name: str, role: str, region_code: str, provider_code: str | None, generate: bool
) -> None:
    """Open an account for EMAIL with one role; asks for the password."""
    with transaction() as session:  # what would be refused is refused before the password is asked for
        region = find_region(session, region_code)
        _find_provider(session, region, provider_code)
        if queries.member_by_email(session, email) is not None:
            raise click.ClickException(
                f"There already is an account with the e-mail {queries.normal_email(email)}."
            )
    password = _new_password(email, name, generate=generate)
    password_hash = passwords.hash_password(password)
    with transaction() as session:
        region = find_region(session, region_code)
        provider = _find_provider(session, region, provider_code)
        member = operations.add_member(session, email=email, name=name, password_hash=password_hash)
        operations.grant(session, member, Role(role), region, provider)
    click.echo(f"Added {email} as {role} in {region_code}.")
    _print_once(password, generate=generate)


@group.command("set-password")
@_account
@_generate
def set_password(email: str, generate: bool) -> None:
    """Set a new password for EMAIL; asks for it. All sessions of the person end."""
    with transaction() as session:
        name = _find_member(session, email).name
    password = _new_password(email, name, generate=generate)
    password_hash = passwords.hash_password(password)
    with transaction() as session:
        operations.set_password(session, _find_member(session, email), password_hash)
    click.echo(f"Set a new password for {email}.")
    _print_once(password, generate=generate)


@group.command("grant")
@_account
@_role
@_region
@_provider
def grant(email: str, role: str, region_code: str, provider_code: str | None) -> None:
    """Give EMAIL one more role in a region."""
    with transaction() as session:
        region = find_region(session, region_code)
        provider = _find_provider(session, region, provider_code)
        operations.grant(session, _find_member(session, email), Role(role), region, provider)
    click.echo(f"{email} is {role} in {region_code} now.")


@group.command("revoke")
@_account
@_role
@_region
def revoke(email: str, role: str, region_code: str) -> None:
    """Take a role in a region away from EMAIL."""
    with transaction() as session:
        region = find_region(session, region_code)
        operations.revoke(session, _find_member(session, email), Role(role), region)
    click.echo(f"{email} is not {role} in {region_code} any more.")


@group.command("deactivate")
@_account
def deactivate(email: str) -> None:
    """Close the account of EMAIL and end all its sessions."""
    with transaction() as session:
        operations.deactivate(session, _find_member(session, email))
    click.echo(f"The account {email} is closed.")


@group.command("activate")
@_account
def activate(email: str) -> None:
    """Open the closed account of EMAIL again."""
    with transaction() as session:
        operations.activate(session, _find_member(session, email))
    click.echo(f"The account {email} is open.")


@group.command("list")
def show() -> None:
    """List all accounts with their roles."""
    with transaction() as session:
        for member in queries.members(session):
            roles = ", ".join(sorted(f"{held.role}@{held.region.code}" for held in member.assignments))
            state = "open" if member.active else "closed"
            click.echo(f"{member.email}\t{member.name}\t{state}\t{roles or 'no role'}")


def _find_member(session: Session, email: str) -> StaffMember:
    member = queries.member_by_email(session, email)
    if member is None:
        raise click.ClickException(f"There is no account with the e-mail {queries.normal_email(email)}.")
    return member


def _find_provider(session: Session, region: Region, code: str | None) -> Provider | None:
    if code is None:
        return None
    provider = reference.provider_by_code(session, region.id, code)
    if provider is None:
        raise click.ClickException(f"There is no provider {code} in the region {region.code}.")
    return provider


def _new_password(email: str, name: str, *, generate: bool) -> str:
    if generate:
        return passwords.generate()
    password = str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    weakness = passwords.weakness(password, email, name)
    if weakness is not None:
        raise click.ClickException(_WEAKNESSES[weakness])
    return password


def _print_once(password: str, *, generate: bool) -> None:
    if generate:
        click.echo(f"Password, shown only now: {password}")
