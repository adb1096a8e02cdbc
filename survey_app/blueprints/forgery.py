"""Whether what was sent comes from a page that this browser was shown.

For the pages of citizens, which keep what was typed instead of answering with an error page (`create_app`
exempts them from the check before every view).
"""

from flask import abort, request
from flask_wtf.csrf import validate_csrf
from wtforms import ValidationError


def csrf_is_valid() -> bool:
    """Tell whether the form that was sent carries this browser's mark."""
    try:
        validate_csrf(request.form.get("csrf_token"))
    except ValidationError:
        return False
    return True


def check_csrf() -> None:
    """Refuse a form without this browser's mark."""
    if not csrf_is_valid():
        abort(400)
