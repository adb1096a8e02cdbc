"""What the cell in the column "type" says: the kind of question and the list that it offers."""

from __future__ import annotations

import re
from typing import NamedTuple

from pyxform import aliases

OPENING = re.compile(r"(begin|end)[ _-]+(\w[\w ]*)")
OTHER = re.compile(r"[ _]or[ _](?:specify[ _])?other$", re.IGNORECASE)
FILE = re.compile(r"\.(csv|xml|geojson)\b", re.IGNORECASE)

METADATA = frozenset(
    {
        "start",
        "end",
        "today",
        "deviceid",
        "device_id",
        "subscriberid",
        "simserial",
        "phonenumber",
        "phone_number",
        "username",
        "email",
        "imei",
        "audit",
        "start-geopoint",
        "start_time",
        "end_time",
        "background-audio",
        "background-geopoint",
        "hidden",
        "get_device_id",
        "get_subscriber_id",
        "get_sim_id",
        "get_phone_number",
        "get_start_time",
        "get_end_time",
        "get_today",
        "uri:deviceid",
        "uri:subscriberid",
        "uri:simserial",
        "uri:phonenumber",
        "uri:username",
        "uri:email",
        "add_username_prompt",
        "usernames",
        "xml-external",
        "csv-external",
    }
)
"""What devices note by themselves, and files that stand beside the form."""
DEVICES = frozenset(
    {
        "geopoint",
        "gps",
        "location",
        "geotrace",
        "geoshape",
        "barcode",
        "audio",
        "image",
        "photo",
        "video",
        "file",
        "signature",
        "draw",
        "annotate",
        "osm",
        "add_image_prompt",
        "add_photo_prompt",
        "add_audio_prompt",
        "add_video_prompt",
        "add_file_prompt",
        "add_barcode_prompt",
        "add_location_prompt",
        "q_geopoint",
        "q_image",
        "q_audio",
        "q_video",
        "q_barcode",
        "bytes",
    }
)
"""Answers that are no words and no numbers."""
PLAIN = {
    "text": "text",
    "string": "text",
    "q_string": "text",
    "add_text_prompt": "text",
    "integer": "integer",
    "int": "integer",
    "q_int": "integer",
    "add_integer_prompt": "integer",
    "decimal": "decimal",
    "q_decimal": "decimal",
    "number": "decimal",
    "percentage": "decimal",
    "add_decimal_prompt": "decimal",
    "range": "range",
    "date": "date",
    "q_date": "date",
    "add_date_prompt": "date",
    "time": "time",
    "add_time_prompt": "time",
    "datetime": "datetime",
    "date_time": "datetime",
    "add_date_time_prompt": "datetime",
    "add_datetime_prompt": "datetime",
    "note": "note",
    "add_note_prompt": "note",
    "acknowledge": "acknowledge",
    "trigger": "acknowledge",
    "add_acknowledge_prompt": "acknowledge",
    "q_acknowledge": "acknowledge",
    "calculate": "calculate",
    "calculation": "calculate",
    "q_calculate": "calculate",
    "add_calculate_prompt": "calculate",
}
CHOICES = {"select one": "select_one", "select all that apply": "select_multiple", "rank": "rank"}


class Kind(NamedTuple):
    """`base` is one of: select_one, select_multiple, rank, text, integer, decimal, range, date, time,
    datetime, note, acknowledge, calculate, external (options in a file), metadata, device, begin, end, row
    (of a KoBo score or rank), unknown. `name` is the list, or what begins and ends. `other` offers an option
    to write in.
    """

    base: str
    name: str = ""
    other: bool = False


def kind(cell: str) -> Kind:
    """Read the cell of a question's type."""
    words = " ".join(cell.split())
    plain = words.lower().replace(" ", "_")
    opening = OPENING.fullmatch(words.lower())
    if opening and plain not in PLAIN and plain not in METADATA:
        return Kind(opening[1], opening[2].strip().replace(" ", "_"))
    if plain in PLAIN:
        return Kind(PLAIN[plain])
    if plain in ("score__row", "rank__level"):
        return Kind("row", plain)
    if plain in METADATA:
        return Kind("metadata", words)
    if plain in DEVICES:
        return Kind("device", words)
    return _choice(words) or Kind("unknown", words)


def _choice(words: str) -> Kind | None:
    if words.lower() in aliases.select:
        return Kind(CHOICES.get(aliases.select[words.lower()], "external"))
    found = [name for name in aliases.select if words.lower().startswith((f"{name} ", f"{name}\t"))]
    if not found:
        return None
    alias = max(found, key=len)
    rest = words[len(alias) :].strip()
    list_name, other = OTHER.subn("", rest)
    base = CHOICES.get(aliases.select[alias], "external")
    if alias in aliases.select_from_file or base == "external" or "${" in rest or FILE.search(rest):
        return Kind("external", rest)
    return Kind(base, list_name.removeprefix("from ").strip(), bool(other))
