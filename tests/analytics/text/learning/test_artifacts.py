"""A stored coder says what the trained one said; bytes that are no coder are refused."""

import io
import json
import pickle
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.text.learning import artifacts
from analytics.text.learning.artifacts import ArtifactError, from_bytes, to_bytes


@pytest.fixture(scope="module")
def stored(trained) -> bytes:
    return to_bytes(trained.coder)


def arrays_of(data: bytes) -> dict[str, np.ndarray]:
    with np.load(io.BytesIO(data)) as arrays:
        return dict(arrays)


def changed(data: bytes, **arrays: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **{**arrays_of(data), **arrays})
    return file.getvalue()


def with_document(data: bytes, **changes: object) -> bytes:
    document = json.loads(arrays_of(data)["document"].tobytes()) | changes
    return changed(data, document=np.frombuffer(json.dumps(document).encode(), dtype=np.uint8))


def test_codings_are_equal_after_a_round_trip(trained, coder, decisions, stored) -> None:
    texts = [each.text for each in decisions[:60]] + ["", "zelená", "Зелена стрічка", "x" * 500]
    again = from_bytes(stored, coder)
    assert again.code(texts) == trained.coder.code(texts)
    assert to_bytes(from_bytes(to_bytes(again), coder)) is not None
    assert again.handed_over == trained.coder.handed_over


def test_the_artifact_holds_no_text_that_somebody_wrote(decisions, stored) -> None:
    everything = b"".join(array.tobytes() for array in arrays_of(stored).values())
    assert decisions[0].text.encode() not in everything


@pytest.mark.parametrize("data", [b"", b"PK", b"not a coder", pickle.dumps([1, 2]), b"\x93NUMPY\x01\x00"])
def test_other_bytes_are_refused(coder, data) -> None:
    with pytest.raises(ArtifactError):
        from_bytes(data, coder)


def test_objects_that_would_be_unpickled_are_refused(coder, stored) -> None:
    class Deed:
        def __reduce__(self):
            return (pytest.fail, ("the bytes were run",))

    evil = changed(stored, letters=np.array([Deed()], dtype=object))
    with pytest.raises(ArtifactError):
        from_bytes(evil, coder)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": 1},
        {"features": "words-1"},
        {"handed_over": ["group:martians"]},
        {"handed_over": [1]},
        {"models": []},
        {"models": {"weather": {}}},
        {"model_version": None},
    ],
)
def test_a_document_that_does_not_fit_is_refused(coder, stored, changes) -> None:
    with pytest.raises(ArtifactError):
        from_bytes(with_document(stored, **changes), coder)


@pytest.mark.parametrize(
    ("name", "spoiled"),
    [
        ("relevance.coefficients", lambda array: array[:-1]),
        ("relevance.coefficients", lambda array: array.astype(np.float32)),
        ("relevance.coefficients", lambda array: array * np.float16(np.nan)),
        ("word_ngrams", lambda array: array[::-1].copy()),
        ("lemmas", lambda array: array[::-1].copy()),
        ("letters", lambda array: array[:0]),
        ("rarity", lambda array: array[None]),
        ("target_groups.thresholds", lambda array: array[1:]),
        ("kind.intercepts", lambda array: array[1:]),
    ],
)
def test_parts_that_do_not_fit_are_refused(coder, stored, name, spoiled) -> None:
    with pytest.raises(ArtifactError):
        from_bytes(changed(stored, **{name: spoiled(arrays_of(stored)[name])}), coder)


def test_a_bomb_is_not_unpacked(coder, monkeypatch) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("document.npy", bytes(2_000_000))
    monkeypatch.setattr(artifacts, "MOST_BYTES", 1_000_000)
    with pytest.raises(ArtifactError):
        from_bytes(file.getvalue(), coder)


@settings(max_examples=60)
@given(place=st.floats(0, 1), value=st.integers(0, 255))
def test_a_flipped_byte_is_refused_or_harmless(coder, stored, place, value) -> None:
    spoiled = bytearray(stored)
    spoiled[int(place * (len(spoiled) - 1))] = value
    try:
        found = from_bytes(bytes(spoiled), coder)
    except ArtifactError:
        return
    found.code(["zelená stuha"])
