"""The satisfaction index of a wave and what of it may be shown: frames in, results and JSON-able documents
out.

The method is described for people in ``docs/method.md``. Nothing here knows a database, a web page or a
language of the reader.
"""

from analytics.estimation.documents import canonical_json, full_document, public_view
from analytics.estimation.index import CellResult, IndexResult, compute_index
from analytics.estimation.inputs import inputs_hash
from analytics.estimation.method import METHOD_1, METHOD_2, Band, IndexMethod

__all__ = [
    "METHOD_1",
    "METHOD_2",
    "Band",
    "CellResult",
    "IndexMethod",
    "IndexResult",
    "canonical_json",
    "compute_index",
    "full_document",
    "inputs_hash",
    "public_view",
]
