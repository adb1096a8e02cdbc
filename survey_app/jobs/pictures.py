"""The job that draws the pictures of a snapshot, in every language of the pages and for every width.

It draws in a process of its own: the worker keeps nothing of the machine for JavaScript that draws.
"""

from functools import cache
from uuid import UUID

from babel.support import NullTranslations, Translations

from analytics import pictures
from forms.languages import SPOKEN
from survey_app import db
from survey_app.config import PROJECT_ROOT
from survey_app.jobs.child import in_a_child
from survey_app.jobs.drawing import Drawing, specs
from survey_app.operations import outbox
from survey_app.operations import pictures_of_results as operations
from survey_app.queries import pictures_of_results as queries

CATALOGUES = PROJECT_ROOT / "survey_app" / "translations"
FORMS = (pictures.WIDE, pictures.PHONE)


def draw_pictures(claim: outbox.Claim) -> None:
    """Draw the pictures of the snapshot of the claim and settle the claim in one transaction."""
    snapshot_id = UUID(claim.payload["snapshot_id"])
    with db.reading() as session:
        given = queries.to_draw(session, snapshot_id)
    wanted = {
        f"{language} {name}": spec
        for language in SPOKEN
        for form in FORMS
        for name, spec in specs(
            Drawing(given.document, given.names, language, words(language).gettext, form)
        ).items()
    }
    drawn = in_a_child(pictures.draw, wanted)
    with db.transaction() as session:
        operations.store(session, snapshot_id, {_key(name): svg for name, svg in drawn.items()})
        outbox.settle(session, claim)


@cache
def words(language: str) -> NullTranslations:
    """Return the texts of the pages in a language; English ones stand for themselves."""
    return Translations.load(CATALOGUES, [language])


def _key(name: str) -> tuple[str, str]:
    language, _, picture = name.partition(" ")
    return picture, language
