"""What stands in a draft's way to publication: what the checks find, and translations of an earlier wording.

Knows the code of its own finding; sentences about it are for pages.
"""

from collections.abc import Iterator
from typing import Any

from forms import checks, translation
from forms.checks import Finding, Severity
from forms.checks.finding import placed
from forms.definition import Questionnaire

OUTDATED = "outdated_translation"


def findings(
    questionnaire: Questionnaire, document: dict[str, Any], outdated: translation.Outdated
) -> list[Finding]:
    """Return everything that is to be said about a draft before it is published.

    Args:
        questionnaire: what would be published, with its catalogues filled in.
        document: the same as its author wrote it.
        outdated: the translations that are older than their originals.
    """
    found = checks.findings(questionnaire, filled=True)
    return (
        [*found, *placed(questionnaire, _outdated(questionnaire, document, outdated))] if outdated else found
    )


def _outdated(
    questionnaire: Questionnaire, document: dict[str, Any], outdated: translation.Outdated
) -> Iterator[Finding]:
    for place in translation.places(document):
        for tag, marks in outdated.items():
            if place.key not in marks:
                continue
            source = translation.original_language(document, tag)
            texts = (place.texts.get(source, ""), place.texts.get(tag, ""))
            yield Finding(
                OUTDATED,
                translation.pointer(questionnaire, place),
                {"language": tag, "other": source},
                Severity.WARNING,
                about="\n".join((tag, *texts)),
            )
