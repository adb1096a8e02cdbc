"""What LimeSurvey's question attributes mean for us: kept, said to be lost, or of no consequence.

An attribute that is not in these tables is a loss as well: new versions bring new ones.
"""

from __future__ import annotations

from forms.interchange.limesurvey.losses import Losses
from forms.interchange.limesurvey.survey import Question

USUAL = frozenset({"", "0", "n", "no", "none", "default", "normal", "inherit", "i", "core", "off", "false"})
"""Values, in lower case, by which most attributes say that they are not used."""

OWN_USUAL: dict[str, frozenset[str]] = {
    "assessment_value": frozenset({"1"}),
    "commented_checkbox": frozenset({"checked"}),
    "commented_checkbox_auto": frozenset({"1"}),
    "dropdown_dates_minute_step": frozenset({"1"}),
    "dropdown_dates_month_style": frozenset({"0", "1"}),
    "exclude_all_others_auto": frozenset({"0"}),
    "location_mapservice": frozenset({"100"}),
    "multiflexible_step": frozenset({"1"}),
    "other_position": frozenset({"end"}),
    "value_range_allows_missing": frozenset({"1"}),
}

SILENT = frozenset(
    {"clear_default", "save_as_default", "public_statistics", "statistics_graphtype", "statistics_showgraph"}
    | {
        "scale_export",
        "array_filter_style",
        "printable_survey",
        "question_template",
        "commented_checkbox_auto",
    }
    | {"value_range_allows_missing", "display_type", "hide_tip", "show_title"}
    | {"show_comment", "allowed_filetypes", "max_filesize", "max_num_of_files", "min_num_of_files"}
)
"""They change neither what is asked nor what may be answered; those of file uploads go with the question."""

DEPENDENT = {"time_limit_": "time_limit", "slider_": "slider_layout", "location_": "location_mapservice"}
"""Attributes that mean nothing while the one they belong to is not used."""

APPEARANCE = frozenset(
    {
        "answer_width",
        "answer_width_bycolumn",
        "repeat_headings",
        "display_columns",
        "display_rows",
        "cssclass",
    }
    | {"css_class", "dropdown_dates", "dropdown_dates_minute_step", "dropdown_dates_month_style", "add_line"}
    | {"dropdown_prefix", "dropdown_prepostfix", "dropdown_separators", "dropdown_size", "input_boxes"}
    | {"input_size", "label_input_columns", "page_break", "parent_order", "printable_help", "reverse"}
    | {"samechoiceheight", "samelistheight", "showpopups", "show_grand_total", "show_totals", "fix_height"}
    | {"fix_width", "horizontal_scroll", "keep_aspect", "crop_or_resize", "text_input_columns", "button_size"}
    | {"text_input_width", "use_dropdown", "subquestion_width", "thousands_separator", "num_separator"}
    | {
        "max_buttons_row",
        "choice_title",
        "rank_title",
        "category_separator",
        "location_mapheight",
        "answer_layout",
    }
    | {"location_mapwidth", "location_mapzoom", "slider_showminmax", "slider_orientation", "slider_handle"}
)
"""How a question looks, which is for our design to say; gathered into one line for each attribute."""

ORDERED = "L!OZWRMP"
"""Types whose options may stand in random order."""

ROWS = "ABCEFH1KQ:;"
"""Types whose rows become items, which may have conditions."""

KEPT: dict[str, str] = {
    "array_filter": ROWS,
    "array_filter_exclude": ROWS,
    "answer_order": ORDERED,
    "commented_checkbox": "P",
    "date_format": "D",
    "date_max": "D",
    "date_min": "D",
    "dualscale_headerA": "1",
    "dualscale_headerB": "1",
    "equation": "*",
    "exclude_all_others": "MP",
    "max_answers": "MPR",
    "max_num_value_n": "NK",
    "max_subquestions": "R",
    "maximum_chars": "STUQ;",
    "min_answers": "MP",
    "min_num_value_n": "NK",
    "multiflexible_checkbox": ":",
    "multiflexible_max": ":",
    "multiflexible_min": ":",
    "numbers_only": "SQ;",
    "other_replace_text": "L!OMPZW",
    "prefix": "NKSQ",
    "random_order": ORDERED,
    "slider_max": "K",
    "slider_min": "K",
    "slider_separator": "K",
    "subquestion_order": ORDERED,
    "suffix": "NKSQ",
}
"""Attributes that items keep, or that are said with the question, by the letters of its types."""


def judge(question: Question, losses: Losses) -> None:
    """Note what the attributes of a question lose."""
    for name, values in question.attributes.items():
        value = next((found.strip() for found in values.values() if not _usual(name, found)), None)
        if value is not None and not _silent(question, name):
            _note(question, name, value, losses)


def _usual(name: str, value: str) -> bool:
    value = value.strip().lower()
    return value in USUAL or value in OWN_USUAL.get(name, ())


def _silent(question: Question, name: str) -> bool:
    if name in SILENT or question.kind in KEPT.get(name, ""):
        return True
    owner = next(
        (owner for start, owner in DEPENDENT.items() if name.startswith(start) and name != owner), None
    )
    return owner is not None and _usual(owner, question.attribute(owner))


def _note(question: Question, name: str, value: str, losses: Losses) -> None:
    if name in APPEARANCE:
        losses.gather(question.name, "limesurvey_appearance", attribute=name)
    elif name == "hidden":
        losses.add(question.name, "limesurvey_hidden")
    elif name in ("array_filter", "array_filter_exclude"):
        losses.add(question.name, "limesurvey_filter", attribute=name, value=value)
    elif name == "random_group":
        losses.add(question.name, "limesurvey_random_group", group=value)
    else:
        losses.add(question.name, "limesurvey_attribute", attribute=name, value=value)
