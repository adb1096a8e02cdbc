"""Static files: addresses by content, kept for good, compressed; vendored files are the reviewed ones."""

import gzip
import hashlib
import json
import re

import pytest
from flask import Flask, g
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from survey_app import access, assets, brand, language
from survey_app.config import PROJECT_ROOT

VENDOR = assets.STATIC / "vendor"
COLOURS = (assets.STATIC / "stylesheet" / "colours.css").read_text("utf-8")


@pytest.fixture(scope="module")
def site() -> Flask:
    """A bare application with nothing but static files."""
    site = Flask(__name__, static_folder=None)
    language.register(site)
    assets.register(site)
    return site


@pytest.fixture
def browser(site: Flask) -> FlaskClient:
    """A browser of that application."""
    return site.test_client()


def address(site: Flask, expression: str, tag: str = "cs") -> str:
    with site.test_request_context("/", environ_overrides={"SCRIPT_NAME": "" if tag == "cs" else f"/{tag}"}):
        g.language = tag
        return site.jinja_env.from_string("{{ " + expression + " }}").render()


def test_a_fingerprinted_address_is_kept_for_good(site: Flask, browser: FlaskClient) -> None:
    answer = browser.get(address(site, "asset('ohlas.js')"))
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.mimetype == "text/javascript"


def test_an_address_from_before_an_update_gives_the_new_file_and_is_not_kept(browser: FlaskClient) -> None:
    answer = browser.get("/static/0000000000000000/ohlas.js")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-cache"


def test_all_languages_share_one_address(site: Flask) -> None:
    assert address(site, "asset('ohlas.js')") == address(site, "asset('ohlas.js')", "uk")


def test_gzip_goes_only_to_those_who_take_it(site: Flask, browser: FlaskClient) -> None:
    path = address(site, "stylesheet('')")
    packed = browser.get(path, headers={"Accept-Encoding": "gzip"})
    plain = browser.get(path, headers={"Accept-Encoding": "gzip;q=0"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert gzip.decompress(packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers["Vary"] == plain.headers["Vary"] == "Accept-Encoding"


def test_an_unchanged_file_is_not_sent_again(site: Flask, browser: FlaskClient) -> None:
    path = address(site, "asset('favicon.svg')")
    tag = browser.get(path).headers["ETag"]
    assert browser.get(path, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize(
    "name", ["vendor/refresh.py", "vendor/manifest.json", "../app.py", "ohlas-zzzzzz.css", "none.css"]
)
def test_what_is_not_for_browsers_is_not_served(browser: FlaskClient, name: str) -> None:
    assert browser.get(f"/static/0000000000000000/{name}").status_code == 404


def test_the_view_is_marked_public(site: Flask) -> None:
    assert access.allowed_roles(site.view_functions["asset"]) == access.PUBLIC


def test_the_stylesheet_names_only_files_that_exist(site: Flask, browser: FlaskClient) -> None:
    path = address(site, "stylesheet('')")
    found = re.findall(r"url\((.*?)\)", browser.get(path).text)
    assert len(found) == 3
    for relative in found:
        target = f"/static/{relative.removeprefix('../')}"
        assert browser.get(target).headers["Cache-Control"] == assets.FOR_GOOD


@pytest.mark.parametrize(("second_font", "limit"), [("czech-slovak", 45_000), ("cyrillic", 54_000)])
def test_the_files_of_a_first_page_leave_room_for_the_page(
    site: Flask, browser: FlaskClient, second_font: str, limit: int
) -> None:
    """Budget of a first page: 60 KB in 6 requests; the longest page itself takes 6 KB."""
    fonts = [f"asset('vendor/ohlas-sans-{name}.woff2')" for name in ("latin", second_font)]
    files = ["stylesheet('')", "asset('ohlas.js')", "asset('favicon.svg')", *fonts]
    sizes = [
        len(browser.get(address(site, file), headers={"Accept-Encoding": "gzip"}).data) for file in files
    ]
    assert len(files) == 5
    assert sum(sizes) < limit


def test_vendored_files_are_the_reviewed_ones() -> None:
    manifest = json.loads((VENDOR / "manifest.json").read_text("utf-8"))
    listed = {PROJECT_ROOT / name: entry["sha256"] for name, entry in manifest["files"].items()}
    present = {
        path
        for folder in (VENDOR, PROJECT_ROOT / "tests" / "browser" / "vendor")
        for path in folder.iterdir()
        if path.is_file() and path.name not in {"refresh.py", "manifest.json"}
    }
    assert present == set(listed)
    for path, sha256 in listed.items():
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sha256, path.name


def test_nothing_of_gov_uk_alone_is_left() -> None:
    stylesheet = (VENDOR / "govuk-frontend.css").read_text("utf-8").partition("*/")[2]
    for foreign in ("GDS", "crest", "crown", "@font-face", "url("):
        assert foreign not in stylesheet


def test_every_class_of_the_templates_has_a_rule() -> None:
    """A component that the vendored stylesheet left out would otherwise look like plain text, unnoticed."""
    sheets = assets.STATIC.rglob("*.css")
    styled = {
        name
        for sheet in sheets
        for name in re.findall(r"\.((?:govuk|ohlas)-[\w-]+)", sheet.read_text("utf-8"))
    }
    anatomy = {
        f"govuk-table__{part}" for part in ("head", "body", "row")
    }  # names without a look of their own
    for template in (assets.STATIC.parent / "templates").rglob("*.html"):
        for value in re.findall(r'class="([^"]*)"', template.read_text("utf-8")):
            words = re.sub(r"\{%.*?%\}", " ", value).split()
            used = {word for word in words if re.fullmatch(r"(?:govuk|ohlas)-[\w-]*\w", word)}
            assert used <= styled | anatomy, template.name


@given(st.integers(0, 0xFFFFFF))
def test_whatever_colour_a_town_chooses_can_be_read(number: int) -> None:
    properties = re.findall(r"--ohlas-([a-z-]+):(#[0-9a-f]{6})", brand.stylesheet(f"#{number:06x}"))
    light, dark = dict(properties[:4]), dict(properties[4:])
    for shades, scheme in ((light, 0), (dark, 1)):
        assert brand.contrast(shades["brand"], shades["on-brand"]) >= 4.5
        assert brand.contrast(shades["brand-strong"], shades["on-brand"]) >= 4.5
        for surface in ("page", "surface", "field"):
            assert brand.contrast(shades["brand"], named(surface)[scheme]) >= 4.5
        assert brand.contrast(named("text")[scheme], shades["tint"]) >= 7


def named(name: str) -> tuple[str, str]:
    """Return a colour of the stylesheet, in light and in dark."""
    light, dark = re.findall(rf"--ohlas-{name}: (#[0-9a-f]{{6}});", COLOURS)
    return light, dark


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_and_borders_of_inputs_stand_out(scheme: int) -> None:
    for surface in ("page", "surface", "field"):
        for text in ("text", "text-soft", "error", "success"):
            assert brand.contrast(named(text)[scheme], named(surface)[scheme]) >= 4.5, (text, surface)
        assert brand.contrast(named("field-line")[scheme], named(surface)[scheme]) >= 3, surface
    assert brand.contrast(named("notice-text")[scheme], named("notice")[scheme]) >= 4.5


def test_the_surfaces_that_town_colours_are_computed_for_are_those_of_the_stylesheet() -> None:
    assert named("surface") == (brand.LIGHT_SURFACE, brand.DARK_SURFACE)


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "14606a", "#12345g", "#123456;}"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        brand.stylesheet(colour)
