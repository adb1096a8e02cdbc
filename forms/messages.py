"""The sentences that forms say to respondents, in the languages of questionnaires.

Each says what to do. They avoid gender, and plural forms too: a number stands where it needs none.
A language without a sentence gets that of `spoken_language`. Texts of the web pages around a form are not
here.
"""

from collections.abc import Mapping

from forms.languages import Texts, own_text, spoken_language

SENTENCES: Mapping[str, Texts] = {
    "choose_one": {
        "cs": "Vyberte jednu možnost.",
        "en": "Choose one option.",
        "uk": "Виберіть один варіант.",
    },
    "choose_some": {
        "cs": "Vyberte alespoň jednu možnost.",
        "en": "Choose at least one option.",
        "uk": "Виберіть принаймні один варіант.",
    },
    "choose_only_one": {
        "cs": "Vyberte jen jednu možnost.",
        "en": "Choose only one option.",
        "uk": "Виберіть лише один варіант.",
    },
    "choose_offered": {
        "cs": "Vyberte některou z nabízených možností.",
        "en": "Choose one of the options on offer.",
        "uk": "Виберіть один із запропонованих варіантів.",
    },
    "too_many_choices": {
        "cs": "Nechte vybrané nejvýše {maximum}, teď je jich vybráno {count}.",
        "cs-easy": "Vyberte nejvíc {maximum}. Teď je jich {count}.",
        "en": "Keep no more than {maximum} chosen; now it is {count}.",
        "uk": "Залиште вибраними не більше ніж {maximum}; зараз вибрано {count}.",
    },
    "exclusive_choice": {
        "cs": "Možnost „{option}“ nejde spojit s jinou. Nechte jen ji, nebo ji zrušte.",
        "cs-easy": "Nechte jen „{option}“, nebo to zrušte.",
        "en": "“{option}” cannot be combined with another option. Keep only it, or clear it.",
        "uk": "Варіант «{option}» не можна поєднати з іншим. Залиште тільки його або зніміть його.",
    },
    "rank_some": {
        "cs": "Určete pořadí: vyberte alespoň, co je na 1. místě.",
        "cs-easy": "Vyberte, co je na 1. místě.",
        "en": "Put the options in order: choose at least what comes first.",
        "uk": "Визначте порядок: виберіть принаймні те, що на 1-му місці.",
    },
    "place_given_twice": {
        "cs": "Na {place}. místě je víc možností. Nechte tam jen jednu a ostatním dejte jiné místo.",
        "cs-easy": "Na {place}. místě je moc možností. Nechte jen jednu.",
        "en": "More than one option has place {place}. Keep one there and give the others another place.",
        "uk": "На {place}-му місці кілька варіантів. Залиште там один, а іншим дайте інше місце.",
    },
    "place_left_out": {
        "cs": "Na {place}. místě nic není. Obsaďte místa popořadě od prvního.",
        "cs-easy": "Na {place}. místě nic není. Vyberte, co tam patří.",
        "en": "Nothing has place {place}. Fill the places one after another from the first.",
        "uk": "На {place}-му місці нічого немає. Заповніть місця по черзі від першого.",
    },
    "option_placed_twice": {
        "cs": "Dejte možnosti „{option}“ jen jedno místo.",
        "en": "Give “{option}” one place only.",
        "uk": "Дайте варіанту «{option}» лише одне місце.",
    },
    "place": {"cs": "{place}. místo", "en": "place {place}", "uk": "{place}-е місце"},
    "no_place": {"cs": "bez pořadí", "en": "no place", "uk": "без місця"},
    "write_in_alone": {
        "cs": "K vlastní odpovědi vyberte i možnost „{option}“, nebo její text smažte.",
        "en": "You wrote your own answer: choose “{option}” too, or delete the text.",
        "uk": "Ви написали власну відповідь: виберіть також «{option}» або зітріть текст.",
    },
    "write_text": {
        "cs": "Napište odpověď.",
        "en": "Write an answer.",
        "uk": "Напишіть відповідь.",
    },
    "text_too_long": {
        "cs": "Zkraťte text: vejde se {maximum} znaků, napsáno je {count}.",
        "cs-easy": "Text je moc dlouhý. Zkraťte ho.",
        "en": "Shorten the text: there is room for {maximum} characters, you wrote {count}.",
        "uk": "Скоротіть текст: найбільша кількість знаків {maximum}, написано {count}.",
    },
    "unstorable_character": {
        "cs": "V textu je znak, který nejde uložit. Smažte ho, nebo text napište znovu.",
        "en": "The text contains a character that cannot be stored. Delete it, or write the text again.",
        "uk": "У тексті є знак, який неможливо зберегти. Зітріть його або напишіть текст ще раз.",
    },
    "write_number": {
        "cs": "Napište číslo číslicemi, například 12 nebo 12,5.",
        "en": "Write a number in digits, for example 12 or 12.5.",
        "uk": "Напишіть число цифрами, наприклад 12 або 12,5.",
    },
    "number_too_small": {
        "cs": "Napište číslo {minimum} nebo větší.",
        "en": "Write a number of {minimum} or more.",
        "uk": "Напишіть число {minimum} або більше.",
    },
    "number_too_large": {
        "cs": "Napište číslo {maximum} nebo menší.",
        "en": "Write a number of {maximum} or less.",
        "uk": "Напишіть число {maximum} або менше.",
    },
    "write_year": {
        "cs": "Napište rok čtyřmi číslicemi, například 1957.",
        "en": "Write the year in four digits, for example 1957.",
        "uk": "Напишіть рік чотирма цифрами, наприклад 1957.",
    },
    "year_too_early": {
        "cs": "Napište rok {minimum} nebo pozdější.",
        "en": "Write the year {minimum} or a later one.",
        "uk": "Напишіть рік {minimum} або пізніший.",
    },
    "year_too_late": {
        "cs": "Napište rok {maximum} nebo dřívější.",
        "en": "Write the year {maximum} or an earlier one.",
        "uk": "Напишіть рік {maximum} або раніший.",
    },
    "write_date": {
        "cs": "Napište den, měsíc a rok číslicemi, například 27. 3. 2026.",
        "en": "Write the day, month and year in digits, for example 27 3 2026.",
        "uk": "Напишіть день, місяць і рік цифрами, наприклад 27.3.2026.",
    },
    "date_too_early": {
        "cs": "Napište datum {minimum} nebo pozdější.",
        "en": "Write the date {minimum} or a later one.",
        "uk": "Напишіть дату {minimum} або пізнішу.",
    },
    "date_too_late": {
        "cs": "Napište datum {maximum} nebo dřívější.",
        "en": "Write the date {maximum} or an earlier one.",
        "uk": "Напишіть дату {maximum} або ранішу.",
    },
    "agree": {
        "cs": "Bez souhlasu nejde pokračovat. Zaškrtněte souhlas.",
        "en": "It is not possible to go on without your agreement. Tick the box to agree.",
        "uk": "Без згоди продовжити неможливо. Позначте згоду.",
    },
    "day": {"cs": "den", "en": "day", "uk": "день"},
    "month": {"cs": "měsíc", "en": "month", "uk": "місяць"},
    "year": {"cs": "rok", "en": "year", "uk": "рік"},
    "quoted": {
        "ar": "«{text}»",
        "bg": "„{text}“",
        "cs": "„{text}“",
        "de": "„{text}“",
        "en": "“{text}”",
        "fr": "«\N{NO-BREAK SPACE}{text}\N{NO-BREAK SPACE}»",
        "hu": "„{text}”",
        "pl": "„{text}”",
        "ro": "„{text}”",
        "ru": "«{text}»",
        "sk": "„{text}“",
        "uk": "«{text}»",
    },
    "and_last": {
        "bg": "{others} и {last}",
        "cs": "{others} a {last}",
        "de": "{others} und {last}",
        "en": "{others} and {last}",
        "fr": "{others} et {last}",
        "hu": "{others} és {last}",
        "pl": "{others} i {last}",
        "ro": "{others} și {last}",
        "ru": "{others} и {last}",
        "sk": "{others} a {last}",
        "uk": "{others} і {last}",
        "vi": "{others} và {last}",
    },
    "write_in": {
        "cs": "Napište vlastními slovy",
        "en": "Write in your own words",
        "uk": "Напишіть своїми словами",
    },
}


def sentence(key: str, language: str, **values: object) -> str:
    """The sentence under this key with its values filled in. Raises KeyError for an unknown key."""
    texts = SENTENCES[key]
    template = own_text(texts, language) or texts[spoken_language(language)]
    return template.format(**values) if values else template
