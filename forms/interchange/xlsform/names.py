"""Names that a workbook gives to items, sections and lists: each once, whatever the case of its letters."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

RESERVED = frozenset({"meta", "data", "instanceid", "instancename"})


@dataclass
class Names:
    """Names by code. Codes keep their own spelling unless another name differs from it in case only."""

    items: dict[str, str] = field(default_factory=dict)
    sections: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=lambda: set(RESERVED))
    numbers: dict[str, int] = field(default_factory=dict)
    """The number to try next behind a name that is taken, so that many alike cost no more than few."""

    def give(self, wanted: str) -> str:
        """This name, or with a number behind it when it is taken; taken from now on."""
        name, number = wanted, self.numbers.get(wanted.lower(), 2)
        while name.lower() in self.taken:
            name, number = f"{wanted}_{number}", number + 1
        self.numbers[wanted.lower()] = number
        self.taken.add(name.lower())
        return name


def of(document: dict[str, Any]) -> Names:
    """The names of everything in a questionnaire's document."""
    names = Names()
    for section in document["sections"]:
        for item in section["items"]:
            for code in (item["item_code"], *(row["item_code"] for row in item.get("rows", ()))):
                if code not in names.items:
                    names.items[code] = names.give(code)
    names.sections = [names.give(section["section_code"]) for section in document["sections"]]
    return names
