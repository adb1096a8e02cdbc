"""The item bank of the demo: what the annual questionnaire asks every year, ready for others."""

from sqlalchemy.orm import Session

from survey_app.demo.town import PACK, document
from survey_app.models import Region
from survey_app.operations import bank

ITEMS = ("q02", "q04", "q06", "q09", "q15", "q16")
SCALE = "rating5"


def build(session: Session, region: Region) -> None:
    """Keep a few items of the annual questionnaire, and its scale."""
    annual = document(PACK / "annual-2026.json")
    scales = {scale["code"]: scale for scale in annual["scales"]}
    bank.keep_scale(session, region, scales[SCALE])
    for section in annual["sections"]:
        for item in section["items"]:
            if item["item_code"] in ITEMS:
                bank.keep_item(session, region, item, scales.get(item.get("scale", "")))
