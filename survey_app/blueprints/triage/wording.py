"""What a person did with a comment, in a few words."""

from collections.abc import Iterable, Mapping, Sequence

from flask import g
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from forms.languages import text_in
from survey_app.blueprints import labels
from survey_app.models import TargetGroup
from survey_app.queries.own_steps import Aside
from survey_app.vocabulary import CommentKind, IrrelevanceReason, Verdict

WORDS: Mapping[str, LazyString] = {
    **{verdict.value: words for verdict, words in labels.VERDICTS.items()},
    Aside.PUT_OFF: _l("put off"),
    Aside.ASKED: _l("a colleague is asked"),
}


def group_names(groups: Iterable[TargetGroup]) -> dict[str, str]:
    """Return what target groups are called in the language of the page, by code."""
    return {group.code: text_in(group.names, g.language) for group in groups}


def in_words(
    what: Verdict | Aside,
    reason: IrrelevanceReason | None,
    kind: CommentKind | None,
    groups: Sequence[str],
    names: Mapping[str, str],
) -> str:
    """Return what was done, with the reason of an irrelevant comment, or kind and groups of a relevant one.

    Args:
        names: what groups are called, by code. triage/form.js (`decisionOf`) says the same before the server.
    """
    said = [str(WORDS[what])]
    if what == Verdict.IRRELEVANT and reason:
        said.append(str(labels.REASONS[IrrelevanceReason(reason)]))
    if what == Verdict.RELEVANT:
        said += [str(labels.KINDS[CommentKind(kind)])] if kind else []
        said += [names.get(code, code) for code in groups]
    return " · ".join(said)
