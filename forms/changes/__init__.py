"""What has changed between two versions of a questionnaire, and what that does to answers already given.

    changes = compare(old, new)                    # [] only where the two are equal
    tally = Tally(changes, new)
    tally.add(answers, "cs-easy")                  # once for each recorded response
    describe(changes[0], "cs"), counted(changes[0], tally.counts[0], "cs")

Pure functions of two questionnaires and of answers; knows no draft, no wave and no storage.
"""

from forms.changes.comparison import compare
from forms.changes.kinds import (
    Change,
    ChangeClass,
    ChangeKind,
    broken_trends,
    from_document,
    to_document,
    worst,
)
from forms.changes.sentences import about, class_name, counted, describe
from forms.changes.tally import Tally, touched

__all__ = [
    "Change",
    "ChangeClass",
    "ChangeKind",
    "Tally",
    "about",
    "broken_trends",
    "class_name",
    "compare",
    "counted",
    "describe",
    "from_document",
    "to_document",
    "touched",
    "worst",
]
