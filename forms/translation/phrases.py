"""Phrases that nearly every questionnaire has, in Czech, English and Ukrainian.

Wordings of Czech practice, without gender where that can be. Options and scales that the designer hands out
ready-made are not here (see `forms.editing.usual`).
"""

from collections.abc import Sequence

from forms.definition.everyday_words import I_AGREE, NO, YES
from forms.languages import Texts

_WORDS = (
    ("nechci odpovědět", "prefer not to say", "не хочу відповідати"),
    ("nechci uvést", "prefer not to say", "не хочу вказувати"),
    ("netýká se mě", "does not apply to me", "мене не стосується"),
    ("něco jiného", "something else", "інше"),
    ("jiné", "other", "інше"),
    ("jiné (napište co)", "other (please write what)", "інше (напишіть що)"),
    ("jiná odpověď", "another answer", "інша відповідь"),
    ("žádná z uvedených možností", "none of these options", "жоден із цих варіантів"),
    ("muž", "male", "чоловік"),
    ("žena", "female", "жінка"),
    ("rozhodně souhlasím", "strongly agree", "цілком погоджуюся"),
    ("spíše souhlasím", "rather agree", "радше погоджуюся"),
    ("ani souhlasím, ani nesouhlasím", "neither agree nor disagree", "ні погоджуюся, ні не погоджуюся"),
    ("spíše nesouhlasím", "rather disagree", "радше не погоджуюся"),
    ("rozhodně nesouhlasím", "strongly disagree", "зовсім не погоджуюся"),
    ("nesouhlasím", "I disagree", "не погоджуюся"),
    ("každý den", "every day", "щодня"),
    ("několikrát týdně", "several times a week", "кілька разів на тиждень"),
    ("jednou týdně", "once a week", "раз на тиждень"),
    ("několikrát za měsíc", "several times a month", "кілька разів на місяць"),
    ("jednou za měsíc", "once a month", "раз на місяць"),
    ("několikrát za rok", "several times a year", "кілька разів на рік"),
    ("jednou za rok", "once a year", "раз на рік"),
    ("méně často", "less often", "рідше"),
    ("vždy", "always", "завжди"),
    ("často", "often", "часто"),
    ("někdy", "sometimes", "іноді"),
    ("zřídka", "rarely", "рідко"),
    ("nikdy", "never", "ніколи"),
    ("O vás", "About you", "Про вас"),
    ("Proč?", "Why?", "Чому?"),
    ("Kolik je vám let?", "How old are you?", "Скільки вам років?"),
    ("Kde bydlíte?", "Where do you live?", "Де ви живете?"),
    ("Vyberte jednu možnost.", "Choose one option.", "Виберіть один варіант."),
    ("Vyberte všechno, co platí.", "Choose all that apply.", "Виберіть усе, що підходить."),
    ("Napište to vlastními slovy.", "Write it in your own words.", "Напишіть своїми словами."),
    ("Děkujeme.", "Thank you.", "Дякуємо."),
    ("Děkujeme za odpovědi.", "Thank you for your answers.", "Дякуємо за відповіді."),
    (
        "Děkujeme za vyplnění dotazníku.",
        "Thank you for filling in the questionnaire.",
        "Дякуємо, що заповнили анкету.",
    ),
)
PHRASES: Sequence[Texts] = (
    YES,
    NO,
    I_AGREE,
    *({"cs": cs, "en": en, "uk": uk} for cs, en, uk in _WORDS),
)
"""Each in all its languages."""
