"""Pictures of questionnaires for everybody. An address names the content, so a browser keeps it for good."""

import re

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response

from forms.definition.schema import DIGEST
from survey_app import access, db
from survey_app.queries import pictures

blueprint = Blueprint("pictures", __name__)

FOR_GOOD = "public, max-age=31536000, immutable"


@blueprint.get("/obrazky/<digest>")
@access.public
def picture(digest: str) -> Response:
    """Show the picture whose file has this digest."""
    if not re.fullmatch(DIGEST, digest):
        abort(404)
    with db.reading() as session:
        found = pictures.picture(session, digest)
    if found is None:
        abort(404)
    response = Response(found.content, content_type=found.media_type)
    response.set_etag(digest)
    response.headers["Cache-Control"] = FOR_GOOD
    response.headers["Content-Disposition"] = "inline"
    return response.make_conditional(request)
