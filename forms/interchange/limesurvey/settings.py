"""What the settings and the other tables of a LimeSurvey file lose: quotas, e-mails, dates, participants.

Knows what each setting means by its name; a name that is not here is a loss as well.
"""

from __future__ import annotations

from forms.interchange.limesurvey.losses import WHOLE, Losses
from forms.interchange.limesurvey.survey import Survey
from forms.interchange.limesurvey.tables import SurveyFile

UNUSED = frozenset({"", "0", "-1", "n", "i", "inherit", "e", "null"})

READ = frozenset(
    {"conditions", "groups", "group_l10ns", "questions", "subquestions", "question_l10ns", "answers"}
    | {"answer_l10ns", "question_attributes", "surveys", "surveys_languagesettings"}
)
"""Tables that `survey` reads; whatever of them is lost is said there."""

SILENT_TABLES = frozenset(
    {"surveys_groups", "surveys_groupsettings", "quota", "quota_members", "quota_languagesettings"}
    | {"defaultvalues", "defaultvalue_l10ns"}
)
"""They describe LimeSurvey's own order of surveys, or belong to what is said by its name: see `_named`."""

LOST_TABLES = {
    "assessments": "limesurvey_assessments",
    "plugin_settings": "limesurvey_plugins",
    "survey_url_parameters": "limesurvey_url_parameters",
}
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
    "assessments": "limesurvey_assessments",
    "alloweditaftercompletion": "limesurvey_setting",
    "printanswers": "limesurvey_setting",
    "publicstatistics": "limesurvey_setting",
}
TAKEN_TEXTS = frozenset(
    {"surveyls_survey_id", "surveyls_language", "surveyls_title", "surveyls_description", "surveyls_endtext"}
    | {"surveyls_welcometext", "surveyls_dateformat", "surveyls_numberformat", "surveyls_urldescription"}
    | {"surveyls_policy_error", "surveyls_policy_notice_label", "surveyls_attributecaptions"}
    | {"surveyls_alias", "surveyls_legal_notice_label"}
)
"""Texts of a language that are taken over elsewhere, or that say nothing without the one they belong to."""

LOST_TEXTS = {
    "surveyls_url": "limesurvey_end_url",
    "surveyls_policy_notice": "limesurvey_policy",
    "surveyls_legal_notice": "limesurvey_policy",
}


def judge(file: SurveyFile, survey: Survey, losses: Losses) -> None:
    """Note what the survey loses as a whole."""
    if file.cleaned:
        losses.add(WHOLE, "limesurvey_controls")
    _tables(file, losses)
    _named(file, survey, losses)
    for name, value in survey.settings.items():
        _setting(name.lower(), value.strip(), losses)  # old versions write some in mixed case
    for language, row in survey.texts.items():
        for name, text in row.items():
            if text.strip() not in ("", "inherit"):
                _language_text(name, text, language, losses)


def _tables(file: SurveyFile, losses: Losses) -> None:
    for name, rows in file.tables.items():
        if name in LOST_TABLES:
            losses.add(name, LOST_TABLES[name], number=str(len(rows)))
        elif name in APPEARANCE_PARTS:
            losses.gather(name, "limesurvey_theme")
        elif name not in READ and name not in SILENT_TABLES:
            losses.add(name, "limesurvey_table", number=str(len(rows)))
    for name in file.others:
        if name in APPEARANCE_PARTS:
            losses.gather(name, "limesurvey_theme")
        elif name not in READ and name not in SILENT_TABLES and name not in LOST_TABLES:
            losses.gather(name, "limesurvey_part")


def _named(file: SurveyFile, survey: Survey, losses: Losses) -> None:
    """Quotas by their names, default answers by their questions."""
    for row in file.rows("quota"):
        losses.add("quota", "limesurvey_quota", name=row.get("name", ""), limit=row.get("qlimit", ""))
    questions = [question for group in survey.groups for question in group.questions]
    names = {part.qid: question.name for question in questions for part in (question, *question.subquestions)}
    for row in file.rows("defaultvalues"):
        losses.gather(names.get(row.get("qid", "").strip(), "defaultvalues"), "limesurvey_defaults")


def _setting(name: str, value: str, losses: Losses) -> None:
    if value.lower() in UNUSED or name in SILENT_SETTINGS:
        return
    if name in PEOPLE:
        losses.gather(name, "limesurvey_people")
    elif name in LOST_SETTINGS:
        code = LOST_SETTINGS[name]
        losses.add(name, code, **({"value": value} if code != "limesurvey_assessments" else {"number": "1"}))
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
