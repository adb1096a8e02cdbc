"""Static files by content: the address holds a fingerprint, so a browser keeps a file for good.

All files are read and compressed once, at start. The stylesheets become one, with the town's colour at its
end, because one request beats eight and a strict Content-Security-Policy allows no inline style.
Templates call `asset(path)` and `stylesheet(colour)`. Knows no table.
"""

import gzip
import hashlib
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from flask import Flask, abort, request
from werkzeug.wrappers import Response

from survey_app import access, brand, language

STATIC = Path(__file__).resolve().parent / "static"
SCREEN = (
    "fonts",
    "colours",
    "layout",
    "forms",
    "charts",
    "pictures",
    "staff",
    "triage",
    "designer",
    "designer-views",
)
PARTS = (*SCREEN, "print", "poster", "overview")  # paper overrules the screen
STYLESHEETS = ("vendor/govuk-frontend.css", *(f"stylesheet/{part}.css" for part in PARTS))
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
FOR_GOOD = "public, max-age=31536000, immutable"
_IMPORT = re.compile(r'(?<= from ")(\.{1,2}/[\w./-]+\.js)(?=";)')


@dataclass(frozen=True)
class Asset:
    """One file as it is served."""

    name: str
    content: bytes

    @cached_property
    def fingerprint(self) -> str:
        """The first 16 hexadecimal digits of the content's sha256."""
        return hashlib.sha256(self.content).hexdigest()[:16]

    @cached_property
    def compressed(self) -> bytes | None:
        """The content in gzip, or None where that makes it no smaller (fonts)."""
        squeezed = gzip.compress(self.content, compresslevel=9, mtime=0)
        return squeezed if len(squeezed) < len(self.content) else None

    @property
    def address(self) -> str:
        """The address below the static root."""
        return f"{self.fingerprint}/{self.name}"


def register(app: Flask) -> None:
    """Serve the static files of `app` and teach its templates their addresses."""
    files = {asset.name: asset for asset in _files()}
    styles = _joined_stylesheets(files)

    @lru_cache(maxsize=64)  # towns of one installation; the limit is for strangers who try all colours
    def styled(colour: str) -> Asset:
        name = f"ohlas-{colour.removeprefix('#').lower()}.css"
        return Asset(name, (styles + brand.stylesheet(colour)).encode())

    def find(name: str) -> Asset:
        if colour := re.fullmatch(r"ohlas-([0-9a-f]{6})\.css", name):
            return styled(f"#{colour[1]}")
        return files.get(name) or abort(404)

    @access.public
    def static(fingerprint: str, name: str) -> Response:
        asset = find(name)
        return _response(asset, FOR_GOOD if fingerprint == asset.fingerprint else "no-cache")

    def address(asset: Asset) -> str:
        return f"{language.mount_point(language.DEFAULT)}/static/{asset.address}"

    app.add_url_rule("/static/<fingerprint>/<path:name>", "asset", static)
    app.jinja_env.globals["asset"] = lambda path: address(files[path])
    app.jinja_env.globals["stylesheet"] = lambda colour: address(styled(colour or brand.DEFAULT))


def _response(asset: Asset, caching: str) -> Response:
    response = Response(asset.content, content_type=MEDIA_TYPES[Path(asset.name).suffix])
    variant = ""
    if asset.compressed is not None:
        response.vary.add("Accept-Encoding")
        if request.accept_encodings.quality("gzip") > 0:
            response.data = asset.compressed
            response.content_encoding = "gzip"
            variant = "-gzip"
    response.set_etag(asset.fingerprint + variant)
    response.headers["Cache-Control"] = caching
    return response.make_conditional(request)


def _files() -> list[Asset]:
    found = {
        str(path.relative_to(STATIC)): path.read_bytes()
        for path in sorted(STATIC.rglob("*"))
        if path.suffix in MEDIA_TYPES and path.suffix != ".css"
    }
    return [_linked(name, found) for name in found]


def _linked(name: str, found: dict[str, bytes]) -> Asset:
    """Point the imports of a script at fingerprinted addresses; scripts never import each other in a ring."""
    if not name.endswith(".js"):
        return Asset(name, found[name])

    def address(spec: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(posixpath.dirname(name), spec[1]))
        return "../" * (name.count("/") + 1) + _linked(imported, found).address

    return Asset(name, _IMPORT.sub(address, found[name].decode()).encode())


def _joined_stylesheets(files: dict[str, Asset]) -> str:
    """Join the stylesheets, without comments, and point their `url(…)` at fingerprinted addresses."""
    text = "".join((STATIC / name).read_text("utf-8") for name in STYLESHEETS)
    text = re.sub(r"/\*(?!!).*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s*\n\s*", "\n", text)
    return re.sub(r"url\(([\w./-]+)\)", lambda found: f"url(../{files[found[1]].address})", text)
