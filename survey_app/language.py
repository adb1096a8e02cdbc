"""The language of a page is the first part of its address; Czech has none.

The middleware moves `/en`, `/uk` and `/cs-easy` from the path to the mount point, so that every `url_for`
of the request stays in its language, error pages included. A questionnaire may speak other languages too:
`/de/dotaznik/…` has its texts in German and the page around them in English. Pages that have no texts of
their own in such a language lead to those in the language around it. Knows no table.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from babel import Locale, UnknownLocaleError
from flask import Flask, g, redirect, request
from flask_babel import Babel
from werkzeug.wrappers import Response

from forms.languages import base_language, is_easy, spoken_language
from survey_app.config import SettingsError

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

DEFAULT = "cs"
OWN_NAMES = {"cs": "Čeština", "cs-easy": "Snadná čeština", "en": "English", "uk": "Українська"}
CATALOGUES = Path(__file__).parent / "translations"
PREFIXED = tuple(tag for tag in OWN_NAMES if tag != DEFAULT)
EASY_NAMES = {"de-easy": "Leichte Sprache", "en-easy": "Easy English", "uk-easy": "Легка українська"}
NAMES_BABEL_LACKS = {"rom": "Romani čhib", "rmc": "Romani čhib"}
TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
QUESTIONNAIRES = ("/dotaznik/", "/zkouska/")


class LanguagePrefix:
    """WSGI middleware: `/en/napiste-nam` reaches the application as `/napiste-nam` mounted at `/en`.

    `places` gives the first parts of the addresses there are: only before one of them does something that
    looks like the tag of a further language count as one.
    """

    def __init__(self, application: "WSGIApplication", places: Callable[[], frozenset[str]]) -> None:
        self._application = application
        self._places = places

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        first, slash, rest = environ.get("PATH_INFO", "/")[1:].partition("/")
        if first in PREFIXED or self._is_further_language(first, slash, rest):
            environ["SCRIPT_NAME"] = f"{environ.get('SCRIPT_NAME', '')}/{first}"
            environ["PATH_INFO"] = slash + rest or "/"
            environ["ohlas.language"] = first
        return self._application(environ, start_response)

    def _is_further_language(self, first: str, slash: str, rest: str) -> bool:
        if first == DEFAULT or not slash or not TAG.fullmatch(first):
            return False
        return rest.partition("/")[0] in self._places()


def register(app: Flask) -> None:
    """Teach `app` to speak the language of the address; `g.language` holds its tag."""
    check_catalogues()

    @lru_cache(maxsize=1)
    def places() -> frozenset[str]:
        return frozenset(rule.rule.split("/")[1] for rule in app.url_map.iter_rules())

    app.wsgi_app = LanguagePrefix(app.wsgi_app, places)  # type: ignore[method-assign]  # the way Flask documents
    Babel(app, default_locale=DEFAULT, default_timezone="Europe/Prague", locale_selector=_locale)

    @app.before_request
    def _remember() -> Response | None:
        g.language = request.environ.get("ohlas.language", DEFAULT)
        if g.language in OWN_NAMES or request.path.startswith(QUESTIONNAIRES) or request.url_rule is None:
            return None
        return redirect(mount_point(spoken_language(g.language)) + own_address(), code=307)


def own_name(tag: str) -> str:
    """Return what a language is called by those who speak it; the tag itself where nobody has told."""
    known = OWN_NAMES.get(tag) or EASY_NAMES.get(tag)
    if known:
        return known
    base = base_language(tag)
    name = OWN_NAMES.get(base) or NAMES_BABEL_LACKS.get(base) or _own_name_in_babel(base)
    return f"{name} (easy)" if is_easy(tag) else name


@lru_cache(maxsize=200)
def _own_name_in_babel(tag: str) -> str:
    try:
        name = Locale.parse(tag, sep="-").get_display_name() or tag
    except (UnknownLocaleError, ValueError):
        return tag
    return name[0].upper() + name[1:]


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


def own_address() -> str:
    """Return the address of this page without its mount point, quoted: `/\\` at its start is another site."""
    query = request.query_string.decode("latin-1")
    return quote(request.path) + (f"?{query}" if query else "")


def _locale() -> str:
    return spoken_language(g.get("language", DEFAULT))
