"""What of a questionnaire of ours other programs do not find in an XLSForm, thing by thing."""

from collections.abc import Mapping

from forms.languages import Texts

_FRAME: Texts = {
    "cs": "Jen pro tento program, jiné to nečtou: {what}.",
    "en": "For this program only, others do not read it: {what}.",
    "uk": "Лише для цієї програми, інші цього не читають: {what}.",
}
THINGS: Mapping[str, Texts] = {
    "score": {"cs": "skóre možností", "en": "scores of options", "uk": "бали варіантів"},
    "exclusive": {
        "cs": "možnost, která vylučuje ostatní",
        "en": "an option that excludes the others",
        "uk": "варіант, що виключає інші",
    },
    "write_in": {
        "cs": "možnost, ke které se dopisují slova",
        "en": "an option with words written beside it",
        "uk": "варіант, до якого дописують слова",
    },
    "attributes": {
        "cs": "vlastnosti možností",
        "en": "properties of options",
        "uk": "властивості варіантів",
    },
    "cases": {
        "cs": "tvary možností v pádech",
        "en": "grammatical cases of options",
        "uk": "відмінкові форми варіантів",
    },
    "picture": {"cs": "obrázek", "en": "the picture", "uk": "зображення"},
    "easy_options": {
        "cs": "kratší škála pro snadné čtení",
        "en": "the shorter scale for easy reading",
        "uk": "коротша шкала для легкого читання",
    },
    "dimension": {"cs": "co otázka měří", "en": "what the question measures", "uk": "що вимірює запитання"},
    "trend": {
        "cs": "že se otázka srovnává v čase",
        "en": "that the question is followed over time",
        "uk": "що запитання порівнюють у часі",
    },
    "source": {
        "cs": "seznam, ze kterého se možnosti doplní",
        "en": "the list that options are taken from",
        "uk": "перелік, з якого беруться варіанти",
    },
    "randomise": {
        "cs": "náhodné pořadí možností",
        "en": "the random order of options",
        "uk": "випадковий порядок варіантів",
    },
    "scale": {"cs": "škála, která chybí", "en": "a scale that is missing", "uk": "шкала, якої немає"},
    "unit": {"cs": "jednotka", "en": "the unit", "uk": "одиниця"},
    "creates_comment": {
        "cs": "že odpověď jde mezi podněty",
        "en": "that the answer is a comment to be worked on",
        "uk": "що відповідь іде до звернень",
    },
    "visible_if_texts": {
        "cs": "podmínka vlastními slovy",
        "en": "the condition said in words",
        "uk": "умова власними словами",
    },
    "required": {
        "cs": "povinnost u textu bez odpovědi",
        "en": "that a text without an answer is required",
        "uk": "обов’язковість тексту без відповіді",
    },
}
"""Key of a document → what it is, in the middle of a sentence."""


SENTENCES: Mapping[str, Texts] = {
    **{
        f"ours_{key}": {language: frame.format(what=words[language]) for language, frame in _FRAME.items()}
        for key, words in THINGS.items()
    },
    "ours_variant": {
        "cs": "Jen pro tento program, jiné to nečtou: texty v jazyce „{language}“.",
        "en": "For this program only, others do not read it: texts in “{language}”.",
        "uk": "Лише для цієї програми, інші цього не читають: тексти мовою «{language}».",
    },
    "ours_wording": {
        "cs": "Jiné programy ukážou text v jazyce „{language}“ trochu jinak: bez pádů, značek nebo "
        "okrajových mezer.",
        "en": "Other programs show the text in “{language}” a little differently: without grammatical "
        "cases, marks or spaces at its ends.",
        "uk": "Інші програми покажуть текст мовою «{language}» трохи інакше: без відмінків, позначок або "
        "пробілів по краях.",
    },
    "condition_only_ours": {
        "cs": "Podmínku XLSForm nevyjádří, jiné programy se zeptají všech.",
        "en": "XLSForm cannot say the condition; other programs ask everybody.",
        "uk": "XLSForm не може висловити умову, інші програми запитають усіх.",
    },
    "extras_too_long": {
        "cs": "Buňka pojme nejvýš {maximum} znaků, nevešlo se do ní, co čte jen tento program: skóre, "
        "snadné čtení a podobně. Zůstalo jen to, co čtou všechny.",
        "en": "A cell holds {maximum} characters at most, too few for what only this program reads: scores, "
        "variants and the like. Only what every program reads was kept.",
        "uk": "Клітинка вміщує щонайбільше {maximum} знаків, тож у ній немає того, що читає лише ця "
        "програма: балів, варіантів тощо. Залишилося тільки те, що читають усі.",
    },
}
