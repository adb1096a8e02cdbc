"""Pictures that a document only names: files of ours hold their digests, never their bytes.

Which pictures there are, the caller says.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from forms.interchange.result import Imported, Loss


def named(document: Mapping[str, Any]) -> frozenset[str]:
    """The digests of all pictures that a document with the shape of ours names."""
    return frozenset(holder["picture"]["digest"] for _, holder in _holders(document))


def without_unknown(imported: Imported, known: Collection[str]) -> Imported:
    """The same with no other pictures than these; each that is gone is a loss, with what it showed."""
    if named(imported.document) <= frozenset(known):
        return imported
    document, losses = copy.deepcopy(dict(imported.document)), list(imported.losses)
    for where, holder in list(_holders(document)):
        if holder["picture"]["digest"] not in known:
            shown = " / ".join(dict.fromkeys(holder.pop("picture")["alternatives"].values()))
            losses.append(Loss(where, "picture_missing", {"shown": shown}))
    return replace(imported, document=document, losses=tuple(losses))


def _holders(document: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(place, the part of the document) of everything that has a picture."""
    for section in document["sections"]:
        for item in section["items"]:
            yield from _held(item["item_code"], item)
            for option in item.get("options", ()):
                yield from _held(f"{item['item_code']} / {option['code']}", option)
    for scale in document.get("scales", ()):
        for option in (*scale["options"], *(scale.get("easy_options") or ())):
            yield from _held(f"{scale['code']} / {option['code']}", option)


def _held(where: str, part: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    if part.get("picture"):
        yield where, part
