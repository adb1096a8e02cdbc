"""What every page needs: the town, the languages, the safe headers."""

import re
from datetime import date, datetime
from typing import Any

from babel.dates import get_datetime_format
from flask import Flask, g, request
from flask_babel import format_date, format_time, get_locale
from werkzeug.wrappers import Response

from forms.languages import base_language, direction, spoken_language, text_in
from survey_app import db, language
from survey_app.models import Region
from survey_app.queries import reference

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_INSIDE_A_DAY = re.compile(r"(?<=\d\.) |(?<=\d) (?=[^\W\d])")  # 14. prosince, 14 грудня, 2026 р.
SAFE_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def register(app: Flask) -> None:
    """Give every page of `app` its surroundings and its headers."""
    app.context_processor(_surroundings)
    app.add_template_filter(text_in)
    app.add_template_filter(base_language)
    app.add_template_filter(direction)
    app.add_template_filter(language_links)
    app.add_template_filter(language.own_name)
    app.add_template_filter(dateformat)
    app.add_template_filter(minuteformat)
    app.after_request(_headers)


def dateformat(day: date, style: str | None = None) -> str:
    """A date in the language of the page; its day is never on another line than its month."""
    return _INSIDE_A_DAY.sub("\N{NO-BREAK SPACE}", str(format_date(day, style)))


def minuteformat(instant: datetime) -> str:
    """A day and a time to the minute, in the language of the page and by the town's clock."""
    joined = str(get_datetime_format("medium", get_locale()))
    day, minute = dateformat(instant, "medium"), str(format_time(instant, "short"))
    return joined.replace("{1}", day).replace("{0}", minute)


def set_region(region: Region) -> None:
    """Name the region that the page of this request speaks for."""
    g.region = region


def language_links(tags: tuple[str, ...] = ("cs", "en", "uk")) -> list[tuple[str, str, str]]:
    """Return (tag, own name, address of this page) for each language of `tags`, and for the present one."""
    address, present = language.own_address(), g.get("language", language.DEFAULT)
    tags = tags if present in tags else (*tags, present)  # who came in easy Czech sees that it goes on so
    return [(tag, language.own_name(tag), language.mount_point(tag) + address) for tag in tags]


def _surroundings() -> dict[str, Any]:
    if "region" not in g:
        with db.reading() as session:
            every = reference.regions(session)
        g.region = every[0] if len(every) == 1 else None
    tag = g.get("language", language.DEFAULT)
    return {
        "language": tag,
        "html_language": spoken_language(tag),
        "languages": language_links(),
        "town": g.region,
        "staff": g.get("staff"),
    }


def _headers(response: Response) -> Response:
    for name, value in SAFE_HEADERS.items():
        response.headers.setdefault(name, value)
    if not request.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "no-store")
    return response
