"""The demo: the made-up town of Javorov, for `make run` only, never for production.

Loaded once into an empty database and left alone afterwards, except that the demo sign-ins always work.
Everything in it is marked as made up, and pages say so.
"""

from survey_app import clock, db, passwords
from survey_app.config import Settings
from survey_app.demo import bank, drafts, results, shares, sign_ins, town, voices, waves
from survey_app.operations import reviews, staff
from survey_app.queries import reference
from survey_app.queries import staff as staff_queries
from survey_app.vocabulary import ReviewOccasion, Role


class DemoRefusedError(Exception):
    """The database holds a real town; the message is one sentence."""


def load(settings: Settings) -> list[str]:
    """Load what is missing of the demo; return the lines that tell its sign-ins.

    Raises:
        DemoRefusedError: there is a town in the database that is not made up.
    """
    with db.reading() as session:
        regions = reference.regions(session)
    if any(not region.made_up for region in regions):
        raise DemoRefusedError("The database holds a real town, so the demo is not loaded into it.")
    accounts = sign_ins.of(settings.signing_key)
    if not any(region.code == town.CODE for region in regions):
        _build(accounts)
    _let_in(accounts)
    results.publish_past_waves()
    shares.estimate()
    return [
        "Demo sign-ins (made up; the passwords belong to this installation):",
        *(f"  {account.email:34} {account.password}" for account in accounts),
    ]


def _build(accounts: list[sign_ins.Account]) -> None:
    hashes = {account.email: passwords.hash_password(account.password) for account in accounts}
    with db.transaction() as session:  # all or nothing: a start that is interrupted begins anew
        region = town.build(session)
        members = sign_ins.open_accounts(session, region, accounts, hashes)
        last, present = waves.build(session, region, members, clock.now())
        voices.decide_about(session, last, members[Role.COORDINATOR])
        voices.write_through_the_form(session, region, clock.now())
        bank.build(session, region)
        version, methodologist = present.questionnaire_version, members[Role.METHODOLOGIST]
        drafts.build(session, region, version, methodologist, clock.now())
        reviews.promise(session, ReviewOccasion.SCHEDULED)  # after the codings, which were promised before


def _let_in(accounts: list[sign_ins.Account]) -> None:
    """Make the printed passwords true again after they, or the installation's key, were changed."""
    with db.reading() as session:
        members = {member.email: member.password_hash for member in staff_queries.members(session)}
    for account in accounts:
        known = members.get(account.email)
        if known is not None and not passwords.matches(known, account.password):
            password_hash = passwords.hash_password(account.password)
            with db.transaction() as session:
                member = staff_queries.member_by_email(session, account.email)
                if member is not None:
                    staff.set_password(session, member, password_hash)
