"""The always-open form "Napište nám": a text, and if one likes a service and a contact.

It is a questionnaire of three items, so that reading, messages and drawing are those of every other form.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from forms.build import PageForm, form_class
from forms.definition.questionnaire import Item, ItemType, Layout, Option, Questionnaire, Section

TEXT = "text"
SERVICE = "service"
CONTACT = "contact"
LANGUAGES = ("cs", "en", "uk")


def feedback_form(services: Sequence[Option], language: str) -> type[PageForm]:
    """The form's class in this language. `services` are offered to choose from; without any the question is
    left out.

    Its answers are at TEXT, SERVICE (an option code) and CONTACT.
    """
    questionnaire = feedback_questionnaire(
        tuple((option.code, tuple(option.labels.items())) for option in services)
    )
    return form_class(questionnaire, questionnaire.items, language)


@lru_cache(maxsize=100)
def feedback_questionnaire(services: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]) -> Questionnaire:
    """The three items as a questionnaire; `services` as (code, ((language, label), …)), which can be a cache
    key.
    """
    options = tuple(Option(code, dict(labels)) for code, labels in services)
    items = [text_item(), *([service_item(options)] if options else []), contact_item()]
    return Questionnaire(
        questionnaire_code="feedback",
        version="1",
        titles={"cs": "Napište nám", "en": "Write to us", "uk": "Напишіть нам"},
        languages=LANGUAGES,
        variants=("cs-easy",),
        layout=Layout.PAGE,
        sections=(Section("feedback", {}, tuple(items)),),
    )


def text_item() -> Item:
    """What somebody wants to say."""
    return Item(
        item_code=TEXT,
        type=ItemType.OPEN_ENDED,
        required=True,
        max_length=4_000,
        creates_comment=True,
        texts={
            "cs": "Co nám chcete napsat?",
            "cs-easy": "Napište nám, co chcete.",
            "en": "What would you like to tell us?",
            "uk": "Що ви хочете нам написати?",
        },
        hints={
            "cs": "Pochvalu, stížnost, nápad nebo dotaz k sociálním službám. "
            "Nepište prosím jména ani údaje o zdraví konkrétních lidí.",
            "cs-easy": "Co je dobré? Co je špatné? Co potřebujete? Nepište jména lidí.",
            "en": "Praise, a complaint, an idea or a question about social services. "
            "Please do not write names or health details of particular people.",
            "uk": "Подяку, скаргу, ідею або запитання про соціальні послуги. "
            "Будь ласка, не пишіть імен і відомостей про здоров’я конкретних людей.",
        },
    )


def service_item(options: tuple[Option, ...]) -> Item:
    """Which service it is about."""
    return Item(
        item_code=SERVICE,
        type=ItemType.CATALOGUE_CHOICE,
        options=options,
        texts={
            "cs": "Které služby se to týká?",
            "cs-easy": "O jaké službě píšete?",
            "en": "Which service is it about?",
            "uk": "Якої послуги це стосується?",
        },
        hints={
            "cs": "Vybírat nemusíte.",
            "en": "You need not choose.",
            "uk": "Вибирати не обов’язково.",
        },
    )


def contact_item() -> Item:
    """Where an answer may be sent."""
    return Item(
        item_code=CONTACT,
        type=ItemType.SHORT_TEXT,
        max_length=200,
        texts={
            "cs": "Kam vám máme odpovědět?",
            "cs-easy": "Váš telefon nebo e-mail",
            "en": "Where should we send an answer?",
            "uk": "Куди вам відповісти?",
        },
        hints={
            "cs": "E-mail nebo telefon. Psát ho nemusíte, podnět vyřídíme i bez něj.",
            "cs-easy": "Psát ho nemusíte.",
            "en": "An e-mail or a phone number. You need not give it; we deal with your comment anyway.",
            "uk": "Електронна пошта або телефон. Писати не обов’язково, ми розглянемо звернення і без цього.",
        },
    )
