"""Sections of a document beside its cells: weighting, the wave compared with, need.

Knows what of them a reader may see. Does not compute anything.
"""

from analytics.estimation.index import IndexResult
from analytics.estimation.published import RECEIVED
from analytics.estimation.rounded import Document, estimate_of, number_of, rounded


def weighting_of(result: IndexResult, digits: int) -> Document:
    """What weighting did, as a reader may see it: n_eff gives away responses received, few trimmed people."""
    weighting = result.weighting
    return {
        "used": weighting.used,
        "margins": list(weighting.margins),
        "design_effect": rounded(weighting.design_effect, digits + 1),
        "n_eff": rounded(weighting.n_eff, digits) if weighting.used and RECEIVED in result.shown else None,
        "trimmed": weighting.trimmed if weighting.trimmed >= result.method.minimum_cell else None,
        "why_not": weighting.why_not.value if weighting.why_not else None,
    }


def before_after(result: IndexResult, digits: int) -> Document:
    """Margin → category → shares of population, sample and weighted sample, and respondents."""
    return {
        margin: {
            category: {name: number_of(share, digits) for name, share in shares.items()}
            for category, shares in categories.items()
        }
        for margin, categories in result.weighting.before_after.items()
    }


def compared_with(result: IndexResult) -> Document | None:
    """The wave before; ``weighted``: changes are those of weighted survey parts."""
    if result.before is None:
        return None
    known = {name: result.before[name] for name in ("snapshot_id", "wave_code")}
    return known | {"weighted": result.compared_weighted}


def shares_of(result: IndexResult, dimension: str, digits: int, *, hidden_too: bool) -> list[Document]:
    """Shares of one dimension of need: those that may be shown, or all."""
    return [
        {
            "item": share.item_code,
            "option": share.option_code,
            "target_groups": list(share.target_groups),
            **(estimate_of(share.share, digits) or {}),
            "n": share.share.n,
        }
        for share in result.need
        if share.dimension == dimension
        and (hidden_too or ("option", share.item_code, share.option_code) in result.shown)
    ]
