"""A service of its own for a measurement: a fresh database with one open wave, and web processes."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from survey_app import clock, db, schema
from survey_app.models import Region, Response
from survey_app.operations import design, waves
from survey_app.operations.windows import Window

WAVE = "benchmark"
_FACE = re.compile(r"@font-face\s*{([^}]*)}")
_SOURCE = re.compile(r"url\(['\"]?([^'\")]+)")


def document() -> dict[str, Any]:
    """Return 17 items on one page: 12 ratings, 3 single choices, a multiple choice, an open-ended item."""
    words = {"cs": "Jak hodnotíte službu z hlediska {}?"}
    labels = ("velmi dobře", "spíše dobře", "ani dobře, ani špatně", "spíše špatně", "velmi špatně")
    scale = [
        {"code": str(5 - place), "labels": {"cs": label}, "score": 100 - 25 * place}
        for place, label in enumerate(labels)
    ]
    choices = [{"code": f"c{number}", "labels": {"cs": f"možnost {number}"}} for number in range(1, 6)]
    items: list[dict[str, Any]] = [
        {
            "item_code": f"r{number}",
            "type": "rating",
            "scale": "rating5",
            "texts": {"cs": words["cs"].format(number)},
        }
        for number in range(1, 13)
    ]
    items += [
        {
            "item_code": f"s{number}",
            "type": "single_choice",
            "options": choices,
            "texts": {"cs": f"Výběr {number}"},
        }
        for number in range(1, 4)
    ]
    items.append(
        {"item_code": "m1", "type": "multiple_choice", "options": choices, "texts": {"cs": "Více možností"}}
    )
    items.append(
        {"item_code": "o1", "type": "open_ended", "creates_comment": True, "texts": {"cs": "Co změnit?"}}
    )
    return {
        "questionnaire_code": WAVE,
        "version": "1",
        "titles": {"cs": "Měření"},
        "languages": ["cs"],
        "layout": "page",
        "scales": [{"code": "rating5", "options": [*scale, {"code": "dk", "labels": {"cs": "nevím"}}]}],
        "sections": [{"section_code": "all", "titles": {"cs": "Otázky"}, "items": items}],
    }


def prepare(database_url: str) -> None:
    """Create the tables and one wave that is open today."""
    database = db.connect(database_url)
    schema.upgrade(database)
    now = clock.now()
    with db.transaction() as session:
        region = Region(code="benchmark", name="Měřín", languages=["cs"])
        session.add(region)
        session.flush()
        version = design.publish_version(session, region, document(), now)
        day = timedelta(days=1)
        window = Window(now - 2 * day, now - day, now + day)
        wave = waves.create_wave(session, version, region, WAVE, window, window.announced_at)
        waves.approve(session, wave, window.announced_at, by=None, announcement_days=0)
    database.dispose()


@contextlib.contextmanager
def running(database_url: str, directory: Path, processes: int, *arguments: str) -> Iterator[str]:
    """Run the web processes on a free port and yield the address; `arguments` are those of `wsgi.py`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {
        "DATABASE_URL": database_url,
        "INSTANCE_PATH": str(directory / "instance"),
        "PORT": str(port),
        "WEB_PROCESSES": str(processes),
    }
    command = [sys.executable, "wsgi.py", *arguments]
    url = f"http://127.0.0.1:{port}"
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            _wait_for(url)
            yield url
        finally:
            server.terminate()


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(f"{url}/zdravi", timeout=2).close()  # noqa: S310  # the service just started
            return
        time.sleep(0.1)
    raise TimeoutError(f"nothing answers at {url}")


def stored(database_url: str) -> int:
    """Return the number of responses in the database."""
    database = db.Database(database_url)
    with database.reading() as session:
        number = session.scalar(sa.select(sa.func.count()).select_from(Response)) or 0
    database.dispose()
    return number


def czech_fonts(stylesheet: str) -> list[str]:
    """Return the addresses of the fonts that a Czech page makes a browser load."""
    faces = [face for face in _FACE.findall(stylesheet) if "cyrillic" not in face]
    return [found.group(1) for face in faces if (found := _SOURCE.search(face))]
