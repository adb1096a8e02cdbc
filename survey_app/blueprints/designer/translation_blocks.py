"""The options of one item or scale as a block: one line for each, so that all are typed or pasted at once.

Knows how lines belong to texts of a document; does not know drafts and requests.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from flask_babel import gettext, ngettext

from forms.translation import Kind, Outdated, Place
from survey_app.blueprints.designer.translation_pairs import Known, Pair, is_open, pairs

MARK = "lines."
"""Inputs of blocks begin with this; beside each stands one with `KEYS` after its name."""
KEYS = ".was"
PATH_OF_A_LIST = 3
"""How many codes lead to the options of an item: "item", its code, "option"."""


class Refused(NamedTuple):
    """A block that cannot be read: what was typed, and why."""

    text: str
    sentence: str


class Lines(NamedTuple):
    """What was typed into blocks: texts by key, and by name the blocks that cannot be read."""

    said: dict[str, str]
    refused: dict[str, Refused]


@dataclass
class Block:
    """Options in both languages; what it has in common with `Pair` has the same name."""

    pairs: Sequence[Pair]
    refused: Refused | None = None
    errors: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Gather what is wrong with its lines."""
        numbered = enumerate(self.pairs, start=1)
        self.errors = [f"{number}. {error}" for number, pair in numbered for error in pair.errors]
        if self.refused:
            self.errors.append(self.refused.sentence)

    @property
    def name(self) -> str:
        """The name of the input."""
        return _name(self.pairs[0])

    @property
    def keys(self) -> str:
        """The keys of the texts in their order, as the input beside says them."""
        return " ".join(pair.place.key for pair in self.pairs)

    @property
    def id(self) -> str:
        """The id of the input."""
        return self.pairs[0].id

    @property
    def label(self) -> str:
        """What the texts are, and how they are written."""
        return str(gettext("Answers, each on a line"))

    @property
    def lines(self) -> list[str]:
        """The originals."""
        return [pair.source for pair in self.pairs]

    @property
    def value(self) -> str:
        """What stands in the input: nothing where no line says anything."""
        return (
            self.refused.text if self.refused else "\n".join(pair.value for pair in self.pairs).rstrip("\n")
        )

    @property
    def rows(self) -> int:
        """How many lines the input needs."""
        return len(self.pairs) + 1

    @property
    def is_missing(self) -> bool:
        """Whether one of its texts waits for words."""
        return any(pair.is_missing for pair in self.pairs)

    @property
    def outdated(self) -> list[Pair]:
        """Its texts whose translation is older than the original."""
        return [pair for pair in self.pairs if pair.earlier]

    @property
    def suggestions(self) -> list[str]:
        """What is offered for its lines, as far as there is something."""
        return [pair.suggestion for pair in self.pairs if pair.suggestion]


def in_blocks(single: Iterable[Pair], refused: Mapping[str, Refused]) -> list[Pair | Block]:
    """Put options of one list together, where the first of them stands; one option alone stays as it is.

    So do options with a text of several lines.
    """
    found = list(single)
    lists: dict[str, list[Pair]] = {}
    for pair in found:
        if pair.place.kind is Kind.LABELS:
            lists.setdefault(_name(pair), []).append(pair)
    blocks = {
        name: Block(options, refused.get(name))
        for name, options in lists.items()
        if len(options) > 1 and not any("\n" in pair.source + pair.value for pair in options)
    }
    rows: list[Pair | Block] = []
    for pair in found:
        block = blocks.get(_name(pair)) if pair.place.kind is Kind.LABELS else None
        if block is None:
            rows.append(pair)
        elif pair is block.pairs[0]:
            rows.append(block)
    return rows


def inputs(
    document: dict[str, Any], source: str, target: str, outdated: Outdated, *, only_open: bool
) -> list[tuple[Place, str]]:
    """Return every text that the page shows for two languages, with the id of the input that it stands in."""
    known = Known(earlier=outdated.get(target, {}))
    asked = [
        pair for pair in pairs(document, source, target, known) if not only_open or is_open(pair, target)
    ]
    return [
        (pair.place, row.id)
        for row in in_blocks(asked, {})
        for pair in (row.pairs if isinstance(row, Block) else [row])
    ]


def read(form: Mapping[str, str]) -> Lines:
    """Read the blocks of a form."""
    said: dict[str, str] = {}
    refused: dict[str, Refused] = {}
    for name, typed in form.items():
        if not name.startswith(MARK) or name.endswith(KEYS):
            continue
        keys, text = form.get(name + KEYS, "").split(), typed.replace("\r\n", "\n")
        lines = _fitted(text.split("\n"), len(keys))
        if lines is None:
            refused[name] = Refused(text, _other_number(len(keys)))
        else:
            said |= dict(zip(keys, lines, strict=True))
    return Lines(said, refused)


def _fitted(lines: list[str], number: int) -> list[str] | None:
    """The lines as so many, None where they are not: empty ones count, unless without them it is right."""
    while len(lines) > number and not lines[-1].strip():
        lines = lines[:-1]
    filled = [line for line in lines if line.strip()]
    if not filled:
        return [""] * number
    if len(lines) == number:
        return lines
    return filled if len(filled) == number else None


def _other_number(number: int) -> str:
    sentence = ngettext(
        "Write %(num)s line.",
        "Write %(num)s lines, one for each answer. Leave a line empty where the words are still to come.",
        number,
    )
    return str(sentence)


def _name(pair: Pair) -> str:
    return MARK + ".".join(pair.place.path[:PATH_OF_A_LIST])
