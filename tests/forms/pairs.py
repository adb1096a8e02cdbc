"""Questions with one fault, each beside a sound question like it."""

from typing import NamedTuple

from forms.checks import method
from forms.definition import Questionnaire
from tests.checks.frames import Document, questionnaire


class Pair(NamedTuple):
    """A faulty and a sound question of one type; `more` is the rest of the item."""

    code: str
    language: str
    type: str
    faulty: str
    sound: str
    more: Document | None = None


def asked(language: str, item: Document, scales: list[Document] | None = None) -> Questionnaire:
    """Return a questionnaire of one item."""
    return questionnaire({"language": language, "items": [item], "scales": scales or []})


def codes_of(pair: Pair, text: str) -> set[str]:
    """Return the codes of what is found where this text is asked."""
    item = {"type": pair.type, "text": text, **(pair.more or {})}
    return {finding.code for finding in method.findings(asked(pair.language, item))}
