"""XLSForm workbooks (ODK, KoBo, ONA), read into our documents and written from them."""

from forms.interchange.xlsform.reading import read
from forms.interchange.xlsform.writing import losses, write

__all__ = ["losses", "read", "write"]
