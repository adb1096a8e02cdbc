"""What the settings and the other tables of a LimeSurvey file lose: dates, participants, e-mails, plugins.

Knows what each setting means by its name; a name that is not here is a loss as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from forms.interchange.limesurvey import rules
from forms.interchange.limesurvey.losses import WHOLE, Losses
from forms.interchange.limesurvey.survey import Survey
from forms.interchange.limesurvey.tables import Row, SurveyFile

UNUSED = frozenset({"", "0", "-1", "n", "i", "inherit", "e", "null"})

READ = frozenset(
    {"conditions", "groups", "group_l10ns", "questions", "subquestions", "question_l10ns", "answers"}
    | {"answer_l10ns", "question_attributes", "surveys", "surveys_languagesettings"}
)
"""Tables that `survey` reads; whatever of them is lost is said there."""

SILENT_TABLES = frozenset({"surveys_groups", "surveys_groupsettings"}) | rules.TABLES
"""They describe LimeSurvey's own order of surveys, or are told by `rules`."""

APPEARANCE_PARTS = frozenset({"themes", "themes_inherited", "templates", "surveys_themes", "question_themes"})

SILENT_SETTINGS = frozenset(
    {"sid", "gsid", "owner_id", "active", "language", "additional_languages", "format", "datecreated"}
    | {"lastmodified", "showwelcome", "showxquestions", "showgroupinfo", "showqnumcode", "showprogress"}
    | {
        "shownoanswer",
        "allowprev",
        "allowsave",
        "allowjumps",
        "questionindex",
        "navigationdelay",
        "nokeyboard",
    }
    | {"autoredirect", "htmlemail", "tokenlength", "autonumber_start", "usecaptcha", "listpublic", "template"}
    | {
        "expirydate",
        "useexpiry",
        "private",
        "crypt_method",
        "tokenencryptionoptions",
        "access_mode",
        "surveyls",
    }
    | {
        "showdatapolicybutton",
        "showlegalnoticebutton",
        "showregisterpolicy",
        "showtokenpolicy",
        "othersettings",
        "bouncetime",
        "bounceprocessing",
    }
    | {"bounceaccounttype", "bounceaccountencryption", "ipanonymize", "anonymized", "usecookie"}
    | {"tokenanswerspersistence", "publicgraphs", "sendconfirmation", "attribute1", "attribute2", "faxto"}
    | {"showsurveypolicynotice", "googleanalyticsstyle", "attributedescriptions", "attachments", "datestamp"}
)
"""They say how LimeSurvey runs and shows a survey; ours runs and shows it in its own way."""

PEOPLE = frozenset(
    {"admin", "adminemail", "bounce_email", "emailresponseto", "emailnotificationto", "bounceaccounthost"}
    | {"bounceaccountpass", "bounceaccountuser", "googleanalyticsapikey"}
)
LOST_SETTINGS = {
    "startdate": "limesurvey_dates",
    "expires": "limesurvey_dates",
    "usetokens": "limesurvey_participants",
    "allowregister": "limesurvey_participants",
    "ipaddr": "limesurvey_never_kept",
    "refurl": "limesurvey_never_kept",
    "savetimings": "limesurvey_never_kept",
    "assessments": "limesurvey_setting",
    "alloweditaftercompletion": "limesurvey_setting",
    "printanswers": "limesurvey_setting",
    "publicstatistics": "limesurvey_setting",
}
TAKEN_TEXTS = frozenset(
    {"surveyls_survey_id", "surveyls_language", "surveyls_title", "surveyls_description", "surveyls_endtext"}
    | {"surveyls_welcometext", "surveyls_dateformat", "surveyls_numberformat"}
)
"""Texts of a language that are taken over elsewhere, and how LimeSurvey writes dates and numbers."""

LOST_TEXTS = {
    "surveyls_url": "limesurvey_end_url",
    "surveyls_urldescription": "limesurvey_end_url",
    "surveyls_policy_notice": "limesurvey_policy",
    "surveyls_policy_notice_label": "limesurvey_policy",
    "surveyls_policy_error": "limesurvey_policy",
    "surveyls_legal_notice": "limesurvey_policy",
    "surveyls_legal_notice_label": "limesurvey_policy",
    "surveyls_alias": "limesurvey_address",
    "surveyls_attributecaptions": "limesurvey_participant_facts",
}
OWNERS = {
    "surveyls_urldescription": "surveyls_url",
    "surveyls_policy_notice_label": "surveyls_policy_notice",
    "surveyls_policy_error": "surveyls_policy_notice",
    "surveyls_legal_notice_label": "surveyls_legal_notice",
}
"""Texts that LimeSurvey fills in by itself and does not show without the one they belong to."""

NO_TEXT = ("", "inherit", "http://", "[]", "{}", "null", "a:0:{}")
HIDDEN_GROUP_TEXTS = ("N", "D", "X")
"""Values of `showgroupinfo`: the name alone, the description alone, neither."""


def judge(file: SurveyFile, survey: Survey, losses: Losses) -> None:
    """Note what the survey loses as a whole."""
    if file.cleaned:
        losses.add(WHOLE, "limesurvey_controls")
    _tables(file, losses)
    rules.judge(file, survey, losses)
    for name, value in survey.settings.items():
        _setting(name.lower(), value.strip(), losses)  # old versions write some in mixed case
    _hidden_texts(survey, losses)
    for language, row in survey.texts.items():
        for name, text in row.items():
            if _is_said(name, text, row):
                _language_text(name, text, language, losses)


def _is_said(name: str, text: str, row: Row) -> bool:
    owner = row.get(OWNERS.get(name, name), "")
    return all(said.strip() not in NO_TEXT for said in (text, owner))


def _tables(file: SurveyFile, losses: Losses) -> None:
    for name, rows in file.tables.items():
        if name == "plugin_settings":
            _plugins(rows, losses)
        elif name in APPEARANCE_PARTS:
            losses.gather(name, "limesurvey_theme")
        elif name not in READ and name not in SILENT_TABLES:
            losses.add(name, "limesurvey_table", number=str(len(rows)))
    for name in file.others:
        if name in APPEARANCE_PARTS:
            losses.gather(name, "limesurvey_theme")
        elif name not in READ and name not in SILENT_TABLES and name != "plugin_settings":
            losses.gather(name, "limesurvey_part")


def _plugins(rows: Sequence[Row], losses: Losses) -> None:
    """By name only: a value may be somebody's password."""
    for row in rows:
        name, key = (row.get(column, "").strip() for column in ("name", "key"))
        losses.add(" / ".join(filter(None, (name, key))) or "plugin_settings", "limesurvey_plugins")


def _hidden_texts(survey: Survey, losses: Losses) -> None:
    """Texts that are there, that LimeSurvey was told not to show and that we show."""
    if survey.settings.get("showwelcome", "").strip() == "N":
        for language, row in survey.texts.items():
            if row.get("surveyls_welcometext", "").strip():
                losses.add(f"surveyls_welcometext ({language})", "limesurvey_shown_welcome")
    value = survey.settings.get("showgroupinfo", "").strip()
    if value in HIDDEN_GROUP_TEXTS:
        losses.add("showgroupinfo", "limesurvey_shown_groups", value=value)


def _setting(name: str, value: str, losses: Losses) -> None:
    if value.lower() in UNUSED or name in SILENT_SETTINGS:
        return
    if name in PEOPLE:
        losses.gather(name, "limesurvey_people")
    elif name in LOST_SETTINGS:
        losses.add(name, LOST_SETTINGS[name], value=value)
    else:
        losses.gather(name, "limesurvey_settings")


def _language_text(name: str, text: str, language: str, losses: Losses) -> None:
    if name in TAKEN_TEXTS:
        return
    if name in LOST_TEXTS:
        losses.add(f"{name} ({language})", LOST_TEXTS[name], text=text)
    elif "email" in name:
        losses.gather(language or name, "limesurvey_emails")
    else:
        losses.gather(name, "limesurvey_settings")
