"""The job that computes the index of a closed wave, and the same once more from what it was computed from.

It stores a draft; people publish it. Whatever is computed is computed from the text of the inputs as it is
kept, so nothing that the text leaves out can count.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from analytics import estimation
from survey_app import clock, db
from survey_app.jobs import shares, tallies
from survey_app.operations import index, outbox
from survey_app.queries import comment_shares, index_inputs
from survey_app.queries import index as queries

METHOD = estimation.METHOD_3
REPRODUCIBLE = {METHOD.version: METHOD}
"""Methods that keep their inputs, by version."""


@dataclass(frozen=True)
class Computed:
    """What came out: `inputs` is the text it was computed from, the documents are as JSON knows them.

    `published_before`: keys of the published snapshots of the same wave that were read.
    """

    inputs: str
    inputs_hash: str
    document: dict[str, Any]
    public_document: dict[str, Any]
    published_before: frozenset[UUID] = frozenset()


def compute_index(claim: outbox.Claim) -> None:
    """Compute the index of the wave of the claim and settle the claim in one transaction."""
    wave_id = UUID(claim.payload["wave_id"])
    computed = of_wave(wave_id)
    with db.transaction() as session:
        store(session, wave_id, computed, clock.now())
        outbox.settle(session, claim)


def of_wave(wave_id: UUID) -> Computed:
    """Count the responses of a wave that are not counted yet, and compute its index from the tallies."""
    tallies.add_all(wave_id)
    with db.reading() as session:
        found = index_inputs.of_wave(session, wave_id)
        written = comment_shares.of_wave(session, wave_id)
    inputs = {
        "method": METHOD.version,
        **found.document,
        "readings": sorted(shares.scored(written), key=_text),
        "published_before": [estimation.published_record(*before) for before in found.published],
    }
    return replace(computed_from(_text(inputs), METHOD), published_before=found.published_ids)


def computed_from(text: str, method: estimation.IndexMethod) -> Computed:
    """Compute an index from the text of its inputs."""
    inputs = json.loads(text)
    result = estimation.compute(inputs, method)
    return Computed(
        inputs=text,
        inputs_hash=estimation.inputs_hash(inputs, method),
        document=json.loads(_text(estimation.full_document(result))),
        public_document=json.loads(_text(estimation.public_view(result))),
    )


def store(session: Session, wave_id: UUID, computed: Computed, computed_at: datetime) -> bool:
    """Store an index as a draft; False where the same is stored already."""
    return index.store_snapshot(
        session,
        wave_id,
        method_version=METHOD.version,
        inputs_hash=computed.inputs_hash,
        document=computed.document,
        public_document=computed.public_document,
        computed_at=computed_at,
        inputs=index_inputs.packed(computed.inputs),
        published_before=computed.published_before,
    )


def differences(session: Session, snapshot_id: UUID) -> list[str]:
    """Compute a snapshot again from its stored inputs; return the names of what is not the same to the byte.

    Raises:
        LookupError: there is no such snapshot, or it was computed by a method that kept no inputs.
    """
    snapshot = queries.stored_inputs(session, snapshot_id)
    if snapshot is None:
        raise LookupError("There is no such snapshot.")
    method = REPRODUCIBLE.get(snapshot.method_version)
    if snapshot.inputs is None or method is None:
        raise LookupError(
            f"The snapshot was computed by version {snapshot.method_version} of the method, "
            "which kept nothing to compute it from."
        )
    again = computed_from(_text(index_inputs.unpacked(snapshot.inputs)), method)
    pairs = {
        "the fingerprint of the inputs": (snapshot.inputs_hash, again.inputs_hash),
        "the full document": (_text(snapshot.document), _text(again.document)),
        "the public document": (_text(snapshot.public_document), _text(again.public_document)),
    }
    return [name for name, (stored, computed) in pairs.items() if stored != computed]


def _text(document: Any) -> str:
    return estimation.canonical_json(document)
