"""The account of what is published of a wave: every count, beside all that was published of it before.

Knows which people each published figure stands for, and asks ``disclosure`` which figures may stand together.
Does not know the figures themselves. Figures of responses, of ratings of "overall", of comments and of each
closed item count different people, so each has an account of its own. Two accounts held against each other
may tell how few left a question out, and nothing they answered: no sum of one is part of a sum of the other.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from analytics.estimation.cells import TOTAL, Catalogue, Cell, cells, cells_of_comment, cells_of_response
from analytics.estimation.disclosure import publishable, size
from analytics.estimation.tallies import Answer, Rating, Voice

Figure = tuple[str, str, str]
"""A published count or what gives one away: what it is, kind and code of its cell (or of what it counts)."""

RECEIVED: Figure = ("received", "", "")
VOICED = ("praise", "complaint")
ENDS = ("top", "bottom")
BEFORE = "before "


def figure(what: str, cell: Cell) -> Figure:
    """The figure ``what`` ("n", "overall", "top", "bottom", "voice") of a cell."""
    return (what, cell.kind.value, cell.code or "")


@dataclass(frozen=True)
class Published:
    """What a snapshot was computed from, and the figures of it that were shown."""

    ratings: Sequence[Rating]
    answers: Sequence[Answer]
    voices: Sequence[Voice]
    shown: frozenset[Figure]


Own = frozenset[Figure]
"""Figures that count the same people."""
People = Counter[Own]
"""How many people are counted by just these figures."""


def shown_counts(
    ratings: Sequence[Rating], services: Catalogue, earlier: Sequence[Published], minimum: int
) -> frozenset[Figure]:
    """Cells, modes, languages and responses received that may stand side by side; cells have the first call.

    Everybody with a score counts in cells, one mode, one language; whoever has none is received only.
    """
    versions = [_scored(version, services) for version in [*(each.ratings for each in earlier), ratings]]
    people = layered(versions, earlier)
    margins: Counter[Figure] = Counter()
    for own, n in versions[-1].items():
        margins.update({one: n for one in own if one[0] in ("mode", "language")})
    by_count = sorted(margins, key=lambda one: (-margins[one], one))
    usual = {one[0]: one for one in reversed(by_count)}.values()
    for home in _homes(services, "n"):
        if not any(home <= atom for atom in people):  # who might have answered would have in the usual way
            allow(people, frozenset({RECEIVED, *home, *usual}), earlier)
    preference = [*_largest_first(people, "n", cells(services)), RECEIVED, *by_count]
    return chosen(people, preference, minimum)


def shown_ratings(
    ratings: Sequence[Rating],
    services: Catalogue,
    earlier: Sequence[Published],
    minimum: int,
    candidates: Sequence[Cell],
) -> frozenset[Figure]:
    """Cells whose mean of "overall" may be shown, then those whose shares of top and bottom marks may.

    An interval of Wilson gives its n away, so a shown share counts those who rated and those at that end.
    """
    versions = [_rated(version, services) for version in [*(each.ratings for each in earlier), ratings]]
    people = layered(versions, earlier)
    for home in _homes(services, "overall"):
        for end in ("", *ENDS):
            allow(people, home | _at(home, end), earlier)
    means = [figure("overall", cell) for cell in candidates]
    ends = [one for end in ENDS for one in _largest_first(people, end, candidates)]
    kept = chosen(people, [*means, *ends], minimum)
    return frozenset(one for one in kept if one[0] == "overall" or ("overall", *one[1:]) in kept)


def shown_voices(
    voices: Sequence[Voice],
    services: Catalogue,
    earlier: Sequence[Published],
    minimum: int,
    candidates: Sequence[Cell],
) -> frozenset[Figure]:
    """Cells whose praise and complaint may be shown; one on no service and no group could exist."""
    versions = [_voiced(version, services) for version in [*(each.voices for each in earlier), voices]]
    people = layered(versions, earlier)
    allow(people, frozenset({figure("voice", TOTAL)}), earlier)
    return chosen(people, _largest_first(people, "voice", candidates), minimum)


def layers(counts: Sequence[int]) -> Iterator[tuple[list[int], int]]:
    """Versions, and how many people are in just these if as few as possible came and went."""
    below = 0
    for level in sorted(set(counts) - {0}):
        yield [number for number, count in enumerate(counts) if count >= level], level - below
        below = level


def layered(versions: Sequence[People], earlier: Sequence[Published]) -> People:
    """How many people are counted by the same figures, new ones and those that were published before."""
    people: People = Counter()
    for own in dict.fromkeys(own for version in versions for own in version):
        for within, n in layers([version[own] for version in versions]):
            people[_figures(own, within, earlier)] += n
    return people


def allow(people: People, own: Own, earlier: Sequence[Published]) -> None:
    """There could be people whom these figures count, and whom those of every earlier snapshot counted."""
    people[_figures(own, range(len(earlier) + 1), earlier)] += 0


def _figures(own: Own, within: Iterable[int], earlier: Sequence[Published]) -> Own:
    found: set[Figure] = set()
    for number in within:
        if number == len(earlier):
            found |= own
        else:
            found |= {_before(number, one) for one in own & earlier[number].shown}
    return frozenset(found)


def _before(number: int, one: Figure) -> Figure:
    return (f"{BEFORE}{number} {one[0]}", *one[1:])


def chosen(people: People, preference: Sequence[Figure], minimum: int) -> frozenset[Figure]:
    """The figures that may stand beside each other and beside those that were published before."""
    given = sorted({one for atom in people for one in atom if one[0].startswith(BEFORE)})
    return frozenset(publishable(people, preference, minimum, given))


def _largest_first(people: People, what: str, wanted: Iterable[Cell]) -> list[Figure]:
    """Figures of cells by size; those of one size stay in the order of cells."""
    return sorted((figure(what, cell) for cell in wanted), key=lambda one: -size(people, one))


def _homes(services: Catalogue, what: str) -> Iterator[Own]:
    for service_code in (None, *sorted(services)):
        yield _home(service_code, services, what)


def _home(service_code: str | None, services: Catalogue, what: str) -> Own:
    return frozenset(figure(what, cell) for cell in cells_of_response(service_code or None, services))


def _at(home: Own, end: str) -> Own:
    return frozenset((end, *one[1:]) for one in home) if end else frozenset()


def _scored(ratings: Iterable[Rating], services: Catalogue) -> People:
    found: People = Counter()
    for row in ratings:
        home = _home(row.service_code, services, "n")
        own = home | {RECEIVED, ("mode", row.mode, ""), ("language", row.language, "")}
        found[own] += row.scored
        found[frozenset({RECEIVED})] += row.responses - row.scored
    return found


def _rated(ratings: Iterable[Rating], services: Catalogue) -> People:
    found: People = Counter()
    for row in ratings:
        home = _home(row.service_code, services, "overall")
        for end, n in (("top", row.top), ("bottom", row.bottom), ("", row.middle)):
            found[home | _at(home, end)] += n
    return found


def _voiced(voices: Iterable[Voice], services: Catalogue) -> People:
    listed = cells(services)
    return Counter(
        frozenset(figure("voice", cell) for cell in within)
        for voice in voices
        if voice.kind in VOICED
        for within in [cells_of_comment(voice.service_code, voice.target_groups, listed)]
    )
