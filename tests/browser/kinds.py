"""A questionnaire with everything that is hard to draw: a ranking with long options, a battery, pictures,
repeated answers, a condition on the same page, in a language that runs from the right.
"""

import io
from typing import Any

from PIL import Image

from survey_app.operations import pictures

CODE = "kinds"
LANDING = f"/dotaznik/{CODE}"
START = f"{LANDING}/strana/main"
WAYS = ("", "/ar")
"""Prefixes of the languages that it speaks."""

_LONG = "odlehčovací služba na víkend, aby si ten, kdo pečuje doma, mohl aspoň dva dny v měsíci odpočinout"


def _said(cs: str, ar: str) -> dict[str, str]:
    return {"cs": cs, "ar": ar}


def _option(code: str, cs: str, ar: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "labels": _said(cs, ar), **more}


def document(digest: str) -> dict[str, Any]:
    """Return it with one picture, known by its digest."""
    picture = {"digest": digest, "alternatives": _said("Lidé u stolu", "أشخاص حول طاولة")}
    decorating = {"digest": digest, "alternatives": {}}
    dont_know = _option("dk", "nevím", "لا أعرف", exclusive=True)
    ranking = {
        "item_code": "needs",
        "type": "ranking",
        "required": True,
        "texts": _said("Co by vám pomohlo nejvíc?", "ما الذي يساعدك أكثر؟"),
        "max_choices": 3,
        "options": [
            _option("respite", _LONG, "خدمة الرعاية المؤقتة في نهاية الأسبوع"),
            _option("transport", "doprava k lékaři", "النقل إلى الطبيب"),
            _option("other", "něco jiného", "شيء آخر", write_in=True),
            dont_know,
        ],
    }
    battery = {
        "item_code": "staff",
        "type": "rating_battery",
        "scale": "grades",
        "texts": _said("Jak hodnotíte pracovníky?", "كيف تقيّم الموظفين؟"),
        "rows": [
            {"item_code": "staff_time", "texts": _said("Mají na vás čas.", "لديهم وقت لك.")},
            {"item_code": "staff_words", "texts": _said("Mluví srozumitelně.", "يتكلمون بوضوح.")},
        ],
    }
    place = {
        "item_code": "place",
        "type": "single_choice",
        "texts": _said("Kde se vám líbí?", "أين يعجبك؟"),
        "picture": picture,
        "options": [
            _option("hall", "v jídelně", "في قاعة الطعام", picture=decorating),
            _option("garden", "na zahradě", "في الحديقة", picture=decorating),
            dont_know,
        ],
    }
    why = {
        "item_code": "why",
        "type": "open_ended",
        "visible_if": {"op": "in", "item": "place", "options": ["garden"]},
        "texts": _said("Co se vám líbí na zahradě?", "ما الذي يعجبك في الحديقة؟"),
    }
    more = {
        "item_code": "more",
        "type": "short_text",
        "texts": _said("Co byste změnili tam, kde je {{place}}?", "ماذا تغيّر هناك: {{place}}؟"),
    }
    grades = [
        _option("good", "dobře", "جيد", score=100),
        _option("bad", "špatně", "سيئ", score=0),
        _option("dk", "nevím", "لا أعرف"),
    ]
    first = {
        "section_code": "main",
        "titles": _said("Co je pro vás důležité", "ما هو المهم لك"),
        "items": [ranking, battery, place, why],
    }
    second = {"section_code": "words", "titles": _said("Ještě slovo", "كلمة أخرى"), "items": [more]}
    return {
        "questionnaire_code": CODE,
        "version": "1",
        "titles": _said("Otázky všeho druhu", "أسئلة من كل نوع"),
        "introductions": _said("Je to krátké.", "إنه قصير."),
        "thanks": _said("Děkujeme.", "شكرا."),
        "languages": ["cs", "ar"],
        "layout": "section",
        "scales": [{"code": "grades", "options": grades}],
        "sections": [first, second],
    }


def picture() -> pictures.CleanPicture:
    """Return a picture that is wider than a phone."""
    file = io.BytesIO()
    Image.new("RGB", (1200, 500), "seagreen").save(file, "PNG")
    return pictures.written_anew(file.getvalue())
