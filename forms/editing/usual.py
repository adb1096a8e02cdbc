"""What questionnaires usually need: options, worded scales, words around, in Czech, English and Ukrainian.

The wordings are those of Czech practice; every scale has a point for people who do not know.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from forms.editing import references, scales
from forms.editing.parts import Document, copied

DONT_KNOW = {
    "code": "dont_know",
    "labels": {"cs": "nevím", "cs-easy": "nevím", "en": "don't know", "uk": "не знаю"},
}
NOT_MY_CASE = {
    "code": "dont_know",
    "labels": {
        "cs": "nevím / netýká se mě",
        "cs-easy": "nevím",
        "en": "don't know / does not apply",
        "uk": "не знаю / мене не стосується",
    },
}
OTHER = {
    "code": "other",
    "labels": {
        "cs": "něco jiného (napište co)",
        "cs-easy": "něco jiného",
        "en": "something else (please write what)",
        "uk": "інше (напишіть що)",
    },
    "write_in": True,
}
NONE_OF_THESE = {
    "code": "none",
    "labels": {"cs": "nic z toho", "cs-easy": "nic", "en": "none of these", "uk": "нічого з цього"},
    "exclusive": True,
}

FIRST_SECTION = {"cs": "Otázky", "cs-easy": "Otázky", "en": "Questions", "uk": "Запитання"}
"""What the section is called that comes by itself with the first item."""

INTRODUCTION = {
    "cs": "Vyplnění je dobrovolné a anonymní: Ohlas neukládá vaše jméno ani adresu vašeho zařízení. "
    "Zabere několik minut.",
    "en": "Answering is voluntary and anonymous: Ohlas stores neither your name nor the address of your "
    "device. It takes a few minutes.",
    "uk": "Відповідати добровільно й анонімно: Ohlas не зберігає ні вашого імені, ні адреси вашого пристрою. "
    "Це займе кілька хвилин.",
}
CONTACT = {
    "cs": "Máte-li otázky, ptejte se zde: {contact}.",
    "en": "If you have questions, ask here: {contact}.",
    "uk": "Якщо маєте запитання, звертайтеся сюди: {contact}.",
}
NO_CONTACT = {
    "cs": "Máte-li otázky, ptejte se na úřadě.",
    "en": "If you have questions, ask the local authority.",
    "uk": "Якщо маєте запитання, звертайтеся до місцевої влади.",
}
THANKS = {
    "cs": "Děkujeme za vaše odpovědi.",
    "en": "Thank you for your answers.",
    "uk": "Дякуємо за ваші відповіді.",
}
"""Nothing here promises what the town may not keep, such as a day of results."""


def words_around(tags: Iterable[str], contact: str = "") -> dict[str, dict[str, str]]:
    """Introduction and thanks in those of the languages that have usual words, as settings.

    `contact` is where people may ask: a telephone, an e-mail, "" where that is not known.
    """
    known = [tag for tag in tags if tag in INTRODUCTION]
    if not known:
        return {}
    asking = {tag: CONTACT[tag].format(contact=contact) if contact else NO_CONTACT[tag] for tag in known}
    return {
        "introductions": {tag: f"{INTRODUCTION[tag]} {asking[tag]}" for tag in known},
        "thanks": {tag: THANKS[tag] for tag in known},
    }


def _points(*points: tuple[str, str, str, str]) -> list[dict[str, Any]]:
    scores = scales.even_scores(len(points), best_first=True)
    worded = [
        {"code": code, "labels": {"cs": cs, "en": en, "uk": uk}, "score": score}
        for (code, cs, en, uk), score in zip(points, scores, strict=True)
    ]
    return [*worded, NOT_MY_CASE]


SCALES: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "rating5": _points(
        ("very_good", "velmi dobře", "very good", "дуже добре"),
        ("rather_good", "spíše dobře", "rather good", "радше добре"),
        ("neither", "ani dobře, ani špatně", "neither good nor bad", "ні добре, ні погано"),
        ("rather_bad", "spíše špatně", "rather bad", "радше погано"),
        ("very_bad", "velmi špatně", "very bad", "дуже погано"),
    ),
    "yes_no4": _points(
        ("certainly_yes", "rozhodně ano", "certainly yes", "безумовно так"),
        ("rather_yes", "spíše ano", "rather yes", "радше так"),
        ("rather_no", "spíše ne", "rather no", "радше ні"),
        ("certainly_no", "rozhodně ne", "certainly no", "безумовно ні"),
    ),
    "contentment5": _points(
        ("very_content", "velká spokojenost", "very satisfied", "дуже задоволені"),
        ("rather_content", "spíše spokojenost", "rather satisfied", "радше задоволені"),
        (
            "neither",
            "ani spokojenost, ani nespokojenost",
            "neither satisfied nor dissatisfied",
            "ні задоволені, ні незадоволені",
        ),
        ("rather_discontent", "spíše nespokojenost", "rather dissatisfied", "радше незадоволені"),
        ("very_discontent", "velká nespokojenost", "very dissatisfied", "дуже незадоволені"),
    ),
    "satisfaction5": _points(
        ("very_satisfied", "velmi mi vyhovuje", "it suits me very well", "дуже мене влаштовує"),
        ("rather_satisfied", "spíše mi vyhovuje", "it rather suits me", "радше мене влаштовує"),
        ("neither", "napůl", "half and half", "наполовину"),
        (
            "rather_dissatisfied",
            "spíše mi nevyhovuje",
            "it rather does not suit me",
            "радше мене не влаштовує",
        ),
        (
            "very_dissatisfied",
            "vůbec mi nevyhovuje",
            "it does not suit me at all",
            "зовсім мене не влаштовує",
        ),
    ),
    "importance4": _points(
        ("very_important", "velmi důležité", "very important", "дуже важливо"),
        ("rather_important", "spíše důležité", "rather important", "радше важливо"),
        ("rather_unimportant", "spíše nedůležité", "rather unimportant", "радше неважливо"),
        ("unimportant", "vůbec není důležité", "not important at all", "зовсім не важливо"),
    ),
    "likelihood4": _points(
        ("certainly", "určitě", "certainly", "напевно"),
        ("probably", "pravděpodobně", "probably", "ймовірно"),
        ("probably_not", "pravděpodobně ne", "probably not", "ймовірно, ні"),
        ("certainly_not", "určitě ne", "certainly not", "напевно, ні"),
    ),
}
"""Codes of usual scales and their points, the best first, the last one without a score."""


def usual_scale(code: str, tags: Sequence[str], *, best_first: bool = True) -> dict[str, Any]:
    """A usual scale with texts in the languages of a questionnaire, as far as there are any."""
    *points, unknown = SCALES[code]
    ordered = points if best_first else points[::-1]
    return {"code": code, "options": [in_languages(point, tags) for point in (*ordered, unknown)]}


def in_languages(option: Mapping[str, Any], tags: Sequence[str]) -> dict[str, Any]:
    """A usual option with texts in these languages; in its own first one where it has none of them."""
    labels = {tag: text for tag, text in option["labels"].items() if tag in tags}
    return {**option, "labels": labels or {tags[0]: next(iter(option["labels"].values()))}}


def without_idle(document: Mapping[str, Any], codes: Iterable[str]) -> Document:
    """The document without those of these scales that came ready-made and that no item uses any more.

    A scale on which the author or a translator has worked stays: it is theirs.
    """
    changed = dict(document)
    for scale in document.get("scales", ()):
        code = scale["code"]
        if code in codes and is_untouched(scale) and not references.to_scale(document, code):
            changed = scales.remove(changed, code)
    return changed


def with_ready_words(document: Mapping[str, Any], tags: Iterable[str]) -> Document:
    """The document whose ready-made scales, where nobody has worked on them, have words in these languages.

    So a language that is added later finds the same words as if it had been there from the beginning.
    """
    changed = copied(document)
    for scale in filter(is_untouched, changed.get("scales", ())):
        words = {point["code"]: point["labels"] for point in _ready(scale) or ()}
        for option in scale["options"]:
            ready = {tag: words[option["code"]][tag] for tag in tags if tag in words[option["code"]]}
            option["labels"] = ready | option["labels"]
    return changed


def is_untouched(scale: Mapping[str, Any]) -> bool:
    """Whether a scale is a usual one with the words and scores that it came with, in either direction."""
    return "easy_options" not in scale and _ready(scale) is not None


def _ready(scale: Mapping[str, Any]) -> Sequence[Mapping[str, Any]] | None:
    """The points of the usual scale that this one is, in its direction."""
    ordered = (
        points for *rest, unknown in SCALES.values() for points in ((*rest, unknown), (*rest[::-1], unknown))
    )
    return next((points for points in ordered if _is_same(scale["options"], points)), None)


def _is_same(options: Sequence[Mapping[str, Any]], ready: Sequence[Mapping[str, Any]]) -> bool:
    """Whether options say nothing but what the ready ones do; further languages may be missing."""
    return len(options) == len(ready) and all(
        {**option, "labels": {}} == {**point, "labels": {}}
        and set(option["labels"].values()) <= set(point["labels"].values())
        for option, point in zip(options, ready, strict=True)
    )
