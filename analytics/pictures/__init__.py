"""Pictures of published figures: rows with names in, SVG out.

Knows no document, no table, no language and no page: every word in a picture is handed in. Colours are the
names of the page's own, so that one picture serves light, dark and paper.
"""

from analytics.pictures.change import changes
from analytics.pictures.form import PHONE, WIDE, Form
from analytics.pictures.intervals import intervals
from analytics.pictures.need import need_beside_satisfaction
from analytics.pictures.quadrant import Group, Words, quadrant
from analytics.pictures.rows import Row
from analytics.pictures.svg import draw
from analytics.pictures.voices import voices

__all__ = [
    "PHONE",
    "WIDE",
    "Form",
    "Group",
    "Row",
    "Words",
    "changes",
    "draw",
    "intervals",
    "need_beside_satisfaction",
    "quadrant",
    "voices",
]
