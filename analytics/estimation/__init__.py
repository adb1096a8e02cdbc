"""The satisfaction index of a wave and what of it may be shown: a plain document in, documents out.

The method is described for people in ``docs/method.md``. Nothing here knows a database, a web page or a
language of the reader.
"""

from analytics.estimation.cell_results import CellResult
from analytics.estimation.documents import full_document, public_view, published_record
from analytics.estimation.index import IndexResult, compute, compute_index
from analytics.estimation.method import METHOD_1, METHOD_2, METHOD_3, Band, IndexMethod
from analytics.estimation.tallies import Inputs, canonical_json, inputs_hash

__all__ = [
    "METHOD_1",
    "METHOD_2",
    "METHOD_3",
    "Band",
    "CellResult",
    "IndexMethod",
    "IndexResult",
    "Inputs",
    "canonical_json",
    "compute",
    "compute_index",
    "full_document",
    "inputs_hash",
    "public_view",
    "published_record",
]
