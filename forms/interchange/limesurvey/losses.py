"""What is lost from a LimeSurvey file, collected while it is read.

What concerns the meaning of one item has a line of its own; what repeats without concerning meaning (bold
type, widths of columns) is gathered into one line that names the places.
"""

from forms.interchange.result import Loss

NAMED_PLACES = 12
MOST = 3_000
"""Losses that are listed: more of them nobody could read, and a page could not show."""

LONGEST_VALUE = 1_000
"""Signs that are kept of each value: a list is for reading, and it is stored with the draft."""

WHOLE = "LimeSurvey"
"""The place of what concerns the whole file."""


class Losses:
    """Losses in the order met, gathered ones at the end."""

    def __init__(self) -> None:
        self._single: list[Loss] = []
        self._gathered: dict[tuple[str, tuple[tuple[str, str], ...]], dict[str, None]] = {}

    def add(self, where: str, code: str, **params: str) -> None:
        """One loss at one place."""
        short = {name: value[:LONGEST_VALUE] for name, value in params.items()}
        self._single.append(Loss(where[:LONGEST_VALUE], code, short))

    def gather(self, where: str, code: str, **params: str) -> None:
        """A loss that is said once for all its places."""
        self._gathered.setdefault((code, tuple(params.items())), {})[where] = None

    def all(self) -> tuple[Loss, ...]:
        """Every loss, each said once."""
        gathered = [
            Loss(_named(list(places)), code, dict(params))
            for (code, params), places in self._gathered.items()
        ]
        unique = {(loss.where, loss.code, *loss.params.items()): loss for loss in [*self._single, *gathered]}
        found = list(unique.values())
        if len(found) > MOST:
            more = Loss(WHOLE, "limesurvey_more_losses", {"number": str(len(found) - MOST)})
            found = [*found[:MOST], more]
        return tuple(found)


def _named(places: list[str]) -> str:
    named = ", ".join(places[:NAMED_PLACES])
    return named if len(places) <= NAMED_PLACES else f"{named}, … ({len(places)})"
