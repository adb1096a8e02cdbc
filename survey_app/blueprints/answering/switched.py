"""A page of an earlier version that is sent after the wave has gone over to another one.

It is read as it was asked, and what it says is then carried over with everything else, so that no answer is
lost and none is taken for what it did not mean. Knows no pages of its own.
"""

from collections.abc import Callable

from werkzeug.datastructures import MultiDict

from forms import build, routing
from forms.carrying import carried_over
from forms.definition import Questionnaire
from survey_app.blueprints.answering import visit
from survey_app.blueprints.answering.drafts import Draft

Sent = MultiDict[str, str]


def put_in(
    here: visit.Visit, asked: Questionnaire, asked_id: str, page_code: str, sent: Sent
) -> Callable[[Draft], None]:
    """Return what puts the page `page_code` of the version `asked`, as it was sent, into a draft."""

    def put(draft: Draft) -> None:
        if draft.version_id in ("", asked_id):
            _take_page(here, draft, asked, page_code, sent)
            draft.version_id = asked_id
            draft.bring_to(here.version_id, here.questionnaire, here.language, asked)
        else:  # another window has been in the other version already: what was said there stays settled
            here.bring_up_to_date(draft)
            settled = set(draft.answers)
            posted = _take_page(here, draft, asked, page_code, sent)
            typed = [pair for inputs in draft.typed.values() for pair in inputs]
            carried = carried_over(
                here.questionnaire,
                draft.answers,
                here.language,
                asked,
                typed=typed,
                settled=settled - posted,
            )
            draft.answers, draft.typed, draft.changed_from = carried.answers, carried.typed, asked_id

    return put


def _take_page(here: visit.Visit, draft: Draft, asked: Questionnaire, page_code: str, sent: Sent) -> set[str]:
    """Read a page as `asked` had it into a draft; return the codes of its items."""
    items = next(
        (page.items for page in routing.pages(asked, draft.answers) if page.page_code == page_code),
        tuple(item for item in asked.items if item.item_code in {name.partition(".")[0] for name in sent}),
    )
    form = build.form_class(asked, items, here.language)(sent, answers=draft.answers)
    valid = form.validate()
    draft.answers = build.merged_answers(form, draft.answers)
    draft.typed.pop(page_code, None)
    if not valid:
        draft.typed[page_code] = [[name, value] for name, value in sent.items(multi=True)]
    return {item.item_code for item in items}
