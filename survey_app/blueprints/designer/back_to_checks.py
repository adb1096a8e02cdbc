"""The way back to where one stood among the findings of the checks.

The page on which something is mended carries the number of the finding, never an address. Knows no finding.
"""

from uuid import UUID

from flask import request, url_for

MARK = "nalez"
"""What the number is called in an address and in a form."""
HERE = "here"
"""The id of the place on the page of checks to which people come back."""


def number() -> int | None:
    """Return the number of the finding that the form or the address names, None where neither names one."""
    found = request.values.get(MARK, type=int)
    return found if found and found > 0 else None


def address(draft_id: UUID, saved: str, item_code: str | None = None) -> str:
    """Return where to go on after saving, "" for who did not come from a finding.

    `saved` is the word for what was saved, `item_code` the item that it was.
    """
    found = number()
    if found is None:
        return ""
    return url_for(
        "designer.findings", draft_id=draft_id, saved=saved, nalez=found, polozka=item_code, _anchor=HERE
    )
