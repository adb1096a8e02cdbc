"""What codebooks say of themselves: ways of missing, circumstances, headings; Czech, English, Ukrainian."""

from collections.abc import Mapping

from forms.export import NO_ANSWER, NOT_ASKED, NOT_IN_VERSION, RARE
from forms.languages import Texts

MISSING: Mapping[str, Texts] = {
    NOT_ASKED: {"cs": "nepoloženo", "en": "not asked", "uk": "не запитували"},
    NO_ANSWER: {"cs": "bez odpovědi", "en": "no answer", "uk": "без відповіді"},
    NOT_IN_VERSION: {
        "cs": "není v této verzi dotazníku",
        "en": "not in this version of the questionnaire",
        "uk": "немає в цій версії анкети",
    },
    RARE: {
        "cs": "vzácná odpověď, vynechaná kvůli ochraně lidí",
        "en": "rare answer, left out to protect people",
        "uk": "рідкісна відповідь, вилучена для захисту людей",
    },
}

CIRCUMSTANCES: Mapping[str, Texts] = {
    "version": {"cs": "Verze dotazníku", "en": "Version of the questionnaire", "uk": "Версія анкети"},
    "mode": {"cs": "Způsob odpovědi", "en": "Mode of answering", "uk": "Спосіб відповіді"},
    "language": {"cs": "Jazyk odpovědi", "en": "Language of answering", "uk": "Мова відповіді"},
    "received_on": {"cs": "Den přijetí", "en": "Day received", "uk": "День отримання"},
    "late": {"cs": "Přišlo po uzavření", "en": "Came after the closing", "uk": "Надійшло після закриття"},
}

MODES: Mapping[str, Texts] = {
    "web": {"cs": "na webu", "en": "on the web", "uk": "в інтернеті"},
    "paper": {"cs": "na papíře", "en": "on paper", "uk": "на папері"},
    "interview": {"cs": "osobní rozhovor", "en": "face-to-face interview", "uk": "особиста розмова"},
    "phone": {"cs": "po telefonu", "en": "by phone", "uk": "телефоном"},
    "kiosk": {"cs": "na společném zařízení", "en": "on a shared device", "uk": "на спільному пристрої"},
    "meeting": {"cs": "na setkání", "en": "at a meeting", "uk": "на зустрічі"},
}

LANGUAGES: Mapping[str, Texts] = {
    "cs": {"cs": "čeština", "en": "Czech", "uk": "чеська"},
    "en": {"cs": "angličtina", "en": "English", "uk": "англійська"},
    "uk": {"cs": "ukrajinština", "en": "Ukrainian", "uk": "українська"},
    "sk": {"cs": "slovenština", "en": "Slovak", "uk": "словацька"},
    "de": {"cs": "němčina", "en": "German", "uk": "німецька"},
    "pl": {"cs": "polština", "en": "Polish", "uk": "польська"},
    "vi": {"cs": "vietnamština", "en": "Vietnamese", "uk": "в’єтнамська"},
    "ar": {"cs": "arabština", "en": "Arabic", "uk": "арабська"},
}
EASY: Texts = {"cs": "snadné čtení", "en": "easy to read", "uk": "легке читання"}
OTHER: Texts = {"cs": "jiné", "en": "other", "uk": "інше"}

CHOSEN: Texts = {"cs": "vybráno", "en": "chosen", "uk": "вибрано"}
NOT_CHOSEN: Texts = {"cs": "nevybráno", "en": "not chosen", "uk": "не вибрано"}
YES: Texts = {"cs": "ano", "en": "yes", "uk": "так"}
NO: Texts = {"cs": "ne", "en": "no", "uk": "ні"}
PLACE: Texts = {"cs": "{number}. místo", "en": "place {number}", "uk": "місце {number}"}
IN_OWN_WORDS: Texts = {"cs": "vlastními slovy", "en": "in own words", "uk": "власними словами"}
VERSION: Texts = {"cs": "verze {number}", "en": "version {number}", "uk": "версія {number}"}
BY_MONTHS: Texts = {"cs": "jen měsíc", "en": "month only", "uk": "лише місяць"}
IN_BANDS: Texts = {"cs": "v pásmech po deseti", "en": "in bands of ten", "uk": "за інтервалами по десять"}
CAPPED: Texts = {
    "cs": "krajní hodnoty sloučené, v každé aspoň {number} lidí",
    "en": "extreme values merged, at least {number} people in each",
    "uk": "крайні значення об’єднано, у кожному щонайменше {number} осіб",
}
CUT: Texts = {
    "cs": "texty zkráceny na {number} bajtů",
    "en": "texts cut to {number} bytes",
    "uk": "тексти скорочено до {number} байтів",
}


def filled(texts: Texts, number: int) -> Texts:
    """The texts with a number put in."""
    return {tag: text.format(number=number) for tag, text in texts.items()}
