"""What services cost the town: CZK a year, share, per user, per unit of capacity; by service and group.

Knows rows of money and the catalogue. Does not know results, nor whether the money is well spent.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from analytics.estimation.cells import Catalogue, CellKind
from analytics.estimation.rounded import rounded

CITY = "city"
"""Source of the town's own money; a share, and what one user costs, are of this."""

Row = dict[str, Any]
Capacity = Mapping[str, Mapping[str, Any]]
ByService = Mapping[str, int]


def money(rows: Iterable[Sequence[Any]], capacity: Capacity, services: Catalogue) -> list[Row]:
    """Money of each cell and year, the newest year first, then in the order of cells.

    ``rows``: service, year, source, CZK. A service for several groups counts in full in each, so shares of
    groups add up to more than 100 %. Users and capacity are those of now: money per user and per unit is told
    of the newest year only, over services that name theirs, and per unit where all units are the same. A
    service with money that is no longer in the catalogue counts in the total.
    """
    of_city: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    of_all: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for service_code, year, source, czk in rows:
        of_all[year][service_code] += czk
        of_city[year][service_code] += czk if source == CITY else 0
    found = []
    for year in sorted(of_all, reverse=True):
        known = capacity if year == max(of_all) else {}
        total = sum(of_city[year].values())
        for kind, code, members in _cells(of_all[year], services):
            czk = sum(of_city[year][service] for service in members)
            found.append(
                {
                    "kind": kind.value,
                    "code": code,
                    "year": year,
                    "czk": czk,
                    "czk_all_sources": sum(of_all[year][service] for service in members),
                    "share": rounded(100.0 * czk / total, 1) if total else None,
                    "per_user": _for_each(of_city[year], known, members, "users"),
                    "per_capacity": _per_capacity(of_city[year], known, members),
                }
            )
    return found


def _cells(paid: ByService, services: Catalogue) -> Iterable[tuple[CellKind, str | None, Collection[str]]]:
    yield CellKind.TOTAL, None, sorted(paid)
    for code in sorted(set(services) & set(paid)):
        yield CellKind.SERVICE, code, [code]
    for group in sorted({group for served in services.values() for group in served}):
        members = sorted(code for code in paid if group in services.get(code, ()))
        if members:
            yield CellKind.TARGET_GROUP, group, members


def _per_capacity(paid: ByService, capacity: Capacity, members: Collection[str]) -> int | None:
    units = {capacity[code].get("unit") for code in members if code in capacity}
    return _for_each(paid, capacity, members, "capacity") if len(units) == 1 else None


def _for_each(paid: ByService, capacity: Capacity, members: Collection[str], name: str) -> int | None:
    """CZK for each of what the services with a number of them have, in whole crowns, halves up."""
    known = [code for code in members if code in capacity and capacity[code].get(name)]
    many = sum(capacity[code][name] for code in known)
    return (2 * sum(paid[code] for code in known) + many) // (2 * many) if many else None
