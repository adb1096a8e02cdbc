"""Views that take files: each says how many bytes, and only there may a request be larger than elsewhere.

The limit is raised before the check of the CSRF token reads the form: in the view it would be too late.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from flask import current_app, request

from survey_app.blueprints.designer import blueprint

View = TypeVar("View", bound=Callable[..., Any])

_MARK = "takes_bytes"


def takes(most_bytes: int) -> Callable[[View], View]:
    """Mark a view that takes requests of up to `most_bytes`."""

    def mark(view: View) -> View:
        setattr(view, _MARK, most_bytes)
        return view

    return mark


@blueprint.url_value_preprocessor
def _raise_limit(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    most_bytes = getattr(current_app.view_functions.get(endpoint or ""), _MARK, None)
    if most_bytes is not None:
        request.max_content_length = request.max_form_memory_size = most_bytes
