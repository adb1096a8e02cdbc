"""Who may call a view. Every view carries exactly one mark; a test walks the whole matrix role x endpoint.

Knows roles and functions; does not know requests, sessions or tables. `blueprints.gate` enforces them.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from survey_app.vocabulary import Role

View = TypeVar("View", bound=Callable[..., Any])

PUBLIC: frozenset[Role] = frozenset()
ANYBODY_SIGNED_IN: frozenset[Role] = frozenset(Role)

_MARK = "access_roles"


def public(view: View) -> View:
    """Mark a view that anybody may call."""
    setattr(view, _MARK, PUBLIC)
    return view


def signed_in(view: View) -> View:
    """Mark a view for every member of staff, whatever the role."""
    setattr(view, _MARK, ANYBODY_SIGNED_IN)
    return view


def roles(*allowed: Role) -> Callable[[View], View]:
    """Mark a view for members of staff who hold one of `allowed` in at least one region."""

    def mark(view: View) -> View:
        setattr(view, _MARK, frozenset(allowed))
        return view

    return mark


def allowed_roles(view: Callable[..., Any] | None) -> frozenset[Role] | None:
    """Return the roles that `view` is marked with (empty: public), or None where the mark is missing."""
    return getattr(view, _MARK, None)
