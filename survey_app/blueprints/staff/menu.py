"""The staff menu: every page of the list that exists and that the views' own marks open to the person."""

from typing import Any

from flask import current_app, g, request, url_for
from flask_babel import lazy_gettext as _l

from survey_app import access
from survey_app.blueprints.staff import blueprint

ENTRIES = (
    ("/urad", _l("Overview")),
    ("/urad/podnety", _l("Comments")),
    ("/urad/podnety/podily", _l("Shares of comments")),
    ("/urad/podnety/nastaveni", _l("How comments are read")),
    ("/urad/kodovani", _l("Coding by machine")),
    ("/urad/dotazniky", _l("Questionnaires")),
    ("/urad/vlny", _l("Waves")),
    ("/urad/obyvatelstvo", _l("Who lives here")),
    ("/urad/vysledky", _l("Results")),
    ("/urad/moje-sluzby", _l("My services")),
    ("/urad/ukoly", _l("Background work")),
    ("/urad/zaznam", _l("Log of changes")),
    ("/urad/heslo", _l("Password")),
)


def entries() -> list[dict[str, Any]]:
    """Return label, address and whether it is the present page, for each entry open to who is signed in."""
    if g.get("staff") is None:
        return []
    endpoints = {
        rule.rule: rule.endpoint for rule in current_app.url_map.iter_rules() if "GET" in (rule.methods or ())
    }
    shown, present = [], _present()
    for path, label in ENTRIES:
        endpoint = endpoints.get(path)
        allowed = access.allowed_roles(current_app.view_functions.get(endpoint)) if endpoint else None
        if endpoint and allowed and (allowed == access.ANYBODY_SIGNED_IN or g.staff.holds(allowed)):
            shown.append({"label": label, "address": url_for(endpoint), "current": path == present})
    return shown


def _present() -> str:
    """Return the path of the entry that the present page belongs to, the longest that fits; "" for none."""
    here = request.path.rstrip("/")
    fitting = (
        path for path, _ in ENTRIES if here == path or (path != "/urad" and here.startswith(f"{path}/"))
    )
    return max(fitting, key=len, default="")


@blueprint.app_context_processor
def _menu() -> dict[str, Any]:
    return {"staff_menu": entries}
