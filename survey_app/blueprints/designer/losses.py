"""What got lost on the way to another format or from it, in the words of the page's language."""

from collections.abc import Iterable

from flask import g

from forms.interchange import Loss
from forms.interchange.sentences import one_line, said_loss
from survey_app.blueprints.designer import tongues


def said(losses: Iterable[Loss]) -> list[tuple[str, str]]:
    """Return (what is lost, all the places where), each sentence once and every place named."""
    places: dict[str, list[str]] = {}
    for loss in losses:
        places.setdefault(said_loss(loss, g.language, tongues.name_of), []).append(one_line(loss.where))
    return [(sentence, ", ".join(where)) for sentence, where in places.items()]
