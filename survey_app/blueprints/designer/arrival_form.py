"""The form with which a questionnaire is brought in from a file.

Where its code is taken the page comes back with the questionnaire in it, so that the file need not be chosen
again; what comes back is read as strictly as a file.
"""

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from flask import g
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, RadioField, SelectField
from wtforms.fields import SelectChoice

from forms import interchange
from forms.documents.canonical import bounded
from forms.interchange import Imported, Loss, RefusedFileError
from forms.interchange.sentences import said_loss, said_refusal
from survey_app.blueprints.designer.begin_form import cleaned, code_field

NEW, STEP = "new", "step"
LONGEST_NAME = 120


class ArrivalForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """The file, for which town, and what to do where its code is taken."""

    region = SelectField(_l("Town or region"))
    file = FileField(_l("File with the questionnaire"))
    code = code_field()
    into = RadioField(
        _l("If there already is a draft with this code"),
        choices=[
            SelectChoice(NEW, _l("Tell me, and I will choose another code")),
            SelectChoice(STEP, _l("Make it the next step of that draft; undo brings the old one back")),
        ],
        default=NEW,
    )
    arrived = HiddenField()

    def imported(self) -> tuple[Imported, str] | None:
        """Return the questionnaire and the name of its file, or None with a sentence at the field."""
        file = self.file.data
        content = file.read() if file else b""
        try:
            if not content and self.arrived.data:
                return _again(self.arrived.data)
            if not content and not (file and file.filename):
                self.file.errors = [_l("Choose a file.")]
                return None
            name = PurePath((file.filename or "").replace("\\", "/")).name
            return interchange.read(name, content), cleaned(name)[:LONGEST_NAME]
        except RefusedFileError as refusal:
            self.file.errors = [said_refusal(refusal, g.language)]
            return None

    def keep(self, imported: Imported, name: str) -> None:
        """Hold the questionnaire in the page, to be sent once more."""
        self.arrived.data = json.dumps(
            {"document": imported.document, "origin": imported.origin(name)}, ensure_ascii=False
        )


def _again(text: str) -> tuple[Imported, str]:
    """Read what `keep` has put into the page."""
    try:
        kept = json.loads(text)
        document, came = kept["document"], kept["origin"]
        bounded(came)
        losses = tuple(_loss(one) for one in came["losses"])
        name, known_format = str(came["file"])[:LONGEST_NAME], str(came["format"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise RefusedFileError("unknown_format") from None
    read = interchange.read(name, json.dumps(document).encode())
    return Imported(known_format, read.document, losses), name


def _loss(kept: Mapping[str, Any]) -> Loss:
    loss = Loss(str(kept["where"]), str(kept["code"]), {str(k): str(v) for k, v in kept["params"].items()})
    said_loss(loss, g.language)  # raises KeyError for a loss that has no sentence
    return loss
