"""What a questionnaire is: frozen dataclasses in the terms of survey methodology.

Knows nothing of JSON, HTML or answers. Instances are never changed after they are made, so everything derived
from them (`cached_property`) is computed once. Mappings are plain dicts: treat them as read-only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from forms.definition.everyday_words import I_AGREE, NO, YES
from forms.expressions.tree import And, Expression
from forms.languages import Texts, is_easy

Bound = int | float | str
"""A lowest or highest answer: a number for NUMBER and YEAR, an ISO date for DATE."""


class ItemType(StrEnum):
    """The kind of answer an item takes. `forms.item_types.HANDLERS` has one handler for each."""

    SINGLE_CHOICE = "single_choice"
    MULTIPLE_CHOICE = "multiple_choice"
    RANKING = "ranking"
    RATING = "rating"
    RATING_BATTERY = "rating_battery"
    CATALOGUE_CHOICE = "catalogue_choice"
    NUMBER = "number"
    DATE = "date"
    YEAR = "year"
    SHORT_TEXT = "short_text"
    OPEN_ENDED = "open_ended"
    YES_NO = "yes_no"
    INFORMATION = "information"
    CONSENT = "consent"


class Layout(StrEnum):
    """How much of the questionnaire one page shows."""

    ITEM = "item"
    SECTION = "section"
    PAGE = "page"


class GrammaticalCase(StrEnum):
    """The role that a word plays in a Czech or Ukrainian sentence, by the name of its case."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    VOCATIVE = "vocative"
    LOCATIVE = "locative"
    INSTRUMENTAL = "instrumental"


@dataclass(frozen=True)
class Picture:
    """A picture, known by the SHA-256 (hex) of its file. `alternatives` say what it shows."""

    digest: str
    alternatives: Texts


@dataclass(frozen=True)
class Option:
    """One answer on offer.

    `score` runs from 0 (worst) to 100 (best); None means "don't know", "not my case" or simply not scored.
    `exclusive` cannot be combined with another option, and stays at the end of a randomised list.
    `write_in` asks for the respondent's own words beside it (one such option in an item).
    `attributes` are facts for routing, e.g. {"forms": ("field",), "target_groups": ("seniors",)} of a
    service. `cases` are the label's forms by `GrammaticalCase`, for texts that repeat the answer.
    """

    code: str
    labels: Texts
    score: float | None = None
    exclusive: bool = False
    write_in: bool = False
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    cases: Mapping[str, Texts] = field(default_factory=dict)
    picture: Picture | None = None


@dataclass(frozen=True)
class Scale:
    """A response scale shared by rating items, options in the order they are shown.

    `easy_options` are the fewer options of the easy-to-read variants; each carries the code of the full
    option it maps to, so that easy and full answers can be compared.
    """

    code: str
    options: tuple[Option, ...]
    easy_options: tuple[Option, ...] | None = None


@dataclass(frozen=True)
class Row:
    """One statement of a rating battery; asked, answered and analysed as a rating item of its own."""

    item_code: str
    texts: Texts
    dimension: str | None = None
    trend: bool = False


@dataclass(frozen=True)
class Item:
    """One question (or one piece of information) with its stable code.

    `source` names the catalogue that fills the options at publication: "services", "target_groups",
    "territories". `dimension` says what the answer measures, e.g. "access"; `creates_comment` sends the text
    to triage. `visible_if_texts` says the condition in the author's words; without them a sentence is made
    from `visible_if`. `rows` are the statements of a battery; `battery` names it on the rating items made of
    them, and is never part of a document. `trend` marks an item that is compared over the years.
    `interviewer_notes` are read by who asks, never by who answers.
    """

    item_code: str
    type: ItemType
    texts: Texts
    hints: Texts = field(default_factory=dict)
    required: bool = False
    options: tuple[Option, ...] = ()
    scale: str | None = None
    source: str | None = None
    max_choices: int | None = None
    max_length: int | None = None
    unit: Texts = field(default_factory=dict)
    minimum: Bound | None = None
    maximum: Bound | None = None
    randomise: bool = False
    dimension: str | None = None
    creates_comment: bool = False
    visible_if: Expression | None = None
    visible_if_texts: Texts = field(default_factory=dict)
    interviewer_notes: Texts = field(default_factory=dict)
    picture: Picture | None = None
    trend: bool = False
    rows: tuple[Row, ...] = ()
    battery: str | None = None

    def asked(self) -> tuple[Item, ...]:
        """What is asked one by one: a battery's stem followed by a rating item for each row, else itself."""
        return (
            self,
            *(
                replace(
                    self,
                    item_code=row.item_code,
                    type=ItemType.RATING,
                    texts=row.texts,
                    hints={},
                    dimension=row.dimension,
                    trend=row.trend,
                    interviewer_notes={},
                    picture=None,
                    rows=(),
                    battery=self.item_code,
                )
                for row in self.rows
            ),
        )


@dataclass(frozen=True)
class Section:
    """Items under one title, as they were written. A hidden section hides all its items."""

    section_code: str
    titles: Texts
    items: tuple[Item, ...]
    visible_if: Expression | None = None

    @cached_property
    def asked(self) -> tuple[Item, ...]:
        """The items as they are asked, batteries taken apart."""
        return tuple(asked for item in self.items for asked in item.asked())


YES_NO_OPTIONS = (Option("yes", YES), Option("no", NO))
CONSENT_OPTIONS = (Option("yes", I_AGREE),)
BUILT_IN_OPTIONS = {ItemType.YES_NO: YES_NO_OPTIONS, ItemType.CONSENT: CONSENT_OPTIONS}


@dataclass(frozen=True)
class Questionnaire:
    """A whole instrument in one version. `variants` are the easy tags offered beside `languages`."""

    questionnaire_code: str
    version: str
    titles: Texts
    languages: tuple[str, ...]
    sections: tuple[Section, ...]
    introductions: Texts = field(default_factory=dict)
    thanks: Texts = field(default_factory=dict)
    variants: tuple[str, ...] = ()
    layout: Layout = Layout.SECTION
    scales: tuple[Scale, ...] = ()

    def __hash__(self) -> int:
        return hash((self.questionnaire_code, self.version, len(self.items)))

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items as they are asked, in the order of the questionnaire."""
        return tuple(item for section in self.sections for item in section.asked)

    @cached_property
    def index(self) -> Mapping[str, Item]:
        """Item code → item. Of two items with one code (a fault that the checks report) the first counts."""
        return {item.item_code: item for item in reversed(self.items)}

    def item(self, item_code: str) -> Item:
        """The item with this code. Raises KeyError when there is none."""
        return self.index[item_code]

    @cached_property
    def scale_index(self) -> Mapping[str, Scale]:
        """Scale code → scale."""
        return {scale.code: scale for scale in reversed(self.scales)}

    @cached_property
    def options(self) -> Mapping[str, Mapping[str, Option]]:
        """Item code → option code → option, in order; the full set, whatever the variant. Empty for open
        items.
        """
        return {
            code: {option.code: option for option in self._options(item)} for code, item in self.index.items()
        }

    def _options(self, item: Item) -> tuple[Option, ...]:
        if item.scale is not None and item.scale in self.scale_index:
            return self.scale_index[item.scale].options
        return item.options or BUILT_IN_OPTIONS.get(item.type, ())

    def options_for(self, item: Item, language: str) -> tuple[Option, ...]:
        """The options shown in this language: an easy variant shows the easy options of a scale, if it has
        any.
        """
        scale = self.scale_index.get(item.scale) if item.scale else None
        if scale is not None and scale.easy_options and is_easy(language):
            return scale.easy_options
        return self._options(item)

    @cached_property
    def conditions(self) -> Mapping[str, Expression]:
        """Item code → the condition under which it is asked (its section's and its own). Others are always
        asked.
        """
        found: dict[str, Expression] = {}
        for section in self.sections:
            for item in section.asked:
                parts = tuple(part for part in (section.visible_if, item.visible_if) if part is not None)
                if parts:
                    found[item.item_code] = parts[0] if len(parts) == 1 else And(parts)
        return found
