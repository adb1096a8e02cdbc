"""Words of the designer: kinds of items, what each is for, what they measure, and why an edit was refused."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from flask import url_for
from flask_babel import LazyString, format_date, format_decimal, gettext
from flask_babel import lazy_gettext as _l

from forms.definition import Bound, GrammaticalCase, Item, ItemType
from forms.definition.sources import Sources
from forms.editing import EditError, EditProblem, Place
from forms.languages import text_in

TYPES: Mapping[ItemType, LazyString] = {
    ItemType.SINGLE_CHOICE: _l("One choice"),
    ItemType.MULTIPLE_CHOICE: _l("Several choices"),
    ItemType.YES_NO: _l("Yes or no"),
    ItemType.RATING: _l("Rating on a scale"),
    ItemType.RATING_BATTERY: _l("Several ratings on one scale"),
    ItemType.OPEN_ENDED: _l("Open question"),
    ItemType.NUMBER: _l("Number"),
    ItemType.RANKING: _l("Putting in order"),
    ItemType.CATALOGUE_CHOICE: _l("Choice from a list of the town"),
    ItemType.YEAR: _l("Year"),
    ItemType.DATE: _l("Date"),
    ItemType.SHORT_TEXT: _l("Short text"),
    ItemType.INFORMATION: _l("Information"),
    ItemType.CONSENT: _l("Consent"),
}
"""Kinds of items, the most used first."""
MOST_USED = 7
PURPOSES: Mapping[ItemType, LazyString] = {
    ItemType.SINGLE_CHOICE: _l("such as an age group"),
    ItemType.MULTIPLE_CHOICE: _l("as many as fit"),
    ItemType.YES_NO: _l("the answers are ready"),
    ItemType.RATING: _l("very good to very bad; counts in the index"),
    ItemType.RATING_BATTERY: _l("one question, several statements"),
    ItemType.OPEN_ENDED: _l("people write in their own words"),
    ItemType.NUMBER: _l("with a unit and limits"),
    ItemType.RANKING: _l("the most important first"),
    ItemType.CATALOGUE_CHOICE: _l("services, groups, parts of the town"),
    ItemType.YEAR: _l("such as the year of birth"),
    ItemType.DATE: _l("a day of the calendar"),
    ItemType.SHORT_TEXT: _l("a few words in one line"),
    ItemType.INFORMATION: _l("something to read"),
    ItemType.CONSENT: _l("a box to tick"),
}
"""What each kind is for, in a few words after its name."""
DIMENSIONS: Mapping[str, LazyString] = {
    "access": _l("How easy it is to get the service"),
    "availability": _l("When and where the service is there"),
    "environment": _l("The place, or how reliable the service is"),
    "staff": _l("How the staff treat people"),
    "benefit": _l("How the service helps"),
    "overall": _l("The service as a whole"),
    "need_felt": _l("Help that was missing"),
    "need_reasons": _l("Why help was missing"),
    "need_priority": _l("What the town should care for first"),
    "need_future": _l("Help that will be needed"),
    "age": _l("How old the respondent is"),
    "sex": _l("Woman or man"),
    "group": _l("The group the respondent belongs to"),
}
"""What the index and the reports know how to read."""
SOURCES: Mapping[str, LazyString] = {
    "services": _l("Services of the town"),
    "target_groups": _l("Groups of people"),
    "territories": _l("Parts of the town"),
}
FACTS: Mapping[str, LazyString] = {"forms": _l("Form of the service"), "target_groups": _l("For whom")}
FORMS: Mapping[str, LazyString] = {
    "field": _l("people are visited at home"),
    "outpatient": _l("people come to the service"),
    "residential": _l("people live there"),
}
CASES: Mapping[GrammaticalCase, LazyString] = {
    GrammaticalCase.NOMINATIVE: _l("nominative (who, what)"),
    GrammaticalCase.GENITIVE: _l("genitive (without whom, without what)"),
    GrammaticalCase.DATIVE: _l("dative (to whom, to what)"),
    GrammaticalCase.ACCUSATIVE: _l("accusative (I see whom, what)"),
    GrammaticalCase.VOCATIVE: _l("vocative (calling)"),
    GrammaticalCase.LOCATIVE: _l("locative (about whom, about what)"),
    GrammaticalCase.INSTRUMENTAL: _l("instrumental (with whom, with what)"),
}
CANNOT: Mapping[EditProblem, LazyString] = {
    EditProblem.NO_SUCH_PART: _l("There is no “%(code)s” in the questionnaire any more."),
    EditProblem.CODE_TAKEN: _l("The code “%(code)s” is used already. Choose another one."),
    EditProblem.REFERRED_TO: _l("“%(code)s” cannot go, because other places read it. Change them first:"),
    EditProblem.NOT_TOGETHER: _l(
        "Only ratings of one section, on the same scale and under the same condition, go together. "
        "Choose at least two."
    ),
    EditProblem.WOULD_LOSE: _l(
        "These have a hint, a picture or notes, which would be lost. Remove them first:"
    ),
    EditProblem.LAST_LANGUAGE: _l("A questionnaire needs at least one language."),
}


Kind = tuple[ItemType, LazyString, LazyString]


def kinds() -> tuple[Sequence[Kind], Sequence[Kind]]:
    """Kinds of items with their names and purposes: the most used ones, and the others."""
    every = [(kind, name, PURPOSES[kind]) for kind, name in TYPES.items()]
    return every[:MOST_USED], every[MOST_USED:]


def limits(item: Item) -> str:
    """The lowest and the highest answer that an item takes, in words; "" where it sets none."""
    lowest, highest = (_bound(item, bound) for bound in (item.minimum, item.maximum))
    if lowest and highest:
        return str(gettext("from %(lowest)s to %(highest)s", lowest=lowest, highest=highest))
    if lowest:
        return str(gettext("at least %(lowest)s", lowest=lowest))
    return str(gettext("at most %(highest)s", highest=highest)) if highest else ""


def _bound(item: Item, bound: Bound | None) -> str:
    if bound is None:
        return ""
    if isinstance(bound, str):
        return str(format_date(date.fromisoformat(bound), "medium"))
    return str(bound if item.type is ItemType.YEAR else format_decimal(bound))


@dataclass(frozen=True)
class Refusal:
    """Why an edit was refused: a sentence, and links to what is in the way as (address, words)."""

    sentence: str
    links: Sequence[tuple[str, str]]


def refusal(error: EditError, draft_id: UUID, document: Mapping[str, Any]) -> Refusal:
    """Put an `EditError` into words with links to the places."""
    sentence = str(CANNOT[error.problem]) % {"code": error.code}
    wanted = error.problem in (EditProblem.REFERRED_TO, EditProblem.WOULD_LOSE)
    places = error.places if wanted else ()
    return Refusal(sentence, [_link(place, draft_id, document) for place in places])


def fact_label(sources: Sources, language: str) -> Callable[[str, str], str]:
    """Return what says a fact of a catalogue: an attribute of an option and one of its values."""
    words = fact_words(sources, language)
    return lambda attribute, value: f"{FACTS.get(attribute, attribute)}: {words(attribute, value)}"


def fact_words(sources: Sources, language: str) -> Callable[[str, str], str]:
    """Return what says the value of an attribute alone, as a picture has room for."""
    groups = {option["code"]: option["labels"] for option in sources.get("target_groups", ())}

    def said(attribute: str, value: str) -> str:
        words = FORMS.get(value) if attribute == "forms" else None
        return str(words or text_in(groups.get(value, {}), language) or value)

    return said


def _link(place: Place, draft_id: UUID, document: Mapping[str, Any]) -> tuple[str, str]:
    language = document["languages"][0]
    if place.kind == "section":
        address = url_for("designer.section", draft_id=draft_id, section_code=place.code)
        return address, gettext("the condition of the section %(code)s", code=place.code)
    texts: Mapping[str, str] = next(
        (
            item["texts"]
            for section in document["sections"]
            for item in section["items"]
            if item["item_code"] == place.code
        ),
        {},
    )
    question = text_in(texts, language)
    said = {
        "condition": gettext("the condition of %(code)s “%(question)s”", code=place.code, question=question),
        "text": gettext("the text of %(code)s “%(question)s”", code=place.code, question=question),
    }.get(place.side, f"{place.code} “{question}”")
    return url_for("designer.item", draft_id=draft_id, item_code=place.code), said
