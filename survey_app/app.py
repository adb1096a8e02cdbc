"""The application factory: settings in, Flask application out."""

import importlib
from datetime import timedelta

from flask import Flask
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from survey_app import assets, cli, language, process
from survey_app.blueprints import errors, gate, page
from survey_app.config import Settings, load_settings

BLUEPRINTS = (
    "home",
    "answering",
    "feedback",
    "results",
    "staff",
    "triage",
    "shares",
    "coders",
    "waves",
    "population",
    "publication",
    "replies",
    "clearing",
    "designer",
    "pictures",
    "work",
)

csrf = CSRFProtect()


def create_app(settings: Settings | None = None) -> Flask:
    """Build the application.

    Raises:
        SettingsError: a setting is missing or wrong.
    """
    settings = settings or load_settings()
    app = Flask(__name__, static_folder=None)  # assets.py serves static files
    app.config.from_mapping(
        SECRET_KEY=settings.signing_key,
        MAX_CONTENT_LENGTH=settings.max_request_bytes,
        MAX_FORM_MEMORY_SIZE=settings.max_request_bytes,
        SESSION_COOKIE_NAME="ohlas",
        SESSION_COOKIE_SECURE=settings.behind_https,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        WTF_CSRF_TIME_LIMIT=None,  # a respondent aged 78 is never timed out
        SETTINGS=settings,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    process.open_database(settings)
    language.register(app)
    if settings.trusted_proxies:  # outside the language: the path that a proxy names comes before `/en`
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, hops, hops, hops, hops, hops)  # type: ignore[method-assign]  # the way Flask documents
    gate.register(app)
    csrf.init_app(app)
    assets.register(app)
    errors.register(app)
    page.register(app)
    for name in BLUEPRINTS:
        app.register_blueprint(importlib.import_module(f"survey_app.blueprints.{name}").blueprint)
    app.register_blueprint(app.blueprints["answering"], name="trial", url_prefix="/zkouska")
    for name in ("answering", "feedback"):  # they check the mark themselves, to give back what was typed
        csrf.exempt(app.blueprints[name])
    cli.register(app)
    return app
