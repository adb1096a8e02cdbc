"""What somebody typed into a long form with rows: named values that can be read, and rows that can be moved.

Names are paths such as `options.0.labels.cs`, the same as in the document of the part that the form is about.
So a form can be shown again exactly as it was sent, and a problem of the document is a problem of a field.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from werkzeug.datastructures import MultiDict

from forms.documents.canonical import UNSTORABLE

ROW_STEP = re.compile(r"([a-z_.]+)\.(\d{1,3})\.(up|down|remove)")
MOST_ROWS = 500

Values = dict[str, list[str]]


class Typed:
    """The values of one form. Texts come without what cannot be stored and without spaces around them."""

    def __init__(self, values: Mapping[str, Iterable[str]] | None = None) -> None:
        self.values: Values = {name: list(texts) for name, texts in (values or {}).items()}

    @classmethod
    def sent(cls, form: MultiDict[str, str]) -> "Typed":
        """What was sent with a request."""
        return cls(dict(form.lists()))

    def copy(self) -> "Typed":
        """The same, to be changed without this one."""
        return Typed(self.values)

    def text(self, name: str) -> str:
        """One text, "" where there is none."""
        first = self.values.get(name, [""])[0] if self.values.get(name) else ""
        return UNSTORABLE.sub("", first.replace("\r\n", "\n")).strip()

    def texts(self, name: str, tags: Iterable[str]) -> dict[str, str]:
        """The texts of a field by language, without empty ones."""
        return {tag: text for tag in tags if (text := self.text(f"{name}.{tag}"))}

    def chosen(self, name: str) -> list[str]:
        """The values chosen of several."""
        return [value for value in self.values.get(name, ()) if value]

    def flag(self, name: str) -> bool:
        """Whether a box is ticked."""
        return bool(self.chosen(name))

    def rows(self, prefix: str) -> int:
        """How many rows a list has."""
        pattern = re.compile(rf"{re.escape(prefix)}\.(\d{{1,3}})\.")
        numbers = [int(found[1]) for name in self.values if (found := pattern.match(name))]
        return min(max(numbers, default=-1) + 1, MOST_ROWS)

    def put(self, name: str, *values: str) -> None:
        """Let a field hold these values."""
        self.values[name] = list(values)

    def put_texts(self, name: str, texts: Mapping[str, str]) -> None:
        """Let a field hold a text in each language."""
        for tag, text in texts.items():
            self.put(f"{name}.{tag}", text)

    def add_row(self, prefix: str, values: Mapping[str, str] | None = None) -> int:
        """Add a row at the end of a list; return its number."""
        number = self.rows(prefix)
        self.put_row(prefix, number, values or {"code": ""})
        return number

    def put_row(self, prefix: str, number: int, values: Mapping[str, str]) -> None:
        """Let fields of a row hold these values."""
        for name, value in values.items():
            self.put(f"{prefix}.{number}.{name}", value)

    def remove_row(self, prefix: str, number: int) -> None:
        """Remove a row; those behind it move up."""
        self._renumber(prefix, lambda found: None if found == number else found - (found > number))

    def swap_rows(self, prefix: str, one: int, other: int) -> None:
        """Let two rows change places."""
        places = {one: other, other: one}
        self._renumber(prefix, lambda found: places.get(found, found))

    def order_rows(self, prefix: str, order: Sequence[int]) -> None:
        """Put the rows with these numbers in this order; the others go."""
        places = {number: place for place, number in enumerate(order)}
        self._renumber(prefix, places.get)

    def take_step(self, step: str) -> str | None:
        """Move or remove a row as a button says; return the button to stand on now, None for no such step."""
        found = ROW_STEP.fullmatch(step)
        if not found:
            return None
        prefix, number, way = found[1], int(found[2]), found[3]
        last = self.rows(prefix) - 1
        if way == "remove":
            self.remove_row(prefix, number)
            return f"{prefix}.add"
        target = number + (-1 if way == "up" else 1)
        if not (0 <= number <= last and 0 <= target <= last):
            return step
        self.swap_rows(prefix, number, target)
        at_edge = target in (0, last)
        return f"{prefix}.{target}.{way}" if not at_edge else f"{prefix}.{target}.{_other(way)}"

    def _renumber(self, prefix: str, new: Callable[[int], int | None]) -> None:
        pattern = re.compile(rf"{re.escape(prefix)}\.(\d{{1,3}})(\..*)", re.DOTALL)
        renamed: Values = {}
        for name, values in self.values.items():
            found = pattern.fullmatch(name)
            if not found:
                renamed[name] = values
            elif (number := new(int(found[1]))) is not None:
                renamed[f"{prefix}.{number}{found[2]}"] = values
        self.values = renamed


def _other(way: str) -> str:
    return "down" if way == "up" else "up"
