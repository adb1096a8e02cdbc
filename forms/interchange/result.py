"""What comes of reading or writing a foreign file: a questionnaire or a file, and what got lost."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from forms.documents.canonical import UNSTORABLE


@dataclass(frozen=True)
class Loss:
    """One thing that the other format has no place for.

    `where` is the place as the author knows it ("survey, row 12", "question Q3"), `code` names the sentence
    in `forms.interchange.sentences`, `params` are its values.
    """

    where: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Imported:
    """A document that `forms.definition.load` reads, and what it lost; `format` is "xlsform", "limesurvey" or
    "json".
    """

    format: str
    document: Mapping[str, Any]
    losses: tuple[Loss, ...] = ()

    def origin(self, file: str) -> dict[str, Any]:
        """Where the document came from, as JSON that is kept with it; `file` is the name of the file."""
        losses = [
            {"where": loss.where, "code": loss.code, "params": dict(loss.params)} for loss in self.losses
        ]
        return {"format": self.format, "file": _storable(file)[:200], "losses": losses}


@dataclass(frozen=True)
class Exported:
    """The bytes of a file, and what it could not carry."""

    content: bytes
    losses: tuple[Loss, ...] = ()


class RefusedFileError(Exception):
    """The file cannot be read. `code` names the sentence in `forms.interchange.sentences`."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def _storable(name: str) -> str:
    """A name of a file may hold bytes that are no characters."""
    return UNSTORABLE.sub("", name)
