"""LimeSurvey's survey structures (.lss) of all versions, read into our documents.

What a survey has that we have not is listed item by item: see `attributes`, `settings` and `kinds` for what
is known. Nothing in a file is run: expressions are read into trees, markup into plain words.
"""

from forms.definition import DefinitionError, dump, load
from forms.interchange.limesurvey import settings
from forms.interchange.limesurvey.building import Bench
from forms.interchange.limesurvey.languages import tags
from forms.interchange.limesurvey.losses import Losses
from forms.interchange.limesurvey.questionnaire import document_of
from forms.interchange.limesurvey.survey import assembled
from forms.interchange.limesurvey.tables import read_tables, recognises
from forms.interchange.result import Imported, RefusedFileError

__all__ = ["read", "recognises"]


def read(content: bytes) -> Imported:
    """Read a survey structure. The document always conforms; raises RefusedFileError where it cannot."""
    losses = Losses()
    file = read_tables(content)
    survey = assembled(file, losses)
    settings.judge(file, survey, losses)
    bench = Bench(tags(survey.languages, losses), losses)
    document = document_of(survey, bench)
    try:
        questionnaire = load(document)
    except DefinitionError as error:
        raise RefusedFileError("too_much", problem=str(error)) from error
    return Imported("limesurvey", dump(questionnaire), losses.all())
