"""A reader who gathers every published count of a wave and seeks small sets of people in them.

Knows who answered and wrote what, so as to know what there is to find, and shares no code with what it
attacks. Counts of responses, of ratings of "overall", of comments with praise or complaint and of each closed
item are each attacked as a whole, over all snapshots of a wave. Not tried: what counts of responses held
against those of ratings tell of who left "overall" out (docs/method.md says why that does no harm). Waves
have no people in common that anybody could tell, so nothing is gained by a difference between two waves.
"""

import csv
import io
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import permutations
from typing import Any

import numpy as np
from flask.testing import FlaskClient
from scipy.optimize import Bounds, LinearConstraint, milp

Key = Hashable
Atom = frozenset[Key]
Groups = Mapping[str, Sequence[str]]

NEEDS = ("need", "reasons", "priorities", "future")


@dataclass(frozen=True)
class Person:
    """One response. `since`: number of the first snapshot that it is in; `end`: "top", "bottom" or "".

    `wrote`: kind of the comment, "" without one, and the target groups that whoever read it found in it.
    """

    since: int
    service: str
    mode: str
    language: str
    scored: bool
    rated: bool
    end: str
    chosen: Mapping[str, Sequence[str]] = field(default_factory=dict)
    wrote: tuple[str, tuple[str, ...]] = ("", ())


@dataclass(frozen=True)
class Found:
    """A set of fewer people than is allowed, and the most that the published counts leave possible."""

    what: str
    people: int
    at_most: int


def gathered(client: FlaskClient, wave_code: str, snapshot_id: object) -> dict[str, Any]:
    """Return the published document as open data; what the table says must be in it."""
    address = f"/vysledky/{wave_code}/{snapshot_id}"
    document: dict[str, Any] = client.get(f"{address}.json").get_json()["results"]
    cells = {(cell["kind"], cell["code"] or ""): cell for cell in document["cells"]}
    table = csv.DictReader(io.StringIO(client.get(f"{address}.csv").text.removeprefix("\ufeff")))
    for row in table:
        cell = cells[row["kind"], row["code"]]
        for count in ("n", "praise", "complaint"):
            known = cell.get(count, (cell.get("voice") or {}).get(count))
            assert row[count] == ("" if known is None else str(known)), (row, cell)
    return document


def counts(document: Mapping[str, Any], number: int) -> dict[Key, int | None]:
    """Return what snapshot `number` of a wave publishes: figure → people, None where it is told otherwise.

    A mean or a share of "overall" is taken to give away how many people it stands for, as an interval does.
    """
    found: dict[Key, int | None] = {}
    for cell in document["cells"]:
        found |= {
            (what, cell["kind"], cell["code"] or "", number): n for what, n in counts_of_cell(cell).items()
        }
    for margin in ("mode", "language"):
        for code, n in document[f"{margin}s"].items():
            found[margin, code, number] = n
    if document["received"] is not None:
        found["received", number] = document["received"]
    for share in (share for name in NEEDS for share in document[name]):
        found["option", share["item"], "", number] = share["n"]
        if share["option"]:
            found["option", share["item"], share["option"], number] = None
    return found


def counts_of_cell(cell: Mapping[str, Any]) -> dict[str, int | None]:
    """Return what a cell publishes."""
    found = {what: None for what in ("overall", "top", "bottom") if cell.get(what) is not None}
    n = {} if cell.get("n") is None else {"n": cell["n"]}
    voice = cell.get("voice")
    return found | n | ({"voice": voice["praise"] + voice["complaint"]} if voice else {})


def places(service: str, groups: Groups) -> list[tuple[str, str]]:
    """Return the cells that a response on a service counts in."""
    if service not in groups:
        return [("total", "")]
    return [("total", ""), ("service", service), *(("target_group", group) for group in groups[service])]


def places_of_comment(person: Person, groups: Groups) -> list[tuple[str, str]]:
    """Return the cells that praise or complaint counts in: those of its groups, not those of its service."""
    kind, found = person.wrote
    if kind not in ("praise", "complaint"):
        return []
    service = [("service", person.service)] if person.service in groups else []
    listed = {group for helped in groups.values() for group in helped}
    return [("total", ""), *service, *(("target_group", group) for group in found if group in listed)]


def counted_in(person: Person, groups: Groups, number: int) -> set[Key]:
    """Return every figure of snapshot `number` that counts a person."""
    if person.since > number:
        return set()
    found: set[Key] = {("received", number)}
    within = places(person.service, groups)
    if person.scored:
        found |= {("n", *place, number) for place in within}
        found |= {("mode", person.mode, number), ("language", person.language, number)}
    if person.rated:
        found |= {("overall", *place, number) for place in within}
        found |= {(person.end, *place, number) for place in within if person.end}
    found |= {("voice", *place, number) for place in places_of_comment(person, groups)}
    for item, options in person.chosen.items():
        found |= {("option", item, option, number) for option in ("", *options)}
    return found


def accounts(published: Iterable[Key]) -> dict[str, list[Key]]:
    """Return the figures that are attacked together, in an order of their own."""
    found: dict[str, list[Key]] = {}
    for key in sorted(published, key=str):
        assert isinstance(key, tuple)
        what = "ratings" if key[0] in ("overall", "top", "bottom") else "responses"
        what = "comments" if key[0] == "voice" else what
        found.setdefault(f"option {key[1]}" if key[0] == "option" else what, []).append(key)
    return found


def atoms(
    people: Sequence[Person], groups: Groups, figures: Sequence[Key], numbers: Sequence[int]
) -> Counter[Atom]:
    """Return how many people are counted by the same figures."""
    known = frozenset(figures)
    found: Counter[Atom] = Counter()
    for person in people:
        own = known & set().union(*(counted_in(person, groups, number) for number in numbers))
        if own:
            found[frozenset(own)] += 1
    return found


def small_sets(within: Counter[Atom], figures: Sequence[Key], minimum: int) -> list[Found]:
    """Return sets of 1 to `minimum` − 1 people that the counts pin down to fewer than `minimum`.

    Tried are everybody whom the same figures count, each figure without each other one, and what two share.
    """
    return [
        Found(what, n, at_most)
        for what, members in _sets(within, figures).items()
        if 0 < (n := sum(within[atom] for atom in members)) < minimum
        and (at_most := _bound(within, figures, members, most=True)) < minimum
    ]


def smallest_known(within: Counter[Atom], figures: Sequence[Key]) -> int | None:
    """Return the number of people in the smallest set that is not empty and that the counts tell exactly."""
    sizes = sorted(
        (n, what, members)
        for what, members in _sets(within, figures).items()
        if (n := sum(within[atom] for atom in members))
    )
    for n, _, members in sizes:
        if all(_bound(within, figures, members, most=most) == n for most in (True, False)):
            return n
    return None


def _sets(within: Counter[Atom], figures: Sequence[Key]) -> dict[str, list[Atom]]:
    tried: dict[frozenset[Atom], str] = {}
    for atom in within:
        tried.setdefault(frozenset({atom}), f"all of {sorted(map(str, atom))}")
    chosen: list[tuple[str, Callable[[Atom, Key, Key], bool]]] = [
        ("{} without {}", lambda atom, one, other: one in atom and other not in atom),
        ("{} and {}", lambda atom, one, other: one in atom and other in atom),
    ]
    for one, other in permutations(figures, 2):
        for words, belongs in chosen:
            members = frozenset(atom for atom in within if belongs(atom, one, other))
            if members:
                tried.setdefault(members, words.format(one, other))
    return {what: sorted(members, key=str) for members, what in tried.items()}


def _bound(within: Counter[Atom], figures: Sequence[Key], members: Sequence[Atom], *, most: bool) -> int:
    """Return the most (or the fewest) people in a set over all tables that fit the counts."""
    unknown = sorted(within, key=str)
    incidence = np.array([[key in atom for atom in unknown] for key in figures], dtype=float)
    sizes = incidence @ np.array([within[atom] for atom in unknown], dtype=float)
    chosen = set(members)
    direction = np.array([(-1.0 if most else 1.0) * (atom in chosen) for atom in unknown])
    solved = milp(
        direction,
        integrality=np.ones(len(unknown)),
        bounds=Bounds(0, np.inf),
        constraints=LinearConstraint(incidence, sizes, sizes),
    )
    assert solved.x is not None, solved.message
    return round(abs(solved.fun))
