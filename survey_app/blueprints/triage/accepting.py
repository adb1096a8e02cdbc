"""Accepting what the machine suggests with one press.

The button carries what is shown beside it, so a person saves what the person saw, even where the machine has
read the comment anew meanwhile. What it carries is then judged like anything chosen by hand.
"""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from survey_app.vocabulary import Verdict

BUTTON = "accept"
_PARTS = frozenset({"verdict", "reason", "kind", "target_groups"})


def offer(verdict: Verdict | None, reason: str | None, kind: str | None, groups: Sequence[str]) -> str:
    """Return what the button carries; "" where a person has to add something and there is no button."""
    if verdict is Verdict.RELEVANT and kind and groups:
        return urlencode({"verdict": verdict, "kind": kind, "target_groups": groups}, doseq=True)
    if verdict is Verdict.IRRELEVANT and reason:
        return urlencode({"verdict": verdict, "reason": reason})
    return ""


def taken_over(sent: MultiDict[str, str]) -> MultiDict[str, str] | None:
    """Return what was sent with the suggestion instead of what was chosen; None where it was not accepted."""
    if BUTTON not in sent:
        return None
    others = ((name, value) for name, value in sent.items(multi=True) if name not in _PARTS)
    return MultiDict([*others, *(part for part in parse_qsl(sent[BUTTON]) if part[0] in _PARTS)])
