"""Javorov: a region with territories, providers, services, money and coding frame, from the content pack."""

import csv
import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from survey_app import clock
from survey_app.models import Region
from survey_app.operations import margins, reference

CODE = "javorov"
CONTENT = Path(__file__).resolve().parent.parent / "content"
PACK = CONTENT / "javorov"
COUNTED_BY, COUNTED_ON = "Vymyšlené sčítání", date(2025, 1, 1)


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
    counts: defaultdict[str, dict[str, int]] = defaultdict(dict)
    with (PACK / "margins.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            counts[row["margin"]][row["category"]] = int(row["people"])
    margins.load(session, region, counts, clock.now(), source=COUNTED_BY, counted_on=COUNTED_ON, by=None)
    frame = document(CONTENT / "coding_frame.json")
    reference.import_coding_frame(session, frame["version"], frame)
    return region
