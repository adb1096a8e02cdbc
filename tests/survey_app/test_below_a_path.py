"""Ohlas served below a path of the town's site, as the administrator's guide describes."""

import re

from survey_app.app import create_app
from survey_app.config import Settings
from tests.survey_app.conftest import MakeWave


def test_links_keep_the_path_and_the_language(settings: Settings, make_wave: MakeWave) -> None:
    make_wave()
    app = create_app(settings.model_copy(update={"trusted_proxies": 1}))
    page = app.test_client().get("/en/dotaznik/tiny-1", headers={"X-Forwarded-Prefix": "/ohlas"}).text
    links = set(re.findall(r'href="(/[^"]*)"', page))
    assert "/ohlas/en/dotaznik/tiny-1/strana/use" in links
    outside_the_language = {link for link in links if not link.startswith("/ohlas/en/")}
    assert all(
        link.startswith("/ohlas/static/") or link == "/ohlas/dotaznik/tiny-1" for link in outside_the_language
    )
