"""What share of comments chance draws: for the sample that estimates rest on, and for two readers."""

import re
from typing import Any

from flask import abort, g, redirect, render_template, request, url_for
from flask_babel import format_decimal
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response
from wtforms import StringField
from wtforms.validators import InputRequired, ValidationError

from survey_app import access, db
from survey_app.blueprints import page
from survey_app.blueprints.triage import blueprint
from survey_app.models import Region
from survey_app.operations import triage_settings, verdicts
from survey_app.queries import readings, reference, staff
from survey_app.queries.readings import Shares
from survey_app.vocabulary import Role

HUNDRED = 100


class PercentField(StringField):  # type: ignore[misc]  # wtforms has no types
    """A share typed in per cent, with a comma or a point; `data` stays what was typed."""

    def share(self) -> float:
        """Return it as a number from 0 to 1, once it is valid."""
        return round(float(self._number()) / HUNDRED, 4)

    def _number(self) -> str:
        return re.sub(r"[\s%]", "", self.data or "").replace(",", ".")

    def pre_validate(self, form: Any) -> None:
        """Refuse what is no number from 0 to 100."""
        if self.data and (
            not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", self._number()) or float(self._number()) > HUNDRED
        ):
            raise ValidationError(_l("Write a number from 0 to 100, for example 5."))


class SettingsForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """The shares, in per cent."""

    sample = PercentField(
        _l("Comments in the marked sample"), [InputRequired(_l("Write how many per cent are in the sample."))]
    )
    double = PercentField(
        _l("Comments that two people read"), [InputRequired(_l("Write how many per cent two people read."))]
    )


@blueprint.get("/podnety/nastaveni")
@access.roles(Role.METHODOLOGIST)
def settings() -> str:
    """Show the shares of a region, and what they mean."""
    with db.reading() as reading:
        region = _chosen(reading)
        shares = readings.shares(reading, region.id)
        form = SettingsForm(formdata=None)
        form.sample.data, form.double.data = _percent(shares.sample), _percent(shares.double)
        return _page(reading, region, form)


@blueprint.post("/podnety/nastaveni")
@access.roles(Role.METHODOLOGIST)
def change_settings() -> Response | tuple[str, int]:
    """Set the shares of a region for the comments that come from now on."""
    form = SettingsForm()
    with db.reading() as reading:
        region = _chosen(reading)
        if not form.validate():
            return _page(reading, region, form), 422
    shares = Shares(form.sample.share(), form.double.share())
    with db.transaction() as writing:
        triage_settings.change(writing, region.id, shares, by=g.staff.id)
    return redirect(url_for(".settings", region=region.code, saved=1), code=303)


def _own(reading: Session) -> list[Region]:
    own = g.staff.regions(Role.METHODOLOGIST)
    return [region for region in reference.regions(reading) if region.id in own]


def _chosen(reading: Session) -> Region:
    """Return the region that the address names, or the first of the person's own."""
    regions = _own(reading)
    code = request.args.get("region", regions[0].code)
    found = next((region for region in regions if region.code == code), None)
    if found is None:
        abort(404)
    page.set_region(found)
    return found


def _page(reading: Session, region: Region, form: SettingsForm) -> str:
    return render_template(
        "triage/settings.html",
        form=form,
        region=region,
        regions=_own(reading),
        team=len(staff.holders(reading, region.id, Role.COORDINATOR)),
        days=verdicts.PATIENCE.days,
        saved=request.args.get("saved", 0, int),
    )


def _percent(share: float) -> str:
    return str(format_decimal(round(share * HUNDRED, 2)))
