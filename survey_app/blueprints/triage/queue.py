"""The queue: what waits for the reader in its lanes, and the list of all comments of the reader's regions."""

from uuid import UUID

from flask import g, render_template, request

from forms.languages import text_in
from survey_app import access, db
from survey_app.blueprints import labels, page
from survey_app.blueprints.triage import blueprint, choice
from survey_app.blueprints.triage.previous import previous_step
from survey_app.blueprints.triage.suggestion import relevance_in_words
from survey_app.queries import classification, lanes, queue_list, reference
from survey_app.queries.comments import Filter
from survey_app.vocabulary import Role


@blueprint.get("/podnety")
@access.roles(Role.COORDINATOR)
def queue() -> str:
    """Show the lanes and one page of the list."""
    with db.reading() as reading:
        regions = choice.own_regions(reading)
        every = frozenset(region.id for region in regions)
        reader = choice.reader(reading, regions)
        names: dict[tuple[UUID, str], str] = {
            (region.id, service.service_code): text_in(service.names, g.language)
            for region in regions
            for service in reference.services(reading, region.id)
        }
        rows = queue_list.queue(reading, reader, choice.chosen(regions), request.args.get("page", 1, int))
        if len(regions) == 1:
            page.set_region(regions[0])
        return render_template(
            "triage/queue.html",
            rows=rows,
            form=choice.form(reading, regions),
            # A lane is read to its end; whoever comes back from it goes on with whatever comes first.
            kept={name: value for name, value in choice.kept().items() if name != "lane"},
            waiting=lanes.counts(reading, reader, Filter(every)),
            is_alone=[region.name for region in regions if reader.teams[region.id] <= 1],
            progress=classification.progress(reading, every),
            previous=previous_step(reading, every),
            services=names,
            regions={region.id: region.name for region in regions},
            verdicts=labels.VERDICTS,
            relevance_in_words=relevance_in_words,
        )
