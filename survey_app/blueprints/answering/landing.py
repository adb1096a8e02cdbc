"""The address on the poster: what is asked, by whom, until when; or why nothing is asked now."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from forms import duration
from forms.definition import Layout
from survey_app import access, clock, db, language
from survey_app.blueprints import forgery
from survey_app.blueprints.answering import blueprint, drafts, showing, visit
from survey_app.operations import collection as operations
from survey_app.queries import results
from survey_app.vocabulary import WaveState


@blueprint.get("/<wave_code>")
@access.public
def landing(wave_code: str) -> str | Response:
    """Show the introduction, and on a one-page questionnaire the questions too."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    token = here.draft.token if here.draft else None
    if not here.admits(visit.opened_at(token)):
        return closed(here)
    if here.questionnaire.layout is Layout.PAGE:
        return showing.show(here, here.pages[0])
    go_on = here.page(here.draft.page_code) if here.draft else None
    return render_template("answering/landing.html", here=here, first=here.pages[0], go_on=go_on)


def closed(here: visit.Visit) -> str:
    """Render the friendly page of a wave that takes no answers now."""
    if here.wave.state(here.now) is WaveState.ANNOUNCED:
        return _announcement(here)
    with db.reading() as session:
        published = here.wave.code in results.published_wave_codes(session)
    state = here.wave.state(here.now)
    return render_template(
        "answering/closed.html", here=here, state=state, states=WaveState, published=published
    )


def _announcement(here: visit.Visit) -> str:
    opens_on, closes_on = (clock.local(at).date() for at in (here.wave.wave.opens_at, here.wave.closes_at))
    return render_template(
        "answering/announcement.html",
        here=here,
        days=(opens_on - clock.local(here.now).date()).days,
        length=(closes_on - opens_on).days + 1,
        minutes=max(1, round(duration.minutes(here.questionnaire, here.questionnaire.items, here.language))),
        own_names=[language.own_name(tag) for tag in here.wave.languages],
    )


@blueprint.route("/<wave_code>/smazat", methods=["GET", "POST"])
@access.public
def forget(wave_code: str) -> str | Response:
    """Ask, then delete what this browser has answered so far."""
    here = visit.begin(wave_code)
    if isinstance(here, Response):
        return here
    if request.method != "POST":
        return render_template("answering/forget.html", here=here)
    forgery.check_csrf()
    lookup_hash = drafts.lookup_hash(wave_code)
    if lookup_hash:
        with db.transaction() as session:
            operations.delete_partial_response(session, lookup_hash)
    return redirect(url_for(".landing", wave_code=wave_code), code=303)
