"""The form with which a count of people is brought in, and why a file cannot be."""

import re

from flask_babel import LazyString, gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import DateField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, ValidationError

from survey_app import clock
from survey_app.models.population import SOURCE_LENGTH
from survey_app.operations import margin_files
from survey_app.operations.margin_files import MarginFileError, MarginProblem, Margins

EARLIEST_YEAR = 1900

SENTENCES: dict[MarginProblem, LazyString] = {
    MarginProblem.EMPTY: _l(
        "The file says nothing. Choose a table with the columns margin, category, people."
    ),
    MarginProblem.TOO_LARGE: _l("The file is larger than 200 kB. Choose a table of the people of one town."),
    MarginProblem.NOT_TEXT: _l("The file is not a table (CSV). Save it as “CSV UTF-8” and choose it again."),
    MarginProblem.NO_COLUMN: _l("Line 1 has no column “%(word)s”. The columns are margin, category, people."),
    MarginProblem.TOO_MANY_ROWS: _l("Line %(line)s is one too many: a table has at most 2000 rows."),
    MarginProblem.TOO_FEW_CELLS: _l("Line %(line)s is too short: it must say margin, category and people."),
    MarginProblem.FORMULA: _l("Line %(line)s holds a formula (%(word)s). Write what it comes to instead."),
    MarginProblem.UNKNOWN_MARGIN: _l(
        "Line %(line)s: “%(word)s” is no margin. Write age, sex, territory or group."
    ),
    MarginProblem.CATEGORY: _l(
        "Line %(line)s: “%(word)s” is no category. Write 1 to 64 characters, none of them & or =."
    ),
    MarginProblem.NOT_A_NUMBER: _l(
        "Line %(line)s: “%(word)s” is not a number of people. Write a whole number from 0 to 100 million."
    ),
    MarginProblem.TWICE: _l("Line %(line)s: the category “%(word)s” is there for the second time."),
    MarginProblem.ONE_CATEGORY: _l(
        "The margin “%(word)s” needs at least two categories in which people live. Add them, or leave it out."
    ),
}


class CountForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """The file, who counted, and when."""

    file = FileField(_l("Table of people (CSV)"))
    source = StringField(
        _l("Who counted"),
        [
            DataRequired(_l("Write who counted the people.")),
            Length(max=SOURCE_LENGTH, message=_l("Use at most 200 characters.")),
        ],
        filters=[lambda text: text.replace("\0", "").strip() if text else text],
    )
    counted_on = DateField(_l("Day of the count"), [InputRequired(_l("Choose the day of the count."))])

    def validate_counted_on(self, field: DateField) -> None:
        """Refuse a day that is still to come, and one of another age."""
        if field.data and field.data > clock.today():
            raise ValidationError(_l("This day is still to come."))
        if field.data and field.data.year < EARLIEST_YEAR:
            raise ValidationError(_l("Choose a day since 1900."))

    def margins(self) -> Margins | None:
        """Return what the file says, or None with a sentence at the field."""
        content = self.file.data.read(margin_files.LARGEST_FILE + 1) if self.file.data else b""
        if not content and not (self.file.data and self.file.data.filename):
            self.file.errors = [_l("Choose a file.")]
            return None
        try:
            return margin_files.read(content)
        except MarginFileError as error:
            self.file.errors = [in_words(error)]
            return None


def in_words(error: MarginFileError) -> str:
    """Say in one sentence why a file cannot be read, and where."""
    sentence = str(SENTENCES[error.problem])
    if error.problem is MarginProblem.NOT_TEXT and error.line:
        return str(gettext("Line %(line)s cannot be read: a quotation mark is missing.", line=error.line))
    return re.sub(r"%\((line|word)\)s", lambda found: str(getattr(error, found[1])), sentence)
