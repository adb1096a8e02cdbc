"""Computed indices: everything the methodologist must see before the town sees a part of it."""

from typing import Any
from uuid import UUID

from flask import g, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from survey_app import access, clock, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.design import blueprint, own
from survey_app.operations import index as operations
from survey_app.queries import index, results
from survey_app.vocabulary import Role, SnapshotState


@blueprint.get("/vysledky")
@access.roles(*own.LOOKS)
def snapshots() -> str:
    """List what was computed in the person's regions."""
    with db.reading() as session:
        found = index.snapshots(session, own.regions(*own.LOOKS))
    return render_template("design/snapshots.html", snapshots=found, states=labels.SNAPSHOT_STATES)


@blueprint.get("/vysledky/<uuid:snapshot_id>")
@access.roles(*own.LOOKS)
def snapshot(snapshot_id: UUID) -> str:
    """Show one computation whole: small cells too, and what will be hidden."""
    with db.reading() as session:
        found = own.snapshot(session, snapshot_id, *own.LOOKS)
        page.set_region(found.wave.region)
        return render_template(
            "design/snapshot.html",
            snapshot=found,
            wave=found.wave,
            cells=_named(found.document.get("cells", []), results.cell_names(session, found.wave)),
            undecided=index.undecided_comments(session, found.wave_id),
            may_publish=found.wave.region_id in own.regions(Role.METHODOLOGIST),
            published=found.state is SnapshotState.PUBLISHED,
            state=labels.SNAPSHOT_STATES[found.state],
            modes={mode.value: label for mode, label in labels.MODES.items()},
            language_label=labels.language,
            saved=request.args.get("saved", ""),
        )


@blueprint.post("/vysledky/<uuid:snapshot_id>/zverejneni")
@access.roles(Role.METHODOLOGIST)
def publish(snapshot_id: UUID) -> Response:
    """Show a computation to everybody."""
    with db.transaction() as session:
        found = own.snapshot(session, snapshot_id, Role.METHODOLOGIST)
        operations.publish_snapshot(session, found, clock.now(), by=g.staff.id)
    return redirect(url_for(".snapshot", snapshot_id=snapshot_id, saved="published"), code=303)


def _named(cells: list[dict[str, Any]], names: results.CellNames) -> list[dict[str, Any]]:
    return [{**cell, "names": names.get((cell["kind"], cell["code"] or ""), {})} for cell in cells]
