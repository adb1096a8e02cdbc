"""How long a questionnaire takes: reading what is shown, and answering.

Reading: 987 ± 118 characters a minute is the mean of adults over 17 languages (Trauzettel-Klosinski, Dietz:
Standardized assessment of reading performance: the new International Reading Speed Texts IReST, Investigative
Ophthalmology & Visual Science 53(9), 2012). People who answer a questionnaire also think, and many are older:
we count two standard deviations less for the standard language and half of the mean for easy variants.
Answering: seconds by type of item are our own estimates, to be replaced by times measured in trials. With
reading they stay above the ten seconds that the Pew Research Center measured for an ordinary question that
stands alone (How we keep our online surveys from running too long, Decoded, 2022).
Rows of a battery: ten a minute, reading included, is a rule of thumb for computers (Amplitude Research,
Online market research surveys). On phones people took 1.4 times as long (Antoun, Cernat: Factors affecting
completion times, Social Science Computer Review 38(4), 2020). With every other person on a phone a row takes
7.2 seconds.
"""

from __future__ import annotations

from collections.abc import Iterable

from forms.definition.questionnaire import Item, ItemType, Questionnaire
from forms.languages import is_easy, text_in

CHARACTERS_PER_SECOND = (987 - 2 * 118) / 60
EASY_CHARACTERS_PER_SECOND = 987 / 2 / 60

SECONDS_BY_TYPE = {
    ItemType.SINGLE_CHOICE: 5,
    ItemType.MULTIPLE_CHOICE: 8,
    ItemType.RANKING: 20,
    ItemType.RATING: 4,
    ItemType.RATING_BATTERY: 0,
    ItemType.CATALOGUE_CHOICE: 12,
    ItemType.NUMBER: 8,
    ItemType.DATE: 10,
    ItemType.YEAR: 6,
    ItemType.SHORT_TEXT: 12,
    ItemType.OPEN_ENDED: 45,
    ItemType.YES_NO: 3,
    ItemType.INFORMATION: 0,
    ItemType.CONSENT: 4,
}
SECONDS_PER_ROW = 6
"""To answer a row of a battery; reading its few words brings it to the 7.2 seconds."""

LONGEST_LIST_READ = 12
"""Of a long list (a catalogue) people read about this many options: they look for theirs."""


def seconds(questionnaire: Questionnaire, items: Iterable[Item], language: str) -> float:
    """Seconds that these items take in this language or easy variant, introduction and thanks left out."""
    speed = EASY_CHARACTERS_PER_SECOND if is_easy(language) else CHARACTERS_PER_SECOND
    return sum(
        _characters(questionnaire, item, language) / speed + _seconds_to_answer(item) for item in items
    )


def minutes(questionnaire: Questionnaire, items: Iterable[Item], language: str) -> float:
    """Minutes from the first word of the introduction to the last of these items."""
    speed = EASY_CHARACTERS_PER_SECOND if is_easy(language) else CHARACTERS_PER_SECOND
    introduction = len(text_in(questionnaire.introductions, language)) / speed
    return (introduction + seconds(questionnaire, items, language)) / 60


def _seconds_to_answer(item: Item) -> float:
    return SECONDS_BY_TYPE[item.type] if item.battery is None else SECONDS_PER_ROW


def _characters(questionnaire: Questionnaire, item: Item, language: str) -> int:
    """The options of a battery's rows are read once, with the stem."""
    texts = len(text_in(item.texts, language)) + len(text_in(item.hints, language))
    if item.battery is not None:
        return texts
    options = questionnaire.options_for(item, language)[:LONGEST_LIST_READ]
    return texts + sum(len(text_in(option.labels, language)) for option in options)
