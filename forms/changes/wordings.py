"""Comparing texts in several languages: what reads otherwise now, and which translations came or went.

A translation that comes leaves what others read as it is. One that goes changes what is read, where its
language is still offered. Knows no items.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from forms.changes.kinds import Change, ChangeKind
from forms.languages import Texts


class Wordings:
    """Compares texts one after another and keeps count of translations that came and went."""

    def __init__(self, offered: frozenset[str]) -> None:
        self._offered = offered
        self._added: Counter[str] = Counter()
        self._removed: Counter[str] = Counter()

    def changed(self, old: Texts, new: Texts) -> dict[str, Any] | None:
        """The texts that read otherwise: {"languages", "before", "after"}; None where none does."""
        tags = []
        for tag in dict.fromkeys((*old, *new)):
            before, after = old.get(tag), new.get(tag)
            if before and (after or tag in self._offered):
                tags += [tag] if before != after else []
            elif before != after:
                (self._removed if after is None else self._added)[tag] += 1
        if not tags:
            return None
        return {
            "languages": tags,
            "before": {tag: old[tag] for tag in tags},
            "after": {tag: new[tag] for tag in tags if new.get(tag)} or dict(new),
        }

    def translations(self) -> Iterator[Change]:
        """What became of translations in all the texts that were compared."""
        for kind, found in (
            (ChangeKind.TRANSLATION_ADDED, self._added),
            (ChangeKind.TRANSLATION_REMOVED, self._removed),
        ):
            if found:
                yield Change(kind, params={"languages": sorted(found), "texts": found.total()})
