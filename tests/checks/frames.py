"""Cases written in short, made into whole questionnaires.

An item may say `text` and `hint` in the case's one language instead of `texts` and `hints`, and its options
as plain labels: "other [w]" is to be written in, "none [x]" excludes the others. The scales "good",
"satisfied" and "agree" are at hand.
"""

import itertools
from typing import Any

from forms.definition import Questionnaire, load

Document = dict[str, Any]

SCALES = {
    "cs": {
        "good": [
            "velmi dobře",
            "spíše dobře",
            "ani dobře, ani špatně",
            "spíše špatně",
            "velmi špatně",
            "nevím",
        ],
        "satisfied": [
            "velmi spokojeni",
            "spíše spokojeni",
            "spíše nespokojeni",
            "velmi nespokojeni",
            "nevím",
        ],
        "agree": [
            "rozhodně souhlasím",
            "spíše souhlasím",
            "ani souhlasím, ani nesouhlasím",
            "spíše nesouhlasím",
            "rozhodně nesouhlasím",
            "nevím, netýká se mě",
        ],
    },
    "en": {
        "good": ["very good", "rather good", "neither good nor bad", "rather bad", "very bad", "don't know"],
        "satisfied": [
            "very satisfied",
            "fairly satisfied",
            "fairly dissatisfied",
            "very dissatisfied",
            "don't know",
        ],
        "agree": [
            "strongly agree",
            "agree",
            "neither agree nor disagree",
            "disagree",
            "strongly disagree",
            "don't know",
        ],
    },
}


def questionnaire(case: Document) -> Questionnaire:
    """The questionnaire of a case."""
    return load(document(case))


def document(case: Document) -> Document:
    """The questionnaire of a case as its document."""
    language = case["language"]
    items = [_item(item, number, language) for number, item in enumerate(case["items"], start=1)]
    more = [
        {
            "section_code": section["section_code"],
            "titles": {},
            "items": [_item(item, start + number, language) for number, item in enumerate(section["items"])],
            **({"visible_if": section["visible_if"]} if "visible_if" in section else {}),
        }
        for start, section in zip(itertools.count(100, 100), case.get("more", []), strict=False)
    ]
    own = [_scale(scale, language) for scale in case.get("scales", [])]
    every = [*items, *(item for section in more for item in section["items"])]
    used = {item.get("scale") for item in every} - {scale["code"] for scale in own}
    return {
        "questionnaire_code": "case",
        "version": "1",
        "titles": {tag: f"{tag}: 2026" for tag in case.get("languages", [language])},
        "languages": case.get("languages", [language]),
        "variants": case.get("variants", []),
        "layout": case.get("layout", "section"),
        "scales": own + [_ready(name, language) for name in SCALES[language] if name in used],
        "sections": [{"section_code": "main", "titles": {}, "items": items}, *more],
    }


def _item(short: Document, number: int, language: str) -> Document:
    item = {"item_code": short.get("code", f"q{number}"), **_worded(short, language)}
    item.pop("code", None)
    if "options" in item:
        item["options"] = _options(item["options"], language)
    if "rows" in item:
        item["rows"] = [_worded(row, language) for row in item["rows"]]
    return item


def _worded(short: Document, language: str) -> Document:
    names = {"text": "texts", "hint": "hints"}
    return {names.get(key, key): {language: part} if key in names else part for key, part in short.items()}


def _options(options: list[Any], language: str) -> list[Document]:
    return [_option(option, number, language) for number, option in enumerate(options, start=1)]


def _option(short: Any, number: int, language: str) -> Document:
    if isinstance(short, str):
        label = short.removesuffix(" [x]").removesuffix(" [w]")
        marks = {"exclusive": short.endswith(" [x]"), "write_in": short.endswith(" [w]")}
        return {"code": f"o{number}", "labels": {language: label}, **marks}
    option = {"code": f"o{number}", **short}
    if "label" in option:
        option["labels"] = {language: option.pop("label")}
    return option


def _scale(short: Document, language: str) -> Document:
    return {
        key: _options(part, language) if key in ("options", "easy_options") else part
        for key, part in short.items()
    }


def _ready(name: str, language: str) -> Document:
    *points, way_out = SCALES[language][name]
    scored = [
        {"label": label, "score": 100 - 100 * number / (len(points) - 1)}
        for number, label in enumerate(points)
    ]
    return _scale({"code": name, "options": [*scored, {"label": way_out}]}, language)
