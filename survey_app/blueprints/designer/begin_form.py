"""The form with which a questionnaire is begun."""

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, Field, RadioField, SelectField, SelectMultipleField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, Regexp, ValidationError

from forms.definition import Layout
from forms.definition.schema import LONGEST_QUESTIONNAIRE_CODE, QUESTIONNAIRE_CODE, VERSION
from forms.documents.canonical import UNSTORABLE
from forms.languages import EASY, base_language
from survey_app.blueprints.designer import tongues

LAYOUTS = {
    Layout.ITEM: _l("One item on a page: calm, good for phones"),
    Layout.SECTION: _l("One section on a page"),
    Layout.PAGE: _l("Everything on one page, good for very short questionnaires"),
}
CODE_RULE = _l("Use small letters, digits and hyphens; begin with a letter or a digit.")
VERSION_RULE = _l("Use letters, digits, dots, hyphens and underscores, such as 2026.")


def cleaned(typed: str | None) -> str:
    """Return what was typed without what cannot be stored and without spaces around it."""
    return UNSTORABLE.sub("", typed or "").strip()


def code_field() -> StringField:
    """Return the field for the code of a questionnaire, which may stay empty."""
    longest = _l("The code may have at most %(max)d characters.")
    return StringField(
        _l("Code"),
        [
            Optional(),
            Length(max=LONGEST_QUESTIONNAIRE_CODE, message=longest),
            Regexp(QUESTIONNAIRE_CODE, message=CODE_RULE),
        ],
        filters=[cleaned],
    )


class InstrumentForm(FlaskForm):  # type: ignore[misc]  # flask_wtf has no types
    """What a questionnaire is called and in which languages it is asked."""

    titles = StringField(
        _l("Title"), [InputRequired(_l("Write the title.")), Length(max=500)], filters=[cleaned]
    )
    questionnaire_code = code_field()
    version = StringField(
        _l("Label of the version"),
        [InputRequired(VERSION_RULE), Regexp(VERSION, message=VERSION_RULE)],
        filters=[cleaned],
    )
    main_language = SelectField(_l("Main language"))
    languages = SelectMultipleField(_l("Further languages"))
    more_languages = StringField(_l("Other languages"), filters=[cleaned])
    variants = SelectMultipleField(_l("Easy to read"))
    layout = RadioField(_l("Pages"), choices=[SelectChoice(*word) for word in LAYOUTS.items()])

    def offer(self, tags: tuple[str, ...] = ()) -> None:
        """Offer the usual languages and those of `tags`."""
        known = list(dict.fromkeys((*tongues.OFFERED, *(base_language(tag) for tag in tags))))
        names = [SelectChoice(tag, tongues.name_of(tag)) for tag in known]
        self.main_language.choices, self.languages.choices = names, names
        easy = list(dict.fromkeys((*tongues.EASY_OFFERED, *(f"{tag}{EASY}" for tag in known))))
        self.variants.choices = [SelectChoice(tag, tongues.name_of(tag)) for tag in easy]

    def validate_more_languages(self, field: Field) -> None:
        """Every part has to be the tag of a language."""
        if wrong := tongues.wrong(tongues.tags_in(field.data)):
            raise ValidationError(
                gettext("%(tag)s is not the code of a language, such as de or pl.", tag=wrong[0])
            )

    def validate_variants(self, field: Field) -> None:
        """An easy variant belongs to a language of the questionnaire."""
        for tag in field.data or ():
            if base_language(tag) not in self.chosen_languages():
                raise ValidationError(
                    gettext(
                        "%(variant)s needs its language: choose %(language)s too.",
                        variant=tongues.name_of(tag),
                        language=tongues.name_of(base_language(tag)),
                    )
                )

    def chosen_languages(self) -> list[str]:
        """Return the languages chosen, the main one first."""
        more = tongues.tags_in(self.more_languages.data or "")
        return list(dict.fromkeys((self.main_language.data, *(self.languages.data or ()), *more)))


class BeginForm(InstrumentForm):
    """The same, for which town, and whether with words to begin with."""

    region = SelectField(_l("Town or region"))
    usual_words = BooleanField(
        _l("Begin with the usual introduction and thanks"),
        description=_l("In Czech, English and Ukrainian. You can change them in the settings."),
    )

    def prefill(self, year: int) -> None:
        """Propose what most begin with."""
        self.version.data, self.main_language.data, self.layout.data = str(year), "cs", Layout.SECTION.value
        self.usual_words.data = True
