"""The versioned constants of the index and the bands of certainty they define.

Knows every number that a methodologist may argue about. Does not know how the numbers are used. A changed
number is a new version: a published snapshot names the version it was computed by.
"""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any


class Band(StrEnum):
    """How much weight a reader may put on a cell."""

    HIDDEN = "hidden"
    INDICATIVE = "indicative"
    NORMAL = "normal"
    RANKABLE = "rankable"


@dataclass(frozen=True)
class IndexMethod:
    """Constants of one version of the index.

    ``voice_weight``: share of the voice part in the index. ``voice_minimum``: praise and complaints needed
    before the voice part counts at all. ``voice_pull``: imaginary comments, half praise and half complaint,
    that pull the voice part of a few comments towards the middle. ``minimum_cell``: respondents (or comments)
    below which nothing is shown. ``indicative_below`` and ``rankable_from``: respondents that end the band
    "indicative" and start the band "rankable". ``confidence``: coverage of every interval.
    ``shares_version``: of the rules in ``comment_shares`` by which praise and complaints are estimated where
    not every comment is read; None: those that are read are counted, whatever is unread. Of weighting (from
    version 3; None: every respondent has weight one): ``trim_low`` and ``trim_high``: bounds of a weight, as
    multiples of the mean; ``least_category``: respondents below which a category joins another;
    ``most_margins``; ``most_design_effect``: above it nothing is weighted. Of changes between waves:
    ``least_change``: points below which none is flagged; ``false_discovery_rate``: over all changes of a
    report.
    """

    version: str
    voice_weight: float
    voice_minimum: int
    voice_pull: float
    minimum_cell: int
    indicative_below: int
    rankable_from: int
    confidence: float
    shares_version: str | None = None
    trim_low: float | None = None
    trim_high: float | None = None
    least_category: int | None = None
    most_margins: int | None = None
    most_design_effect: float | None = None
    least_change: float | None = None
    false_discovery_rate: float | None = None

    def constants(self) -> dict[str, Any]:
        """The constants by name; a later version's are not among those of an earlier one."""
        return {name: value for name, value in asdict(self).items() if value is not None}

    def band(self, n: int) -> Band:
        """Band of a cell with n respondents, before complementary suppression has its say."""
        if n < self.minimum_cell:
            return Band.HIDDEN
        if n < self.indicative_below:
            return Band.INDICATIVE
        if n < self.rankable_from:
            return Band.NORMAL
        return Band.RANKABLE


METHOD_1 = IndexMethod(
    version="1",
    voice_weight=0.2,
    voice_minimum=10,
    voice_pull=5.0,
    minimum_cell=10,
    indicative_below=30,
    rankable_from=100,
    confidence=0.95,
)

METHOD_2 = replace(METHOD_1, version="2", shares_version="1")
"""Unread comments count too: praise and complaints are estimated from the random sample, or not told."""

METHOD_3 = replace(
    METHOD_2,
    version="3",
    trim_low=1 / 3,
    trim_high=3.0,
    least_category=20,
    most_margins=4,
    most_design_effect=2.0,
    least_change=3.0,
    false_discovery_rate=0.10,
)
"""Computed from sums instead of responses: weights to known margins, changes, need, money."""
