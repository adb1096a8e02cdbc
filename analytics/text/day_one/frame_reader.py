"""Reading an untrusted document and collecting findings as (path, sentence).

Knows shapes and sizes, no meaning.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

_MOST_FINDINGS = 50


class FrameError(ValueError):
    """The document is no coding frame.

    `findings` are pairs (path, sentence), in the order of the document.
    """

    def __init__(self, findings: Sequence[tuple[str, str]]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            " ".join(f"{path or 'the document'}: {sentence}" for path, sentence in self.findings)
        )


class Reader:
    """Takes a document apart.

    Every method gives a value of the promised type, and notes what was wrong with the given one.
    """

    def __init__(self) -> None:
        self._findings: list[tuple[str, str]] = []

    def note(self, path: str, sentence: str) -> None:
        """Keep a finding; after fifty the rest is not worth reading."""
        if len(self._findings) < _MOST_FINDINGS:
            self._findings.append((path, sentence))

    def finish(self) -> None:
        """Raises FrameError if anything was found."""
        if self._findings:
            raise FrameError(self._findings)

    def mapping(
        self, value: object, path: str, required: Sequence[str], optional: Sequence[str] = ()
    ) -> Mapping[str, object] | None:
        """A mapping that has all required keys and no unknown ones."""
        if not isinstance(value, Mapping):
            self.note(path, "An object with named parts is expected here.")
            return None
        for key in required:
            if key not in value:
                self.note(path, f"The part “{key}” is missing.")
        for key in value:
            if key not in required and key not in optional:
                self.note(path, f"The part “{str(key)[:40]}” is not known here.")
        return value

    def mappings(
        self, value: object, path: str, required: Sequence[str], optional: Sequence[str], most: int
    ) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Pairs (path, mapping) of a list of mappings."""
        if not isinstance(value, list) or not value:
            self.note(path, "A list with at least one entry is expected here.")
            return
        if len(value) > most:
            self.note(path, f"The list has {len(value)} entries; at most {most} are allowed.")
            return
        for position, entry in enumerate(value):
            at = f"{path}[{position}]"
            mapping = self.mapping(entry, at, required, optional)
            if mapping is not None:
                yield at, mapping

    def text(self, value: object, path: str, longest: int) -> str:
        """A text that is neither empty nor too long."""
        if not isinstance(value, str) or not value.strip():
            self.note(path, "A text is expected here, and it must not be empty.")
            return ""
        if len(value) > longest:
            self.note(path, f"The text has {len(value)} characters; at most {longest} are allowed.")
            return ""
        return value

    def strings(self, value: object, path: str, most: int) -> tuple[str, ...]:
        """A list of texts, possibly empty."""
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self.note(path, "A list of texts is expected here.")
            return ()
        if len(value) > most:
            self.note(path, f"The list has {len(value)} entries; at most {most} are allowed.")
            return ()
        return tuple(value)
