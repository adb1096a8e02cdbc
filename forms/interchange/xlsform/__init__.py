"""XLSForm workbooks (ODK, KoBo, ONA), read into our documents and written from them."""

from forms.interchange.result import Imported, RefusedFileError


def read(content: bytes, name: str = "") -> Imported:
    """Read a workbook. Raises RefusedFileError."""
    raise RefusedFileError("unknown_format")
