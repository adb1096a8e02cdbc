"""The language of a page is the first part of its address; Czech has none.

The middleware moves `/en`, `/uk` and `/cs-easy` from the path to the mount point, so that every `url_for`
of the request stays in its language, error pages included. Knows no table.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, g, request
from flask_babel import Babel

from forms.languages import base_language
from survey_app.config import SettingsError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

DEFAULT = "cs"
OWN_NAMES = {"cs": "Čeština", "cs-easy": "Snadná čeština", "en": "English", "uk": "Українська"}
CATALOGUES = Path(__file__).parent / "translations"
PREFIXED = tuple(tag for tag in OWN_NAMES if tag != DEFAULT)


class LanguagePrefix:
    """WSGI middleware: `/en/napiste-nam` reaches the application as `/napiste-nam` mounted at `/en`."""

    def __init__(self, application: "WSGIApplication") -> None:
        self._application = application

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        first, slash, rest = environ.get("PATH_INFO", "/")[1:].partition("/")
        if first in PREFIXED:
            environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/{first}"
            environ["PATH_INFO"] = slash + rest or "/"
            environ["ohlas.language"] = first
        return self._application(environ, start_response)


def register(app: Flask) -> None:
    """Teach `app` to speak the language of the address; `g.language` holds its tag."""
    check_catalogues()
    app.wsgi_app = LanguagePrefix(app.wsgi_app)  # type: ignore[method-assign]  # the way Flask documents
    Babel(app, default_locale=DEFAULT, default_timezone="Europe/Prague", locale_selector=_locale)

    @app.before_request
    def _remember() -> None:
        g.language = request.environ.get("ohlas.language", DEFAULT)


def check_catalogues() -> None:
    """Make sure that the texts of the pages have been compiled.

    Raises:
        SettingsError: they have not; without them every page would silently be in English.
    """
    missing = [path for path in CATALOGUES.glob("*/LC_MESSAGES/*.po") if not path.with_suffix(".mo").exists()]
    if missing:
        raise SettingsError("The texts of the pages are not compiled. Compile them with: make install")


def mount_point(tag: str) -> str:
    """Return the address prefix of a language: "" for Czech, "/en" for English.

    A town may mount Ohlas below a path of its own; that part of the mount point stays.
    """
    current = g.get("language", DEFAULT)
    base = request.script_root.removesuffix(f"/{current}") if current != DEFAULT else request.script_root
    return base if tag == DEFAULT else f"{base}/{tag}"


def _locale() -> str:
    return base_language(g.get("language", DEFAULT))
