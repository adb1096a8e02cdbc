"""XLSForm workbooks (ODK, KoBo, ONA), read into our documents and written from them."""

from forms.interchange.xlsform.reading import read

__all__ = ["read"]
