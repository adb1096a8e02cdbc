"""Where the pictures of a questionnaire are, and how large, so that a page does not jump while they come."""

from typing import NamedTuple
from weakref import WeakKeyDictionary

from survey_app import db, language
from survey_app.blueprints.answering import blueprint
from survey_app.queries import pictures

_sizes: WeakKeyDictionary[db.Database, dict[str, tuple[int, int]]] = WeakKeyDictionary()


class PictureFile(NamedTuple):
    """Where a picture is, and its size in pixels; no size where the picture is not there."""

    address: str
    width: int | None
    height: int | None


@blueprint.app_template_global()
def picture_file(digest: str) -> PictureFile:
    """Return the file of a picture. What a digest stands for never changes, so its size is read once."""
    known = _sizes.setdefault(db.current(), {})
    if digest not in known:
        with db.reading() as session:
            found = pictures.size(session, digest)
        if found is not None:
            known[digest] = found
    width, height = known.get(digest, (None, None))
    return PictureFile(f"{language.mount_point(language.DEFAULT)}/obrazky/{digest}", width, height)
