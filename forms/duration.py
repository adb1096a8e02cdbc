"""How long a questionnaire takes: reading what is shown, and answering.

Reading: 987 ± 118 characters a minute is the mean of adults over 17 languages (Trauzettel-Klosinski, Dietz:
Standardized assessment of reading performance: the new International Reading Speed Texts IReST, Investigative
Ophthalmology & Visual Science 53(9), 2012). People who answer a questionnaire also think, and many are older:
we count two standard deviations less for the standard language and half of the mean for easy variants.
Answering: seconds by type of item are our own estimates, to be replaced by times measured in trials.
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
LONGEST_LIST_READ = 12
"""Of a long list (a catalogue) people read about this many options: they look for theirs."""


def seconds(questionnaire: Questionnaire, items: Iterable[Item], language: str) -> float:
    """Seconds that these items take in this language or easy variant, introduction and thanks left out."""
    speed = EASY_CHARACTERS_PER_SECOND if is_easy(language) else CHARACTERS_PER_SECOND
    return sum(
        _characters(questionnaire, item, language) / speed + SECONDS_BY_TYPE[item.type] for item in items
    )


def minutes(questionnaire: Questionnaire, items: Iterable[Item], language: str) -> float:
    """Minutes from the first word of the introduction to the last of these items."""
    speed = EASY_CHARACTERS_PER_SECOND if is_easy(language) else CHARACTERS_PER_SECOND
    introduction = len(text_in(questionnaire.introductions, language)) / speed
    return (introduction + seconds(questionnaire, items, language)) / 60


def _characters(questionnaire: Questionnaire, item: Item, language: str) -> int:
    """The options of a battery's rows are read once, with the stem."""
    texts = len(text_in(item.texts, language)) + len(text_in(item.hints, language))
    if item.battery is not None:
        return texts
    options = questionnaire.options_for(item, language)[:LONGEST_LIST_READ]
    return texts + sum(len(text_in(option.labels, language)) for option in options)
