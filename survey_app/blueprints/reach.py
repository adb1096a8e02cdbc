"""How far the roles of the person who is signed in reach: in which regions."""

from uuid import UUID

from flask import g

from survey_app.vocabulary import Role

LOOKS = (Role.METHODOLOGIST, Role.COORDINATOR)
"""Who may look at questionnaires, waves and computed results."""


def regions(*roles: Role) -> frozenset[UUID]:
    """Return the regions in which the person holds one of `roles`."""
    found: frozenset[UUID] = g.staff.regions(*roles)
    return found
