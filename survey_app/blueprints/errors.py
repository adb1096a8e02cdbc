"""Friendly pages for everything that can go wrong, in the language of the address."""

from flask import Flask, g, render_template
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError

WORDED = frozenset({400, 403, 404, 409, 413, 429, 500, 503})


def register(app: Flask) -> None:
    """Answer every error of `app` with a page."""
    app.register_error_handler(HTTPException, answer)


def answer(error: HTTPException) -> tuple[str, int, list[tuple[str, str]]]:
    """Return the page about `error`."""
    code = error.code or InternalServerError.code
    worded = code if code in WORDED else (400 if code < InternalServerError.code else 500)
    if code >= InternalServerError.code:
        g.setdefault("region", None)  # the page needs no database: that may be what failed
    expired = isinstance(error, CSRFError)
    return render_template(f"errors/{worded}.html", expired=expired), code, error.get_headers()
