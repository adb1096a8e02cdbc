"""Sentences about XLSForm workbooks."""

from collections.abc import Mapping

from forms.languages import Texts

SENTENCES: Mapping[str, Texts] = {}
