"""LimeSurvey's survey structures (.lss), read into our documents."""

from forms.interchange.result import Imported, RefusedFileError


def read(content: bytes) -> Imported:
    """Read a survey structure. Raises RefusedFileError."""
    raise RefusedFileError("unknown_format")
