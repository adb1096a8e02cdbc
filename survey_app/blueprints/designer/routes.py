"""Who is asked what: the routing as a picture and as a table, and what a simulated respondent reaches."""

from typing import Any, NamedTuple
from uuid import UUID

from flask import g, url_for
from flask_babel import force_locale

from forms import duration, simulation
from forms.definition import Questionnaire
from forms.diagram import Diagram, decisions, diagram
from forms.expressions import describe
from forms.languages import spoken_language, text_in
from forms.simulation import Coverage, Way
from survey_app import access
from survey_app.blueprints.designer import blueprint, draft_page, own, tongues, wording
from survey_app.blueprints.designer.draft_page import DraftPage


class ItemRow(NamedTuple):
    """One item in the table: who is asked, and what the answer decides about, as (code, title of a section).

    `editor` is the address of the item's editor.
    """

    code: str
    text: str
    editor: str
    asked: str
    decides: list[tuple[str, str]]
    reached: bool


@blueprint.get("/<uuid:draft_id>/trasy")
@access.roles(*own.LOOKS)
def routes(draft_id: UUID) -> str:
    """Show the routing of a draft, and what a simulated respondent reaches."""
    shown = draft_page.open_draft(draft_id)
    questionnaire = shown.questionnaire
    coverage = simulation.walk(questionnaire)
    return draft_page.render(
        "designer/routes.html",
        shown,
        picture=_picture(shown),
        rows=_rows(shown, coverage),
        coverage=coverage,
        options_of=lambda pairs: _options(shown, pairs),
        times=[(tongues.name_of(tag), _minutes(shown, coverage, tag)) for tag in shown.tags],
        main_language=shown.main_language,
    )


def _picture(shown: DraftPage) -> Diagram:
    """Return the picture, all of it in the main language of the questionnaire."""
    language = shown.main_language
    with force_locale(spoken_language(language)):
        return diagram(shown.questionnaire, language, wording.fact_words(shown.sources, language))


def _rows(shown: DraftPage, coverage: Coverage) -> list[ItemRow]:
    questionnaire = shown.questionnaire
    decided = decisions(questionnaire)
    titles = {
        section.section_code: text_in(section.titles, shown.main_language)
        for section in questionnaire.sections
    }
    reached = set(coverage.items_reached)
    return [
        ItemRow(
            code=item.item_code,
            text=text_in(item.texts, shown.main_language),
            editor=url_for(".item", draft_id=shown.draft.id, item_code=item.battery or item.item_code),
            asked=_asked(questionnaire, item.item_code),
            decides=[(code, titles.get(code, "")) for code in decided.get(item.item_code, ())],
            reached=item.item_code in reached,
        )
        for item in questionnaire.items
    ]


def _asked(questionnaire: Questionnaire, item_code: str) -> str:
    condition = questionnaire.conditions.get(item_code)
    return "" if condition is None else describe(condition, questionnaire, g.language)


def _options(shown: DraftPage, pairs: tuple[tuple[str, str], ...]) -> list[tuple[str, str, str]]:
    """Return (item code, option code, label) of options."""
    options = shown.questionnaire.options
    return [(item, code, text_in(options[item][code].labels, shown.main_language)) for item, code in pairs]


def _minutes(shown: DraftPage, coverage: Coverage, tag: str) -> list[float]:
    """Return how many minutes the shortest, a typical and the longest way take in one language."""
    questionnaire = shown.questionnaire

    def of(way: Way) -> Any:
        return duration.minutes(questionnaire, [questionnaire.item(code) for code in way.item_codes], tag)

    return [of(coverage.shortest), of(coverage.typical), of(coverage.longest)]
