"""The service that a citizen chose beside a comment, as evidence where the words alone decide nothing.

A comment filed under a social service is taken for a matter of social services, and for one about the people
whom the service is for, if the catalogue names one or two groups. Words go first: what they decide stays, and
so does a coder's silence about a text that it cannot read. A group that a learned coder merely guesses, since
none reached its threshold, is not decided by words: the service takes its place.

The evidence is weak (people file dog fees under the home next door), so the scores are the lowest that still
suggest anything, and the reason says so.

Scores made so may feed shares of comments: the service is chosen before anybody decides about the comment.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from analytics.text.coding import Coding, Reason

RELEVANCE = 0.65
GROUP = 0.5
"""The lowest scores from which the coder of day one suggests; see `day_one.coder`."""

MOST_GROUPS = 2
"""A service for more groups says too little about whom a comment is."""

_UNREAD = frozenset({"unsupported_language", "no_words"})


def with_service(coding: Coding, service_groups: Collection[str] | None) -> Coding:
    """The coding with what the chosen service adds.

    `service_groups`: codes of the groups that the service is for; None where no service was chosen.
    """
    if service_groups is None or coding.relevant is False or _UNREAD.intersection(coding.abstentions):
        return coding
    if coding.relevant is None:
        coding = replace(
            coding,
            relevance=max(coding.relevance, RELEVANCE),
            relevant=True,
            abstentions=(),
            reasons=(*coding.reasons, _reason("relevant", 2 * RELEVANCE - 1)),
        )
    known = tuple(code for code in coding.target_groups if code in service_groups)
    by_words = set(coding.suggested_groups).difference(coding.guessed_groups)
    if by_words or not known or len(service_groups) > MOST_GROUPS:
        return coding
    dropped = set(coding.guessed_groups).difference(known)
    kept = [reason for reason in coding.reasons if reason.what != "learned" or reason.code not in dropped]
    return replace(
        coding,
        suggested_groups=known,
        guessed_groups=(),
        target_groups={
            code: max(score, GROUP) if code in known else score
            for code, score in coding.target_groups.items()
        },
        reasons=(*kept, *(_reason(code, GROUP) for code in known)),
    )


def _reason(code: str, weight: float) -> Reason:
    return Reason("service", code, round(weight, 4), "", 0, 0, "")
