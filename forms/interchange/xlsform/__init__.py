"""XLSForm workbooks (ODK, KoBo, ONA), read into our documents and written from them."""

from forms.interchange.xlsform.reading import read
from forms.interchange.xlsform.writing import write

__all__ = ["read", "write"]
