"""Felt need, its reasons, and priorities: shares of those who answered, with Wilson's intervals on n_eff.

Knows tallies of closed items and what they are about. Does not know satisfaction: need and the index stay
apart. Which shares may be shown is for ``published`` to say.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analytics.estimation.parts import Estimate, share_part
from analytics.estimation.tallies import Answer
from analytics.estimation.weighting import Weights

NEED = "need_felt"
REASONS = "need_reasons"
PRIORITIES = "need_priority"
FUTURE = "need_future"
DIMENSIONS = (NEED, REASONS, PRIORITIES, FUTURE)


@dataclass(frozen=True)
class NeedShare:
    """Share, in percent, of one option among those who answered its item.

    ``target_groups``: whose need the option is; of a priority the group that was chosen.
    """

    dimension: str
    item_code: str
    option_code: str
    target_groups: tuple[str, ...]
    share: Estimate


def need_shares(
    answers: Sequence[Answer], items: Mapping[str, Mapping[str, Any]], weights: Weights, confidence: float
) -> list[NeedShare]:
    """Shares of every option of every item of need that somebody answered, largest first within an item.

    ``items``: as in the inputs. Options nobody chose are among them if ``items`` lists them.
    """
    chosen: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for answer in answers:
        chosen[answer.item_code][answer.option_code][answer.stratum] += answer.responses
    found: list[NeedShare] = []
    for item_code in sorted(items.keys() & chosen.keys()):
        item, counts = items[item_code], chosen[item_code]
        answered = counts.pop("", {})
        if item.get("dimension") not in DIMENSIONS or not sum(answered.values()):
            continue
        options = item.get("options", {})
        shares = [
            NeedShare(
                item["dimension"],
                item_code,
                option_code,
                _groups(item["dimension"], option_code, options.get(option_code, {})),
                share_part(
                    (
                        (weights[stratum], counts[option_code].get(stratum, 0), n)
                        for stratum, n in answered.items()
                    ),
                    confidence,
                ),
            )
            for option_code in sorted(counts.keys() | options.keys())
        ]
        found += sorted(shares, key=lambda one: (-one.share.value, one.option_code))
    return found


def _groups(dimension: str, option_code: str, option: Mapping[str, Any]) -> tuple[str, ...]:
    groups = tuple(sorted(option.get("target_groups", ())))
    return groups or ((option_code,) if dimension == PRIORITIES else ())
