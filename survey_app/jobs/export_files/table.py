"""Responses as columns of numbers: two bytes for a category, and for words their place in a file.

The file with words has no name, so nothing is left of it when the process ends, however it ends.
"""

import os
import tempfile
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from forms.codebook import Kind, Variable
from forms.export import NOT_IN_VERSION, WAYS_OF_MISSING, Value

AT_ONCE = 1_000  # rows that are written together
_TYPES = {Kind.CATEGORY: "h", Kind.NUMBER: "d", Kind.DATE: "i", Kind.MONTH: "i", Kind.TEXT: "q"}
_NUMPY_TYPES = {"h": np.int16, "d": np.float64, "i": np.int32, "q": np.int64}
_MISSING = {code: place for place, code in enumerate(WAYS_OF_MISSING, 1)}

Numbers = NDArray[np.int16] | NDArray[np.int32] | NDArray[np.int64] | NDArray[np.float64]


class Words:
    """Texts in a nameless file, found again by where they begin and how many bytes they have."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as the table
        self._size = 0
        self._lengths: dict[int, int] = {}

    def add(self, text: str) -> int:
        """Keep a text and return its place."""
        written = text.encode()
        self._file.write(len(written).to_bytes(4, "little") + written)
        place = self._size
        self._size += 4 + len(written)
        return place

    def flush(self) -> None:
        """Let everything that was added be read."""
        self._file.flush()

    def at(self, place: int) -> bytes:
        """The text at a place, in UTF-8."""
        handle = self._file.fileno()
        return os.pread(handle, self.length_at(place), place + 4)

    def length_at(self, place: int) -> int:
        """How many bytes the text at a place has."""
        return int.from_bytes(os.pread(self._file.fileno(), 4, place), "little")


@dataclass(frozen=True)
class Column:
    """A variable and what it is in each response.

    Categories are their numbers, days ordinals of the calendar, months 12 × year + month − 1, texts places in
    `Words`. A way of missing is the number that the variable has for it; for texts, days and months that is
    −1, −2, ….
    """

    variable: Variable
    values: Numbers


@dataclass(frozen=True)
class Table:
    """All columns, as long as one another, and the words of those that hold texts."""

    columns: Sequence[Column]
    words: Words

    @property
    def rows(self) -> int:
        """How many responses there are."""
        return len(self.columns[0].values)


class Recording:
    """Takes responses one by one, as rows of `forms.export`, and gives the table."""

    def __init__(self, variables: Sequence[Variable]) -> None:
        self._variables = variables
        self._words = Words()
        self._arrays: list[array[Any]] = [array(_TYPES[variable.kind]) for variable in variables]
        self._steps = [
            (variable.heading, self._reader(variable), values.append)
            for variable, values in zip(variables, self._arrays, strict=True)
        ]

    def add(self, row: Mapping[str, Value]) -> None:
        """Add a response; a column that the row does not have is not in its version."""
        for heading, read, append in self._steps:
            append(read(row.get(heading, NOT_IN_VERSION)))

    def table(self) -> Table:
        """The table of everything that was added."""
        self._words.flush()
        columns = [
            Column(variable, np.frombuffer(values, _NUMPY_TYPES[values.typecode]))
            for variable, values in zip(self._variables, self._arrays, strict=True)
        ]
        return Table(columns, self._words)

    def _reader(self, variable: Variable) -> Callable[[Value], float]:
        match variable.kind:
            case Kind.CATEGORY:
                known: dict[Value, int] = {each.code: each.number for each in variable.categories}
                known.update({int(code): known[code] for code in ("0", "1") if code in known})
                known.update(variable.missing.items())
                return known.__getitem__
            case Kind.NUMBER:
                missing = variable.missing
                return lambda value: missing[value] if isinstance(value, str) else float(value)
            case Kind.DATE | Kind.MONTH:
                return _ordinal
            case Kind.TEXT:
                return self._place

    def _place(self, value: Value) -> int:
        # What somebody wrote may read like a way of missing; only the constant itself is one.
        for code, number in _MISSING.items():
            if value is code:
                return -number
        return self._words.add(str(value))


def _ordinal(value: Value) -> int:
    missing = _MISSING.get(str(value))
    return date.fromisoformat(str(value)).toordinal() if missing is None else -missing


def rows(table: Table) -> Iterator[tuple[Value, ...]]:
    """The rows as people read them: codes of options, ISO dates, words, and the names of ways of missing."""
    speakers = [_speaker(column, table.words) for column in table.columns]
    for begun in range(0, table.rows, AT_ONCE):
        pieces = [
            map(say, column.values[begun : begun + AT_ONCE].tolist())
            for say, column in zip(speakers, table.columns, strict=True)
        ]
        yield from zip(*pieces, strict=True)


def _speaker(column: Column, words: Words) -> Callable[[float], Value]:
    variable = column.variable
    missing: dict[float, str] = {number: code for code, number in variable.missing.items()}
    match variable.kind:
        case Kind.CATEGORY:
            known: dict[float, Value] = {category.number: category.code for category in variable.categories}
            return (known | missing).__getitem__
        case Kind.NUMBER:
            return lambda number: missing.get(number) or (int(number) if number.is_integer() else number)
        case Kind.DATE:
            return lambda number: missing.get(number) or date.fromordinal(int(number)).isoformat()
        case Kind.MONTH:
            return lambda number: missing.get(number) or month(int(number))
        case Kind.TEXT:
            return lambda place: missing.get(place) or words.at(int(place)).decode()


def month(number: int) -> str:
    """A month as 2026-11."""
    return f"{number // 12:04}-{number % 12 + 1:02}"
