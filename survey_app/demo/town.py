"""Javorov: a region with territories, providers, services, money and coding frame, from the content pack."""

import json
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from survey_app.models import Region
from survey_app.operations import reference

CODE = "javorov"
CONTENT = Path(__file__).resolve().parent.parent / "content"
PACK = CONTENT / "javorov"


def document(path: Path) -> dict[str, Any]:
    """Return the JSON object in a file of the content pack."""
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def build(session: Session) -> Region:
    """Add the town and everything that there is in it."""
    region = reference.add_region(
        session,
        code=CODE,
        name="Javorov",
        languages=["cs", "cs-easy", "en", "uk"],
        phone="+420 000 000 000",
        email="urad@javorov.example",
        address="Městský úřad Javorov, náměstí Svobody 1, 000 00 Javorov",
        made_up=True,
    )
    reference.import_directory(session, region, PACK)
    frame = document(CONTENT / "coding_frame.json")
    reference.import_coding_frame(session, frame["version"], frame)
    return region
