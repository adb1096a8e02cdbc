"""A draft's sections and items in order: adding, moving, copying, removing."""

from uuid import UUID

from survey_app import access
from survey_app.blueprints.designer import blueprint, draft_page, own


@blueprint.get("/<uuid:draft_id>")
@access.roles(*own.LOOKS)
def outline(draft_id: UUID) -> str:
    """Show the sections and items of a draft in order."""
    return draft_page.render("designer/outline.html", draft_page.open_draft(draft_id))
