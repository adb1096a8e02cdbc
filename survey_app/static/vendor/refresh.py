"""Make the vendored files anew from the packages' own tarballs, and write down what they are.

    npm pack govuk-frontend@6.6.0 @fontsource-variable/source-sans-3@5.3.0 axe-core@4.14.1
    python survey_app/static/vendor/refresh.py DIRECTORY_WITH_THE_TARBALLS

For developers only: nothing here runs in the service, and the files it writes are committed. It needs
network access to PyPI (pinned font tools, in a virtual environment of its own that is thrown away).
The same tarballs give the same bytes; `manifest.json` holds their sha256, and a test compares.

GOV.UK Frontend is MIT-licensed code, but its typeface and the royal crest belong to GOV.UK alone, so every
rule with them is taken out. Of its components only those in KEPT_BLOCKS stay: a selector is dropped when it
names a `govuk-` class of another block (BEM: the block is the class name up to `__` or `--`).
"""
# ruff: noqa: INP001  # a script beside the files that it makes, not a module of the service

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

VENDOR = Path(__file__).resolve().parent
PROJECT_ROOT = VENDOR.parents[2]
BROWSER_VENDOR = PROJECT_ROOT / "tests" / "browser" / "vendor"

GOVUK = "govuk-frontend-6.6.0.tgz"
SOURCE_SANS = "fontsource-variable-source-sans-3-5.3.0.tgz"
AXE = "axe-core-4.14.1.tgz"
TARBALLS = {
    GOVUK: "52c4eb554e54d8a6e4ba801e9da5ec3a5b930fd2f117a39677f0b6296e954751",
    SOURCE_SANS: "115c2d5a38a05d52c77ba02e4d939644bae30585a30a2e4657a3be2c99d5c7dc",
    AXE: "e6b0ce02b84d892e2e33e403485e7f3d6c29e2be6df65daf44d89ba564139745",
}
FONT_TOOLS = ("fonttools==4.68.0", "brotli==1.2.1")

KEPT_BLOCKS = frozenset(
    f"govuk-{block}"
    for blocks in (
        "template width-container main-wrapper grid-row grid-column-full grid-column-one-half",
        "grid-column-one-third grid-column-two-thirds grid-column-one-quarter grid-column-three-quarters",
        "body body-l body-m body-s body-lead caption-l caption-m caption-xl heading-l heading-m heading-s",
        "heading-xl link list section-break visually-hidden visually-hidden-focusable clearfix skip-link",
        "form-group fieldset label label-wrapper hint error-message error-summary input textarea select",
        "radios checkboxes date-input character-count button button-group",
        "back-link details inset-text notification-banner pagination panel summary-list table tag",
        "warning-text",
    )
    for block in blocks.split()
)

# Each font file holds what one of our languages adds, so a page loads only what it needs. The family gets
# another name: the OFL keeps the name "Source" for the unchanged font.
FONT_SUBSETS = {
    "latin": (
        "latin",
        (
            "U+0020-007E,U+00A0-00A1,U+00A7,U+00A9,U+00AB,U+00AD,U+00B0,U+00B7,U+00BB,U+00BF-00CF,"
            "U+00D1-00DD,U+00DF-00EF,U+00F1-00F6,U+00F8-00FD,U+00FF,U+2010-2014,U+2018-201A,"
            "U+201C-201E,U+2022,U+2026,U+2032-2033,U+2039-203A,U+20AC,U+2191,U+2193,U+2212"
        ),
    ),
    "czech-slovak": (
        "latin-ext",
        (
            "U+010C-010F,U+011A-011B,U+0139-013A,U+013D-013E,U+0147-0148,U+0154-0155,U+0158-0159,U+0160-0161,"
            "U+0164-0165,U+016E-016F,U+017D-017E"
        ),
    ),
    "cyrillic": (
        "cyrillic",  # Ukrainian, Russian, Belarusian, Bulgarian
        "U+0401,U+0404,U+0406-0407,U+040E,U+0410-044F,U+0451,U+0454,U+0456-0457,U+045E,U+0490-0491,U+2116",
    ),
}
FONT_FEATURES = "kern,mark,mkmk,ccmp,locl,liga,tnum,lnum"


def main(tarballs: Path) -> None:
    """Write all vendored files and the manifest; raise SystemExit where a tarball is not the known one."""
    for name, sha256 in TARBALLS.items():
        if _sha256(tarballs / name) != sha256:
            raise SystemExit(f"{name} is not the package that was reviewed: its sha256 differs.")
    govuk = _member(tarballs / GOVUK, "dist/govuk/govuk-frontend.min.css")
    written = [
        _write(VENDOR / "govuk-frontend.css", patched(govuk)),
        _write(VENDOR / "ohlas-sans.OFL.txt", _member(tarballs / SOURCE_SANS, "LICENSE")),
        *_fonts(tarballs / SOURCE_SANS),
        _write(BROWSER_VENDOR / "axe.min.js", _member(tarballs / AXE, "axe.min.js")),
        _write(BROWSER_VENDOR / "axe.LICENSE.txt", _member(tarballs / AXE, "LICENSE")),
        VENDOR / "govuk-frontend.LICENSE.txt",  # the tarball names the licence without its text
    ]
    manifest = {
        "tarballs": TARBALLS,
        "font_tools": FONT_TOOLS,
        "files": {
            str(path.relative_to(PROJECT_ROOT)): {"sha256": _sha256(path), "bytes": path.stat().st_size}
            for path in sorted(written)
        },
    }
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


def patched(stylesheet: bytes) -> bytes:
    """Return GOV.UK Frontend's stylesheet without what is GOV.UK's alone and without unused components."""
    text = re.sub(r"/\*.*?\*/", "", stylesheet.decode().removeprefix('@charset "UTF-8";'))
    kept = "".join(_kept_rules(text))
    for typeface in ("GDS Transport,arial,sans-serif", "sans-serif"):  # the second is the one for print
        kept = kept.replace(f"font-family:{typeface}", "font-family:var(--ohlas-font)")
    for foreign in ("GDS", "crest", "crown", "@font-face", "url("):
        if foreign in kept:
            raise SystemExit(f"The patched stylesheet still holds “{foreign}”.")
    head = "/*! govuk-frontend 6.6.0, MIT, Crown Copyright (GDS), changed by refresh.py */\n"
    return (head + kept.replace("}.", "}\n.") + "\n").encode()


def _kept_rules(text: str) -> Iterator[str]:
    for prelude, body in _rules(text):
        if prelude.startswith(("@media", "@supports")):
            inner = "".join(_kept_rules(body))
            if inner:
                yield f"{prelude}{{{inner}}}"
        elif not prelude.startswith("@"):  # drops the typeface, and @-moz-document for Firefox before 61
            selectors = [selector for selector in _selectors(prelude) if _is_kept(selector)]
            if selectors and "crest" not in body:
                yield f"{','.join(selectors)}{{{body}}}"


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Split a stylesheet without comments or strings with braces into (prelude, body) at its top level."""
    start = depth = opened = 0
    for place, character in enumerate(text):
        if character == "{":
            depth += 1
            if depth == 1:
                opened = place
        elif character == "}":
            depth -= 1
            if depth == 0:
                yield text[start:opened].strip(), text[opened + 1 : place]
                start = place + 1


def _selectors(prelude: str) -> list[str]:
    return re.split(r",(?![^()]*\))", prelude)


def _is_kept(selector: str) -> bool:
    return all(
        name.split("__")[0].split("--")[0] in KEPT_BLOCKS
        for name in re.findall(r"\.(govuk-[\w!-]+)", selector.replace("\\", ""))
        if name != "govuk-frontend-supported"
    )


def _fonts(tarball: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as directory:
        workplace = Path(directory)
        venv.create(workplace / "tools", with_pip=True)
        tools = workplace / "tools" / "bin"
        _run(tools / "pip", "install", "--quiet", *FONT_TOOLS)
        for name, (origin, characters) in FONT_SUBSETS.items():
            whole, instance = workplace / f"{origin}.woff2", workplace / f"{origin}.ttf"
            whole.write_bytes(_member(tarball, f"files/source-sans-3-{origin}-wght-normal.woff2"))
            narrow = ("varLib.instancer", "--quiet", "--no-recalc-timestamp", "-o", instance, whole)
            _run(tools / "fonttools", *narrow, "wght=400:700")
            target = VENDOR / f"ohlas-sans-{name}.woff2"
            options = ("--flavor=woff2", "--no-hinting", "--name-IDs=0", f"--layout-features={FONT_FEATURES}")
            output = f"--output-file={target}"
            _run(tools / "pyftsubset", instance, f"--unicodes={characters}", *options, output)
            yield target


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)  # noqa: S603  # every word of the command is a constant of this file


def _member(tarball: Path, name: str) -> bytes:
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(f"package/{name}")
        if member is None:
            raise SystemExit(f"{tarball.name} holds no file {name}.")
        return member.read()


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
