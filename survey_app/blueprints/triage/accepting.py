"""Accepting what the machine suggests with one press.

The button carries what is shown beside it, so a person saves what the person saw, even where the machine has
read the comment anew meanwhile. What it carries is then judged like anything chosen by hand. Where the form
around the button says something else, nothing is accepted before the person was told, or it would be lost.
"""

from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from survey_app.vocabulary import Verdict

BUTTON = "accept"
KNOWN = "known_changes"
"""The field that carries what the form said when the person was told that it differs."""
_PARTS = ("verdict", "reason", "kind", "target_groups")


def offer(verdict: Verdict | None, reason: str | None, kind: str | None, groups: Sequence[str]) -> str:
    """Return what the button carries; "" where a person has to add something and there is no button."""
    if verdict is Verdict.RELEVANT and kind and groups:
        return urlencode({"verdict": verdict, "kind": kind, "target_groups": groups}, doseq=True)
    if verdict is Verdict.IRRELEVANT and reason:
        return urlencode({"verdict": verdict, "reason": reason})
    return ""


def carried(offered: str) -> MultiDict[str, str]:
    """Return what a button carries, by field."""
    return MultiDict(part for part in parse_qsl(offered) if part[0] in _PARTS)


def changed(sent: MultiDict[str, str]) -> str:
    """Return the first field in which the form says something else than the button that was pressed.

    "" where they say the same, where the form says nothing, where another button was pressed, and where the
    person has been told and has changed nothing since.
    """
    chosen = _chosen(sent)
    if BUTTON not in sent or not chosen or sent.get(KNOWN) == as_known(sent):
        return ""
    offered = carried(sent[BUTTON])
    return next((name for name in _PARTS if set(chosen.getlist(name)) != set(offered.getlist(name))), "")


def as_known(sent: MultiDict[str, str]) -> str:
    """Return what the form says, as `KNOWN` carries it."""
    return urlencode(sorted(_chosen(sent).items(multi=True)))


def taken_over(sent: MultiDict[str, str]) -> MultiDict[str, str] | None:
    """Return what was sent with the suggestion instead of what was chosen; None where it is not accepted."""
    if BUTTON not in sent or changed(sent):
        return None
    others = ((name, value) for name, value in sent.items(multi=True) if name not in _PARTS)
    return MultiDict([*others, *carried(sent[BUTTON]).items(multi=True)])


def _chosen(sent: MultiDict[str, str]) -> MultiDict[str, str]:
    """Return what the form says; a reason that a relevant comment still has does not count."""
    left_out = "reason" if sent.get("verdict") == Verdict.RELEVANT else ""
    return MultiDict(
        (name, value)
        for name, value in sent.items(multi=True)
        if name in _PARTS and name != left_out and value
    )
